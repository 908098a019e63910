import { drawnSeries, winter } from './drawn-series.ts'
import { forecastPicture } from './forecast-picture.ts'

/** A reform lowers the level half a year before the forecast is made. */
export const seasonalNaivePicture = () =>
  forecastPicture(
    {
      title: 'Ett nivåskifte ett halvår före prognosen',
      values: drawnSeries(54, 1, (month) => (month < 36 ? 500 : 380) + 30 * winter(month)),
      known: 42,
    },
    { method: 'seasonal-naive' },
  )
