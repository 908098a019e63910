import { resolve } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { chartSvg } from '../../src/charts/chart-svg.tsx'
import { withoutVariables } from '../../src/charts/paint.ts'
import { launchBrowser } from '../support/journey-browser.ts'
import { sampleCharts } from '../support/sample-charts.ts'

/** The page that a reader meets and the file that a report holds are the same drawing, element by element. */
const entry = resolve(import.meta.dirname, '../support/charts-page.mjs')
const browser = await launchBrowser()
const page = await browser.newPage()
const errors: string[] = []
page.on('pageerror', (error) => errors.push(error.message))
page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
await page.setContent('<main></main><template></template>')
await page.addScriptTag({ content: await bundle() })

const widths = [320, 640]
const cases = sampleCharts.flatMap((chart) => widths.map((width) => [chart.kind, width, chart] as const))

test.each(cases)('%s %i pixels wide', async (_kind, width, chart) => {
  const drawn = await page.evaluate(`drawIn(document.querySelector('main'), ${JSON.stringify({ chart, width })})`)
  // Text is escaped in more ways than one, so the server's is read and written by the browser too.
  const fromServer = await page.evaluate(`reread(${JSON.stringify(chartSvg(chart, { width }))})`)
  expect(withoutVariables(String(drawn))).toBe(fromServer)
  expect(fromServer).toMatch(/^<svg role="img".+<\/svg>$/s)
})

test.each(cases)('%s %i pixels wide keeps its texts within the drawing', async (_kind, width, chart) => {
  await page.evaluate(`drawIn(document.querySelector('main'), ${JSON.stringify({ chart, width })})`)
  expect(await page.evaluate('textsOutside(document.querySelector("svg"))')).toEqual([])
})

test('React has nothing to complain of', () => expect(errors).toEqual([]))

/** The drawing with a root to mount it in, as one script. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'charts' } },
  })
  const built = Array.isArray(result) ? result : 'output' in result ? [result] : []
  return built.flatMap(({ output }) => output.map((file) => ('code' in file ? file.code : ''))).join('')
}
