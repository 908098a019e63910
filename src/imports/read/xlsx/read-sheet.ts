import { limits } from '../limits.ts'
import type { NumberedRow } from '../split-rows.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { dateOfSerial, type DateStyles } from './number-formats.ts'
import { attribute, type Element, elements, elementsOfBytes, firstElement, textOf } from './scan-xml.ts'

export type SheetContext = { sharedStrings: string[]; isDate: DateStyles; from1904: boolean; prefix: string }

/**
 * The rows of a worksheet that hold anything, each with its number in the sheet. The size that the sheet declares is
 * not looked at: some programs write it wrong. Empty columns to the left of the table are left out.
 * A text merged downwards stands in each of its rows; a number does not, since it would count more than once.
 */
export function sheetRows(sheet: Buffer, context: SheetContext): NumberedRow[] {
  const rows: NumberedRow[] = []
  let cellCount = 0
  let previous = 0
  for (const row of rowElements(sheet, context.prefix)) {
    const number = Number(attribute(row.attributes, 'r') ?? previous + 1)
    previous = number
    const cells = cellsOf(row.body, number, context)
    cellCount += cells.length
    if (cellCount > limits.cells) throw tooManyCells()
    if (cells.length > 0) rows.push({ number, cells })
  }
  fillDown(rows, mergedRanges(sheet, context.prefix))
  return withoutLeftMargin(rows)
}

/** Between the marks of the data: `<rowBreaks` further down is no row. */
function rowElements(sheet: Buffer, prefix: string): Iterable<Element> {
  const start = sheet.indexOf(`<${prefix}sheetData`)
  const end = sheet.indexOf(`</${prefix}sheetData>`)
  return start < 0 ? [] : elementsOfBytes(sheet, `${prefix}row`, start, end < 0 ? sheet.length : end)
}

function cellsOf(body: string, row: number, context: SheetContext): string[] {
  const cells: string[] = []
  let column = -1
  for (const cell of elements(body, `${context.prefix}c`)) {
    const reference = attribute(cell.attributes, 'r')
    column = reference ? columnOf(reference) : column + 1
    if (cell.body === '') continue
    const text = cellText(cell, context).trim()
    if (text === '') continue
    if (column >= limits.columns) throw tooManyColumns(row, column + 1)
    while (cells.length < column) cells.push('')
    cells[column] = text
  }
  return cells
}

function cellText(cell: { attributes: string; body: string }, { prefix, ...context }: SheetContext): string {
  const type = attribute(cell.attributes, 't') ?? 'n'
  if (type === 'inlineStr') return textOf(firstElement(cell.body, `${prefix}is`)?.body ?? '', `${prefix}t`)
  const value = textOf(cell.body, `${prefix}v`)
  if (type === 's') return context.sharedStrings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'SANT' : 'FALSKT'
  if (type !== 'n') return type === 'd' ? value.slice(0, 10) : value
  const style = Number(attribute(cell.attributes, 's') ?? 0)
  return numberText(value, context.isDate(style), context.from1904)
}

/** A number to fifteen digits, which is what Excel shows: 0.1 + 0.2 is kept in the file with seventeen. */
function numberText(value: string, isDate: boolean, from1904: boolean): string {
  const number = value.trim() === '' ? NaN : Number(value)
  if (!Number.isFinite(number)) return value
  const date = isDate ? dateOfSerial(number, from1904) : null
  return date ?? plain(Number(number.toPrecision(15)))
}

const plain = (number: number): string =>
  Math.abs(number) < 1e-6 && number !== 0 ? number.toFixed(12) : String(number)

/** `AB12` is column 27, counted from 0. Something else than letters gives a column beyond every limit. */
function columnOf(reference: string): number {
  let column = 0
  let letters = 0
  for (; letters < reference.length; letters++) {
    const code = reference.charCodeAt(letters) | 32
    if (code < 97 || code > 122 || letters > 3) break
    column = column * 26 + code - 96
  }
  return letters === 0 ? Number.MAX_SAFE_INTEGER : column - 1
}

type MergedRange = { column: number; from: number; to: number }

/** Ranges of one column and several rows. */
function mergedRanges(sheet: Buffer, prefix: string): MergedRange[] {
  const start = sheet.lastIndexOf(`<${prefix}mergeCells`)
  if (start < 0 || sheet.length - start > 16 * limits.rowCharacters) return []
  return [...elements(sheet.toString('utf8', start), `${prefix}mergeCell`)].flatMap(({ attributes }) => {
    const [, column, from, lastColumn, to] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(attributes, 'ref') ?? '') ?? []
    return column && column === lastColumn ? [{ column: columnOf(column), from: Number(from), to: Number(to) }] : []
  })
}

function fillDown(rows: NumberedRow[], ranges: MergedRange[]): void {
  if (ranges.length === 0) return
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const last = rows[rows.length - 1]?.number ?? 0
  let steps = limits.cells
  for (const { column, from, to } of ranges) {
    const text = byNumber.get(from)?.cells[column] ?? ''
    if (text === '' || !Number.isNaN(Number(text)) || column >= limits.columns) continue
    for (let number = from + 1; number <= Math.min(to, last) && steps-- > 0; number++) {
      const cells = byNumber.get(number)?.cells
      if (!cells) continue
      while (cells.length <= column) cells.push('')
      cells[column] ||= text
    }
  }
}

function withoutLeftMargin(rows: NumberedRow[]): NumberedRow[] {
  let margin: number = limits.columns
  for (const row of rows)
    margin = Math.min(
      margin,
      row.cells.findIndex((cell) => cell !== ''),
    )
  if (margin > 0) for (const row of rows) row.cells.splice(0, margin)
  return rows
}

const tooManyCells = (): UnreadableFile =>
  new UnreadableFile('too-large', 'Bladet har fler än tio miljoner celler. Spara tabellen som CSV.', {
    expected: `högst ${limits.cells} celler`,
  })

const tooManyColumns = (row: number, column: number): UnreadableFile =>
  new UnreadableFile(
    'too-many-columns',
    `Rad ${row} har fler än ${limits.columns} kolumner. Ta bort det som står utanför tabellen.`,
    {
      row,
      found: `kolumn ${column}`,
      expected: `högst ${limits.columns} kolumner`,
    },
  )
