/**
 * An exponential smoothing model in the taxonomy of Hyndman et al. (2002): how error, trend and season enter.
 * A multiplicative trend is not among them, since it runs away over a year's horizon.
 */
export type EtsModel = {
  error: 'additive' | 'multiplicative'
  trend: 'none' | 'additive' | 'damped'
  season: 'none' | 'additive' | 'multiplicative'
}

/** The smoothing parameters are kept within these; outside, φ can hardly be told from no trend or no damping. */
export const bounds = { smoothing: [1e-4, 0.9999], phi: [0.8, 0.98] } as const

/** Where each parameter stands in the vector that is searched; -1 when the model has none. */
export type EtsLayout = {
  alpha: 0
  beta: number
  gamma: number
  phi: number
  level: number
  slope: number
  /** The first of `season - 1` seasonal states, the latest month first; the last follows from the others. */
  seasons: number
  length: number
}

export function layoutOf({ trend, season }: EtsModel, period: number): EtsLayout {
  let next = 1
  const place = (present: boolean, count = 1) => {
    if (!present) return -1
    next += count
    return next - count
  }
  const [hasTrend, hasSeason] = [trend !== 'none', season !== 'none']
  const beta = place(hasTrend)
  const gamma = place(hasSeason)
  const phi = place(trend === 'damped')
  const level = place(true)
  const slope = place(hasTrend)
  const seasons = place(hasSeason, period - 1)
  return { alpha: 0, beta, gamma, phi, level, slope, seasons, length: next }
}

/** As it is written: ETS(M,Ad,A) and so on. */
export const nameOf = ({ error, trend, season }: EtsModel): string =>
  `ETS(${letter[error]},${letter[trend]},${letter[season]})`

const letter = { none: 'N', additive: 'A', multiplicative: 'M', damped: 'Ad' }
