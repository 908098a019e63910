import { markTexts } from '../charts/marks.ts'
import { cellText, inlineText, partText } from './cell-text.ts'
import {
  type Block,
  captionOf,
  type Chart,
  type Document,
  idsIn,
  type Inline,
  isTextColumn,
  type Note,
  type Table,
} from './document.ts'
import { instantText } from './instant-text.ts'

/** Words that are set in one way. */
export type Run = { text: string; style?: 'strong' | 'emphasis' }

/** Text with the numbers of the notes that explain it; in runs where some of it is set apart. */
export type Printed = { text: string; notes: number[]; runs?: Run[] }

export type PrintedTable = {
  kind: 'table'
  caption: Printed
  rowHeading: string
  columns: string[]
  /** Which columns hold words and not numbers. */
  textColumns: boolean[]
  rows: { label: Printed; kind?: 'sum' | 'of-which'; cells: string[] }[]
  footnotes: string[]
}

export type PrintedBlock =
  | ({ kind: 'paragraph' } & Printed)
  | { kind: 'list'; items: Printed[]; ordered?: true }
  | { kind: 'reading-note'; text: string }
  | PrintedTable
  | {
      kind: 'chart'
      caption: Printed
      description: string
      /** What the numbered lines of the drawing stand for, in their order. */
      marks: string[]
      /** The description and the marks, for whoever cannot see the drawing. */
      alternative: string
      drawing: Chart['drawing']
    }

export type PrintedSection = { heading: string; level: 1 | 2 | 3; blocks: PrintedBlock[] }

export type PrintedNote = { number: number; name: string; text: string }

export type PrintOut = {
  title: string
  subtitle: string
  municipality: string
  /** The committee whose report it is; empty when nobody has said. */
  committee: string
  created: string
  /** Who has signed it and when; empty until somebody has. */
  signed: string
  frontPage: boolean
  contentsHeading: string
  sections: PrintedSection[]
  notesHeading: string
  notes: PrintedNote[]
}

/**
 * The document as text: every number written, headings, tables and charts numbered, notes referred to.
 * The formats that are read are all made from this, so that a figure is written the same in each of them.
 */
export function printOut(document: Document): PrintOut {
  const noteNumbers = new Map(document.notes.map((note) => [note.id, note.number]))
  const headings = numberHeadings(document)
  const captions = numberCaptions(document)
  const numbersOf = (ids: string[]) => ids.flatMap((id) => noteNumbers.get(id) ?? [])
  const print = (content: Inline): Printed => ({
    text: inlineText(content),
    notes: numbersOf(idsIn(content)),
    ...(content.some(isSetApart) && { runs: content.map(runOf) }),
  })
  const caption = (block: Table | Chart): Printed => ({
    text: `${captions.get(block)}. ${captionOf(block)}`,
    notes: block.definitionId ? numbersOf([block.definitionId]) : [],
  })
  const printBlock = (block: Block): PrintedBlock => {
    switch (block.kind) {
      case 'paragraph':
        return { kind: 'paragraph', ...print(block.content) }
      case 'list':
        return { kind: 'list', items: block.items.map(print), ...(block.ordered && { ordered: true }) }
      case 'reading-note':
        return block
      case 'chart':
        return printChart(block, caption(block))
      case 'table':
        return printTable(block, caption(block), numbersOf)
    }
  }
  return {
    title: document.title,
    subtitle: document.subtitle,
    municipality: document.municipality.name,
    committee: document.committee ?? '',
    created: createdLine(document),
    signed: signedLine(document),
    frontPage: document.frontPage ?? false,
    contentsHeading: 'Innehåll',
    sections: document.sections.map((section, index) => ({
      heading: headings[index] ?? section.heading,
      level: section.level,
      blocks: section.blocks.map(printBlock),
    })),
    notesHeading: 'Definitioner',
    notes: document.notes.map(printNote),
  }
}

function printChart({ drawing }: Chart, caption: Printed): PrintedBlock {
  const { description, marks = [] } = drawing
  const alternative = [description, ...markTexts(marks)].join(' ')
  return { kind: 'chart', caption, description, marks: marks.map(({ text }) => text), alternative, drawing }
}

function printTable(table: Table, caption: Printed, numbersOf: (ids: string[]) => number[]): PrintedTable {
  const { rowHeading, columns, footnotes } = table
  const rows = table.rows.map(({ label, kind, definitionId, cells }) => ({
    label: { text: label, notes: definitionId ? numbersOf([definitionId]) : [] },
    ...(kind && { kind }),
    cells: cells.map(cellText),
  }))
  const textColumns = columns.map((_, column) => isTextColumn(table, column))
  return { kind: 'table', caption, rowHeading, columns, textColumns, rows, footnotes }
}

const isSetApart = (part: Inline[number]): boolean =>
  typeof part === 'object' && (part.kind === 'strong' || part.kind === 'emphasis')

function runOf(part: Inline[number]): Run {
  if (typeof part === 'string') return { text: part }
  return part.kind === 'strong' || part.kind === 'emphasis'
    ? { text: part.text, style: part.kind }
    : { text: partText(part) }
}

/** `4.2 Investeringsredovisning`, as committee documents number their chapters. A heading of level 3 has no number. */
function numberHeadings({ sections }: Document): string[] {
  let chapter = 0
  let part = 0
  return sections.map(({ heading, level }) => {
    if (level === 3) return heading
    if (level === 1) [chapter, part] = [chapter + 1, 0]
    else part += 1
    return level === 1 ? `${chapter} ${heading}` : `${chapter}.${part} ${heading}`
  })
}

/** Tables and charts are counted apart: `Tabell 3`, `Diagram 1`. */
export function numberCaptions({ sections }: Document): Map<Block, string> {
  const blocks = sections.flatMap((section) => section.blocks)
  const count = (kind: 'table' | 'chart', word: string) =>
    blocks
      .filter((block) => block.kind === kind)
      .map((block, index): [Block, string] => [block, `${word}\u00a0${index + 1}`])
  return new Map([...count('table', 'Tabell'), ...count('chart', 'Diagram')])
}

function printNote({ number, name, definition, numerator, denominator, source, version }: Note): PrintedNote {
  const fraction =
    numerator && denominator && denominator !== '1' ? ` Täljare: ${numerator}. Nämnare: ${denominator}.` : ''
  const origin = source.replace(/\.$/, '')
  return { number, name, text: `${definition}${fraction} Källa: ${origin}. Definition version ${version}.` }
}

const createdLine = ({ createdAt }: Document): string => (createdAt ? `Framtagen ${instantText(createdAt)}` : '')

const signedLine = ({ signed }: Document): string =>
  signed ? `Undertecknad av ${signed.name}, ${signed.role}, ${instantText(signed.at)}` : ''
