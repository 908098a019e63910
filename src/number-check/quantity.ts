/** `time` is a length such as 6 months; `count` is everything else that is neither money nor a share. */
export type Unit = 'count' | 'money' | 'percent' | 'points' | 'time'

/** How a number is hedged: `drygt` is a little more, `minst` is that or more. */
export type Hedge = 'about' | 'little-more' | 'little-less' | 'more' | 'at-least' | 'less' | 'at-most'

/** A number with what it counts, as it stands in a running text. */
export type Quantity = {
  /** In the block's text, with hedge left out and unit included, half-open. */
  from: number
  until: number
  text: string
  unit: Unit
  /** Money in kronor, shares in per cent, lengths of time in months (or in what `thing` says, for days and weeks). */
  value: number
  /** What may be meant: rounding and hedge. `high` may be infinite. */
  low: number
  high: number
  /** The least step that is printed: 1 000 for tkr, 0.1 for one decimal. */
  step: number
  /** What the printed number is multiplied by: 1 000 for tkr. */
  scale: number
  sign: '' | '+' | '-'
  hedge: Hedge | null
  /** The stem of what is counted; null when nothing of the kind follows. */
  thing: string | null
  /** The stem of what "antalet …" before the number counts, when nothing follows it; less certain than `thing`. */
  named: string | null
  /** "per månad" and the like; null for a whole. */
  per: string | null
  /** A range such as 18–25, which is never added up. */
  isRange: boolean
  /** Written as a word that is a share: "hälften", "en tredjedel". */
  isWord: boolean
}

export type Interval = { low: number; high: number }

/** Away with what binary fractions leave behind, so that half a step is half a step. */
const slack = (value: number): number => (Number.isFinite(value) ? Math.abs(value) * 1e-9 + 1e-9 : 0)

/** Whether two intervals have a number in common. Two that are both rounded must have more than their ends in common. */
export const meet = (one: Interval, other: Interval): boolean => {
  const areRounded = one.high > one.low && other.high > other.low
  const edge = (value: number) => (areRounded ? -slack(value) : slack(value))
  return one.low <= other.high + edge(other.high) && other.low <= one.high + edge(one.high)
}

export const difference = (to: Interval, from: Interval): Interval => ({
  low: to.low - from.high,
  high: to.high - from.low,
})

export const total = (parts: Interval[]): Interval => ({
  low: parts.reduce((sum, { low }) => sum + low, 0),
  high: parts.reduce((sum, { high }) => sum + high, 0),
})

/** Of numbers that are not negative. */
export const product = (factors: Interval[]): Interval => ({
  low: factors.reduce((result, { low }) => result * low, 1),
  high: factors.reduce((result, { high }) => result * high, 1),
})

/** Of numbers that are positive; null when the divisor may be zero. */
export const ratio = (part: Interval, whole: Interval): Interval | null =>
  whole.low <= 0 ? null : { low: part.low / whole.high, high: part.high / whole.low }

export const times = ({ low, high }: Interval, factor: number): Interval => ({ low: low * factor, high: high * factor })

/** What is meant by a value that is hedged, or printed with a step. A round amount of money may be rounded to its last digit. */
export function intervalOf(
  value: number,
  step: number,
  hedge: Hedge | null,
  { exact = false, wide = 0 }: { exact?: boolean; wide?: number } = {},
): Interval {
  const half = exact ? 0 : step / 2
  const spread = Math.abs(value) * wide
  switch (hedge) {
    case 'about':
      return {
        low: value - Math.max(Math.abs(value) * 0.12, half),
        high: value + Math.max(Math.abs(value) * 0.12, half),
      }
    case 'little-more':
      return { low: value - half * 0.1, high: value + Math.max(Math.abs(value) * 0.12, step) }
    case 'little-less':
      return { low: value - Math.max(Math.abs(value) * 0.12, step), high: value + half * 0.1 }
    case 'more':
    case 'at-least':
      return { low: value - half * 0.1, high: Infinity }
    case 'less':
    case 'at-most':
      return { low: Math.min(0, value), high: value + half * 0.1 }
    case null:
      return { low: value - Math.max(half, spread), high: value + Math.max(half, spread) }
  }
}

/** Whether two numbers may be of the same thing: the same unit, and no two different nouns. */
export const isAlike = (one: Quantity, other: Quantity): boolean =>
  one.unit === other.unit &&
  (one.unit === 'count' || one.per === other.per) &&
  (one.thing === null || other.thing === null || one.thing === other.thing)

/** A number without unit or noun, which takes them of the number it is tied to. */
export const isBare = ({ unit, thing }: Quantity): boolean => unit === 'count' && thing === null

/** The bare number with the unit of the other: "från 38,1 till 26,7 miljoner". */
export function likeOther(one: Quantity, other: Quantity): Quantity {
  if (!isBare(one) || isBare(other) || one.isRange) return one
  const scale = other.scale / one.scale
  const [value, step] = [one.value * scale, one.step * scale]
  const interval = intervalOf(value, step, one.hedge, { exact: other.unit === 'count' })
  return { ...one, ...interval, value, step, scale: other.scale, unit: other.unit, thing: other.thing, per: other.per }
}

/** A round amount may be rounded to its last digit that is not zero: 1 900 for 1 865. Never by more than three hundredths. */
export function roundAmount(one: Quantity): Interval {
  const zeros = /^[^\d]*\d[\d\s.\u00a0\u2009\u202f]*?((?:0[\s.\u00a0\u2009\u202f]?){2,})(?![\d,])/.exec(one.text)?.[1]
  if (!zeros || one.unit !== 'money') return one
  const spread = Math.min((10 ** zeros.replace(/\D/g, '').length * one.scale) / 2, Math.abs(one.value) * 0.03)
  return { low: Math.min(one.low, one.value - spread), high: Math.max(one.high, one.value + spread) }
}

/** A number that stands for an interval. */
export const middle = ({ low, high }: Interval): Interval => ({ low: (low + high) / 2, high: (low + high) / 2 })

/** What is reckoned from rounded numbers is right to half a hundredth. */
export const widened = ({ low, high }: Interval): Interval => ({
  low: low - Math.abs(low) * 0.005,
  high: high + Math.abs(high) * 0.005,
})
