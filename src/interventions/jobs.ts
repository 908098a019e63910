import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { CodeOf, employerKinds, introductionPayers } from '../parameters/code-lists/casework.ts'
import { isOpenReferral, type Path } from '../pathway/path.ts'
import { addDays, type Day } from '../values/day.ts'
import type { Gender, Genders, Participation } from './enrolments.ts'
import { type Count, countOf, type Days } from './summary.ts'

/** An employment that followed on the work with somebody. */
export type Job = {
  householdId: number
  personId: number
  gender: Gender | null
  source: 'recorded' | 'imported'
  /** The employment's event; null for what a file told. */
  id: number | null
  startedOn: Day
  /** The agreed first day no longer included; null when it is until further notice. */
  until: Day | null
  endedOn: Day | null
  becameRegular: boolean
  employerKind: CodeOf<typeof employerKinds>
  subsidised: boolean
  /** Key of the employer. */
  employer: string | null
  introductionPaidBy: CodeOf<typeof introductionPayers> | null
  /** Whether something is planned or begun for the person after it: a next step, another job, an open referral. */
  hasNextStep: boolean
}

export const jobsOf = (householdId: number, path: Path, genders: Genders): Job[] =>
  path.employments.map(({ id, personId, on, said, ended }) => ({
    householdId,
    personId,
    gender: genders.get(personId) ?? null,
    source: 'recorded',
    id,
    startedOn: on,
    until: (said.until as Day | undefined) ?? null,
    endedOn: ended?.on ?? null,
    becameRegular: ended?.body.becameRegular ?? false,
    employerKind: said.employerKind,
    subsidised: said.subsidised,
    employer: said.employer ?? null,
    introductionPaidBy: said.introductionPaidBy ?? null,
    hasNextStep:
      (path.nextStep !== null && path.nextStep.on >= on) ||
      path.employments.some((other) => other.personId === personId && other.id > id) ||
      path.referrals.some(
        (referral) => referral.personId === personId && referral.on >= on && isOpenReferral(referral),
      ),
  }))

/** Jobs of an import: rows that tell what kind of employer it was. An end that lies ahead is the agreed one. */
export const jobsOfImport = (rows: readonly Participation[], today: Day): Job[] =>
  rows.flatMap(({ householdId, personId, gender, from, until, employerKind, subsidised }) => {
    if (householdId === null || employerKind === null) return []
    const hasEnded = until !== null && until <= today
    return {
      ...{ householdId, personId, gender, employerKind, until },
      source: 'imported' as const,
      id: null,
      startedOn: from,
      endedOn: hasEnded ? addDays(until, -1) : null,
      becameRegular: false,
      subsidised: subsidised ?? false,
      employer: null,
      introductionPaidBy: null,
      hasNextStep: false,
    }
  })

export type JobCell = { subsidised: boolean; employerKind: Job['employerKind']; count: Count }

/** Jobs that began in the period: subsidised or not × municipal or external (document 002-P6: 11 = 4 + 7 and 5 = 2 + 3). */
export const jobTable = (jobs: readonly Job[], { from, until }: Days): JobCell[] =>
  [true, false].flatMap((subsidised) =>
    (['municipal', 'external'] as const).map((employerKind) => ({
      subsidised,
      employerKind,
      count: countOf(
        jobs.filter(
          (job) =>
            job.subsidised === subsidised &&
            job.employerKind === employerKind &&
            from <= job.startedOn &&
            job.startedOn < until,
        ),
      ),
    })),
  )

/** How many days before its end a subsidised job asks for a next step. */
export const watchDays = 60

/** Subsidised jobs that end within 60 days, or have passed their agreed end, and nothing is planned after them. The first to end first. */
export const endingSoon = (jobs: readonly Job[], today: Day): Job[] =>
  jobs
    .filter(
      ({ subsidised, until, endedOn, hasNextStep }) =>
        subsidised && endedOn === null && !hasNextStep && until !== null && until <= addDays(today, watchDays),
    )
    .sort((a, b) => (a.until! < b.until! ? -1 : 1))

type EmployerBody = CatalogueBody<'employer'>

/** Different employers contacted in a period: three calls to one company are one ("70 companies", document 000-13). */
export const employersContacted = (employers: readonly { body: EmployerBody }[], { from, until }: Days): number =>
  employers.filter(({ body }) => body.contacts.some(({ on }) => from <= on && on < until)).length

/** Places that employers offer on a day. */
export const placesOffered = ({ offers }: EmployerBody, day: Day): number =>
  offers
    .filter(({ from, until }) => from <= day && (until === null || day < until))
    .reduce((sum, { places }) => sum + places, 0)
