import { median } from '../sample-statistics.ts'

/** The median of several forecasts, step by step: one method that goes astray does not take the others with it. */
export const combination = (forecasts: readonly Float64Array[]): Float64Array =>
  forecasts[0]!.map((_, step) => median(forecasts.map((forecast) => forecast[step]!)))
