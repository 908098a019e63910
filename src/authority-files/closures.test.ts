import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { type ClosureCodes, closureMonth, closureTable, codesIn, reasons, withoutCode } from './closures.ts'

const may = month('2019-05')
const limits = { smallestCount: 5, smallestDenominator: 20 }
const count = (reason: (typeof reasons)[number], households: number, isProtected = false) => ({
  ...{ month: may, reason, households, isProtected },
})
const codes = (from: string, list: Record<string, string> = {}): ClosureCodes => ({ from, source: from, codes: list })

test('is delivered by the 15th of the month after, at the latest four months after', () => {
  expect(closureMonth(month('2019-11'))).toEqual({ month: '2019-11', due: '2019-12-15', last: '2020-03-15' })
})

test('the codes of a month are the latest from then or before', () => {
  const lists = [codes('2019-06'), codes('2018-01'), codes('2019-01')]
  expect(codesIn(may, lists)?.from).toBe('2019-01')
  expect(codesIn(month('2017-12'), lists)).toBeNull()
})

describe('the table', () => {
  const valueOf = (id: string, counts: ReturnType<typeof count>[]) =>
    closureTable(may, counts, null, limits).rows.find((row) => row.id === id)!.cells[0]!.value

  test('counts the month’s closings by reason, and leaves protected households out of it', () => {
    const counts = [count('studies', 12), count('work-unsubsidised', 30), count('studies', 3, true)]
    expect([valueOf('studies', counts), valueOf('all', counts)]).toEqual([12, 42])
    expect(valueOf('all', [{ ...count('studies', 12), month: month('2019-04') }])).toBe(0)
  })

  test('shows no small count, and none that a small one could be told from', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: reasons.length, maxLength: reasons.length }), (numbers) => {
        const counts = numbers.flatMap((households, at) => (households > 0 ? [count(reasons[at]!, households)] : []))
        const { rows } = closureTable(may, counts, null, limits)
        const shown = rows.map(({ cells }) => cells[0]!.value)
        expect(shown.filter((value) => value !== null && value > 0 && value < 5)).toEqual([])
        const hidden = rows.slice(0, -1).filter(({ cells }) => cells[0]!.value === null)
        if (shown.at(-1) !== null) expect(hidden.length).not.toBe(1)
      }),
      { seed: 6, numRuns: 100 },
    )
  })

  test('says which reasons have been used and lack a code, and nothing of protected households by that', () => {
    const counts = [count('studies', 12), count('moved-away', 6), count('deceased', 1, true)]
    expect(withoutCode(may, counts, codes('2019-01', { studies: '2' }))).toEqual(['moved-away'])
    expect(withoutCode(may, counts, null)).toEqual(['studies', 'moved-away'])
  })
})
