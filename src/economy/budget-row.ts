import { rowOf, type StatementRow } from './statement-rows.ts'

/**
 * The row of a budget amount: by its account, or by its label where there is none. Null when no row takes it.
 * A budget is tied to no objects, so that a row which asks for them gets its budget by label alone.
 */
export const rowOfBudget = (
  { account, label }: { account: string | null; label: string },
  rows: StatementRow[],
): StatementRow | null =>
  rows.find((row) => (!account || row.objects.length > 0) && sameLabel(row.label, label)) ??
  (account ? rowOf({ account }, rows) : null)

const sameLabel = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('sv') === other.trim().toLocaleLowerCase('sv')
