import type { User } from '../access/sessions.ts'
import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import { loadEvents, loadMembers } from '../pathway/event-store.queries.ts'
import { viewerOf } from '../pathway/load-path.ts'
import { replay } from '../pathway/replay.ts'
import { openScopes, visibleEvents } from '../pathway/secrecy.ts'
import { contextOf, loadWorld, type World } from '../pathway/world.ts'
import { addDays, type Day } from '../values/day.ts'
import type { Coached, Unit } from './coached.ts'
import { listCoachedHouseholds, listNames, listStaff } from './coaching.queries.ts'

/** What the rules and the lists of a coach look at: neither notes nor what a mapping, a plan or a rating says. */
const kinds = [
  'contact-registered',
  'consent-given',
  'consent-withdrawn',
  'meeting-booked',
  'meeting-held',
  'meeting-missed',
  'meeting-cancelled',
  'referred',
  'referral-accepted',
  'referral-returned',
  'referral-withdrawn',
  'intervention-started',
  'attendance-recorded',
  'concern-raised',
  'concern-answered',
  'intervention-ended',
  'exit-interview',
  'case-closed',
  'undone',
] as const satisfies readonly EventKind[]

/** The week whose attendance is looked at, and whether only those are who have something open today. */
export type Looked = { monday: Day; isOpenOnly: boolean }

/**
 * What a unit works with today, as the user may see it: of another committee's household only what a legal ground opens.
 * Runs under the user's own tenant, so that row level security holds before `visibleEvents` does.
 */
export async function loadUnit(tx: Tx, user: User, today: Day, { monday, isOpenOnly }: Looked): Promise<Unit> {
  const { municipalityId } = user
  const world = await loadWorld(tx, municipalityId)
  const units = unitsOf(user, world)
  const households = await listCoachedHouseholds(tx, municipalityId, units, isOpenOnly ? today : null)
  const ids = [...households.keys()]
  const events = await loadEvents(tx, municipalityId, ids, kinds, { from: monday, until: addDays(monday, 7) })
  const members = await loadMembers(tx, municipalityId, ids)
  const names = await listNames(tx, municipalityId, [...members.values()].flat())
  return {
    today,
    userId: user.id,
    units,
    staff: await listStaff(tx, municipalityId),
    interventions: await loadBodies(tx, municipalityId, 'intervention'),
    groups: await loadBodies(tx, municipalityId, 'group'),
    households: [...households].map(([householdId, { scope }]): Coached => {
      const viewer = viewerOf(user, scope, world)
      const all = events.get(householdId) ?? []
      const open = viewer.kind === 'by-ground' ? openScopes(replay(all), viewer, today) : null
      const memberIds = (members.get(householdId) ?? []).filter((id) => !open || open.has(id))
      return {
        householdId,
        sequence: all.at(-1)?.sequence ?? 0,
        path: replay(visibleEvents(all, viewer, today)),
        nameOf: (personId) => (!open || open.get(personId)?.has('identity') ? (names.get(personId) ?? null) : null),
        context: contextOf(world, user, { id: householdId, scope, memberIds }, today),
      }
    }),
    placesLeft: placesLeft(world, user, today),
  }
}

/** A coach works with what was sent to the own unit; a manager follows all that comes from the households in sight. */
const unitsOf = ({ role, units }: User, { unitCodes }: World): Unit['units'] =>
  role !== 'coach' || units === 'all' ? 'all' : units.flatMap((id) => unitCodes.get(id) ?? [])

const placesLeft = (world: World, user: User, today: Day) =>
  contextOf(world, user, { id: 0, scope: 0, memberIds: [] }, today).placesLeft

async function loadBodies<Kind extends 'intervention' | 'group'>(
  tx: Tx,
  municipalityId: number,
  kind: Kind,
): Promise<Map<string, CatalogueBody<Kind>>> {
  const entries = await listEntries(tx, municipalityId, kind)
  return new Map(entries.map(({ key, body }) => [key, body]))
}
