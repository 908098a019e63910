import { type Codes, oneGroup } from '../columns.ts'
import type { Spells } from '../spells.ts'
import { competingExits } from './competing-exits.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import type { RiskTable } from './risk-table.ts'
import { stepValue } from './step-value.ts'
import type { SurvivalSample } from './survival-sample.ts'

/**
 * Spells with assistance as durations in months, with the causes in the order of `exits.labels` and unknown as the last.
 * `exits` and `group` have a code per spell; -1 in `exits` is an exit whose cause nobody wrote down.
 *
 * An ended spell lasts from its first to its last month with assistance, gaps included. One that is not known to have
 * ended is censored a month earlier: whether it ended after its last month is what is not known, and censoring at the
 * full length would keep it at risk for an exit that could not be seen, so that S comes out too high.
 * Spells that may have begun before the data are left out, since their length is not known; counted from the first
 * month of the data they would make S too high as well. Where their true start is known from elsewhere, they belong in
 * a sample with `entry`.
 */
export function throughputSample(spells: Spells, exits: Codes, group = oneGroup(spells.length)): SurvivalSample {
  const kept = Int32Array.from(spells.start.keys()).filter((spell) => !spells.leftUnknown[spell])
  const months = (spell: number) => spells.last[spell]! - spells.start[spell]! + spells.resolved[spell]!
  const exit = (spell: number) => (exits.codes[spell]! < 0 ? unknownCause(exits) : exits.codes[spell]! + 1)
  return {
    time: Float64Array.from(kept, months),
    exit: kept.map((spell) => (spells.resolved[spell] ? exit(spell) : 0)),
    causes: unknownCause(exits),
    group: { codes: kept.map((spell) => group.codes[spell]!), labels: group.labels },
  }
}

/** The number of the cause that stands for an exit whose cause nobody wrote down. */
export const unknownCause = (exits: Codes): number => exits.labels.length + 1

type WorkShareOptions = {
  /** The causes that count as work. */
  work: readonly number[]
  unknown: number
  /** Months after the start. */
  horizon: number
}

/** Shares of those who started. `least` has those known to have left for work, `most` also all whose cause is unknown. */
type WorkShare = { remaining: number; least: number; most: number }

/**
 * How many have left for work within a horizon, as a range: a single figure would say that nobody, or everybody, of
 * those with an unknown cause got work. From the table of one group. Null when nobody was followed so long and somebody
 * remained: then the data do not say.
 */
export function workShare(table: RiskTable, { work, unknown, horizon }: WorkShareOptions): WorkShare | null {
  const remaining = stepValue(table.time, kaplanMeier(table).survival, horizon, 1)
  const followedSoLong = table.time.some((time) => time >= horizon)
  if (!followedSoLong && remaining > 0) return null
  const shares = competingExits(table).map(({ time, incidence }) => stepValue(time, incidence, horizon, 0))
  const least = work.reduce((total, cause) => total + shares[cause - 1]!, 0)
  return { remaining, least, most: least + shares[unknown - 1]! }
}
