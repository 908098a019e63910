import { expect, test } from 'vitest'
import { indicators } from '../analysis/indicators.ts'
import type { Document, Table } from './document.ts'
import { followUpReport } from './follow-up-report.ts'
import { chapters, summaryIndicators } from './follow-up-sections.ts'
import { sampleFigures } from '../../test/support/sample-figures.ts'

const report = followUpReport(sampleFigures())

const tablesOf = (document: Document): Table[] =>
  document.sections.flatMap((section) => section.blocks).filter((block) => block.kind === 'table')

test('the chapters come in the order a committee reads them, flow and stock apart', () =>
  expect(report.sections.map((section) => section.heading)).toEqual([
    'Sammanfattning',
    'Volymer',
    'Hushåll och personer',
    'Ansökningar och beslut',
    'Försörjningshinder',
    'Genomströmning (flöde)',
    'Ögonblicksbild (bestånd)',
    'Långvarigt bistånd',
    'Ekonomi',
  ]))

test('every indicator and table has a place and a note with its version', () => {
  const { indicators, tables } = sampleFigures()
  const expected = [...indicators, ...tables].map(({ id, definitionVersion }) => `${id} ${definitionVersion}`)
  expect(report.notes.map(({ id, version }) => `${id} ${version}`).sort()).toEqual(expected.sort())
})

test('the chapters name indicators that are defined, each in one chapter', () => {
  const placed = chapters.flatMap((chapter) => chapter.indicators)
  expect(new Set(placed).size).toBe(placed.length)
  expect(indicators.map(({ id }) => id)).toEqual(expect.arrayContaining([...placed, ...summaryIndicators]))
})

test('a figure that no chapter knows is shown in a last chapter', () => {
  const figures = sampleFigures()
  const [first] = figures.indicators
  const strange = { ...first!, id: 'zebra', name: 'Zebror' }
  const { sections } = followUpReport({ ...figures, indicators: [strange], tables: [] })
  expect(sections.at(-1)?.heading).toBe('Övriga nyckeltal')
})

test('children stand on the first row of every table that has them', () => {
  const withChildren = tablesOf(report).filter((table) => table.rows.some((row) => row.definitionId?.includes('child')))
  expect(withChildren.length).toBeGreaterThan(0)
  for (const table of withChildren) expect(table.rows[0]?.definitionId).toContain('child')
})

test('women and men have columns, and what is not divided is left empty', () => {
  const households = tablesOf(report).find((table) => table.id === 'households')
  expect(households?.columns.slice(0, 3)).toEqual(['Totalt', 'Kvinnor', 'Män'])
  expect(households?.rows[0]?.cells[1]).toEqual({ kind: 'open' })
  expect(households?.rows[2]?.cells[1]).toMatchObject({ kind: 'count', count: 331 })
})

test('another division has a table of its own, with a row for each category', () => {
  const figures = sampleFigures()
  const units = ['Nord', 'Syd'].map((label, index) => ({
    by: 'unit' as const,
    category: label,
    label,
    value: 300 + index,
  }))
  const divided = figures.indicators.map((figure) => ({
    ...figure,
    splits: units.map((unit) => ({ ...unit, numerator: unit.value, denominator: 1 })),
  }))
  const byUnit = tablesOf(followUpReport({ ...figures, indicators: divided })).find(
    (table) => table.id === 'households-unit',
  )
  expect(byUnit?.caption).toBe('Barn, hushåll och personer med ekonomiskt bistånd, efter enhet')
  expect(byUnit?.rows.map((row) => row.label)).toEqual(['Nord', 'Syd'])
  expect(byUnit?.rows[1]?.cells[0]).toMatchObject({ kind: 'count', count: 301 })
})

test('a change is in per cent of a number and in percentage points of a share', () => {
  const rows = tablesOf(report).find((table) => table.id === 'households')?.rows
  const lastCellOf = (id: string) => rows?.find((row) => row.definitionId === id)?.cells.at(-1)
  expect(lastCellOf('households-per-month')).toMatchObject({ kind: 'share', share: 602 / 599 - 1, signed: true })
  expect(lastCellOf('share-of-population')).toMatchObject({ kind: 'points', share: 0.0412 - 0.0431 })
})

test('the statement is in thousands, its forecast is open and its rounding explained', () => {
  const statement = tablesOf(report).find((table) => table.id === 'operating-statement')
  expect(statement?.caption).toBe('Driftredovisning, tkr')
  expect(statement?.rows.at(-1)).toMatchObject({
    kind: 'sum',
    cells: [{ ore: -7_509_450_000 }, {}, { signed: true }, { kind: 'withheld' }, { kind: 'open' }, { kind: 'open' }],
  })
  expect(statement?.footnotes[0]).toContain('avrundade')
})

test('withheld figures keep their reason and never become zero', () => {
  const outflow = tablesOf(report)
    .flatMap((table) => table.rows)
    .find((row) => row.definitionId === 'outflow')
  expect(outflow?.cells[1]).toMatchObject({ kind: 'withheld', reason: 'too-few' })
})

test('a month of figures alone makes a report', () => {
  const { municipality, from } = sampleFigures()
  const empty = followUpReport({
    municipality,
    from,
    to: from,
    knownAt: '2019-05-14T08:00:00Z',
    dataFrom: null,
    dataTo: null,
    indicators: [],
    tables: [],
  })
  expect(empty.subtitle).toBe('Januari 2019, så som uppgifterna var kända 2019-05-14 kl. 10:00')
  expect(empty.sections).toHaveLength(1)
})
