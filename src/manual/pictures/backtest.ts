import { symmetricPercentageError } from '../../calculations/forecast/accuracy.ts'
import { pastForecasts, rollingOrigins } from '../../calculations/forecast/backtest.ts'
import { seededRandom } from '../../calculations/random.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { formatNumber } from '../../values/format.ts'
import { drawnSeries, winter } from './drawn-series.ts'
import { seriesChart } from './series-chart.ts'

const months = 60
const options = { horizon: 6, season: 12 }

/** The last three months are always published too low, and revised later. */
export function backtestPicture(): ChartDefinition {
  const random = seededRandom(1)
  const values = drawnSeries(months, 6, (month) => 500 + 3 * month + 20 * winter(month))
  const late = [0.9, 0.95, 0.98].map((share) => share + 0.01 * random.normal())
  const knownAt = (origin: number) => values.slice(0, origin).map((value, at) => value * (late[origin - 1 - at] ?? 1))
  const origins = rollingOrigins(months, { ...options, count: 8, step: 3 })
  const errorWith = (known?: (origin: number) => Float64Array) => {
    const past = pastForecasts(values, origins, { ...options, method: 'theta' }, known)
    const all = (column: 'actual' | 'forecast') => past.flatMap((each) => [...each[column]])
    return symmetricPercentageError(all('actual'), all('forecast'))!
  }
  const found = [errorWith(), errorWith(knownAt)]
  return seriesChart(
    'horizontal-bars',
    {
      title: 'Samma metod prövad på reviderade värden och på dem som var kända då',
      description: `Felet är ${formatNumber(found[1]!, 1)} procent, men ser ut att vara ${formatNumber(found[0]!, 1)}.`,
      unit: 'decimal',
      unitLabel: 'sMAPE, procent',
      categoryLabel: 'Prövad på',
    },
    ['Reviderade värden', 'Värden som var kända då'],
    { sMAPE: found },
  )
}
