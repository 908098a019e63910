import { median } from '../sample-statistics.ts'
import { loess, loessAt, type LoessOptions } from './loess.ts'

/** A series as the sum of season, trend and rest. */
export type Stl = { seasonal: Float64Array; trend: Float64Array }

/**
 * Seasonal and trend decomposition by loess (Cleveland et al. 1990), in which the season may drift over the years.
 *
 * Each month's own series is smoothed over eleven years, the trend over a little more than a year and a half.
 * `robust` gives outliers less weight. Windows, degrees and iterations are those of R's `mstl`; a robust fit to an even
 * number of values differs, since R there takes another value for the median of the rest.
 * The series must be longer than two seasons, and have no gap.
 */
export function stl(values: Float64Array, season: number, { robust = false } = {}): Stl {
  const spans = spansOf(season)
  const parts: Stl = { seasonal: new Float64Array(values.length), trend: new Float64Array(values.length) }
  if (!robust) {
    for (let pass = 0; pass < 2; pass++) refine(values, season, spans, parts)
    return parts
  }
  let weights: Float64Array | undefined
  for (let pass = 0; pass <= 15; pass++) {
    refine(values, season, spans, parts, weights)
    weights = robustnessWeights(values, parts)
  }
  return parts
}

type Spans = { season: LoessOptions; trend: LoessOptions; low: LoessOptions }

const seasonWindow = 11

function spansOf(season: number): Spans {
  const trend = nextOdd(Math.ceil((1.5 * season) / (1 - 1.5 / seasonWindow)))
  const low = nextOdd(season)
  const jump = (window: number) => Math.ceil(window / 10)
  return {
    season: { window: seasonWindow, degree: 0, jump: jump(seasonWindow) },
    trend: { window: trend, degree: 1, jump: jump(trend) },
    low: { window: low, degree: 1, jump: jump(low) },
  }
}

const nextOdd = (value: number): number => (value % 2 === 0 ? value + 1 : value)

/** One inner pass: a new season from the series without its trend, then a new trend without that season. */
function refine(values: Float64Array, season: number, spans: Spans, parts: Stl, weights?: Float64Array) {
  const cycle = smoothedCycles(
    values.map((value, at) => value - parts.trend[at]!),
    season,
    spans.season,
    weights,
  )
  const low = loess(movingMean(movingMean(movingMean(cycle, season), season), 3), spans.low)
  parts.seasonal = low.map((value, at) => cycle[season + at]! - value)
  parts.trend = loess(
    values.map((value, at) => value - parts.seasonal[at]!),
    spans.trend,
    weights,
  )
}

/** Each month's own series, smoothed and drawn out by one year at both ends. */
function smoothedCycles(
  values: Float64Array,
  season: number,
  options: LoessOptions,
  weights?: Float64Array,
): Float64Array {
  const cycle = new Float64Array(values.length + 2 * season)
  for (let month = 0; month < season; month++) {
    const own = values.filter((_, at) => at % season === month)
    const ownWeights = weights?.filter((_, at) => at % season === month)
    const smooth = loess(own, options, ownWeights)
    const last = own.length - 1
    cycle[month] = loessAt(own, -1, 0, options, ownWeights) ?? smooth[0]!
    smooth.forEach((value, year) => (cycle[(year + 1) * season + month] = value))
    const late = Math.max(0, own.length - options.window)
    cycle[(last + 2) * season + month] = loessAt(own, own.length, late, options, ownWeights) ?? smooth[last]!
  }
  return cycle
}

function movingMean(values: Float64Array, length: number): Float64Array {
  let total = 0
  for (let at = 0; at < length; at++) total += values[at]!
  return Float64Array.from({ length: values.length - length + 1 }, (_, at) => {
    if (at > 0) total += values[at + length - 1]! - values[at - 1]!
    return total / length
  })
}

/** Tukey's biweight of the rest, relative to six times its median. */
function robustnessWeights(values: Float64Array, { seasonal, trend }: Stl): Float64Array {
  const rest = values.map((value, at) => Math.abs(value - seasonal[at]! - trend[at]!))
  const reach = 6 * median(rest)
  return rest.map((value) => {
    if (value <= 0.001 * reach) return 1
    return value <= 0.999 * reach ? (1 - (value / reach) ** 2) ** 2 : 0
  })
}
