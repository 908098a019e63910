import { toThousands } from '../values/money.ts'
import { withheldReason } from './cell-text.ts'
import type { Cell, TableRow } from './document.ts'

/** What a reader needs below a table: why a cell is empty, and that rounded amounts may not add up. */
export function footnotesOf(rows: TableRow[]): string[] {
  const cells = rows.flatMap((row) => row.cells)
  const reasons = new Set(cells.flatMap((cell) => (cell.kind === 'withheld' ? [withheldReason[cell.reason]] : [])))
  return [
    ...(roundingShows(rows) ? [roundingNote] : []),
    ...reasons,
    ...(cells.some((cell) => cell.kind === 'points') ? ['p.e. = procentenheter.'] : []),
  ]
}

export const roundingNote =
  'Beloppen är räknade i ören och avrundade var för sig till tusental kronor. Därför kan summor och avvikelser skilja sig från de avrundade belopp de består av.'

/** Where the öre add up, along a row or down a column, but the thousands shown do not. */
function roundingShows(rows: TableRow[]): boolean {
  return rows.some((row, index) => variesFromParts(row.cells) || sumsOff(row, rowsBelow(rows, index)))
}

/** A row of actual, budget, variance: the variance shown differs from the difference of what is shown. */
function variesFromParts(cells: Cell[]): boolean {
  const [actual = null, budget = null, variance = null] = cells.map(oreOf)
  return actual !== null && budget !== null && variance !== null && isOff(actual, [budget, variance])
}

function sumsOff(row: TableRow, parts: TableRow[]): boolean {
  return row.cells.some((cell, column) => {
    const whole = oreOf(cell)
    const amounts = parts.map((part) => oreOf(part.cells[column])).filter((ore) => ore !== null)
    return whole !== null && amounts.length > 1 && isOff(whole, amounts)
  })
}

/** What a row adds up: a sum the plain rows above it, any other row the of-which rows that follow it. */
function rowsBelow(rows: TableRow[], index: number): TableRow[] {
  const row = rows[index]
  if (row?.kind === 'sum') return rows.slice(0, index).filter((each) => each.kind === undefined)
  if (row?.kind === 'of-which') return []
  const following = rows.slice(index + 1)
  const end = following.findIndex((each) => each.kind !== 'of-which')
  return end < 0 ? following : following.slice(0, end)
}

const isOff = (whole: number, parts: number[]): boolean =>
  add(parts) === whole && add(parts.map(toThousands)) !== toThousands(whole)

const add = (numbers: number[]): number => numbers.reduce((sum, each) => sum + each, 0)

const oreOf = (cell: Cell | undefined): number | null => (cell?.kind === 'thousands' ? cell.ore : null)
