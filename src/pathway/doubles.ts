import type { PathEvent } from './event.ts'
import { type PathRefusal, refusedByPath } from './legal.ts'
import { hasUnsortedWays, type Path } from './path.ts'
import { emptyPath, proceed } from './replay.ts'

/** Why something could not have been told where the other had been told already. */
const isDouble: ReadonlySet<PathRefusal> = new Set<PathRefusal>([
  'already-booked',
  'mapping-exists',
  'plan-exists',
  'already-referred',
])

/**
 * What two ways that have met hold double: a second plan of the same kind, a second meeting booked, a second referral to the
 * same intervention. Nothing once somebody has gone through them, and nothing where no ways have met.
 */
export function doublesIn(path: Path): PathEvent[] {
  if (!hasUnsortedWays(path)) return []
  const told = emptyPath()
  return path.events.filter((event) => {
    const refusal = refusedByPath(told, event)
    proceed(told, event)
    return refusal !== null && isDouble.has(refusal)
  })
}
