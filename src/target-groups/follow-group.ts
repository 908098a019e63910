import type { FigureTable } from '../analysis/figures.ts'
import type { Months } from '../calculations/assistance.ts'
import { fallWithoutAction } from '../calculations/effect/regression-to-the-mean.ts'
import {
  adultsByObstacle,
  assistedOf,
  closedBetween,
  type GroupMarks,
  marksOf,
  paidEach,
  paidTo,
} from '../calculations/group-follow-up.ts'
import type { PreparedPanel } from '../calculations/prepared-panel.ts'
import { valueAt } from '../parameters/dated.ts'
import { type DisclosureLimits, disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Day } from '../values/day.ts'
import { formatShare } from '../values/format.ts'
import { type Month, monthFromIndex, type MonthIndex, monthIndex } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { closedTable, costTable, obstaclesTable, type Tertial, tertialsTable } from './group-tables.ts'
import type { Span } from './goals.ts'
import { groupText as text } from './group.text.ts'

/** Those who came to a group at one time, and whom they are compared with, both as they were written down, followed from a month on. */
export type Cohort = {
  prepared: PreparedPanel
  group: GroupMarks
  compared: GroupMarks
  size: number
  start: MonthIndex
  limits: DisclosureLimits
}

export function cohortOf(
  prepared: PreparedPanel,
  { ids, compared, from }: { ids: readonly number[]; compared: readonly number[]; from: Day },
): Cohort {
  const places = new Map(Array.from(prepared.panel.householdIds, (id, position) => [id, position]))
  const marked = (those: readonly number[]) =>
    marksOf(
      prepared,
      those.flatMap((id) => places.get(id) ?? []),
    )
  const month = from.slice(0, 7) as Month
  return {
    prepared,
    ...{ group: marked(ids), compared: marked(compared), size: ids.length },
    start: Math.min(monthIndex(month), prepared.untilMonth),
    limits: valueAt(disclosureLimits, month),
  }
}

/** As many months before as after, a year at most: null while there is no month after. */
function monthsAround({ prepared, start }: Cohort): { before: Months; after: Months; count: number } | null {
  const count = Math.min(12, prepared.untilMonth - start, start - prepared.firstMonth)
  if (count < 1) return null
  const after = { from: start, until: start + count }
  return { before: { from: start - count, until: start }, after, count }
}

const countOf = (marks: GroupMarks): number => marks.reduce((sum, mark) => sum + mark, 0)

/** What has become of the group: children, women and men first in each. Empty while there is no month after its day. */
export function followTables(cohort: Cohort): FigureTable[] {
  const { prepared, group, compared, start, limits } = cohort
  const around = monthsAround(cohort)
  if (!around) return []
  const { before, after, count } = around
  const now = { from: start, until: prepared.untilMonth }
  const paid = (marks: GroupMarks) => ({
    beforeOre: paidTo(prepared, marks, before),
    afterOre: paidTo(prepared, marks, after),
    persons: { before: assistedOf(prepared, marks, before), after: assistedOf(prepared, marks, after) },
  })
  const closed = (marks: GroupMarks) => closedBetween(prepared, marks, now)
  const obstacles = (at: MonthIndex) => adultsByObstacle(prepared, group, at)
  return [
    closedTable(closed(group), closed(compared), limits),
    costTable(paid(group), paid(compared), count, limits),
    obstaclesTable(obstacles(start), obstacles(prepared.untilMonth - 1), limits),
  ]
}

/** How much the costliest of the municipality fell by themselves, over the two years before anything was done. */
export function warningOf({ prepared, size, start, limits }: Cohort): string {
  const [first, middle, last] = [start - 24, start - 12, start]
  if (first < prepared.firstMonth || size < limits.smallestCount) return text.warningUnknown
  const before = paidEach(prepared, { from: first, until: middle })
  const after = paidEach(prepared, { from: middle, until: last })
  if (size > before.length || before.every((each) => each <= 0)) return text.warningUnknown
  const { fall } = fallWithoutAction(before, after, size)
  const words = (from: MonthIndex, until: MonthIndex) =>
    periodInWords({ from: monthFromIndex(from), until: monthFromIndex(until) })
  const say = fall >= 0 ? text.warning : text.warningRose
  return say(formatShare(Math.abs(fall)), size, words(first, middle), words(middle, last))
}

/** What each of a project's tertials came to, as far as the data reach; counted from the month that the group was made in. */
export function tertialsOf(cohort: Cohort, spans: readonly Span[]): FigureTable {
  const { prepared, group, compared, start, limits } = cohort
  const tertials = spans.flatMap(({ months: { from, until } }): Tertial[] => {
    const months = { from: Math.max(from, start), until: Math.min(until, prepared.untilMonth) }
    if (months.from >= months.until) return []
    return [
      {
        label: periodInWords({ from: monthFromIndex(months.from), until: monthFromIndex(months.until) }),
        group: closedBetween(prepared, group, { from: start, until: months.until }),
        paidOre: paidTo(prepared, group, months),
        comparedOre: paidTo(prepared, compared, months),
        ...{ size: countOf(group), comparedSize: countOf(compared) },
      },
    ]
  })
  return tertialsTable(tertials, limits)
}
