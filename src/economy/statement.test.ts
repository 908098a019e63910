import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import { investmentStatement } from './investment-statement.ts'
import { type BudgetAmount, phaseBudget, spread } from './phase-budget.ts'
import { type LedgerAmount, operatingStatement } from './statement.ts'
import { statementByMonth } from './statement-by-month.ts'
import { type StatementTable, variance } from './statement-cells.ts'
import { defaultStatementRows, type StatementRow } from './statement-rows.ts'

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

/** The first `columns` of a row: actual, budget, variance, full-year budget, forecast and its variance. */
const thousandsOf = (table: StatementTable, row: string, columns = 3) =>
  table.rows
    .find((each) => each.id === row)
    ?.cells.slice(0, columns)
    .map(({ value }) => (value === null ? null : value / 100_000))

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
  ])('%s is %i against %i, a variance of %i', (row, actual, budget, difference) =>
    expect(thousandsOf(table, row)).toEqual([actual, budget, difference]),
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
  expect(table.rows[0]?.cells.map((cell) => cell.withheld)).toEqual([
    undefined,
    'no-data',
    'no-data',
    'no-data',
    undefined,
    undefined,
  ])
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
    rows: [{ id: 'all', label, side: 'cost' as const, accounts: [{ from: '3', to: '8' }], objects: [] }],
  })
  const versions = [version('2019-02', 'senare'), version('2018-01', 'tidigare')]
  const at = (from: string) => () =>
    operatingStatement({ ledger: [], budget: [], period: { from: month(from), until: month('2020-01') }, versions })
  expect(at('2019-01')).not.toThrow()
  expect(at('2017-12')).toThrow('2017-12')
})

const anObject = fc.constantFrom('1:7100', '1:7110', '2:575')
const anAmount = fc.record({
  account: fc.integer({ min: 3000, max: 8999 }).map(String),
  objects: fc.uniqueArray(anObject, { maxLength: 2 }).map((objects) => objects.join(' ')),
  month: fc.constantFrom(month('2019-01'), april),
  amountOre: fc.integer({ min: -1e12, max: 1e12 }),
})

const digits = fc.stringMatching(/^[2-9]\d{0,3}$/)
const aRow: fc.Arbitrary<StatementRow> = fc.record({
  // Names that a line of the statement has already, and the same name twice.
  id: fc.constantFrom('revenue', 'costs', 'result', 'staff', 'unmapped', 'other'),
  label: fc.constantFrom('ett', 'två'),
  side: fc.constantFrom('revenue', 'cost'),
  accounts: fc.array(fc.record({ from: digits, to: digits }), { maxLength: 3 }),
  objects: fc.array(anObject, { maxLength: 2 }),
})
const someRows = fc.oneof(fc.constant(defaultStatementRows[0]!.rows), fc.array(aRow, { minLength: 1, maxLength: 6 }))

test('for any rows and any ledger the rows tie to the ledger in öre, and unmapped amounts are never lost', () =>
  fc.assert(
    fc.property(someRows, fc.array(anAmount, { minLength: 1 }), (rows, ledger) => {
      const versions = [{ from: month('2018-01'), source: 'test', rows }]
      const table = operatingStatement({ ledger, budget: [], period: tertial, versions })
      const value = (id: string) => table.rows.find((row) => row.id === id)?.cells[0]?.value ?? 0
      const ofWhich = (from: string) => {
        const after = table.rows.slice(table.rows.findIndex((row) => row.id === from) + 1)
        const end = after.findIndex((row) => row.kind !== 'of-which')
        return after.slice(0, end).map((row) => row.cells[0]!.value!)
      }
      const total = ledger.reduce((sum, row) => sum - row.amountOre, 0)
      for (const side of ['revenue', 'costs'])
        if (ofWhich(side).length > 0) expect(add(ofWhich(side))).toBe(value(side))
      expect(value('revenue') + value('costs') + value('unmapped')).toBe(value('result'))
      expect(value('result')).toBe(total)
      const byMonth = statementByMonth({ ledger, budget: [], period: tertial, versions })
      expect(add(byMonth.rows.slice(0, -1).map((row) => row.cells[0]!.value ?? 0))).toBe(total)
    }),
    { seed: 1 },
  ))

const add = (amounts: number[]) => amounts.reduce((sum, each) => sum + each, 0)

describe('a row that asks for objects', () => {
  const row = (objects: string[]): StatementRow => ({
    ...{ id: 'north', label: 'norr', side: 'cost', objects },
    accounts: [{ from: '4', to: '7' }],
  })
  const actual = (objects: string[], bookedOn: string) =>
    thousandsOf(
      operatingStatement({
        ledger: [{ ...booked('4511', -7), objects: bookedOn }],
        budget: [],
        period: tertial,
        versions: [{ from: month('2018-01'), source: 'test', rows: [row(objects), { ...row([]), id: 'rest' }] }],
      }),
      'north',
      1,
    )

  test.each([
    [['1:7110'], '1:7110 2:575', -7],
    [['1:7110', '1:7120'], '1:7120', -7],
    [['1:7110', '2:575'], '1:7110 2:575', -7],
    [['1:7110', '2:575'], '1:7110', 0],
    [['1:71'], '1:7110', 0],
    [['1:Norra enheten'], '1:Norra enheten 2:575', -7],
    [['1:7110'], '', 0],
  ])('%j takes of what is tied to "%s": %i', (objects, bookedOn, thousands) =>
    expect(actual(objects, bookedOn)).toEqual([thousands]),
  )
})

