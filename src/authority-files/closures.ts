import type { FigureTable } from '../analysis/figures.ts'
import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { protectTable } from '../calculations/disclosure.ts'
import { closureReasons } from '../parameters/code-lists/casework.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Day } from '../values/day.ts'
import { addMonths, type Month, monthInWords } from '../values/month.ts'
import { closuresText as text } from './closures.text.ts'
import type { ClosureCount } from './closures.queries.ts'

export type ClosureReason = keyof typeof closureReasons
export type ClosureCodes = CatalogueBody<'closure-codes'>

export const reasons = Object.keys(closureReasons) as ClosureReason[]

/** When closings that were registered in a month are delivered (HSLF-FS 2015:30, bilaga 2). */
export type ClosureMonth = { month: Month; due: Day; last: Day }

/** By the 15th of the month after, and at the latest four months after. */
export const closureMonth = (month: Month): ClosureMonth => ({
  ...{ month, due: `${addMonths(month, 1)}-15` as Day, last: `${addMonths(month, 4)}-15` as Day },
})

/** The codes that hold in a month: the latest list from then or before. Null when the municipality has written none. */
export const codesIn = (month: Month, lists: readonly ClosureCodes[]): ClosureCodes | null =>
  lists.filter(({ from }) => from <= month).toSorted((one, other) => (one.from < other.from ? 1 : -1))[0] ?? null

/** The closings of a month by reason, published: what is about few is withheld with as many others as it takes. */
export function closureTable(
  month: Month,
  counts: readonly ClosureCount[],
  codes: ClosureCodes | null,
  limits: DisclosureLimits,
): FigureTable {
  const of = counts.filter((each) => each.month === month && !each.isProtected)
  const households = reasons.map((reason) => of.find((each) => each.reason === reason)?.households ?? 0)
  const hidden = protectTable(
    households.map((count) => [count]),
    limits,
  )
  const all = households.reduce((sum, count) => sum + count, 0)
  const cell = (value: number, isHidden: boolean) => ({
    ...{ unit: 'households' as const, numerator: isHidden ? null : value, denominator: isHidden ? null : 1 },
    ...(isHidden ? { value: null, withheld: 'too-few' as const } : { value }),
  })
  const hiddenAll = hidden.at(-1)![1]!
  return {
    ...{ id: 'closure-reasons', name: text.name(monthInWords(month)), definition: text.definition },
    ...{ source: text.source(codes?.source ?? null), definitionVersion: 1 },
    columns: [{ id: 'households', label: text.households }],
    rows: [
      ...reasons.map((reason, at) => ({
        ...{ id: reason, label: closureReasons[reason].label, note: text.code(codes?.codes[reason] ?? null) },
        cells: [cell(households[at]!, hidden[at]![0]!)],
      })),
      { id: 'all', label: text.all, kind: 'sum' as const, cells: [cell(all, hiddenAll)] },
    ],
    sentence: hiddenAll ? text.hidden : text.sentence(all),
  }
}

/** Reasons that have been used in the month and have no code in the file. What protected households left for is not told by it. */
export const withoutCode = (
  month: Month,
  counts: readonly ClosureCount[],
  codes: ClosureCodes | null,
): ClosureReason[] =>
  reasons.filter(
    (reason) =>
      counts.some((each) => each.month === month && each.reason === reason && !each.isProtected) &&
      !codes?.codes[reason],
  )
