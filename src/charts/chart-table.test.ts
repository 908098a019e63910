import { describe, expect, test } from 'vitest'
import { sampleCharts } from '../../test/support/sample-charts.ts'
import { rowText, tableCellText, tableOf } from './chart-table.ts'

const tableOfKind = (kind: string) => tableOf(sampleCharts.find((chart) => chart.kind === kind)!)

describe.each(sampleCharts)('the table of $kind', (chart) => {
  const { columns, rows } = tableOf(chart)
  test('has a cell for every column of every row, and no column name twice', () => {
    expect(rows.length).toBeGreaterThan(0)
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length)
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
  })
})

describe('a table tells all that the chart draws', () => {
  test('of series: a column each', () => {
    expect(tableOfKind('line').rows[2]).toEqual({ label: 'mars 2019', cells: [null, 601] })
    expect(rowText(tableOfKind('line'), 2)).toBe('mars 2019: 2019 .., 2018 601')
    expect(rowText(tableOfKind('horizontal-bars'), 2)).toBe('mars 2019: \u221272')
  })

  test('of curves: a row for each time with the share, its bounds, and how many are followed', () => {
    const { rowLabel, columns, rows } = tableOfKind('survival')
    expect(rowLabel).toBe('månader sedan start')
    expect(columns.slice(0, 5).map(({ label, unit }) => [label, unit])).toEqual([
      ['Kvinnor, kvar med bistånd', 'share'],
      ['Kvinnor, nedre gräns', 'share'],
      ['Kvinnor, övre gräns', 'share'],
      ['Kvinnor, antal kvar att följa', 'count'],
      ['Kvinnor, slutade följas', 'count'],
    ])
    expect(rows).toHaveLength(36)
    expect(rows[0]).toMatchObject({ label: '1' })
    expect(rows[0]?.cells.slice(0, 5)).toEqual([0.955, null, null, 412, 0])
    expect(rows[4]?.cells[4]).toBe(3)
  })

  test('of curves with times of their own: an empty cell where a curve has no value, and times in order', () => {
    const chart = sampleCharts.find((each) => each.kind === 'survival')!
    const [one, other] = chart.curves as [(typeof chart.curves)[0], (typeof chart.curves)[0]]
    const { rows } = tableOf({
      ...chart,
      curves: [
        { ...one, time: [10, 12] },
        { ...other, time: [2, 12] },
      ],
    })
    expect(rows.map(({ label }) => label)).toEqual(['2', '10', '12'])
    expect(rows[0]?.cells.slice(0, 5)).toEqual(['', '', '', '', ''])
    expect(rows[0]?.cells[5]).toBe(0.9299999999999999)
    expect(tableOf({ ...chart, curves: [one] }).columns[0]?.label).toBe('kvar med bistånd')
  })

  test('of balance: before and after', () => {
    expect(tableOfKind('balance').columns.map(({ label }) => label)).toEqual(['Före', 'Efter'])
    expect(rowText(tableOfKind('balance'), 0)).toBe('Ålder: Före 0,62, Efter 0,03')
  })

  test('of a fan: history without forecast, forecast without history, bands and budget', () => {
    const { columns, rows } = tableOfKind('fan')
    expect(columns.map(({ label }) => label.replace('\u00a0', ' '))).toEqual([
      'Utfall',
      'Prognos',
      'Intervall 90 %, nedre gräns',
      'Intervall 90 %, övre gräns',
      'Intervall 80 %, nedre gräns',
      'Intervall 80 %, övre gräns',
      'Budget',
    ])
    expect(rows[0]?.cells).toEqual([560, '', '', '', '', '', null])
    expect(rows[13]?.cells[0]).toBeNull()
    expect(rows[30]).toEqual({ label: 'juli 2019', cells: ['', 612, 591, 633, 598, 626, 590] })
  })

  test('of suppression: the count or the letter', () =>
    expect(tableOfKind('suppression').rows[1]?.cells).toEqual([64, 'P', 'S', 12, 86]))

  test('of intervals: estimate and bounds', () => {
    expect(tableOfKind('intervals').rows[3]).toEqual({ label: 'Närmaste granne', cells: [-0.4, null, null] })
    expect(tableOfKind('intervals').columns.map(({ label }) => label)).toEqual([
      'Skattning',
      'nedre gräns',
      'övre gräns',
    ])
  })
})

test('a cell is written with its unit, two dots where a value is missing and nothing where there can be none', () => {
  expect([tableCellText(0.5, 'share'), tableCellText(null, 'count'), tableCellText('', 'count')]).toEqual([
    '50,0\u00a0%',
    '..',
    '',
  ])
  expect(rowText({ rowLabel: '', columns: [], rows: [] }, 3)).toBe(': ')
})
