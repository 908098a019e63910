import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../parameters/dated.ts'
import { jobUnitClasses } from '../parameters/job-unit-classes.ts'
import { addDays, type Day } from '../values/day.ts'
import { month } from '../values/month.ts'
import { countJobUnit, type JobUnitStay, resultClasses } from './job-unit.ts'
import { jobUnitTables } from './job-unit-tables.ts'

const classes = valueAt(jobUnitClasses, month('2019-01'))
const year = { from: '2019-01-01' as Day, until: '2020-01-01' as Day }
const limits = { smallestCount: 5, smallestDenominator: 20 }

const stay = (given: Partial<Record<keyof JobUnitStay, unknown>> = {}): JobUnitStay =>
  ({
    ...{ personId: 1, gender: 'woman', birthDate: '1991-01-01', referredOn: null, startedOn: '2019-02-01' },
    ...{ endedOn: '2019-03-31', result: 'A', employerKind: 'external' },
    ...given,
  }) as JobUnitStay

const ended = (startedOn: string, endedOn: string, by = classes) =>
  countJobUnit([stay({ startedOn, endedOn })], year, by).durations.findIndex(({ length }) => length === 1)

describe('counting', () => {
  test('counts each person once, by the latest ending', () => {
    const { results } = countJobUnit(
      [stay({ result: 'E' }), stay({ startedOn: '2019-04-01', endedOn: '2019-05-31' })],
      year,
      classes,
    )
    expect(resultClasses.map((each) => results[each].length)).toEqual([1, 0, 0, 0, 0])
  })

  test('does not take work with the municipality for work', () => {
    const { results } = countJobUnit([stay({ employerKind: 'municipal' })], year, classes)
    expect([results.A.length, results.E.length]).toEqual([0, 1])
  })

  test('has those who go on among the participants, and not among those who left', () => {
    const { participants, results } = countJobUnit([stay({ endedOn: null, result: null })], year, classes)
    expect([participants.length, Object.values(results).flat().length]).toEqual([1, 0])
    expect(
      countJobUnit([stay({ startedOn: '2018-02-01', endedOn: '2018-12-31' })], year, classes).participants,
    ).toEqual([])
  })

  test.each([
    ['2019-01-15', '2019-04-13', 0],
    ['2019-01-15', '2019-04-14', 1],
    ['2019-01-15', '2019-07-13', 1],
    ['2019-01-15', '2019-07-14', 2],
    ['2017-04-01', '2019-03-31', 2],
    ['2017-04-01', '2019-04-01', 3],
  ])('%s–%s is in class %d of the durations until 2023', (from, to, expected) => expect(ended(from, to)).toBe(expected))

  test.each([
    ['2019-01-15', '2019-07-14', 0],
    ['2019-01-15', '2019-07-15', 1],
    ['2018-07-15', '2019-07-14', 1],
    ['2018-07-15', '2019-07-15', 2],
    ['2017-04-01', '2019-03-31', 2],
    ['2017-04-01', '2019-04-01', 3],
  ])('%s–%s is in class %d of those from 2024', (from, to, expected) =>
    expect(ended(from, to, valueAt(jobUnitClasses, month('2024-01')))).toBe(expected),
  )

  test('counts a person once among the referred, and every referral among the referrals', () => {
    const { referred, referrals } = countJobUnit(
      [stay({ referredOn: '2019-02-01' }), stay({ referredOn: '2019-05-01' }), stay({ referredOn: '2018-05-01' })],
      year,
      classes,
    )
    expect([referred.length, referrals.length]).toEqual([1, 2])
  })

  test('has the age at the end of the period, and a class of its own for those without a date of birth', () => {
    const of = (birthDate: string | null) =>
      countJobUnit([stay({ birthDate })], year, classes).ages.findIndex(({ length }) => length === 1)
    expect(['1995-01-01', '1994-12-31', null].map(of)).toEqual([0, 1, 2])
  })
})

