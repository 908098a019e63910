import { mean } from '../sample-statistics.ts'
import { bounds } from './ets-model.ts'
import { nelderMead } from './nelder-mead.ts'

/** The weight of the newest value, and the level after the last: the forecast of all that follows. */
export type SimpleSmoothing = { alpha: number; level: number }

/**
 * Simple exponential smoothing, lₜ = lₜ₋₁ + α(yₜ − lₜ₋₁), with α and the first level of least squared one-step errors.
 *
 * As R's `ses`: α between 0.0001 and 0.9999, and the search starts from the mean of the first ten values.
 * With six values or fewer the first level is the first value, and α is above zero and at most one.
 */
export function simpleSmoothing(values: Float64Array): SimpleSmoothing {
  return values.length > 6 ? withFreeStart(values) : fromFirstValue(values)
}

function withFreeStart(values: Float64Array): SimpleSmoothing {
  const [least, most] = bounds.smoothing
  const start = Float64Array.of(least + 0.2 * (most - least), mean(values.slice(0, 10)))
  const squares = ([alpha = 0, level = 0]: Float64Array) =>
    alpha < least || alpha > most ? Infinity : run(values, alpha, level).meanSquare
  const [alpha = 0, level = 0] = nelderMead(start, squares, search)!
  return { alpha, level: run(values, alpha, level).level }
}

function fromFirstValue(values: Float64Array): SimpleSmoothing {
  const first = values[0]!
  const squares = ([alpha = 0]: Float64Array) =>
    alpha < 1e-10 || alpha > 1 ? Infinity : run(values, alpha, first).meanSquare
  const [alpha = 0] = nelderMead(Float64Array.of(0.2), squares, search)!
  return { alpha, level: run(values, alpha, first).level }
}

const search = { tolerance: Math.sqrt(Number.EPSILON), evaluations: 2000 }

function run(values: Float64Array, alpha: number, first: number): { level: number; meanSquare: number } {
  let level = first
  let squares = 0
  for (const value of values) {
    const error = value - level
    squares += error * error
    level += alpha * error
  }
  return { level, meanSquare: squares / values.length }
}
