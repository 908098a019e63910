import { type MethodResult, estimateOf } from './all-estimates.ts'

/** Entropy balancing's estimate, with every value that it or AIPW allows for. */
export type EffectInterval = { estimate: number; lower: number; upper: number }

/** Null when either method refused. */
export function effectInterval(methods: readonly MethodResult[]): EffectInterval | null {
  const [balancing, augmented] = [estimateOf(methods, 'entropy-balancing'), estimateOf(methods, 'aipw')]
  if (!balancing || !augmented) return null
  return {
    estimate: balancing.estimate,
    lower: Math.min(balancing.lower, augmented.lower),
    upper: Math.max(balancing.upper, augmented.upper),
  }
}

/**
 * How far the interval may be moved, either way, before a claim no longer holds; below zero when it does not hold.
 * `shown`: that it excludes zero. `excluded`: that it is within ±`smallestOfInterest`.
 */
export type Room = { shown: number; excluded: number }

export function roomOf(effect: EffectInterval | null, smallestOfInterest: number | undefined): Room {
  if (!effect) return { shown: -Infinity, excluded: -Infinity }
  return {
    shown: Math.max(effect.lower, -effect.upper),
    excluded: smallestOfInterest === undefined ? -Infinity : smallestOfInterest - Math.max(-effect.lower, effect.upper),
  }
}
