import { Value } from 'typebox/value'
import type { Tx } from '../database/transaction.ts'
import { isNotJoined } from '../register/own-household.ts'
import type { Day } from '../values/day.ts'
import { eventBodies, type EventKind, isEventKind } from './event-bodies.ts'
import { eventRules, type PathEvent } from './event.ts'

type EventRow = {
  household_id: number
  sequence: number
  kind: string
  person_id: number | null
  concerns: number | null
  happened_on: Day
  recorded_at: Date
  recorded_by: number | null
  body: unknown
}

/**
 * The events of some households, by household and in order. Row level security decides which there are.
 * With `kinds` only those: what they tell of the way can still be replayed. Ask for `undone` as well.
 * With `attendance` the days of attendance, which are most of all events, only within that time.
 */
export async function loadEvents(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[] | 'all',
  kinds?: readonly EventKind[],
  attendance?: { from: Day; until: Day },
): Promise<Map<number, PathEvent[]>> {
  const parameters: unknown[] = [municipalityId]
  const among = (column: string, values: readonly unknown[] | 'all') =>
    values === 'all' ? '' : `and ${column} = any ($${parameters.push(values)})`
  const within = ({ from, until }: { from: Day; until: Day }) =>
    `and (kind <> 'attendance-recorded' or happened_on >= $${parameters.push(from)} and happened_on < $${parameters.push(until)})`
  const rows = await tx.query<EventRow>(
    `select household_id, sequence, kind, person_id, concerns, happened_on, recorded_at, recorded_by, body from path_event
     where municipality_id = $1 ${among('household_id', householdIds)} ${among('kind', kinds ?? 'all')}
       ${attendance ? within(attendance) : ''}
     order by household_id, sequence`,
    parameters,
  )
  const events = new Map<number, PathEvent[]>()
  for (const row of rows) {
    const known = events.get(row.household_id)
    if (known) known.push(toEvent(row))
    else events.set(row.household_id, [toEvent(row)])
  }
  return events
}

/** What was checked when it was written is trusted when it is read; a kind that we no longer know is a bug. */
function toEvent(row: EventRow): PathEvent {
  if (!isEventKind(row.kind)) throw new Error(`Unknown kind of event in the register: ${row.kind}`)
  return {
    kind: row.kind,
    sequence: row.sequence,
    personId: row.person_id,
    concerns: row.concerns,
    on: row.happened_on,
    by: row.recorded_by,
    recordedAt: row.recorded_at.toISOString(),
    body: row.body,
  } as PathEvent
}

/** Whether a body says what its kind of event says; null, or where it does not. */
export function faultOf(kind: PathEvent['kind'], body: unknown): string | null {
  if (Value.Check(eventBodies[kind], body)) return null
  const [first] = Value.Errors(eventBodies[kind], body)
  return first ? `${first.instancePath || '/'} ${first.message}` : '/'
}

export type NewEvents = { householdId: number; scope: number; events: readonly PathEvent[] }

/** Adds events of any number of households in one statement. */
export async function appendEvents(tx: Tx, municipalityId: number, added: readonly NewEvents[]): Promise<void> {
  const rows = added.flatMap(({ householdId, scope, events }) =>
    events.map((event) => ({
      household_id: householdId,
      sequence: event.sequence,
      access_scope: scope,
      audience: eventRules[event.kind].audience,
      kind: event.kind,
      person_id: event.personId,
      concerns: event.concerns,
      happened_on: event.on,
      recorded_at: event.recordedAt,
      recorded_by: event.by,
      body: event.body,
    })),
  )
  if (rows.length === 0) return
  await tx.query(
    `insert into path_event (municipality_id, household_id, sequence, access_scope, audience, kind, person_id, concerns,
                             happened_on, recorded_at, recorded_by, body)
     select $1, household_id, sequence, access_scope, audience, kind, person_id, concerns, happened_on, recorded_at, recorded_by, body
     from jsonb_to_recordset($2::jsonb) as row (
       household_id bigint, sequence integer, access_scope bigint, audience text, kind text, person_id bigint,
       concerns integer, happened_on date, recorded_at timestamptz, recorded_by integer, body jsonb)`,
    [municipalityId, JSON.stringify(rows)],
  )
}

/**
 * Locks households against other changes of their way for the rest of the transaction, in one order so that two
 * bulk changes cannot wait for each other. Gives the scope of each that exists.
 */
export async function lockHouseholds(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await tx.query<{ household_id: number; access_scope: number }>(
    `select household_id, access_scope from household
     where municipality_id = $1 and household_id = any ($2) and ${isNotJoined} order by household_id for update`,
    [municipalityId, householdIds],
  )
  return new Map(rows.map((row) => [row.household_id, row.access_scope]))
}

/** Any number that no other lock of ours has. */
const scarceLock = 0x74696d65

/**
 * Waits until nobody else takes a coach's hour or a group's place, for the rest of the transaction. Before the world is
 * loaded, and before any household is locked: then what is free is what it seems, and no two wait for each other.
 */
export async function lockScarce(tx: Tx, municipalityId: number): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1, $2)', [scarceLock, municipalityId])
}

/** Persons of some households, present and former. */
export async function loadMembers(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, number[]>> {
  const rows = await tx.query<{ household_id: number; person_ids: number[] }>(
    `select household_id, array_agg(distinct person_id)::integer[] as person_ids from household_member
     where municipality_id = $1 and known_until = 'infinity' and household_id = any ($2) group by household_id`,
    [municipalityId, householdIds],
  )
  return new Map(rows.map((row) => [row.household_id, row.person_ids]))
}
