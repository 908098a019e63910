import type { MendedRow } from './mend-printed-row.ts'
import { type PrintedFinding, rounded, roundingFinding, whereIs } from './printed-finding.ts'
import { numberAt, type PrintedColumn, type PrintedRow, type PrintedTable, stepOf } from './read-printed-table.ts'

/** A row and the rows that it sums. */
type Group = { whole: PrintedRow; parts: PrintedRow[] }

/** What a column's parts come to as printed, and with the rows' own errors mended. */
type Sum = { printed: number; sum: number; corrected: number; tolerance: number }

/**
 * Whether parts make their whole, column by column, within one in the last digit for each part.
 *
 * A sum that fits when a lost sign is mended is not told twice: the finding of the sign says what it does to the sum.
 * When no column fits, the parts are examples and not all of the whole, which is a note.
 */
export function checkParts({ columns, rows }: PrintedTable, mended: MendedRow[]): PrintedFinding[] {
  return groupsOf(rows).flatMap(({ whole, parts }) => {
    const found = columns.flatMap(({ kind }, at) => {
      const of = isSummed(kind) && kind !== 'year-before' ? sumIn({ whole, parts }, at, mended) : null
      return of ? [{ fits: fits(of, of.sum), findings: partFindings(whole, parts, kind, of) }] : []
    })
    const told = found.flatMap(({ findings }) => findings)
    const areExamples = found.length > 1 && found.every((each) => !each.fits) && told.length === found.length
    return areExamples ? [{ ...whereIs(whole), kind: 'some-parts', severity: 'note' }] : told
  })

  function partFindings(whole: PrintedRow, parts: PrintedRow[], column: PrintedColumn, of: Sum): PrintedFinding[] {
    const { printed, sum, corrected } = of
    if (fits(of, sum)) return sum === printed ? [] : [roundingFinding(whole, column, printed, sum)]
    const isSignOfPart = (row: PrintedRow) =>
      mended.some(
        (each) => each.row === row && each.findings.some((one) => one.kind === 'lost-sign' && one.column === column),
      )
    if (fits(of, corrected) && parts.some(isSignOfPart)) return []
    const mendedSum = corrected === sum ? null : corrected
    return [{ ...whereIs(whole), kind: 'parts', severity: 'error', column, printed, sum, corrected: mendedSum }]
  }
}

/** Whether each sum is that of the whole rows above it, back to the sum before. */
export const checkSums = ({ columns, rows }: PrintedTable, mended: MendedRow[]): PrintedFinding[] =>
  totalsOf(rows).flatMap(({ whole, parts }) =>
    columns.flatMap(({ kind }, at): PrintedFinding[] => {
      const of = isSummed(kind) ? sumIn({ whole, parts }, at, mended) : null
      if (!of || of.printed === of.sum) return []
      const { printed, sum } = of
      if (fits(of, sum)) return [roundingFinding(whole, kind, printed, sum)]
      return fits(of, of.corrected)
        ? []
        : [{ ...whereIs(whole), kind: 'sum', severity: 'error', column: kind, printed, sum }]
    }),
  )

/** What the parts of a row's whole come to as they are printed; null for a row that is no part. */
export function sumAsPrinted({ columns, rows }: PrintedTable, row: PrintedRow, column: PrintedColumn): number | null {
  const group = groupsOf(rows).find(({ parts }) => parts.includes(row))
  const at = columns.findIndex(({ kind }) => kind === column)
  return group ? add(group.parts.map((part) => numberAt(part, at) ?? 0)) : null
}

/** Null with fewer than two parts, and when a number is missing. */
function sumIn({ whole, parts }: Group, at: number, mended: MendedRow[]): Sum | null {
  const printed = numberAt(whole, at)
  const values = parts.map((part) => numberAt(part, at))
  if (printed === null || parts.length < 2 || values.includes(null)) return null
  const right = (row: PrintedRow) => mended.find((each) => each.row === row)?.values[at] ?? 0
  return {
    printed,
    sum: rounded(add(values.map((value) => value ?? 0))),
    corrected: rounded(add(parts.map(right))),
    tolerance: stepOf([whole, ...parts].map((row) => row.texts[at]!)) * parts.length * 1.000001,
  }
}

const fits = ({ printed, tolerance }: Sum, sum: number): boolean => Math.abs(sum - printed) <= tolerance

/** Shares and kinds are not added up. */
const isSummed = (column: PrintedColumn): boolean => !['share', 'share-of-cost', 'volume-kind'].includes(column)

/** Each row with the parts that follow it. */
function groupsOf(rows: PrintedRow[]): Group[] {
  return rows.flatMap((whole, at) => {
    if (whole.kind === 'of-which') return []
    const after = rows.slice(at + 1)
    const end = after.findIndex(({ kind }) => kind !== 'of-which')
    const parts = after.slice(0, end < 0 ? undefined : end)
    return parts.length > 0 ? [{ whole, parts }] : []
  })
}

function totalsOf(rows: PrintedRow[]): Group[] {
  return rows.flatMap((whole, at) => {
    if (whole.kind !== 'sum') return []
    const before = rows.slice(0, at)
    const start = before.findLastIndex(({ kind }) => kind === 'sum') + 1
    return [{ whole, parts: before.slice(start).filter(({ kind }) => kind === 'plain') }]
  })
}

const add = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0)
