import { parseNumber } from './cell-values.ts'
import { filled, type Header } from './find-header.ts'
import type { NumberedRow } from './split-rows.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** The sum that the file itself prints for a column, beside the sum of the rows that were read. */
export type ColumnSum = { column: string; printed: number; computed: number }

/** `agrees` is null when no column could be compared. */
export type TotalRow = { row: number; label: string; sums: ColumnSum[]; agrees: boolean | null }

export type TableRows = {
  push: (rows: NumberedRow[]) => NumberedRow[]
  end: (endsInLine: boolean) => { rows: NumberedRow[]; totalRow: TotalRow | null; warnings: string[] }
}

/**
 * Gives the rows below a header as rows of the table, batch by batch: short rows filled out with empty cells, a
 * repeated header left out, the total row and notes at the bottom kept apart. A row with more cells than the header
 * keeps them, so that whoever takes the row can refuse it. When the last line has no line end and its row is the only short
 * one, the file was cut there: `end` throws `UnreadableFile`, since what is left of an amount looks like an amount.
 *
 * A total row is among the last rows, starts with a word for total, and holds a number. A row like it further up is data,
 * and no part of the sums. The total row is compared with the sums of the columns, but for shares and averages and columns that hold anything but numbers: a count kept secret is part
 * of the printed sum.
 */
export function createTableRows(header: Header): TableRows {
  const sums = createSums(header.columns)
  const remarks = createRemarks(header.columns.length)
  let held: NumberedRow[] = []

  function push(rows: NumberedRow[]): NumberedRow[] {
    const all = held
    for (const row of rows) if (!isRepeatedHeader(row, header, remarks)) all.push(fit(row, header, remarks))
    held = all.splice(Math.max(0, all.length - bottomRows))
    for (const row of all) if (!isTotal(row)) sums.add(row.cells)
    return all
  }

  function end(endsInLine: boolean): { rows: NumberedRow[]; totalRow: TotalRow | null; warnings: string[] } {
    const bare = held.length > 1 && isOnlyNumbers(held[held.length - 1]!) ? held.pop() : undefined
    const bottom = splitBottom(held)
    for (const row of bottom.rows) if (!isTotal(row)) sums.add(row.cells)
    const last = bottom.rows.at(-1)?.number
    if (endsInLine && last !== undefined && remarks.onlyShortRow() === last) throw cutShort(last)
    const bareTotal = bare && sums.compareWith(bare)
    const totalRow = bottom.total ? sums.compareWith(bottom.total) : bareTotal?.agrees ? bareTotal : null
    if (bare && totalRow?.row !== bare.number) bottom.rows.push(bare)
    return {
      rows: bottom.rows,
      totalRow,
      warnings: [...remarks.texts(), ...bottom.notes.map(noteText), ...sumTexts(totalRow)],
    }
  }

  return { push, end }
}

/** How far from the end a total row may stand: notes and a source may follow it. */
const bottomRows = 60

type Remarks = {
  tooLong: (row: number) => void
  short: (row: number) => void
  onlyShortRow: () => number | undefined
  repeatedHeader: (row: number) => void
  texts: () => string[]
}

function createRemarks(width: number): Remarks {
  const long: number[] = []
  const repeated: number[] = []
  let longCount = 0
  let shortCount = 0
  let lastShort = 0
  return {
    tooLong: (row) => void (longCount++ < 5 && long.push(row)),
    short: (row) => {
      shortCount++
      lastShort = row
    },
    onlyShortRow: () => (shortCount === 1 ? lastShort : undefined),
    repeatedHeader: (row) => void (repeated.length < 5 && repeated.push(row)),
    texts: () => [
      ...long.map((row) => `Rad ${row} har fler celler än rubrikens ${width}.`),
      ...(longCount > 5 ? [`Ytterligare ${longCount - 5} rader har fler celler än rubriken.`] : []),
      ...repeated.map((row) => `Rad ${row} upprepar rubriken och lästes inte som data.`),
    ],
  }
}

const isRepeatedHeader = (row: NumberedRow, header: Header, remarks: Remarks): boolean => {
  if (row.cells[0] !== header.cells[0] || row.cells.length !== header.cells.length) return false
  if (!row.cells.every((cell, column) => cell === header.cells[column])) return false
  remarks.repeatedHeader(row.number)
  return true
}

function fit(row: NumberedRow, header: Header, remarks: Remarks): NumberedRow {
  const { cells } = row
  const width = header.columns.length
  while (cells.length > width && cells[cells.length - 1] === '') cells.pop()
  if (cells.length > width) remarks.tooLong(row.number)
  if (cells.length < width) remarks.short(row.number)
  while (cells.length < width) cells.push('')
  return row
}

