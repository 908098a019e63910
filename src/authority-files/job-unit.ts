import type { Gender } from '../values/identity-number.ts'
import { ageOn, type Day, addDays } from '../values/day.ts'
import type { JobUnitClasses } from '../parameters/job-unit-classes.ts'

export const resultClasses = ['A', 'B', 'C', 'D', 'E'] as const
export type ResultClass = (typeof resultClasses)[number]

/** One person in one measure of a job unit, from its own events or from a file. */
export type JobUnitStay = {
  personId: number
  gender: Gender | null
  birthDate: Day | null
  /** Null where the file does not tell. */
  referredOn: Day | null
  startedOn: Day | null
  /** The last day; null while it goes on. */
  endedOn: Day | null
  /** What came of it; null until it has ended. */
  result: ResultClass | null
  employerKind: 'municipal' | 'external' | null
}

/** Days; `until` is the first day no longer included. */
export type JobUnitPeriod = { from: Day; until: Day }

export type JobUnitCounts = {
  /** Each by a class that everybody counted is in exactly one of. */
  results: Record<ResultClass, JobUnitStay[]>
  /** The shortest first, as the classes of the period stand. */
  durations: JobUnitStay[][]
  /** Of the participants: the youngest class first; those without a birth date last. */
  ages: JobUnitStay[][]
  participants: JobUnitStay[]
  /** Each person once. */
  referred: JobUnitStay[]
  /** Each referral: a person can have several (Kolada U40806–U40810). */
  referrals: JobUnitStay[]
}

/**
 * Who was in a measure of the period, who left one, and with what result. Each person is counted once in each:
 * a participant by the latest start, a leaver by the latest ending (Kolada U40406–U40835).
 */
export function countJobUnit(
  stays: readonly JobUnitStay[],
  { from, until }: JobUnitPeriod,
  { ageFrom, durations }: Pick<JobUnitClasses, 'ageFrom' | 'durations'>,
): JobUnitCounts {
  const within = (day: Day | null) => day !== null && day >= from && day < until
  const begun = stays.filter(({ startedOn }) => startedOn !== null && startedOn < until)
  const participants = oncePerPerson(
    begun.filter(({ endedOn }) => endedOn === null || endedOn >= from),
    ({ startedOn }) => startedOn!,
  )
  const leavers = oncePerPerson(
    begun.filter(({ endedOn }) => within(endedOn)),
    ({ endedOn }) => endedOn!,
  )
  const referrals = stays.filter(({ referredOn }) => within(referredOn))
  const last = addDays(until, -1)
  const classOf = (stay: JobUnitStay) => durationClass(monthsIn(stay.startedOn!, stay.endedOn!), durations)
  const ageClass = ({ birthDate }: JobUnitStay) =>
    birthDate === null ? ageFrom.length + 1 : ageFrom.filter((first) => ageOn(birthDate, last) >= first).length
  return {
    results: Object.fromEntries(
      resultClasses.map((each) => [each, leavers.filter((stay) => resultOf(stay) === each)]),
    ) as JobUnitCounts['results'],
    durations: durations.map((_, each) => leavers.filter((stay) => classOf(stay) === each)),
    ages: Array.from({ length: ageFrom.length + 2 }, (_, each) =>
      participants.filter((stay) => ageClass(stay) === each),
    ),
    participants,
    referred: oncePerPerson(referrals, ({ referredOn }) => referredOn!),
    referrals,
  }
}

/** Work with the municipality itself as a labour-market measure is no work in Kolada's sense: it is counted as other. */
export const resultOf = ({ result, employerKind }: JobUnitStay): ResultClass =>
  result === 'A' && employerKind === 'municipal' ? 'E' : (result ?? 'E')

function oncePerPerson(stays: readonly JobUnitStay[], dayOf: (stay: JobUnitStay) => Day): JobUnitStay[] {
  const latest = new Map<number, JobUnitStay>()
  for (const stay of stays) {
    const known = latest.get(stay.personId)
    if (!known || dayOf(stay) >= dayOf(known)) latest.set(stay.personId, stay)
  }
  return [...latest.values()]
}

/** Whole months from the first day to the last, both included, and whether days are left over. */
function monthsIn(first: Day, last: Day): { months: number; isMore: boolean } {
  const after = addDays(last, 1)
  const all =
    (Number(after.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(after.slice(5, 7)) - Number(first.slice(5, 7))
  const days = Number(after.slice(8)) - Number(first.slice(8))
  return days < 0 ? { months: all - 1, isMore: true } : { months: all, isMore: days > 0 }
}

/** The first class that has not ended: one that ends with so many months holds exactly so many, one that ends before them does not. */
const durationClass = ({ months, isMore }: { months: number; isMore: boolean }, classes: JobUnitClasses['durations']) =>
  classes.findIndex(
    ({ below = Infinity, upTo = Infinity }) => months < below && (months < upTo || (months === upTo && !isMore)),
  )
