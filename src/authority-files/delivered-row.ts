import type { DeliveryValue } from '../catalogue/layout-bodies.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import type { Layout, LayoutField } from './layouts/monthly-layouts.ts'

/**
 * What is sent of one household and month. A value that is not known is left out.
 * A number stays an `IdentityNumber`, which prints as stars, until its field is written.
 */
export type DeliveredRow = Partial<Record<DeliveryValue, string | number | IdentityNumber>>

/** Why a value cannot be written in its field. */
export type FieldFault = 'unknown-code' | 'does-not-fit'

const counted: ReadonlySet<DeliveryValue> = new Set<DeliveryValue>(['childrenUpTo15', 'kronor', 'age1', 'age2'])

/** The characters of a field before it is filled out, or why there are none. An empty text for a value that is not known. */
export function fieldText(
  field: LayoutField,
  value: DeliveredRow[DeliveryValue],
): { text: string } | { fault: FieldFault } {
  if (value === undefined) return { text: '' }
  const ours = value instanceof IdentityNumber ? value.reveal() : String(value)
  const text = field.codes ? (Object.hasOwn(field.codes, ours) ? field.codes[ours]! : null) : ours
  if (text === null) return { fault: 'unknown-code' }
  return text.length > field.width || !isPlain.test(text) ? { fault: 'does-not-fit' } : { text }
}

/** Letters, digits and the signs of codes: nothing that any of the forms or encodings gives a meaning. */
const isPlain = /^[A-Za-z0-9_-]+$/

/** The rows as the bytes of a file; every line ends CRLF. Throws when a value does not fit: `check-month.ts` has looked first. */
export function writeRows(layout: Layout, rows: readonly DeliveredRow[]): Buffer {
  const header = layout.hasHeader ? [layout.fields.map((field) => filled(layout, field, field.name))] : []
  const lines = rows.map((row) => layout.fields.map((field) => filled(layout, field, textOrThrow(field, row))))
  const text = [...header, ...lines].map((cells) => `${cells.join(separators[layout.form])}\r\n`).join('')
  return Buffer.from(text, layout.encoding)
}

const separators = { tab: '\t', semicolon: ';', fixed: '' } as const

/** Never with the value: it may be somebody's number. */
function textOrThrow(field: LayoutField, row: DeliveredRow): string {
  const written = fieldText(field, row[field.value])
  if ('fault' in written) throw new Error(`The field ${field.name} cannot be written: ${written.fault}`)
  return written.text
}

/** In fixed positions numbers stand to the right after zeros, all else to the left before blanks; an unknown value is blank. */
function filled({ form }: Layout, field: LayoutField, text: string): string {
  if (form !== 'fixed') return text
  return counted.has(field.value) && /^\d/.test(text)
    ? text.padStart(field.width, '0')
    : text.slice(0, field.width).padEnd(field.width)
}

export type ReadFault = 'wrong-width' | 'unknown-code' | 'not-a-number' | 'not-an-identity-number'

/** Told by row and field alone. */
export class UnreadableRow extends Error {
  readonly row: number
  readonly field: string
  readonly fault: ReadFault
  constructor(row: number, field: string, fault: ReadFault) {
    super(`Row ${row}, field ${field}: ${fault}`)
    Object.assign(this, { name: 'UnreadableRow' })
    this.row = row
    this.field = field
    this.fault = fault
  }
}

/**
 * Reads a file of a layout again: what was written is what is read.
 * @throws UnreadableRow, counted from 1 with the heading.
 */
export function readRows(layout: Layout, bytes: Buffer): DeliveredRow[] {
  const lines = bytes.toString(layout.encoding).split('\r\n').slice(0, -1)
  const first = layout.hasHeader ? 1 : 0
  return lines.slice(first).map((line, at) => readLine(layout, line, at + 1 + first))
}

function readLine(layout: Layout, line: string, number: number): DeliveredRow {
  const cells = cellsOf(layout, line)
  if (cells?.length !== layout.fields.length) throw new UnreadableRow(number, '', 'wrong-width')
  const row: DeliveredRow = {}
  for (const [at, field] of layout.fields.entries()) {
    const text = cells[at]!.trim()
    if (text === '') continue
    const value = valueIn(field, text)
    if (typeof value === 'object' && 'fault' in value) throw new UnreadableRow(number, field.name, value.fault)
    row[field.value] = value
  }
  return row
}

function cellsOf({ form, fields }: Layout, line: string): string[] | null {
  if (form !== 'fixed') return line.split(separators[form])
  const ends = fields.map((_, at) => fields.slice(0, at + 1).reduce((sum, { width }) => sum + width, 0))
  if (line.length !== ends.at(-1)) return null
  return fields.map(({ width }, at) => line.slice(ends[at]! - width, ends[at]))
}

function valueIn(field: LayoutField, text: string): string | number | IdentityNumber | { fault: ReadFault } {
  const ours = field.codes ? Object.entries(field.codes).find(([, code]) => code === text)?.[0] : text
  if (ours === undefined) return { fault: 'unknown-code' }
  if (field.value.startsWith('identity')) return IdentityNumber.parse(ours) ?? { fault: 'not-an-identity-number' }
  if (!counted.has(field.value)) return ours
  return /^-?\d+$/.test(ours) ? Number(ours) : { fault: 'not-a-number' }
}
