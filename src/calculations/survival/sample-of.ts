import { codesOf, oneGroup } from '../columns.ts'
import type { SurvivalSample } from './survival-sample.ts'

export type FollowedRows = {
  time: ArrayLike<number>
  exit: ArrayLike<number>
  entry?: ArrayLike<number>
  group?: readonly string[]
  strata?: readonly string[]
}

/** A sample written so that it can be read: for tests and examples. The causes are those up to the largest. */
export const sampleOf = ({ time, exit, entry, group, strata }: FollowedRows): SurvivalSample => ({
  time: Float64Array.from(time),
  exit: Int32Array.from(exit),
  causes: Math.max(1, ...Array.from(exit)),
  ...(entry && { entry: Float64Array.from(entry) }),
  group: group ? codesOf(group) : oneGroup(time.length),
  ...(strata && { strata: codesOf(strata) }),
})
