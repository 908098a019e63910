import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month, monthFromIndex, monthIndex } from '../../values/month.ts'
import { panelOf } from '../panel-of.ts'
import { explainVariance, type ExplainedVariance, type VarianceQuestion } from './explain-variance.ts'
import { type PaymentSituation, paymentsOf } from '../payments-of.ts'

const months = (from: string, until: string) => ({ from: monthIndex(month(from)), until: monthIndex(month(until)) })
const january = { before: months('2018-01', '2018-02'), after: months('2019-01', '2019-02') }

/** Household 0 is a single without children, 1 has two children, 2 is another single, 3 another with children. */
const panel = panelOf({
  first: '2018-01',
  last: '2019-12',
  households: {
    one: { months: '2018-01..2019-12' },
    two: { months: '2018-01..2019-12', children: [4, 7] },
    three: { months: '2018-01..2019-12' },
    four: { months: '2018-01..2019-12', children: [9] },
  },
})

const explain = (payments: PaymentSituation[], question: Partial<VarianceQuestion> = {}): ExplainedVariance =>
  explainVariance(panel, paymentsOf(payments), {
    ...january,
    ledger: null,
    bookedIn: 'pay-month',
    oneOffs: new Set(),
    normRatio: null,
    ...question,
  })

const kronor = ({ parts }: ExplainedVariance) =>
  Object.fromEntries(Object.entries(parts).flatMap(([cause, ore]) => (ore === 0 ? [] : [[cause, ore / 100]])))

const paid = (household: number, kronorPaid: number, of: string, more: Partial<PaymentSituation> = {}) => ({
  household,
  kronor: kronorPaid,
  for: of,
  ...more,
})

describe('a change has the cause that alone has changed', () => {
  test('nothing has changed: every part is zero', () => {
    const { change, parts } = explain([paid(0, 8000, '2018-01'), paid(0, 8000, '2019-01')])
    expect([change, ...Object.values(parts)]).toEqual(Array(10).fill(0))
  })

  test('one more of the same kind at the same cost is volume', () => {
    const found = explain([paid(0, 8000, '2018-01'), paid(0, 8000, '2019-01'), paid(2, 8000, '2019-01')])
    expect(kronor(found)).toEqual({ volume: 8000 })
    expect(found.householdMonths).toEqual({ before: 1, after: 2 })
  })

  test('as many, but more of those that cost more, is mix', () => {
    const before = [paid(0, 6000, '2018-01'), paid(2, 6000, '2018-01'), paid(1, 12_000, '2018-01')]
    const after = [paid(0, 6000, '2019-01'), paid(1, 12_000, '2019-01')]
    // Two where three were is a volume of −8 000; half with children where a third had, at 2 × 9 000 against 2 × 8 000, is mix.
    expect(kronor(explain([...before, ...after]))).toEqual({ volume: -8000, mix: 2000 })
  })

  test('what each costs more is price, and of it the norm where its change is known', () => {
    const payments = [paid(0, 8000, '2018-01'), paid(0, 8400, '2019-01')]
    expect(kronor(explain(payments))).toEqual({ price: 400 })
    expect(kronor(explain(payments, { normRatio: 1.02 }))).toEqual({ norm: 160, price: 240 })
  })

  test('what is paid once is one-off, and what is paid back a recovery', () => {
    const payments = [
      paid(0, 8000, '2018-01'),
      paid(0, 8000, '2019-01'),
      paid(0, 3000, '2019-01', { purpose: 'Tandvård' }),
      paid(0, -500, '2019-01', { purpose: 'Återkrav' }),
    ]
    const oneOffs = new Set([paymentsOf(payments).purposes.indexOf('Tandvård')])
    expect(kronor(explain(payments, { oneOffs }))).toEqual({ 'one-offs': 3000, recoveries: -500 })
  })

  test('the same months paid in another period is pay dates', () => {
    const payments = [paid(0, 8000, '2018-01'), paid(0, 8000, '2019-01'), paid(0, 7000, '2019-02', { paid: '2019-01' })]
    expect(kronor(explain(payments))).toEqual({ 'pay-dates': 7000 })
  })

  test('a ledger that books by the month a payment is for has no pay dates to explain', () => {
    const payments = [paid(0, 8000, '2018-01'), paid(0, 8000, '2019-01', { paid: '2019-02' })]
    const ledger = { before: 800_000, after: 800_000 }
    expect(kronor(explain(payments, { ledger, bookedIn: 'concerned-month' }))).toEqual({})
    expect(kronor(explain(payments, { ledger }))).toEqual({ 'pay-dates': -8000, ledger: 8000 })
  })

  test('a payment without a pay day is taken as paid in the month it is for', () => {
    expect(kronor(explain([paid(0, 8000, '2018-01', { paid: null, known: '2018-01' })]))).toEqual({ volume: -8000 })
  })

  test('what the year before was registered later than this year can have been is late registration', () => {
    const payments = [
      paid(0, 8000, '2018-01', { known: '2018-02' }),
      paid(2, 5000, '2018-01', { known: '2018-06' }),
      paid(0, 8000, '2019-01', { known: '2019-02' }),
    ]
    expect(kronor(explain(payments))).toEqual({ 'late-registration': -5000 })
  })

  test('nothing is late when the register was filled at once', () => {
    const known = '2019-02'
    const payments = [
      paid(0, 8000, '2018-01', { known }),
      paid(2, 8000, '2018-01', { known }),
      paid(0, 8000, '2019-01', { known }),
    ]
    expect(kronor(explain(payments))).toEqual({ volume: -8000 })
  })

  test('what the ledger has and the case system has not stands by itself', () => {
    const payments = [paid(0, 8000, '2018-01'), paid(0, 8000, '2019-01')]
    const found = explain(payments, { ledger: { before: 800_000, after: 850_000 } })
    expect(kronor(found)).toEqual({ ledger: 500 })
    expect([found.before, found.after]).toEqual([800_000, 850_000])
  })
})

