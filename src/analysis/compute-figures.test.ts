import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type HouseholdSituation, panelOf, type Situation } from '../calculations/panel-of.ts'
import { sizeOf } from '../calculations/selection.ts'
import { allowedGapMonths, longTermLimit, topHouseholds, veryLongTermLimit } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import { month, monthFromIndex } from '../values/month.ts'
import { computeFigures, type FiguresRequest, rowsBehind } from './compute-figures.ts'
import type { FigureTable, SplitBy } from './figures.ts'
import { indicators } from './indicators.ts'

const splits: SplitBy[] = ['gender', 'age', 'householdType', 'children', 'unit']

const situation: Situation = {
  first: '2017-01',
  last: '2018-12',
  households: {
    couple: {
      months: '2017-02..2018-12',
      kronor: 10_000,
      adults: [
        { gender: 'woman', age: 40, obstacle: 'unemployed_none' },
        { gender: 'man', age: 41, obstacle: 'sick_low' },
      ],
      children: [4, 9],
    },
    woman: {
      months: '2018-01..2018-05',
      adults: [{ gender: 'woman', age: 24, obstacle: 'unemployed_low' }],
      unit: 'B',
    },
    man: {
      months: '2017-06..2018-03 2018-08..2018-12',
      adults: [{ gender: 'man', age: 66 }],
      unitFrom: { '2018-10': 'B' },
    },
    gone: { months: '2017-01..2017-12', adults: [{ gender: 'man', age: 30, obstacle: 'sick_low' }] },
  },
  decisions: [
    { household: 'couple', month: '2018-01', outcome: 'granted' },
    { household: 'woman', month: '2018-01', outcome: 'granted' },
    { household: 'woman', month: '2018-06', outcome: 'rejected' },
    { household: 'man', month: '2018-04', outcome: 'partiallyGranted' },
  ],
  applications: [{ household: 'woman', month: '2018-01', kind: 'new' }],
}

const year: FiguresRequest = { from: month('2018-01'), to: month('2018-12'), publish: false, splits }

function figures(request: Partial<FiguresRequest> = {}, panel = panelOf(situation)) {
  const { indicators, tables } = computeFigures(panel, { ...year, ...request })
  const figure = (id: string) => indicators.find((each) => each.id === id)!
  const table = (id: string) => tables.find((each) => each.id === id)!
  const split = (id: string, by: SplitBy) =>
    Object.fromEntries(
      (figure(id).splits ?? []).filter((part) => part.by === by).map((part) => [part.category, part.numerator]),
    )
  return { indicators, tables, figure, table, split }
}

const cells = (table: FigureTable, row: string) =>
  table.rows.find(({ id }) => id === row)!.cells.map(({ value }) => value)

test('households and persons of a year', () => {
  const { figure } = figures()
  expect(figure('households-per-month')).toMatchObject({ numerator: 12 + 5 + 8, denominator: 12, value: 25 / 12 })
  expect(figure('households').value).toBe(3)
  expect(figure('persons').value).toBe(6)
  expect(figure('adults').value).toBe(4)
  expect(figure('children').value).toBe(2)
  expect(figure('months-per-household').value).toBeCloseTo(25 / 3)
})

test('the same months a year before stand beside', () => {
  expect(figures().figure('households').comparison).toMatchObject({ value: 3, from: '2017-01', to: '2017-12' })
  expect(figures({ from: month('2017-03') }).figure('households').comparison).toBeUndefined()
})

test('money: paid, and per household and month', () => {
  const { figure } = figures()
  expect(figure('paid').value).toBe((12 * 10_000 + 13 * 8_000) * 100)
  expect(figure('cost-per-household-month').value).toBe(((12 * 10_000 + 13 * 8_000) * 100) / 25)
  expect(figure('top-share-of-cost')).toMatchObject({ value: null, withheld: 'too-few' })
})

