import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import {
  type BudgetAmount,
  investmentStatement,
  type LedgerAmount,
  operatingStatement,
  type StatementTable,
  variance,
} from './statement.ts'

const tertial: Period = { from: month('2019-01'), until: month('2019-05') }
const april = month('2019-04')

/** A statement is given in thousands with revenue positive; the ledger has öre with debit positive. */
const toLedger = (thousands: number) => -thousands * 100_000

const booked = (account: string, thousands: number): LedgerAmount => ({
  account,
  month: april,
  amountOre: toLedger(thousands),
})

const budgeted = (account: string | null, thousands: number, label = account ?? ''): BudgetAmount => ({
  statement: 'operating',
  account,
  label,
  month: april,
  amountOre: toLedger(thousands),
})

const thousandsOf = (table: StatementTable, row: string) =>
  table.rows.find((each) => each.id === row)?.cells.map(({ value }) => (value === null ? null : value / 100_000))

describe('the statement of January–April 2019', () => {
  const table = operatingStatement({
    ledger: [
      booked('3511', 11_890),
      booked('4511', -20_903),
      booked('4621', -24_054),
      booked('5011', -29_743),
      booked('7431', -4_007),
      booked('6111', -8_276),
      { account: '1930', month: april, amountOre: 99 },
    ],
    budget: [
      budgeted('3511', 9_558),
      budgeted('4511', -16_653),
      budgeted('4621', -12_805),
      budgeted('5011', -31_811),
      budgeted(null, -8_492, 'Övriga kostnader'),
    ],
    period: tertial,
  })

  test.each([
    ['revenue', 11_890, 9_558, 2_332],
    ['costs', -86_983, -69_761, -17_222],
    ['assistance', -20_903, -16_653, -4_250],
    ['placements', -24_054, -12_805, -11_249],
    ['staff', -29_743, -31_811, 2_068],
    ['consultants', -4_007, 0, -4_007],
    ['other-costs', -8_276, -8_492, 216],
    ['result', -75_093, -60_203, -14_890],
  ])('%s is %i against %i, a variance of %i; the forecast is open', (row, actual, budget, difference) =>
    expect(thousandsOf(table, row)).toEqual([actual, budget, difference, null]),
  )

  test('has no row for unmapped accounts when there are none', () =>
    expect(table.rows.map((row) => row.id)).not.toContain('unmapped'))

  test('says the result in a sentence', () =>
    expect(table.sentence).toBe(
      'Verksamhetens netto för januari–april 2019 är −75\u00a0093 tkr mot budgeterade −60\u00a0203 tkr, en avvikelse på −14\u00a0890 tkr.',
    ))
})

test('the variance of −29 743 against −31 811 is +2 068, not the printed 2 086', () =>
  expect(variance(-29_743, -31_811)).toBe(2_068))

test('an account that no row takes is shown as Ej mappat and counted in the sum', () => {
  const table = operatingStatement({ ledger: [booked('8312', 5)], budget: [], period: tertial })
  expect(table.rows.find((row) => row.id === 'unmapped')?.label).toBe('Ej mappat')
  expect(thousandsOf(table, 'unmapped')?.[0]).toBe(5)
  expect(thousandsOf(table, 'result')?.[0]).toBe(5)
})

test('a missing budget is withheld, and so is its variance', () => {
  const table = operatingStatement({ ledger: [booked('3511', 1)], budget: [], period: tertial })
  expect(table.rows[0]?.cells.map((cell) => cell.withheld)).toEqual([undefined, 'no-data', 'no-data', undefined])
})

test('amounts of other months are left out, and a ledger that ends early is said to', () => {
  const march = { ...booked('3511', 1), month: month('2019-03') }
  const table = operatingStatement({
    ledger: [march, { ...march, month: month('2019-05') }, { ...march, month: month('2018-12') }],
    budget: [],
    period: tertial,
  })
  expect(thousandsOf(table, 'revenue')?.[0]).toBe(1)
  expect(table.sentence).toContain('Huvudboken når till och med mars 2019.')
})

test('the rows are those of the version that held when the period began', () => {
  const version = (from: string, label: string) => ({
    from: month(from),
    source: 'test',
    rows: [{ id: 'all', label, side: 'cost' as const, accounts: [{ from: '3', to: '8' }] }],
  })
  const versions = [version('2019-02', 'senare'), version('2018-01', 'tidigare')]
  const at = (from: string) => () =>
    operatingStatement({ ledger: [], budget: [], period: { from: month(from), until: month('2020-01') }, versions })
  expect(at('2019-01')).not.toThrow()
  expect(at('2017-12')).toThrow('2017-12')
})

const anAmount = fc.record({
  account: fc.integer({ min: 3000, max: 8999 }).map(String),
  month: fc.constantFrom(month('2019-01'), april),
  amountOre: fc.integer({ min: -1e12, max: 1e12 }),
})

test('for any ledger the rows tie to the ledger in öre, and unmapped amounts are never lost', () =>
  fc.assert(
    fc.property(fc.array(anAmount, { minLength: 1 }), (ledger) => {
      const { rows } = operatingStatement({ ledger, budget: [], period: tertial })
      const value = (id: string) => rows.find((row) => row.id === id)?.cells[0]?.value ?? 0
      const ofWhich = rows.filter((row) => row.kind === 'of-which').map((row) => value(row.id))
      const total = ledger.reduce((sum, row) => sum - row.amountOre, 0)
      expect(ofWhich.reduce((sum, each) => sum + each, 0)).toBe(value('costs'))
      expect(value('revenue') + value('costs') + value('unmapped')).toBe(value('result'))
      expect(value('result')).toBe(total)
    }),
    { seed: 1 },
  ))

describe('investments', () => {
  const investment = (label: string, account: string | null, thousands: number): BudgetAmount => ({
    ...budgeted(account, thousands, label),
    statement: 'investment',
  })
  const budget = [
    investment('Digitalisering', '1221', -133),
    investment('Möbler', '1222', -158),
    investment('Arbetsmiljö', '1223', -400),
    budgeted('3511', 9_558),
  ]

  test('what is not bought is a saving against the budget, and the sum is 691', () => {
    const table = investmentStatement({ ledger: [booked('3511', 1)], budget, period: tertial })
    expect(table.rows.map((row) => thousandsOf(table, row.id))).toEqual([
      [0, -133, 133, null],
      [0, -158, 158, null],
      [0, -400, 400, null],
      [0, -691, 691, null],
    ])
  })

  test('an account shared by two labels has no actual of its own', () => {
    const shared = [investment('Möbler', '1222', -158), investment('Arbetsmiljö', '1222', -400)]
    const table = investmentStatement({ ledger: [booked('1222', -10)], budget: shared, period: tertial })
    expect(table.rows[0]?.cells[0]).toMatchObject({ value: null, withheld: 'no-data' })
  })
})
