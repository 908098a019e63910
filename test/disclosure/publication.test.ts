import { expect, test } from 'vitest'
import type { Figures, IndicatorFigure, TableCell } from '../../src/analysis/figures.ts'
import { withholdingHere } from '../../src/calculations/disclosure/withholding.ts'
import { withTenant } from '../../src/database/transaction.ts'
import { cellOf } from '../../src/publication/count-cell.ts'
import { publishable, registerPublication, releaseFigures } from '../../src/publication/publish-figures.ts'
import { publicationText } from '../../src/publication/publication.text.ts'
import { loadPublished } from '../../src/publication/publication.queries.ts'
import { toldBy } from '../../src/publication/published-cells.ts'
import { shownBy } from '../../src/publication/shown-by.ts'
import { readBy, withholdWhatReveals } from '../../src/publication/withhold-what-reveals.ts'
import { indicatorTable, seriesChart } from '../../src/reports/figure-blocks.ts'
import { formatNumber, formatShare, formatSigned } from '../../src/values/format.ts'
import { addMonths, month } from '../../src/values/month.ts'
import { figuresOf, randomMunicipality } from '../support/random-municipality.ts'
import { testApp } from '../support/test-app.ts'

const limits = { smallestCount: 5, smallestDenominator: 20 }

/** Applications of January and on, month by month; null for one that is withheld. The sum is shown. */
function applications(months: (number | null)[], sum: number): Figures {
  const from = month('2018-01')
  const figure: IndicatorFigure = {
    ...{ id: 'applications', name: 'Ansökningar', definition: '', unit: 'applications', source: '' },
    ...{ definitionVersion: 1, numeratorText: '', denominatorText: '', value: sum, numerator: sum, denominator: 1 },
    series: months.map((value, at) => ({ month: addMonths(from, at), value })),
  }
  return {
    ...{ municipality: { code: '0000', name: 'Provkommun' }, from, to: addMonths(from, months.length - 1) },
    ...{ knownAt: null, dataFrom: from, dataTo: from, indicators: [figure], tables: [] },
  }
}

const shown = (figures: Figures) => figures.indicators[0]!.series!.map(({ value }) => value)
const guard = (figures: Figures, ...out: Figures[]) =>
  withholdWhatReveals(
    withholdingHere,
    [{ figures }],
    out.map((each) => readBy(toldBy({ figures: each }), new Map())),
    limits,
  )

const tertial = applications(
  [3, 9, 20, 30].map((count) => (count < 10 ? null : count)),
  62,
)

test('a report alone leaves as it is, when nothing in it tells another', async () => {
  const { leaving, withheld } = await guard(tertial)
  expect([shown(leaving[0]!.figures), withheld]).toEqual([[null, null, 20, 30], 0])
})

test('what an earlier report withheld stays withheld, though the later one would show the count that hid another', async () => {
  // With more months the later report hides the three behind another month than the first did.
  const later = applications([null, 9, 20, 30, null, 40, 50, 60], 217)
  const { leaving, withheld } = await guard(later, tertial)
  expect(shown(leaving[0]!.figures).slice(0, 5)).toEqual([null, null, 20, 30, null])
  expect(withheld).toBeGreaterThan(0)
})

test('a sum is withheld when it tells what a month was, and nothing that was withheld is shown again', async () => {
  const half = applications([null, null, 20, 30, 40, 50], 152)
  const { leaving, withheld } = await guard(half, applications([null, 9, 20, 30], 62))
  expect(withheld).toBeGreaterThanOrEqual(0)
  expect(shown(leaving[0]!.figures).slice(0, 2)).toEqual([null, null])
})

test('the same figures and the same register give the same answer', async () => {
  const figures = figuresOf(randomMunicipality(5), ['2018-01', '2018-08'])
  expect(await guard(figures, tertial)).toEqual(await guard(figures, tertial))
})

test('figures of other facts are not added to those of now', async () => {
  const before = applications([null, null, 21, 30], 64)
  expect((await guard(applications([null, null, 20, 30], 62), before)).withheld).toBe(0)
})

