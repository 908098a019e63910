import { readFile } from 'node:fs/promises'
import { CannotCalculate } from '../calculations/refusal.ts'
import { missingMark, parseNumber } from '../imports/read/cell-values.ts'
import { decodeText } from '../imports/read/decode-text.ts'
import { sniffDelimiter, sniffLineEnd } from '../imports/read/sniff-delimiter.ts'
import { createRowSplitter } from '../imports/read/split-rows.ts'

/** A file for analysis: a row of names, then rows of data, and nothing else. */
export type ColumnFile = {
  columns: string[]
  length: number
  /** The words of a column as they stand; empty where nothing stands. */
  texts: (column: string) => string[]
  /** A column of numbers, NaN where the value is missing. Refuses a cell that is neither. */
  numbers: (column: string) => Float64Array
  /** As `numbers`, but a missing value is refused too. */
  knownNumbers: (column: string) => Float64Array
}

/**
 * Reads delimited text for analysis. Nothing is guessed but encoding and delimiter: the first row holds the names,
 * and no row is taken for a total. Decimal comma and scientific notation are read.
 * Throws `CannotCalculate` for a column that is missing, a row of another width and a cell that is no number,
 * and `UnreadableFile` for what is not text.
 */
export async function readColumns(file: string): Promise<ColumnFile> {
  const { text } = decodeText(await readFile(file))
  const lineEnd = sniffLineEnd(text)
  const splitter = createRowSplitter(sniffDelimiter(text, lineEnd), lineEnd)
  const [head, ...rows] = [...splitter.push(text), ...splitter.end()]
  if (!head) throw new CannotCalculate('no-rows', { file })
  const columns = head.cells
  for (const { number, cells } of rows)
    if (cells.length !== columns.length)
      throw new CannotCalculate('ragged-row', { row: number, found: cells.length, expected: columns.length })
  const at = (column: string) => {
    const index = columns.indexOf(column)
    if (index < 0) throw new CannotCalculate('missing-column', { column, known: columns.join(', ') })
    return index
  }
  const texts = (column: string) => {
    const index = at(column)
    return rows.map(({ cells }) => cells[index]!)
  }
  const read = (column: string, missing: number | null) => {
    const index = at(column)
    return Float64Array.from(rows, ({ number, cells }) => {
      const value = numberOf(cells[index]!, missing)
      if (value === null) throw new CannotCalculate('not-a-number', { column, row: number, found: cells[index]! })
      return value
    })
  }
  return {
    columns,
    length: rows.length,
    texts,
    numbers: (column) => read(column, Number.NaN),
    knownNumbers: (column) => read(column, null),
  }
}

/** As programs for statistics write numbers: `1e-05`, and `.5` without the zero. */
const scientific = /^[-+]?\d*\.?\d+(?:e[-+]?\d+)?$/i

/** Null for what is not a number, or too large for one; `missing` for a mark that says that the value is missing. */
export function numberOf(cell: string, missing: number | null): number | null {
  const value = scientific.test(cell) ? Number(cell) || 0 : parseNumber(cell)
  if (value !== null) return Number.isFinite(value) ? value : null
  return missingMark(cell) || /^nan$/i.test(cell) ? missing : null
}
