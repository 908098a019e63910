import { conformalQuantile, type Scores } from './conformal.ts'

/** One forecast occasion in order of time: the past errors to calibrate on, and the scores of what then came. */
export type Round = { calibration: Scores; outcomes: ArrayLike<number> }

export type AdaptiveOptions = {
  /** The coverage to hold over time, between 0 and 1. */
  level: number
  /** γ: how fast the level answers to misses. 0 is ordinary split conformal prediction. */
  rate: number
  /** Rounds until an outcome is known: h for a forecast h rounds ahead, at least 1. */
  delay: number
}

/** The level that was used in a round, the half width it gave, and the share of the outcomes outside; null when none. */
export type AdaptiveRound = { level: number; halfWidth: number; missed: number | null }

/**
 * Adaptive conformal inference (Gibbs & Candès 2021): α_{t+1} = α_t + γ·(α − miss_t).
 *
 * After misses the intervals widen, after a calm time they narrow again, so that the share of misses over a long time
 * comes to α whatever happens to the series, a shock that hits all of them included. The answer comes after the shock.
 * `miss_t` is the share of the outcomes of the round that fell outside, and counts when it is known, `delay` rounds later.
 * A level above what the past errors can bear takes the greatest of them, where the paper takes an infinite interval.
 * A round without past errors has the half width 0.
 */
export function adaptiveRounds(rounds: readonly Round[], { level, rate, delay }: AdaptiveOptions): AdaptiveRound[] {
  const done: AdaptiveRound[] = []
  let adapted = level
  for (const [at, { calibration, outcomes }] of rounds.entries()) {
    const missed = done[at - delay]?.missed ?? null
    if (missed !== null) adapted += rate * (missed - (1 - level))
    const used = Math.min(1, Math.max(0, adapted))
    const halfWidth = conformalQuantile(calibration, used) ?? 0
    done.push({ level: used, halfWidth, missed: shareAbove(outcomes, halfWidth) })
  }
  return done
}

function shareAbove(outcomes: ArrayLike<number>, halfWidth: number): number | null {
  const scores = Array.from(outcomes)
  return scores.length === 0 ? null : scores.filter((score) => score > halfWidth).length / scores.length
}
