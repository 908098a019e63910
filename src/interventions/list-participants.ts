import type { User } from '../access/sessions.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import { viewerOf } from '../pathway/load-path.ts'
import type { Path, Referral } from '../pathway/path.ts'
import { replay } from '../pathway/replay.ts'
import { openScopes, visibleEvents } from '../pathway/secrecy.ts'
import { loadWorld } from '../pathway/world.ts'
import { addDays, type Day } from '../values/day.ts'
import { type Enrolment, enrolmentsOf, enrolmentsOfImport } from './enrolments.ts'
import { loadGenders, loadNames, loadParticipations, loadScopes } from './interventions.queries.ts'
import type { Participant } from './interventions-view.ts'
import { referralKinds } from './load-interventions.ts'
import { bucketOf, referralDay } from './summary.ts'

/** A household's way as one user may see it, and whose names are open to that user. */
export type SeenPath = { householdId: number; path: Path; isOpen: (personId: number) => boolean }

const consentKinds: readonly EventKind[] = ['consent-given', 'consent-withdrawn']

/** The referrals and employments that a user may see. Runs under the user's own tenant; what is not open is not here. */
export async function loadSeenPaths(tx: Tx, user: User, today: Day): Promise<SeenPath[]> {
  const { municipalityId } = user
  const events = await loadEvents(tx, municipalityId, 'all', [...referralKinds, ...consentKinds])
  const scopes = await loadScopes(tx, municipalityId, [...events.keys()])
  const world = await loadWorld(tx, municipalityId)
  return [...events].flatMap(([householdId, all]) => {
    const scope = scopes.get(householdId)
    if (scope === undefined) return []
    const viewer = viewerOf(user, scope, world)
    const open = viewer.kind === 'by-ground' ? openScopes(replay(all), viewer, today) : null
    return {
      householdId,
      path: replay(visibleEvents(all, viewer, today)),
      isOpen: (personId) => !open || Boolean(open.get(personId)?.has('identity')),
    }
  })
}

/** Who waits, takes part and has taken part in an intervention, as a user may see it. Those who wait first, then the latest. */
export async function listParticipants(tx: Tx, user: User, key: string, today: Day): Promise<Participant[]> {
  const { municipalityId } = user
  const catalogue = await listEntries(tx, municipalityId, 'intervention')
  const seen = await loadSeenPaths(tx, user, today)
  const imported = enrolmentsOfImport(await loadParticipations(tx, municipalityId), catalogue, today).filter(
    ({ intervention }) => intervention === key,
  )
  const referred = seen.flatMap(({ householdId, path, isOpen }) =>
    path.referrals
      .filter(({ said }) => said.intervention === key)
      .map((referral) => ({ householdId, referral, path, isOpen })),
  )
  const personIds = [...referred.map(({ referral }) => referral.personId), ...imported.map((each) => each.personId)]
  const genders = await loadGenders(tx, municipalityId, [...new Set(personIds)])
  const names = await loadNames(tx, municipalityId, [...new Set(personIds)])
  return [
    ...referred.map(({ householdId, referral, path, isOpen }) => ({
      ...shown(enrolmentOf(householdId, referral, path, isOpen(referral.personId) ? genders : new Map())),
      ...detailsOf(referral),
      name: isOpen(referral.personId) ? (names.get(referral.personId) ?? null) : null,
    })),
    ...imported.map((each) => ({
      ...shown(each),
      ...{ plannedEnd: null, group: null, hasOpenConcern: false },
      name: names.get(each.personId) ?? null,
    })),
  ].sort(byTurn)
}

/** Those who wait, the longest first; those who take part; and the others. The latest first. */
function byTurn(a: Participant, b: Participant): number {
  const [turnA, turnB] = [turnOf(a), turnOf(b)]
  const [dayA, dayB] = [dayOf(a), dayOf(b)]
  if (turnA !== turnB || dayA === dayB) return turnA - turnB
  return dayA < dayB === (turnA === 0) ? -1 : 1
}

const turnOf = ({ bucket }: Participant) => (bucket === 'waiting' ? 0 : bucket === 'ongoing' ? 1 : 2)

const dayOf = ({ endedOn, startedOn, referredOn, bucket }: Participant): string =>
  (bucket === 'waiting' ? referredOn : (endedOn ?? startedOn ?? referredOn)) ?? ''

const enrolmentOf = (
  householdId: number,
  referral: Referral,
  path: Path,
  genders: Parameters<typeof enrolmentsOf>[2],
) => enrolmentsOf(householdId, { ...path, referrals: [referral], employments: [] }, genders)[0]!

const shown = (enrolment: Enrolment) => ({
  householdId: enrolment.householdId,
  personId: enrolment.personId,
  gender: enrolment.gender,
  source: enrolment.source,
  bucket: bucketOf(enrolment),
  referredOn: referralDay(enrolment),
  startedOn: enrolment.startedOn,
  endedOn: enrolment.endedOn,
  outcome: enrolment.outcome,
})

const detailsOf = ({ started, state, concerns }: Referral) => ({
  plannedEnd: state.kind === 'started' ? lastDayOf(started?.body.plannedEnd) : null,
  group: started?.body.group ?? null,
  hasOpenConcern: concerns.some(({ answered }) => !answered),
})

/** The event has the first day after the last; people are shown the last. */
const lastDayOf = (until: string | undefined): Day | null => (until ? addDays(until as Day, -1) : null)
