import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Payments } from '../calculations/money-columns.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { addMonths, type Month, month, monthIndex } from '../values/month.ts'
import { reconcileLedger } from './reconcile-ledger.ts'
import { reconciliationTable } from './reconciliation-table.ts'

type Row = { household?: number; concerned: string; paid: string | null; known?: string; amount: number }

const payments = (rows: Row[]): Payments => ({
  length: rows.length,
  household: Int32Array.from(rows, ({ household = 1 }) => household),
  concernedMonth: Int32Array.from(rows, (row) => monthIndex(row.concerned as Month)),
  payMonth: Int32Array.from(rows, (row) => (row.paid === null ? -1 : monthIndex(row.paid as Month))),
  knownMonth: Int32Array.from(rows, (row) => monthIndex((row.known ?? '2019-03') as Month)),
  amountOre: Float64Array.from(rows, ({ amount }) => amount),
  purpose: new Int16Array(rows.length).fill(-1),
  purposes: [],
})

const period = { from: month('2019-01'), until: month('2019-03') }
const known = new Map([month('2019-01'), month('2019-02')].map((each) => [each, month('2019-03')]))
const reconcile = (january: number | null, february: number | null, rows: Row[]) =>
  reconcileLedger({
    ledger: new Map(
      [[month('2019-01'), january] as const, [month('2019-02'), february] as const].flatMap(([at, amount]) =>
        amount === null ? [] : [[at, amount] as const],
      ),
    ),
    ledgerKnown: known,
    payments: payments(rows),
    period,
  })
const amounts = ({ months }: ReturnType<typeof reconcile>) =>
  months.map(({ parts, restOre }) => [
    ...[parts.payDates, parts.recoveries, parts.undated, parts.late].map((part) => part.amountOre),
    restOre,
  ])

describe('a difference is explained by', () => {
  // The assistance for February is paid in January.
  const early: Row[] = [
    { concerned: '2019-01', paid: '2019-01', amount: 100 },
    { concerned: '2019-02', paid: '2019-01', amount: 40 },
    { concerned: '2019-02', paid: '2019-02', amount: 7 },
  ]
  test('nothing, when the ledger has what was paid in the month', () => {
    const found = reconcile(140, 7, early)
    expect(found.booking).toEqual({ month: 'pay-month', recoveries: 'on-row' })
    expect(amounts(found)).toEqual([
      [0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ])
  })
  test('the day of payment, when the ledger follows the month that it is for', () => {
    const found = reconcile(100, 47, early)
    expect(found.booking.month).toBe('concerned-month')
    expect(amounts(found)).toEqual([
      [-40, 0, 0, 0, 0],
      [40, 0, 0, 0, 0],
    ])
  })
  test('recoveries, when they are booked on another row', () => {
    const found = reconcile(140, 7, [...early, { concerned: '2019-01', paid: '2019-02', amount: -30 }])
    expect(found.booking).toEqual({ month: 'pay-month', recoveries: 'elsewhere' })
    expect(amounts(found)[1]).toEqual([0, 30, 0, 0, 0])
  })
  test('payments without a day of payment, in the month that they are for', () =>
    expect(amounts(reconcile(145, 7, [...early, { concerned: '2019-01', paid: null, amount: 5 }]))[0]).toEqual([
      ...[0, 0, 5, 0, 0],
    ]))
  test('what became known after the ledger', () =>
    expect(
      amounts(reconcile(140, 7, [...early, { concerned: '2019-01', paid: '2019-01', known: '2019-04', amount: 9 }]))[0],
    ).toEqual([0, 0, 0, -9, 0]))
  test('and what is left is shown as unexplained', () =>
    expect(amounts(reconcile(140, 8, early))[1]).toEqual([0, 0, 0, 0, 1]))
  test('a month without a ledger has no rest, which is not zero', () => {
    const { months } = reconcile(140, null, early)
    expect(months[1]).toMatchObject({ ledgerOre: null, restOre: null })
  })
})

const aMonth = fc.integer({ min: -2, max: 3 }).map((offset) => addMonths(period.from, offset))
const aRow: fc.Arbitrary<Row> = fc.record({
  household: fc.nat(8),
  concerned: aMonth,
  paid: fc.option(aMonth, { nil: null }),
  known: aMonth,
  amount: fc.integer({ min: -1e9, max: 1e9 }),
})

test('for any ledger and payments the parts and the rest are the whole difference, in öre', () =>
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.array(aRow, { maxLength: 30 }), (january, february, rows) => {
      for (const { ledgerOre, paid, parts, restOre } of reconcile(january, february, rows).months) {
        const sum = Object.values(parts).reduce((all, part) => all + part.amountOre, 0)
        expect(paid.amountOre + sum + restOre!).toBe(ledgerOre)
      }
    }),
    { seed: 1 },
  ))

describe('published', () => {
  const limits = disclosureLimits[0]!.value
  const many = Array.from({ length: 6 }, (_, household): Row[] => [
    { household, concerned: '2019-01', paid: '2019-01', amount: 100 },
    { household, concerned: '2019-02', paid: '2019-02', amount: 100 },
  ]).flat()
  const table = (rows: Row[], january = 600, february = 600) => {
    const { months, booking } = reconcile(january, february, rows)
    return reconciliationTable(months, booking, period, limits)
  }

  test('the columns of a row sum to its difference, and the months to the sum', () => {
    const { rows, columns } = table(many, 600, 611)
    const value = (row: number, id: string) => rows[row]!.cells[columns.findIndex((column) => column.id === id)]!.value
    expect([value(0, 'difference'), value(1, 'difference'), value(2, 'difference')]).toEqual([0, 11, 11])
    expect(value(1, 'rest-difference')).toBe(11)
  })
  test('what four households were paid without a day is withheld, and so is what would give it away', () => {
    const { rows } = table([...many, { household: 1, concerned: '2019-01', paid: null, amount: 5 }], 605)
    expect(rows.map(({ cells }) => [cells[6]!.withheld, cells[8]!.withheld])).toEqual([
      ['too-few', 'reveals-another'],
      [undefined, undefined],
      ['reveals-another', 'reveals-another'],
    ])
  })
  test('a month in which few were paid shows its ledger alone', () => {
    const { rows } = table(many.slice(0, 3), 200, 100)
    expect(rows.map(({ cells }) => cells.map((cell) => cell.value))).toEqual([
      [200, ...new Array(8).fill(null)],
      [100, ...new Array(8).fill(null)],
      [300, ...new Array(8).fill(null)],
    ])
  })
})
