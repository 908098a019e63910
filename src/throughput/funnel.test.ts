import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Enrolment } from '../interventions/enrolments.ts'
import { codesOf, endReasons, notReferredReasons, outcomes } from '../parameters/code-lists/casework.ts'
import type { Day } from '../values/day.ts'
import { bucketOf, funnelBuckets, funnelOf, type FunnelPerson } from './funnel.ts'

const day = (text: string) => text as Day
const sent: Enrolment = {
  householdId: 1,
  personId: 1,
  gender: 'woman',
  intervention: 'jobbtorg-resurs',
  source: 'recorded',
  referredOn: day('2018-02-01'),
  acceptedOn: null,
  startedOn: null,
  endedOn: null,
  endReason: null,
  outcome: null,
  employerKind: null,
  subsidised: null,
}
const started = { ...sent, acceptedOn: day('2018-02-03'), startedOn: day('2018-02-10') }
const ended = (endReason: Enrolment['endReason'], outcome: Enrolment['outcome']): Enrolment => ({
  ...started,
  endedOn: day('2018-06-01'),
  endReason,
  outcome,
})
const person = (enrolments: Enrolment[], rest: Partial<FunnelPerson> = {}): FunnelPerson => ({
  personId: 1,
  householdId: 1,
  gender: 'woman',
  enrolments,
  notReferred: null,
  ...rest,
})

describe('a person is where he or she has come furthest', () => {
  test.each([
    ['outcome', [ended('completed', 'work')]],
    ['outcome', [ended('returned', 'work'), sent]],
    ['ongoing', [started, ended('completed', 'completed')]],
    ['completed', [ended('completed', 'completed'), sent]],
    ['completed', [ended('completed', 'next-intervention')]],
    ['dropped-out', [ended('did-not-come', 'none')]],
    ['ended-unknown', [ended('unknown', 'unknown')]],
    ['ended-unknown', [ended('completed', 'unknown')]],
    ['returned', [ended('returned', 'none')]],
    ['waiting', [sent, { ...sent, endedOn: day('2018-03-01'), endReason: 'returned' }]],
    ['returned', [{ ...sent, endedOn: day('2018-03-01'), endReason: 'returned' }]],
    ['withdrawn', [{ ...sent, endedOn: day('2018-03-01'), endReason: 'withdrawn' }]],
  ] as const)('%s', (bucket, enrolments) => expect(bucketOf(person([...enrolments]))).toBe(bucket))

  test('whoever was never referred is there with the reason, or among the unknown', () => {
    expect(bucketOf(person([], { notReferred: 'addiction' }))).toBe('not-referred')
    expect(bucketOf(person([]))).toBe('unknown')
    expect(bucketOf(person([sent], { notReferred: 'addiction' }))).toBe('waiting')
  })
})

test('a unit that was sent 79 and cannot tell of 50 shows the 50 (003-6)', () => {
  const of = (count: number, enrolment: Enrolment) =>
    Array.from({ length: count }, (_, at) => person([enrolment], { gender: at % 2 ? 'man' : 'woman' }))
  const funnel = funnelOf([
    ...of(21, ended('completed', 'work')),
    ...of(4, ended('completed', 'studies')),
    ...of(4, ended('completed', 'self-support-programme')),
    ...of(50, ended('unknown', 'unknown')),
  ])
  expect(funnel.buckets.filter(({ persons }) => persons > 0)).toEqual([
    { bucket: 'outcome', persons: 29, women: 15, men: 14 },
    { bucket: 'ended-unknown', persons: 50, women: 25, men: 25 },
  ])
  expect(funnel.steps).toEqual({ referred: 79, started: 79, ended: 79, outcome: 29 })
})

test('everybody is in exactly one bucket, whatever was recorded', () => {
  const anEnrolment = fc.record({
    startedOn: fc.constantFrom(null, day('2018-02-10')),
    endedOn: fc.constantFrom(null, day('2018-06-01')),
    endReason: fc.constantFrom(null, 'withdrawn' as const, ...codesOf(endReasons)),
    outcome: fc.constantFrom(null, ...codesOf(outcomes)),
  })
  const aPerson = fc.record({
    enrolments: fc.array(
      anEnrolment.map((each) => ({ ...sent, ...each })),
      { maxLength: 4 },
    ),
    notReferred: fc.constantFrom(null, ...codesOf(notReferredReasons)),
    gender: fc.constantFrom(null, 'woman' as const, 'man' as const),
  })
  fc.assert(
    fc.property(fc.array(aPerson, { maxLength: 30 }), (people) => {
      const persons = people.map((each, at) => ({ ...person([]), ...each, personId: at }))
      const funnel = funnelOf(persons)
      expect(funnel.buckets.map(({ bucket }) => bucket)).toEqual(funnelBuckets)
      const total = funnel.buckets.reduce((sum, each) => sum + each.persons, 0)
      expect([total, funnel.persons]).toEqual([people.length, people.length])
      const why = funnel.notReferred.reduce((sum, each) => sum + each.persons, 0)
      expect(why).toBe(funnel.buckets.find(({ bucket }) => bucket === 'not-referred')!.persons)
      const { referred, started: begun, ended: over, outcome } = funnel.steps
      expect(referred >= begun && begun >= over && over >= outcome).toBe(true)
    }),
    { numRuns: 300, seed: 3 },
  )
})
