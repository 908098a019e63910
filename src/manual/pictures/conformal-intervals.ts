import { issueForecast, originsOfEach, withIntervals } from '../../calculations/forecast/intervals.ts'
import { mean } from '../../calculations/sample-statistics.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatShare } from '../../values/format.ts'
import { drawnSeries, winter } from './drawn-series.ts'
import { monthsFrom } from './months-from.ts'
import { seriesChart } from './series-chart.ts'

const [series, known, horizon, shock, level] = [20, 48, 12, 6, 0.9]

/** Twenty municipalities that are hit at once, seven months into the forecast. */
export function conformalIntervalsPicture(): ChartDefinition {
  const values = Array.from({ length: series }, (_, at) =>
    drawnSeries(
      known + horizon,
      at + 1,
      (month) => (300 + 20 * at + 20 * winter(month)) * (month < known + shock ? 1 : 1.3),
    ),
  )
  const issued = values.map((each) =>
    issueForecast(
      { values: each.subarray(0, known), breaks: [] },
      { method: 'seasonal-naive', horizon, season: 12 },
      originsOfEach(series),
    ),
  )
  const bands = withIntervals(issued, [level], 12).map(({ intervals }) => intervals[0]!)
  const covered = Array.from({ length: horizon }, (_, step) =>
    mean(
      bands.map(({ lower, upper }, at) => {
        const value = values[at]![known + step]!
        return value >= lower[step]! && value <= upper[step]! ? 1 : 0
      }),
    ),
  )
  return seriesChart(
    'bars',
    {
      title: `Hur många av ${series} kommuner som hamnade i sitt intervall på 90 %`,
      description: `Före krisen i juli ${formatShare(mean(covered.slice(0, shock)), 0)}, efter den ${formatShare(mean(covered.slice(shock)), 0)}.`,
      unit: 'share',
      unitLabel: 'andel av kommunerna',
      categoryLabel: 'Månad',
    },
    monthsFrom('2025-01', horizon),
    { 'I intervallet': covered },
  )
}
