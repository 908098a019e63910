import { limits } from './limits.ts'
import type { NumberedRow } from './split-rows.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Systems that "export to Excel" often save a web page, whatever the file is called. */
export const looksLikeHtml = (text: string): boolean =>
  /^\uFEFF?\s*<(!doctype html|html|head|body|table|div|\?xml)/i.test(text.slice(0, 500))

/**
 * The rows of the largest table of a saved web page. A cell over several columns or rows is repeated in each of them.
 * Throws `UnreadableFile` for a page without a table, such as an error page that was saved as a file.
 */
export function htmlRows(text: string): NumberedRow[] {
  const tables = innermostTables(text)
  const largest = tables.reduce((best, table) => (table.length > best.length ? table : best), '')
  const rows = rowsOf(largest)
  if (rows.length < 2) throw notATable(text)
  return rows
}

/** From each `<table` to the next `</table` or `<table`: a table inside another is read, the one around it is layout. */
function innermostTables(text: string): string[] {
  return text
    .split(/<table\b/i)
    .slice(1)
    .map((part) => part.split(/<\/table\b/i, 1)[0] ?? '')
}

function rowsOf(table: string): NumberedRow[] {
  const pending = new Map<number, { text: string; rows: number }>()
  const rows: NumberedRow[] = []
  let cellCount = 0
  table
    .split(/<tr\b/i)
    .slice(1)
    .forEach((part, index) => {
      const cells = withCellsFromAbove(cellsOf(part), pending)
      cellCount += cells.length
      if (cellCount > limits.cells) throw tooWide()
      if (cells.some((cell) => cell !== '')) rows.push({ number: index + 1, cells })
    })
  return rows
}

type HtmlCell = { text: string; columns: number; rows: number }

function cellsOf(row: string): HtmlCell[] {
  return row
    .split(/<t[dh]\b/i)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('>')
      const attributes = end < 0 ? '' : part.slice(0, end)
      return {
        text: plainText(part.slice(end + 1)),
        columns: span(attributes, 'colspan'),
        rows: span(attributes, 'rowspan'),
      }
    })
}

/** Places the row's cells in the columns that cells reaching down from earlier rows leave free. */
function withCellsFromAbove(cells: HtmlCell[], pending: Map<number, { text: string; rows: number }>): string[] {
  const placed: string[] = []
  const takePending = () => {
    for (let above = pending.get(placed.length); above; above = pending.get(placed.length)) {
      if (above.rows === 1) pending.delete(placed.length)
      else above.rows--
      placed.push(above.text)
    }
  }
  takePending()
  for (const cell of cells) {
    for (let copy = 0; copy < cell.columns; copy++) {
      if (cell.rows > 1) pending.set(placed.length, { text: cell.text, rows: cell.rows - 1 })
      placed.push(cell.text)
    }
    if (placed.length > limits.columns) throw tooWide()
    takePending()
  }
  return placed
}

function span(attributes: string, name: string): number {
  const found = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,6})`, 'i').exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(found, 1), limits.columns + 1)
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  minus: '−',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
}

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

const plainText = (html: string): string =>
  decodeEntities(html.replace(/<br\b[^<>]*>/gi, ' ').replace(/<[^<>]*>/g, ''))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()

function notATable(text: string): UnreadableFile {
  const isXml = /^\uFEFF?\s*<\?xml/.test(text.slice(0, 200))
  return new UnreadableFile(
    'wrong-format',
    isXml
      ? 'Filen är XML och inte en tabell. Exportera den som CSV eller Excel (.xlsx).'
      : 'Filen är en sparad webbsida utan tabell, kanske ett felmeddelande från en webbplats. Hämta filen på nytt.',
    { found: isXml ? 'XML' : 'webbsida', expected: 'CSV eller .xlsx' },
  )
}

const tooWide = (): UnreadableFile =>
  new UnreadableFile(
    'too-many-columns',
    `Webbsidans tabell har fler än ${limits.columns} kolumner eller tio miljoner celler.`,
  )
