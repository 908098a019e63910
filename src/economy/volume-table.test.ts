import { describe, expect, test } from 'vitest'
import { month } from '../values/month.ts'
import { projectedFlow, requiredAverage } from './rest-of-year.ts'
import { stockFlow, stockFlowLabels } from './stock-flow.ts'
import { type VolumeRow, volumeTable } from './volume-table.ts'

test('to reach 550 after four months of 602 the rest of the year must average 524', () => {
  expect(requiredAverage(550, 602, 4)).toBe(524)
  expect(requiredAverage(550, 602, 12)).toBeNull()
})

test('4 518 days of care in four months is 13 554 a year', () => expect(projectedFlow(4518, 4)).toBe(13_554))

describe('449 at the start, 620 started and 691 ended', () => {
  test('leave 378, so 1 040 is a finding', () =>
    expect(stockFlow(449, 620, 691, 1040)).toMatchObject({ expected: 378, reported: 1040 }))
  test('378 is none, and neither is what is not known', () => {
    expect(stockFlow(449, 620, 691, 378)).toBeNull()
    expect(stockFlow(null, 620, 691, 378)).toBeNull()
  })
  test('belong together by their names', () =>
    expect(
      stockFlowLabels(['Startade utredningar', 'Pågående ärenden', 'Avslutade utredningar', 'Pågående utredningar']),
    ).toEqual([{ stock: 'Pågående utredningar', started: 'Startade utredningar', ended: 'Avslutade utredningar' }]))
})

describe('the table of volumes', () => {
  const period = { from: month('2019-01'), until: month('2019-05') }
  const volume = (
    label: string,
    kind: VolumeRow['kind'],
    actual: number | null,
    forecast: number | null,
  ): VolumeRow[] => [
    { label, kind, from: period.from, until: period.until, version: 'actual', value: actual },
    { label, kind, from: period.from, until: month('2020-01'), version: 'forecast', value: forecast },
  ]
  const rowOf = (row: VolumeRow[], isCommented = false) => volumeTable(row, period, isCommented)[0]!

  test('a flow is projected and compared, and a large deviation is a finding that needs a comment', () => {
    const table = rowOf(volume('Vårddygn öppet intag', 'flow', 643, 1300))
    expect(table.rows[0]!.cells.map((cell) => cell.value)).toEqual([
      643,
      1300,
      null,
      1929,
      expect.closeTo(629 / 1300, 9),
      null,
    ])
    expect(table.rows[0]!.note).toContain('+48\u00a0%')
    expect(table.sentence).toContain('saknar kommentar')
    expect(rowOf(volume('Vårddygn öppet intag', 'flow', 643, 1300), true).sentence).not.toContain('saknar')
  })
  test('a fifth from the forecast is shown and no finding', () => {
    const table = rowOf(volume('Vårddygn', 'flow', 1065, 4000))
    expect(table.rows[0]!.cells[4]!.value).toBeCloseTo(-0.20125, 5)
    expect(table.rows[0]!.note).toBeUndefined()
  })
  test('neither an average nor a stock is ever multiplied', () => {
    const average = rowOf(volume('Hushåll, snitt', 'average', 602, 550)).rows[0]!.cells
    expect(average.map((cell) => cell.value ?? cell.withheld)).toEqual([
      ...[602, 550, 'no-data', 'not-applicable', 'not-applicable', 524],
    ])
    const stock = rowOf(volume('Sociala kontrakt', 'stock', 96, 90)).rows[0]!.cells
    expect(stock.slice(3).map((cell) => cell.withheld)).toEqual(new Array(3).fill('not-applicable'))
  })
  test('what was not given is not zero', () => {
    const cells = rowOf(volume('Ärenden spelmissbruk', 'flow', 4, null)).rows[0]!.cells
    expect(cells.map((cell) => cell.value ?? cell.withheld)).toEqual([
      ...[4, 'no-data', 'no-data', 12, 'no-data', 'not-applicable'],
    ])
  })
})
