import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { sampleInput, sampleTemplate } from '../../../test/support/sample-report.ts'
import { printOut } from '../print-out.ts'
import { reportFromTemplate } from '../report-from-template.ts'
import type { ReportNote } from '../template.ts'
import { renderDocx } from './docx.ts'
import { renderHtml } from './html.ts'
import { renderPdf } from './pdf.ts'
import { renderXlsx } from './xlsx.ts'

const note = (on: string, title: string, figures: string[] = []): ReportNote => ({
  key: title,
  body: { kind: 'external-factor', title, text: 'Kan påverka.', on, until: null, figures, source: 'Källan' },
})
const notes = [
  note('2019-03-04', 'Coach inom en vecka', ['households-per-month']),
  note('2019-02-11', 'Ny riksnorm'),
  note('2019-02-11', 'Annat nyckeltal', ['inflow']),
  note('2017-12-31', 'Före diagrammets första månad'),
  note('2019-05-20', 'Efter dagen för rapporten'),
]
const section = { key: 'a', heading: 'Hushåll', level: 1 as const }
const report = reportFromTemplate(
  sampleInput(sampleTemplate([{ ...section, parts: [{ kind: 'chart', id: 'households-per-month' }] }]), { notes }),
)
const told = ['2019-02-11 Ny riksnorm', '2019-03-04 Coach inom en vecka']

test('a chart of a report has the notes that begin within its months, for its figure, known by the day of work', () => {
  const [chart] = printOut(report).sections[0]!.blocks
  expect(chart).toMatchObject({
    marks: told,
    alternative: expect.stringContaining('. 1: 2019-02-11 Ny riksnorm. 2: 2019-03-04 Coach inom en vecka.') as string,
  })
})

test('the web page draws the lines, and lists what they stand for', () => {
  const html = renderHtml(report)
  expect(html.match(/stroke-dasharray="3 3"/g)).toHaveLength(2)
  expect(html).toContain(`<ol class="report-marks">${told.map((text) => `<li>${text}</li>`).join('')}</ol>`)
})

test('Word has the numbers at their months, the list, and all of it in the alternative text', async () => {
  const parts = unzipSync(await renderDocx(report))
  const body = strFromU8(parts['word/document.xml']!)
  const chart = Object.entries(parts).find(([name]) => /charts\/chart\d+\.xml$/.test(name))![1]
  expect(strFromU8(chart)).toMatch(/feb 2019 \(1\).*mar 2019 \(2\)/s)
  expect(/descr="([^"]*)"/.exec(body)?.[1]).toContain(`1: ${told[0]}. 2: ${told[1]}.`)
  for (const text of told) expect(body).toContain(`>${text}<`)
})

test('the workbook has them beside their months', async () => {
  const rows = await readSheet(Buffer.from(await renderXlsx(report)), 'Diagram 1')
  expect([rows[3]!, ...rows.slice(16)].map((row) => row[2])).toEqual(['Händelser', null, told[0], told[1], null])
})

test('the PDF has them in the alternative text', () => {
  const pdf = Buffer.from(renderPdf(report)).toString('latin1')
  const hex = [...'Coach inom'].map((letter) => `00${letter.charCodeAt(0).toString(16)}`).join('')
  expect(pdf.toLowerCase().includes(hex) || pdf.includes('Coach inom')).toBe(true)
})
