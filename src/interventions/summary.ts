import { type CodeOf, outcomeClasses, outcomes } from '../parameters/code-lists/casework.ts'
import { type Day, daysBetween } from '../values/day.ts'
import type { Enrolment, Outcome } from './enrolments.ts'

/** Participations, with how many of them are women's and men's. The rest is people whose gender is not known. */
export type Count = { all: number; women: number; men: number }

/** Days. `until` is the first day no longer included. */
export type Days = { from: Day; until: Day }

export type OutcomeClass = CodeOf<typeof outcomeClasses>

/** Where somebody who was referred stands. Everybody in exactly one. */
export const buckets = [
  'waiting',
  'ongoing',
  'returned',
  'withdrawn',
  'self-support',
  'moved-on',
  'no-result',
  'unknown',
] as const
export type Bucket = (typeof buckets)[number]

/**
 * Three ways to read the same outcomes, so that a claim of "half" can be told from another (document 003-9).
 * `strict`: work, studies, own support. `claimed`: that, or an internship. `broad`: that, or on to something else that is known.
 */
export const readings = ['strict', 'claimed', 'broad'] as const
export type Reading = (typeof readings)[number]

export type Summary = {
  referred: Count
  started: Count
  ended: Count
  /** Ended as planned, or before that because of self-support. */
  completed: Count
  /** At the end of the period: referred and not begun, and begun and not ended. */
  waiting: Count
  ongoing: Count
  /** Of those that ended in the period. */
  outcomes: Record<Outcome, Count>
  classes: Record<OutcomeClass, Count>
  readings: Record<Reading, Count>
  /** Those referred in the period, by where they stand today. Adds up to `referred`. */
  buckets: Record<Bucket, Count>
  /** Different persons among those that ended, and how many of them have self-support (strict) as their best outcome. */
  persons: { ended: Count; selfSupport: Count }
  /** Days from referral to start, of those who started in the period and whose referral is known. */
  waitingTime: { medianDays: number | null; known: number }
}

/**
 * The figures of some enrolments in a period.
 *
 * Flows are counted by their own day: referred, started and ended in the period. Outcomes are of those that ended in it,
 * so that 21 of 79 means 21 of the 79 whose participation is over. A participation without a known referral counts
 * as referred the day it started.
 */
export function summarise(enrolments: readonly Enrolment[], period: Days): Summary {
  const within = (day: Day | null) => day !== null && period.from <= day && day < period.until
  const before = (day: Day | null) => day !== null && day < period.until
  const referred = enrolments.filter((each) => within(referralDay(each)))
  const started = enrolments.filter(({ startedOn }) => within(startedOn))
  const ended = enrolments.filter(({ startedOn, endedOn }) => startedOn !== null && within(endedOn))
  const openAtEnd = enrolments.filter((each) => before(referralDay(each)) && !before(each.endedOn))
  const withOutcome = (of: (outcome: Outcome) => boolean) =>
    countOf(ended.filter(({ outcome }) => of(outcome ?? 'unknown')))
  return {
    referred: countOf(referred),
    started: countOf(started),
    ended: countOf(ended),
    completed: countOf(ended.filter(({ endReason }) => endReason === 'completed' || endReason === 'self-supporting')),
    waiting: countOf(openAtEnd.filter(({ startedOn }) => !before(startedOn))),
    ongoing: countOf(openAtEnd.filter(({ startedOn }) => before(startedOn))),
    outcomes: record(outcomeCodes, (code) => withOutcome((each) => each === code)),
    classes: record(classCodes, (code) => withOutcome((each) => outcomes[each].class === code)),
    readings: record(readings, (reading) => withOutcome((each) => readAs(each, reading))),
    buckets: record(buckets, (bucket) => countOf(referred.filter((each) => bucketOf(each) === bucket))),
    persons: personsOf(ended),
    waitingTime: waitingTimeOf(started),
  }
}

export const outcomeCodes = Object.keys(outcomes) as Outcome[]
export const classCodes = Object.keys(outcomeClasses) as OutcomeClass[]

/** The day of the referral; of the start when the file does not tell. */
export const referralDay = ({ referredOn, startedOn }: Enrolment): Day | null => referredOn ?? startedOn

export const readAs = (outcome: Outcome, reading: Reading): boolean => {
  if (outcomes[outcome].selfSupport) return true
  if (outcome === 'internship-employment-service') return reading !== 'strict'
  return reading === 'broad' && (outcome === 'next-intervention' || outcome === 'ready-for-employment-service')
}

export function bucketOf({ startedOn, endedOn, endReason, outcome }: Enrolment): Bucket {
  if (endedOn === null) return startedOn === null ? 'waiting' : 'ongoing'
  if (startedOn === null) return endReason === 'withdrawn' ? 'withdrawn' : 'returned'
  if (outcome === null || outcome === 'unknown') return endReason === 'returned' ? 'returned' : 'unknown'
  if (readAs(outcome, 'strict')) return 'self-support'
  return readAs(outcome, 'broad') ? 'moved-on' : 'no-result'
}

export const countOf = (people: readonly { gender: Enrolment['gender'] }[]): Count => ({
  all: people.length,
  women: people.filter(({ gender }) => gender === 'woman').length,
  men: people.filter(({ gender }) => gender === 'man').length,
})

/** Somebody who took part twice is one person, with the better of the outcomes: the order of the list. */
function personsOf(ended: readonly Enrolment[]): Summary['persons'] {
  const best = new Map<number, Enrolment>()
  for (const each of ended) {
    const known = best.get(each.personId)
    if (!known || rank(each) < rank(known)) best.set(each.personId, each)
  }
  const persons = [...best.values()]
  return {
    ended: countOf(persons),
    selfSupport: countOf(persons.filter(({ outcome }) => readAs(outcome ?? 'unknown', 'strict'))),
  }
}

const rank = ({ outcome }: Enrolment): number => {
  const code = outcome ?? 'unknown'
  const kind = readAs(code, 'strict') ? 0 : readAs(code, 'claimed') ? 1 : readAs(code, 'broad') ? 2 : 3
  return kind * outcomeCodes.length + outcomeCodes.indexOf(code)
}

function waitingTimeOf(started: readonly Enrolment[]): Summary['waitingTime'] {
  const days = started.flatMap(({ referredOn, startedOn }) =>
    referredOn !== null && startedOn !== null ? daysBetween(referredOn, startedOn) : [],
  )
  return { medianDays: median(days), known: days.length }
}

/** The middle value, or halfway between the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  if (sorted.length === 0) return null
  return sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export const record = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>
