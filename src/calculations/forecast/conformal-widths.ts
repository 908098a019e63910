import { conformalQuantile, nonDecreasing, type Scores } from './conformal.ts'

/**
 * Half widths in units of scale, for each month ahead: the conformal quantile, no narrower farther ahead.
 * Scores of the series `without` are left out; a month ahead without scores has the half width 0.
 */
export const halfWidths = (scores: readonly Scores[], level: number, without?: number): Float64Array =>
  nonDecreasing(Float64Array.from(scores, (each) => conformalQuantile(each, level, without) ?? 0))
