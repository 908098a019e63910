import writeXlsxFile, { type CellObject, type Sheet } from 'write-excel-file/node'
import type {
  Figures,
  FigureTable,
  FigureUnit,
  FigureValue,
  IndicatorFigure,
  SplitBy,
  Withheld,
} from '../analysis/figures.ts'
import { guarded } from './formula-guard.ts'

/**
 * The columns of the exports. They are read by other programs: never renamed, new ones are added last,
 * and `schemaversion` grows when what stands in a column changes.
 */
export const exportColumns = [
  'schemaversion',
  'typ',
  'id',
  'namn',
  'fran',
  'till',
  'indelning',
  'kategori',
  'rad',
  'kolumn',
  'enhet',
  'varde',
  'taljare',
  'namnare',
  'saknas',
  'definitionsversion',
  'kalla',
  'definition',
] as const

export type ExportColumn = (typeof exportColumns)[number]

export const exportSchemaVersion = 1

/**
 * The figures as CSV for Swedish spreadsheets: UTF-8 with a byte order mark, semicolon, decimal comma, CRLF.
 * One row per value. Amounts are kronor, shares 0–1. A withheld value is empty, with its reason in `saknas`.
 */
export function figuresCsv(figures: Figures): string {
  const lines = exportRows(figures).map((row) => exportColumns.map((column) => csvField(row[column])).join(';'))
  return '\ufeff' + [exportColumns.join(';'), ...lines].join('\r\n') + '\r\n'
}

/** The same rows as a workbook, with a sheet for indicators, months and tables, and numbers as numbers. */
export function figuresXlsx(figures: Figures): Promise<Uint8Array> {
  const rows = exportRows(figures)
  const sheet = (name: string, types: ExportRow['typ'][]): Sheet<Buffer> => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: exportColumns.map((column) => ({ width: column === 'namn' || column === 'rad' ? 40 : 14 })),
    data: [
      exportColumns.map((column) => ({ value: column, type: String, fontWeight: 'bold' as const })),
      ...rows
        .filter((row) => types.includes(row.typ))
        .map((row) => exportColumns.map((column) => xlsxCell(row[column]))),
    ],
  })
  const sheets = [
    sheet('Nyckeltal', ['nyckeltal', 'jamforelse', 'indelning']),
    sheet('Månader', ['manad']),
    sheet('Tabeller', ['tabell']),
  ]
  return writeXlsxFile(sheets).toBuffer()
}

type ExportRow = Record<Exclude<ExportColumn, 'typ'>, string | number | null> & {
  typ: 'nyckeltal' | 'jamforelse' | 'indelning' | 'manad' | 'tabell'
}

function exportRows(figures: Figures): ExportRow[] {
  return [
    ...figures.indicators.flatMap((figure) => indicatorRows(figure, figures)),
    ...figures.tables.flatMap((table) => tableRows(table, figures)),
  ]
}

function indicatorRows(figure: IndicatorFigure, { from, to }: Figures): ExportRow[] {
  const { unit, comparison, series = [], splits = [] } = figure
  const base = { ...described(figure), enhet: unitText[unit], fran: from, till: to }
  return [
    { ...base, typ: 'nyckeltal', ...valueFields(figure, unit) },
    ...(comparison
      ? [
          {
            ...base,
            typ: 'jamforelse' as const,
            fran: comparison.from,
            till: comparison.to,
            ...valueFields(comparison, unit),
          },
        ]
      : []),
    ...splits.map((split) => ({
      ...base,
      typ: 'indelning' as const,
      indelning: exportedSplit[split.by],
      kategori: split.label,
      ...valueFields(split, unit),
    })),
    ...series.map(({ month, value }) => ({
      ...base,
      typ: 'manad' as const,
      fran: month,
      till: month,
      ...valueFields({ value, numerator: null, denominator: null }, unit),
    })),
  ]
}

const tableRows = (table: FigureTable, { from, to }: Figures): ExportRow[] =>
  table.rows.flatMap((row) =>
    row.cells.map((cell, index) => ({
      ...described(table),
      typ: 'tabell' as const,
      fran: from,
      till: to,
      rad: row.label,
      kolumn: table.columns[index]?.label ?? null,
      enhet: unitText[cell.unit],
      ...valueFields(cell, cell.unit),
    })),
  )

const described = (figure: Pick<IndicatorFigure, 'id' | 'name' | 'definition' | 'source' | 'definitionVersion'>) => ({
  schemaversion: exportSchemaVersion,
  id: figure.id,
  namn: figure.name,
  indelning: null,
  kategori: null,
  rad: null,
  kolumn: null,
  definitionsversion: figure.definitionVersion,
  kalla: figure.source,
  definition: figure.definition,
})

/** Nothing of a withheld figure is written: its numerator would give it away. */
function valueFields({ value, numerator, denominator, withheld }: FigureValue, unit: FigureUnit) {
  if (withheld) return { varde: null, taljare: null, namnare: null, saknas: withheldText[withheld] }
  const scaled = (given: number | null) => (given !== null && unit === 'ore' ? given / 100 : given)
  return { varde: scaled(value), taljare: scaled(numerator), namnare: denominator, saknas: null }
}

const withheldText: Record<Withheld, string> = {
  'too-few': 'skyddad uppgift',
  'reveals-another': 'skyddad uppgift',
  'no-data': 'uppgift saknas',
  'follow-up-too-short': 'för kort uppföljningstid',
  'not-applicable': 'kan inte förekomma',
}

const unitText: Record<FigureUnit, string> = {
  households: 'hushåll',
  persons: 'personer',
  decisions: 'beslut',
  applications: 'ansökningar',
  months: 'månader',
  share: 'andel',
  ore: 'kronor',
  count: 'antal',
}

/** Read by other programs: never the names of the page, which may change. */
const exportedSplit: Record<SplitBy, string> = {
  gender: 'kön',
  age: 'ålder',
  householdType: 'hushållstyp',
  children: 'barn',
  unit: 'enhet',
}

function csvField(field: string | number | null): string {
  if (field === null) return ''
  if (typeof field === 'number') return String(field).replace('.', ',')
  const text = guarded(field)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const xlsxCell = (field: string | number | null): CellObject | null => {
  if (field === null) return null
  return typeof field === 'number' ? { value: field, type: Number } : { value: guarded(field), type: String }
}
