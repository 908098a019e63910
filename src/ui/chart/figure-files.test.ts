import { describe, expect, test } from 'vitest'
import type { ChartDefinition } from '../../charts/chart.ts'
import { csvOf, fileNameOf } from './figure-files.ts'

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

  test('are saved under a name that every file system takes', () => {
    expect(fileNameOf('Hushåll per månad (2019)')).toBe('hushall-per-manad-2019')
  })
})