const anyMonth = fc
  .integer({ min: monthIndex(month('2018-01')), max: monthIndex(month('2019-12')) })
  .map(monthFromIndex)
const anyPayment = fc.record({
  household: fc.integer({ min: 0, max: 3 }),
  for: anyMonth,
  kronor: fc.integer({ min: -9000, max: 30_000 }).map((whole) => whole + 0.01),
  paid: fc.option(anyMonth),
  known: anyMonth,
  purpose: fc.constantFrom('Försörjningsstöd', 'Tandvård', 'Återkrav'),
})
const anyRange = fc
  .tuple(anyMonth, fc.integer({ min: 1, max: 12 }))
  .map(([from, length]) => ({ from: monthIndex(from), until: monthIndex(from) + length }))

test('whatever the data, the parts are whole öre and sum to the change', () => {
  fc.assert(
    fc.property(
      fc.array(anyPayment, { maxLength: 60 }),
      anyRange,
      anyRange,
      fc.option(fc.record({ before: fc.integer({ min: -1e9, max: 1e9 }), after: fc.integer({ min: -1e9, max: 1e9 }) })),
      fc.constantFrom('pay-month' as const, 'concerned-month' as const),
      fc.option(fc.double({ min: 0.8, max: 1.3, noNaN: true })),
      (situations, before, after, ledger, bookedIn, normRatio) => {
        const payments = paymentsOf(situations)
        payments.amountOre.forEach((ore, row) => (payments.amountOre[row] = Math.round(ore)))
        const oneOffs = new Set([payments.purposes.indexOf('Tandvård')])
        const found = explainVariance(panel, payments, { before, after, ledger, bookedIn, oneOffs, normRatio })
        const parts = Object.values(found.parts)
        expect(parts.every(Number.isInteger)).toBe(true)
        expect(parts.reduce((sum, ore) => sum + ore, 0)).toBe(found.change)
        expect(found.change).toBe(found.after - found.before)
      },
    ),
    { seed: 5, numRuns: 500 },
  )
})
