import { layoutOf, type EtsLayout, type EtsModel } from './ets-model.ts'

/** What a run through the series leaves behind; the run after it overwrites it. */
export type EtsRun = {
  alpha: number
  beta: number
  gamma: number
  phi: number
  level: number
  slope: number
  /** The seasonal state of each place in the cycle, the first being that of the first value. */
  seasons: Float64Array
  sumOfSquares: number
  sumOfLogs: number
}

export type EtsRecursion = {
  layout: EtsLayout
  run: EtsRun
  /** Sets parameters and first states. False when a multiplicative season would be below zero. */
  load: (parameters: Float64Array) => boolean
  /** Runs through the series, leaves the last states, and gives minus twice the log-likelihood less a constant. */
  minusTwoLogLikelihood: () => number
}

/** Below this a divisor counts as zero, and the ratio is taken to be `huge`: as in R's `forecast`. */
const [tiny, huge] = [1e-10, 1e10]

/** The state space recursion of a model over a series: nothing is allocated from one run to the next. */
export function etsRecursion(model: EtsModel, values: Float64Array, period: number): EtsRecursion {
  const layout = layoutOf(model, period)
  const seasons = new Float64Array(model.season === 'none' ? 1 : period)
  const run: EtsRun = {
    alpha: 0,
    beta: 0,
    gamma: 0,
    phi: 1,
    level: 0,
    slope: 0,
    seasons,
    sumOfSquares: 0,
    sumOfLogs: 0,
  }
  const relative = model.error === 'multiplicative'
  const factors = model.season === 'multiplicative'
  return {
    layout,
    run,
    load: (parameters) => load(parameters, layout, run, factors),
    minusTwoLogLikelihood: () => {
      runThrough(values, run, relative, factors)
      const fit = values.length * Math.log(run.sumOfSquares)
      return relative ? fit + 2 * run.sumOfLogs : fit
    },
  }
}

function load(parameters: Float64Array, layout: EtsLayout, run: EtsRun, factors: boolean): boolean {
  run.alpha = parameters[layout.alpha]!
  run.level = parameters[layout.level]!
  if (layout.beta > 0) run.beta = parameters[layout.beta]!
  if (layout.slope > 0) run.slope = parameters[layout.slope]!
  if (layout.phi > 0) run.phi = parameters[layout.phi]!
  if (layout.gamma < 0) return true
  run.gamma = parameters[layout.gamma]!
  return loadSeasons(parameters, layout.seasons, run.seasons, factors)
}

function loadSeasons(parameters: Float64Array, from: number, seasons: Float64Array, factors: boolean): boolean {
  const last = seasons.length - 1
  let sum = 0
  let least = Infinity
  for (let at = 0; at < last; at++) {
    const value = parameters[from + at]!
    sum += value
    if (value < least) least = value
    seasons[last - at] = value
  }
  seasons[0] = (factors ? seasons.length : 0) - sum
  return !factors || Math.min(least, seasons[0]) >= 0
}

/** A series without season is run as one with a single seasonal term of zero. */
function runThrough(values: Float64Array, run: EtsRun, relative: boolean, factors: boolean) {
  const { alpha, gamma, phi, seasons } = run
  const pull = run.beta / alpha
  let level = run.level
  let slope = run.slope
  let squares = 0
  let logs = 0
  // A logarithm per value would take half the time of the whole fit.
  let product = 1
  let place = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    const season = seasons[place]!
    const drift = phi * slope
    const carried = level + drift
    const expected = factors ? carried * season : carried + season
    const error = relative ? (value - expected) / expected : value - expected
    squares += error * error
    if (relative) {
      product *= expected
      const size = Math.abs(product)
      if (!(size > 1e-200 && size < 1e200)) {
        logs += Math.log(size)
        product = 1
      }
    }
    const next = carried + alpha * ((factors ? ratio(value, season) : value - season) - carried)
    seasons[place] = season + gamma * ((factors ? ratio(value, carried) : value - carried) - season)
    slope = drift + pull * (next - level - drift)
    level = next
    if (++place === seasons.length) place = 0
  }
  run.level = level
  run.slope = slope
  run.sumOfSquares = squares
  run.sumOfLogs = logs + Math.log(Math.abs(product))
}

const ratio = (value: number, divisor: number): number => (Math.abs(divisor) < tiny ? huge : value / divisor)
