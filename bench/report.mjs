/**
 * A report of 40 pages with 20 charts, drawn in each format from figures that are ready. The peer is the web page of the same
 * document in the same run: it has the same text, tables and charts, without pages to lay out.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FiguresService } from '../dist/analysis/load-figures.js'
import { writeDemo } from '../dist/demo/demo.js'
import { importFiles } from '../dist/imports/import-files.js'
import { renderReport, reportFormats } from '../dist/reports/make-report.js'
import { reportFromTemplate } from '../dist/reports/report-from-template.js'
import { builtInTemplates } from '../dist/reports/templates/templates.js'
import { against, heading, line, median, spread, timed, timesOf, withRegister, written } from './timing.mjs'

const mostMs = 3000
const pages = 40
const charts = 20
const paragraph =
  'Under perioden fick {households} hushåll bistånd någon gång, {households-per-month} i genomsnitt per månad. I dem fanns {children} barn. Antalet har påverkats av hur många som sökte, hur snabbt de fick en planering och hur arbetsmarknaden såg ut; rapporten säger inte vad som berodde på vad.'

await withRegister(async ({ dir, register, municipality, needs }) => {
  const { files } = writeDemo()
  for (const { fileName, bytes } of files) await writeFile(join(dir, fileName), bytes)
  const paths = files.map(({ fileName }) => join(dir, fileName))
  await importFiles(needs, paths, {})
  const question = { from: '2018-01', to: '2018-12', splits: ['gender'] }
  const figures = await new FiguresService(register.reader).figures(municipality, question)
  const document = await longReport(figures)
  const size = await sizeOf(document)
  heading(`A report of ${size.pages} pages with ${size.charts} charts and ${size.tables} tables`)
  line('', against(size.pages >= pages && size.charts >= charts, `${pages} pages, ${charts} charts`))
  const times = {}
  for (const format of reportFormats) {
    const first = await timed(() => renderReport(document, format))
    times[format] = await timesOf(3, () => renderReport(document, format))
    line(
      format,
      `first ${written(first.ms)} ms`,
      `then ${spread(times[format])} ms`,
      `${written(first.value.length / 1000)} kB`,
      `${written(median(times[format]) / median(times.html), 1)} times the web page`,
    )
  }
  const slowest = Math.max(...Object.values(times).map(median))
  line('', against(slowest < mostMs, `each format under ${written(mostMs)} ms`))
  if (slowest >= mostMs) process.exitCode = 1
})

/** The annual report, with a section of text, chart and table for one figure after the other until it is long enough. */
async function longReport(figures) {
  const drawn = [
    ...figures.indicators.filter(({ series }) => series?.length > 2).map(({ id }) => id),
    ...['households-by-year', 'obstacles', 'throughput', 'snapshot', 'duration-classes'],
  ]
  const tables = figures.tables.map(({ id }) => id)
  const extra = []
  for (let at = 0; ; at++) {
    extra.push(extraSection(at, at < charts ? drawn[at % drawn.length] : null, tables[at % tables.length]))
    const template = { ...builtInTemplates.annual, sections: [...builtInTemplates.annual.sections, ...extra] }
    const document = reportFromTemplate({
      ...{ template, figures, texts: new Map(), promises: [], notes: [], actions: [] },
      ...{ today: '2019-05-14', createdAt: '2019-05-14T08:00:00Z' },
    })
    if (at < charts || at % 8 > 0) continue
    const size = await sizeOf(document)
    if (size.pages >= pages && size.charts >= charts) return document
  }
}

function extraSection(at, chart, table) {
  const key = `extra-${at}`
  return {
    ...{ key, heading: `Fördjupning ${at + 1}`, level: 2 },
    parts: [
      { kind: 'text', key, guidance: '', suggestion: `${paragraph}\n\n${paragraph}\n\n${paragraph}`, required: 'no' },
      ...(chart ? [{ kind: 'chart', id: chart }] : []),
      ...(at % 2 === 0 ? [{ kind: 'tables', ids: [table] }] : []),
    ],
  }
}

async function sizeOf(document) {
  const blocks = document.sections.flatMap((section) => section.blocks)
  const pdf = (await renderReport(document, 'pdf')).toString('latin1')
  return {
    pages: pdf.match(/\/Type\s*\/Page(?![a-zA-Z])/g).length,
    charts: blocks.filter(({ kind }) => kind === 'chart').length,
    tables: blocks.filter(({ kind }) => kind === 'table').length,
  }
}
