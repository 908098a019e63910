import type { NumberedRow } from '../split-rows.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { dateStyles } from './number-formats.ts'
import { type SheetContext, sheetRows } from './read-sheet.ts'
import { attribute, elements, elementsOfBytes, firstElement, textOf } from './scan-xml.ts'
import { type Archive, openArchive } from './unzip.ts'

/**
 * The rows of one sheet of a workbook: the one asked for, or the first visible one that holds anything.
 * The warnings name the visible sheets that were not read. Throws `UnreadableFile`.
 */
export function readXlsxRows(bytes: Uint8Array, sheetName?: string): { rows: NumberedRow[]; warnings: string[] } {
  const archive = openArchive(bytes)
  const workbook = partText(archive, 'xl/workbook.xml')
  if (workbook === null) throw notAWorkbook(archive)
  const sheets = sheetsOf(archive, workbook).filter((sheet) => (sheetName ? sheet.name === sheetName : sheet.isVisible))
  const context = contextOf(archive, workbook)
  for (const sheet of sheets) {
    const content = archive.read(sheet.path)
    const rows = content
      ? sheetRows(content, { ...context, prefix: prefixOf(content.toString('utf8', 0, 2000), 'worksheet') })
      : []
    if (rows.length > 0) return { rows, warnings: otherSheets(sheets, sheet) }
  }
  throw noRows(sheetName)
}

type Sheet = { name: string; path: string; isVisible: boolean }

function sheetsOf(archive: Archive, workbook: string): Sheet[] {
  const prefix = prefixOf(workbook, 'workbook')
  const targets = relationTargets(partText(archive, 'xl/_rels/workbook.xml.rels') ?? '')
  return [...elements(workbook, `${prefix}sheet`)].flatMap(({ attributes }) => {
    const relation = /[a-z\d]*:id\s*=\s*["']([^"']*)/i.exec(attributes.slice(0, 2000))?.[1] ?? ''
    const path = targets.get(relation)
    const isVisible = (attribute(attributes, 'state') ?? 'visible') === 'visible'
    return path ? [{ name: attribute(attributes, 'name') ?? '', path, isVisible }] : []
  })
}

/** Targets are written from the folder of the workbook, or from the root with a slash first. */
function relationTargets(relations: string): Map<string, string> {
  const prefix = prefixOf(relations, 'Relationships')
  return new Map(
    [...elements(relations, `${prefix}Relationship`)].map(({ attributes }) => {
      const target = attribute(attributes, 'Target') ?? ''
      return [
        attribute(attributes, 'Id') ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      ]
    }),
  )
}

function contextOf(archive: Archive, workbook: string): Omit<SheetContext, 'prefix'> {
  const styles = partText(archive, 'xl/styles.xml') ?? ''
  const properties = firstElement(workbook, `${prefixOf(workbook, 'workbook')}workbookPr`)?.attributes ?? ''
  return {
    isDate: dateStyles(styles, prefixOf(styles, 'styleSheet')),
    sharedStrings: sharedStrings(archive.read('xl/sharedStrings.xml') ?? Buffer.alloc(0)),
    from1904: /^(1|true)$/.test(attribute(properties, 'date1904') ?? ''),
  }
}

/** A string may be in runs with fonts of their own, and have phonetic runs, which are not part of it. */
function sharedStrings(part: Buffer): string[] {
  const prefix = prefixOf(part.toString('utf8', 0, 2000), 'sst')
  const strings: string[] = []
  for (const { body } of elementsOfBytes(part, `${prefix}si`, 0, part.length)) {
    const phonetic = body.indexOf(`<${prefix}rPh`)
    strings.push(textOf(phonetic < 0 ? body : body.slice(0, phonetic), `${prefix}t`))
  }
  return strings
}

/** Some programs write every element with a name space prefix: `<x:worksheet`. */
const prefixOf = (xml: string, root: string): string =>
  new RegExp(`<([a-z\\d]{1,20}:)${root}[\\s>]`, 'i').exec(xml.slice(0, 2000))?.[1] ?? ''

const partText = (archive: Archive, name: string): string | null => archive.read(name)?.toString('utf8') ?? null

const otherSheets = (sheets: Sheet[], read: Sheet): string[] => {
  const others = sheets.filter((sheet) => sheet !== read).map((sheet) => `”${sheet.name}”`)
  return others.length === 0
    ? []
    : [`Bara bladet ”${read.name}” lästes. Boken har även ${others.slice(0, 10).join(', ')}.`]
}

const otherArchives = [
  { part: 'xl/workbook.bin', name: '.xlsb' },
  { part: 'word/document.xml', name: 'ett Worddokument' },
  { part: 'content.xml', name: 'ett OpenDocument (.ods)' },
]

function notAWorkbook(archive: Archive): UnreadableFile {
  const found = otherArchives.find(({ part }) => archive.names.includes(part))?.name ?? 'ett packat arkiv'
  return new UnreadableFile(
    'wrong-format',
    `Filen är ${found} och inte en Excelbok. Spara tabellen som .xlsx eller CSV.`,
    {
      found,
      expected: '.xlsx',
    },
  )
}

const noRows = (sheetName?: string): UnreadableFile =>
  new UnreadableFile(
    'empty',
    sheetName ? `Boken har inget blad ”${sheetName}” med innehåll.` : 'Excelboken har inget synligt blad med innehåll.',
  )
