import { type WorkStatus, workStatusCodes } from './work-statuses.ts'
import type { Counted, WorkView } from './worklist-view.ts'
import type { WorkGroup } from './worklist.queries.ts'

/** How many of the view are in each status. */
export const statusCounts = (groups: readonly WorkGroup[]): Record<WorkStatus, number> =>
  Object.fromEntries(workStatusCodes.map((code) => [code, sum(groups, code)])) as Record<WorkStatus, number>

/** Open households of each view. `me` is null for whoever has none of his or her own. */
export const viewCounts = (groups: readonly WorkGroup[], me: string | null): Record<WorkView, number> => ({
  mine: sum(groups.filter(({ caseworker }) => caseworker !== null && caseworker === me)),
  unit: sum(groups),
  unassigned: sum(groups.filter(({ caseworker }) => caseworker === null)),
})

/** Open households by unit or by caseworker, in Swedish order of their names; those that have none are left out. */
export function countedBy(
  groups: readonly WorkGroup[],
  by: 'unit' | 'caseworker',
  label: (code: string) => string = (code) => code,
): Counted[] {
  const codes = [...new Set(groups.flatMap((group) => group[by] ?? []))]
  return codes
    .map((value) => ({ value, label: label(value), count: sum(groups.filter((group) => group[by] === value)) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.label.localeCompare(b.label, 'sv'))
}

const sum = (groups: readonly WorkGroup[], what: 'open' | WorkStatus = 'open') =>
  groups.reduce((total, group) => total + group[what], 0)
