import { normalised } from '../values/normalised.ts'
import type { Kind, Layout } from './kind.ts'
import { kinds } from './kinds/kinds.ts'
import { ledger } from './kinds/ledger.ts'
import { nationalMonthly } from './kinds/national-monthly.ts'
import { missingTargets, type Suggestion, suggestMapping, targetsFrom } from './mapping.ts'

export type Recognised = {
  kind: Kind
  /** 0–1. Below `leastScore` the kind is not suggested. */
  score: number
  /** Why, in Swedish. */
  reason: string
  /** What each column is taken to be. Empty for a SIE file, which has no columns. */
  mapping: Suggestion[]
  layout: Layout | null
  /** The file has no header row and none is needed: the order of its fields is fixed. */
  withoutHeader: boolean
  /** The headings to go on with: the file's own, or the fixed ones of a format that came without a header. */
  columns: string[]
}

/** Under this too little speaks for a kind to name it. */
const leastScore = 0.4

/**
 * The kinds a file may be, the likeliest first; empty when nothing fits.
 *
 * @param columns the headings, numbered when the file has none
 * @param sampleRows some rows under them
 * @param title what stands above the header row, if anything
 */
export function recognise(
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  fileName: string,
  title = '',
): Recognised[] {
  if (isSie(columns, sampleRows)) return [sie(columns)]
  if (sampleRows.some(isNationalRow)) return [nationalWithoutHeader(columns, sampleRows)]
  return kinds
    .map((kind) => judged(kind, columns, sampleRows, fileName, title))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score)
}

const sie = (columns: readonly string[]): Recognised => ({
  kind: ledger,
  score: 1,
  reason: 'Filen börjar med #FLAGGA, som SIE-filer gör.',
  mapping: [],
  layout: null,
  withoutHeader: true,
  columns: [...columns],
})

const isSie = (columns: readonly string[], sampleRows: readonly (readonly string[])[]): boolean =>
  /^#FLAGGA\b/i.test(columns.join(' ').trim()) || /^#FLAGGA\b/i.test((sampleRows[0] ?? []).join(' ').trim())

const wholeNumber = /^(?:18|19|20)\d{6}-?[\dA-Z]{4}$/

/** Year, month, municipality, district, children, amount and a twelve-character number, in this order. */
const isNationalRow = (cells: readonly string[]): boolean =>
  cells.length >= 7 &&
  [/^\d{4}$/, /^\d{1,2}$/, /^\d{3,4}$/, /^\d{0,2}$/, /^\d{0,2}$/, /^-?\d+$/, wholeNumber].every((pattern, at) =>
    pattern.test((cells[at] ?? '').trim()),
  )

function nationalWithoutHeader(columns: readonly string[], sampleRows: readonly (readonly string[])[]): Recognised {
  const header = columns.map((column, at) => nationalMonthly.fixedHeader?.[at] ?? memberHeading(column, at, sampleRows))
  return {
    kind: nationalMonthly,
    score: 1,
    reason: 'Raderna har den nationella månadsfilens fasta ordning.',
    mapping: suggestMapping(nationalMonthly, header, sampleRows),
    layout: null,
    withoutHeader: columns[0] !== header[0],
    columns: header,
  }
}

/** After the two adults the fields differ between versions; the numbers of other members are known by their looks. */
function memberHeading(column: string, at: number, sampleRows: readonly (readonly string[])[]): string {
  const first = nationalMonthly.fixedHeader?.length ?? 0
  const looksLikeOne = (position: number) =>
    sampleRows.some((cells) => wholeNumber.test((cells[position] ?? '').trim()))
  const before = Array.from({ length: at - first }, (_, index) => first + index).filter(looksLikeOne).length
  return looksLikeOne(at) ? `Personnr${3 + before}` : column
}

function judged(
  kind: Kind,
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  fileName: string,
  title: string,
): Recognised {
  const layout = kind.layoutOf?.(columns, title, fileName) ?? null
  const mapping = suggestMapping(kind, columns, sampleRows, layout)
  const hint = kind.fileNames.find((word) => normalised(fileName).includes(normalised(word))) ?? null
  const score = Math.min(1, 0.95 * scoreOf(kind, mapping, layout) + (hint ? 0.05 : 0))
  return {
    kind,
    score,
    reason: reasonOf(kind, mapping, layout, hint),
    mapping,
    layout,
    withoutHeader: false,
    columns: [...columns],
  }
}

/** How much of what the kind requires is found, and how much of the file the kind explains. */
function scoreOf(kind: Kind, mapping: readonly Suggestion[], layout: Layout | null): number {
  const required = kind.columns.filter((column) => column.required)
  const sureOf = (name: string) =>
    Math.max(0, ...mapping.filter(({ target }) => target === name).map((each) => each.confidence))
  const missing = new Set(missingTargets(kind, targetsFrom(mapping), layout))
  const found = required.map((column) => (missing.has(column) ? 0 : sureOf(column.name) || 0.8))
  const explained = mapping.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, mapping.length)
  return 0.6 * (found.reduce((sum, each) => sum + each, 0) / Math.max(1, required.length)) + 0.4 * explained
}

function reasonOf(kind: Kind, mapping: readonly Suggestion[], layout: Layout | null, hint: string | null): string {
  const missing = missingTargets(kind, targetsFrom(mapping), layout).map(({ label }) => label)
  const read = mapping.filter(({ target }) => target !== null).length
  const columns = `${read} av ${mapping.length} kolumner känns igen`
  const required = missing.length === 0 ? 'allt som krävs finns' : `det som saknas är ${missing.join(', ')}`
  const name = hint === null ? '' : ` Filnamnet tyder på ${kind.label.toLowerCase()}.`
  return `${columns}, och ${required}.${name}`
}
