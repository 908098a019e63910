import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CannotCalculate } from '../refusal.ts'
import { followUpOf } from './follow-up.ts'
import { tablesByGroup, tablesByStratum } from './risk-table.ts'
import { type FollowedRows, sampleOf } from './sample-of.ts'

const timesOf = (rows: FollowedRows) => [...followUpOf(sampleOf(rows)).times]
const censored = (time: number[]) => ({ time, exit: time.map(() => 0) })

function refusalOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof CannotCalculate) return { kind: error.kind, ...error.detail }
  }
  return null
}

test('the distinct times rise, whole or not', () => {
  expect(timesOf(censored([7, 0, 7, 3]))).toEqual([0, 3, 7])
  expect(timesOf(censored([7.5, 0, 7.5, 3]))).toEqual([0, 3, 7.5])
  expect(timesOf(censored([12_345, 1]))).toEqual([1, 12_345])
  expect(timesOf(censored([1000]))).toEqual([1000])
})

test('times within the tolerance of R are one time, the first of them', () => {
  expect(timesOf(censored([0.3, 0.1 + 0.2]))).toEqual([0.3])
  expect(timesOf(censored([0.5, 0.5 + 1.4e-8]))).toEqual([0.5])
  expect(timesOf(censored([0.5, 0.5 + 1.6e-8]))).toHaveLength(2)
})

test('among large times the tolerance is relative to their mean', () => {
  expect(timesOf(censored([3e9, 3e9 + 40]))).toEqual([3e9])
  expect(timesOf(censored([3e9, 3e9 + 50]))).toHaveLength(2)
})

test('it is the mean of the distinct times, however many rows have them', () =>
  expect(timesOf(censored([1.5, 31.5, ...Array<number>(98).fill(3e9)]))).toEqual([1.5, 31.5, 3e9]))

test('rows of a tie are counted at the same time', () => {
  const [table] = tablesByGroup(followUpOf(sampleOf({ time: [0.3, 0.1 + 0.2, 0.7], exit: [1, 0, 1] })))
  expect([...table!.time]).toEqual([0.3, 0.7])
  expect([...table!.exits]).toEqual([1, 1, 0, 1])
})

test('a row is at risk after its entry, up to and including its time', () => {
  const sample = sampleOf({ time: [2, 3, 5.5], exit: [1, 1, 1], entry: [-1, 2, 2.5] })
  expect([...tablesByGroup(followUpOf(sample))[0]!.atRisk]).toEqual([1, 2, 1])
})

test('a stratum has the times of its own rows, and the groups side by side', () => {
  const group = ['a', 'b', 'b', 'a', 'b']
  const strata = ['x', 'y', 'y', '', 'x']
  const tables = tablesByStratum(followUpOf(sampleOf({ time: [1, 1, 2, 3, 4], exit: [1, 0, 1, 1, 1], group, strata })))
  expect(tables.map(({ time, atRisk }) => [[...time], [...atRisk]])).toEqual([
    [
      [1, 4],
      [1, 1, 0, 1],
    ],
    [
      [1, 2],
      [0, 2, 0, 1],
    ],
  ])
})

test('late entries are counted within their stratum and group', () => {
  const rows = { time: [3, 4, 4, 5], exit: [1, 1, 1, 1], entry: [0, 3, 1, 4], group: ['a', 'b', 'a', 'a'] }
  const [table] = tablesByStratum(followUpOf(sampleOf({ ...rows, strata: ['x', 'x', 'x', 'x'] })))
  expect([...table!.atRisk]).toEqual([2, 0, 1, 1, 1, 0])
})