test('a couple counts among both women and men; persons by their own gender', () => {
  const { split } = figures()
  expect(split('households', 'gender')).toEqual({ woman: 2, man: 2 })
  expect(split('adults', 'gender')).toEqual({ woman: 2, man: 2 })
})

test('a household counts once, in the unit of its last month in the period', () => {
  const { split, figure } = figures()
  expect(split('households', 'unit')).toEqual({ A: 1, B: 2 })
  expect(split('households-per-month', 'unit')).toEqual({ A: 12 + 5, B: 5 + 3 })
  expect(figure('outflow').value).toBe(3)
})

test('ages, household types and children', () => {
  const { split } = figures()
  expect(split('persons', 'age')).toMatchObject({ '0-17': 2, '18-24': 1, '35-44': 2, '65-': 1 })
  expect(split('households', 'householdType')).toMatchObject({ 3: 1, 5: 1, 8: 1 })
  expect(split('children', 'children')).toEqual({ 'with-children': 2, 'without-children': 0 })
})

test('share of inhabitants needs the inhabitants, and is not given for groups', () => {
  expect(figures().figure('share-of-population')).toMatchObject({ value: null, withheld: 'no-data' })
  const population = { total: 60, children: 20, source: 'SCB' }
  const { figure } = figures({ population })
  expect(figure('share-of-population').value).toBe(0.1)
  expect(figure('share-of-children').value).toBe(0.1)
  expect(figure('share-of-children').splits).toBeUndefined()
  expect(figures({ population, unit: 'B' }).figure('share-of-population').value).toBeNull()
})

test('decisions, rejections and applications', () => {
  const { figure } = figures()
  expect(figure('applications').value).toBe(1)
  expect(figure('rejection-share')).toMatchObject({ numerator: 1, denominator: 4, value: 0.25 })
})

test('the three long-term methods, in households and in adults', () => {
  const { figure } = figures()
  expect(figure('long-term-calendar-year')).toMatchObject({ value: 1, unit: 'households' })
  expect(figure('long-term-calendar-year-persons')).toMatchObject({ value: 2, unit: 'persons' })
  expect(figure('long-term-very-long')).toMatchObject({ value: null, withheld: 'no-data' })
  expect(figure('long-term-rolling-12').series!.at(-1)).toEqual({ month: '2018-12', value: 1 })
})

test('return: only exits that could be followed, otherwise withheld', () => {
  expect(figures().figure('return-within-6')).toMatchObject({ numerator: 1, denominator: 2 })
  expect(figures({ from: month('2018-12') }).figure('return-within-12')).toMatchObject({
    value: null,
    withheld: 'follow-up-too-short',
  })
})

test('the flow table adds up, for the whole and for a unit', () => {
  const whole = figures().table('flow')
  expect(['stock-before', 'inflow', 'outflow', 'stock-at-end'].map((id) => cells(whole, id)[0])).toEqual([3, 2, 3, 2])
  const unit = figures({ unit: 'B' }).table('flow')
  expect(['stock-before', 'inflow', 'outflow', 'moved', 'stock-at-end'].map((id) => cells(unit, id)[0])).toEqual([
    0, 1, 1, 1, 1,
  ])
})

test('throughput follows those who came in the twelve months before, by their obstacle then', () => {
  const { sentence, rows } = figures({ from: month('2018-06'), to: month('2018-12') }).table('throughput')
  expect(rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => value)])).toEqual([
    ['unemployed', 0, 1, 0, 0, 0, 0, 1],
    ['Uppgift saknas', 0, 0, 0, 1, 0, 0, 1],
    ['Alla', 0, 1, 0, 1, 0, 0, 2],
  ])
  expect(sentence).toContain('juni 2017–maj 2018')
})

test('a cohort that begins where the data do has no known throughput, and none is invented', () => {
  expect(figures().table('throughput').rows.at(-1)!.cells[0]).toMatchObject({ value: null, withheld: 'no-data' })
})

