import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FigureTable } from '../analysis/figures.ts'
import type { Day } from '../values/day.ts'
import { month } from '../values/month.ts'
import { caseSums, type CountedCase, recoveryTie } from './case-sums.ts'
import { type CaseEvent, replayCase } from './payment-case.ts'

const period = { from: month('2019-01'), until: month('2019-06'), today: '2019-05-14' as Day }

type Said = [CaseEvent['kind'], string, object]
const opened: Said = ['opened', '2019-02-01', { signal: null, month: '2019-01', stakeOre: 1, paidOn: null, note: '' }]
const heard: Said = ['household-heard', '2019-02-10', { how: 'letter', said: '' }]
const decided = (on: string, finding: string, wrongOre = 0): Said => [
  'decided',
  on,
  { finding, wrongOre, cause: null, reason: '' },
]

const caseOf = (id: number, events: Said[], who: Partial<CountedCase['household']> = {}): CountedCase => ({
  known: replayCase(
    events.map(([kind, on, body], at) => ({ kind, on, body, sequence: at + 1, by: 1, recordedAt: '' }) as CaseEvent),
  ),
  household: {
    ...{ id, key: `H${id}`, name: null, unit: null, hasChildren: false, gender: 'woman', isProtected: false },
    ...who,
  },
})

const cell = (table: FigureTable, row: string, column: string) => {
  const place = table.columns.findIndex(({ id }) => id === column)
  const { value, withheld } = table.rows.find(({ id }) => id === row)!.cells[place]!
  return withheld ?? value
}

describe('what the cases came to', () => {
  const wrong = [opened, heard, decided('2019-03-01', 'wrong', 100_00)]
  const cases = Array.from({ length: 10 }, (_, at) =>
    caseOf(
      at,
      [
        ...wrong,
        ['recovery-claimed', '2019-03-02', { ore: 60_00, ground: 'should-have-known' }],
        ['recovered', '2019-04-02', { ore: 10_00 }],
        ['recovered', '2019-07-02', { ore: 10_00 }],
        ['avoided', '2019-03-03', { oreAMonth: 5_00, from: '2019-04' }],
      ],
      { hasChildren: at < 5, gender: at % 2 ? 'man' : 'woman' },
    ),
  )
  const table = caseSums(cases, period)

  test('children, and women and men, stand first', () =>
    expect(table.rows.map(({ id }) => id)).toEqual(['with-children', 'without-children', 'women', 'men', 'all']))

  test.each([
    ['all', 'opened', 10],
    ['all', 'wrong', 10],
    ['all', 'correct', 0],
    ['all', 'closed', 0],
    ['all', 'wrongOre', 1000_00],
    ['all', 'claimed', 600_00],
    // What comes in after the period is another period's.
    ['all', 'recovered', 100_00],
    // April and May.
    ['all', 'avoided', 100_00],
    ['all', 'days', 28],
    ['with-children', 'opened', 5],
    ['men', 'recovered', 50_00],
  ])('%s %s: %s', (row, column, value) => expect(cell(table, row, column)).toBe(value))

  test('what happened before the period is not counted', () => {
    const later = caseSums(cases, { ...period, from: month('2019-03') })
    expect([cell(later, 'all', 'opened'), cell(later, 'all', 'wrong')]).toEqual([0, 10])
  })

  test('recoveries in the payments are set beside, with the difference', () => {
    const tie = recoveryTie(cases, { ore: 170_00, households: 9 }, period)
    expect(tie.rows.map(({ cells }) => cells[0]!.value)).toEqual([100_00, 170_00, 70_00])
  })

  test('with few households in the payments neither they nor the difference is shown', () => {
    const tie = recoveryTie(cases, { ore: 170_00, households: 4 }, period)
    expect(tie.rows.map(({ cells }) => cells[0]!.withheld ?? 'shown')).toEqual(['shown', 'too-few', 'reveals-another'])
  })
})

test('a figure about a few is withheld, and so is the one that would tell it', () => {
  const cases = Array.from({ length: 12 }, (_, at) => caseOf(at, [opened], { hasChildren: at < 3 }))
  const table = caseSums(cases, period)
  expect(['with-children', 'without-children', 'all'].map((row) => cell(table, row, 'opened'))).toEqual([
    'too-few',
    'reveals-another',
    12,
  ])
})

test('four cases of one household are about one', () =>
  expect(
    cell(
      caseSums(
        [1, 1, 1, 1, 1].map((id) => caseOf(id, [opened])),
        period,
      ),
      'all',
      'opened',
    ),
  ).toBe('too-few'))

test('whoever they are, no group of one to four is shown or told by subtraction', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ hasChildren: fc.boolean(), gender: fc.constantFrom('woman', 'man', null) }), {
        maxLength: 30,
      }),
      (people) => {
        const table = caseSums(
          people.map((who, at) => caseOf(at, [opened], who)),
          period,
        )
        const total = cell(table, 'all', 'opened')
        const groups = [
          ['with-children', 'without-children'],
          ['women', 'men', 'unknown'].filter((id) => table.rows.some((row) => row.id === id)),
        ]
        for (const group of groups) {
          const shown = group.map((row) => cell(table, row, 'opened'))
          for (const value of shown) expect([1, 2, 3, 4]).not.toContain(value)
          const hidden = shown.filter((value) => typeof value !== 'number')
          if (typeof total === 'number') expect(hidden).not.toHaveLength(1)
        }
      },
    ),
    { seed: 3, numRuns: 300 },
  ))
