import { mean } from '../sample-statistics.ts'

/** How the season is taken out: as a term or as a factor. */
export type SeasonKind = 'additive' | 'multiplicative'

/**
 * The seasonal pattern by classical decomposition: the mean deviation of each month from a centred moving average
 * over a year, as terms that sum to zero or factors with mean one. As R's `decompose`; at least two whole years.
 *
 * A month that stands against a moving average of zero in every year has no factor: then all factors are one.
 * The result has one figure for each place in the cycle, the first being that of the first value.
 */
export function seasonalFigure(values: Float64Array, season: number, kind: SeasonKind): Float64Array {
  const trend = centredMean(values, season)
  const deviation = values.map((value, at) => (kind === 'additive' ? value - trend[at]! : value / trend[at]!))
  const figure = Float64Array.from({ length: season }, (_, place) => meanOfKnown(deviation, place, season))
  const middle = mean(figure)
  return figure.map((value) => (kind === 'additive' ? value - middle : value / middle))
}

/** The moving average over `season` values, half weight at both ends when that is even; NaN near the ends. */
export function centredMean(values: Float64Array, season: number): Float64Array {
  const half = Math.floor(season / 2)
  const endWeight = season % 2 === 0 ? 0.5 : 1
  return values.map((_, at) => {
    // Outside the series there is no value, which makes the mean NaN.
    let total = endWeight * values[at + half]!
    for (let near = at + half - 1; near > at - half; near--) total += values[near]!
    return (total + endWeight * values[at - half]!) / season
  })
}

function meanOfKnown(values: Float64Array, place: number, season: number): number {
  const known: number[] = []
  for (let at = place; at < values.length; at += season) if (!Number.isNaN(values[at]!)) known.push(values[at]!)
  return mean(known)
}

/** The series without its seasonal pattern, which is repeated as long as it lasts. */
export const seasonallyAdjusted = (values: Float64Array, figure: Float64Array, kind: SeasonKind): Float64Array =>
  values.map((value, at) => {
    const season = figure[at % figure.length]!
    return kind === 'additive' ? value - season : value / season
  })
