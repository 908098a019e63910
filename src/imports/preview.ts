import { createHash } from 'node:crypto'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { formatNumber } from '../values/format.ts'
import type { FileColumn, Preview, RejectedRow, Target } from './import-answers.ts'
import type { Kind } from './kind.ts'
import { kindNamed, kinds } from './kinds/kinds.ts'
import { ledgerFacts } from './ledger-facts.ts'
import { missingTargets, type Profile, type Suggestion, suggestMapping, targetsFrom } from './mapping.ts'
import { targetsOf } from './municipality.ts'
import { openExtract, type TableExtract } from './open-extract.ts'
import { problemText } from './problems.text.ts'
import type { TotalRow } from './read/table-rows.ts'
import type { Targets } from './readings.ts'
import { recognise } from './recognise.ts'
import { previewText } from './preview.text.ts'
import { shown } from './shown.ts'
import { createValidator } from './validate.ts'

export type PreviewFile = { id: string; path: string; fileName: string }

export type PreviewChoice = {
  kind?: string
  /** A person's own mapping; suggested when it is left out. */
  targets?: Targets
}

export type PreviewContext = { municipality: Municipality; today: Day; profiles: Profile[] }

/** Bad rows shown at once. The rest are kept when the file is imported, and can be downloaded. */
const shownRejections = 200

/**
 * A file as it would be read: what it is taken to be, column by column, and each row that would be refused.
 * Nothing is written and the register is not asked, so a preview cannot tell which rows are already known.
 * Throws UnreadableFile.
 */
export async function previewExtract(
  file: PreviewFile,
  choice: PreviewChoice,
  context: PreviewContext,
): Promise<Preview> {
  const extract = await openExtract(file.path, file.fileName)
  const base = { previewId: file.id, fileName: file.fileName, kinds: kindChoices() }
  if (extract.format === 'sie') {
    const { facts } = ledgerFacts(extract.sie)
    const ledger = kindNamed('ledger')!
    return {
      ...base,
      kind: ledger.name,
      kindLabel: previewText.sie(extract.sie.sieType),
      encoding: extract.sie.encoding,
      delimiter: null,
      headerRow: null,
      columns: [],
      rows: facts.length,
      accepted: facts.length,
      rejected: [],
      rejectedCount: 0,
      totalRow: null,
      profile: null,
      warnings: extract.sie.warnings,
    }
  }
  const { kind, suggestions, targets, layout, columns, profile } = settle(
    extract,
    file.fileName,
    choice,
    context.profiles,
  )
  const missing = missingTargets(kind, targets, layout)
  const judged = missing.length
    ? await countRows(extract)
    : await judge(extract, kind, columns, targets, layout, context)
  return {
    ...base,
    kind: kind.name,
    kindLabel: kind.label,
    encoding: extract.encoding,
    delimiter: extract.delimiter,
    headerRow: extract.headerRow || null,
    columns: columns.map((name, at) => fileColumn(name, at, extract, suggestions)),
    ...judged,
    totalRow: totalRowText(extract.totalRow()),
    profile,
    warnings: [...missing.map(({ label }) => previewText.missingColumn(label)), ...extract.warnings()],
  }
}

/** A profile whose columns are those of the file speaks first, then the person's choice of kind, then the recogniser. */
function settle(extract: TableExtract, fileName: string, choice: PreviewChoice, profiles: Profile[]) {
  const found = recognise(extract.columns, extract.sample, fileName, extract.title)
  const profile = choice.kind
    ? undefined
    : profiles.find((each) => sameColumns(Object.keys(each.columns), extract.columns))
  const wanted = choice.kind ?? profile?.kind
  const recognised = wanted ? found.find(({ kind }) => kind.name === wanted) : found[0]
  const kind = (wanted && kindNamed(wanted)) || recognised?.kind || kinds[0]!
  const columns = recognised?.columns ?? extract.columns
  const layout = recognised?.layout ?? null
  const suggestions = recognised?.mapping ?? suggestMapping(kind, columns, extract.sample, layout)
  const targets = choice.targets ?? profile?.columns ?? targetsFrom(suggestions)
  return { kind, columns, layout, suggestions, targets, profile: profile?.name ?? null }
}

const sameColumns = (saved: string[], columns: string[]): boolean =>
  saved.length === columns.length && columns.every((column) => saved.includes(column))

async function judge(
  extract: TableExtract,
  kind: Kind,
  columns: string[],
  targets: Targets,
  layout: ReturnType<typeof settle>['layout'],
  { municipality, today }: PreviewContext,
): Promise<Pick<Preview, 'rows' | 'accepted' | 'rejected' | 'rejectedCount'>> {
  // Keys only tell rows of the file apart here, so an unkeyed hash does.
  const identityKey = (number: { reveal(): string }) => createHash('sha256').update(number.reveal()).digest('base64')
  const validator = createValidator(kind, { columns, targets }, { today, municipality, identityKey, layout })
  const rejected: RejectedRow[] = []
  const badRows = new Set<number>()
  let rows = 0
  let accepted = 0
  for await (const batch of extract.batches()) {
    const judged = validator.validate(batch.rows, batch.firstRow)
    rows += batch.rows.length
    accepted += judged.accepted.length
    for (const cell of judged.rejected) {
      badRows.add(cell.row)
      if (rejected.length < shownRejections) rejected.push({ ...cell, text: problemText[cell.problem] })
    }
  }
  return { rows, accepted, rejected, rejectedCount: badRows.size }
}

async function countRows(
  extract: TableExtract,
): Promise<Pick<Preview, 'rows' | 'accepted' | 'rejected' | 'rejectedCount'>> {
  let rows = 0
  for await (const batch of extract.batches()) rows += batch.rows.length
  return { rows, accepted: 0, rejected: [], rejectedCount: 0 }
}

function fileColumn(name: string, at: number, extract: TableExtract, suggestions: Suggestion[]): FileColumn {
  const suggestion = suggestions[at]
  const values = new Set(extract.sample.map((row) => (row[at] ?? '').trim()).filter(Boolean))
  const samples = [...values].slice(0, 3).map((value) => shown(value, false))
  return {
    name,
    samples,
    suggestion: suggestion?.target ? { target: suggestion.target, reason: suggestion.reason } : null,
  }
}

const kindChoices = (): Preview['kinds'] =>
  kinds.map((kind) => ({ kind: kind.name, label: kind.label, targets: targetsOf(kind).map(toTarget) }))

const toTarget = ({ name, label, required }: Target): Target => ({ name, label, required })

function totalRowText(totalRow: TotalRow | null): Preview['totalRow'] {
  if (!totalRow || totalRow.agrees === null) return null
  const sums = totalRow.sums.map(({ column, printed, computed }) =>
    previewText.sum(column, formatNumber(printed, 2), formatNumber(computed, 2)),
  )
  const text = totalRow.agrees
    ? previewText.totalAgrees(totalRow.row)
    : previewText.totalDiffers(totalRow.row, sums.join('; '))
  return { agrees: totalRow.agrees, text }
}
