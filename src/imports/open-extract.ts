import { open, readFile } from 'node:fs/promises'
import { openDelimited } from './read/open-delimited.ts'
import { looksLikeHtml } from './read/html-table.ts'
import { packedFormat } from './read/refuse-format.ts'
import { readSie } from './read/read-sie.ts'
import type { SieFile } from './read/sie/sie-file.ts'
import { readTable } from './read/read-table.ts'
import type { TotalRow } from './read/table-rows.ts'

export type TableExtract = {
  format: 'table'
  encoding: string
  delimiter: string | null
  headerRow: number
  columns: string[]
  /** What stands above the header row. */
  title: string
  /** The first rows, for recognising and for showing. */
  sample: string[][]
  /** May be called again. Rows of a batch follow one another without a gap. */
  batches: () => AsyncIterable<{ firstRow: number; rows: string[][] }>
  /** Known when `batches` has come to its end. */
  totalRow: () => TotalRow | null
  warnings: () => string[]
}

export type SieExtract = { format: 'sie'; sie: SieFile }

export type Extract = TableExtract | SieExtract

const sampleRows = 200

/**
 * Opens a file by what its bytes are: SIE, a delimited text of any size, or a workbook or web page held in memory.
 * Throws `UnreadableFile` with what is wrong and what to do.
 */
export async function openExtract(path: string, fileName: string): Promise<Extract> {
  const start = await firstBytes(path)
  const startText = start.toString('latin1')
  if (looksLikeSie.test(startText)) return { format: 'sie', sie: readSie(await readFile(path)) }
  if (packedFormat(start) || looksLikeHtml(startText)) return openTable(await readFile(path), fileName)
  return openText(path)
}

/** Records, or the XML of SIE 5: the reader of SIE refuses that with its own reason. */
const looksLikeSie = /^(\xef\xbb\xbf)?\s*(#\w|<[^]*?(<Sie(Entry)?[\s>]|sie\.se\/sie5))/

async function openText(path: string): Promise<TableExtract> {
  const { encoding, delimiter, headerRow, columns, title, batches, totalRow, warnings } = await openDelimited(path)
  const sample: string[][] = []
  for await (const batch of batches()) {
    sample.push(...batch.rows.slice(0, sampleRows - sample.length))
    if (sample.length >= sampleRows) break
  }
  return { format: 'table', encoding, delimiter, headerRow, columns, title, sample, batches, totalRow, warnings }
}

function openTable(bytes: Buffer, fileName: string): TableExtract {
  const { encoding, delimiter, headerRow, columns, title, rows, rowNumbers, totalRow, warnings } = readTable(
    bytes,
    fileName,
  )
  async function* batches() {
    for (let at = 0; at < rows.length; at++) yield { firstRow: rowNumbers[at]!, rows: [rows[at]!] }
  }
  const sample = rows.slice(0, sampleRows)
  return {
    format: 'table',
    encoding,
    delimiter,
    headerRow,
    columns,
    title,
    sample,
    batches,
    totalRow: () => totalRow,
    warnings: () => warnings,
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
