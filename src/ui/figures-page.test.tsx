import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { mockEmptyFigures, mockFigures } from '../../test/support/mock-figures.ts'
import { columnsChart, flowChart, rowsChart, seriesChart } from '../analysis/chart-definitions.page.tsx'
import { FigureTableBody } from '../analysis/figure-tables.page.tsx'
import { KeyFigures } from '../analysis/key-figures.page.tsx'
import type { Figures } from '../analysis/figures.ts'

const asked = (query: string) => mockFigures(new URLSearchParams(query))
const tertial = asked('from=2019-01&to=2019-04')
const tableOf = (id: string) => tertial.tables.find((table) => table.id === id)!
const figureOf = (figures: Figures, id: string) => figures.indicators.find((figure) => figure.id === id)!
const rowOf = (markup: string, name: string) => markup.split('<tr').find((row) => row.includes(name)) ?? ''
const textOf = (markup: string) => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the key figures', () => {
  const markup = renderToStaticMarkup(<KeyFigures figures={tertial} />)

  test('begin with the children', () => {
    expect(markup.indexOf('Barn i hushåll')).toBeLessThan(markup.indexOf('Hushåll per månad'))
  })

  test('each have their definition one press away', () => {
    for (const { name } of tertial.indicators) expect(markup).toContain(`aria-label="Definition: ${name}"`)
  })

  test('stand beside the same months a year before, with the change', () => {
    expect(textOf(rowOf(markup, 'Hushåll per månad'))).toMatch(/602 599 \+3 \+0,5 %/)
  })

  test('compare shares in percentage points, never in per cent of per cent', () => {
    expect(textOf(rowOf(markup, 'Andel av kommunens barn'))).toMatch(/11,2 % 11,6 % −0,4 p\.e\. $/)
  })

  test('say why a value is not there instead of a zero', () => {
    const row = textOf(rowOf(markup, 'Återkommer inom 12'))
    expect(row).toContain('för tidigt')
    expect(row).not.toMatch(/ 0( |$)/)
    expect(textOf(markup)).toContain('uppföljningstiden är ännu för kort')
  })

  test('show every category of a split, a hidden one as hidden', () => {
    const split = renderToStaticMarkup(<KeyFigures figures={asked('from=2019-01&to=2019-04&split=age')} />)
    expect(split).toContain('18–24 år')
    expect(textOf(rowOf(split, 'Personer'))).toContain('för få')
  })

  test('hold no digit at all when the municipality has no data', () => {
    const empty = renderToStaticMarkup(<KeyFigures figures={mockEmptyFigures(new URLSearchParams())} />)
    const cells = [...empty.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map((match) => textOf(match[1] ?? ''))
    expect(cells.length).toBeGreaterThan(10)
    expect(cells.filter((cell) => /\d/.test(cell))).toEqual([])
  })
})

describe('the operating statement', () => {
  const markup = renderToStaticMarkup(<FigureTableBody table={tableOf('operating-statement')} />)

  test('is in thousands of kronor, with a sign on every variance', () => {
    expect(textOf(rowOf(markup, 'personal'))).toMatch(/−29 743 −31 811 \+2 068 6 700/)
    expect(textOf(rowOf(markup, 'ekonomiskt bistånd'))).toMatch(/−20 903 −16 653 −4 250 −8 000/)
  })

  test('marks a variance against the municipality in more than colour', () => {
    expect(rowOf(markup, 'ekonomiskt bistånd')).toContain('<span class="figure-against">−4')
  })

  test('leaves a forecast that nobody has made empty, and says so to a screen reader', () => {
    const table = tableOf('operating-statement')
    const open = { value: null, numerator: null, denominator: null, unit: 'ore' as const }
    const rows = table.rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, 3), open] }))
    const unfilled = renderToStaticMarkup(<FigureTableBody table={{ ...table, rows }} />)
    expect(rowOf(unfilled, 'Intäkter')).toMatch(/<span class="visually-hidden">ej ifyllt<\/span>/)
  })
})

describe('the charts', () => {
  test('lay the same months of last year beside the months of the period', () => {
    const chart = seriesChart(figureOf(tertial, 'households-per-month'), undefined, tertial)
    expect(chart.series.map(({ name }) => name)).toEqual(['2019'])
    const before = asked('from=2018-01&to=2018-04')
    const compared = seriesChart(
      figureOf(tertial, 'households-per-month'),
      figureOf(before, 'households-per-month'),
      tertial,
    )
    expect(compared.series.map(({ name, role }) => [name, role])).toEqual([
      ['2019', undefined],
      ['2018', 'reference'],
    ])
    expect(compared.series[1]?.values).toEqual(
      figureOf(before, 'households-per-month').series?.map(({ value }) => value),
    )
  })

  test('keep a month without a value as a gap', () => {
    const year = asked('from=2018-01&to=2018-12')
    const chart = seriesChart(figureOf(year, 'households-per-month'), undefined, year)
    expect(chart.kind).toBe('line')
    expect(chart.series[0]?.values[10]).toBeNull()
  })

  test('put those who leave below the line', () => {
    const chart = flowChart(figureOf(tertial, 'inflow'), figureOf(tertial, 'outflow'), '')
    expect(chart.series[0]?.values.every((value) => (value ?? 0) > 0)).toBe(true)
    expect(chart.series[1]?.values.every((value) => (value ?? 0) < 0)).toBe(true)
  })

  test('draw the latest month of the obstacles as bars and the one before as marks, without sums', () => {
    const chart = rowsChart(tableOf('obstacles'), 'horizontal-bars')
    expect(chart.series.map(({ id, role }) => [id, role])).toEqual([
      ['period', undefined],
      ['before', 'reference'],
    ])
    expect(chart.categories).toHaveLength(6)
  })

  test('draw throughput from the bottom row of its table, class by class', () => {
    expect(columnsChart(tableOf('throughput'), 'Flöde.')).toMatchObject({
      categories: [
        { label: '1–3 månader' },
        { label: '4–6 månader' },
        { label: '7–9 månader' },
        { label: '10–12 månader' },
      ],
      series: [{ values: [131, 64, 31, 22] }],
    })
  })

  test('write small amounts in kronor, since thousands would round them away', () => {
    expect(seriesChart(figureOf(tertial, 'cost-per-household-month'), undefined, tertial)).toMatchObject({
      unit: 'kronor',
      unitLabel: 'kr',
    })
  })
})
