import { zipSync } from 'fflate'

type CellSpec = string | number | { date: number } | { xml: string } | null
export type WorkbookSpec = {
  rows: CellSpec[][]
  merges?: string[]
  dimension?: string
  from1904?: boolean
  prefix?: string
}

/** An .xlsx file with what is said and no more, so that its oddities can be chosen one by one. */
export function buildWorkbook(spec: WorkbookSpec): Uint8Array {
  return zipSync({ ...bytesOf(workbookParts(spec)) })
}

export const bytesOf = (parts: Record<string, string>): Record<string, Uint8Array> =>
  Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]))

export function workbookParts({
  rows,
  merges = [],
  dimension,
  from1904,
  prefix = '',
}: WorkbookSpec): Record<string, string> {
  const strings: string[] = []
  const sheetRows = rows.map(
    (cells, row) =>
      `<${prefix}row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join('')}</${prefix}row>`,
  )

  function cellXml(cell: CellSpec, row: number, column: number): string {
    const place = `r="${columnName(column)}${row + 1}"`
    if (cell === null) return `<${prefix}c ${place} s="0"/>`
    if (typeof cell === 'number') return `<${prefix}c ${place}><${prefix}v>${cell}</${prefix}v></${prefix}c>`
    if (typeof cell === 'string')
      return `<${prefix}c ${place} t="s"><${prefix}v>${strings.push(cell) - 1}</${prefix}v></${prefix}c>`
    if ('date' in cell) return `<${prefix}c ${place} s="1"><${prefix}v>${cell.date}</${prefix}v></${prefix}c>`
    return `<${prefix}c ${place}${cell.xml}</${prefix}c>`
  }

  const merged = merges.map((ref) => `<${prefix}mergeCell ref="${ref}"/>`).join('')
  return {
    'xl/workbook.xml': `<?xml version="1.0"?><workbook><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<${prefix}worksheet>${dimension ? `<dimension ref="${dimension}"/>` : ''}<${prefix}sheetData>${sheetRows.join('')}</${prefix}sheetData><${prefix}mergeCells>${merged}</${prefix}mergeCells></${prefix}worksheet>`,
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function columnName(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)
}
