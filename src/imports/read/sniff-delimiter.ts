import { createRowSplitter } from './split-rows.ts'

export type Delimiter = ';' | ',' | '\t' | '|'

const candidates: Delimiter[] = [';', '\t', '|', ',']

/**
 * The delimiter that gives most rows of a sample the same number of cells, more than one.
 * The comma comes last among equals, since Swedish amounts hold one. A line `sep=;`, which Excel obeys, decides.
 * A file of one column gives `;`.
 */
export function sniffDelimiter(text: string, lineEnd: '\n' | '\r'): Delimiter {
  const sample = text.slice(0, 1 << 16)
  const told = /^\uFEFF?sep=([;,\t|])\s*$/im.exec(sample.slice(0, 20).split(lineEnd)[0] ?? '')?.[1]
  if (told) return told as Delimiter
  let best: Delimiter = ';'
  let bestShare = 0
  for (const candidate of candidates) {
    const share = shareOfUsualWidth(sample, candidate, lineEnd)
    if (share > bestShare + 0.1) {
      best = candidate
      bestShare = share
    }
  }
  return best
}

/** Macintosh files of old end their lines with a lone carriage return. */
export const sniffLineEnd = (sample: string): '\n' | '\r' =>
  !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n'

/** Share of the rows that have the commonest number of cells above one. */
function shareOfUsualWidth(sample: string, delimiter: Delimiter, lineEnd: '\n' | '\r'): number {
  const widths = new Map<number, number>()
  const rows = rowsOfSample(sample, delimiter, lineEnd)
  for (const width of rows) if (width > 1) widths.set(width, (widths.get(width) ?? 0) + 1)
  return rows.length === 0 ? 0 : Math.max(0, ...widths.values()) / rows.length
}

/** A sample may end inside quotes, or be absurd under the wrong delimiter: the rows before that are enough. */
function rowsOfSample(sample: string, delimiter: Delimiter, lineEnd: '\n' | '\r'): number[] {
  const splitter = createRowSplitter(delimiter, lineEnd)
  try {
    return splitter.push(sample.endsWith(lineEnd) ? sample : sample + lineEnd).map((row) => row.cells.length)
  } catch {
    return []
  }
}
