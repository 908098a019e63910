import type { User } from '../access/sessions.ts'
import { isTooFew } from '../calculations/disclosure.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Tx } from '../database/transaction.ts'
import { introductionPayers } from '../parameters/code-lists/casework.ts'
import type { Day } from '../values/day.ts'
import { askedPeriod, daysOf, type PeriodQuery } from './asked-period.ts'
import { single } from './disclosed-summary.ts'
import { loadGenders, loadNames, loadParticipations } from './interventions.queries.ts'
import type { EmployersView, PersonJob } from './interventions-view.ts'
import { employersContacted, endingSoon, type Job, jobsOf, jobsOfImport, jobTable, placesOffered } from './jobs.ts'
import { limitsOf } from './list-interventions.ts'
import { loadSeenPaths } from './list-participants.ts'
import { type Interventions, seesExactly } from './load-interventions.ts'

/** The register of employers with the figures of a period. Counts of persons go through disclosure control. */
export function employersView(
  found: Interventions,
  employers: readonly CatalogueEntry<'employer'>[],
  user: User,
  query: PeriodQuery,
  mayEdit: boolean,
): EmployersView {
  const asked = askedPeriod(query, found.enrolments, found.today)
  const days = daysOf(asked)
  const isExact = seesExactly(user, found)
  const limits = limitsOf(found)
  const shown = (count: number) => (isExact || !isTooFew(count, limits) ? count : null)
  const within = (day: Day | null) => day !== null && days.from <= day && day < days.until
  const begun = found.jobs.filter(({ startedOn }) => within(startedOn))
  return {
    ...asked,
    employers: employers.map((entry) => ({
      entry,
      placesOffered: placesOffered(entry.body, found.today),
      placed: shown(begun.filter(({ employer }) => employer === entry.key).length),
      lastContact: latest(entry.body.contacts.map(({ on }) => on)),
    })),
    contacted: employersContacted(employers, days),
    placesOffered: employers.reduce((sum, { body }) => sum + placesOffered(body, found.today), 0),
    jobs: jobTable(begun, days).map((cell) => ({
      ...cell,
      count: isExact ? cell.count : single(cell.count, limits),
    })),
    introductions: payers.map((payer) => ({
      payer,
      count: shown(begun.filter(({ introductionPaidBy }) => introductionPaidBy === payer).length),
    })),
    becameRegular: shown(found.jobs.filter(({ becameRegular, endedOn }) => becameRegular && within(endedOn)).length),
    isExact,
    hiddenProtected: found.hiddenProtected,
    mayEdit,
  }
}

const payers = Object.keys(introductionPayers) as NonNullable<Job['introductionPaidBy']>[]

const latest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((a, b) => (a === null || b > a ? b : a), null)

/** Subsidised jobs that are about to end with nothing planned after them, of the persons that a user may see. */
export async function listEndingJobs(tx: Tx, user: User, today: Day): Promise<PersonJob[]> {
  const { municipalityId } = user
  const seen = await loadSeenPaths(tx, user, today)
  const recorded = seen.flatMap(({ householdId, path, isOpen }) =>
    jobsOf(householdId, path, new Map()).map((job) => ({ ...job, isNameOpen: isOpen(job.personId) })),
  )
  const imported = jobsOfImport(await loadParticipations(tx, municipalityId), today).map((job) => ({
    ...job,
    isNameOpen: true,
    hasNextStep: hasNextStep(job, seen.find(({ householdId }) => householdId === job.householdId)?.path),
  }))
  const open = new Map([...recorded, ...imported].map((job) => [job as Job, job.isNameOpen]))
  const ending = endingSoon([...open.keys()], today)
  const personIds = ending.map(({ personId }) => personId)
  const names = await loadNames(tx, municipalityId, personIds)
  const genders = await loadGenders(tx, municipalityId, personIds)
  return ending.map((job) => ({
    ...job,
    gender: open.get(job) ? (genders.get(job.personId) ?? null) : null,
    name: open.get(job) ? (names.get(job.personId) ?? null) : null,
  }))
}

/** What was recorded after a job that came in a file. */
const hasNextStep = ({ personId, startedOn }: Job, path: Parameters<typeof jobsOf>[1] | undefined): boolean =>
  path !== undefined &&
  ((path.nextStep !== null && path.nextStep.on >= startedOn) ||
    path.referrals.some((referral) => referral.personId === personId && referral.on >= startedOn) ||
    path.employments.some((employment) => employment.personId === personId && employment.on >= startedOn))
