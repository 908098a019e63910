/**
 * A column of words as integers: `labels[codes[row]]` is the word of a row.
 * A row without a word has the code -1.
 */
export type Codes = { codes: Int32Array; labels: string[] }

/**
 * Codes for words, the labels in the order a reader expects: numbers by size when all are numbers, else as text.
 * The order of the rows has no influence. An empty text is a missing word.
 */
export function codesOf(texts: readonly string[]): Codes {
  const labels = [...new Set(texts)].filter((text) => text !== '').sort(byNumberOrText(texts))
  const codeOf = new Map(labels.map((label, code) => [label, code]))
  return { codes: Int32Array.from(texts, (text) => codeOf.get(text) ?? -1), labels }
}

function byNumberOrText(texts: readonly string[]): (left: string, right: string) => number {
  if (texts.every((text) => Number.isFinite(Number(text)))) return (left, right) => Number(left) - Number(right)
  return (left, right) => (left < right ? -1 : 1)
}

/** All rows in one group that has no name of its own. */
export const oneGroup = (rows: number): Codes => ({ codes: new Int32Array(rows), labels: ['all'] })

/** The rows whose code is `code`, in their order. */
export function rowsWithCode({ codes }: Codes, code: number): Int32Array {
  let count = 0
  for (const each of codes) if (each === code) count++
  const rows = new Int32Array(count)
  for (let row = 0, next = 0; row < codes.length; row++) if (codes[row] === code) rows[next++] = row
  return rows
}

/** The values of the chosen rows. */
export const take = (values: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => values[row]!)
