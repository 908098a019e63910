import { cellText, inlineText } from '../reports/cell-text.ts'
import type { Block, Chart, Document, Inline, Note, Section, Table } from '../reports/document.ts'
import { differenceText } from './version.text.ts'
import type { ChangedCell } from './writing-view.ts'

/**
 * Where two documents of one template do not say the same: cells by table, row and column; figures in running text by name;
 * what charts say of themselves. The words of a text are the same. What only one of them has is told with a dash for the other.
 */
export function documentDifferences(reported: Document, now: Document): ChangedCell[] {
  const names = new Map([...now.notes, ...reported.notes].map(({ id, name }) => [id, name]))
  return paired(reported.sections, now.sections, sectionKeys).flatMap(([one, other]) => {
    const section = (one ?? other)!.heading
    return paired(one?.blocks ?? [], other?.blocks ?? [], blockKeys)
      .flatMap(([before, after]) => blockDifferences(before, after, names))
      .map((difference) => ({ section, ...difference }))
  })
}

type Difference = Omit<ChangedCell, 'section'>
/** Of definitions, by id. */
type Names = ReadonlyMap<Note['id'], Note['name']>
/** What is said at a place of a block. */
type Said = { place: string; text: string }

const blockDifferences = (before: Block | undefined, after: Block | undefined, names: Names): Difference[] =>
  paired(before ? saidIn(before, names) : [], after ? saidIn(after, names) : [], (all) =>
    numbered(all.map(({ place }) => place)),
  )
    .filter(([one, other]) => one?.text !== other?.text)
    .map(([one, other]) => ({
      place: (one ?? other)!.place,
      reported: one?.text ?? differenceText.none,
      now: other?.text ?? differenceText.none,
    }))

function saidIn(block: Block, names: Names): Said[] {
  switch (block.kind) {
    case 'paragraph':
      return inProse(block.content, names)
    case 'list':
      return block.items.flatMap((item) => inProse(item, names))
    case 'reading-note':
      return [{ place: differenceText.prose, text: block.text }]
    case 'table':
      return inTable(block)
    case 'chart':
      return inChart(block)
  }
}

const inProse = (line: Inline, names: Names): Said[] =>
  line.flatMap((part) =>
    typeof part === 'string' || part.kind === 'strong' || part.kind === 'emphasis'
      ? []
      : [{ place: differenceText.inText(nameOf(part, names)), text: inlineText([part]) }],
  )

const nameOf = (part: object, names: Names): string =>
  'definitionId' in part && typeof part.definitionId === 'string' ? (names.get(part.definitionId) ?? '') : ''

const inTable = ({ caption, rows, columns }: Table): Said[] =>
  rows.flatMap((row) =>
    row.cells.map((cell, at) => ({
      place: differenceText.cell(caption, row.label, columns[at] ?? ''),
      text: cellText(cell),
    })),
  )

const inChart = ({ drawing }: Chart): Said[] => [
  { place: differenceText.chart(drawing.title), text: drawing.description },
]

const sectionKeys = (sections: readonly Section[]) => numbered(sections.map(({ heading }) => heading))

/** Tables and charts are known by their ids; running text by its place among other running text. */
const blockKeys = (blocks: readonly Block[]) =>
  numbered(blocks.map((block) => (block.kind === 'table' || block.kind === 'chart' ? block.id : 'prose')))

/** Equal keys are told apart by their order. */
function numbered(keys: readonly string[]): string[] {
  const met = new Map<string, number>()
  return keys.map((key) => {
    const count = (met.get(key) ?? 0) + 1
    met.set(key, count)
    return `${key} ${count}`
  })
}

/** Pairs by key, in the order of the first with what only the second has after it. */
function paired<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keysOf: (items: readonly Item[]) => string[],
): [Item | undefined, Item | undefined][] {
  const known = new Map(keysOf(after).map((key, at) => [key, after[at]]))
  const pairs = keysOf(before).map((key, at): [Item | undefined, Item | undefined] => {
    const other = known.get(key)
    known.delete(key)
    return [before[at], other]
  })
  return [...pairs, ...[...known.values()].map((other): [undefined, Item | undefined] => [undefined, other])]
}
