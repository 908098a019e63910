import type { FigureTable } from '../analysis/figures.ts'
import type { Months } from '../calculations/assistance.ts'
import type { CostRanking } from '../calculations/cost-ranking.ts'
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
import { groupText as text } from './group.text.ts'

/** Those who came to a group at one time, and as many who were ranked next after them, as they were followed from a month on. */
export type Cohort = {
  prepared: PreparedPanel
  group: GroupMarks
  compared: GroupMarks
  size: number
  start: MonthIndex
  limits: DisclosureLimits
}

/** The comparison is those ranked next after who are in no such group: as costly as can be, and not chosen. */
export function cohortOf(
  prepared: PreparedPanel,
  ranking: CostRanking,
  { ids, others, from }: { ids: readonly number[]; others: ReadonlySet<number>; from: Day },
): Cohort {
  const { householdIds } = prepared.panel
  const chosen = new Set(ids)
  const places = new Map(Array.from(householdIds, (id, position) => [id, position]))
  const next = Array.from(ranking.households).filter((household) => {
    const id = householdIds[household]!
    return !chosen.has(id) && !others.has(id)
  })
  const month = from.slice(0, 7) as Month
  return {
    prepared,
    group: marksOf(
      prepared,
      ids.flatMap((id) => places.get(id) ?? []),
    ),
    compared: marksOf(prepared, next.slice(0, ids.length)),
    size: ids.length,
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
    households: countOf(marks),
    beforeOre: paidTo(prepared, marks, before),
    afterOre: paidTo(prepared, marks, after),
  })
  const persons = {
    before: assistedOf(prepared, group, before),
    after: assistedOf(prepared, group, after),
  }
  const closed = (marks: GroupMarks) => closedBetween(prepared, marks, now)
  const obstacles = (at: MonthIndex) => adultsByObstacle(prepared, group, at)
  return [
    closedTable(closed(group), closed(compared), limits),
    costTable(paid(group), paid(compared), persons, count, limits),
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

/** A project's tertials from its first day on, as far as the data reach; counted from the month that the group was made in. */
export function tertialsOf(cohort: Cohort, { from, until }: { from: string; until: string }): FigureTable {
  const { prepared, group, compared, start, limits } = cohort
  const begin = Math.max(start, monthIndex(from.slice(0, 7) as Month))
  const end = Math.min(prepared.untilMonth, monthIndex(until.slice(0, 7) as Month) + (until.slice(8) === '01' ? 0 : 1))
  const tertials: Tertial[] = []
  for (let at = begin; at < end; at = at - (at % 4) + 4) {
    const months = { from: at, until: Math.min(at - (at % 4) + 4, end) }
    tertials.push({
      label: periodInWords({ from: monthFromIndex(months.from), until: monthFromIndex(months.until) }),
      group: closedBetween(prepared, group, { from: start, until: months.until }),
      paidOre: paidTo(prepared, group, months),
      comparedOre: paidTo(prepared, compared, months),
      ...{ size: countOf(group), comparedSize: countOf(compared) },
    })
  }
  return tertialsTable(tertials, limits)
}
