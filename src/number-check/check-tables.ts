import { findingsIn } from '../economy/check-printed-table.ts'
import type { PrintedFinding } from '../economy/printed-finding.ts'
import {
  columnsOf,
  monthsIn,
  parsePrinted,
  printedRow,
  type PrintedRow,
  type PrintedTable,
} from '../economy/read-printed-table.ts'
import type { Month } from '../values/month.ts'
import { checkColumns, gridOf, isShared } from './check-columns.ts'
import { checkRows } from './check-rows.ts'
import type { Finding } from './finding.ts'
import type { Place, TextDocument, TextTable } from './text-document.ts'

/**
 * The tables of a text. Statements and volumes are judged by the rules for printed tables; sums of columns and rows, differences,
 * shares and balances in any table by what most of its rows have in common.
 */
export function checkTables(document: TextDocument, at: Month): Finding[] {
  const printed = document.blocks.map((block) =>
    block.kind === 'table' && block.rows.length <= mostRows ? printedTable(block) : null,
  )
  const findings = printed.map((table, block) =>
    table ? findingsIn(table, { months: table.months, comment: textBelow(document, block), at }) : [],
  )
  const inTables = document.blocks.flatMap((table, block) => {
    const own = printed[block]
    if (table.kind !== 'table' || !own) return []
    const known = findings[block]!.filter((finding) => isCertain(finding, own, table)).map((finding) =>
      toldOf(finding, table, own, block),
    )
    const grid = gridOf(table, block, textAbove(document, block))
    const found = [...checkColumns(grid), ...checkRows(grid)]
    return [...known, ...found.filter((one) => !known.some((other) => isSameCell(one, other)))]
  })
  return [...inTables, ...missingComments(document, findings)]
}

/** No table in a report is longer, and one that is would take long to check. */
const mostRows = 1000

/** A difference that the economy's checks have told of is not told again from another of its columns. */
const isSameCell = (one: Finding, other: Finding): boolean =>
  one.places[0]?.row === other.places[0]?.row &&
  (one.kind === 'column-difference' || one.places[0]?.cell === other.places[0]?.cell)

/** As the economy's own checks read it. "Antal" before what is counted is left out, and years are put in their order. */
export function printedTable(table: TextTable): PrintedTable {
  const width = Math.max(table.heading.length - 1, ...table.rows.map(({ cells }) => cells.length - 1), 0)
  const headings = Array.from({ length: width + 1 }, (_, at) => table.heading[at] ?? '')
  const rows = table.rows.map(({ line, cells, isPart }): PrintedRow => {
    const [label = '', ...rest] = cells
    const plain = label.replace(/^antal(?:et)?\s+/i, '')
    const row = printedRow({ line, cells: [isPart ? `– ${plain}` : plain, ...rest] }, width)
    return { ...row, label: row.label.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }
  })
  return {
    columns: withYears(columnsOf(headings)),
    rows,
    months: monthsIn(headings.join(' ')) ?? monthsUntil(headings.join(' ')),
  }
}

/** "Per 30/4" is four months. */
function monthsUntil(headings: string): number | null {
  const month = Number(/per \d{1,2}\/(\d{1,2})(?!\d)/i.exec(headings)?.[1] ?? 0)
  return month >= 1 && month <= 12 ? month : null
}

/** The last year is the outcome, and the one before it the year before, whichever comes first. */
function withYears(columns: PrintedTable['columns']): PrintedTable['columns'] {
  const years = columns.flatMap(({ kind, heading }, at) => {
    const year = /(?:19|20)\d\d/.exec(heading)?.[0]
    return year && (kind === 'actual' || kind === 'year-before') ? [{ at, year }] : []
  })
  const [last, before] = years.toSorted((a, b) => b.year.localeCompare(a.year))
  if (
    !last ||
    !before ||
    years.length !== columns.filter(({ kind }) => kind === 'actual' || kind === 'year-before').length
  )
    return columns
  return columns.map((column, at) => {
    const isYear = years.some((each) => each.at === at)
    return isYear ? { ...column, kind: at === last.at ? 'actual' : at === before.at ? 'year-before' : 'other' } : column
  })
}

/** Of what the economy's checks say, what is certain in a table that nobody chose to have checked. */
function isCertain(finding: PrintedFinding, table: PrintedTable, { heading }: TextTable): boolean {
  switch (finding.kind) {
    case 'variance':
    case 'lost-sign':
    case 'balance':
    case 'above-trend':
    case 'full-year-budget':
      return true
    case 'groups':
      return areGroups(finding, table)
    case 'stock-flow':
      return table.columns.some(({ kind }) => kind === 'year-before')
    case 'share-of-base':
      return heading.length > 0
    case 'parts':
      return (
        table.columns.filter(({ kind }) => kind !== 'other').length > 1 ||
        isNear(finding.sum, finding.printed) ||
        isSlip(finding)
      )
    // Sums are looked after by `checkColumns`, which knows means and shares.
    case 'sum':
    case 'deviation':
    case 'no-comment':
    case 'some-parts':
    case 'rounding':
    case 'required-average':
    case 'share-base':
    case 'few':
      return false
    case 'share-outside':
      return areMeans(table)
  }
}

