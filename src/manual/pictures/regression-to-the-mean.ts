import { fallWithoutAction } from '../../calculations/effect/regression-to-the-mean.ts'
import { seededRandom } from '../../calculations/random.ts'
import { sum } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatShare } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [households, chosen, months] = [970, 100, 18]

/** The hundred costliest of half a year, followed before and after. Nothing is done. */
export function regressionToTheMeanPicture(): ChartDefinition {
  const costs = drawnCosts()
  const between = (from: number, until: number) => Float64Array.from(costs, (row) => sum(row.slice(from, until)))
  const [before, after] = [between(6, 12), between(12, 18)]
  const { fall } = fallWithoutAction(before, after, chosen)
  const costliest = [...before.keys()].sort((one, other) => before[other]! - before[one]!).slice(0, chosen)
  const meanIn = (rows: number[]) =>
    Array.from({ length: months }, (_, at) => (100_000 * sum(rows.map((row) => costs[row]![at]!))) / rows.length)
  return seriesChart(
    'line',
    {
      title: `De ${chosen} dyraste hushållen juli–december 2024, utan någon insats`,
      description: `Deras kostnad faller ${formatShare(fall, 0)} nästa halvår av sig själv.`,
      unit: 'kronor',
      unitLabel: 'kronor per hushåll',
      categoryLabel: 'Månad',
      reference: 'Alla hushåll',
    },
    monthsFrom('2024-01', months),
    { [`De ${chosen} dyraste`]: meanIn(costliest), 'Alla hushåll': meanIn([...before.keys()]) },
  )
}

/** Thousands of kronor a month: a level of the household's own, and what a single month happens to bring. */
function drawnCosts(): number[][] {
  const random = seededRandom(11)
  return Array.from({ length: households }, () => {
    const usual = 8 + 1.5 * random.normal()
    return Array.from({ length: months }, () => Math.max(0, usual + 3.5 * random.normal()))
  })
}
