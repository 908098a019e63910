import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import { isNotJoined } from '../register/own-household.ts'
import { ageOn, type Day } from '../values/day.ts'
import { doublesIn } from './doubles.ts'
import { loadEvents } from './event-store.queries.ts'
import { datedOffersOf } from './offers.ts'
import type { PathMember, PathView } from './path-view.ts'
import { replay } from './replay.ts'
import { openScopes, type Viewer, visibleEvents } from './secrecy.ts'
import { contextOf, isOutsider, loadWorld, ownUnitsAmong, type World } from './world.ts'

/** Whether the household's own committee is the user's: decided by row level security, which shows its own rows only then. */
export async function findHousehold(
  tx: Tx,
  municipalityId: number,
  householdId: number,
): Promise<{ scope: number } | null> {
  const [row] = await tx.query<{ access_scope: number }>(
    `select access_scope from household where municipality_id = $1 and household_id = $2 and ${isNotJoined}`,
    [municipalityId, householdId],
  )
  return row ? { scope: row.access_scope } : null
}

/** Who the user is to a household: somebody who works with it, or is told by grounds. A coach always is. */
export function viewerOf(user: User, scope: number, world: World): Viewer {
  if (!isOutsider(user, scope)) return { kind: 'own-committee', role: user.role }
  const units = user.units === 'all' ? [] : user.units
  const recipients = units.flatMap((id) => world.unitCodes.get(id) ?? [])
  return { kind: 'by-ground', recipients, ownUnits: ownUnitsAmong(world, scope, recipients) }
}

/** The way of a household as the user may see it; null when there is none that the user may see. Runs under the user's own tenant. */
export async function loadPathView(
  tx: Tx,
  user: User,
  householdId: number,
  today: Day,
  as?: Viewer,
): Promise<PathView | null> {
  const household = await findHousehold(tx, user.municipalityId, householdId)
  if (!household) return null
  const world = await loadWorld(tx, user.municipalityId)
  const viewer = as ?? viewerOf(user, household.scope, world)
  const all = (await loadEvents(tx, user.municipalityId, [householdId])).get(householdId) ?? []
  const path = replay(visibleEvents(all, viewer, today))
  const open = viewer.kind === 'by-ground' ? openScopes(replay(all), viewer, today) : null
  const members = (await loadPathMembers(tx, user.municipalityId, householdId, today)).flatMap((member) => {
    if (!open) return member
    if (!open.has(member.id)) return []
    return open.get(member.id)!.has('identity')
      ? member
      : { ...member, name: null, maskedNumber: null, age: null, gender: null }
  })
  const context = contextOf(
    world,
    user,
    { id: householdId, scope: household.scope, memberIds: members.map(({ id }) => id) },
    today,
  )
  return {
    householdId,
    sequence: all.at(-1)?.sequence ?? 0,
    today,
    members,
    path,
    doubles: doublesIn(path).map(({ sequence, kind, personId, on }) => ({ sequence, kind, personId, on })),
    offers: as ? [] : datedOffersOf(path, context),
    people: await loadPeople(
      tx,
      user.municipalityId,
      path.events.flatMap(({ by }) => by ?? []),
    ),
    open:
      open &&
      [...open].flatMap(([personId, scopes]) => [...scopes].map(([scope, { until }]) => ({ personId, scope, until }))),
  }
}

async function loadPathMembers(tx: Tx, municipalityId: number, householdId: number, today: Day): Promise<PathMember[]> {
  const rows = await tx.query<{
    person_id: number
    role: PathMember['role']
    name: string | null
    birth_date: Day | null
    gender: PathMember['gender']
  }>(
    `select distinct on (m.person_id) m.person_id, m.role, d.name, d.birth_date, d.gender from household_member m
     left join person_detail d on d.municipality_id = m.municipality_id and d.person_id = m.person_id and d.known_until = 'infinity'
     where m.municipality_id = $1 and m.household_id = $2 and m.known_until = 'infinity'
     order by m.person_id, m.from_month desc`,
    [municipalityId, householdId],
  )
  const order = ['child', 'mainApplicant', 'coApplicant']
  return rows
    .map((row) => ({
      id: row.person_id,
      name: row.name,
      maskedNumber: row.birth_date && `${row.birth_date.replaceAll('-', '')}-****`,
      age: row.birth_date && ageOn(row.birth_date, today),
      gender: row.gender,
      role: row.role,
    }))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || (b.age ?? 0) - (a.age ?? 0))
}

/** Names of users by their ids. */
export async function loadPeople(
  tx: Tx,
  municipalityId: number,
  ids: readonly number[],
): Promise<Record<number, string>> {
  const rows = await tx.query<{ user_id: number; name: string }>(
    'select user_id, name from app_user where municipality_id = $1 and user_id = any ($2)',
    [municipalityId, [...new Set(ids)]],
  )
  return Object.fromEntries(rows.map((row) => [row.user_id, row.name]))
}
