import type { TableCell } from '../analysis/figures.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import { adultsByObstacle, closedBetween, type GroupMarks, paidTo } from '../calculations/group-follow-up.ts'
import type { KnownGoal } from '../catalogue/money-bodies.ts'
import { addDays, type Day } from '../values/day.ts'
import type { MonthIndex } from '../values/month.ts'
import type { Cohort } from './follow-group.ts'
import { closedInTurn, obstaclesTable, plansTable, type Worked } from './group-tables.ts'
import type { Read, Span } from './goals.ts'

/** What the register knows of a group: its payments month by month, and what has been recorded with its households by a day. */
export type GroupKnown = { cohort: Cohort; groupDay: Day; today: Day; workedOn: (day: Day) => Worked }

type Known = { baseline: Read; readings: Read[] }

const noData: Read = { value: null, withheld: 'no-data' }

/**
 * A goal as the register knows it, at the group's day and at the end of each tertial, or as far as the data reach.
 * Read from the cells of the group's own tables: what is withheld there is withheld here.
 */
export const readKnown = (goal: KnownGoal, known: GroupKnown, spans: readonly Span[]): Known =>
  readers[goal](known, spans)

type Reader = (known: GroupKnown, spans: readonly Span[]) => Known

const readers: Record<KnownGoal, Reader> = {
  left: ({ cohort }, spans) => {
    const { prepared, group, start: from, limits } = cohort
    const months = monthsWithData(cohort, spans)
    const found = months.map((each) => each && closedBetween(prepared, group, { from, until: each.until }))
    const shown = closedInTurn(
      found.flatMap((each) => each ?? []),
      limits,
    )
    return {
      baseline: { value: 0 },
      readings: found.map((each): Read => {
        if (!each) return noData
        const value = shown.shift() ?? null
        return value === null ? { value, withheld: 'too-few' } : { value }
      }),
    }
  },
  'sick-listed': ({ cohort }, spans) => {
    const { prepared, group, start, limits } = cohort
    const adults = (at: MonthIndex) => adultsByObstacle(prepared, group, at)
    const pairs = monthsWithData(cohort, spans).map(
      (months) => months && cellsOf(obstaclesTable(adults(start), adults(months.until - 1), limits), 'sickCertified'),
    )
    // No row: nobody is sick-listed, then or now.
    const read = (cells: readonly TableCell[] | null, place: number): Read =>
      cells === null ? noData : cells.length === 0 ? { value: 0 } : readCell(cells[place])
    return {
      baseline: read(pairs.findLast((each) => each !== null) ?? null, 0),
      readings: pairs.map((each) => read(each, 2)),
    }
  },
  'with-plan': (known, spans) => shareOfPlans(known, spans, 'with-plan'),
  'children-arranged': (known, spans) => shareOfPlans(known, spans, 'children-arranged'),
  'cost-a-month': ({ cohort }, spans) => {
    const { prepared, start } = cohort
    const before = { from: Math.max(prepared.firstMonth, start - 12), until: start }
    return {
      baseline: costOf(cohort, before),
      readings: monthsWithData(cohort, spans).map((months) =>
        months ? costOf(cohort, { ...months, from: Math.max(months.from, start) }) : noData,
      ),
    }
  },
}

/** The months of each tertial that the data reach; null where they do not. */
const monthsWithData = ({ prepared, start }: Cohort, spans: readonly Span[]) =>
  spans.map(({ months: { from, until } }) => {
    const months = { from, until: Math.min(until, prepared.untilMonth) }
    return months.until > Math.max(from, start) ? months : null
  })

const countOf = (marks: GroupMarks): number => marks.reduce((sum, mark) => sum + mark, 0)

/** Whole kronor a household and month, all counted that were in the group from the beginning. */
function costOf({ prepared, group, limits }: Cohort, months: { from: MonthIndex; until: MonthIndex }): Read {
  const [households, length] = [countOf(group), months.until - months.from]
  if (length < 1 || households === 0) return noData
  if (isTooFew(households, limits)) return { value: null, withheld: 'too-few' }
  return { value: Math.round(paidTo(prepared, group, months) / 100 / households / length) }
}

/** Per cent of the households, with one decimal; a tertial that goes on is read today. */
function shareOfPlans({ cohort, groupDay, today, workedOn }: GroupKnown, spans: readonly Span[], row: string): Known {
  const before = workedOn(groupDay)
  const cellsOn = (day: Day) => cellsOf(plansTable(before, workedOn(day), cohort.limits), row)
  const perCent = (cell: TableCell | undefined): Read => {
    const { value, withheld } = readCell(cell)
    return value === null ? { value, withheld } : { value: Math.round(value * 1000) / 10 }
  }
  return {
    baseline: perCent(cellsOn(groupDay)[1]),
    readings: spans.map(({ until }) => {
      const last = addDays(until, -1)
      return last < groupDay ? noData : perCent(cellsOn(last < today ? last : today)[3])
    }),
  }
}

const cellsOf = (table: { rows: { id: string; cells: TableCell[] }[] }, id: string): readonly TableCell[] =>
  table.rows.find((row) => row.id === id)?.cells ?? []

const readCell = (cell: TableCell | undefined): Read =>
  cell && cell.value !== null ? { value: cell.value } : { value: null, withheld: cell?.withheld ?? 'no-data' }
