import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import { identityKeyOf } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import type { Tx } from '../database/transaction.ts'
import { Anchors } from '../register/anchors.ts'
import { factTables } from '../register/fact-tables.ts'
import { gatherStatistics } from '../register/gather-statistics.ts'
import { mergeFacts } from '../register/merge-facts.ts'
import { bumpDataVersion } from '../register/refresh-register.ts'
import { dayInSweden } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { factMaker, tablesOf } from './facts-of.ts'
import { insertRejections, insertRun, type NewRun, nextImportId, nextMoment } from './imports.queries.ts'
import { inImport } from './in-import.ts'
import type { Kind } from './kind.ts'
import { kindNamed } from './kinds/kinds.ts'
import { ledgerFacts } from './ledger-facts.ts'
import { mergeRows, type RowCounts, wholeWithin } from './merge-rows.ts'
import { missingTargets, targetsFrom } from './mapping.ts'
import { type Extract, openExtract, type TableExtract } from './open-extract.ts'
import type { TotalRow } from './read/table-rows.ts'
import type { Targets } from './readings.ts'
import { refreshAfterImport } from './refresh-after-import.ts'
import { Rejections } from './rejections.ts'
import { type Recognised, recognise } from './recognise.ts'
import { type AcceptedRow, createValidator, type RejectedCell } from './validate.ts'

export type ImportNeeds = { pool: pg.Pool; keys: Keys; now: () => Date; municipality: Municipality }

export type ImportFile = { path: string; fileName: string }

export type ImportChoices = {
  /** A kind's name; recognised from the file when it is left out. */
  kind?: string
  /** File column → our column, as a person has confirmed; the suggestion when it is left out. */
  targets?: Targets
  profile?: string
  userId?: number | null
  /** Judge and count, write nothing. */
  dryRun?: boolean
  /** Rows read so far. */
  onProgress?: (rows: number) => void
  /** Keep at most so many rejections in the result; all are kept in the register. */
  keepRejections?: number
}

export type ImportResult = {
  importId: number | null
  file: string
  kind: string
  encoding: string
  delimiter: string | null
  rows: number
  /** Rows newly written, rows that replaced an earlier fact, rows already known. */
  accepted: number
  superseded: number
  unchanged: number
  rejectedRows: number
  rejected: RejectedCell[]
  totalRow: TotalRow | null
  warnings: string[]
}

/** Why a whole file was refused, for the person who sent it. */
export type CannotImport =
  | { kind: 'not-recognised'; fileName: string; columns: string[] }
  | { kind: 'missing-columns'; fileName: string; missing: string[] }
  | { kind: 'other-municipality'; fileName: string; found: string; row: number }

export class ImportRefusal extends Error {
  readonly refusal: CannotImport
  constructor(refusal: CannotImport) {
    super(refusal.kind)
    this.name = 'ImportRefusal'
    this.refusal = refusal
  }
}

/** The file, opened, with what it is taken to be and how its columns are read. */
export type ReadyExtract = {
  extract: Extract
  kind: Kind
  targets: Targets
  layout: Recognised['layout']
  columns: string[]
}

/** Opens a file and settles its kind and mapping. Throws UnreadableFile or ImportRefusal. */
export async function prepareExtract(
  file: ImportFile,
  choices: Pick<ImportChoices, 'kind' | 'targets'>,
): Promise<ReadyExtract> {
  const extract = await openExtract(file.path, file.fileName)
  if (extract.format === 'sie') return { extract, kind: kindNamed('ledger')!, targets: {}, layout: null, columns: [] }
  const found = recognise(extract.columns, extract.sample, file.fileName, extract.title)
  const recognised = choices.kind ? found.find(({ kind }) => kind.name === choices.kind) : found[0]
  const kind = choices.kind ? kindNamed(choices.kind) : recognised?.kind
  if (!kind) throw new ImportRefusal({ kind: 'not-recognised', fileName: file.fileName, columns: extract.columns })
  const targets = choices.targets ?? targetsFrom(recognised?.mapping ?? [])
  const layout = recognised?.layout ?? null
  const missing = missingTargets(kind, targets, layout).map(({ label }) => label)
  if (missing.length > 0) throw new ImportRefusal({ kind: 'missing-columns', fileName: file.fileName, missing })
  const columns = recognised?.columns ?? extract.columns
  return { extract, kind, targets, layout, columns }
}

/**
 * Imports one file: opens, recognises, judges each row, and merges what it says into the register, in one transaction.
 *
 * Every bad row is kept and told. The same file again changes nothing; a corrected one supersedes.
 * Two imports of one municipality wait for each other.
 * @throws UnreadableFile, ImportRefusal: nothing was written.
 */
export async function importExtract(
  needs: ImportNeeds,
  file: ImportFile,
  choices: ImportChoices = {},
): Promise<ImportResult> {
  const ready = await prepareExtract(file, choices)
  try {
    const result = await inImport(needs.pool, needs.municipality.id, (tx) => runImport(tx, needs, file, ready, choices))
    await gatherStatistics(needs.pool, result.accepted + result.superseded, tablesOf[ready.kind.name] ?? [])
    return result
  } catch (error) {
    if (error instanceof DryRun) return error.result
    throw error
  }
}

