import { expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { bandsOf, stacked, yearsOf } from './timeline-layout.ts'

const of = (text: string, label: string) => ({ month: month(text), label })
const period = (from: string, until: string) => ({ from: month(from), until: month(until) })

test('months in a row with the same label become one band, across the turn of the year', () =>
  expect(bandsOf([of('2019-01', 'sjuk'), of('2018-12', 'sjuk'), of('2019-02', 'arbetslös')])).toEqual([
    { ...period('2018-12', '2019-02'), label: 'sjuk' },
    { ...period('2019-02', '2019-03'), label: 'arbetslös' },
  ]))

test('a month without anything ends the band', () =>
  expect(bandsOf([of('2019-01', 'sjuk'), of('2019-03', 'sjuk')])).toHaveLength(2))

test('what overlaps goes in rows of its own, what follows shares a row', () => {
  const [long, inside, after] = [
    period('2019-01', '2019-06'),
    period('2019-02', '2019-03'),
    period('2019-06', '2019-07'),
  ]
  expect(stacked([after, inside, long])).toEqual([[long, after], [inside]])
})

test('years are as wide as their months', () =>
  expect(yearsOf(period('2018-11', '2020-02'))).toEqual([
    { year: '2018', months: 2 },
    { year: '2019', months: 12 },
    { year: '2020', months: 1 },
  ]))
