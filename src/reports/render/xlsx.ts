import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node'
import type { ChartUnit } from '../../charts/chart-parts.ts'
import { toThousands } from '../../values/money.ts'
import { cellText } from '../cell-text.ts'
import {
  type Block,
  captionOf,
  type Cell,
  type Chart,
  type Document,
  isTextColumn,
  type Note,
  type Table,
} from '../document.ts'
import { guarded } from '../formula-guard.ts'
import { numberCaptions, printOut } from '../print-out.ts'
import { reportsText } from '../reports.text.ts'

/**
 * The report's tables as a workbook: what is in it first, then one sheet per table, the charts' numbers on their own sheets, and the definitions.
 * Numbers are numbers, with the precision the report shows. Text is always text, also when it looks like a formula.
 */
export async function renderXlsx(document: Document): Promise<Uint8Array> {
  const captions = numberCaptions(document)
  const blocks = document.sections.flatMap((section) => section.blocks)
  const numbered = (block: Table | Chart) => captions.get(block) ?? ''
  const sheets = blocks.flatMap((block: Block): Sheet<Buffer>[] => {
    if (block.kind === 'table') return [tableSheet(block, numbered(block), document)]
    return block.kind === 'chart' ? [chartSheet(block, numbered(block), document)] : []
  })
  return writeXlsxFile([contentsSheet(document, numbered), ...sheets, definitionSheet(document)], {
    fontFamily: 'Calibri',
    fontSize: 11,
  }).toBuffer()
}

