import type { Tx } from '../database/transaction.ts'
import type {
  KeptValue,
  Reference,
  ReferenceArea,
  ReferenceGender,
  ReferenceSource,
  ReferenceValue,
} from './reference.ts'

export type Kept = { added: number; changed: number; unchanged: number }

/** Values that are new or have changed are added, those before them closed; the others are noted as seen again. */
export async function keepReference(
  tx: Tx,
  municipalityId: number,
  { values, areas, madeUp }: Reference,
  now: Date,
): Promise<Kept> {
  const given = distinct(values)
  await keepAreas(tx, municipalityId, areas, now)
  if (given.length === 0) return { added: 0, changed: 0, unchanged: 0 }
  const rows = `unnest($2::text[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::double precision[], $8::text[])
    as given (source, series, area, year, gender, value, status)`
  const parameters = [
    municipalityId,
    ...(['source', 'series', 'area', 'year', 'gender', 'value', 'status'] as const).map((name) =>
      given.map((each) => each[name]),
    ),
    madeUp,
    now,
  ]
  const same = `held.municipality_id = $1 and held.known_until = 'infinity' and held.source = given.source and held.series = given.series
    and held.area = given.area and held.year = given.year and held.gender = given.gender`
  const alike = `held.value is not distinct from given.value and held.status = given.status and held.is_made_up = $9`
  const unchanged = await tx.execute(
    `update reference_value held set retrieved_at = $10 from ${rows} where ${same} and ${alike}`,
    parameters,
  )
  const changed = await tx.execute(
    `update reference_value held set known_until = $10 from ${rows} where ${same} and not (${alike})`,
    parameters,
  )
  const inserted = await tx.execute(
    `insert into reference_value (municipality_id, source, series, area, year, gender, value, status, is_made_up, known_from, retrieved_at)
     select $1, given.source, given.series, given.area, given.year, given.gender, given.value, given.status, $9, $10, $10
     from ${rows} where not exists (select from reference_value held where ${same})`,
    parameters,
  )
  return { added: inserted - changed, changed, unchanged }
}

/** Now, or the first moment after the latest change: two changes never share one, so each can be taken back by its own. */
export async function freeMoment(tx: Tx, municipalityId: number, now: Date): Promise<Date> {
  await tx.query('select pg_advisory_xact_lock(hashtext($1), $2)', ['reference_value', municipalityId])
  const [row] = await tx.query<{ at: Date }>(
    `select greatest($2::timestamptz,
       (select max(known_from) from reference_value where municipality_id = $1) + interval '1 millisecond') as at`,
    [municipalityId, now],
  )
  return row!.at
}

/** Closes what was added at a moment and still stands. */
export const closeKept = (tx: Tx, municipalityId: number, keptAt: Date, at: Date): Promise<number> =>
  tx.execute(
    `update reference_value set known_until = $3
     where municipality_id = $1 and known_from = $2 and known_until = 'infinity'`,
    [municipalityId, keptAt, at],
  )

/** Adds again what was closed at a moment, where nothing stands now. */
export const reopenBefore = (tx: Tx, municipalityId: number, keptAt: Date, at: Date): Promise<number> =>
  tx.execute(
    `insert into reference_value (municipality_id, source, series, area, year, gender, value, status, is_made_up, known_from, retrieved_at)
     select municipality_id, source, series, area, year, gender, value, status, is_made_up, $3, retrieved_at
     from reference_value closed
     where municipality_id = $1 and known_until = $2 and not exists (
       select from reference_value held
       where held.municipality_id = $1 and held.known_until = 'infinity' and held.source = closed.source and held.series = closed.series
         and held.area = closed.area and held.year = closed.year and held.gender = closed.gender
     )`,
    [municipalityId, keptAt, at],
  )

/** A page may repeat what another had; the last one counts. */
function distinct(values: readonly ReferenceValue[]): ReferenceValue[] {
  const byKey = values.map(
    (each) => [[each.source, each.series, each.area, each.year, each.gender].join(), each] as const,
  )
  return [...new Map(byKey).values()]
}

async function keepAreas(tx: Tx, municipalityId: number, areas: readonly ReferenceArea[], now: Date): Promise<void> {
  for (const { area, name, members } of areas)
    await tx.query(
      `insert into reference_area (municipality_id, area, name, members, retrieved_at) values ($1, $2, $3, $4, $5)
       on conflict (municipality_id, area) do update
       set name = excluded.name, members = excluded.members, retrieved_at = excluded.retrieved_at`,
      [municipalityId, area, name, members, now],
    )
}

/** All that is known now of the given areas, in the order of the years. */
export async function loadValues(tx: Tx, municipalityId: number, areas: readonly string[]): Promise<KeptValue[]> {
  const rows = await tx.query<{
    source: ReferenceSource
    series: string
    area: string
    year: number
    gender: ReferenceGender
    value: number | null
    status: string
    is_made_up: boolean
    known_from: Date
    retrieved_at: Date
  }>(
    `select source, series, area, year, gender, value, status, is_made_up, known_from, retrieved_at from reference_value
     where municipality_id = $1 and known_until = 'infinity' and area = any ($2)
     order by series, area, year, gender`,
    [municipalityId, areas],
  )
  return rows.map(({ is_made_up: madeUp, known_from: knownFrom, retrieved_at: retrievedAt, ...rest }) => ({
    ...rest,
    ...{ madeUp, knownFrom, retrievedAt },
  }))
}

export const loadAreas = (tx: Tx, municipalityId: number): Promise<ReferenceArea[]> =>
  tx.query<ReferenceArea>('select area, name, members from reference_area where municipality_id = $1 order by name', [
    municipalityId,
  ])

/** A month that Socialstyrelsen has published for the own municipality. Null where it has hidden or not got the figure. */
export type OfficialMonth = { month: number; households: number | null; thousands: number | null }

/** Households and paid thousands of kronor month by month, from the tables that were imported; without groups. */
export const loadOfficialMonths = (tx: Tx, municipalityId: number, region: string): Promise<OfficialMonth[]> =>
  tx.query<OfficialMonth>(
    `select month, max(value) filter (where figure ilike '%hush_ll%' and figure not ilike 'utbetal%')::float8 as households,
            max(value) filter (where figure ilike 'utbetal%')::float8 as thousands
     from official_statistic
     where municipality_id = $1 and known_until = 'infinity' and statistic_group is null
       and (region ilike $2 or region ilike $2 || ' kommun' or region ilike $2 || 's kommun' or region like '____ ' || $2)
     group by month order by month`,
    [municipalityId, region],
  )
