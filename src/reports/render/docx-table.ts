import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { ReportLook } from '../look.ts'
import type { PrintedTable } from '../print-out.ts'
import { grey } from './docx-styles.ts'
import { withNotes } from './docx-text.ts'

/** Twentieths of a point between the margins of an A4 page. */
export const textWidth = 9_350
const numberWidth = 1_120

/** A table whose head stands on each page; a short one is kept on one page. */
export function wordTable(table: PrintedTable, look: ReportLook): Table {
  const { rowHeading, columns, textColumns, rows } = table
  const widths = widthsOf(table)
  const cellsOf = (texts: ParagraphChild[][], style: Pick<CellStyle, 'kind' | 'keepNext'>) =>
    texts.map((children, index) =>
      tableCell(children, {
        ...style,
        look,
        width: widths[index] ?? numberWidth,
        isFirst: index === 0,
        isText: index === 0 || textColumns[index - 1] === true,
      }),
    )
  const shortEnough = rows.length <= 15 && !textColumns.includes(true)
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
        const texts = cells.map((text) => [new TextRun({ text, bold })])
        const keepNext = shortEnough && index < rows.length - 1
        return new TableRow({
          cantSplit: true,
          children: cellsOf([withNotes(label, look, bold), ...texts], { kind: kind ?? 'row', keepNext }),
        })
      }),
    ],
  })
}

/** The labels get what is left; words twice as much as labels beside them. */
function widthsOf({ columns, textColumns }: PrintedTable): number[] {
  const words = textColumns.filter(Boolean).length
  const numbers = columns.length - words
  // Beside words an amount stands with its unit.
  const widest = words > 0 ? 1.35 * numberWidth : numberWidth
  const width = Math.min(Math.floor(widest), Math.floor((textWidth * 0.78) / columns.length))
  const part = Math.floor((textWidth - width * numbers) / (words * 1.6 + 1))
  const widths = textColumns.map((isText) => (isText ? Math.floor(part * 1.6) : width))
  return [textWidth - widths.reduce((sum, each) => sum + each, 0), ...widths]
}

type CellStyle = {
  kind: 'head' | 'row' | 'sum' | 'of-which'
  keepNext: boolean
  look: ReportLook
  width: number
  isFirst: boolean
  isText: boolean
}

function tableCell(children: ParagraphChild[], { kind, keepNext, look, width, isFirst, isText }: CellStyle): TableCell {
  const strong = { style: BorderStyle.SINGLE, size: 8, color: look.accent }
  const thin = { style: BorderStyle.SINGLE, size: 4, color: grey.line }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: kind === 'head' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    borders: { bottom: kind === 'head' || kind === 'sum' ? strong : thin, ...(kind === 'sum' && { top: strong }) },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...(kind === 'sum' && { shading: { type: ShadingType.CLEAR, fill: look.pale } }),
    children: [
      new Paragraph({
        style: 'tableText',
        keepNext,
        alignment: isText ? AlignmentType.LEFT : AlignmentType.RIGHT,
        ...(isFirst && kind === 'of-which' && { indent: { left: 240 } }),
        children,
      }),
    ],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
