import { estimateEffect } from '../../calculations/effect/estimate.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { seriesChart } from './series-chart.ts'

const distances = [0, 0.5, 1, 1.5, 2, 2.5]
const [treatedRows, controlRows] = [100, 380]

/** How many equally heavy controls the weights are worth, the further the groups are from each other. */
export function entropyBalancingPicture(): ChartDefinition {
  const effective = distances.map(
    (distance) => estimateEffect(sampleAt(distance), 'entropy-balancing').effectiveControls,
  )
  return seriesChart(
    'bars',
    {
      title: `Effektivt antal av ${controlRows} jämförda, efter hur olika grupperna är`,
      description: `Balansen blir exakt i alla fallen. Längst till höger bärs svaret av ${formatNumber(effective.at(-1)!)} jämförda.`,
      unit: 'count',
      unitLabel: 'effektiva jämförda',
      categoryLabel: 'Skillnad i bakgrund, standardavvikelser',
    },
    distances.map((distance) => `${formatNumber(distance, 1)} sd`),
    { 'Effektiva jämförda': effective.map(Math.round) },
  )
}

function sampleAt(distance: number) {
  const random = seededRandom(7)
  const treated = Uint8Array.from({ length: treatedRows + controlRows }, (_, row) => (row < treatedRows ? 1 : 0))
  const time = Float64Array.from(treated, (arm) => random.normal() + distance * arm)
  return { treated, outcome: time.map((each) => each + random.normal()), covariates: [{ name: 'tid', values: time }] }
}
