import { type CodeOf, type notReferredReasons, outcomes } from '../parameters/code-lists/casework.ts'
import type { Enrolment, Gender } from '../interventions/enrolments.ts'

/**
 * How far somebody has come, the furthest first. Everybody is in exactly one: the first that fits.
 * The seeds asked "who never becomes relevant, who does not finish, and why" (003-4, 003-16).
 */
export const funnelBuckets = [
  'outcome',
  'ongoing',
  'completed',
  'dropped-out',
  'ended-unknown',
  'waiting',
  'returned',
  'withdrawn',
  'not-referred',
  'unknown',
] as const
export type FunnelBucket = (typeof funnelBuckets)[number]

export type NotReferredReason = CodeOf<typeof notReferredReasons>

/** An adult who had assistance, or was referred, in the period. */
export type FunnelPerson = {
  personId: number
  householdId: number
  gender: Gender | null
  /** Enrolments that were open some day of the period. */
  enrolments: readonly Enrolment[]
  /** Why the person was not referred, when somebody has said so. */
  notReferred: NotReferredReason | null
}

/** The bucket of a person. Pure; every person has one. */
export function bucketOf({ enrolments, notReferred }: FunnelPerson): FunnelBucket {
  // Most have none.
  if (enrolments.length === 0) return notReferred ? 'not-referred' : 'unknown'
  const reached = new Set(enrolments.map(stageOf))
  return funnelBuckets.find((bucket) => reached.has(bucket)) ?? (notReferred ? 'not-referred' : 'unknown')
}

const abandoned: ReadonlySet<Enrolment['endReason']> = new Set<Enrolment['endReason']>([
  'dropped-out',
  'did-not-come',
  'illness',
  'moved-away',
  'unit-decision',
])

/** Where one enrolment stands. */
function stageOf({ startedOn, endedOn, endReason, outcome }: Enrolment): FunnelBucket {
  if (endedOn === null) return startedOn === null ? 'waiting' : 'ongoing'
  if (startedOn === null) return endReason === 'withdrawn' ? 'withdrawn' : 'returned'
  // National classes A–C: work, studies, another authority. The rest has ended without such an outcome.
  if (outcome !== null && 'ABC'.includes(outcomes[outcome].class)) return 'outcome'
  if (endReason === 'returned') return 'returned'
  if (abandoned.has(endReason)) return 'dropped-out'
  return endReason === 'unknown' || outcome === 'unknown' ? 'ended-unknown' : 'completed'
}

type Tally = { persons: number; women: number; men: number }
export type FunnelCount = { bucket: FunnelBucket } & Tally
export type ReasonCount = { reason: NotReferredReason } & Tally

export type Funnel = {
  /** Σ of the buckets. */
  persons: number
  buckets: FunnelCount[]
  /** Of those never referred, by the reason given; the others are in the bucket `unknown`. */
  notReferred: ReasonCount[]
  /** How many came at least so far: referred ⊇ started ⊇ ended ⊇ outcome. */
  steps: { referred: number; started: number; ended: number; outcome: number }
}

/** One pass, and nothing made for each: a large municipality has tens of thousands in a year. */
export function funnelOf(persons: readonly FunnelPerson[]): Funnel {
  const buckets = new Map(funnelBuckets.map((bucket): [FunnelBucket, Tally] => [bucket, noTally()]))
  const reasons = new Map<NotReferredReason, Tally>()
  const steps = { referred: 0, started: 0, ended: 0, outcome: 0 }
  for (const person of persons) {
    const { enrolments, notReferred } = person
    const bucket = bucketOf(person)
    count(buckets.get(bucket)!, person)
    if (notReferred !== null) {
      if (!reasons.has(notReferred)) reasons.set(notReferred, noTally())
      if (bucket === 'not-referred') count(reasons.get(notReferred)!, person)
    }
    if (enrolments.length === 0) continue
    steps.referred++
    if (enrolments.some(({ startedOn }) => startedOn !== null)) steps.started++
    if (enrolments.some(({ startedOn, endedOn }) => startedOn !== null && endedOn !== null)) steps.ended++
    if (bucket === 'outcome') steps.outcome++
  }
  return {
    persons: persons.length,
    buckets: [...buckets].map(([bucket, tally]) => ({ bucket, ...tally })),
    notReferred: [...reasons]
      .map(([reason, tally]) => ({ reason, ...tally }))
      .sort((one, other) => (one.reason < other.reason ? -1 : 1)),
    steps,
  }
}

const noTally = (): Tally => ({ persons: 0, women: 0, men: 0 })

function count(tally: Tally, { gender }: FunnelPerson): void {
  tally.persons++
  if (gender === 'woman') tally.women++
  if (gender === 'man') tally.men++
}
