import type { User } from '../access/sessions.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import { loadNames, loadScopes } from '../interventions/interventions.queries.ts'
import { type Context, employmentService } from '../pathway/context-rules.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import type { PathEvent } from '../pathway/event.ts'
import { loadEvents, loadMembers } from '../pathway/event-store.queries.ts'
import { viewerOf } from '../pathway/load-path.ts'
import type { Path } from '../pathway/path.ts'
import { replay } from '../pathway/replay.ts'
import { type OpenScopes, openScopes, type Viewer, visibleEvents } from '../pathway/secrecy.ts'
import { contextOf, loadWorld, type World } from '../pathway/world.ts'
import { addDays, type Day } from '../values/day.ts'
import { type Household, loadHouseholds } from './throughput.queries.ts'
import { type LastMeeting, listTableHouseholds } from './weekly-table.queries.ts'
import type { Party } from './weekly-table-view.ts'

/** All but the days of attendance, what is written about a person, and what is kept for the caseworker alone. */
const kinds = [
  'contact-registered',
  'work-ability-assessed',
  'routed',
  'consent-given',
  'consent-withdrawn',
  'meeting-booked',
  'meeting-held',
  'meeting-missed',
  'meeting-cancelled',
  'employment-service-status',
  'plan-saved',
  'plan-approved',
  'follow-up-held',
  'not-referred',
  'referred',
  'referral-accepted',
  'referral-returned',
  'referral-withdrawn',
  'intervention-started',
  'concern-raised',
  'physician-step',
  'intervention-ended',
  'employment-started',
  'employment-ended',
  'table-decided',
  'case-closed',
  'undone',
] as const satisfies readonly EventKind[]

/** A household as one party sees it. */
export type AtTable = {
  householdId: number
  key: string | null
  sequence: number
  /** As much of the way as the party may see. */
  path: Path
  /** Null for the household's own committee, which sees everybody. */
  open: OpenScopes | null
  nameOf: (personId: number) => string | null
  /** The main applicant's name, for what is about the whole household. */
  householdName: string | null
  context: Context
}

export type Table = {
  today: Day
  /** From when something is news, ISO 8601: the end of the last meeting, or a week ago where none is known. */
  since: string
  households: AtTable[]
  interventionName: (key: string) => string
}

/** What the table is made of, before it is decided who looks. Nothing of this is sent. */
type Facts = {
  user: User
  today: Day
  since: string
  world: World
  events: ReadonlyMap<number, PathEvent[]>
  scopes: ReadonlyMap<number, number>
  members: ReadonlyMap<number, number[]>
  own: ReadonlyMap<number, Household>
  names: ReadonlyMap<number, string>
  interventions: ReadonlyMap<string, string>
}

/**
 * Runs under the user's own tenant, so that row level security holds before `visibleEvents` does.
 * Whoever looks as another party sees the ways in part, and what is late then is judged by the part: all are loaded.
 */
export async function loadTableFacts(
  tx: Tx,
  user: User,
  today: Day,
  { lastMeeting, party }: { lastMeeting: LastMeeting | null; party: Party },
): Promise<Facts> {
  const { municipalityId } = user
  const since = lastMeeting?.endedAt ?? addDays(today, -7)
  const ids = await listTableHouseholds(tx, municipalityId, party === 'assistance' ? { newsSince: since, today } : null)
  const events = await loadEvents(tx, municipalityId, ids, kinds)
  const members = await loadMembers(tx, municipalityId, ids)
  const catalogue = await listEntries(tx, municipalityId, 'intervention')
  return {
    ...{ user, today, since, events, members },
    world: await loadWorld(tx, municipalityId),
    scopes: await loadScopes(tx, municipalityId, ids),
    own: await loadHouseholds(tx, municipalityId, ids),
    names: await loadNames(tx, municipalityId, [...new Set([...members.values()].flat())]),
    interventions: new Map(catalogue.map(({ key, body }) => [key, body.name])),
  }
}

/** The households of the weekly table as one party sees them: of another committee's households only what a ground opens. */
export function tableFor(facts: Facts, party: Party): Table {
  const { today, since, events, interventions } = facts
  return {
    ...{ today, since },
    interventionName: (key) => interventions.get(key) ?? key,
    households: [...events].flatMap(([householdId, all]) => atTable(facts, party, householdId, all)),
  }
}

function atTable(
  { user, today, world, scopes, members, own, names }: Facts,
  party: Party,
  householdId: number,
  all: PathEvent[],
): AtTable[] {
  const scope = scopes.get(householdId)
  if (scope === undefined || scope < 0) return []
  const viewer = partyViewer(user, party, scope, world)
  const open = viewer.kind === 'by-ground' ? openScopes(replay(all), viewer, today) : null
  const memberIds = (members.get(householdId) ?? []).filter((id) => !open || open.has(id))
  const household = open ? undefined : own.get(householdId)
  return [
    {
      ...{ householdId, open },
      key: household?.key ?? null,
      householdName: household?.name ?? null,
      sequence: all.at(-1)?.sequence ?? 0,
      path: replay(visibleEvents(all, viewer, today)),
      nameOf: (personId) => (!open || open.get(personId)?.has('identity') ? (names.get(personId) ?? null) : null),
      context: contextOf(world, user, { id: householdId, scope, memberIds }, today),
    },
  ]
}

/** A coach sees what a coach may; whoever works with the households may also look as the others at the table do. */
function partyViewer(user: User, party: Party, scope: number, world: World): Viewer {
  if (user.role === 'coach' || party === 'assistance') return viewerOf(user, scope, world)
  if (party === 'employment-service') return { kind: 'by-ground', recipients: [employmentService], ownUnits: [] }
  const own = world.committeeOf.get(world.unitCodes.get(scope) ?? '')
  const others = [...world.committeeOf].flatMap(([code, committee]) => (committee === own ? [] : code))
  return { kind: 'by-ground', recipients: others, ownUnits: [] }
}
