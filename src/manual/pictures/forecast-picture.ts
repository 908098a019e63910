import { forecastMean, type ForecastOptions } from '../../calculations/forecast/forecast-mean.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { fanChart } from '../../charts/fan-chart.ts'
import { formatNumber } from '../../values/format.ts'
import { monthsFrom } from './months-from.ts'

type Course = {
  title: string
  /** What came is in it, after the `known` first months. */
  values: Float64Array
  known: number
  first?: string
}

/** A forecast from the known months, with what then came as the reference. */
export function forecastPicture(
  { title, values, known, first = '2021-01' }: Course,
  options: Pick<ForecastOptions, 'method' | 'breaks'>,
): ChartDefinition {
  const history = values.subarray(0, known)
  const horizon = values.length - known
  const forecast = forecastMean(history, { ...options, horizon, season: 12 })
  const chart = fanChart(
    {
      categories: monthsFrom(first, values.length),
      history,
      forecast,
      bands: [],
      reference: { name: 'Det som kom', values: values.map((value, at) => (at < known ? Number.NaN : value)) },
    },
    { title, unit: 'count', unitLabel: 'hushåll', categoryLabel: 'Månad' },
  )
  const errors = Array.from(forecast, (value, at) => Math.abs(value - values[known + at]!))
  const worst = errors.indexOf(Math.max(...errors))
  const [expected, came] = [forecast[worst]!, values[known + worst]!].map((value) => formatNumber(value))
  const { label } = chart.categories[known + worst]!
  return { ...chart, description: `För ${label} är prognosen ${expected} hushåll, och ${came} kom.` }
}
