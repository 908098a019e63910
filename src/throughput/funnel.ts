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

export type FunnelCount = { bucket: FunnelBucket; persons: number; women: number; men: number }
export type ReasonCount = { reason: NotReferredReason; persons: number; women: number; men: number }

export type Funnel = {
  /** Σ of the buckets. */
  persons: number
  buckets: FunnelCount[]
  /** Of those never referred, by the reason given; the others are in the bucket `unknown`. */
  notReferred: ReasonCount[]
  /** How many came at least so far: referred ⊇ started ⊇ ended ⊇ outcome. */
  steps: { referred: number; started: number; ended: number; outcome: number }
}

export function funnelOf(persons: readonly FunnelPerson[]): Funnel {
  const byBucket = new Map(funnelBuckets.map((bucket): [FunnelBucket, FunnelPerson[]] => [bucket, []]))
  for (const person of persons) byBucket.get(bucketOf(person))!.push(person)
  const notReferred = byBucket.get('not-referred')!
  const reasons = [...new Set(persons.flatMap((person) => person.notReferred ?? []))].sort()
  const some = (test: (each: Enrolment) => boolean) => persons.filter(({ enrolments }) => enrolments.some(test)).length
  return {
    persons: persons.length,
    buckets: [...byBucket].map(([bucket, those]) => ({ bucket, ...countOf(those) })),
    notReferred: reasons.map((reason) => ({
      reason,
      ...countOf(notReferred.filter((each) => each.notReferred === reason)),
    })),
    steps: {
      referred: some(() => true),
      started: some(({ startedOn }) => startedOn !== null),
      ended: some(({ startedOn, endedOn }) => startedOn !== null && endedOn !== null),
      outcome: byBucket.get('outcome')!.length,
    },
  }
}

const countOf = (persons: readonly FunnelPerson[]) => ({
  persons: persons.length,
  women: persons.filter(({ gender }) => gender === 'woman').length,
  men: persons.filter(({ gender }) => gender === 'man').length,
})
