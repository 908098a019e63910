import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Chart } from './Chart.tsx'
import type { ChartDefinition, SeriesChart } from './chart.ts'
import { chartSvg } from './chart-svg.tsx'
import { sampleCharts } from '../../test/support/sample-charts.ts'

const months = ['jan', 'feb', 'mar', 'apr'].map((tick) => ({ label: `${tick} 2019`, tick, group: '2019' }))

const lines: SeriesChart = {
  kind: 'line',
  title: 'Hushåll per månad',
  description: 'I genomsnitt 602 hushåll i månaden.',
  unit: 'count',
  unitLabel: 'hushåll',
  categoryLabel: 'Månad',
  categories: months,
  series: [
    { id: 'now', name: '2019', values: [600, 610, null, 598] },
    { id: 'before', name: '2018', values: [590, 604, 601, 599], role: 'reference' },
  ],
}

const draw = (chart: ChartDefinition, width = 640) => renderToStaticMarkup(<Chart chart={chart} width={width} />)
const numbersIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => Number(match[1]))

describe.each(sampleCharts)('$kind', (chart) => {
  const svg = draw(chart)

  test('is an image with a name and a sentence', () => {
    expect(svg).toContain('role="img"')
    expect(svg).toContain(`<title>${chart.title}</title><desc>${chart.description}</desc>`)
    expect(svg).toContain(`aria-label="${chart.title}. ${chart.description}"`)
  })

  test('has no id and no reference, so that it can stand beside others', () =>
    expect(svg).not.toMatch(/ id=|url\(|href=/))

  test.each([320, 640, 1000])('has no text under eleven pixels and nothing that is not a number, %i wide', (width) => {
    const drawn = draw(chart, width)
    expect(Math.min(...numbersIn(drawn, /font-size="([\d.]+)"/g))).toBeGreaterThanOrEqual(11)
    expect(drawn).toContain(`viewBox="0 0 ${width} `)
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('stands without the page when the colour variables are replaced', () => {
    expect(svg).toContain('var(--')
    expect(chartSvg(chart)).not.toContain('var(')
  })

  test('draws nothing but a frame when there are no values', () => {
    expect(draw(emptied(chart))).not.toMatch(/NaN|undefined|Infinity/)
  })
})

/** Every list of values without its values. */
const emptied = (chart: ChartDefinition): ChartDefinition =>
  Object.fromEntries(
    Object.entries(chart).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  ) as ChartDefinition

describe('a missing value', () => {
  test('breaks a line in two instead of drawing a zero', () => {
    const path = /d="(M[^"]+)" fill="none"[^>]*stroke-width="2.5"/.exec(draw(lines))?.[1] ?? ''
    expect(path.match(/M/g)).toHaveLength(2)
  })

  test('is a dot when its neighbours are missing, since a line would hide it', () => {
    const alone = { ...lines, series: [{ id: 'now', name: '2019', values: [null, 610, null, null] }] }
    expect(draw(alone).match(/<circle/g)).toHaveLength(1)
  })

  test('is two dots in place of a bar', () => {
    const bars: ChartDefinition = {
      ...lines,
      kind: 'bars',
      series: [{ id: 'now', name: '2019', values: [1, 2, null, 4] }],
    }
    expect(draw(bars)).toMatch(/>\.\.<\/text>/)
    expect(draw(bars).match(/<rect/g)).toHaveLength(3)
  })

  test('leaves out the whole stack, since a lower one would be a wrong sum', () => {
    const svg = draw({ ...lines, kind: 'stacked-bars' })
    expect(svg.match(/<rect x="[^"]+" y=/g)).toHaveLength(6)
  })
})

describe('labels', () => {
  test('stand at the ends of lines when there is room, and above when there is not', () => {
    expect(draw(lines, 640)).toMatch(/>2019 598<\/text>/)
    expect(draw(lines, 320)).not.toMatch(/>2019 598<\/text>/)
    expect(draw(lines, 320)).toMatch(/>2018<\/text>/)
  })

  test('never collide although the lines end at the same value', () => {
    const same = { ...lines, series: lines.series.map((series) => ({ ...series, values: [1, 1, 1, 1] })) }
    const [first = 0, second = 0] = numbersIn(draw(same), /y="([\d.]+)" dy="0.35em" font-weight/g)
    expect(Math.abs(first - second)).toBeGreaterThanOrEqual(16)
  })

  test('write money in thousands of kronor with Swedish spaces, shares in per cent', () => {
    const series = [{ id: 'cost', name: 'Kostnad', values: [125_000_000, 0, 0, 0] }]
    expect(draw({ ...lines, kind: 'horizontal-bars', unit: 'thousands', series })).toMatch(/>1\u00a0250<\/text>/)
    const share = [{ id: 'share', name: 'Andel', values: [0.345, 0, 0, 0] }]
    expect(draw({ ...lines, kind: 'horizontal-bars', unit: 'share', series: share })).toMatch(/>34,5\u00a0%<\/text>/)
  })
})

test('the axis always holds zero, so that heights compare', () => {
  expect(draw(lines)).toMatch(/>0<\/text>/)
})