test('throughput of months in which nobody came in is nought in every class', () => {
  const settled = panelOf({ first: '2017-01', last: '2018-12', households: { one: { months: '2017-01..2018-12' } } })
  const { tables } = computeFigures(settled, { from: month('2018-08'), to: month('2018-12'), publish: false })
  const { rows, columns, sentence } = tables.find(({ id }) => id === 'throughput')!
  expect(rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([columns.map(() => 0)])
  expect(sentence).toContain('Av 0 biståndsperioder')
})

test('snapshot and duration classes count every household once', () => {
  const { table } = figures()
  expect(cells(table('snapshot'), 'total')[0]).toBe(2)
  expect(table('snapshot').rows.map((row) => row.cells[0]!.value)).toEqual([0, 1, 0, 0, 1, 0, 0, 2])
  expect(table('duration-classes').rows.map((row) => row.cells[1]!.value)).toEqual([0, 0, 1, 1, 2])
})

test('obstacles: adults of the first month beside the same month a year before, the unknown by themselves', () => {
  const table = figures({ from: month('2018-02') }).table('obstacles')
  expect(table.columns.map(({ label }) => label).slice(0, 2)).toEqual(['februari 2017', 'februari 2018'])
  expect(table.rows.map(({ label, cells }) => [label, ...cells.slice(0, 3).map(({ value }) => value)])).toEqual([
    ['unemployed', 1, 2, 1],
    ['unemployed_none', 1, 1, 0],
    ['unemployed_low', 0, 1, 1],
    ['sick', 2, 1, -1],
    ['sick_low', 2, 1, -1],
    ['Uppgift saknas', 0, 1, 1],
    ['Alla vuxna', 3, 4, 1],
  ])
})

test('average per month, year by year', () => {
  const { rows } = figures({ to: month('2018-06') }).table('households-by-year')
  expect(rows.map(({ label, cells }) => [label, cells[0]!.numerator, cells[0]!.denominator])).toEqual([
    ['2017', 11 + 7 + 12, 12],
    ['2018 (6 månader)', 6 + 5 + 3, 6],
  ])
})

test('a period outside the data has no figures rather than half of them', () => {
  const { figure, tables } = figures({ to: month('2019-03') })
  expect(figure('households')).toMatchObject({ value: null, withheld: 'no-data' })
  expect(tables).toEqual([])
})

test('the rows behind a figure are as many as the figure says', () => {
  const panel = panelOf(situation)
  const behind = rowsBehind(panel, 'outflow', { from: year.from, to: year.to })
  if (typeof behind === 'string') throw new Error(behind)
  const { household } = panel.householdMonths
  expect([...behind.numerator.rows].map((row) => household[row]).toSorted()).toEqual([1, 2, 3])
  expect(sizeOf(behind.numerator)).toBe(figures().figure('outflow').value)
})

const household: fc.Arbitrary<HouseholdSituation> = fc.record({
  months: fc
    .array(fc.boolean(), { minLength: 24, maxLength: 24 })
    .map((paid) => paid.flatMap((each, at) => (each ? [monthFromIndex(2017 * 12 + at)] : [])).join(' ')),
  adults: fc.array(
    fc.record({
      gender: fc.constantFrom('woman' as const, 'man' as const),
      age: fc.integer({ min: 18, max: 70 }),
      obstacle: fc.constantFrom('unemployed_none', 'unemployed_low', 'sick_low', ''),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  children: fc.array(fc.nat(17), { maxLength: 2 }),
  unit: fc.constantFrom('A', 'B', 'C'),
})

const register = fc.array(household, { minLength: 1, maxLength: 40 }).map((households) =>
  panelOf({
    first: '2017-01',
    last: '2018-12',
    households: Object.fromEntries(households.map((each, index) => [`H${index}`, each])),
  }),
)

test('the parts of a split that leaves nobody in two add up to the whole', () => {
  fc.assert(
    fc.property(register, (panel) => {
      for (const { numerator, denominator, splits: parts } of figures({}, panel).indicators)
        for (const by of splits.slice(1)) {
          const chosen = (parts ?? []).filter((part) => part.by === by)
          if (chosen.length === 0 || numerator === null) continue
          expect(chosen.reduce((sum, part) => sum + (part.numerator ?? 0), 0)).toBe(numerator)
          expect(denominator).not.toBeNull()
        }
    }),
    { seed: 8, numRuns: 60 },
  )
})

test('a unit by itself has the same numbers as in the split by unit', () => {
  fc.assert(
    fc.property(register, (panel) => {
      const whole = figures({}, panel)
      for (const { code } of panel.units)
        for (const figure of figures({ unit: code }, panel).indicators) {
          const part = whole.figure(figure.id).splits?.find(({ by, category }) => by === 'unit' && category === code)
          if (part) expect([figure.id, figure.numerator ?? 0]).toEqual([figure.id, part.numerator ?? 0])
        }
    }),
    { seed: 9, numRuns: 10 },
  )
})

const isCount = (unit: string) => ['households', 'persons', 'decisions', 'applications'].includes(unit)
const isSmall = (count: number | null) => count !== null && Math.abs(count) > 0 && Math.abs(count) < 5

test('published: no count of one to four is shown, and a split with a hidden part hides another', () => {
  fc.assert(
    fc.property(register, (panel) => {
      const { indicators: all, tables } = figures({ publish: true }, panel)
      for (const figure of all.filter(({ unit }) => isCount(unit))) {
        expect(isSmall(figure.denominator === 1 ? figure.numerator : null)).toBe(false)
        for (const by of splits) {
          const parts = (figure.splits ?? []).filter((part) => part.by === by)
          expect(parts.filter(({ numerator }) => isSmall(numerator))).toEqual([])
          const hidden = parts.filter(({ withheld }) => withheld === 'too-few')
          if (figure.value !== null && hidden.length > 0) expect(hidden.length).toBeGreaterThan(1)
        }
      }
      for (const { id, rows, columns } of tables)
        for (const { cells, id: row } of rows)
          cells.forEach(({ unit, numerator, denominator }, index) => {
            const isPlain = isCount(unit) && denominator === 1 && !columns[index]!.id.startsWith('change')
            if (isPlain && isSmall(numerator)) throw new Error(`${id} ${row} ${index} shows ${numerator}`)
          })
    }),
    { seed: 10, numRuns: 60 },
  )
})

test('published: a small outflow cannot be worked out from stock and inflow', () => {
  const stay = (count: number, name: string, months: string) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, { months }]))
  const panel = panelOf({
    first: '2017-01',
    last: '2018-12',
    households: {
      ...stay(30, 'stay', '2017-05..2018-12'),
      ...stay(9, 'new', '2018-06..2018-12'),
      ...stay(2, 'left', '2017-05..2018-03'),
    },
  })
  const { figure, table } = figures({ publish: true, splits: [] }, panel)
  expect(figure('outflow').value).toBeNull()
  expect(figure('inflow').value).toBeNull()
  expect(figure('stock-at-end').value).toBe(39)
  expect(['stock-before', 'inflow', 'outflow', 'stock-at-end'].map((id) => cells(table('flow'), id)[0])).toEqual([
    32,
    null,
    null,
    39,
  ])
})

test('every definition is whole: its own id, Swedish sentences, a source and both sides of the line', () => {
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length)
  for (const { id, name, definition, numerator, denominator, source } of indicators) {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    for (const text of [definition, source]) expect(text).toMatch(/\.$/)
    for (const text of [name, numerator, denominator]) expect(text.length).toBeGreaterThan(2)
  }
})

test('the numbers in the texts are those of the parameters', () => {
  const now = month('2026-11')
  expect(valueAt(allowedGapMonths, now)).toBe(2)
  expect(valueAt(topHouseholds, now)).toBe(100)
  expect(valueAt(longTermLimit, now)).toEqual({ assistedMonths: 10, windowMonths: 12 })
  expect(valueAt(veryLongTermLimit, now)).toEqual({ assistedMonths: 27, windowMonths: 36, allowedGap: 2 })
})
