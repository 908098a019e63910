import { nearestMatches } from '../../calculations/effect/nearest-neighbour-matches.ts'
import { fromColumns } from '../../calculations/linear-algebra.ts'
import { mean } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSample } from './drawn-sample.ts'
import { seriesChart } from './series-chart.ts'

const counts = [1, 2, 4, 8, 16]
const yearsOfOne = 12

/** How far in age the five nearest are, the more backgrounds they are to be alike in. */
export function nearestNeighbourPicture(): ChartDefinition {
  const years = counts.map((count) => yearsOfOne * ageDistance(count))
  return seriesChart(
    'bars',
    {
      title: 'Skillnad i ålder mellan en deltagare och de fem mest lika av 400',
      description: `Med en bakgrund skiljer det ${formatNumber(years[0]!, 1)} år, med ${counts.at(-1)} bakgrunder ${formatNumber(years.at(-1)!, 1)} år.`,
      unit: 'decimal',
      unitLabel: 'år, i medeltal',
      categoryLabel: 'Antal bakgrunder',
    },
    counts.map((count) => (count === 1 ? 'bara ålder' : `${count} bakgrunder`)),
    { 'Skillnad i ålder': years },
  )
}

function ageDistance(count: number): number {
  const backgrounds = Array.from({ length: count }, (_, at) => (at === 0 ? 'ålder' : `bakgrund ${at}`))
  const { treated, covariates } = drawnSample({
    rows: 500,
    seed: 6,
    backgrounds,
    logOdds: () => Math.log(1 / 4),
    months: () => 6,
    effect: 0,
  })
  const space = fromColumns(covariates.map(({ values }) => values))
  const matches = nearestMatches(space, treated, { neighbours: 5, caliper: Infinity })
  const age = covariates[0]!.values
  const distances = Array.from(matches.treated, (row, at) =>
    Array.from(matches.controls.subarray(matches.from[at], matches.from[at + 1]), (other) =>
      Math.abs(age[row]! - age[other]!),
    ),
  )
  return mean(distances.flat())
}
