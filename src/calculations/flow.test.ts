import fc from 'fast-check'
import { expect, test } from 'vitest'
import { month, monthFromIndex, monthIndex } from '../values/month.ts'
import {
  flowKnownFrom,
  inflow,
  outflow,
  paidInMonth,
  pausedAtEndOf,
  returns,
  stockAfter,
  stockAtEndOf,
} from './flow.ts'
import { panelOf } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'
import type { Selection } from './selection.ts'

const at = (text: string) => monthIndex(month(text))
const period = (from: string, last: string) => ({ from: at(from), until: at(last) + 1 })
const sizes = (...selections: Selection[]) => selections.map(({ rows }) => rows.length)

const prepared = (months: Record<string, string>, allowedGap = 2) =>
  preparePanel(
    panelOf({
      first: '2018-01',
      last: '2019-12',
      households: Object.fromEntries(Object.entries(months).map(([name, text]) => [name, { months: text }])),
    }),
    allowedGap,
  )

test('449 ongoing, 620 in and 691 out leave 378, whatever a report says', () =>
  expect(stockAfter(449, 620, 691)).toBe(378))

test('a gap of two months is neither out nor in, and the household is ongoing and paused meanwhile', () => {
  const panel = prepared({ A: '2018-06..2018-08 2018-11..2019-12' })
  expect(sizes(inflow(panel, period('2018-07', '2019-12')), outflow(panel, period('2018-07', '2019-12')))).toEqual([
    0, 0,
  ])
  expect(sizes(stockAtEndOf(panel, at('2018-10')), pausedAtEndOf(panel, at('2018-10')))).toEqual([1, 1])
})

test('a household leaves in its third month without, and comes in again when it is back after that', () => {
  const panel = prepared({ A: '2018-05 2018-10' })
  const monthsOf = (select: typeof inflow) =>
    Array.from({ length: 20 }, (_, offset) => at('2018-04') + offset)
      .filter((each) => select(panel, { from: each, until: each + 1 }).rows.length > 0)
      .map(monthFromIndex)
  expect(monthsOf(inflow)).toEqual(['2018-05', '2018-10'])
  expect(monthsOf(outflow)).toEqual(['2018-08', '2019-01'])
})

test('a household that changes unit neither leaves nor comes', () => {
  const panel = preparePanel(
    panelOf({
      first: '2018-01',
      last: '2018-12',
      households: { A: { months: '2018-01..2018-12', unit: 'A', unitFrom: { '2018-07': 'B' } } },
    }),
    2,
  )
  expect(sizes(inflow(panel, period('2018-04', '2018-12')), outflow(panel, period('2018-04', '2018-12')))).toEqual([
    0, 0,
  ])
})

const anyRegister = fc.array(fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), { maxLength: 8 })
const asText = (paid: boolean[]) =>
  paid.flatMap((each, index) => (each ? [monthFromIndex(at('2018-01') + index)] : [])).join(' ')

test('stock before plus inflow minus outflow is the stock at the end, for any data, gap rule and period', () => {
  fc.assert(
    fc.property(anyRegister, fc.nat(3), fc.nat(23), fc.nat(23), (register, allowedGap, start, length) => {
      const panel = prepared(Object.fromEntries(register.map((paid, index) => [`H${index}`, asText(paid)])), allowedGap)
      const from = Math.max(at('2018-01') + start, flowKnownFrom(panel))
      const until = Math.min(from + length, panel.untilMonth)
      fc.pre(until > from)
      const [before, entered, left, end] = sizes(
        stockAtEndOf(panel, from - 1),
        inflow(panel, { from, until }),
        outflow(panel, { from, until }),
        stockAtEndOf(panel, until - 1),
      )
      expect(stockAfter(before!, entered!, left!)).toBe(end)
      const [paid, paused] = sizes(paidInMonth(panel, until - 1), pausedAtEndOf(panel, until - 1))
      expect(paid! + paused!).toBe(end)
    }),
    { seed: 7, numRuns: 80 },
  )
})

test('only those who can be followed for so long count, and a return counts up to and including the last month', () => {
  const panel = prepared({
    back: '2018-03 2018-09',
    later: '2018-03 2018-10',
    never: '2018-04',
    tooLate: '2019-08',
  })
  const all = returns(panel, period('2018-01', '2019-12'), 6)
  // The three first spells and the two that followed could be followed; the one of August 2019 could not.
  expect(sizes(all.exits, all.returned)).toEqual([5, 1])
  expect(all.withoutFollowUp).toBe(1)
  expect(sizes(returns(panel, period('2018-01', '2018-12'), 12).returned)).toEqual([2])
})

test('one who is back after the followed months has not returned, and another household is no return', () => {
  const panel = prepared({ A: '2018-03 2018-10', B: '2018-12' })
  expect(sizes(returns(panel, period('2018-01', '2018-12'), 6).returned)).toEqual([0])
  expect(sizes(returns(panel, period('2018-01', '2018-12'), 7).returned)).toEqual([1])
  expect(sizes(returns(panel, period('2018-04', '2018-12'), 7).returned)).toEqual([0])
})

test('a period without exits that can be followed has none, and all its exits are without follow-up', () => {
  const panel = prepared({ A: '2019-03', B: '2019-08' })
  const { exits, withoutFollowUp } = returns(panel, period('2019-07', '2019-12'), 12)
  expect([exits.rows.length, withoutFollowUp]).toEqual([0, 1])
})

test('inflow is the first months of spells, outflow their last, and the paused have the row of the last month', () => {
  const panel = prepared({ A: '2018-05..2018-06', B: '2019-05..2019-06' })
  expect([...inflow(panel, period('2018-05', '2019-05')).rows]).toEqual([0, 2])
  expect([...outflow(panel, period('2018-09', '2018-09')).rows]).toEqual([1])
  expect([...returns(panel, period('2018-06', '2019-06'), 3).exits.rows]).toEqual([1, 3])
  expect([...pausedAtEndOf(panel, at('2018-08')).rows]).toEqual([1])
  expect(sizes(stockAtEndOf(panel, at('2018-09')), paidInMonth(panel, at('2018-07')))).toEqual([0, 0])
  expect(flowKnownFrom(panel)).toBe(at('2018-04'))
})
