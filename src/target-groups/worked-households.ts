import type { Tx } from '../database/transaction.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import type { PathEvent } from '../pathway/event.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import { approvedVersion, type Path } from '../pathway/path.ts'
import { replay } from '../pathway/replay.ts'
import type { Day } from '../values/day.ts'
import type { Worked } from './group-tables.ts'

const kinds = [
  'mapping-saved',
  'plan-saved',
  'plan-approved',
  'case-closed',
  'project-joined',
  'project-left',
  'undone',
] as const satisfies readonly EventKind[]

/** Area of a mapping that asks about the children's situation, school and childcare; its level 0 says that nothing stands in the way. */
const childrenArea = 'children-family'

export type Ways = ReadonlyMap<number, PathEvent[]>

/** What has been recorded of plans and mappings for some households. Runs for the whole municipality: only counts leave the server. */
export const loadWays = (tx: Tx, municipalityId: number, ids: readonly number[]): Promise<Ways> =>
  loadEvents(tx, municipalityId, ids, kinds)

/** For how many of some households a mapping was done and a plan approved by the end of a day. Childrens' rows are of households with children. */
export function workedBy(
  ways: Ways,
  households: readonly { id: number; hasChildren: boolean }[],
  day: Day,
  project: string | null,
): Worked {
  const found: Worked = {
    ...{ households: 0, mapped: 0, withPlan: 0, withChildren: 0, childrenAsked: 0, childrenArranged: 0 },
    takingPart: project === null ? null : 0,
    plans: { implementation: 0, work: 0, activity: 0 },
  }
  for (const { id, hasChildren } of households) {
    const path = replay((ways.get(id) ?? []).filter(({ on }) => on <= day))
    found.households++
    if (path.mappings.some(({ completedOn }) => completedOn !== null)) found.mapped++
    const approved = new Set(path.plans.flatMap((plan) => approvedVersion(plan)?.body.kind ?? []))
    if (approved.size > 0) found.withPlan++
    for (const kind of approved) found.plans[kind]++
    if (found.takingPart !== null && path.projects.some((stay) => stay.project === project && stay.leftOn === null))
      found.takingPart++
    if (!hasChildren) continue
    found.withChildren++
    const levels = childrenLevels(path)
    if (levels.length > 0) found.childrenAsked++
    if (levels.at(-1) === 0) found.childrenArranged++
  }
  return found
}

/** What the mappings have said of the children, the latest last. */
const childrenLevels = ({ mappings }: Path): number[] =>
  mappings
    .flatMap(({ versions }) => versions)
    .toSorted((one, other) => one.sequence - other.sequence)
    .flatMap(({ body }) => body.answers[childrenArea]?.level ?? [])