const day = fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2017-06-01' as Day, days))
const anyStay = fc
  .record({
    personId: fc.integer({ min: 1, max: 60 }),
    gender: fc.constantFrom('woman', 'man', null),
    startedOn: day,
    length: fc.option(fc.integer({ min: 1, max: 900 })),
    result: fc.constantFrom(...resultClasses),
    employerKind: fc.constantFrom('municipal', 'external', null),
    referredOn: fc.option(day),
  })
  .map(({ length, ...rest }) => stay({ ...rest, endedOn: length === null ? null : addDays(rest.startedOn, length) }))
const anyStays = fc.array(anyStay, { maxLength: 120 })

describe('the tables', () => {
  test('put everybody who left in exactly one row of each', () => {
    fc.assert(
      fc.property(anyStays, (stays) => {
        const { results, durations } = countJobUnit(stays, year, classes)
        const left = Object.values(results).flat().length
        expect(durations.flat()).toHaveLength(left)
      }),
      { seed: 61 },
    )
  })

  test('show no count below the limit, and the same sums wherever they are of the same persons', () => {
    fc.assert(
      fc.property(anyStays, (stays) => {
        const tables = jobUnitTables(countJobUnit(stays, year, classes), classes, limits)
        const cells = tables.flatMap(({ rows }) =>
          rows.flatMap((row) => row.cells.filter(({ unit }) => unit === 'persons')),
        )
        expect(cells.filter(({ value }) => value !== null && value > 0 && value < 5)).toEqual([])
        const sums = tables
          .slice(0, 2)
          .map(({ rows }) => JSON.stringify(rows.find(({ id }) => id === 'all')!.cells.map(({ value }) => value)))
        expect(new Set(sums).size).toBe(1)
      }),
      { seed: 62, numRuns: 200 },
    )
  })

  test('show shares of a base that is large enough, and Kolada’s numbers beside the rows', () => {
    const stays = Array.from({ length: 40 }, (_, at) =>
      stay({ personId: at, gender: at % 2 ? 'woman' : 'man', result: at < 20 ? 'A' : 'C' }),
    )
    const [results] = jobUnitTables(countJobUnit(stays, year, classes), classes, limits)
    expect(results!.rows[0]).toMatchObject({ note: 'U40450, andel U40406' })
    expect(results!.rows[0]!.cells.map(({ value }) => value)).toEqual([20, 10, 10, 0.5])
  })

  test('show work or studies together only where both are shown, and as a share of all who left', () => {
    const left = (work: number, studies: number) =>
      Array.from({ length: 60 }, (_, at) =>
        stay({
          personId: at,
          gender: at % 2 ? 'woman' : 'man',
          result: at < work ? 'A' : at < work + studies ? 'B' : 'C',
        }),
      )
    const rowOf = (stays: JobUnitStay[]) =>
      jobUnitTables(countJobUnit(stays, year, classes), classes, limits)[0]!.rows.find(
        ({ id }) => id === 'work-or-studies',
      )!
    expect(rowOf(left(20, 10)).cells.map(({ value }) => value)).toEqual([30, 15, 15, 0.5])
    expect(rowOf(left(20, 3)).cells.map(({ value }) => value)).toEqual([null, null, null, null])
  })

  test('withhold the referrals when they would tell that a few were referred twice', () => {
    const many = Array.from({ length: 30 }, (_, at) => stay({ personId: at, referredOn: '2019-02-01' }))
    const again = (count: number) => many.slice(0, count).map((each) => ({ ...each, referredOn: '2019-06-01' as Day }))
    const told = (stays: JobUnitStay[]) =>
      jobUnitTables(countJobUnit(stays, year, classes), classes, limits).find(({ id }) => id === 'job-unit-referrals')!
        .rows[0]!.cells[0]!.value
    expect([0, 2, 10].map((count) => told([...many, ...again(count)]))).toEqual([30, null, 40])
  })

  test('of nobody say so', () => {
    const tables = jobUnitTables(countJobUnit([], year, classes), classes, limits)
    expect(tables[0]!.sentence).toBe('Ingen ingår under perioden.')
  })
})
