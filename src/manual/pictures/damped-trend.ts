import { drawnSeries } from './drawn-series.ts'
import { forecastPicture } from './forecast-picture.ts'

/** A short series whose last months happened to rise. */
export const dampedTrendPicture = () =>
  forecastPicture(
    {
      title: 'En kort serie vars sista månader råkade stiga',
      values: drawnSeries(26, 4, (month) => 400 + (month >= 11 && month < 14 ? 30 * (month - 10) : 0), 8),
      known: 14,
    },
    { method: 'damped' },
  )