test('neither a sentence nor a chart tells a number that its table withholds', async () => {
  const written = (cell: TableCell) => {
    if (cell.value === null) return []
    const write = cell.unit === 'share' ? formatShare : (value: number) => formatNumber(value, 0)
    return [write(cell.value), formatSigned(cell.value), `+${write(cell.value)}`].flatMap(numbersIn)
  }
  let withheldSentences = 0
  for (let seed = 1; seed <= 6; seed++)
    for (const period of [
      ['2018-01', '2018-04'],
      ['2018-06', '2018-06'],
    ] as [string, string][]) {
      const { leaving } = await guard(figuresOf(randomMunicipality(seed), period), tertial)
      const { figures } = leaving[0]!
      for (const { sentence, rows } of figures.tables) {
        if (sentence === publicationText.sentenceWithheld) withheldSentences++
        const told = new Set([...constants, ...rows.flatMap(({ cells }) => cells.flatMap(written))])
        expect(numbersIn(sentence).filter((number) => !told.has(number))).toEqual([])
      }
      for (const figure of figures.indicators) {
        const values = (figure.series ?? []).flatMap(({ value }) => (value === null ? [] : [value]))
        const chart = seriesChart(figure)
        if (chart) expect(chart.drawing.series[0]!.values.filter((value) => value !== null)).toEqual(values)
      }
    }
  expect(withheldSentences).toBeGreaterThan(0)
})

/** Months and classes that sentences name. */
const constants = ['10', '12', '36', '4', '1', ...Array.from({ length: 12 }, (_, at) => String(2010 + at))]
const numbersIn = (text: string): string[] =>
  text.match(/\d[\d\u00a0\u202f ]*(,\d+)?/g)?.map((each) => each.trim()) ?? []

test('what is signed is in the register, in the months and groups it was told of, and nowhere for another municipality', async () => {
  const { database, municipality } = await testApp()
  const inTenant = <Value>(id: number, work: Parameters<typeof withTenant<Value>>[2]) =>
    withTenant(database.app, { municipalityId: id }, work)
  await inTenant(municipality.id, (tx) =>
    registerPublication(tx, municipality, [{ figures: tertial }], { reportId: 1, version: 1 }),
  )
  const out = await inTenant(municipality.id, (tx) => loadPublished(tx, municipality.id))
  expect(out).toEqual([readBy(toldBy({ figures: tertial }), new Map())])
  expect(await inTenant(municipality.id + 1, (tx) => loadPublished(tx, municipality.id))).toEqual([])
  const later = applications([null, 9, 20, 30, null, 40, 50, 60], 217)
  const { withheld } = await inTenant(municipality.id, (tx) =>
    publishable(tx, municipality, [{ figures: later }], withholdingHere),
  )
  expect(withheld).toBeGreaterThan(0)
})

test('two that leave at once are held to each other, as if one had come before the other', async () => {
  const { database, municipality } = await testApp()
  const release = releaseFigures(database.app, municipality, withholdingHere)
  const later = applications([null, 9, 20, 30, null, 40, 50, 60], 217)
  const [[first], [second]] = await Promise.all([release([tertial]), release([later])])
  const sum = first!.indicators[0]!.value
  const months = [1, 2, 3].map((at) => shown(first!)[at] ?? shown(second!)[at] ?? null)
  // The three of January are the sum less February, March and April.
  expect([sum, ...months]).toContain(null)
})

test('only what stands in what is made of the figures is in the register, and what of them is withheld', () => {
  const figures = figuresOf(randomMunicipality(5), ['2018-01', '2018-04'])
  const chosen = (of: Figures) => of.indicators.filter(({ id }) => id === 'households-per-month')
  const table = ([first]: readonly Figures[]) => indicatorTable('tabell', 'Hushåll', chosen(first!))
  const shown = shownBy([{ figures }], table).filter(({ isHidden }) => !isHidden)
  const inTable = table([figures]).rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => ('count' in cell ? cell.count : [])),
  )
  const months = (id: string) => cellOf(id).until - cellOf(id).from
  const ids = shown.flatMap(({ value, cells }) => (value ? cells.map(({ id }) => id) : []))
  expect(inTable.length).toBeGreaterThan(2)
  expect(new Set(ids.map((id) => cellOf(id).definitionId))).toEqual(new Set(['household-months']))
  expect(ids.map(months)).toEqual(ids.map(() => 4))
})
