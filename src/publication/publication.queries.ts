import type { Tx } from '../database/transaction.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import { type CellId, idOf, type PublishedCount } from './count-cell.ts'
import type { AlreadyOut } from './made-of-the-same-facts.ts'

/** The publication that counts stood in: a signed version, or a file or page made of a version of the data (report 0). */
export type Publication = { reportId: number; version: number }

type Row = { reportId: number; version: number; definitionId: string; cellKey: string } & {
  from: string
  until: string
  count: number | string | null
}

const publishedLock = 0x70_75_62

/** Nobody else publishes in the municipality for the rest of the transaction. */
export const lockPublished = async (tx: Tx, municipalityId: number): Promise<void> =>
  void (await tx.query('select pg_advisory_xact_lock($1, $2)', [publishedLock, municipalityId]))

const indexOf = (day: string): number => monthIndex(day.slice(0, 7) as Month)

/** Every publication of the municipality with its counts, the oldest first; files and pages before signed reports. */
export async function loadPublished(tx: Tx, municipalityId: number): Promise<AlreadyOut> {
  const rows = await tx.query<Row>(
    `select out.report_id as "reportId", out.version, definition_id as "definitionId", cell_key as "cellKey",
            from_month::text as "from", until_month::text as until, count
     from published_count out
       left join report_version signed
         on signed.municipality_id = out.municipality_id and signed.report_id = out.report_id
        and signed.version = out.version
     where out.municipality_id = $1
     order by signed.signed_at nulls first, out.report_id, out.version, definition_id, cell_key, from_month, until_month`,
    [municipalityId],
  )
  const publications = new Map<string, Map<CellId, number | null>>()
  for (const { reportId, version, from, until, count, ...cell } of rows) {
    const key = `${reportId} ${version}`
    const counts = publications.get(key) ?? new Map<CellId, number | null>()
    publications.set(key, counts)
    const id = idOf({ ...cell, from: indexOf(from), until: indexOf(until) })
    counts.set(id, count === null ? null : Number(count))
  }
  return [...publications.values()]
}

/** How many counts are out, shown or withheld. It only grows, so that who finds the same number finds the same register. */
export async function countPublished(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::integer as count from published_count where municipality_id = $1',
    [municipalityId],
  )
  return row?.count ?? 0
}

/** The number of the data that files and pages are made of. */
export async function versionOfData(tx: Tx, municipalityId: number): Promise<number> {
  const [row] = await tx.query<{ version: number }>('select version from data_version where municipality_id = $1', [
    municipalityId,
  ])
  return row?.version ?? 0
}

/** Adds what is not there. Nothing that is out is changed. */
export async function addPublished(
  tx: Tx,
  municipalityId: number,
  { reportId, version }: Publication,
  counts: readonly PublishedCount[],
): Promise<void> {
  const first = (index: number) => `${monthFromIndex(index)}-01`
  await tx.query(
    `insert into published_count (municipality_id, report_id, version, definition_id, cell_key, from_month, until_month, count)
     select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::date[], $7::date[], $8::bigint[])
     on conflict do nothing`,
    [
      ...[municipalityId, reportId, version],
      counts.map(({ definitionId }) => definitionId),
      counts.map(({ cellKey }) => cellKey),
      counts.map(({ from }) => first(from)),
      counts.map(({ until }) => first(until)),
      counts.map(({ count }) => count),
    ],
  )
}