/** What the report is, and which sheet has what. */
function contentsSheet(document: Document, numbered: (block: Table | Chart) => string): Sheet<Buffer> {
  const { title, sections } = document
  const { municipality, committee, subtitle, created, signed } = printOut(document)
  const rows = sections.flatMap(({ heading, blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'table' || block.kind === 'chart'
        ? [[sheetName(numbered(block)), captionOf(block), heading].map(textCell)]
        : [],
    ),
  )
  const about = [[municipality, committee].filter(Boolean).join(', '), subtitle, created, signed].filter(Boolean)
  return {
    orientation: 'landscape',
    sheet: 'Innehåll',
    columns: [12, 62, 52].map((width) => ({ width })),
    data: [
      [{ ...textCell(title), ...titleStyle }],
      ...about.map((text) => [textCell(text)]),
      [],
      ['Blad', 'Innehåll', 'Avsnitt'].map((head) => headCell(head, 0)),
      ...rows,
    ],
  }
}

function tableSheet(table: Table, name: string, document: Document): Sheet<Buffer> {
  const numbersOf = noteNumbers(document.notes)
  const reference = table.definitionId ? numbersOf(table.definitionId) : 'Definition'
  const heads = [table.rowHeading, ...table.columns, ...(table.definitionId ? [] : [reference])]
  const rows = table.rows.map(({ label, kind, definitionId, cells }) => {
    const style = kind === 'sum' ? sumStyle : {}
    return [
      { ...wrapped(label), ...style, ...(kind === 'of-which' && { indent: 1 }) },
      ...cells.map((cell, at) => ({ ...sheetCell(cell), ...(isTextColumn(table, at) && wordStyle), ...style })),
      ...(definitionId && !table.definitionId ? [textCell(numbersOf(definitionId))] : []),
    ]
  })
  const options = sheetOptions(name, heads.length)
  return {
    ...options,
    columns: options.columns.map((column, at) => (at > 0 && isTextColumn(table, at - 1) ? { width: 60 } : column)),
    data: [
      [{ ...textCell(`${name}. ${table.caption}`), ...titleStyle }],
      [textCell(origin(document) + (table.definitionId ? `. Definition ${reference}` : ''))],
      [],
      heads.map((head, index) => headCell(head, isTextColumn(table, index - 1) ? 0 : index)),
      ...rows,
      [],
      ...table.footnotes.map((text) => [textCell(text)]),
    ],
  }
}

/** The numbers behind a chart, so that it can be drawn again. */
function chartSheet({ definitionId, drawing }: Chart, name: string, document: Document): Sheet<Buffer> {
  const { marks = [] } = drawing
  const marksAt = (index: number) => marks.filter(({ at }) => at === index).map(({ text }) => text)
  const options = sheetOptions(name, drawing.series.length + 1)
  return {
    ...options,
    columns: marks.length > 0 ? [...options.columns, { width: 60 }] : options.columns,
    data: [
      [{ ...textCell(`${name}. ${drawing.title}`), ...titleStyle }],
      [textCell(`${origin(document)}. Definition ${noteNumbers(document.notes)(definitionId)}`)],
      [],
      [
        ...[drawing.categoryLabel, ...drawing.series.map(({ name }) => name)].map(headCell),
        ...(marks.length > 0 ? [headCell(reportsText.marks, 0)] : []),
      ],
      ...drawing.categories.map(({ label }, index) => [
        textCell(label),
        ...drawing.series.map(({ values }) => chartCell(values[index] ?? null, drawing.unit)),
        ...(marks.length > 0 ? [textCell(marksAt(index).join('; '))] : []),
      ]),
    ],
  }
}

function definitionSheet({ notes, ...document }: Document): Sheet<Buffer> {
  const heads = ['Nr', 'Namn', 'Definition', 'Täljare', 'Nämnare', 'Källa', 'Version', 'Id']
  return {
    sheet: 'Definitioner',
    stickyRowsCount: 4,
    columns: [6, 40, 80, 40, 40, 30, 8, 28].map((width) => ({ width })),
    data: [
      [{ ...textCell(document.title), ...titleStyle }],
      [textCell(origin(document))],
      [],
      heads.map((head) => headCell(head, 0)),
      ...notes.map((note) => [
        numberCell(note.number, '0'),
        ...[note.name, note.definition, note.numerator ?? '', note.denominator ?? '', note.source].map(wrapped),
        numberCell(note.version, '0'),
        textCell(note.id),
      ]),
    ],
  }
}

/** The number as the report shows it: tkr are whole, so that the same figure stands in every format. */
function sheetCell(cell: Cell): CellObject | null {
  switch (cell.kind) {
    case 'open':
      return null
    case 'text':
    case 'withheld':
      return { ...textCell(cellText(cell)), align: 'right' }
    case 'thousands':
      return numberCell(toThousands(cell.ore), cell.signed ? '+#,##0;−#,##0;0' : '#,##0')
    case 'kronor':
      return numberCell(cell.ore / 100, '#,##0 "kr"')
    case 'count':
      return numberCell(cell.count, cell.signed ? '+#,##0;−#,##0;0' : '#,##0')
    case 'decimal':
      return numberCell(cell.number, `#,##0.${'0'.repeat(cell.decimals)}`)
    case 'share':
      return numberCell(cell.share, cell.signed ? '+0.0 %;−0.0 %;0.0 %' : '0.0 %')
    case 'points':
      return numberCell(cell.share * 100, '+0.0 "p.e.";−0.0 "p.e.";0.0 "p.e."')
  }
}

const chartCell = (value: number | null, unit: ChartUnit): CellObject | null => {
  if (value === null) return null
  if (unit === 'thousands') return numberCell(value / 100, '#,##0 "kr"')
  return unit === 'share' ? numberCell(value, '0.0 %') : numberCell(value, '#,##0.##')
}

const textCell = (text: string): CellObject => ({ value: guarded(text), type: String })

const wrapped = (text: string): CellObject => ({ ...textCell(text), wrap: true, alignVertical: 'top' })

const numberCell = (value: number, format: string): CellObject => ({ value, type: Number, format, align: 'right' })

const headCell = (text: string, index: number): CellObject => ({
  ...textCell(text),
  fontWeight: 'bold',
  backgroundColor: '#eef4f7',
  bottomBorderStyle: 'medium',
  bottomBorderColor: '#1f5673',
  wrap: true,
  align: index === 0 ? 'left' : 'right',
})

const wordStyle = { align: 'left' as const, alignVertical: 'top' as const, wrap: true }
const titleStyle = { fontWeight: 'bold' as const, fontSize: 14, textColor: '#173f54' }
const sumStyle = { fontWeight: 'bold' as const, topBorderStyle: 'medium' as const, topBorderColor: '#1f5673' }

const sheetName = (name: string): string => name.replace('\u00a0', ' ')

const sheetOptions = (name: string, columns: number) => ({
  orientation: 'landscape' as const,
  sheet: sheetName(name),
  stickyRowsCount: 4,
  columns: Array.from({ length: columns }, (_, index) => ({ width: index === 0 ? 52 : 17 })),
})

const origin = ({ municipality, subtitle }: Omit<Document, 'notes'>): string => `${municipality.name}, ${subtitle}`

const noteNumbers = (notes: Note[]) => (id: string) => `[${notes.find((note) => note.id === id)?.number}]`
