import type { CodeOf, employerKinds, endReasons, outcomes } from '../parameters/code-lists/casework.ts'
import type { Employment, Path, Referral } from '../pathway/path.ts'
import { addDays, type Day } from '../values/day.ts'
import { endingOf } from './imported-outcomes.ts'

export type Outcome = CodeOf<typeof outcomes>
export type Gender = 'woman' | 'man'

/** One person in one intervention, from the referral to what came of it, whoever's system it was recorded in. */
export type Enrolment = {
  householdId: number
  personId: number
  gender: Gender | null
  /** Key in the catalogue; for what has none, the name that the file gave. */
  intervention: string
  source: 'recorded' | 'imported'
  /** Null when the file does not tell: then neither is a waiting time known. */
  referredOn: Day | null
  acceptedOn: Day | null
  startedOn: Day | null
  /** The last day: of the intervention, or of the referral when it was returned or withdrawn before it began. */
  endedOn: Day | null
  endReason: CodeOf<typeof endReasons> | 'withdrawn' | null
  /** Null until it has ended; an ending that nobody knows the outcome of is `unknown`. */
  outcome: Outcome | null
  /** Where somebody was employed, when that came of it. */
  employerKind: CodeOf<typeof employerKinds> | null
  subsidised: boolean | null
}

export type Genders = ReadonlyMap<number, Gender>

/**
 * The enrolments of a household's way: one a referral, with the first employment that came of it; and one for an employment
 * that no referral led to, named by the kind of intervention it is.
 */
export function enrolmentsOf(householdId: number, path: Path, genders: Genders): Enrolment[] {
  const withoutReferral = path.employments.filter(
    ({ referralId }) => !path.referrals.some(({ id }) => id === referralId),
  )
  return [
    ...path.referrals.map((referral) => {
      const job = path.employments.find(({ referralId }) => referralId === referral.id)
      return ofReferral(householdId, referral, job, genders)
    }),
    ...withoutReferral.map((job) => ofEmployment(householdId, job, genders)),
  ]
}

function ofReferral(householdId: number, referral: Referral, job: Employment | undefined, genders: Genders): Enrolment {
  const { personId, on, said, acceptedOn, started } = referral
  return {
    householdId,
    personId,
    gender: genders.get(personId) ?? null,
    intervention: said.intervention,
    source: 'recorded',
    referredOn: on,
    acceptedOn,
    startedOn: started?.on ?? null,
    ...endOf(referral),
    employerKind: job?.said.employerKind ?? null,
    subsidised: job?.said.subsidised ?? null,
  }
}

function endOf({ state }: Referral): Pick<Enrolment, 'endedOn' | 'endReason' | 'outcome'> {
  switch (state.kind) {
    case 'ended':
      return { endedOn: state.on, endReason: state.end.reason, outcome: state.end.outcome }
    case 'returned':
      return { endedOn: state.on, endReason: 'returned', outcome: null }
    case 'withdrawn':
      return { endedOn: state.on, endReason: 'withdrawn', outcome: null }
    case 'sent':
    case 'accepted':
    case 'started':
      return { endedOn: null, endReason: null, outcome: null }
  }
}

const ofEmployment = (householdId: number, { personId, on, said, ended }: Employment, genders: Genders): Enrolment => ({
  householdId,
  personId,
  gender: genders.get(personId) ?? null,
  intervention: said.subsidised ? 'subsidised-employment' : 'unsubsidised-employment',
  source: 'recorded',
  referredOn: null,
  acceptedOn: null,
  startedOn: on,
  endedOn: ended?.on ?? null,
  endReason: ended ? 'completed' : null,
  outcome: ended ? 'work' : null,
  employerKind: said.employerKind,
  subsidised: said.subsidised,
})

/** A row of a job unit's file, as the register keeps it. */
export type Participation = {
  householdId: number | null
  personId: number
  gender: Gender | null
  intervention: string
  from: Day
  /** First day no longer included; null while it goes on. */
  until: Day | null
  outcome: string | null
  employerKind: CodeOf<typeof employerKinds> | null
  subsidised: boolean | null
}

/**
 * The enrolments of imported participations on a day. A name is that of an intervention in the catalogue, in any case of letters.
 * An end that lies ahead is a plan, not an ending.
 */
export function enrolmentsOfImport(
  rows: readonly Participation[],
  catalogue: readonly { key: string; body: { name: string } }[],
  today: Day,
): Enrolment[] {
  const keys = new Map(catalogue.map(({ key, body }) => [body.name.trim().toLowerCase(), key]))
  return rows.flatMap((row) => {
    if (row.householdId === null) return []
    const ended = row.until !== null && row.until <= today
    const ending = ended ? endingOf(row.outcome) : null
    return {
      householdId: row.householdId,
      personId: row.personId,
      gender: row.gender,
      intervention: keys.get(row.intervention.trim().toLowerCase()) ?? row.intervention,
      source: 'imported' as const,
      referredOn: null,
      acceptedOn: null,
      startedOn: row.from,
      endedOn: ended && row.until ? addDays(row.until, -1) : null,
      endReason: ending?.endReason ?? null,
      outcome: ending?.outcome ?? null,
      employerKind: row.employerKind,
      subsidised: row.subsidised,
    }
  })
}