/** Rolls a trial import back, with what it found. */
class DryRun extends Error {
  readonly result: ImportResult
  constructor(result: ImportResult) {
    super('dry run')
    this.result = result
  }
}

async function runImport(
  tx: Tx,
  needs: ImportNeeds,
  file: ImportFile,
  { extract, kind, targets, layout, columns }: ReadyExtract,
  choices: ImportChoices,
): Promise<ImportResult> {
  const municipalityId = needs.municipality.id
  const recordedAt = await nextMoment(tx, municipalityId, needs.now())
  const importId = await nextImportId(tx, municipalityId)
  const anchors = await Anchors.load(tx, needs.keys, municipalityId)
  const identityKey = identityKeyOf(needs.keys, municipalityId)
  const merge = { municipalityId, importId, recordedAt, saveAnchors: () => anchors.save() }

  const bad = new Rejections(choices.keepRejections ?? Infinity)
  let rows = 0
  let counts: RowCounts
  if (extract.format === 'sie') {
    const facts = ledgerFacts(extract.sie)
    rows = facts.facts.length
    const merged = await mergeFacts(tx, factTables.ledgerAmount, { ...merge, wholeWithin: facts.wholeWithin }, [
      facts.facts,
    ])
    counts = { accepted: merged.added, superseded: merged.superseded + merged.withdrawn, unchanged: merged.unchanged }
  } else {
    const validator = createValidator(
      kind,
      { columns, targets },
      {
        today: dayInSweden(recordedAt),
        municipality: needs.municipality,
        identityKey,
        layout,
      },
    )
    const judged = judge(extract, validator.validate, bad, (count) => {
      rows += count
      choices.onProgress?.(rows)
    })
    const make = factMaker(kind.name, anchors, identityKey)
    const whole = () => wholeWithin(kind.name, columns, targets, bad, anchors)
    counts = await mergeRows(tx, kind.name, merge, judged, make, whole)
    const other = validator.refusal()
    if (other)
      throw new ImportRefusal({
        kind: 'other-municipality',
        fileName: file.fileName,
        found: other.found,
        row: other.row,
      })
  }
  await anchors.save()

  const run: NewRun = {
    importId,
    kind: kind.name,
    profile: choices.profile ?? null,
    fileName: file.fileName,
    fileHash: await hashOfFile(file.path),
    encoding: extract.format === 'sie' ? extract.sie.encoding : extract.encoding,
    importedBy: choices.userId ?? null,
    recordedAt,
    rows,
    ...counts,
    rejected: bad.rowCount,
    warnings: extract.format === 'sie' ? extract.sie.warnings : extract.warnings(),
  }
  const result: ImportResult = {
    importId: choices.dryRun ? null : importId,
    file: file.fileName,
    kind: kind.name,
    encoding: run.encoding ?? '',
    delimiter: extract.format === 'sie' ? null : extract.delimiter,
    rows,
    ...counts,
    rejectedRows: bad.rowCount,
    rejected: bad.kept,
    totalRow: extract.format === 'sie' ? null : extract.totalRow(),
    warnings: run.warnings,
  }
  if (choices.dryRun) throw new DryRun(result)
  await insertRun(tx, municipalityId, run)
  await insertRejections(tx, municipalityId, importId, bad.all, bad.withHeader(columns), needs.keys)
  if (counts.accepted + counts.superseded > 0) {
    await bumpDataVersion(tx, municipalityId)
    await refreshAfter(tx, kind.name, municipalityId, recordedAt)
  }
  await logEntry(tx, {
    municipalityId,
    userId: choices.userId ?? null,
    action: 'extract-imported',
    subject: `import ${importId}`,
    householdIds: [],
    detail: { kind: kind.name, fileHash: run.fileHash.toString('hex'), rows, ...counts, rejected: bad.rowCount },
  })
  return result
}

async function refreshAfter(tx: Tx, kind: string, municipalityId: number, at: Date): Promise<void> {
  const organisation = kind === 'organisation'
  if (!organisation && !tablesOf[kind]!.some((table) => factTables[table].scoped)) return
  const changed = { households: ['households', 'national-monthly'].includes(kind), organisation }
  await refreshAfterImport(tx, municipalityId, changed, at)
}

async function* judge(
  extract: TableExtract,
  validate: ReturnType<typeof createValidator>['validate'],
  bad: Rejections,
  count: (rows: number) => void,
): AsyncGenerator<AcceptedRow[]> {
  for await (const { firstRow, rows } of extract.batches()) {
    const { accepted, rejected } = validate(rows, firstRow)
    if (rejected.length > 0) bad.add(rejected, (line) => rows[line - firstRow] ?? [])
    count(rows.length)
    if (accepted.length > 0) yield accepted
  }
}

async function hashOfFile(path: string): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest()
}
