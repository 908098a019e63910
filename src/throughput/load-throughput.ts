import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tenant, Tx } from '../database/transaction.ts'
import { daysOf } from '../interventions/asked-period.ts'
import { type Enrolment, enrolmentsOf, enrolmentsOfImport } from '../interventions/enrolments.ts'
import { loadGenders, loadParticipations } from '../interventions/interventions.queries.ts'
import { type Days, referralDay } from '../interventions/summary.ts'
import { loadAssistedMonths } from '../pathway/outcome-check.queries.ts'
import type { Path } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { FunnelPerson, NotReferredReason } from './funnel.ts'
import { type TimedContact, timedContacts } from './lead-times.ts'
import { type Closing, closingsOf } from './outcomes.ts'
import type { FactsOf, Viewer } from './remembered-facts.ts'
import type { PathsOf } from './remembered-paths.ts'
import type { Asked } from './throughput-view.ts'
import {
  type Adult,
  type Household,
  loadAssistedAdults,
  loadHouseholds,
  loadMainGenders,
} from './throughput.queries.ts'

/** What the figures of a period are made of: each list holds the rows that can be opened behind a figure. */
export type Throughput = {
  households: ReadonlyMap<number, Household>
  catalogue: CatalogueEntry<'intervention'>[]
  people: FunnelPerson[]
  closings: Closing[]
  contacts: TimedContact[]
  enrolments: Enrolment[]
}

/** The manager's own units. Protected households are counted apart, also those that this manager may open. */
export const managementTenant = (user: User): Tenant => ({ ...tenantOf(user), protectedHouseholds: [] })

/** Whose units are looked at: row level security is bound by the transaction. */
type Needed = { user: Viewer; today: Day; lastKnownMonth: Month | null; pathsOf: PathsOf; factsOf: FactsOf }

/** Runs under `managementTenant`. */
export async function loadThroughput(
  tx: Tx,
  asked: Asked,
  { user, today, lastKnownMonth, pathsOf, factsOf }: Needed,
): Promise<Throughput> {
  const { municipalityId } = user
  const period = daysOf(asked)
  const households = await loadHouseholds(tx, municipalityId, asked.unit ?? undefined)
  const known = await pathsOf(tx, municipalityId)
  const paths = [...known].flatMap(([householdId, path]) =>
    households.has(householdId) ? [{ householdId, path }] : [],
  )
  const catalogue = await listEntries(tx, municipalityId, 'intervention')
  const participations = await factsOf(tx, user, 'participations', () => loadParticipations(tx, municipalityId))
  const imported = enrolmentsOfImport(participations, catalogue, today).filter(({ householdId }) =>
    households.has(householdId),
  )
  const enrolments = [...(await loadEnrolments(tx, municipalityId, paths)), ...imported]
  const adults = await factsOf(tx, user, `adults ${asked.from} ${asked.to}`, () =>
    loadAssistedAdults(tx, municipalityId, asked.from, asked.to),
  )
  return {
    households,
    catalogue,
    enrolments,
    people: peopleOf(
      adults.filter(({ householdId }) => households.has(householdId)),
      enrolments,
      paths,
      period,
    ),
    closings: await loadClosings(tx, municipalityId, paths, period, lastKnownMonth),
    contacts: paths
      .flatMap(({ householdId, path }) => timedContacts(householdId, path))
      .filter(({ contactOn }) => within(contactOn, period)),
  }
}

type Way = { householdId: number; path: Path }
const within = (day: Day, { from, until }: Days) => from <= day && day < until

async function loadEnrolments(tx: Tx, municipalityId: number, paths: readonly Way[]): Promise<Enrolment[]> {
  const personIds = paths.flatMap(({ path }) =>
    [...path.referrals, ...path.employments].map(({ personId }) => personId),
  )
  const genders = await loadGenders(tx, municipalityId, [...new Set(personIds)])
  return paths.flatMap(({ householdId, path }) => enrolmentsOf(householdId, path, genders))
}

/** Everybody who had assistance or was referred in the period, once. */
function peopleOf(
  adults: readonly Adult[],
  enrolments: readonly Enrolment[],
  paths: readonly Way[],
  period: Days,
): FunnelPerson[] {
  const reasons = new Map<number, NotReferredReason>()
  for (const { path } of paths)
    for (const { personId, on, body } of path.notReferred)
      if (personId !== null && on < period.until) reasons.set(personId, body.reason)
  const people = new Map<number, Adult & { enrolments: Enrolment[] }>()
  for (const adult of adults) people.set(adult.personId, { ...adult, enrolments: [] })
  for (const each of enrolments.filter((enrolment) => isOpenIn(enrolment, period))) {
    const person = people.get(each.personId)
    if (person) person.enrolments.push(each)
    else people.set(each.personId, { ...each, enrolments: [each] })
  }
  return [...people.values()].map(({ personId, householdId, gender, enrolments: those }) => ({
    ...{ personId, householdId, gender, enrolments: those },
    notReferred: reasons.get(personId) ?? null,
  }))
}

function isOpenIn(enrolment: Enrolment, { from, until }: Days): boolean {
  const began = referralDay(enrolment)
  return began !== null && began < until && (enrolment.endedOn === null || enrolment.endedOn >= from)
}

async function loadClosings(
  tx: Tx,
  municipalityId: number,
  paths: readonly Way[],
  period: Days,
  lastKnownMonth: Month | null,
): Promise<Closing[]> {
  const closed = paths.filter(({ path }) => path.closures.some(({ on }) => within(on, period)))
  const ids = closed.map(({ householdId }) => householdId)
  const genders = await loadMainGenders(tx, municipalityId, ids)
  const assisted = await loadAssistedMonths(tx, municipalityId, ids)
  return closed
    .flatMap(({ householdId, path }) =>
      closingsOf(householdId, path, genders.get(householdId) ?? null, {
        assisted: assisted.get(householdId) ?? [],
        lastKnownMonth,
      }),
    )
    .filter(({ on }) => within(on, period))
}
