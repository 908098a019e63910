import { estimateEffect } from '../../calculations/effect/estimate.ts'
import { fromColumns, leastSquares } from '../../calculations/linear-algebra.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const ages = Array.from({ length: 21 }, (_, at) => 20 + 2 * at)
const oldestControl = 40

/** Months without the intervention: they rise with age until forty, and no more. */
const expected = (age: number) => 3 + 0.25 * (Math.min(age, oldestControl) - 20)

/** Controls are at most forty and participants older, so that the line of the controls answers alone. */
export function outcomeRegressionPicture(): ChartDefinition {
  const random = seededRandom(3)
  const rows = Array.from({ length: 400 }, (_, row) => {
    const treated = row < 100 ? 1 : 0
    const age = treated ? 44 + random.integer(17) : 20 + random.integer(21)
    return { treated, age, months: expected(age) + random.normal() }
  })
  const columnOf = (of: (row: (typeof rows)[0]) => number, chosen = rows) => Float64Array.from(chosen, of)
  const controls = rows.filter(({ treated }) => !treated)
  const line = leastSquares(
    fromColumns([new Float64Array(controls.length).fill(1), columnOf(({ age }) => age, controls)]),
    columnOf(({ months }) => months, controls),
  ).coefficients
  const { estimate } = estimateEffect(
    {
      treated: Uint8Array.from(rows, ({ treated }) => treated),
      outcome: columnOf(({ months }) => months),
      covariates: [{ name: 'ålder', values: columnOf(({ age }) => age) }],
    },
    'outcome-regression',
  )
  return seriesChart(
    'line',
    {
      title: 'De jämförda är 20–40 år och deltagarna 44–60',
      description: `Insatsen gör ingenting, men linjens förlängning ger effekten ${formatNumber(estimate, 1)} månader.`,
      unit: 'decimal',
      unitLabel: 'månader med bistånd',
      categoryLabel: 'Ålder',
      reference: 'Utan insats, sant',
    },
    ages.map(String),
    {
      'De jämfördas linje': ages.map((age) => line[0]! + line[1]! * age),
      'Utan insats, sant': ages.map(expected),
    },
  )
}
