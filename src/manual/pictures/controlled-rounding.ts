import { roundSmallCounts } from '../../calculations/disclosure/controlled-rounding.ts'
import { seededRandom } from '../../calculations/random.ts'
import { sum } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const months = 18

/** A small group of five parts, whose sum falls slowly, rounded month by month. */
export function controlledRoundingPicture(): ChartDefinition {
  const random = seededRandom(6)
  const tables = Array.from({ length: months }, (_, at) =>
    Array.from({ length: 10 }, (_, part) =>
      part < 5 ? Math.round(3.6 - at / 12 + 0.7 * random.normal()) : 2 + random.integer(3),
    ),
  ).map((counts) => counts.map((count) => Math.max(0, count)))
  const group = [0, 1, 2, 3, 4]
  const whole = [...group, 5, 6, 7, 8, 9]
  const shown = tables.map((counts) => roundSmallCounts({ counts, published: [group, whole] }).published[0]!)
  const truth = tables.map((counts) => sum(counts.slice(0, 5)))
  const furthest = Math.max(...shown.map((count, at) => Math.abs(count - truth[at]!)))
  return seriesChart(
    'line',
    {
      title: 'En liten grupp, avrundad månad för månad',
      description: `Det sanna antalet går från ${truth[0]} till ${truth.at(-1)}. Det avrundade ligger upp till ${formatNumber(furthest)} ifrån och hoppar mellan månaderna.`,
      unit: 'count',
      unitLabel: 'hushåll',
      categoryLabel: 'Månad',
      reference: 'Sant',
    },
    monthsFrom('2024-01', months),
    { Avrundat: shown, Sant: truth },
  )
}
