import { estimateEffect } from '../../calculations/effect/estimate.ts'
import { verdictOn } from '../../calculations/effect/verdict.ts'
import { seededRandom } from '../../calculations/random.ts'
import { effectLimits } from '../../parameters/effect-limits.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { effectRow, effectChart } from './effect-rows.ts'

const verdictWords = { shown: 'påvisad', excluded: 'utesluten', 'cannot-tell': 'går inte att avgöra' }

/** Groups that differ in something that is not in the data, and an intervention that does nothing. */
export function verdictPicture(): ChartDefinition {
  const { sample, placebos } = drawnGroups()
  const question = { sample, placebos, missingOutcome: { treated: 0, controls: 0 } }
  const { verdict } = verdictOn(question, effectLimits.at(-1)!.value)
  const withoutPeriods = { ...sample, covariates: sample.covariates.slice(0, 1) }
  const before = placebos.map(({ name, values }) => {
    const { estimate, lower, upper } = estimateEffect({ ...withoutPeriods, outcome: values }, 'entropy-balancing')
    return { label: `${name} (sant: 0)`, estimate, lower, upper }
  })
  const rows = [effectRow('Efter insatsen', withoutPeriods, 'entropy-balancing'), ...before]
  return effectChart(rows, {
    title: 'Samma ”effekt” efter insatsen som före den',
    description: `Efter insatsen ${formatNumber(rows[0]!.estimate, 1)} månader, och året före ${formatNumber(rows[1]!.estimate, 1)}. Utlåtandet är: ${verdictWords[verdict]}.`,
    rowLabel: 'Period',
  })
}

/** Participants lie a month lower in every period. */
function drawnGroups() {
  const random = seededRandom(2)
  const treated = Uint8Array.from({ length: 600 }, (_, row) => (row < 150 ? 1 : 0))
  const usual = Float64Array.from(treated, (arm) => 6 - arm + random.normal())
  const period = () => usual.map((level) => level + 0.7 * random.normal())
  const placebos = ['Ett år före', 'Två år före'].map((name) => ({ name, values: period() }))
  const age = { name: 'ålder', values: usual.map(() => 20 + random.integer(40)) }
  return { sample: { treated, outcome: period(), covariates: [age, ...placebos] }, placebos }
}
