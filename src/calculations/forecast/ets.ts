import { fitEts, type EtsFit } from './ets-fit.ts'
import { forecastEts } from './ets-forecast.ts'
import type { EtsModel } from './ets-model.ts'
import type { Ahead } from './series.ts'
import { simpleSmoothing } from './simple-smoothing.ts'

/**
 * Exponential smoothing in state space form with the model of least AICc (Hyndman et al. 2002), as R's `ets`.
 *
 * Up to fifteen models are fitted: error additive or multiplicative; no trend, an additive or a damped one; no season,
 * an additive or a multiplicative one. Only additive errors when a value is zero or below.
 * With six values or fewer there is nothing to choose by, and simple smoothing is used. The series has no gap.
 */
export function ets(values: Float64Array, { horizon, season }: Ahead): Float64Array {
  const fit = bestEts(values, season)
  if (fit) return forecastEts(fit, values.length, horizon)
  return new Float64Array(horizon).fill(simpleSmoothing(values).level)
}

/** The fitted model of least AICc; null when the series has fewer than seven values. */
export function bestEts(values: Float64Array, season: number): EtsFit | null {
  if (values.length < 7) return null
  let best: EtsFit | null = null
  for (const model of candidates(values, season)) {
    const fit = fitEts(model, values, season)
    if (fit && fit.aicc < (best?.aicc ?? Infinity)) best = fit
  }
  return best
}

/** A multiplicative season with an additive error is left out, since its variance may be infinite. */
function candidates(values: Float64Array, period: number): EtsModel[] {
  const errors = values.every((value) => value > 0) ? (['additive', 'multiplicative'] as const) : ['additive' as const]
  const trends = ['none', 'damped', 'additive'] as const
  const seasonal = period > 1 && values.length > period
  const seasons = seasonal ? (['none', 'additive', 'multiplicative'] as const) : ['none' as const]
  return errors
    .flatMap((error) => trends.flatMap((trend) => seasons.map((season) => ({ error, trend, season }))))
    .filter(({ error, season }) => !(error === 'additive' && season === 'multiplicative'))
}