const genderRows = ({ columns, rows }: PrintedTable): [number, number, number][] =>
  columns.flatMap(({ kind }, at) =>
    kind === 'total' && columns[at + 1]?.kind === 'women' && columns[at + 2]?.kind === 'men'
      ? rows.flatMap(({ values }): [number, number, number][] => {
          const [total = null, women = null, men = null] = values.slice(at, at + 3)
          return total === null || women === null || men === null ? [] : [[total, women, men]]
        })
      : [],
  )

/** Of persons, women and men make all; of households they do not, and of sums of money need not. */
function areGroups(
  { label, women, men, total }: Extract<PrintedFinding, { kind: 'groups' }>,
  table: PrintedTable,
): boolean {
  if (isShared(label)) return false
  const rows = genderRows(table)
  const kept = rows.filter(([all, ofWomen, ofMen]) => all === ofWomen + ofMen)
  return kept.length * 2 > rows.length || isNear(women + men, total)
}

/** A share of all lies between those of women and of men where nearly all rows of the table do so. */
function areMeans(table: PrintedTable): boolean {
  const rows = genderRows(table)
  const kept = rows.filter(
    ([all, women, men]) => all === women + men || (all >= Math.min(women, men) && all <= Math.max(women, men)),
  )
  return kept.length >= 2 && kept.length * 3 >= rows.length * 2
}

const isNear = (sum: number, printed: number): boolean => Math.abs(sum - printed) <= Math.abs(printed) * 0.06
const isSlip = ({ sum, printed }: { sum: number; printed: number }): boolean =>
  [...String(Math.abs(Math.round(sum)))].sort().join() === [...String(Math.abs(Math.round(printed)))].sort().join()

function toldOf(finding: PrintedFinding, { rows }: TextTable, table: PrintedTable, block: number): Finding {
  const row = Math.max(
    0,
    rows.findIndex(({ line }) => line === finding.line),
  )
  const column = cellOf(finding, table, rows[row]?.cells ?? [])
  const text = rows[row]?.cells[column] ?? ''
  const place: Place = { block, row, cell: column, from: 0, until: text.length }
  const severity = finding.severity === 'error' ? 'error' : 'question'
  return { kind: 'table', severity, places: [place], label: finding.label, finding }
}

/** The cell with the number that is printed wrong; the label when the finding is of the whole row. */
function cellOf(finding: PrintedFinding, { columns }: PrintedTable, cells: string[]): number {
  const kind =
    'column' in finding
      ? finding.column
      : finding.kind === 'variance'
        ? 'variance'
        : finding.kind === 'stock-flow'
          ? 'actual'
          : null
  const at = kind === null ? -1 : columns.findIndex((column) => column.kind === kind)
  if (at >= 0) return at + 1
  const printed = 'printed' in finding ? finding.printed : null
  return Math.max(
    0,
    cells.findIndex((cell, index) => index > 0 && printed !== null && parsePrinted(cell) === printed),
  )
}

/** The caption, and the heading above it. */
const textAbove = ({ blocks }: TextDocument, block: number): string =>
  blocks
    .slice(Math.max(0, block - 3), block)
    .map((each) => (each.kind === 'table' || each.text.length > 200 ? '' : each.text))
    .join(' ')

/** What is written under a table, until the next table or numbered heading. Null when nothing is. */
function textBelow({ blocks }: TextDocument, block: number): string | null {
  const after = blocks.slice(block + 1, block + 20)
  const end = after.findIndex((each) => each.kind === 'table' || (each.kind === 'heading' && isNumbered(each.text)))
  const texts = after.slice(0, end < 0 ? undefined : end).map((each) => (each.kind === 'table' ? '' : each.text))
  return texts.length > 0 ? texts.join(' ') : null
}

const isNumbered = (text: string): boolean => /^\s*\d+(?:\.\d+)*\.?\s+\p{Lu}/u.test(text)
const isCommentHeading = (text: string): boolean =>
  text.length < 60 && /^(?:\d+(?:\.\d+)*\.?\s+)?(?:kommentar|analys|förklaring)/i.test(text.trim())

/** A heading "Kommentar" with nothing under it, below tables with large deviations. */
function missingComments({ blocks }: TextDocument, findings: PrintedFinding[][]): Finding[] {
  return blocks.flatMap((heading, at): Finding[] => {
    const next = blocks[at + 1]
    if (heading.kind === 'table' || !isCommentHeading(heading.text) || (next && next.kind !== 'heading')) return []
    const start = blocks.findLastIndex(
      (each, index) => index < at && each.kind === 'heading' && (isNumbered(each.text) || isCommentHeading(each.text)),
    )
    const rows = findings
      .slice(Math.max(0, start), at)
      .flatMap((each) => each.filter(({ kind }) => kind === 'deviation').map(({ label }) => label))
    const places = [{ block: at, from: 0, until: heading.text.length }]
    return rows.length > 0 ? [{ kind: 'no-comment', severity: 'question', places, rows }] : []
  })
}
