export type TextFormat = { delimiter: ';' | '\t'; encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' }

const chunkLength = 1 << 20

/**
 * A text file of rows, CRLF after each, encoded a chunk at a time since a text of a million rows would not fit in one string.
 * Windows-1252 is written as Latin-1, which is the same for the letters of the demo.
 */
export function textFile(header: readonly string[], rows: Iterable<readonly string[]>, format: TextFormat): Uint8Array {
  const encoding = format.encoding === 'windows-1252' ? 'latin1' : 'utf8'
  const chunks: Uint8Array[] = []
  let text = (format.encoding === 'utf-8-bom' ? '\ufeff' : '') + line(header, format.delimiter)
  for (const row of rows) {
    text += line(row, format.delimiter)
    if (text.length < chunkLength) continue
    chunks.push(Buffer.from(text, encoding))
    text = ''
  }
  chunks.push(Buffer.from(text, encoding))
  return Buffer.concat(chunks)
}

const line = (fields: readonly string[], delimiter: string): string =>
  `${fields.map((field) => quoted(field, delimiter)).join(delimiter)}\r\n`

const quoted = (field: string, delimiter: string): string =>
  field.includes(delimiter) || field.includes('"') ? `"${field.replaceAll('"', '""')}"` : field
