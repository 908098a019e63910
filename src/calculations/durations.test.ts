import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { durationClass, snapshot, stillOngoing, throughput } from './durations.ts'
import { panelOf, type Situation } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'

const at = (text: string) => monthIndex(month(text))
const prepared = (households: Situation['households']) =>
  preparePanel(panelOf({ first: '2017-01', last: '2019-12', households }), 2)

test('the classes of a year leave no month out: nine months are 7–9, ten are 10–12', () => {
  expect([1, 3, 4, 6, 7, 9, 10, 12].map((months) => durationClass(months, [3, 6, 9]))).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
})

test('an entry cohort is followed to the end of a month, gaps inside a spell included', () => {
  const panel = prepared({
    before: { months: '2017-10..2018-02' },
    short: { months: '2018-01..2018-02' },
    gap: { months: '2018-03 2018-06' },
    justEnded: { months: '2018-12..2019-02' },
    ongoing: { months: '2018-05..2019-12' },
  })
  const cohort = { from: at('2018-01'), until: at('2019-01') }
  expect([...throughput(panel, cohort, at('2019-04')).months].toSorted()).toEqual([stillOngoing, stillOngoing, 2, 4])
  expect([...throughput(panel, cohort, at('2019-05')).months].toSorted()).toEqual([stillOngoing, 2, 3, 4])
})

test('a spell that may have begun before the data has no known length and is left out of a cohort', () => {
  const panel = prepared({ unknown: { months: '2017-03' }, known: { months: '2017-04' } })
  expect(throughput(panel, { from: at('2017-01'), until: at('2018-01') }, at('2018-12')).months.length).toBe(1)
})

test('a snapshot counts from the first month of the spell, and says for how many that month is not known', () => {
  const panel = prepared({
    old: { months: '2017-01..2019-12' },
    paused: { months: '2019-01..2019-10' },
    gone: { months: '2019-01..2019-09' },
    later: { months: '2018-01..2018-02 2019-12' },
  })
  const { months, leftUnknown } = snapshot(panel, at('2019-12'))
  expect([...months].toSorted()).toEqual([1, 12, 36])
  expect(leftUnknown).toBe(1)
})

test('a snapshot of an earlier month knows nothing of what came later', () => {
  const panel = prepared({
    back: { months: '2018-01..2018-06 2019-01..2019-05' },
    gone: { months: '2018-02..2018-03' },
    later: { months: '2018-07..2019-12' },
  })
  expect([...snapshot(panel, at('2018-06')).months]).toEqual([6])
  expect([...snapshot(panel, at('2019-05')).months].toSorted()).toEqual([11, 5])
})

test('each spell of a cohort stands with the row of its first month', () => {
  const panel = prepared({ early: { months: '2017-06..2017-08' }, late: { months: '2018-03..2018-04' } })
  const { selection } = throughput(panel, { from: at('2018-01'), until: at('2019-01') }, at('2018-12'))
  expect([...selection.rows]).toEqual([3])
})
