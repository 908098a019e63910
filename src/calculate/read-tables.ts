import { readFile } from 'node:fs/promises'
import type { ListedCell } from '../calculations/disclosure/listed-tables.ts'
import { totalName } from '../calculations/disclosure/dimension.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { attackText as text } from './protect.text.ts'
import { readColumns } from './read-columns.ts'

/** A printed cell: what the reader calls it, and its count, NaN when it is hidden. */
export type PrintedCell = { names: Record<string, string>; count: number }

/** Reads printed tables: a delimited file with a column `count`, or the answer of `protect`. */
export async function readTables(file: string): Promise<PrintedCell[]> {
  const start = (await readFile(file, 'utf8')).trimStart()
  return start.startsWith('{') ? cellsInJson(start, file) : cellsInColumns(file)
}

/** Cells by all columns that any has; a column that a cell does not have is summed over. */
export function listed(cells: readonly PrintedCell[]): ListedCell[] {
  const columns = [...new Set(cells.flatMap(({ names }) => Object.keys(names)))]
  return cells.map(({ names, count }) => ({ place: columns.map((column) => names[column] || totalName), count }))
}

const notDimensions = new Set(['count', 'shown', 'reason', 'table'])

async function cellsInColumns(name: string): Promise<PrintedCell[]> {
  const file = await readColumns(name)
  const counts = file.numbers('count')
  const shown = file.columns.includes('shown') ? file.texts('shown') : null
  const dimensions = file.columns.filter((column) => !notDimensions.has(column))
  const words = dimensions.map((column) => file.texts(column))
  return Array.from(counts, (count, row) => ({
    names: Object.fromEntries(dimensions.map((column, at) => [column, nameOf(words[at]![row]!)])),
    count: /^(false|falskt|nej|no|0)$/i.test(shown?.[row] ?? '') ? Number.NaN : wholeCount(count, row + 2),
  }))
}

/** A sum that is read as one more category would make every table look safe. */
const nameOf = (word: string): string => (word.toLowerCase() === totalName ? totalName : word)

function wholeCount(count: number, row: number): number {
  if (Number.isNaN(count) || (Number.isSafeInteger(count) && count >= 0)) return count
  throw new CannotCalculate('bad-value', { column: 'count', row, found: count, expected: text.wholeCount })
}

function cellsInJson(written: string, file: string): PrintedCell[] {
  const refuse = () => new CannotCalculate('bad-option', { option: '--file', found: file, expected: text.jsonExpected })
  const cells = jsonCells(written)
  if (!cells) throw refuse()
  return cells.map(({ count, shown, ...rest }, at) => {
    const names = Object.entries(rest).filter(([column]) => !notDimensions.has(column))
    if (count !== null && count !== undefined && typeof count !== 'number') throw refuse()
    return {
      names: Object.fromEntries(names.map(([column, name]) => [column, nameOf(String(name))])),
      count: shown === false ? Number.NaN : wholeCount(count ?? Number.NaN, at + 1),
    }
  })
}

/** Null for what does not look like `{"tables":[{"cells":[…]}]}`, with words and numbers in each cell. */
function jsonCells(written: string): Record<string, unknown>[] | null {
  try {
    const { tables } = JSON.parse(written) as { tables: { cells: Record<string, unknown>[] }[] }
    const cells = tables.flatMap(({ cells }) => cells)
    return cells.every(isCell) ? cells : null
  } catch {
    return null
  }
}

const isCell = (cell: unknown): boolean =>
  typeof cell === 'object' && cell !== null && Object.values(cell).every((value) => typeof (value ?? '') !== 'object')
