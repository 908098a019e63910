import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figures, FigureTable, IndicatorFigure, TableCell } from '../analysis/figures.ts'
import { month } from '../values/month.ts'
import { parseReference, resolveReference, writeReference } from './figure-reference.ts'

test.each([
  'households-per-month',
  'households-per-month:before',
  'households-per-month[gender=women]',
  'households-per-month[gender=women]:numerator',
  'operating-statement/staff/variance',
  'operating-statement/staff/variance|tkr',
  'assistance-paid|mnkr',
])('%s is written as it is read', (address) => {
  expect(writeReference(parseReference(address)!)).toBe(address)
})

test.each(['', 'Hushåll', 'a b', 'x:later', 'x[shoe=43]', 'x/y', 'x|öre', 'x[gender=women]/a/b'])(
  '»%s« is no address',
  (text) => {
    expect(parseReference(text)).toBeNull()
  },
)

/** As files have them: on one line, with nothing around, and with the signs of an address more often than by chance. */
const anyName = fc
  .array(fc.constantFrom(...'aÅ %/|[]{}:-2F5b'), { minLength: 1, maxLength: 60 })
  .map((signs) => signs.join('').trim())
  .filter(Boolean)

const nothing = { value: null, numerator: null, denominator: null }
const amount = (ore: number): TableCell => ({ unit: 'ore', value: ore, numerator: ore, denominator: 1 })
const described = { name: '', definition: '', source: '', definitionVersion: 1 }
const statement: FigureTable = {
  ...described,
  id: 'operating-statement',
  sentence: '',
  columns: [
    { id: 'actual', label: 'Utfall' },
    { id: 'variance', label: 'Avvikelse' },
  ],
  rows: [
    { id: 'staff', label: 'Personal', cells: [-29_743_000_00, 2_068_000_00].map(amount) },
    { id: 'Barn / unga', label: 'Barn / unga', cells: [100, 0].map(amount) },
    { id: 'Andel %', label: 'Andel %', cells: [200, 0].map(amount) },
  ],
}
const households: IndicatorFigure = {
  ...described,
  id: 'households-per-month',
  unit: 'households',
  numeratorText: '',
  denominatorText: '',
  value: 602,
  numerator: 2408,
  denominator: 4,
  comparison: { value: 599, numerator: 2396, denominator: 4, from: month('2018-01'), to: month('2018-04') },
  splits: [
    { by: 'gender', category: 'women', label: 'Kvinnor', value: 310, numerator: 1240, denominator: 4 },
    { by: 'gender', category: 'unknown', label: 'Okänt', ...nothing, withheld: 'too-few' },
  ],
}
const figures: Figures = {
  municipality: { code: '0483', name: 'Katrineholm' },
  from: month('2019-01'),
  to: month('2019-04'),
  knownAt: null,
  dataFrom: null,
  dataTo: null,
  indicators: [households],
  tables: [statement],
}

const resolved = (address: string) => resolveReference(figures, parseReference(address)!)

test('a name may hold any sign, also those of an address, and is found again', () =>
  fc.assert(
    fc.property(anyName, anyName, fc.constantFrom('tkr' as const, null), (row, column, scale) => {
      const reference = { of: 'cell' as const, table: 'volumes', row, column, scale }
      const address = writeReference(reference)
      expect(parseReference(address)).toEqual(reference)
      expect(address).not.toMatch(/[{}]/)
      const group = { of: 'indicator' as const, id: 'inflow', part: 'value' as const, scale }
      const ofUnit = { ...group, group: { by: 'unit' as const, category: row } }
      expect(parseReference(writeReference(ofUnit))).toEqual(ofUnit)
    }),
    { seed: 7, numRuns: 300 },
  ))

test('a row with a slash in its name has an address, and a per cent sign that somebody typed is itself', () => {
  expect(resolved('operating-statement/Barn %2F unga/actual')).toMatchObject({ ore: 100 })
  expect(resolved('operating-statement/Andel %/actual')).toMatchObject({ ore: 200 })
  expect(resolved('operating-statement/Andel %25/actual')).toMatchObject({ ore: 200 })
})

test('an indicator gives its value, what it is made of, and its change', () => {
  expect(resolved('households-per-month')).toMatchObject({ kind: 'count', count: 602 })
  expect(resolved('households-per-month:numerator')).toMatchObject({ kind: 'count', count: 2408 })
  expect(resolved('households-per-month:before')).toMatchObject({ kind: 'count', count: 599 })
  expect(resolved('households-per-month:change')).toMatchObject({ kind: 'share', share: 602 / 599 - 1, signed: true })
})

test('a group that is withheld stays withheld, whichever part is asked for', () => {
  for (const part of ['', ':numerator', ':denominator'])
    expect(resolved(`households-per-month[gender=unknown]${part}`)).toMatchObject({
      kind: 'withheld',
      reason: 'too-few',
    })
})

test('a cell of a table is written in öre, thousands or millions, and names its definition', () => {
  expect(resolved('operating-statement/staff/variance')).toMatchObject({ kind: 'kronor', ore: 2_068_000_00 })
  expect(resolved('operating-statement/staff/variance|tkr')).toMatchObject({ kind: 'thousands', ore: 2_068_000_00 })
  expect(resolved('operating-statement/staff/variance|mnkr')).toEqual({
    signed: true,
    kind: 'decimal',
    number: 2.068,
    decimals: 1,
    definitionId: 'operating-statement',
  })
})

test('what does not exist is null, so that the writer can be told', () => {
  expect(resolved('households')).toBeNull()
  expect(resolved('operating-statement/staff/forecast')).toBeNull()
  expect(resolved('households-per-month[age=18-24]')).toBeNull()
})
