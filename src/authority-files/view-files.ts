import { open, rename, rm } from 'node:fs/promises'
import { fileWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import { byteOrderMark, csvLines, csvText } from '../values/csv-text.ts'
import type { Cell, ColumnType, ViewColumn } from './read-views.ts'

/** Moves when a column is renamed, removed or means something else; written in every file that can hold it. */
export const schemaVersion = 1

export const exportFormats = ['csv', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A file that is written some rows at a time. It has its name when it is closed: one that broke off has not. */
export type ViewFile = { write: (rows: readonly Cell[][]) => Promise<void>; close: () => Promise<void> }

/** What a file is called while it is written. */
export const partOf = (path: string): string => `${path}.part`

/**
 * Opens the file of a view, for its owner alone to read. Money is whole öre, months are text, a value that is left blank is empty in
 * CSV and null in Parquet. No more than the rows of one call are held at a time.
 */
export async function openViewFile(
  path: string,
  columns: readonly ViewColumn[],
  format: ExportFormat,
): Promise<ViewFile> {
  const part = partOf(path)
  await rm(part, { force: true })
  const file = format === 'csv' ? await openCsv(part, columns) : await openParquet(part, columns)
  return {
    write: file.write,
    close: async () => {
      await file.close()
      await rename(part, path)
    },
  }
}

const ownerOnly = 0o600

async function openCsv(path: string, columns: readonly ViewColumn[]): Promise<ViewFile> {
  const handle = await open(path, 'w', ownerOnly)
  await handle.write(byteOrderMark + csvLines([columns.map(({ name }) => name)]))
  return {
    write: async (rows) => {
      await handle.write(csvLines(rows.map((row) => row.map((value) => String(value ?? '')))))
    },
    close: () => handle.close(),
  }
}

const parquetTypes = {
  text: 'STRING',
  integer: 'INT32',
  bigint: 'INT64',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>

async function openParquet(path: string, columns: readonly ViewColumn[]): Promise<ViewFile> {
  // The library makes a file that anybody may read, and keeps the mode of one that is there.
  await (await open(path, 'w', ownerOnly)).close()
  const columnsWith = (rows: readonly Cell[][]) =>
    columns.map(({ name, type }, at) => ({
      ...{ name, type: parquetTypes[type], nullable: true },
      data: rows.map((row) => parquetValue(type, row[at] ?? null)),
    }))
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({ columnData: columnsWith([]) }),
    kvMetadata: [
      { key: 'schema_version', value: String(schemaVersion) },
      ...columns.map(({ name, meaning }) => ({ key: `meaning of ${name}`, value: meaning })),
    ],
    createdBy: 'utfall',
  })
  return {
    write: async (rows) => {
      if (rows.length > 0) await writer.write({ columnData: columnsWith(rows), rowGroupSize: rows.length })
    },
    close: async () => writer.finish(),
  }
}

const parquetValue = (type: ColumnType, value: Cell) => (type === 'bigint' && value !== null ? BigInt(value) : value)

/** What every column of every view means, as a file beside the others. */
export const dictionaryFile = (views: readonly { view: string; columns: readonly ViewColumn[] }[]): Uint8Array =>
  Buffer.from(
    csvText([
      ['view', 'column', 'type', 'meaning', 'schema_version'],
      ...views.flatMap(({ view, columns }) =>
        columns.map(({ name, type, meaning }) => [view, name, type, meaning, String(schemaVersion)]),
      ),
    ]),
  )
