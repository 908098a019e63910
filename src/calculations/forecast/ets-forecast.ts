import type { EtsFit } from './ets-fit.ts'

/** The mean of the `horizon` values after a series of the given length. */
export function forecastEts(fit: EtsFit, length: number, horizon: number): Float64Array {
  if (fit.model.season === 'multiplicative') return withFactors(fit, length, horizon)
  const { phi, level, slope, seasons } = fit.last
  let [reach, power] = [0, 1]
  return Float64Array.from({ length: horizon }, (_, step) => {
    power *= phi
    reach += power
    return level + reach * slope + seasons[(length + step) % seasons.length]!
  })
}

/**
 * The mean when season and error are factors: level and season then err together, so that from the second year on
 * the mean of their product is not the product of their means (Hyndman et al. 2008, section 6.3).
 * Followed for each place in the cycle: its level and slope times its factor.
 * As in R a damped slope is taken undamped in the first step.
 */
function withFactors({ last, variance }: EtsFit, length: number, horizon: number): Float64Array {
  const { alpha, beta, gamma, phi, seasons } = last
  const levels = seasons.map((factor) => factor * last.level)
  const slopes = seasons.map((factor) => factor * last.slope)
  return Float64Array.from({ length: horizon }, (_, step) => {
    const place = (length + step) % seasons.length
    const mean = levels[place]! + slopes[place]!
    for (let at = 0; at < seasons.length; at++) {
      levels[at]! += slopes[at]!
      slopes[at]! *= phi
    }
    levels[place]! += variance * gamma * alpha * mean
    slopes[place]! += variance * gamma * beta * mean
    return mean
  })
}
