import { codesOf } from '../../calculations/columns.ts'
import { estimateWithinStrata } from '../../calculations/effect/strata.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatShare } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { seriesChart } from './series-chart.ts'

const splits = [1, 2, 3, 4, 5, 6]

/** The share of the participants who have nobody to be compared with, the more the groups are split. */
export function strataPicture(): ChartDefinition {
  const sample = drawnSample({
    rows: 400,
    seed: 8,
    backgrounds: splits.map((split) => `egenskap ${split}`),
    logOdds: ([first]) => -1.8 + 0.5 * first!,
    months: () => 6,
    effect: -1,
  })
  const participants = sample.treated.filter((arm) => arm === 1).length
  const outside = splits.map((split) => {
    const groups = Array.from(sample.treated, (_, row) =>
      sample.covariates
        .slice(0, split)
        .map(({ values }) => (values[row]! > 0.5 ? 'ja' : 'nej'))
        .join(' '),
    )
    return estimateWithinStrata(sample, codesOf(groups), 'difference').treatedLeftOut / participants
  })
  return seriesChart(
    'bars',
    {
      title: `Andel av ${participants} deltagare som faller utanför, efter antal grupper`,
      description: `Med ${2 ** splits.length} grupper säger svaret ingenting om ${formatShare(outside.at(-1)!, 0)} av deltagarna.`,
      unit: 'share',
      unitLabel: 'andel av deltagarna',
      categoryLabel: 'Grupper',
    },
    splits.map((split) => `${2 ** split} grupper`),
    { Utanför: outside },
  )
}
