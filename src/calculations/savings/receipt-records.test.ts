import { describe, expect, test } from 'vitest'
import { month, monthIndex } from '../../values/month.ts'
import type { Participations } from '../money-columns.ts'
import { panelOf } from '../panel-of.ts'
import { elapsedBand, interventionOf, receiptRecords, windowOf } from './receipt-records.ts'

const at = (text: string) => monthIndex(month(text))

/** Rows of (household, intervention, first month, last month or nothing). */
function participationsOf(
  ...rows: [household: number, intervention: number, start: string, last?: string][]
): Participations {
  return {
    length: rows.length,
    household: Int32Array.from(rows, ([household]) => household),
    intervention: Int16Array.from(rows, ([, intervention]) => intervention),
    interventions: ['Jobbtorg', 'SYV'],
    start: Int32Array.from(rows, ([, , start]) => at(start)),
    until: Int32Array.from(rows, ([, , , last]) => (last ? at(last) + 1 : -1)),
  }
}

const panel = panelOf({
  first: '2018-01',
  last: '2018-12',
  households: {
    old: { months: '2018-01..2018-03 2018-07', adults: [{ obstacle: 'sick' }] },
    fresh: { months: '2018-04..2018-12', kronorIn: { '2018-06': 0 } },
    never: { months: '', kronorIn: { '2018-05': -100 } },
  },
})

describe('what happened in months with assistance', () => {
  const records = receiptRecords(
    panel,
    participationsOf([1, 0, '2018-05', '2018-06'], [1, 1, '2018-06'], [1, 0, '2018-05']),
  )

  test('is told for households with a net amount above zero only', () => {
    expect([...records.households]).toEqual([0, 1])
    expect([...records.month]).toEqual([0, 1, 2, 6, 3, 4, 6, 7, 8, 9, 10, 11])
  })

  test('is leaving when the next month has none, and not known after the last month of the data', () =>
    expect([...records.left]).toEqual([0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, -1]))

  test('knows for how long, over breaks of up to two months, but for those who were there when the data begin', () => {
    expect([...records.elapsed]).toEqual([-1, -1, -1, 0, 0, 1, 3, 4, 5, 6, 7, 8])
    expect([...records.fromStart]).toEqual([1, 0])
    expect([-1, 0, 2, 3, 12, 500].map(elapsedBand)).toEqual([5, 0, 0, 1, 3, 4])
  })

  test('has one start for an intervention and month, and none in a month without assistance', () => {
    expect([...records.starts.record]).toEqual([5])
    expect([...records.starts.intervention]).toEqual([0])
    expect([...records.starts.offsets]).toEqual([0, 0, 1])
  })

  test('lies in the windows of what has started, from the month of the start', () => {
    const windows = [...records.combination].map((each) => records.combinations[each])
    expect(windows.slice(0, 5)).toEqual([[], [], [], [], []])
    expect(windows.slice(5)).toEqual([[0], [0], [1], [1], [1], [2], [2]])
    expect(interventionOf(windowOf(1, 7))).toBe(1)
  })

  test('may be the start of something when nothing is going on, or when something did start', () => {
    const going = receiptRecords(panel, participationsOf([1, 0, '2018-05', '2018-08'], [1, 1, '2018-08']))
    expect([...going.mayStart].slice(4)).toEqual([1, 1, 0, 1, 0, 0, 0, 0])
  })
})