const totalLabel =
  /^(tot|total|totalt|totalsumma|sum|summa|delsumma|summering|s:a|samtliga|slutsumma|grand total)(?![a-zåäö])\D*((19|20)\d\d(-?\d\d)?)?( ?\(\d+ [a-zåäö]+\))?$/i
const noteLabel = /^(källa|not|anm|anmärkning|kommentar|fotnot|\*|[¹²³⁴]|\d\))/i

const firstFilled = (row: NumberedRow): string => row.cells.find((cell) => cell !== '') ?? ''

const isTotal = (row: NumberedRow): boolean =>
  totalLabel.test(firstFilled(row)) && row.cells.some((cell) => parseNumber(cell) !== null)

/** A sum that a spreadsheet was told to put below a column has no label: it is known by being the sum. */
const isOnlyNumbers = ({ cells }: NumberedRow): boolean =>
  cells[0] === '' && cells.every((cell) => cell === '' || parseNumber(cell) !== null)

/** Notes are sparse rows at the very end: after the total row, after a blank row, or from one that says it is a note. */
function splitBottom(held: NumberedRow[]): { rows: NumberedRow[]; total: NumberedRow | null; notes: NumberedRow[] } {
  let sparse = held.length
  while (sparse > 0 && isSparse(held[sparse - 1]!)) sparse--
  const candidates = held.slice(Math.max(0, sparse - 1))
  const total = candidates.findLast(isTotal) ?? null
  if (total) return { rows: held.slice(0, held.indexOf(total)), total, notes: held.slice(held.indexOf(total) + 1) }
  const note = held.findIndex((row, index) => index >= sparse && startsNotes(row, held[index - 1]))
  const stop = note < 0 ? held.length : note
  return { rows: held.slice(0, stop), total: null, notes: held.slice(stop) }
}

/** Less than half full; in a table of two columns, half. */
function isSparse({ cells }: NumberedRow): boolean {
  const count = filled(cells)
  return count <= 2 && (count * 2 < cells.length || (count === 1 && cells.length === 2))
}

const startsNotes = (row: NumberedRow, above: NumberedRow | undefined): boolean =>
  noteLabel.test(firstFilled(row)) || (above !== undefined && row.number > above.number + 1)

const cutShort = (row: number): UnreadableFile =>
  new UnreadableFile('truncated', `Filen är avklippt: den slutar mitt i rad ${row}. Hämta den på nytt.`, { row })

const noteText = (row: NumberedRow): string => `Rad ${row.number} lästes som en not: ${firstFilled(row).slice(0, 200)}`

const isShare = (column: string): boolean => /%|andel|snitt|median|kvot|\bper\b/i.test(column)

/** Sums of the columns that hold numbers only; a column is left at its first cell of anything else. */
function createSums(columns: string[]) {
  const sums = columns.map(() => 0)
  let summed = columns.map((_, index) => index).filter((index) => !isShare(columns[index] ?? ''))

  function add(cells: string[]): void {
    let left = false
    for (const index of summed) {
      const cell = cells[index] ?? ''
      if (cell === '') continue
      const value = parseNumber(cell)
      if (value === null) left = true
      sums[index] = (sums[index] ?? 0) + (value ?? NaN)
    }
    if (left) summed = summed.filter((index) => !Number.isNaN(sums[index]))
  }

  function compareWith(total: NumberedRow): TotalRow {
    const compared = summed.flatMap((index) => {
      const printed = parseNumber(total.cells[index] ?? '')
      const computed = Math.round((sums[index] ?? 0) * 1000) / 1000
      return printed === null ? [] : [{ column: columns[index] ?? '', printed, computed }]
    })
    const agrees = compared.length === 0 ? null : compared.every((each) => differs(each) === false)
    return { row: total.number, label: isOnlyNumbers(total) ? '' : firstFilled(total), sums: compared, agrees }
  }

  return { add, compareWith }
}

/** Half of the smallest coin: sums of decimal numbers are not exact. */
const differs = (sum: ColumnSum): boolean => Math.abs(sum.printed - sum.computed) >= 0.005

const sumTexts = (total: TotalRow | null): string[] =>
  (total?.sums ?? [])
    .filter(differs)
    .map(
      (sum) =>
        `Summaraden (rad ${total?.row}) anger ${sum.printed} för ”${sum.column}” men raderna ger ${sum.computed}.`,
    )
