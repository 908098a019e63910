import type { Panel } from '../panel.ts'
import { dictionary } from './dictionary.ts'

const ageBands = [-1, 0, 25, 35, 45, 55] as const

/**
 * What a household was like when the data first saw it: first known obstacle of the applicant, household type and age band.
 * The first and not the month's, since an intervention may change what is registered.
 *
 * `rows` are of the panel's household-months, and `offsets` where those of each household begin.
 */
export function householdTraits(panel: Panel, rows: Int32Array, offsets: Int32Array) {
  const { householdMonths, obstacles } = panel
  const first = Int32Array.from(offsets.subarray(0, -1), (record) => rows[record]!)
  const known = firstObstacles(panel)
  const obstacle = Int16Array.from(first, (row) => {
    const found = known[householdMonths.household[row]!]!
    return found < 0 ? obstacles.length : found
  })
  const [obstacleCount, typeCount] = [obstacles.length + 1, 10]
  const profiles = dictionary()
  const profile = Int32Array.from(first, (row, household) => {
    const age = ageBands.findLastIndex((from) => from <= householdMonths.age[row]!)
    const type = householdMonths.householdType[row]!
    return profiles.numberOf([obstacle[household]!, obstacleCount + type, obstacleCount + typeCount + age])
  })
  const traitLevels = obstacleCount + typeCount + ageBands.length
  return { profile, profiles: profiles.entries, traitLevels, obstacle, obstacleCount }
}

/** By household of the panel; -1 when none is known. */
function firstObstacles({ personMonths, householdMonths, householdIds }: Panel): Int16Array {
  const found = new Int16Array(householdIds.length).fill(-1)
  const since = new Float64Array(householdIds.length).fill(Infinity)
  for (let row = 0; row < personMonths.length; row++) {
    const household = householdMonths.household[personMonths.householdMonth[row]!]!
    if (personMonths.role[row] !== 0 || personMonths.obstacle[row]! < 0) continue
    if (personMonths.month[row]! >= since[household]!) continue
    since[household] = personMonths.month[row]!
    found[household] = personMonths.obstacle[row]!
  }
  return found
}
