import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Context } from './context-rules.ts'

/** What the rules need to know of the municipality: the same for every household. */
export type World = {
  unitCodes: ReadonlyMap<number, string>
  committeeOf: ReadonlyMap<string, string>
  interventions: ReadonlySet<string>
  projects: ReadonlySet<string>
  /** The case system's caseworkers, and users who have households of their own. */
  caseworkers: ReadonlySet<string>
  /** Ids of the active users with the role of a coach. */
  coaches: ReadonlySet<number>
  places: ReadonlyMap<string, number>
  /** Units of the protected households, whose scope does not tell. */
  protectedUnits: ReadonlyMap<number, number>
  taken: { coach: number; from: string; until: string; householdId: number }[]
  started: Map<string, number>
}

export type Actor = Pick<User, 'id' | 'role' | 'units'>

export async function loadWorld(tx: Tx, municipalityId: number): Promise<World> {
  const units = await tx.query<{ unit_id: number; code: string; parent_code: string | null }>(
    `select distinct on (unit.unit_id) unit.unit_id, unit.code, p.parent_code from unit
     left join unit_period p on p.municipality_id = unit.municipality_id and p.unit_id = unit.unit_id and p.known_until = 'infinity'
     where unit.municipality_id = $1 order by unit.unit_id, p.from_month desc nulls last`,
    [municipalityId],
  )
  const entries = await tx.query<{ kind: string; entry_key: string; places: number | null }>(
    `select case body ->> 'kind' when 'project' then 'project' else kind end as kind, entry_key,
            (body ->> 'places')::integer as places
     from catalogue_entry
     where municipality_id = $1 and known_until = 'infinity' and kind in ('intervention', 'group')`,
    [municipalityId],
  )
  const taken = await tx.query<{ coach: number; starts: string; ends: string; household_id: number }>(
    `select coach, to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI') as starts, to_char(ends_at, 'YYYY-MM-DD"T"HH24:MI') as ends,
            household_id
     from booked_time where municipality_id = $1 and state = 'booked'`,
    [municipalityId],
  )
  const guarded = await tx.query<{ household_id: number; unit_id: number }>(
    `select distinct on (p.household_id) p.household_id, p.unit_id
     from household_period p join household h using (municipality_id, household_id)
     where p.municipality_id = $1 and p.known_until = 'infinity' and h.access_scope < 0 and p.unit_id is not null
     order by p.household_id, p.from_month desc`,
    [municipalityId],
  )
  const started = await tx.query<{ key: string; count: number }>(
    `select body ->> 'group' as key, count(*)::integer as count from path_event opened
     where municipality_id = $1 and kind = 'intervention-started' and body ? 'group'
       and not exists (
         select from path_event undone where undone.municipality_id = $1 and undone.household_id = opened.household_id
           and undone.kind = 'undone' and undone.concerns = opened.sequence)
     group by 1`,
    [municipalityId],
  )
  const caseworkers = await tx.query<{ code: string }>(
    `select code from caseworker where municipality_id = $1
     union select caseworker_code from app_user where municipality_id = $1 and active and caseworker_code is not null`,
    [municipalityId],
  )
  const coaches = await tx.query<{ user_id: number }>(
    "select user_id from app_user where municipality_id = $1 and active and role = 'coach'",
    [municipalityId],
  )
  const of = (kind: string) => entries.filter((entry) => entry.kind === kind)
  return {
    unitCodes: new Map(units.map(({ unit_id, code }) => [unit_id, code])),
    committeeOf: committees(new Map(units.map(({ code, parent_code }) => [code, parent_code]))),
    interventions: new Set(of('intervention').map((entry) => entry.entry_key)),
    projects: new Set(of('project').map((entry) => entry.entry_key)),
    caseworkers: new Set(caseworkers.map(({ code }) => code)),
    coaches: new Set(coaches.map(({ user_id }) => user_id)),
    places: new Map(of('group').flatMap(({ entry_key, places }) => (places === null ? [] : [[entry_key, places]]))),
    protectedUnits: new Map(guarded.map((row) => [row.household_id, row.unit_id])),
    taken: taken.map(({ coach, starts, ends, household_id }) => ({
      coach,
      from: starts,
      until: ends,
      householdId: household_id,
    })),
    started: new Map(started.map(({ key, count }) => [key, count])),
  }
}

/** The committee of a unit is the top of its branch: an authority of its own in the sense of the secrecy law. */
function committees(parents: ReadonlyMap<string, string | null>): Map<string, string> {
  const top = (code: string, seen: number): string => {
    const parent = parents.get(code)
    return parent && parents.has(parent) && seen < 20 ? top(parent, seen + 1) : code
  }
  return new Map([...parents.keys()].map((code) => [code, top(code, 0)]))
}

/** Whether somebody is told of a household by grounds alone: who works with another unit's, and every coach. */
export const isOutsider = ({ role, units }: Actor, scope: number): boolean =>
  role === 'coach' || !(units === 'all' || units.includes(scope) || scope < 0)

/** Those of some recipients that are units of the committee which answers for a household of a scope. */
export function ownUnitsAmong(
  { unitCodes, committeeOf }: Pick<World, 'unitCodes' | 'committeeOf'>,
  scope: number,
  recipients: readonly string[],
): string[] {
  const own = committeeOf.get(unitCodes.get(scope) ?? '')
  return own === undefined ? [] : recipients.filter((code) => committeeOf.get(code) === own)
}

export function contextOf(
  world: World,
  actor: Actor,
  household: { id: number; scope: number; memberIds: readonly number[] },
  today: Day,
): Context {
  const ownUnit = world.unitCodes.get(world.protectedUnits.get(household.id) ?? household.scope)
  const codes = actor.units === 'all' ? 'all' : actor.units.flatMap((id) => world.unitCodes.get(id) ?? [])
  return {
    today,
    user: { id: actor.id, role: actor.role, unitCodes: codes },
    isOutsider: isOutsider(actor, household.scope),
    memberIds: household.memberIds,
    committeeOf: world.committeeOf,
    ownCommittee: (ownUnit && world.committeeOf.get(ownUnit)) ?? null,
    interventions: world.interventions,
    projects: world.projects,
    caseworkers: world.caseworkers,
    coaches: world.coaches,
    isTimeTaken: (coach, at, minutes) =>
      world.taken.some((each) => each.coach === coach && each.from < endOf(at, minutes) && at < each.until),
    placesLeft: (group) => {
      const places = world.places.get(group)
      return places === undefined ? null : Math.max(0, places - (world.started.get(group) ?? 0))
    },
  }
}

/** `2019-03-04T09:00` and 45 minutes give `2019-03-04T09:45`: clock time of the municipality, never of the server. */
export const endOf = (at: string, minutes: number): string =>
  new Date(Date.parse(`${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
