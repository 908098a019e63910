import { solve, zeros } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'

export type NoiseOptions = {
  /** No count is changed by more than this: D. */
  largestChange: number
  /** Of the change, the same for every count above zero: V. */
  variance: number
  /** Counts from 1 to this are never the result: jₛ. */
  neverShown: number
}

/** What Statistics Sweden's kind of table uses: D = 5, V = 3, jₛ = 2. */
export const defaultNoise: NoiseOptions = { largestChange: 5, variance: 3, neverShown: 2 }

/** The changes that a count may get, increasing, and how likely each is. */
export type Noise = { changes: Int32Array; probabilities: Float64Array }

/**
 * The table of changes of the cell key method: `noise[i]` for a count i, the last for every greater count.
 *
 * A zero is never changed. For i ≥ 1 the changes v are those with |v| ≤ D, i + v ≥ 0 and i + v not in 1..jₛ.
 * Of all distributions over them with mean 0 and variance V, the one with the greatest entropy −Σ p log p is taken:
 * p(v) ∝ exp(a·v + b·v²). So nothing more is assumed about the change than that it is unbiased and how large it is.
 * From i = D + jₛ + 1 every change is allowed, and the distribution is the same.
 *
 * Refuses (`bad-option`) a D that is not a whole number above zero, a jₛ that is not one from zero, and a V that no
 * distribution over the allowed changes of some count has.
 *
 * Fraser & Wooton 2005; Giessing 2016 (maximum entropy); the same as `ptable::create_cnt_ptable(D, V, js)` in R.
 */
export function maximumEntropyNoise(options: NoiseOptions): Noise[] {
  const { largestChange, variance, neverShown } = options
  expectWhole('largestChange', largestChange, 1)
  expectWhole('neverShown', neverShown, 0)
  const unchanged = { changes: Int32Array.of(0), probabilities: Float64Array.of(1) }
  const counts = Array.from({ length: largestChange + neverShown + 1 }, (_, index) => index + 1)
  return [unchanged, ...counts.map((count) => noiseOf(allowedChanges(count, options), variance))]
}

function expectWhole(option: string, value: number, least: number) {
  if (!Number.isInteger(value) || value < least)
    throw new CannotCalculate('bad-option', { option, found: value, expected: `ett heltal från ${least}` })
}

function allowedChanges(count: number, { largestChange, neverShown }: NoiseOptions): Int32Array {
  const all = Array.from({ length: 2 * largestChange + 1 }, (_, index) => index - largestChange)
  return Int32Array.from(all.filter((change) => count + change === 0 || count + change > neverShown))
}

function noiseOf(changes: Int32Array, variance: number): Noise {
  const [least, most] = varianceRange(changes)
  if (!(variance > least && variance < most))
    throw new CannotCalculate('bad-option', {
      option: 'variance',
      found: variance,
      expected: least < most ? `ett tal mellan ${least} och ${most}` : 'en större största ändring',
    })
  return { changes, probabilities: greatestEntropy(changes, variance) }
}

/**
 * With mean zero the variance is least on the changes nearest to zero and greatest on those farthest from it:
 * on two points −l and u it is l·u.
 */
function varianceRange(changes: Int32Array): [least: number, most: number] {
  const [below, above] = [changes.filter((change) => change < 0), changes.filter((change) => change > 0)]
  if (below.length === 0 || above.length === 0) return [0, 0]
  return [changes.includes(0) ? 0 : -below.at(-1)! * above[0]!, -below[0]! * above.at(-1)!]
}

/**
 * Newton's method on the dual, log Σ exp(a·v + b·(v² − V)), which is convex: its gradient is the moments' errors and
 * its Hessian their covariance. A step that raises it is halved.
 */
function greatestEntropy(changes: Int32Array, variance: number): Float64Array {
  let multipliers = Float64Array.of(0, 0)
  for (let round = 0; round < maximumRounds; round++) {
    const { probabilities, logTotal } = tilted(changes, variance, multipliers)
    const { gradient, hessian } = momentErrors(changes, variance, probabilities)
    if (Math.max(...gradient.map(Math.abs)) < 1e-12 * variance) return probabilities
    const step = solve(hessian, gradient)
    if (!step) break
    const after = (length: number) => multipliers.map((value, at) => value - length * step[at]!)
    let length = 1
    while (tilted(changes, variance, after(length)).logTotal > logTotal + rounding) length /= 2
    multipliers = after(length)
  }
  throw new CannotCalculate('not-converged', { steps: maximumRounds })
}

const maximumRounds = 200
const rounding = 1e-14

function tilted(changes: Int32Array, variance: number, multipliers: Float64Array) {
  const exponents = Float64Array.from(
    changes,
    (change) => multipliers[0]! * change + multipliers[1]! * (change * change - variance),
  )
  const largest = Math.max(...exponents)
  const weights = exponents.map((exponent) => Math.exp(exponent - largest))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return { probabilities: weights.map((weight) => weight / total), logTotal: largest + Math.log(total) }
}

function momentErrors(changes: Int32Array, variance: number, probabilities: Float64Array) {
  const moments = [1, 2, 3, 4].map((power) =>
    probabilities.reduce((sum, probability, at) => sum + probability * changes[at]! ** power, 0),
  )
  const [first, second, third, fourth] = moments as [number, number, number, number]
  const hessian = zeros(2, 2)
  const crossed = third - first * second
  hessian.values.set([second - first * first, crossed, crossed, fourth - second * second])
  return { gradient: Float64Array.of(first, second - variance), hessian }
}
