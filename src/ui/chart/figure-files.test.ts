import { describe, expect, test } from 'vitest'
import { sampleCharts } from '../../../test/support/sample-charts.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { csvOf } from './figure-files.ts'

const chart: ChartDefinition = {
  kind: 'bars',
  title: 'Kostnad',
  description: 'Kostnaden.',
  unit: 'kronor',
  unitLabel: 'tkr',
  categoryLabel: 'Enhet',
  categories: [{ label: 'Vuxen; öst' }, { label: '=1+1' }],
  series: [{ id: 'cost', name: '2019', values: [-123_450, null] }],
}

describe('values of a chart as a file', () => {
  test('are what a Swedish spreadsheet reads, in kronor, with a gap as an empty cell', () => {
    expect(csvOf(chart)).toBe('\ufeffEnhet;2019\r\n"Vuxen; öst";-1234,5\r\n\'=1+1;\r\n')
  })

  test('are in whole precision, with the letters of what is hidden and nothing where there can be no value', () => {
    const rowOf = (kind: string, row: number) =>
      csvOf(sampleCharts.find((each) => each.kind === kind)!).split('\r\n')[row]
    expect(rowOf('survival', 1)).toMatch(/^1;0,955;;;412;0;0,9299/)
    expect(rowOf('fan', 1)).toBe('januari 2017;560;;;;;;')
    expect(rowOf('suppression', 2)).toBe('Sjukskriven;64;P;S;12;86')
  })
})
