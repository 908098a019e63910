/** Where a line of the source begins in a block's text. Lines from 1; in a Word document the line is the number of the paragraph. */
export type LineStart = { from: number; line: number }

export type TextPart = { kind: 'heading' | 'paragraph'; text: string; lines: LineStart[] }

/** Cells as they stand, the row's label first. `isPart`: indented, or a "varav". */
export type TextRow = { line: number; cells: string[]; isPart?: true }

/** `heading`: the cells above the columns, the corner first; empty where the text has none. */
export type TextTable = { kind: 'table'; heading: string[]; rows: TextRow[] }

export type TextBlock = TextPart | TextTable

/** A text without its format: what the checks read, whatever it was written in. */
export type TextDocument = { blocks: TextBlock[] }

/** A place to mark: a block, for a table the row and the cell in it (0 is the label), and the characters, half-open. */
export type Place = { block: number; row?: number; cell?: number; from: number; until: number }

/** The line of the source that a place stands on. */
export function lineOf({ blocks }: TextDocument, { block, row = 0, from }: Place): number {
  const found = blocks[block]
  if (!found) return 0
  if (found.kind === 'table') return found.rows[row]?.line ?? 0
  return found.lines.findLast((each) => each.from <= from)?.line ?? 0
}

/** What stands at a place. */
export function textAt({ blocks }: TextDocument, { block, row = 0, cell = 0, from, until }: Place): string {
  const found = blocks[block]
  if (!found) return ''
  return (found.kind === 'table' ? (found.rows[row]?.cells[cell] ?? '') : found.text).slice(from, until)
}

/** A paragraph of one line. */
export const partOf = (kind: TextPart['kind'], text: string, line: number): TextPart => ({
  kind,
  text,
  lines: [{ from: 0, line }],
})
