/**
 * Distribution functions to close to double precision.
 *
 * The incomplete gamma and beta functions by series and continued fraction (Lentz; NIST DLMF 8.7, 8.9, 8.17),
 * the logarithm of gamma by Lanczos' approximation, quantiles by Newton's method kept within a bracket.
 */

/** P(Z ≤ z) for the normal distribution with mean 0 and standard deviation 1. Exact in both tails. */
export function normalCdf(z: number): number {
  const tail = 0.5 * upperGamma(0.5, (z * z) / 2)
  return z > 0 ? 1 - tail : tail
}

/** The z with P(Z ≤ z) = p; ±Infinity for 1 and 0. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p <= 0) return p === 0 ? -Infinity : Number.NaN
  // The bound of the tail is near enough: each step of Halley's method triples the digits.
  let z = -Math.sqrt(-2 * Math.log(p))
  for (let step = 0; step < 5; step++) {
    const error = (normalCdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2)
    z -= error / (1 + (z * error) / 2)
  }
  return z
}

/** P(X > x) for the chi-square distribution. 1 when there are no degrees of freedom, or x is zero. */
export const chiSquareUpper = (x: number, degreesOfFreedom: number): number =>
  degreesOfFreedom === 0 || x <= 0 ? 1 : upperGamma(degreesOfFreedom / 2, x / 2)

/** P(|T| > |t|) for Student's t distribution. */
export const studentTwoSided = (t: number, degreesOfFreedom: number): number =>
  regularisedBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5)

/** The t with P(T ≤ t) = p for Student's t distribution. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
  if (p < 0.5) return -studentQuantile(1 - p, degreesOfFreedom)
  if (p === 0.5) return 0
  let [low, high] = [0, 1]
  while (studentTwoSided(high, degreesOfFreedom) / 2 > 1 - p) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2
    if (studentTwoSided(middle, degreesOfFreedom) / 2 > 1 - p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const shifted = x - 1
  const base = shifted + 7.5
  const total = lanczos.reduce((sum, each, index) => sum + (index === 0 ? each : each / (shifted + index)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(total)
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Q(a, x), the upper part of the incomplete gamma function, between 1 at x = 0 and 0. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(-x + a * Math.log(x) - logGamma(a))
  return x < a + 1 ? 1 - front * gammaSeries(a, x) : front * gammaFraction(a, x)
}

function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let total = term
  for (let n = 1; n < 10_000 && Math.abs(term) > Math.abs(total) * 1e-17; n++) {
    term *= x / (a + n)
    total += term
  }
  return total
}

function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / awayFromZero(numerator * d + b)
    c = awayFromZero(b + numerator / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}

/** I(x; a, b), the regularised incomplete beta function: the beta distribution's P(X ≤ x). */
export function regularisedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // The fraction converges fast on this side only; the other side is its mirror.
  if (x > (a + 1) / (a + b + 2)) return 1 - regularisedBeta(1 - x, b, a)
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
  return (Math.exp(front) * betaFraction(x, a, b)) / a
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    for (const numerator of [even, odd]) {
      d = 1 / awayFromZero(1 + numerator * d)
      c = awayFromZero(1 + numerator / c)
      fraction *= d * c
    }
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return fraction
}

const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
