import { codesOf, type Codes } from '../calculations/columns.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { ColumnFile } from './read-columns.ts'

/** A column that says which unit, cluster or series a row belongs to; an empty cell is refused. */
export function unitsOf(file: ColumnFile, column: string): Codes {
  const units = codesOf(file.texts(column))
  const empty = units.codes.indexOf(-1)
  if (empty >= 0)
    throw new CannotCalculate('bad-value', { column, row: empty + 2, found: '””', expected: 'ett namn eller nummer' })
  return units
}