describe('the full year', () => {
  const months = Array.from({ length: 12 }, (_, at) => month(`2019-${String(at + 1).padStart(2, '0')}`))
  const everyMonth = (account: string, thousands: number) =>
    months.map((each) => ({ ...budgeted(account, thousands), month: each }))
  const forecast = (row: string, thousands: number) => ({ year: 2019, row, amountOre: thousands * 100_000 })
  const input = {
    ledger: [booked('3511', 10), booked('4511', -40)],
    budget: [...everyMonth('3511', 2), ...everyMonth('4511', -8)],
    period: tertial,
  }

  test('has the budget of its twelve months, and the forecast that somebody has said', () => {
    const table = operatingStatement({ ...input, forecasts: [forecast('assistance', -104)] })
    expect(thousandsOf(table, 'assistance', 6)).toEqual([-40, -32, -8, -96, -104, -8])
    expect(thousandsOf(table, 'revenue', 6)).toEqual([10, 8, 2, 24, null, null])
    expect(thousandsOf(table, 'costs', 6)?.slice(3)).toEqual([-96, -104, -8])
    expect(thousandsOf(table, 'result', 6)?.slice(3)).toEqual([-72, null, null])
  })
  test('sums the forecasts when every row with amounts has one', () => {
    const table = operatingStatement({ ...input, forecasts: [forecast('assistance', -104), forecast('revenue', 25)] })
    expect(thousandsOf(table, 'result', 6)?.slice(3)).toEqual([-72, -79, -7])
  })
  test('is not that of another year', () => {
    const table = operatingStatement({ ...input, forecasts: [{ ...forecast('revenue', 25), year: 2018 }] })
    expect(thousandsOf(table, 'revenue', 6)?.[4]).toBeNull()
  })
  test('has no budget when the file ends in April', () => {
    const table = operatingStatement({ ...input, budget: input.budget.filter((row) => row.month < '2019-05') })
    expect(table.rows[0]?.cells[3]).toMatchObject({ value: null, withheld: 'no-data' })
  })
})

describe('a budget for the year alone', () => {
  const year = { statement: 'operating' as const, account: '4511', label: 'Bistånd', year: 2019, amountOre: 100 }
  const profile = (row: string, weights: number[]) => ({ row, from: month('2019-01'), source: 'utfall 2018', weights })

  test('is shared in twelfths, which is said beside the row, and the months sum to the year', () => {
    const budget = phaseBudget([year], [], defaultStatementRows)
    expect(add(budget.map((each) => each.amountOre))).toBe(100)
    expect(new Set(budget.map((each) => each.amountOre))).toEqual(new Set([8, 9]))
    const table = operatingStatement({ ledger: [], budget, period: tertial })
    expect(table.rows.find((row) => row.id === 'assistance')?.note).toContain('tolftedel')
    expect(table.rows.find((row) => row.id === 'staff')?.note).toBeUndefined()
  })
  test('follows the profile of its row before that of all rows', () => {
    const winter = [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    const all = profile('all', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    const months = (profiles: (typeof all)[]) =>
      phaseBudget([year], profiles, defaultStatementRows).map((each) => each.amountOre)
    expect(months([all, profile('assistance', winter)])).toEqual([50, 50, ...new Array<number>(10).fill(0)])
    expect(months([all, profile('staff', winter)]).at(-1)).toBe(100)
    expect(months([{ ...all, from: month('2020-01') }])[0]).toBe(8)
  })
  test('sums to the year for any amount and weights', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.array(fc.nat(1_000_000), { minLength: 12, maxLength: 12 }).filter((weights) => weights.some(Boolean)),
        (amount, weights) => {
          expect(add(spread(amount, weights))).toBe(amount)
        },
      ),
      { seed: 1 },
    ))
})

test('deficits of 8 000 to February, 12 048 to March and 14 891 to April: the months and what they add up to', () => {
  const deficit = (at: string, thousands: number) => ({ ...booked('4511', thousands), month: month(at) })
  const table = statementByMonth({
    ledger: [
      deficit('2019-01', -3_000),
      deficit('2019-02', -5_000),
      deficit('2019-03', -4_048),
      deficit('2019-04', -2_843),
    ],
    budget: ['2019-01', '2019-02', '2019-03', '2019-04'].map((at) => ({ ...budgeted('4511', 0), month: month(at) })),
    period: tertial,
  })
  const column = (at: number) => table.rows.slice(0, 4).map((row) => row.cells[at]!.value! / 100_000)
  expect(column(2)).toEqual([-3_000, -5_000, -4_048, -2_843])
  expect(column(3)).toEqual([-3_000, -8_000, -12_048, -14_891])
})

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
      [0, -133, 133],
      [0, -158, 158],
      [0, -400, 400],
      [0, -691, 691],
    ])
  })

  test('an account shared by two labels has no actual of its own', () => {
    const shared = [investment('Möbler', '1222', -158), investment('Arbetsmiljö', '1222', -400)]
    const table = investmentStatement({ ledger: [booked('1222', -10)], budget: shared, period: tertial })
    expect(table.rows[0]?.cells[0]).toMatchObject({ value: null, withheld: 'no-data' })
  })
})
