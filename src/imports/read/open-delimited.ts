import { open } from 'node:fs/promises'
import { createDecoder, createDetector, type Encoding } from './decode-text.ts'
import { findHeader, type Header, headerOfRow } from './find-header.ts'
import { packedFormat, refuseOle, wrongFormat } from './refuse-format.ts'
import { type Delimiter, sniffDelimiter, sniffLineEnd } from './sniff-delimiter.ts'
import { createRowSplitter, type NumberedRow } from './split-rows.ts'
import { createTableRows, type TotalRow } from './table-rows.ts'
import { UnreadableFile } from './unreadable-file.ts'

export type DelimitedOptions = { encoding?: Encoding; delimiter?: Delimiter; headerRow?: number }

/** Rows that follow one another without a gap: the first one's number in the file, and the cells of each. */
export type Batch = { firstRow: number; rows: string[][] }

export type Delimited = {
  encoding: Encoding
  delimiter: Delimiter
  /** Counted from 1 as a spreadsheet counts; 0 when there is none. */
  headerRow: number
  columns: string[]
  /** What stands above the header row. */
  title: string
  /** May be called again, and reads the file again. */
  batches: () => AsyncGenerator<Batch, { totalRow: TotalRow | null; warnings: string[] }>
  /** What the last completed run of `batches` found at the bottom of the file. */
  totalRow: () => TotalRow | null
  warnings: () => string[]
}

/**
 * Opens a delimited text file of any size, by path or as bytes, and gives its rows in batches in bounded memory.
 * The file is read twice: once for its encoding, which a later part may decide, and once for its rows.
 * Throws `UnreadableFile`; an error from the disk passes through as it is.
 */
export async function openDelimited(source: string | Uint8Array, options: DelimitedOptions = {}): Promise<Delimited> {
  const { encoding, warnings: encodingWarnings } = await detect(source, options.encoding)
  const sample = await firstText(source, encoding)
  const lineEnd = sniffLineEnd(sample)
  const delimiter = options.delimiter ?? sniffDelimiter(sample, lineEnd)
  const header = headerOfSample(rowsOfSample(sample, delimiter, lineEnd), options.headerRow)
  let totalRow: TotalRow | null = null
  let warnings = [...encodingWarnings, ...header.warnings]

  async function* batches(): ReturnType<Delimited['batches']> {
    const table = createTableRows(header)
    const splitter = createRowSplitter(delimiter, lineEnd)
    for await (const text of textOf(source, encoding))
      yield* withoutGaps(table.push(below(header, splitter.push(text))))
    const last = table.push(below(header, splitter.end()))
    const bottom = table.end(splitter.endsInLine())
    yield* withoutGaps(last.concat(bottom.rows))
    totalRow = bottom.totalRow
    warnings = [...encodingWarnings, ...header.warnings, ...bottom.warnings]
    return { totalRow, warnings }
  }

  const { row: headerRow, columns, title } = header
  return { encoding, delimiter, headerRow, columns, title, batches, totalRow: () => totalRow, warnings: () => warnings }
}

/** The header by sight, or where a person says it is. Excel's own first line `sep=;` is no row of the table. */
export function headerOfSample(rows: NumberedRow[], headerRow?: number): Header {
  const sample = rows.filter((row) => !isSeparatorLine(row)).slice(0, 100)
  if (sample.length === 0)
    throw new UnreadableFile('empty', 'Filen har inga rader. Hämta den på nytt ur systemet den kommer från.')
  const header = headerRow === undefined ? findHeader(sample) : headerOfRow(sample, headerRow)
  if (header) return header
  throw new UnreadableFile('damaged', `Rad ${headerRow} finns inte bland filens första rader.`, {
    expected: `rad ${headerRow}`,
  })
}

export const below = (header: Header, rows: NumberedRow[]): NumberedRow[] =>
  rows[0] && rows[0].number > Math.max(header.row, 1)
    ? rows
    : rows.filter((row) => row.number > header.row && !isSeparatorLine(row))

/** The whole rows of a sample, which may end inside quotes. */
function rowsOfSample(sample: string, delimiter: Delimiter, lineEnd: '\n' | '\r'): NumberedRow[] {
  const splitter = createRowSplitter(delimiter, lineEnd)
  const rows = splitter.push(sample + lineEnd)
  return rows.length > 0 ? rows : splitter.end()
}

const isSeparatorLine = (row: NumberedRow): boolean => row.number === 1 && /^sep=/i.test(row.cells[0] ?? '')

/** Enough rows to see delimiter and header in. */
const sampleSize = 1 << 18

/** Read in small pieces: between them the database gets its rows, and works while the next piece is read. */
const chunkSize = 1 << 16

async function detect(
  source: string | Uint8Array,
  told?: Encoding,
): Promise<{ encoding: Encoding; warnings: string[] }> {
  const detector = createDetector()
  let first = true
  for await (const chunk of chunksOf(source, sampleSize)) {
    if (first) refusePacked(chunk)
    first = false
    detector.push(chunk)
  }
  if (first) refusePacked(new Uint8Array())
  const detected = detector.result()
  return told ? { encoding: told, warnings: [] } : detected
}

function refusePacked(start: Uint8Array): void {
  const packed = packedFormat(start)
  if (packed === 'ole') refuseOle(start)
  if (packed === 'zip') throw wrongFormat('packad (zip eller Excel)')
}

/** Enough text to see delimiter and header; whole lines but for a file of one line. */
async function firstText(source: string | Uint8Array, encoding: Encoding): Promise<string> {
  for await (const text of textOf(source, encoding, sampleSize)) {
    const end = text.lastIndexOf('\n')
    if (text !== '') return text.length < sampleSize / 4 || end < 0 ? text : text.slice(0, end)
  }
  return ''
}

async function* textOf(source: string | Uint8Array, encoding: Encoding, size = chunkSize): AsyncGenerator<string> {
  const decoder = createDecoder(encoding)
  for await (const chunk of chunksOf(source, size)) yield decoder.push(chunk)
  yield decoder.end()
}

async function* chunksOf(source: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  if (typeof source !== 'string') {
    for (let start = 0; start < source.length; start += size) yield source.subarray(start, start + size)
    return
  }
  const file = await open(source)
  try {
    for (;;) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

/** A blank row in the file ends a batch, so that a row's number is `firstRow` plus its place. */
function* withoutGaps(rows: NumberedRow[]): Generator<Batch> {
  let start = 0
  for (let index = 1; index <= rows.length; index++) {
    if (index < rows.length && rows[index]!.number === rows[index - 1]!.number + 1) continue
    if (index > start) yield { firstRow: rows[start]!.number, rows: rows.slice(start, index).map((row) => row.cells) }
    start = index
  }
}
