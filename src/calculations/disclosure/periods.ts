import { wouldTell } from './changes.ts'
import type { LinearSystem } from './linear-system.ts'
import { type CountRule, primaryCounts } from './primary-rules.ts'
import { protect, type ProtectOptions } from './protect.ts'
import type { Solver } from './solver.ts'

/** What readers already have: the counts that were shown, NaN elsewhere, and 1 for the cells that are hidden wherever they stand. */
export type AlreadyOut = { shown: Float64Array; hidden: Uint8Array }

/** One period, null where no table of it is published now. A cell has the same number in every period. */
export type Period = { tables: LinearSystem | null; out: AlreadyOut }

export type ProtectedPeriod = {
  /** 1 for cells that are hidden for their own sake: a small count, or a small change. */
  primary: Uint8Array
  hidden: Uint8Array
  /** Cells to hide for their own sake that are out already. */
  exposed: number
}

/**
 * Which cells to hide in tables of consecutive periods, given what is out already. Null for a period without tables.
 *
 * Besides what is too small in itself, a cell is hidden when its count differs by 1 to `threshold` − 1 from the count
 * that the nearest period before showed of it: the difference is a small group that came or left. The same holds for
 * the nearest period after, where that is out already. So a cell comes back when it is as it last was, or has changed
 * by `threshold` or more.
 *
 * Periods are protected one by one, in their order: no sum joins two periods, so a change between two cells can be
 * told no better than the worse known of them, and a new period never changes what was decided of those before it.
 * What is out stays as it is: shown cells cannot be hidden, and hidden ones are hidden here too.
 * Refuses when that leaves no safe choice.
 */
export function protectPeriods(
  solver: Solver,
  periods: readonly Period[],
  rule: CountRule,
  options: Omit<ProtectOptions, 'shownBefore'>,
): (ProtectedPeriod | null)[] {
  const shown = periods.map(({ out }) => out.shown)
  return periods.map(({ tables, out }, at) => {
    if (!tables) return null
    const beside = { before: shown.slice(0, at), after: shown.slice(at + 1) }
    const small = primaryCounts(tables, rule)
    const wanted = Uint8Array.from(tables.values, (count, cell) =>
      small[cell] || (tables.published[cell] && wouldTell(cell, count, beside, rule.threshold)) ? 1 : 0,
    )
    const shownBefore = Uint8Array.from(out.shown, (count) => (Number.isNaN(count) ? 0 : 1))
    const primary = wanted.map((isWanted, cell) => (shownBefore[cell] ? 0 : isWanted))
    const mustHide = primary.map((isPrimary, cell) => isPrimary || out.hidden[cell]!)
    const hidden = protect(solver, tables, mustHide, { ...options, shownBefore })
    shown[at] = tables.values.map((count, cell) => (hidden[cell] || !tables.published[cell] ? Number.NaN : count))
    return { primary, hidden, exposed: countOf(wanted) - countOf(primary) }
  })
}

/** How many are flagged. */
const countOf = (flags: Uint8Array): number => flags.reduce((sum, flag) => sum + flag, 0)
