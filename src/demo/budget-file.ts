import { strToU8, zipSync } from 'fflate'
import { monthFromIndex } from '../values/month.ts'
import { budgetOf, investments } from './ledger.ts'

type Cell = string | number

/** A budget as the finance office sends it: titles above the header, and some numbers that have become text. */
export function budgetFile(year: number, scale: number): Uint8Array {
  const table: Cell[][] = [
    [`Socialnämnden, budget ${year}`],
    ['Belopp i kronor. Kostnader är positiva och intäkter negativa.'],
    [],
    ['Redovisning', 'Konto', 'Benämning', 'Månad', 'Budget'],
    ...operatingRows(year, scale),
    ...investmentRows(year, scale),
  ]
  return workbook(`Budget ${year}`, table)
}

const operatingRows = (year: number, scale: number): Cell[][] =>
  budgetOf(year, scale)
    .flatMap(({ at, lines }) => lines.map((line) => ({ ...line, at })))
    .map(({ account, at, amountOre }, position) => [
      'Drift',
      account.number,
      account.name,
      monthFromIndex(at),
      position % 7 === 3 ? asText(amountOre / 100) : amountOre / 100,
    ])

const investmentRows = (year: number, scale: number): Cell[][] =>
  investments.flatMap(({ account, label, monthly }) =>
    Array.from({ length: 12 }, (_, offset) => [
      'Investering',
      account,
      label,
      monthFromIndex(year * 12 + offset),
      Math.round(monthly * scale * 100_000) / 100,
    ]),
  )

/** `4 163 250,00` */
const asText = (kronor: number): string =>
  kronor
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+(?=,))/g, ' ')

/** The least that is a workbook. Written here because a library stamps the clock into the file. */
function workbook(sheetName: string, table: Cell[][]): Uint8Array {
  const rows = table.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, row, at)).join('')}</row>`,
  )
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetMl}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetMl}.worksheet+xml"/></Types>`,
    '_rels/.rels': relationships('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)])
  return zipSync(Object.fromEntries(files), { mtime: new Date(2019, 0, 1) })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const sheetMl = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relationships = (type: string, target: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/${type}" Target="${target}"/></Relationships>`

/** No text of the demo holds a character that XML reserves. */
function cellXml(cell: Cell, row: number, column: number): string {
  const reference = `${String.fromCharCode(65 + column)}${row + 1}`
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  return cell === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t>${cell}</t></is></c>`
}
