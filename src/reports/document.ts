import type { Withheld } from '../analysis/figures.ts'
import type { BarChartDefinition, HorizontalBarChartDefinition } from '../charts/chart.ts'
import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'

/** A number as data. It names the definition it answers to; only a renderer turns it into text. */
export type NumberCell = { definitionId: string; signed?: true } & (
  | { kind: 'kronor' | 'thousands'; ore: Ore }
  | { kind: 'count'; count: number }
  | { kind: 'decimal'; number: number; decimals: number }
  /** 0–1, written in per cent. */
  | { kind: 'share'; share: number }
  /** The difference between two shares, written in percentage points. */
  | { kind: 'points'; share: number }
)

/** `open` is left for a person to fill in; `withheld` has a reason and is never shown as zero. */
export type Cell =
  | NumberCell
  | { kind: 'text'; text: string; definitionId?: string }
  | { kind: 'withheld'; reason: Withheld; definitionId: string }
  | { kind: 'open' }

/** Words set apart from those around them. */
export type Emphasis = { kind: 'strong'; text: string } | { kind: 'emphasis'; text: string }

/** A figure that a text names and that there is none of. It is written as missing, and `missingIn` tells the writer. */
export type MissingFigure = { kind: 'missing'; address: string }

/** Running text with numbers in it that are still data. */
export type Inline = (string | Emphasis | MissingFigure | Cell)[]

export type TableRow = { label: string; kind?: 'sum' | 'of-which'; definitionId?: string; cells: Cell[] }

export type Table = {
  kind: 'table'
  id: string
  caption: string
  /** Set when the whole table answers to one definition; otherwise each row names its own. */
  definitionId?: string
  /** Head of the column of row labels. */
  rowHeading: string
  columns: string[]
  rows: TableRow[]
  footnotes: string[]
}

/** A chart of the kinds that Word has of its own, so that it can be edited there. Other formats draw its definition. */
export type Chart = {
  kind: 'chart'
  id: string
  definitionId: string
  drawing: BarChartDefinition | HorizontalBarChartDefinition
}

export type Block =
  | { kind: 'paragraph'; content: Inline }
  | { kind: 'list'; items: Inline[]; ordered?: true }
  /** How to read what follows, set apart from it. */
  | { kind: 'reading-note'; text: string }
  | Table
  | Chart

/** Levels 1 and 2 are numbered and stand in the contents; level 3 is a heading within its section. */
export type Section = { heading: string; level: 1 | 2 | 3; blocks: Block[] }

/** Who stands for a report that is finished, and since when. `at` is an instant. */
export type Signature = { name: string; role: string; at: string }

/** A definition as an end note. */
export type Note = {
  number: number
  id: string
  name: string
  definition: string
  numerator?: string
  denominator?: string
  source: string
  version: number
}

/** A report before any format: HTML, DOCX, XLSX, PDF and JSON are all made from this alone. */
export type Document = {
  title: string
  subtitle: string
  municipality: { code: string; name: string }
  /** Both months included. */
  period: { from: Month; to: Month }
  createdAt?: string
  /** The committee whose report it is: Socialnämnden. */
  committee?: string
  signed?: Signature
  /** Has a title page and a table of contents in the formats that have pages. */
  frontPage?: true
  sections: Section[]
  notes: Note[]
}

/**
 * Gives the document its notes: the definitions it uses, numbered in the order they are met.
 * Throws when a number, table or chart names a definition that is not among `definitions`,
 * so that a report with an undefined number cannot be made.
 */
export function assembleDocument(content: Omit<Document, 'notes'>, definitions: Omit<Note, 'number'>[]): Document {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]))
  const used = new Set(content.sections.flatMap((section) => section.blocks.flatMap(definitionIdsOf)))
  const notes = [...used].map((id, index) => {
    const definition = byId.get(id)
    if (!definition) throw new Error(`A number without a definition: ${id}`)
    return { number: index + 1, ...definition }
  })
  return { ...content, notes }
}

/** The definitions a block uses, in the order a reader meets them. */
export function definitionIdsOf(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return idsIn(block.content)
    case 'list':
      return block.items.flatMap(idsIn)
    case 'reading-note':
      return []
    case 'chart':
      return [block.definitionId]
    case 'table':
      return [block.definitionId, ...block.rows.flatMap((row) => [row.definitionId, ...idsIn(row.cells)])].filter(
        (id) => id !== undefined,
      )
  }
}

/** Whether a column holds words to read, which stand to the left and need room. A word or two stand as numbers do: `högst 550`. */
export const isTextColumn = ({ rows }: Pick<Table, 'rows'>, column: number): boolean =>
  rows.some(({ cells }) => textIn(cells[column]).length > 24) &&
  rows.every(({ cells }) => ['text', 'open'].includes(cells[column]?.kind ?? 'open'))

const textIn = (cell: Cell | undefined): string => (cell?.kind === 'text' ? cell.text : '')

/** What stands above a table or below a chart. */
export const captionOf = (block: Table | Chart): string =>
  block.kind === 'table' ? block.caption : block.drawing.title

/** The definitions of the numbers in a running text or a table row, each once. */
export const idsIn = (content: Inline): string[] => [
  ...new Set(
    content.flatMap((part) =>
      typeof part === 'object' && 'definitionId' in part && part.definitionId ? [part.definitionId] : [],
    ),
  ),
]
