import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { disclose } from './disclosed-summary.ts'
import { type Enrolment, enrolmentsOfImport, type Outcome, type Participation } from './enrolments.ts'
import { bucketOf, buckets, outcomeCodes, type Summary, summarise } from './summary.ts'

const day = (text: string) => text as Day
const year2010 = { from: day('2010-01-01'), until: day('2011-01-01') }
const limits = { smallestCount: 5, smallestDenominator: 20 }

let nextPerson = 1
const enrolment = (changes: Partial<Enrolment> = {}): Enrolment => ({
  householdId: 1,
  personId: nextPerson++,
  gender: 'woman',
  intervention: 'jobbtorg-resurs',
  source: 'recorded',
  referredOn: day('2010-02-01'),
  acceptedOn: day('2010-02-03'),
  startedOn: day('2010-02-15'),
  endedOn: day('2010-09-30'),
  endReason: 'completed',
  outcome: 'completed',
  employerKind: null,
  subsidised: null,
  ...changes,
})
const many = (count: number, outcome: Outcome, changes: Partial<Enrolment> = {}) =>
  Array.from({ length: count }, () => enrolment({ outcome, ...changes }))

/** Document 003-6: 79 referred, 21 to work, 4 to studies, 4 self-supporting in a programme, the rest unknown or returned. */
const jobUnitExtra = [
  ...many(21, 'work'),
  ...many(4, 'studies'),
  ...many(4, 'self-support-programme'),
  ...many(50, 'unknown', { endReason: 'unknown' }),
]
/** Document 003-7: 43 completed, 17 on to the job unit, 2 to work, 2 to internships, the rest unknown. */
const workTraining = [
  ...many(17, 'next-intervention', { intervention: 'arbetstraning' }),
  ...many(2, 'work', { intervention: 'arbetstraning' }),
  ...many(2, 'internship-employment-service', { intervention: 'arbetstraning' }),
  ...many(22, 'unknown', { intervention: 'arbetstraning', endReason: 'unknown' }),
]
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

describe('the seeds of 2010', () => {
  test('of 79 referred 21 got work, 4 studies, 4 support themselves in a programme, and 50 are unknown', () => {
    const { referred, ended, outcomes, readings } = summarise(jobUnitExtra, year2010)
    expect([referred.all, ended.all]).toEqual([79, 79])
    expect([outcomes.work.all, outcomes.studies.all, outcomes['self-support-programme'].all]).toEqual([21, 4, 4])
    expect(outcomes.unknown.all).toBe(50)
    expect(share(readings.strict.all, ended.all)).toBe('36.7 %')
  })

  test('of 43 in work training 17 went on, 2 got work, 2 internships, and 22 are unknown', () => {
    const { outcomes, readings, ended } = summarise(workTraining, year2010)
    expect(outcomes['next-intervention'].all).toBe(17)
    expect([outcomes.work.all, outcomes['internship-employment-service'].all, outcomes.unknown.all]).toEqual([2, 2, 22])
    expect(share(readings.broad.all, ended.all)).toBe('48.8 %')
  })

  test('together the claim of "half" reads 41.0 % at its broadest, 27.0 % in its own words and 25.4 % strictly', () => {
    const { ended, readings } = summarise([...jobUnitExtra, ...workTraining], year2010)
    expect([readings.broad.all, readings.claimed.all, readings.strict.all, ended.all]).toEqual([50, 33, 31, 122])
    expect(share(readings.broad.all, ended.all)).toBe('41.0 %')
    expect(share(readings.claimed.all, ended.all)).toBe('27.0 %')
    expect(share(readings.strict.all, ended.all)).toBe('25.4 %')
  })

  test('the 17 who went on may be among the 79: then there are 105 persons, each with the better outcome', () => {
    const again = jobUnitExtra.map((each, at) => (at < 17 ? { ...each, personId: workTraining[at]!.personId } : each))
    const { ended, persons, readings } = summarise([...again, ...workTraining], year2010)
    expect([ended.all, persons.ended.all]).toEqual([122, 105])
    expect(persons.selfSupport.all).toBe(readings.strict.all)
  })
})

test('waiting and ongoing are those at the end of the period, and the time to the start is a median in days', () => {
  const found = summarise(
    [
      enrolment({ startedOn: null, acceptedOn: null, endedOn: null, outcome: null, endReason: null }),
      enrolment({ endedOn: null, outcome: null, endReason: null, startedOn: day('2010-02-11') }),
      enrolment({ endedOn: day('2011-03-01'), startedOn: day('2010-02-21'), gender: 'man' }),
      enrolment({ startedOn: null, endedOn: day('2010-02-20'), outcome: null, endReason: 'returned' }),
    ],
    year2010,
  )
  expect(found.waiting).toEqual({ all: 1, women: 1, men: 0 })
  expect(found.ongoing).toEqual({ all: 2, women: 1, men: 1 })
  expect(found.waitingTime).toEqual({ medianDays: 15, known: 2 })
  expect(found.buckets.returned.all).toBe(1)
})

