import { valueAt } from '../parameters/dated.ts'
import { largeDeviation } from '../parameters/volume-limits.ts'
import type { Month } from '../values/month.ts'
import { checkShares } from './check-shares.ts'
import { checkStatement } from './check-statement.ts'
import { checkVolumes } from './check-volumes.ts'
import type { PrintedFinding, Severity } from './printed-finding.ts'
import { type PrintedTable, readPrintedTable } from './read-printed-table.ts'

export type CheckedTable = {
  columns: PrintedTable['columns']
  rows: PrintedTable['rows']
  /** The months that were reckoned with; null when nobody said. */
  months: number | null
  /** The worst first; of equals in the order of the table. */
  findings: PrintedFinding[]
}

export type CheckQuestion = {
  text: string
  /** Months that the outcome covers; else what the headings say. */
  months?: number | null
  /** What is written beside the table; '' when nothing is, null when that is not asked. */
  comment?: string | null
  /** Decides which limits hold. */
  at: Month
}

/**
 * Recomputes a table as it stands on paper and tells what does not agree: variances, signs, sums, stocks and flows, shares.
 * Each number is compared with the others of the table alone, never with the register. Null when it cannot be read as a table.
 */
export function checkPrintedTable({ text, months, comment = null, at }: CheckQuestion): CheckedTable | null {
  const table = readPrintedTable(text)
  if (!table) return null
  const options = { months: months ?? table.months, comment, at }
  return { columns: table.columns, rows: table.rows, months: options.months, findings: findingsIn(table, options) }
}

/** The findings of a table that has been read, the worst first. */
export function findingsIn(
  table: PrintedTable,
  { months, comment, at }: { months: number | null; comment: string | null; at: Month },
): PrintedFinding[] {
  const options = { months, comment, largeDeviation: valueAt(largeDeviation, at) }
  const isStatement = table.columns.some(({ kind }) => kind === 'variance')
  const findings = [
    ...checkStatement(table, options),
    ...(isStatement ? [] : checkVolumes(table, options)),
    ...checkShares(table),
  ]
  return findings.sort((a, b) => order[a.severity] - order[b.severity] || a.line - b.line)
}

const order: Record<Severity, number> = { error: 0, question: 1, note: 2 }
