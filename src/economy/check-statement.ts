import { checkParts, checkSums, sumAsPrinted } from './check-printed-sums.ts'
import { areCostsPositive, type MendedRow, mendRows } from './mend-printed-row.ts'
import { type PrintedFinding, rounded, whereIs } from './printed-finding.ts'
import { numberAt, placeOf, type PrintedTable } from './read-printed-table.ts'

type CheckOptions = { months: number | null; comment: string | null }

/**
 * The findings of a statement: each variance against actual − budget, signs that were lost, parts and sums,
 * and what the expected end of the year takes for granted.
 *
 * Sums are also tried with the errors mended that were found in the rows, so that one error is told once.
 */
export function checkStatement(table: PrintedTable, { months, comment }: CheckOptions): PrintedFinding[] {
  const mended = mendRows(table, comment)
  const hasVariance = placeOf(table, 'variance') >= 0
  return [
    ...mended.flatMap(({ row, findings }) =>
      findings.map((each) =>
        each.kind === 'lost-sign' ? { ...each, sumAsPrinted: sumAsPrinted(table, row, each.column) } : each,
      ),
    ),
    ...mended.flatMap((each) => [...trendOf(each, table, months), ...yearBudgetOf(each, table)]),
    ...checkParts(table, mended),
    // Revenue less costs is no sum of positive numbers.
    ...(hasVariance && areCostsPositive(table) ? [] : checkSums(table, mended)),
    ...checkBalance(table),
  ]
}

/** A surplus that is expected to grow faster than it has done. */
function trendOf({ row, values }: MendedRow, table: PrintedTable, months: number | null): PrintedFinding[] {
  const soFar = values[placeOf(table, 'variance')] ?? null
  const printed = values[placeOf(table, 'forecast-variance')] ?? null
  if (months === null || soFar === null || printed === null || soFar <= 0) return []
  const trend = rounded((soFar * 12) / months)
  return printed > trend + 12 / months
    ? [{ ...whereIs(row), kind: 'above-trend', severity: 'question', printed, trend }]
    : []
}

/** More than the whole period's budget cannot be left over, unless the year's budget is larger and not shown. */
function yearBudgetOf({ row, values }: MendedRow, table: PrintedTable): PrintedFinding[] {
  const budget = values[placeOf(table, 'budget')] ?? null
  const printed = values[placeOf(table, 'forecast-variance')] ?? null
  if (placeOf(table, 'full-year-budget') >= 0 || budget === null || printed === null) return []
  return budget < 0 && printed > -budget
    ? [{ ...whereIs(row), kind: 'full-year-budget', severity: 'question', printed, budget }]
    : []
}

/** "Avvikelse mot ekonomi i balans" is what the sum is expected to end at, less what was promised. */
function checkBalance(table: PrintedTable): PrintedFinding[] {
  const at = table.rows.findIndex(({ label }) => /^avvikelse mot/i.test(label))
  const sum = table.rows.find(({ kind }) => kind === 'sum')
  const [row, promised] = [table.rows[at], table.rows[at - 1]]
  if (!row || !sum || !promised || promised === sum) return []
  const place = placeOf(table, 'forecast-variance')
  const [printed, end, goal] = [numberAt(row, place), numberAt(sum, place), numberAt(promised, place)]
  if (printed === null || end === null || goal === null || printed === end - goal) return []
  return [{ ...whereIs(row), kind: 'balance', severity: 'error', printed, expected: end - goal }]
}
