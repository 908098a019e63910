/** Draws that are the same every time for the same seed. */
export type Random = {
  /** Evenly from 0 up to, but not including, 1. */
  next: () => number
  /** A whole number from 0 up to, but not including, `below`. */
  integer: (below: number) => number
  /** From the normal distribution with mean 0 and standard deviation 1. */
  normal: () => number
  /** From the gamma distribution with scale 1; `shape` above zero. */
  gamma: (shape: number) => number
  beta: (alpha: number, beta: number) => number
  poisson: (mean: number) => number
  binomial: (trials: number, probability: number) => number
  /** With the given mean; the variance is mean + mean²/size. An infinite size is Poisson. */
  negativeBinomial: (mean: number, size: number) => number
}

/**
 * A generator of pseudo-random numbers, xoshiro128** (Blackman & Vigna 2021), seeded by SplitMix32.
 * Good for simulation and resampling; not for secrets. `seed` is a whole number.
 */
export function seededRandom(seed: number): Random {
  const next = xoshiro(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const gamma = (shape: number): number =>
    shape < 1 ? gamma(shape + 1) * Math.pow(1 - next(), 1 / shape) : gammaAboveOne(shape, next, normal)
  const beta = (a: number, b: number) => {
    const left = gamma(a)
    return left / (left + gamma(b))
  }
  const poisson = (mean: number): number => drawPoisson(mean, next, gamma, binomial)
  const binomial = (trials: number, probability: number): number => drawBinomial(trials, probability, next, beta)
  const negativeBinomial = (mean: number, size: number) =>
    poisson(Number.isFinite(size) ? (mean * gamma(size)) / size : mean)
  return {
    next,
    integer: (below) => Math.floor(next() * below),
    normal,
    gamma,
    beta,
    poisson,
    binomial,
    negativeBinomial,
  }
}

function xoshiro(seed: number): () => number {
  let splitMix = seed | 0
  const word = () => {
    splitMix = (splitMix + 0x9e3779b9) | 0
    let mixed = Math.imul(splitMix ^ (splitMix >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let [a, b, c, d] = [word(), word(), word(), word()]
  const draw = () => {
    const five = Math.imul(b, 5)
    const result = Math.imul((five << 7) | (five >>> 25), 9)
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = (d << 11) | (d >>> 21)
    return result >>> 0
  }
  // 53 bits from two words, as many as a double holds.
  return () => ((draw() >>> 5) * 67108864 + (draw() >>> 6)) / 9007199254740992
}

/** Marsaglia & Tsang (2000). */
function gammaAboveOne(shape: number, next: () => number, normal: () => number): number {
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** By multiplication when the mean is small, else split by a gamma draw (Ahrens & Dieter 1974): exact for every mean. */
function drawPoisson(mean: number, next: () => number, gamma: Random['gamma'], binomial: Random['binomial']): number {
  let [count, left] = [0, mean]
  while (left > 16) {
    const events = Math.floor(left * 0.875)
    const waited = gamma(events)
    if (waited > left) return count + binomial(events - 1, left / waited)
    count += events
    left -= waited
  }
  const limit = Math.exp(-left)
  for (let product = next(); product > limit; product *= next()) count++
  return count
}

/** One by one when few, else split by a beta draw of the median order statistic: exact for every number of trials. */
function drawBinomial(trials: number, probability: number, next: () => number, beta: Random['beta']): number {
  let [count, left, chance] = [0, trials, probability]
  while (left > 30) {
    const middle = 1 + Math.floor(left / 2)
    const value = beta(middle, left + 1 - middle)
    if (value <= chance) {
      count += middle
      left -= middle
      chance = (chance - value) / (1 - value)
    } else {
      left = middle - 1
      chance = chance / value
    }
  }
  for (let trial = 0; trial < left; trial++) if (next() < chance) count++
  return count
}
