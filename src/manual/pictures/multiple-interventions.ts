import { adjustedPValues } from '../../calculations/effect/benjamini-hochberg.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { seriesChart } from './series-chart.ts'

const [tested, kept] = [40, 3]

/** The three most promising of forty interventions, none of which does anything. */
export function multipleInterventionsPicture(): ChartDefinition {
  const { next } = seededRandom(5)
  const promising = Array.from({ length: tested }, next)
    .sort((one, other) => one - other)
    .slice(0, kept)
  const below = promising.filter((p) => p < 0.05).length
  return seriesChart(
    'bars',
    {
      title: `De ${kept} lovande av ${tested} insatser, där ingen har effekt`,
      description: `${below} av dem har p under 5 % var för sig. Ingen har det när alla ${tested} räknas.`,
      unit: 'decimal',
      unitLabel: 'p-värde',
      categoryLabel: 'Insats',
    },
    promising.map((_, at) => `Insats ${at + 1}`),
    {
      'Var för sig': promising,
      [`Justerat som om ${kept} prövats`]: adjustedPValues(promising),
      [`Justerat för alla ${tested}`]: adjustedPValues(promising, { tested }),
    },
  )
}
