import { expect, test } from 'vitest'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { month } from '../values/month.ts'
import { closedInTurn, closedTable, costTable, obstaclesTable, plansTable, type Worked } from './group-tables.ts'

const limits = valueAt(disclosureLimits, month('2012-09'))
const persons = (households: number, children = 30, women = 45, men = 15) => ({ households, children, women, men })
const valuesOf = (table: { rows: { id: string; cells: { value: number | null }[] }[] }, id: string) =>
  table.rows.find((row) => row.id === id)!.cells.map(({ value }) => value)

test('seven of sixty are 11,7 per cent, with children, women and men first (001-9)', () => {
  const compared = { open: persons(60), closed: persons(6, 6, 6, 6) }
  const table = closedTable({ open: persons(60), closed: persons(7, 6, 5, 0) }, compared, limits)
  expect(table.rows.map(({ id }) => id)).toEqual(['children', 'women', 'men', 'households'])
  expect(valuesOf(table, 'households')).toEqual([60, 7, 7 / 60, 60, 6, 0.1])
  expect(table.sentence).toContain('11,7\u00a0%')
})

test('fewer than five who left, or who stay, are withheld with the share and the sentence that would tell', () => {
  const compared = { open: persons(60), closed: persons(6) }
  for (const closed of [4, 57]) {
    const table = closedTable({ open: persons(60), closed: persons(closed, 6, 6, 6) }, compared, limits)
    expect(table.rows.at(-1)!.cells.slice(1, 3)).toMatchObject([{ withheld: 'too-few' }, { withheld: 'too-few' }])
    expect(table.sentence).not.toMatch(/\d/)
  }
})

test('45 sick-listed of 60 adults have become 37 of 52: −17,8 per cent (001-9)', () => {
  const table = obstaclesTable(
    new Map([
      ['Sjukskrivna med läkarintyg', 45],
      ['Arbetslösa', 15],
    ]),
    new Map([
      ['Sjukskrivna med läkarintyg', 37],
      ['Arbetslösa', 15],
    ]),
    limits,
  )
  expect(valuesOf(table, 'sickCertified')).toEqual([45, 45 / 60, 37, 37 / 52, -8, -8 / 45])
  expect(valuesOf(table, 'sum').slice(0, 3)).toEqual([60, 1, 52])
  expect(table.sentence).toContain('−17,8\u00a0%')
})

test('an obstacle of few cannot be worked out from the sum and the others', () => {
  const found = new Map([
    ['Sjukskrivna med läkarintyg', 45],
    ['Arbetslösa', 12],
    ['Föräldralediga', 3],
  ])
  const table = obstaclesTable(found, found, limits)
  const hidden = table.rows.filter(({ cells }) => cells[0]!.value === null).map(({ id }) => id)
  expect(hidden).toContain('parental')
  expect(hidden.length).toBeGreaterThan(1)
})

test('cost before and after is said against those ranked next after', () => {
  const table = costTable(
    { beforeOre: 1_000_00, afterOre: 800_00, persons: { before: persons(60), after: persons(53) } },
    { beforeOre: 1_000_00, afterOre: 870_00, persons: { before: persons(60), after: persons(58) } },
    8,
    limits,
  )
  expect(valuesOf(table, 'group')).toEqual([1_000_00, 800_00, -200_00, -0.2])
  expect(valuesOf(table, 'compared').at(-1)).toBe(-0.13)
  expect(table.sentence).toContain('minskade med 20,0\u00a0% i målgruppen och minskade med 13,0\u00a0% i jämförelsen')
  expect(table.rows[0]!.id).toBe('children')
})

test('a count that has changed by fewer than five is withheld afterwards, with the change that would tell', () => {
  const after = { households: 54, children: 27, women: 41, men: 9 }
  const group = { beforeOre: 1_000_00, afterOre: 800_00, persons: { before: persons(60), after } }
  const table = costTable(group, group, 8, limits)
  expect(valuesOf(table, 'children')).toEqual([30, null, null, null])
  expect(valuesOf(table, 'women')).toEqual([45, null, null, null])
  expect(valuesOf(table, 'men')).toEqual([15, 9, -6, -6 / 15])
  expect(valuesOf(table, 'households')).toEqual([60, 54, -6, -0.1])
})

test('what was paid to fewer than five is withheld, and so is the sentence', () => {
  const few = { beforeOre: 1_000_00, afterOre: 20_00, persons: { before: persons(60), after: persons(4) } }
  const table = costTable(few, few, 8, limits)
  expect(valuesOf(table, 'group')).toEqual([1_000_00, null, null, null])
  expect(table.sentence).toBe('')
})

test('of tertials that differ by too few the latest is shown', () => {
  const left = (households: number) => ({ open: persons(60), closed: persons(households) })
  expect(closedInTurn([left(5), left(7), left(12), left(12)], limits)).toEqual([null, 7, 12, 12])
  expect(closedInTurn([left(0), left(4), left(9)], limits)).toEqual([0, null, 9])
})

test('plans are counted of all, and what concerns children of the households with children', () => {
  const worked = (withPlan: number, childrenArranged: number): Worked => ({
    ...{
      households: 60,
      mapped: 30,
      withPlan,
      withChildren: 40,
      childrenAsked: 30,
      childrenArranged,
      takingPart: null,
    },
    plans: { implementation: 10, work: withPlan - 10, activity: 0 },
  })
  const table = plansTable(worked(20, 10), worked(45, 34), limits)
  expect(valuesOf(table, 'children-arranged')).toEqual([10, 0.25, 34, 0.85])
  expect(valuesOf(table, 'with-plan')).toEqual([20, 20 / 60, 45, 0.75])
  expect(table.rows.map(({ id }) => id)).not.toContain('taking-part')
})
