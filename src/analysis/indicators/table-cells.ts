import { changeOf } from '../../calculations/change.ts'
import { isTooFew, protectLines } from '../../calculations/disclosure.ts'
import { everyRow, type Selection, subjectCount } from '../../calculations/selection.ts'
import type { DisclosureLimits } from '../../parameters/disclosure-limits.ts'
import { monthFromIndex } from '../../values/month.ts'
import { type Period, periodInWords } from '../../values/period.ts'
import { formatNumber, formatShare, formatSigned } from '../../values/format.ts'
import type { FigureTable, FigureUnit, FigureValue, TableCell } from '../figures.ts'
import { valueOf, type View, withheld } from './figure.ts'
import type { Context } from './indicator.ts'
import { belongsTo } from './split-grouping.ts'

/** A table for a period, the same months a year before when the data hold them, and for those who are to see it. */
export type TableOf = (context: Context, before: Context | null, view: View) => FigureTable

/** The rows of the unit that is asked for; all when none is. */
export const wantedRow = (
  { prepared }: Context,
  { unit }: View,
  table: Selection['table'],
): ((row: number) => boolean) => (unit === undefined ? everyRow : belongsTo(prepared.panel, table, unit))

export const countCell = (count: number, unit: FigureUnit, hidden = false): TableCell => ({
  unit,
  ...(hidden ? withheld('too-few') : { value: count, numerator: count, denominator: 1 }),
})

export const missingCell = (unit: FigureUnit): TableCell => ({ unit, ...withheld('no-data') })

/** A part of a base, when neither of them is hidden. */
export function shareCell(part: FigureValue, base: FigureValue, limits: DisclosureLimits | null): TableCell {
  if (part.value === null || base.value === null)
    return { unit: 'share', ...withheld(part.withheld ?? base.withheld ?? 'no-data') }
  return { unit: 'share', ...valueOf(part.value, base.value, true, limits) }
}

/** The change in number and as a share of what was before, when neither side is hidden. */
export function changeCells(before: TableCell, after: TableCell, limits: DisclosureLimits | null): TableCell[] {
  if (before.value === null || after.value === null) {
    const absent = withheld(before.withheld ?? after.withheld ?? 'no-data')
    return [
      { unit: before.unit, ...absent },
      { unit: 'share', ...absent },
    ]
  }
  const { difference } = changeOf(before.value, after.value)
  return [
    { unit: before.unit, value: difference, numerator: difference, denominator: 1 },
    { unit: 'share', ...valueOf(difference, before.value, true, limits) },
  ]
}

/** Counts that add up to a total, protected as one line; the total last. Some may be hidden for other reasons already. */
export function lineOfCounts(
  counts: number[],
  unit: FigureUnit,
  limits: DisclosureLimits | null,
  already: boolean[] = [],
): TableCell[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (!limits) return [...counts, total].map((count) => countCell(count, unit))
  const { hidden, hideTotal } = protectLines([counts], limits, already)
  const isSmall = isTooFew(total, limits)
  const cells = counts.map((count, index) =>
    countCell(count, unit, count > 0 ? isSmall || hidden[index] : hidden[index]),
  )
  return [...cells, countCell(total, unit, isSmall || hideTotal)]
}

/** One count by itself. */
export const loneCount = ({ prepared }: Context, selection: Selection, unit: FigureUnit, { limits }: View): TableCell =>
  countCell(selection.rows.length, unit, limits !== null && isTooFew(subjectCount(prepared.panel, selection), limits))

/** A value in running text, or that it is not shown. */
export function inWords({ value, unit }: TableCell, decimals = 0): string {
  if (value === null) return '(visas inte)'
  return unit === 'share' ? formatShare(value) : formatNumber(value, decimals)
}

export const signedInWords = ({ value, unit }: TableCell): string => {
  if (value === null) return '(visas inte)'
  return unit === 'share' ? (value > 0 ? '+' : '') + formatShare(value) : formatSigned(value)
}

const periodOfMonths = ({ months }: Context): Period => ({
  from: monthFromIndex(months.from),
  until: monthFromIndex(months.until),
})

export const contextInWords = (context: Context): string => periodInWords(periodOfMonths(context))
