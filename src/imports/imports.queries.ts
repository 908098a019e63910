import { seal, unseal } from '../access/identity-vault.ts'
import type { Keys } from '../access/keys.ts'
import type { Tx } from '../database/transaction.ts'
import type { Profile } from './mapping.ts'
import type { RejectedCell } from './validate.ts'

export type NewRun = {
  importId: number
  kind: string
  profile: string | null
  fileName: string
  fileHash: Buffer
  encoding: string | null
  importedBy: number | null
  recordedAt: Date
  rows: number
  accepted: number
  superseded: number
  unchanged: number
  rejected: number
  warnings: string[]
}

/** Under the municipality's import lock, so that no two imports get the same. */
export async function nextImportId(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    'select coalesce(max(import_id), 0) + 1 as next from import_run where municipality_id = $1',
    [municipalityId],
  )
  return row!.next
}

/**
 * The moment that an import or its undoing is recorded at: now, or just after the last one where the clock has not moved
 * on or has been put back. No two share a moment, since facts are told apart by when they were known.
 */
export async function nextMoment(tx: Tx, municipalityId: number, now: Date): Promise<Date> {
  const [row] = await tx.query<{ last: Date | null }>(
    'select greatest(max(recorded_at), max(undone_at)) as last from import_run where municipality_id = $1',
    [municipalityId],
  )
  const last = row?.last?.getTime() ?? 0
  return now.getTime() > last ? now : new Date(last + 1)
}

export async function insertRun(tx: Tx, municipalityId: number, run: NewRun): Promise<void> {
  await tx.query(
    `insert into import_run (municipality_id, import_id, kind, profile, file_name, file_hash, encoding, imported_by, recorded_at,
                             row_count, accepted, superseded, unchanged, rejected, warnings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      municipalityId,
      run.importId,
      run.kind,
      run.profile,
      run.fileName,
      run.fileHash,
      run.encoding,
      run.importedBy,
      run.recordedAt,
      run.rows,
      run.accepted,
      run.superseded,
      run.unchanged,
      run.rejected,
      run.warnings,
    ],
  )
}

export async function insertRejections(
  tx: Tx,
  municipalityId: number,
  importId: number,
  cells: RejectedCell[],
  rows: readonly [row: number, cells: readonly string[]][],
  keys: Keys,
): Promise<void> {
  await tx.query(
    `insert into import_rejection (municipality_id, import_id, ordinal, row_number, column_name, problem, found)
     select $1, $2, * from unnest($3::integer[], $4::integer[], $5::text[], $6::text[], $7::text[])`,
    [
      municipalityId,
      importId,
      cells.map((_, position) => position + 1),
      cells.map((cell) => cell.row),
      cells.map((cell) => cell.column),
      cells.map((cell) => cell.problem),
      cells.map((cell) => cell.found),
    ],
  )
  await tx.query(
    `insert into import_rejected_row (municipality_id, import_id, row_number, sealed_cells)
     select $1, $2, * from unnest($3::integer[], $4::bytea[])`,
    [
      municipalityId,
      importId,
      rows.map(([row]) => row),
      rows.map(([, each]) => seal(keys, municipalityId, JSON.stringify(each))),
    ],
  )
}

export type RunRow = {
  import_id: number
  kind: string
  file_name: string
  recorded_at: Date
  user_name: string | null
  row_count: number
  accepted: number
  superseded: number
  unchanged: number
  rejected: number
  undone_at: Date | null
}

export function listRuns(tx: Tx, municipalityId: number): Promise<RunRow[]> {
  return tx.query<RunRow>(
    `select import_id, kind, file_name, recorded_at, u.name as user_name, row_count, accepted, superseded, unchanged, rejected, undone_at
     from import_run r left join app_user u on u.municipality_id = r.municipality_id and u.user_id = r.imported_by
     where r.municipality_id = $1 order by import_id desc limit 500`,
    [municipalityId],
  )
}

export async function findRun(tx: Tx, municipalityId: number, importId: number): Promise<RunRow | null> {
  const [row] = await tx.query<RunRow>(
    `select import_id, kind, file_name, recorded_at, null::text as user_name, row_count, accepted, superseded, unchanged, rejected, undone_at
     from import_run where municipality_id = $1 and import_id = $2`,
    [municipalityId, importId],
  )
  return row ?? null
}

export async function markUndone(
  tx: Tx,
  municipalityId: number,
  importId: number,
  at: Date,
  userId: number | null,
): Promise<void> {
  await tx.query('update import_run set undone_at = $3, undone_by = $4 where municipality_id = $1 and import_id = $2', [
    municipalityId,
    importId,
    at,
    userId,
  ])
}

export type RejectedRow = { row_number: number; cells: string[]; problems: { column: string; problem: string }[] }

/** The file's headings as row 0, then the bad rows as they came. They are sealed in the database: nobody knows yet what stands in which cell. */
export async function listRejectedRows(
  tx: Tx,
  municipalityId: number,
  importId: number,
  keys: Keys,
): Promise<RejectedRow[]> {
  const rows = await tx.query<Omit<RejectedRow, 'cells'> & { sealed_cells: Buffer }>(
    `select r.row_number, r.sealed_cells,
            coalesce((select jsonb_agg(jsonb_build_object('column', column_name, 'problem', problem) order by ordinal) from import_rejection e
             where e.municipality_id = r.municipality_id and e.import_id = r.import_id and e.row_number = r.row_number), '[]') as problems
     from import_rejected_row r where r.municipality_id = $1 and r.import_id = $2 order by r.row_number`,
    [municipalityId, importId],
  )
  return rows.map(({ sealed_cells, ...row }) => ({
    ...row,
    cells: JSON.parse(unseal(keys, municipalityId, sealed_cells)) as string[],
  }))
}

export function listProfiles(tx: Tx, municipalityId: number): Promise<Profile[]> {
  return tx.query<Profile>('select name, kind, columns from import_profile where municipality_id = $1 order by name', [
    municipalityId,
  ])
}

export async function saveProfile(
  tx: Tx,
  municipalityId: number,
  profile: Profile,
  userId: number | null,
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into import_profile (municipality_id, name, kind, columns, saved_by, saved_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (municipality_id, name) do update set kind = excluded.kind, columns = excluded.columns,
       saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    [municipalityId, profile.name, profile.kind, JSON.stringify(profile.columns), userId, at],
  )
}
