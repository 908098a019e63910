import { parquetWriteBuffer } from 'hyparquet-writer'
import { csvText } from '../values/csv-text.ts'
import type { ColumnType, ViewColumn } from './read-views.ts'

/** Moves when a column is renamed, removed or means something else; written in every file that can hold it. */
export const schemaVersion = 1

export const exportFormats = ['csv', 'parquet'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A view as the bytes of a file. Money is whole öre, months are text, a value that is left blank is empty in CSV and null in Parquet. */
export const viewFile = (columns: readonly ViewColumn[], format: ExportFormat): Uint8Array =>
  format === 'csv' ? Buffer.from(csvOf(columns)) : parquetOf(columns)

function csvOf(columns: readonly ViewColumn[]): string {
  const length = columns[0]?.values.length ?? 0
  const rows = Array.from({ length }, (_, row) => columns.map(({ values }) => String(values[row] ?? '')))
  return csvText([columns.map(({ name }) => name), ...rows])
}

const parquetTypes = {
  text: 'STRING',
  integer: 'INT32',
  bigint: 'INT64',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>

function parquetOf(columns: readonly ViewColumn[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type, values }) => ({
      ...{ name, type: parquetTypes[type], nullable: true },
      data: type === 'bigint' ? values.map((value) => (value === null ? null : BigInt(value))) : values,
    })),
    kvMetadata: [
      { key: 'schema_version', value: String(schemaVersion) },
      ...columns.map(({ name, meaning }) => ({ key: `meaning of ${name}`, value: meaning })),
    ],
    createdBy: 'utfall',
  })
  return new Uint8Array(buffer)
}

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
