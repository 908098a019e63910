import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Payments } from '../calculations/money-columns.ts'
import { type Month, monthFromIndex, monthIndex } from '../values/month.ts'
import { type PaymentSum, type PaymentSums, paymentSums } from './payment-sums.ts'

type Row = { household: number; concerned: number; pay: number; known: number; amount: number }

const columns = (rows: readonly Row[]): Payments => ({
  length: rows.length,
  household: Int32Array.from(rows, ({ household }) => household),
  concernedMonth: Int32Array.from(rows, ({ concerned }) => concerned),
  payMonth: Int32Array.from(rows, ({ pay }) => pay),
  knownMonth: Int32Array.from(rows, ({ known }) => known),
  amountOre: Float64Array.from(rows, ({ amount }) => amount),
  purpose: new Int16Array(rows.length).fill(-1),
  purposes: [],
})

const january = monthIndex('2019-01' as Month)
const aMonth = fc.integer({ min: january, max: january + 4 })
const aRow: fc.Arbitrary<Row> = fc.record({
  household: fc.nat(5),
  concerned: aMonth,
  pay: fc.oneof(aMonth, fc.constant(-1)),
  known: aMonth,
  amount: fc.integer({ min: -1e9, max: 1e9 }),
})
const someRows = fc
  .array(aRow, { maxLength: 30 })
  .map((rows) => rows.toSorted((one, other) => one.household - other.household))
const someKnown = fc
  .array(fc.option(aMonth), { minLength: 5, maxLength: 5 })
  .map(
    (months) =>
      new Map(
        months.flatMap((known, at): [Month, Month][] =>
          known === null ? [] : [[monthFromIndex(january + at), monthFromIndex(known)]],
        ),
      ),
  )

/** By its definition: the rows of a month, looked for anew for each sum. */
function plainSums(rows: readonly Row[], ledgerKnown: ReadonlyMap<Month, Month>, month: number): PaymentSums {
  const known = ledgerKnown.get(monthFromIndex(month))
  const isLate = (row: Row) => known !== undefined && row.known > monthIndex(known)
  const paid = rows.filter(({ pay }) => pay === month)
  const concerned = rows.filter((row) => row.pay >= 0 && row.concerned === month)
  const undated = rows.filter((row) => row.pay < 0 && row.concerned === month)
  const outgoing = ({ amount }: Row) => amount >= 0
  const recovery = ({ amount }: Row) => amount < 0
  return {
    paid: partOf(paid.filter(outgoing)),
    recovered: partOf(paid.filter(recovery)),
    latePaid: partOf(paid.filter(isLate).filter(outgoing)),
    lateRecovered: partOf(paid.filter(isLate).filter(recovery)),
    concernedPaid: partOf(concerned.filter(outgoing)),
    concernedRecovered: partOf(concerned.filter(recovery)),
    concernedLatePaid: partOf(concerned.filter(isLate).filter(outgoing)),
    concernedLateRecovered: partOf(concerned.filter(isLate).filter(recovery)),
    undatedPaid: partOf(undated.filter(outgoing)),
    undatedRecovered: partOf(undated.filter(recovery)),
  }
}

const partOf = (rows: readonly Row[]): PaymentSum => ({
  amountOre: rows.reduce((sum, { amount }) => sum + amount, 0),
  households: new Set(rows.map(({ household }) => household)).size,
})

test('the sums of every month, counted in one pass, are those of the rows looked for month by month', () =>
  fc.assert(
    fc.property(someRows, someKnown, (rows, ledgerKnown) => {
      const sumsOf = paymentSums(columns(rows), ledgerKnown)
      for (let month = january - 1; month <= january + 5; month++)
        expect(sumsOf(monthFromIndex(month))).toEqual(plainSums(rows, ledgerKnown, month))
    }),
    { seed: 1 },
  ))

test('what is late is judged by the ledger that is asked about, also when the payments are the same', () => {
  const late = columns([{ household: 1, concerned: january, pay: january, known: january + 2, amount: 700 }])
  const latePaid = (known: Month) =>
    paymentSums(late, new Map([['2019-01' as Month, known]]))('2019-01' as Month).latePaid
  expect(latePaid('2019-02' as Month)).toEqual({ amountOre: 700, households: 1 })
  expect(latePaid('2019-03' as Month)).toEqual({ amountOre: 0, households: 0 })
})
