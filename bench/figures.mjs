/** All indicators and tables of a question, the panel they are made from, and the reports they go to. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { computeFigures } from '../dist/analysis/compute-figures.js'
import { FiguresService } from '../dist/analysis/load-figures.js'
import { loadPanel } from '../dist/analysis/load-panel.js'
import { withTenant } from '../dist/database/transaction.js'
import { writeDemo } from '../dist/demo/demo.js'
import { importFiles } from '../dist/imports/import-files.js'
import { openMunicipality } from '../dist/open-register.js'
import { makeReport, reportFormats } from '../dist/reports/make-report.js'
import { fillLargeMunicipality } from './large-municipality.mjs'
import { flowSql, longTermSql, stockSql } from './counts-in-sql.mjs'
import {
  against,
  heading,
  line,
  median,
  memoryAbove,
  spread,
  timed,
  timesOf,
  withRegister,
  written,
} from './timing.mjs'

const mostMs = 300
const splits = ['gender', 'age', 'householdType', 'children', 'unit']

await withRegister(async ({ dir, register, municipality, needs }) => {
  const { files } = writeDemo()
  for (const { fileName, bytes } of files) await writeFile(join(dir, fileName), bytes)
  await importFiles(
    needs,
    files.map(({ fileName }) => join(dir, fileName)),
    {},
  )
  await register.owner.query('analyze')

  heading('Figures, 600 households a month for 40 months (the demo), 2018')
  const small = await load(register, municipality)
  await compareWithSql(register, municipality, small)
  await figures(small, '2018-01', '2018-12')

  heading('Reports, January–April 2019, from figures that are ready')
  await reports(register, municipality)

  heading('Figures, 12 000 households a month for 120 months, the last year')
  const large = await openMunicipality(register, '0486')
  await fillLargeMunicipality(register.owner, large.id)
  const months = await figures(await load(register, large), '2018-01', '2018-12')
  line('', against(months < mostMs, `under ${mostMs} ms after the first question`))
})

async function load(register, { id }) {
  const read = () =>
    withTenant(register.reader, { municipalityId: id, statementTimeoutMs: 0 }, (tx) => loadPanel(tx, id, null))
  const { value, mb } = await memoryAbove(() => timed(read))
  const { householdMonths, personMonths } = value.value
  line('the panel is read', `${written(value.ms)} ms`, `${written(mb)} MB above the start`)
  line('', `${written(householdMonths.length)} household-months, ${written(personMonths.length)} person-months`)
  return value.value
}

async function figures(panel, from, to) {
  const question = { from, to, splits, publish: true }
  const first = await timed(() => computeFigures(panel, question))
  const later = await timesOf(9, () => computeFigures(panel, question))
  const unsplit = await timesOf(9, () => computeFigures(panel, { ...question, splits: [] }))
  line('all indicators and tables, five splits', `first ${written(first.ms)} ms`, `then ${spread(later, 1)} ms`)
  line('without splits', `${spread(unsplit, 1)} ms`)
  return median(later)
}

/** Three of the counts, which the panel gives along with all the others. */
async function compareWithSql(register, { id }, panel) {
  const sql = await timesOf(5, () =>
    withTenant(register.reader, { municipalityId: id }, async (tx) => {
      for (const text of [stockSql, flowSql, longTermSql]) await tx.query(text, [id])
    }),
  )
  const ours = await timesOf(5, () => computeFigures(panel, { from: '2018-01', to: '2018-12', publish: false }))
  line('stock, inflow and long-term receipt in SQL', `${spread(sql, 1)} ms`)
  line(
    'every indicator and table from the panel',
    `${spread(ours, 1)} ms`,
    `${written(median(sql) / median(ours), 1)} times as fast`,
  )
}

async function reports(register, municipality) {
  const service = new FiguresService(register.reader)
  const question = { from: '2019-01', to: '2019-04', splits }
  const answer = await service.figures(municipality, question)
  for (const format of reportFormats) {
    const first = await timed(() => makeReport(answer, format, new Date()))
    const later = await timesOf(5, () => makeReport(answer, format, new Date()))
    line(
      format,
      `first ${written(first.ms)} ms`,
      `then ${spread(later)} ms`,
      `${written(first.value.length / 1000)} kB`,
    )
  }
}