const participation = (changes: Partial<Participation>): Participation => ({
  householdId: 1,
  personId: 1,
  gender: 'man',
  intervention: 'Steget 2.0',
  from: day('2019-02-04'),
  until: day('2019-03-01'),
  outcome: 'Arbete',
  employerKind: null,
  subsidised: null,
  ...changes,
})
const catalogue = [{ key: 'steget', body: { name: 'STEGET 2.0' } }]
const imported = (changes: Partial<Participation>) =>
  enrolmentsOfImport([participation(changes)], catalogue, day('2019-05-14'))[0]!

describe('a participation from a file', () => {
  test('is that of the intervention with its name, and ends on the day before the first that is not included', () =>
    expect(imported({})).toMatchObject({ intervention: 'steget', endedOn: '2019-02-28', outcome: 'work' }))
  test('goes on until its planned end', () =>
    expect(imported({ until: day('2019-06-01') })).toMatchObject({ endedOn: null, outcome: null }))
  test('has an unknown outcome when the file says nothing, or words nobody knows', () => {
    expect(imported({ outcome: null }).outcome).toBe('unknown')
    expect(imported({ outcome: 'Hoppsan' }).outcome).toBe('unknown')
  })
  test('keeps the name of the file when the catalogue has none', () =>
    expect(imported({ intervention: 'MICA' }).intervention).toBe('MICA'))
})

const someDay = fc
  .integer({ min: 0, max: 700 })
  .map((days) => day(new Date(days * 86_400_000 + 1.25e12).toISOString().slice(0, 10)))
const anEnrolment: fc.Arbitrary<Enrolment> = fc
  .record({
    days: fc.tuple(someDay, someDay, someDay),
    state: fc.constantFrom('sent', 'turned-back', 'started', 'ended'),
    gender: fc.constantFrom('woman', 'man', null),
    outcome: fc.constantFrom(...outcomeCodes),
    personId: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ days, state, gender, outcome, personId }) => {
    const [a, b, c] = days.toSorted() as [Day, Day, Day]
    return enrolment({
      ...{ gender, personId, referredOn: a, acceptedOn: null },
      startedOn: state === 'started' || state === 'ended' ? b : null,
      endedOn: state === 'ended' ? c : state === 'turned-back' ? b : null,
      endReason: state === 'ended' ? 'completed' : state === 'turned-back' ? 'returned' : null,
      outcome: state === 'ended' ? outcome : null,
    })
  })
const sumOf = (counts: { all: number; women: number; men: number }[]) =>
  counts.reduce((sum, { all, women, men }) => [sum[0]! + all, sum[1]! + women, sum[2]! + men], [0, 0, 0])
const listed = ({ all, women, men }: { all: number; women: number; men: number }) => [all, women, men]

test('everybody who was referred is in exactly one bucket, and every ending has one outcome and one class', () =>
  fc.assert(
    fc.property(fc.array(anEnrolment, { maxLength: 60 }), (enrolments) => {
      const found = summarise(enrolments, year2010)
      expect(sumOf(Object.values(found.buckets))).toEqual(listed(found.referred))
      expect(sumOf(Object.values(found.outcomes))).toEqual(listed(found.ended))
      expect(sumOf(Object.values(found.classes))).toEqual(listed(found.ended))
      expect(found.persons.ended.all).toBeLessThanOrEqual(found.ended.all)
      for (const each of enrolments) expect(buckets).toContain(bucketOf(each))
    }),
    { seed: 4, numRuns: 200 },
  ))

test('whoever may not see the persons is shown no count from 1 to 4, and no single hidden outcome beside its sum', () =>
  fc.assert(
    fc.property(fc.array(anEnrolment, { maxLength: 80 }), (enrolments) => {
      const shown = disclose(summarise(enrolments, year2010), limits)
      for (const count of countsIn(shown)) expect(count === null || count === 0 || count >= 5).toBe(true)
      for (const part of ['all', 'women', 'men'] as const) {
        const hidden = Object.values(shown.outcomes).filter((each) => each[part] === null).length
        if (shown.ended[part] !== null) expect(hidden).not.toBe(1)
      }
    }),
    { seed: 4, numRuns: 200 },
  ))

type Shown = ReturnType<typeof disclose>
const countsIn = ({ outcomes, classes, readings, persons, ...rest }: Shown): (number | null)[] =>
  [outcomes, classes, readings, persons]
    .flatMap((each) => Object.values(each).flatMap(partsOf))
    .concat(
      Object.entries(rest).flatMap(([name, each]) =>
        name === 'waitingTime' || name === 'buckets' ? [] : partsOf(each as Summary['referred']),
      ),
    )
const partsOf = ({ all, women, men }: { [Part in keyof Summary['referred']]: number | null }) => [all, women, men]
