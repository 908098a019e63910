import { drawnSeries, winter } from './drawn-series.ts'
import { forecastPicture } from './forecast-picture.ts'

/** A new way of counting lifts the level once; the line through the whole series takes it for a trend. */
export const thetaPicture = () =>
  forecastPicture(
    {
      title: 'Ett nytt sätt att räkna lyfter nivån en gång, och brottet är inte angivet',
      values: drawnSeries(60, 2, (month) => (month < 18 ? 300 : 500) + 20 * winter(month)),
      known: 36,
    },
    { method: 'theta' },
  )
