import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document as WordDocument,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Document } from '../document.ts'
import {
  type Printed,
  type PrintedBlock,
  type PrintedNote,
  type PrintedTable,
  type PrintOut,
  printOut,
} from '../print-out.ts'
import { chartParagraph } from './docx-chart.ts'
import { colour, wordStyles } from './docx-styles.ts'

/** Twentieths of a point between the margins of an A4 page. */
const textWidth = 9_350
const numberWidth = 1_120

/**
 * The report as a Word document to go on writing in: real heading, caption and list styles in Swedish,
 * table heads repeated on each page, charts that can be edited, and notes that are links.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const printed = printOut(document)
  const word = new WordDocument({
    title: printed.title,
    creator: printed.municipality,
    description: printed.subtitle,
    styles: wordStyles,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_278, right: 1_278 } } },
        footers: { default: footer(printed) },
        children: [...head(printed), ...body(printed), ...notes(printed)],
      },
    ],
  })
  return Packer.toBuffer(word)
}

const head = ({ municipality, title, subtitle }: PrintOut): Paragraph[] => [
  new Paragraph({ text: municipality, style: 'municipality' }),
  new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
  new Paragraph({ text: subtitle, style: 'Subtitle' }),
]

const body = ({ sections }: PrintOut): (Paragraph | Table)[] =>
  sections.flatMap(({ heading, level, blocks }) => [
    new Paragraph({ text: heading, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2 }),
    ...blocks.flatMap(blockParts),
  ])

function blockParts(block: PrintedBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ children: withNotes(block) })]
    case 'list':
      return block.items.map((item) => new Paragraph({ children: withNotes(item), bullet: { level: 0 } }))
    case 'reading-note':
      return [
        new Paragraph({
          style: 'readingNote',
          children: [new TextRun({ text: 'Läsanvisning. ', bold: true }), new TextRun(block.text)],
        }),
      ]
    case 'chart':
      return [
        chartParagraph(block.drawing, `${block.caption.text}. ${block.description}`),
        new Paragraph({ style: 'Caption', children: withNotes(block.caption) }),
        new Paragraph({ text: block.description }),
      ]
    case 'table':
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: withNotes(block.caption) }),
        wordTable(block),
        ...block.footnotes.map((text) => new Paragraph({ text, style: 'tableFootnote' })),
        new Paragraph({ text: '', spacing: { after: 60 } }),
      ]
  }
}

function wordTable({ rowHeading, columns, rows }: PrintedTable): Table {
  const width = Math.min(numberWidth, Math.floor((textWidth * 0.78) / columns.length))
  const widths = [textWidth - width * columns.length, ...columns.map(() => width)]
  const cellsOf = (texts: ParagraphChild[][], style: CellStyle) =>
    texts.map((children, index) =>
      tableCell(children, { ...style, width: widths[index] ?? width, isFirst: index === 0 }),
    )
  const shortEnough = rows.length <= 15
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: noBorders,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cellsOf(
          [rowHeading, ...columns].map((text) => [new TextRun({ text, bold: true })]),
          { kind: 'head', keepNext: true },
        ),
      }),
      ...rows.map(({ label, kind, cells }, index) => {
        const bold = kind === 'sum'
        const numbers = cells.map((text) => [new TextRun({ text, bold })])
        const keepNext = shortEnough && index < rows.length - 1
        return new TableRow({
          cantSplit: true,
          children: cellsOf([withNotes(label, bold), ...numbers], { kind: kind ?? 'row', keepNext }),
        })
      }),
    ],
  })
}

type CellStyle = { kind: 'head' | 'row' | 'sum' | 'of-which'; keepNext: boolean }

function tableCell(children: ParagraphChild[], style: CellStyle & { width: number; isFirst: boolean }): TableCell {
  const { kind, keepNext, width, isFirst } = style
  const strong = { style: BorderStyle.SINGLE, size: 8, color: colour.blue }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: colour.line }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: kind === 'head' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    borders: { bottom: kind === 'head' || kind === 'sum' ? strong : thin, ...(kind === 'sum' && { top: strong }) },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(kind === 'sum' && { shading: { type: ShadingType.CLEAR, fill: colour.pale } }),
    children: [
      new Paragraph({
        style: 'tableText',
        keepNext,
        alignment: isFirst ? AlignmentType.LEFT : AlignmentType.RIGHT,
        ...(isFirst && kind === 'of-which' && { indent: { left: 240 } }),
        children,
      }),
    ],
  })
}

const withNotes = ({ text, notes: numbers }: Printed, bold = false): ParagraphChild[] => [
  new TextRun({ text, ...(bold && { bold }) }),
  ...numbers.map(
    (number) =>
      new InternalHyperlink({
        anchor: `not_${number}`,
        children: [new TextRun({ text: `[${number}]`, superScript: true, color: colour.blue })],
      }),
  ),
]

const notes = ({ notesHeading, notes: all }: PrintOut): Paragraph[] => [
  new Paragraph({ text: notesHeading, heading: HeadingLevel.HEADING_1 }),
  ...all.map(noteParagraph),
]

const noteParagraph = ({ number, name, text }: PrintedNote): Paragraph =>
  new Paragraph({
    style: 'definition',
    tabStops: [{ type: TabStopType.LEFT, position: 460 }],
    children: [
      new Bookmark({ id: `not_${number}`, children: [new TextRun(`${number}.`)] }),
      new TextRun({ text: `\t${name}. `, bold: true }),
      new TextRun(text),
    ],
  })

const footer = ({ created, municipality }: PrintOut): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'tableFootnote',
        tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
        children: [
          new TextRun([municipality, created].filter(Boolean).join(' · ')),
          new TextRun({ children: ['\tSida ', PageNumber.CURRENT, ' av ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
