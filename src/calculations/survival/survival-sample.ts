import type { Codes } from '../columns.ts'

/** Rows that were followed until they left or the follow-up ended. All columns have the same length. */
export type SurvivalSample = {
  /** How long each was followed: finite and not negative, in any unit. */
  time: Float64Array
  /** How it ended: 0 censored, else the cause, 1 … `causes`. */
  exit: Int32Array
  causes: number
  /** From when each was followed, before `time`. A row is at risk at the times t with entry < t ≤ time. */
  entry?: Float64Array
  group: Codes
  /** Groups are compared within strata. A row without a stratum (-1) leaves only the comparison. */
  strata?: Codes
}
