import { CannotCalculate } from '../refusal.ts'
import { distinctTimes } from './distinct-times.ts'
import type { SurvivalSample } from './survival-sample.ts'

/** A sample in order of time, made once and shared by the calculations. */
export type FollowUp = {
  sample: SurvivalSample
  /** Distinct times of exits and entries, rising. */
  times: Float64Array
  /** Positions in `times`; a row is at risk at the positions after `enters` up to and including `leaves`. */
  leaves: Int32Array
  enters: Int32Array | null
  /** The rows in order of leaving, and in order of entering. */
  leaving: Int32Array
  entering: Int32Array | null
}

/**
 * Sorts a sample by time. Times closer than 1.5e-8, absolutely or relative to their mean, are one time, as in R's
 * `survfit`: 0.1 + 0.2 and 0.3 are a tie and not two exits.
 *
 * Refuses a sample without rows (`no-rows`), and as `bad-value` a row whose time is not 0 or more, whose exit is no
 * cause, which has no group, or whose entry is not before its time.
 */
export function followUpOf(sample: SurvivalSample): FollowUp {
  const { time, entry } = sample
  if (time.length === 0) throw new CannotCalculate('no-rows')
  for (let row = 0; row < time.length; row++) refuseBadRow(sample, row)
  const { times, positionOf } = distinctTimes(entry ? [time, entry] : [time])
  const leaves = positionsOf(time, positionOf)
  const enters = entry ? positionsOf(entry, positionOf) : null
  if (enters) refuseEmptyStays(sample, enters, leaves)
  return {
    sample,
    times,
    leaves,
    enters,
    leaving: inOrder(leaves, times.length),
    entering: enters && inOrder(enters, times.length),
  }
}

function positionsOf(values: Float64Array, positionOf: (value: number) => number): Int32Array {
  const positions = new Int32Array(values.length)
  for (let row = 0; row < values.length; row++) positions[row] = positionOf(values[row]!)
  return positions
}

function refuseBadRow({ time, exit, causes, entry, group }: SurvivalSample, row: number) {
  const refuse = (column: string, found: number, expected: string) => {
    throw new CannotCalculate('bad-value', { column, row: row + 1, found, expected })
  }
  if (!(time[row]! >= 0 && time[row]! < Infinity)) refuse('time', time[row]!, 'en tid som är 0 eller mer')
  if (entry && !(entry[row]! < time[row]! && entry[row]! > -Infinity))
    refuse('entry', entry[row]!, 'ett inträde före tiden')
  if (!(exit[row]! >= 0 && exit[row]! <= causes)) refuse('exit', exit[row]!, `0 till ${causes}`)
  if (group.codes[row]! < 0) refuse('group', group.codes[row]!, 'en grupp')
}

/** An entry and a time that are a tie leave no time to be at risk. */
function refuseEmptyStays({ entry }: SurvivalSample, enters: Int32Array, leaves: Int32Array) {
  const row = enters.findIndex((position, each) => position >= leaves[each]!)
  if (row < 0) return
  const expected = 'ett inträde före tiden'
  throw new CannotCalculate('bad-value', { column: 'entry', row: row + 1, found: entry![row]!, expected })
}

/** The rows by position, rows of the same position in their own order: a counting sort. */
function inOrder(positions: Int32Array, count: number): Int32Array {
  const next = new Int32Array(count + 1)
  for (let row = 0; row < positions.length; row++) next[positions[row]! + 1]!++
  for (let position = 0; position < count; position++) next[position + 1]! += next[position]!
  const rows = new Int32Array(positions.length)
  for (let row = 0; row < positions.length; row++) rows[next[positions[row]!]!++] = row
  return rows
}
