import { decodeText, type Encoding } from './decode-text.ts'
import { limits } from './limits.ts'
import { below, type DelimitedOptions, headerOfSample } from './open-delimited.ts'
import { htmlRows, looksLikeHtml } from './html-table.ts'
import { packedFormat, refuseOle } from './refuse-format.ts'
import { type Delimiter, sniffDelimiter, sniffLineEnd } from './sniff-delimiter.ts'
import { createRowSplitter, type NumberedRow } from './split-rows.ts'
import { createTableRows, type TotalRow } from './table-rows.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { readXlsxRows } from './xlsx/read-xlsx.ts'

export type Table = {
  /** `xlsx` for a workbook, which is not text. */
  encoding: Encoding | 'xlsx'
  /** Null for a workbook and for a web page. */
  delimiter: Delimiter | null
  /** The header's row in the file, counted from 1 as a spreadsheet counts; 0 when there is none. */
  headerRow: number
  columns: string[]
  /** What stands above the header row. */
  title: string
  /** Cells as text. Amounts, months and marks for missing values are left as they stand: see `cell-values.ts`. */
  rows: string[][]
  /** The row in the file of each of `rows`. */
  rowNumbers: number[]
  totalRow: TotalRow | null
  warnings: string[]
}

export type TableOptions = DelimitedOptions & { sheet?: string }

/**
 * Reads a table from a file held in memory: delimited text, .xlsx, or a web page saved with a table in it.
 * What the file is, is seen in its bytes; the name only helps the refusal. For large text files there is `openDelimited`.
 *
 * In a workbook dates become `2019-04-30` and numbers plain digits with a dot before decimals, never thousands.
 * Throws `UnreadableFile` and nothing else.
 */
export function readTable(bytes: Uint8Array, fileName: string, options: TableOptions = {}): Table {
  if (bytes.length > limits.wholeFile) throw tooLarge(fileName)
  const packed = packedFormat(bytes)
  if (packed === 'ole') return refuseOle(bytes)
  const found = packed === 'zip' ? workbookRows(bytes, options) : textRows(bytes, options)
  const header = headerOfSample(found.rows, options.headerRow)
  const table = createTableRows(header)
  const first = table.push(below(header, found.rows))
  const bottom = table.end(found.endsInLine)
  const rows = first.concat(bottom.rows)
  return {
    encoding: found.encoding,
    delimiter: found.delimiter,
    headerRow: header.row,
    columns: header.columns,
    title: header.title,
    rows: rows.map((row) => row.cells),
    rowNumbers: rows.map((row) => row.number),
    totalRow: bottom.totalRow,
    warnings: [...found.warnings, ...header.warnings, ...bottom.warnings],
  }
}

type FoundRows = {
  rows: NumberedRow[]
  endsInLine: boolean
  warnings: string[]
  encoding: Table['encoding']
  delimiter: Delimiter | null
}

function workbookRows(bytes: Uint8Array, options: TableOptions): FoundRows {
  return { ...readXlsxRows(bytes, options.sheet), encoding: 'xlsx', delimiter: null, endsInLine: false }
}

function textRows(bytes: Uint8Array, options: TableOptions): FoundRows {
  const start = decodeText(bytes, options.encoding)
  const { encoding, warnings, text } = start
  if (looksLikeHtml(text)) return { rows: htmlRows(text), endsInLine: false, warnings, encoding, delimiter: null }
  const sample = text.slice(0, 1 << 18)
  const lineEnd = sniffLineEnd(sample)
  const delimiter = options.delimiter ?? sniffDelimiter(sample, lineEnd)
  return { ...splitWhole(text, delimiter, lineEnd), warnings, encoding, delimiter }
}

/** In pieces, so that a file of a billion short lines meets the limit before it fills the memory. */
function splitWhole(text: string, delimiter: Delimiter, lineEnd: '\n' | '\r'): Pick<FoundRows, 'rows' | 'endsInLine'> {
  const splitter = createRowSplitter(delimiter, lineEnd)
  const rows: NumberedRow[] = []
  let cells = 0
  for (let start = 0; start <= text.length; start += 1 << 18) {
    const piece = splitter.push(text.slice(start, start + (1 << 18)))
    for (const row of piece) cells += row.cells.length
    if (cells > limits.cells) throw tooManyCells()
    for (const row of piece) rows.push(row)
  }
  return { rows: rows.concat(splitter.end()), endsInLine: splitter.endsInLine() }
}

const tooLarge = (fileName: string): UnreadableFile =>
  new UnreadableFile('too-large', `Filen ${fileName} är större än 100 MB. Dela den, eller exportera den som CSV.`, {
    expected: `högst ${limits.wholeFile} byte`,
  })

const tooManyCells = (): UnreadableFile =>
  new UnreadableFile('too-large', 'Tabellen har fler än tio miljoner celler. Dela filen, till exempel per år.', {
    expected: `högst ${limits.cells} celler`,
  })
