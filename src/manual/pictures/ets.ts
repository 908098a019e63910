import { drawnSeries, winter } from './drawn-series.ts'
import { forecastPicture } from './forecast-picture.ts'

/** Eleven months are too few to see that the same comes every year. */
export const etsPicture = () =>
  forecastPicture(
    {
      title: 'Elva månader räcker inte för att se säsongen',
      values: drawnSeries(23, 3, (month) => 400 + 80 * winter(month)),
      known: 11,
    },
    { method: 'ets' },
  )
