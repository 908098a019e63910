import { strFromU8, unzipSync } from 'fflate'
import type { Cell, Document, Table } from '../../src/reports/document.ts'

/** A report shows amounts in thousands of kronor; the cell holds the öre that it rounds. */
export function reported(cell: Cell): number | null {
  if (cell.kind === 'thousands' || cell.kind === 'kronor') return cell.ore
  if (cell.kind === 'count') return cell.count
  if (cell.kind === 'decimal') return cell.number
  return cell.kind === 'share' ? cell.share : null
}

export const tablesIn = ({ sections }: Pick<Document, 'sections'>): Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])))

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const partsOf = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([, part = '']) => part)

/** The texts of every cell but the headings, table by table, as a reader of the page sees them. */
export const cellsOfHtml = (html: string): string[][] =>
  partsOf(html, /<tbody>(.*?)<\/tbody>/gs).map((body) => partsOf(body, /<td>(.*?)<\/td>/gs).map(plain))

/** The same of a Word document: the first row and the first column are headings. */
export function cellsOfDocx(docx: Uint8Array): string[][] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
  return partsOf(xml, /<w:tbl>(.*?)<\/w:tbl>/gs).map((table) =>
    partsOf(table, /<w:tr[ >](.*?)<\/w:tr>/gs)
      .slice(1)
      .flatMap((row) => partsOf(row, /<w:tc>(.*?)<\/w:tc>/gs).slice(1))
      .map((cell) =>
        partsOf(cell, /<w:t[^>]*>(.*?)<\/w:t>/gs)
          .map(plain)
          .join(''),
      ),
  )
}

/** Every number of a workbook, sheet by sheet. Text is left out, and so is what is withheld. */
export function numbersOfXlsx(xlsx: Uint8Array): number[][] {
  const sheets = Object.entries(unzipSync(xlsx)).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
  return sheets
    .toSorted(([one], [other]) => numberIn(one) - numberIn(other))
    .map(([, bytes]) =>
      Array.from(strFromU8(bytes).matchAll(/<c ([^>]*)><v>([^<]*)<\/v>/g))
        .filter(([, attributes = '']) => !/t="(s|str|inlineStr)"/.test(attributes))
        .map(([, , value]) => Number(value)),
    )
}

const numberIn = (name: string): number => Number(/\d+/.exec(name)?.[0])
