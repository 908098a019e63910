import type { Tx } from '../database/transaction.ts'
import type { Path } from './path.ts'
import { openingsOf } from './secrecy.ts'
import { workRow } from './work-row.ts'
import { ownUnitsAmong, type World } from './world.ts'

export type Projected = { householdId: number; scope: number; path: Path }
type Units = Pick<World, 'unitCodes' | 'committeeOf'>

/** Brings what follows from the events up to date for some households, in a few statements however many they are. */
export async function project(
  tx: Tx,
  municipalityId: number,
  households: readonly Projected[],
  units: Units,
): Promise<void> {
  if (households.length === 0) return
  await saveWork(tx, municipalityId, households)
  const ids = households.map(({ householdId }) => householdId)
  for (const table of ['sharing_ground', 'booked_time'])
    await tx.query(`delete from ${table} where municipality_id = $1 and household_id = any ($2)`, [municipalityId, ids])
  await saveGrounds(tx, municipalityId, households, units)
  await saveTimes(tx, municipalityId, households)
}

const workColumns = {
  caseworker_code: 'text',
  assigned_on: 'date',
  contact_on: 'date',
  routed_to: 'text',
  promised_by: 'date',
  coach_booked_on: 'date',
  coach_met_on: 'date',
  breach_explained: 'boolean',
  mapped_on: 'date',
  plan_saved_on: 'date',
  plan_approved_on: 'date',
  follow_up_on: 'date',
  unanswered_since: 'date',
  returned_on: 'date',
  intervention_ends_on: 'date',
  open_interventions: 'integer',
  next_step_on: 'date',
  next_step: 'text',
  reminder_on: 'date',
  reminder: 'text',
  concern_since: 'date',
  closed_on: 'date',
  closure_reason: 'text',
} satisfies Record<keyof ReturnType<typeof workRow>, string>

async function saveWork(tx: Tx, municipalityId: number, households: readonly Projected[]): Promise<void> {
  const rows = households.map(({ householdId, scope, path }) => {
    const last = path.events.at(-1)
    return {
      household_id: householdId,
      access_scope: scope,
      sequence: path.sequence,
      changed_at: last?.recordedAt ?? new Date(0).toISOString(),
      changed_by: last?.by ?? null,
      ...workRow(path),
    }
  })
  const names = ['household_id', 'access_scope', 'sequence', 'changed_at', 'changed_by', ...Object.keys(workColumns)]
  const types = [
    'household_id bigint, access_scope bigint, sequence integer, changed_at timestamptz, changed_by integer',
    ...Object.entries(workColumns).map(([name, type]) => `${name} ${type}`),
  ]
  await tx.query(
    `insert into household_work (municipality_id, ${names.join(', ')})
     select $1, ${names.join(', ')} from jsonb_to_recordset($2::jsonb) as row (${types.join(', ')})
     on conflict (municipality_id, household_id) do update set
       ${names
         .slice(1)
         .map((name) => `${name} = excluded.${name}`)
         .join(', ')}`,
    [municipalityId, JSON.stringify(rows)],
  )
}

async function saveGrounds(
  tx: Tx,
  municipalityId: number,
  households: readonly Projected[],
  units: Units,
): Promise<void> {
  const rows = households.flatMap(({ householdId, scope, path }) =>
    openingsOf(path, (unit) => ownUnitsAmong(units, scope, [unit]).length > 0)
      .map((opening) => ({ ...opening, until: opening.until ?? 'infinity' }))
      .filter(({ on, until }) => until === 'infinity' || on < until)
      .map(({ id, personId, recipient, scopes, on, until }) => ({
        household_id: householdId,
        sequence: id,
        person_id: personId,
        recipient,
        scopes,
        from_day: on,
        until_day: until,
      })),
  )
  if (rows.length === 0) return
  await tx.query(
    `insert into sharing_ground (municipality_id, household_id, sequence, person_id, recipient, scopes, from_day, until_day)
     select $1, household_id, sequence, person_id, recipient, scopes, from_day, until_day
     from jsonb_to_recordset($2::jsonb) as row (
       household_id bigint, sequence integer, person_id bigint, recipient text, scopes text[], from_day date, until_day date)`,
    [municipalityId, JSON.stringify(rows)],
  )
}

async function saveTimes(tx: Tx, municipalityId: number, households: readonly Projected[]): Promise<void> {
  const rows = households.flatMap(({ householdId, path }) =>
    path.meetings.map(({ id, personId, booked, state }) => ({
      household_id: householdId,
      sequence: id,
      person_id: personId,
      unit_code: booked.unit,
      coach: booked.coach,
      starts_at: booked.at,
      minutes: booked.minutes,
      state: state.kind,
    })),
  )
  if (rows.length === 0) return
  await tx.query(
    `insert into booked_time (municipality_id, household_id, sequence, person_id, unit_code, coach, starts_at, ends_at, state)
     select $1, household_id, sequence, person_id, unit_code, coach, starts_at, starts_at + make_interval(mins => minutes), state
     from jsonb_to_recordset($2::jsonb) as row (
       household_id bigint, sequence integer, person_id bigint, unit_code text, coach integer, starts_at timestamp,
       minutes integer, state text)`,
    [municipalityId, JSON.stringify(rows)],
  )
}
