import { expect, test } from 'vitest'
import { month } from '../values/month.ts'
import type { SeriesChart } from './chart.ts'
import { chartSvg } from './chart-svg.tsx'
import { markLines, marksAlong } from './marks.ts'
import { monthCategory } from './month-category.ts'

const months = ['2019-01', '2019-02', '2019-03', '2019-04'].map(month)
const happened = (on: string, text: string) => ({ on, text })

test('what happened is numbered by its day, and what lies outside the months has no place', () =>
  expect(
    marksAlong(months, [
      happened('2019-04-30', 'sist'),
      happened('2018-12-31', 'före'),
      happened('2019-01-01', 'först'),
      happened('2019-05-01', 'efter'),
    ]),
  ).toEqual([
    { number: 1, at: 0, text: 'först' },
    { number: 2, at: 3, text: 'sist' },
  ]))

test('two in the same month share a line', () => {
  const marks = marksAlong(months, [
    happened('2019-03-20', 'b'),
    happened('2019-03-04', 'a'),
    happened('2019-04-01', 'c'),
  ])
  expect(markLines(marks)).toEqual([
    { at: 2, label: '1, 2' },
    { at: 3, label: '3' },
  ])
})

test.each(['line', 'bars'] as const)(
  'in the first month of a chart of %s the number stands clear of the axis',
  (kind) => {
    const head = {
      kind,
      title: 'Hushåll',
      description: '',
      unit: 'count',
      unitLabel: 'hushåll',
      categoryLabel: '',
    } as const
    const drawn = chartSvg({
      ...{ ...head, categories: months.map(monthCategory) },
      series: [{ id: 'now', name: '2019', values: [599, 601, 602, 603] }],
      marks: marksAlong(months, [happened('2019-01-01', 'Först')]),
    })
    const axis = Number(/<line x1="([\d.]+)"/.exec(drawn)?.[1])
    const badge = Number(/<rect x="([\d.]+)"[^>]* rx="7"/.exec(drawn)?.[1])
    expect(badge).toBeGreaterThanOrEqual(axis)
  },
)

test.each(['line', 'bars', 'stacked-bars'] as const)(
  'a chart of %s draws the line and tells of it in words',
  (kind) => {
    const chart: SeriesChart = {
      ...{
        kind,
        title: 'Hushåll',
        description: 'Så många.',
        unit: 'count',
        unitLabel: 'hushåll',
        categoryLabel: 'Månad',
      },
      categories: months.map(monthCategory),
      series: [{ id: 'now', name: '2019', values: [599, 601, 602, 603] }],
    }
    const plain = chartSvg(chart)
    const marked = chartSvg({ ...chart, marks: marksAlong(months, [happened('2019-03-04', 'Coach inom en vecka')]) })
    const lines = (svg: string) => svg.match(/stroke-dasharray="3 3"/g)?.length ?? 0
    expect([lines(plain), lines(marked)]).toEqual([0, 1])
    expect(marked).toContain('<desc>Så många. 1: Coach inom en vecka.</desc>')
  },
)
