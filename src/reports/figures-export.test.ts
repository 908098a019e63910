import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { exportColumns, figuresCsv, figuresXlsx } from './figures-export.ts'
import { sampleFigures } from '../../test/support/sample-figures.ts'

const csv = figuresCsv(sampleFigures())
const lines = csv.slice(1).trimEnd().split('\r\n')
const valueOf = (line: string | undefined, column: (typeof exportColumns)[number]) =>
  line?.split(';')[exportColumns.indexOf(column)]
const lineWith = (...parts: string[]) => lines.find((line) => parts.every((part) => line.includes(part)))

test('the file begins with a byte order mark and column names in plain ASCII', () => {
  expect(csv.charCodeAt(0)).toBe(0xfeff)
  expect(lines[0]).toBe(
    'schemaversion;typ;id;namn;fran;till;indelning;kategori;rad;kolumn;enhet;varde;taljare;namnare;saknas;definitionsversion;kalla;definition',
  )
})

test('shares have a decimal comma and amounts are kronor', () => {
  expect(valueOf(lineWith('nyckeltal;share-of-population'), 'varde')).toBe('0,0412')
  expect(valueOf(lineWith('nyckeltal;cost-per-household-month'), 'varde')).toBe('8680,64')
  expect(valueOf(lineWith('operating-statement', 'varav personal;Avvikelse;'), 'varde')).toBe('2067600')
})

test('a withheld figure is empty, numerator too, and says why', () => {
  const line = lineWith('indelning;outflow', 'Kvinnor')
  expect(valueOf(line, 'varde')).toBe('')
  expect(valueOf(line, 'taljare')).toBe('')
  expect(valueOf(line, 'saknas')).toBe('skyddad uppgift')
})

test('a numerator left beside a withheld value is not written', () => {
  const figures = sampleFigures()
  const leaking = { ...figures.indicators[0]!, value: null, numerator: 3, withheld: 'too-few' as const }
  const [, first] = figuresCsv({ ...figures, indicators: [leaking], tables: [] }).split('\r\n')
  expect(valueOf(first, 'taljare')).toBe('')
})

test('text that looks like a formula is guarded, and negative numbers are not', () => {
  expect(lineWith('Inkomna aktualiseringar')).toContain(";'=Inkomna aktualiseringar <b>;")
  expect(valueOf(lineWith('obstacles', 'Förändring;', 'Arbetslös'), 'varde')).toBe('-72')
})

test('the workbook has the same rows, with numbers as numbers', async () => {
  const file = Buffer.from(await figuresXlsx(sampleFigures()))
  const rows = (await readXlsxFile(file)).flatMap((sheet) => sheet.data)
  expect(rows.length - 3).toBe(lines.length - 1)
  const share = rows.find((row) => row[1] === 'nyckeltal' && row[2] === 'share-of-population')
  expect(share?.[exportColumns.indexOf('varde')]).toBe(0.0412)
})
