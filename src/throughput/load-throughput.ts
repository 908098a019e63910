import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tenant, Tx } from '../database/transaction.ts'
import { daysOf } from '../interventions/asked-period.ts'
import { type Enrolment, enrolmentsOfImport } from '../interventions/enrolments.ts'
import { type Days, referralDay } from '../interventions/summary.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { type Adult, adultsIn, assistedMonthsOf, mainGenderOf } from './assistance-facts.ts'
import { type FactsOfFiles, loadFactsOfFiles } from './facts-of-files.ts'
import type { FunnelPerson, NotReferredReason } from './funnel.ts'
import { closuresIn, contactsIn, type DatedClosure, gatherWays } from './gather-ways.ts'
import type { TimedContact } from './lead-times.ts'
import { type Closing, closingsOf } from './outcomes.ts'
import type { FactsOf, Viewer } from './remembered-facts.ts'
import type { PathsOf, Way } from './remembered-paths.ts'
import type { Asked } from './throughput-view.ts'

/** What the figures of a period are made of: each list holds the rows that can be opened behind a figure. */
export type Throughput = {
  catalogue: CatalogueEntry<'intervention'>[]
  people: FunnelPerson[]
  closings: Closing[]
  contacts: TimedContact[]
  enrolments: Enrolment[]
  files: FactsOfFiles
  /** The ways that all this was gathered from: the same map as long as nothing has happened. */
  ways: ReadonlyMap<number, Way>
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
  const files = await factsOf(tx, user, 'files', () => loadFactsOfFiles(tx, municipalityId))
  const ways = await pathsOf(tx, municipalityId)
  const gathered = await gatherWays(tx, municipalityId, ways)
  const catalogue = await listEntries(tx, municipalityId, 'intervention')
  const isAsked = isAskedFor(files, asked)
  const enrolments = [...gathered.enrolments, ...enrolmentsOfImport(files.participations, catalogue, today)].filter(
    isAsked,
  )
  return {
    ...{ catalogue, enrolments, files, ways },
    people: peopleOf(
      adultsIn(files.assistance, asked.from, asked.to).filter(isAsked),
      enrolments.filter((each) => isOpenIn(each, period)),
      reasonsOf(gathered.notReferred.filter(isAsked), period),
    ),
    closings: closingsIn(closuresIn(gathered, period).filter(isAsked), period, files, lastKnownMonth),
    contacts: contactsIn(gathered, period).filter(isAsked),
  }
}

/** Households that may be counted, of the unit that is asked for. */
const isAskedFor =
  ({ unitOf }: FactsOfFiles, { unit }: Asked) =>
  ({ householdId }: { householdId: number }): boolean =>
    unit === null ? unitOf.has(householdId) : unitOf.get(householdId) === unit

/** Why somebody was not referred, by person: what was said last before the period ended. */
function reasonsOf(ways: readonly Way[], period: Days): Map<number, NotReferredReason> {
  const reasons = new Map<number, NotReferredReason>()
  for (const { path } of ways)
    for (const { personId, on, body } of path.notReferred)
      if (personId !== null && on < period.until) reasons.set(personId, body.reason)
  return reasons
}

/** Everybody who had assistance or was referred in the period, once. */
function peopleOf(
  adults: readonly Adult[],
  enrolments: readonly Enrolment[],
  reasons: ReadonlyMap<number, NotReferredReason>,
): FunnelPerson[] {
  const enrolled = new Map<number, Enrolment[]>()
  for (const each of enrolments) {
    const own = enrolled.get(each.personId)
    if (own) own.push(each)
    else enrolled.set(each.personId, [each])
  }
  const personOf = ({ personId, householdId, gender }: Adult, own: readonly Enrolment[]): FunnelPerson => ({
    personId,
    householdId,
    gender,
    enrolments: own,
    notReferred: reasons.get(personId) ?? null,
  })
  const people = adults.map((adult) => personOf(adult, enrolled.get(adult.personId) ?? noEnrolments))
  for (const { personId } of adults) enrolled.delete(personId)
  for (const own of enrolled.values()) people.push(personOf(own[0]!, own))
  return people
}

/** One and the same for all who have none, who are most. */
const noEnrolments: readonly Enrolment[] = []

function isOpenIn(enrolment: Enrolment, { from, until }: Days): boolean {
  const began = referralDay(enrolment)
  return began !== null && began < until && (enrolment.endedOn === null || enrolment.endedOn >= from)
}

function closingsIn(
  closures: readonly DatedClosure[],
  period: Days,
  { assistance }: FactsOfFiles,
  lastKnownMonth: Month | null,
): Closing[] {
  const closed = new Set(closures.map(({ way }) => way))
  return [...closed].flatMap(({ householdId, path }) =>
    closingsOf(householdId, path, mainGenderOf(assistance, householdId), {
      ...{ period, lastKnownMonth },
      assisted: assistedMonthsOf(assistance, householdId),
    }),
  )
}