test.each([
  ['no rows', { time: [], exit: [] }, { kind: 'no-rows' }],
  [
    'a negative time',
    { time: [1, -1], exit: [0, 0] },
    { kind: 'bad-value', column: 'time', row: 2, found: -1, expected: 'en tid som är 0 eller mer' },
  ],
  ['a missing time', { time: [Number.NaN], exit: [0] }, { kind: 'bad-value', column: 'time', row: 1 }],
  ['an endless time', { time: [Infinity], exit: [0] }, { kind: 'bad-value', column: 'time', found: Infinity }],
  [
    'an entry at the time',
    { time: [2], exit: [1], entry: [2] },
    { kind: 'bad-value', column: 'entry', row: 1, found: 2, expected: 'ett inträde före tiden' },
  ],
  ['a missing entry', { time: [2], exit: [1], entry: [Number.NaN] }, { kind: 'bad-value', column: 'entry' }],
  ['an endless entry', { time: [2], exit: [1], entry: [-Infinity] }, { kind: 'bad-value', column: 'entry' }],
  [
    'an entry that is a tie with the time',
    { time: [9, 0.3 + 1e-9], exit: [1, 1], entry: [0, 0.3] },
    { kind: 'bad-value', column: 'entry', row: 2, found: 0.3, expected: 'ett inträde före tiden' },
  ],
  [
    'an entry that is a tie with the time, in the first row',
    { time: [0.3 + 1e-9, 9], exit: [1, 1], entry: [0.3, 0] },
    { kind: 'bad-value', column: 'entry', row: 1, found: 0.3 },
  ],
  [
    'an entry long after the time, and not the rows that are ties beside it',
    { time: [5, 5], exit: [1, 1], entry: [0, 1e12] },
    { kind: 'bad-value', column: 'entry', row: 2, found: 1e12 },
  ],
  [
    'a negative exit',
    { time: [2], exit: [-1] },
    { kind: 'bad-value', column: 'exit', row: 1, found: -1, expected: '0 till 1' },
  ],
  [
    'a row without a group',
    { time: [2, 3], exit: [1, 1], group: ['a', ''] },
    { kind: 'bad-value', column: 'group', row: 2, expected: 'en grupp' },
  ],
])('refuses %s', (_, rows: FollowedRows, expected) =>
  expect(refusalOf(() => followUpOf(sampleOf(rows)))).toMatchObject(expected),
)

test('refuses an exit that is none of the causes', () => {
  const sample = { ...sampleOf({ time: [2, 3], exit: [1, 2] }), causes: 1 }
  expect(refusalOf(() => followUpOf(sample))).toMatchObject({ kind: 'bad-value', column: 'exit', row: 2, found: 2 })
})

test('tables are those of a plain count, for any times, entries and groups', () => {
  const row = fc.record({
    time: fc.integer({ min: 1, max: 8 }),
    stay: fc.integer({ min: 1, max: 9 }),
    exit: fc.nat(2),
    group: fc.constantFrom('a', 'b'),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 25 }), fc.constantFrom(1, 1.25), (each, scale) => {
      const rows = each.map(({ time, stay, ...rest }) => ({
        time: time * scale,
        entry: (time - stay) * scale,
        ...rest,
      }))
      const column = <Key extends 'time' | 'entry' | 'exit' | 'group'>(key: Key) => rows.map((row) => row[key])
      const sample = sampleOf({
        time: column('time'),
        entry: column('entry'),
        exit: column('exit'),
        group: column('group'),
      })
      tablesByGroup(followUpOf(sample)).forEach((table, group) => {
        const own = rows.filter((row) => row.group === sample.group.labels[group])
        const times = [...new Set(own.map(({ time }) => time))].sort((a, b) => a - b)
        expect([...table.time]).toEqual(times)
        expect([...table.atRisk]).toEqual(
          times.map((t) => own.filter(({ entry, time }) => entry < t && t <= time).length),
        )
        expect([...table.exits]).toEqual(
          times.flatMap((t) =>
            Array.from(
              { length: sample.causes + 1 },
              (_, exit) => own.filter((r) => r.time === t && r.exit === exit).length,
            ),
          ),
        )
      })
    }),
    { seed: 11, numRuns: 150 },
  )
})
