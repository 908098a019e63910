import { restOfRow } from '../calculations/forecast/rest-of-row.ts'
import { type RowMethod, rowMethods } from '../calculations/forecast/row-methods.ts'
import type { Rest, RowView } from './forecast-view.ts'

type Row = Omit<RowView, 'rest'>

/**
 * Every row with what its forecast takes for granted of the rest of the year, by method.
 * The forecast is what is issued, or else what the method gives, or else its combination; that of the sum is the sum of
 * those of the rows, so that the table adds up.
 */
export function withRest(rows: readonly Row[], knownMonths: number): RowView[] {
  return rows.map((row) => ({ ...row, rest: restBy(row, rows, knownMonths) }))
}

function restBy(row: Row, rows: readonly Row[], knownMonths: number): RowView['rest'] {
  const { budgetSoFar, budgetYear } = row
  if (budgetSoFar === null || budgetYear === null) return {}
  const parts = row.kind === 'sum' ? rows.filter(({ kind }) => kind !== 'sum') : [row]
  const found = rowMethods.flatMap((method): [RowMethod, Rest][] => {
    const years = parts.map((part) => yearOf(part, method))
    if (years.includes(null)) return []
    const soFar = row.soFar - budgetSoFar
    const forecast = years.reduce<number>((sum, year) => sum + year!, 0) - budgetYear
    return [[method, { soFar, forecast, ...restOfRow(soFar, knownMonths, forecast) }]]
  })
  return Object.fromEntries(found)
}

function yearOf({ issued, methods }: Row, method: RowMethod): number | null {
  if (issued) return issued.computedOre + issued.adjustmentOre
  const found = methods.find((each) => each.method === method) ?? methods.find((each) => each.method === 'combination')
  return found?.year ?? null
}
