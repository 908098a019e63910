import type { PastForecast } from './backtest.ts'
import { calibrationOf } from './calibration.ts'
import { halfWidths } from './conformal-widths.ts'

/** Half widths in the unit of the series, for each month ahead and for the sum of all months up to it. */
export type Widths = { level: number; steps: Float64Array; sums: Float64Array }

export type RollingOptions = {
  horizon: number
  levels: readonly number[]
  /** With fewer past errors than this the usual ones of public series fill in. */
  fillTo: number
}

/**
 * The widths that a forecast made with the first `origin` values known could have had: from the errors of the forecasts
 * made before it, as far as their outcomes were known. `scale` is that of the forecast, see `PastForecast`.
 */
export function widthsAt(
  past: readonly PastForecast[],
  { origin, scale }: Pick<PastForecast, 'origin' | 'scale'>,
  { horizon, levels, fillTo }: RollingOptions,
): Widths[] {
  const known = past
    .filter((each) => each.origin < origin)
    .map((each) => ({
      ...each,
      actual: each.actual.map((value, step) => (each.origin + step < origin ? value : Number.NaN)),
    }))
  const { steps, sums } = calibrationOf([known], { horizon, step: 1, fillTo })
  const inUnit = (widths: Float64Array) => widths.map((width) => width * scale)
  return levels.map((level) => ({
    level,
    steps: inUnit(halfWidths(steps, level)),
    sums: inUnit(halfWidths(sums, level)),
  }))
}
