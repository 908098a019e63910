import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { samplePromise } from '../../test/support/sample-report.ts'
import {
  seedBudget,
  seedInvestments,
  seedLedger,
  seedRows,
  seedVolumeFile,
  seedVolumes,
} from '../../test/support/seed-statement.ts'
import { type TestApp, testApp } from '../../test/support/test-app.ts'
import { writeDemo } from '../demo/demo.ts'
import { staffRows } from '../demo/staff.ts'
import { investmentRow } from '../economy/investment-statement.ts'
import { importFiles } from '../imports/import-files.ts'
import { cellText } from './cell-text.ts'
import type { Document, Table } from './document.ts'

/**
 * The tertial report of April 2019 (document 002), from files: the municipality's ledger, budget, volumes and staff with the
 * amounts that the report printed, and households with the statistics of its sub-report (8.3.1–8.3.7), every row worked out anew.
 */
const opened = testApp()
let app: TestApp
let report: Document
const patience = 240_000
const address = (format: string) => `/api/reports/tertial?from=2019-01&to=2019-04&format=${format}`

const put = async (key: string, body: object) => {
  const answer = await app.as('controller', { method: 'PUT', url: `/api/catalogue/${key}`, payload: { seen: 0, body } })
  expect([key, answer.statusCode]).toEqual([key, 200])
}

/** Inhabitants that the report's shares follow from: 3 000 are 8.7 %, and 1 305 children 17.4 %. */
const inhabitants =
  'Invånare 31 december;Bestånd;2018-01;2018-12;Utfall;34483\r\nInvånare 0–17 år 31 december;Bestånd;2018-01;2018-12;Utfall;7500\r\n'

beforeAll(async () => {
  app = await opened
  const ofHouseholds = writeDemo().files.filter(({ fileName }) => !/^(huvudbok|budget|volymer|personal)/.test(fileName))
  const paths = ofHouseholds.map(({ fileName }) => join(app.dir, fileName))
  await Promise.all(ofHouseholds.map(({ bytes }, at) => writeFile(paths[at]!, bytes)))
  await importFiles(app.needs, paths, {})
  await app.importText('huvudbok_2019.se', seedLedger())
  await app.importText('budget_2019.csv', seedBudget())
  await app.importText('volymer.csv', seedVolumeFile() + inhabitants)
  const staff = [['Nyckeltal', 'Från', 'Till', 'Grupp', 'Antal', 'Av', 'Enhet'], ...staffRows()]
  await app.importText('personal.csv', staff.map((row) => row.join(';')).join('\r\n'))
  const forecasts = [
    ...seedRows.map(({ id, budget, expected }) => ({ row: id as string, ends: 3 * budget + expected })),
    ...seedInvestments.map(({ label, year, expected }) => ({ row: investmentRow(label), ends: year + expected })),
  ]
  for (const { row, ends } of forecasts) {
    const ore = ends * 100_000
    await put(`year-end-forecast/2019-${row}`, {
      ...{ year: 2019, row, knownTo: '2019-04', method: 'straight-line', reason: '' },
      ...{ computedOre: ore, lowerOre: ore, upperOre: ore, adjustmentOre: 0 },
    })
  }
  const statuses = [{ on: '2019-05-14', text: 'Arbetet är påbörjat.', longer: '', figure: null }]
  await put('promise/e-tjanster', samplePromise({ title: 'Minst 50 fullvärdiga e-tjänster', statuses }).body)
  const answer = await app.as('controller', address('json'))
  expect(answer.statusCode).toBe(200)
  report = answer.json()
}, patience)

const tables = (): Table[] => report.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table')
const tableOf = (id: string, caption = ''): Table =>
  tables().find((table) => table.id === id && table.caption.endsWith(caption))!
const cellsOf = (table: Table, label: string): string[] =>
  table.rows.find((row) => row.label.startsWith(label))!.cells.map((cell) => cellText(cell).replaceAll('\u00a0', ' '))

describe('8.3.2 volumes: outcome, forecast, year before, at the same pace, against the forecast, required', () => {
  test.each([
    ['Hushåll', ['602', '550', '599', '.', '.', '524']],
    ['Ensamkommande barn och unga', ['45', '35', '49', '.', '.', '.']],
    ['Vårddygn familjehem ensamkommande', ['4 518', '12 000', '14 944', '13 554', '13,0 %', '.']],
    ['Vårddygn stödboende', ['1 065', '4 000', '4 571', '3 195', '−20,1 %', '.']],
    ['Vårddygn familjehem barn', ['8 684', '22 000', '24 078', '26 052', '18,4 %', '.']],
    ['Vårddygn institution barn', ['1 878', '7 000', '6 649', '5 634', '−19,5 %', '.']],
    ['Vårddygn institution vuxna', ['2 567', '7 000', '7 690', '7 701', '10,0 %', '.']],
    ['Vårddygn Vårnäs', ['643', '1 300', '1 238', '1 929', '48,4 %', '.']],
    ['Kontaktfamiljer', ['56', '100', '81', '.', '.', '.']],
    ['Ärenden spelmissbruk', ['4', '..', '..', '12', '..', '.']],
    ['Kvinnofridsärenden', ['22', '140', '125', '66', '−52,9 %', '.']],
    ['Sociala kontrakt', ['96', '90', '94', '.', '.', '.']],
    ['Stadigvarande serveringstillstånd', ['30', '35', '30', '.', '.', '.']],
    ['Inkomna aktualiseringar', ['1 575', '5 000', '4 314', '4 725', '−5,5 %', '.']],
    ['Startade utredningar', ['620', '2 200', '2 005', '1 860', '−15,5 %', '.']],
    ['Avslutade utredningar', ['691', '2 000', '1 940', '2 073', '3,7 %', '.']],
    ['Pågående utredningar', ['1 040', '450', '449', '.', '.', '.']],
  ])('%s', (label, cells) => expect(cellsOf(tableOf('volumes'), label)).toEqual(cells))

  test('stand in the order of the municipality’s file', () =>
    expect(tableOf('volumes').rows.map(({ label }) => label.split(',')[0])).toEqual(
      seedVolumes.map(([label]) => label.split(',')[0]),
    ))

  test('the stock that does not follow from its flow is told below the table', () =>
    expect(tableOf('volumes').footnotes.join(' ').replaceAll('\u00a0', ' ')).toContain(
      '449 vid årets början + 620 startade − 691 avslutade = 378, men 1 040',
    ))
})

describe('8.3.3 operating statement in tkr: actual, budget, variance, and the year’s budget, forecast and variance', () => {
  test.each([
    ['Intäkter', ['11 890', '9 558', '+2 332', '28 674', '30 974', '+2 300']],
    ['Kostnader', ['−86 983', '−69 761', '−17 222', '−209 283', '−241 583', '−32 300']],
    ['varav ekonomiskt bistånd', ['−20 903', '−16 653', '−4 250', '−49 959', '−57 959', '−8 000']],
    ['varav köpt huvudverksamhet', ['−24 054', '−12 805', '−11 249', '−38 415', '−61 415', '−23 000']],
    ['varav personal', ['−29 743', '−31 811', '+2 068', '−95 433', '−88 733', '+6 700']],
    ['varav utredningskonsulter', ['−4 007', '0', '−4 007', '0', '−8 000', '−8 000']],
    ['varav övriga kostnader', ['−8 276', '−8 492', '+216', '−25 476', '−25 476', '0']],
    ['Summa', ['−75 093', '−60 203', '−14 890', '−180 609', '−210 609', '−30 000']],
  ])('%s', (label, cells) => expect(cellsOf(tableOf('operating-statement'), label)).toEqual(cells))
})

describe('8.3.4 investments', () => {
  test.each([
    ['Digitalisering', ['0', '−133', '+133', '−133', '−133', '0']],
    ['Möbler', ['0', '−158', '+158', '−158', '−158', '0']],
    ['Arbetsmiljö', ['0', '−400', '+400', '−600', '0', '+600']],
    ['Summa', ['0', '−691', '+691', '−891', '−291', '+600']],
  ])('%s', (label, cells) => expect(cellsOf(tableOf('investment-statement'), label)).toEqual(cells))
})

describe('8.3.5 staff: all, women and men of 2019 and of 2018, worked out from counts', () => {
  test.each([
    ['Månadsanställda', ['137', '109', '28', '143', '108', '35']],
    ['Månadsanställda som arbetar heltid', ['94,9 %', '96,3 %', '89,3 %', '95,8 %', '98,1 %', '88,6 %']],
    ['Genomsnittlig sysselsättningsgrad', ['77,1 %', '81,3 %', '71,7 %', '68,3 %', '82,5 %', '61,3 %']],
    ['Total sjukfrånvaro', ['5,2 %', '5,0 %', '5,8 %', '7,0 %', '6,9 %', '7,5 %']],
    ['Sjukfrånvaro månadsanställda, under 15 dagar', ['2,8 %', '..', '..', '3,3 %', '..', '..']],
    ['Sjuklönekostnad', ['2,0 %', '..', '..', '1,8 %', '..', '..']],
    ['Kostnad för övertid', ['0,4 %', '..', '..', '0,3 %', '..', '..']],
  ])('%s', (label, cells) =>
    expect(
      tableOf('staff')
        .rows.find((row) => row.label === label || (label !== 'Månadsanställda' && row.label.startsWith(label)))!
        .cells.map((cell) => cellText(cell).replaceAll('\u00a0', ' ')),
    ).toEqual(cells),
  )
})

describe('8.3.7 the sub-report’s statistics', () => {
  test.each([
    ['Barn i hushåll', '1 305'],
    ['Andel av barnen', '17,4 %'],
    ['Hushåll med bistånd', '1 395'],
    ['Personer i hushåll', '3 000'],
    ['Andel av invånarna', '8,7 %'],
    ['Hushåll med bistånd, genomsnitt per månad', '599'],
    ['Månader med bistånd per hushåll', '5,15'],
  ])('2018, %s: %s', (label, value) => {
    const { rows } = tableOf('nulage-indicators', ', 2018')
    const row = rows.findLast((each) => each.label === label) ?? rows.find((each) => each.label.startsWith(label))!
    expect(cellText(row.cells[0]!).replaceAll('\u00a0', ' ')).toBe(value)
  })

  test.each([
    ['SFI', ['59', '105', '+46', '+78,0 %']],
    ['Arbetshinder, sociala skäl', ['141', '165', '+24', '+17,0 %']],
    ['Pension/Äldreförsörjningsstöd otillräcklig', ['37', '58', '+21', '+56,8 %']],
  ])('January 2018 to January 2019, %s', (label, cells) =>
    expect(cellsOf(tableOf('obstacles', ', januari 2019'), label)).toEqual(cells),
  )

  test('the diagrams of the years, the flow, the stock and the obstacles are there, and the way to a coach in steps', () => {
    const blocks = report.sections.flatMap((section) => section.blocks)
    const charts = blocks.flatMap((block) => (block.kind === 'chart' ? [block.id] : []))
    expect(charts).toEqual(
      expect.arrayContaining(['households-by-year-chart', 'throughput-chart', 'snapshot-chart', 'obstacles-chart']),
    )
    expect(blocks.filter((block) => block.kind === 'list' && block.ordered)).toHaveLength(1)
  })
})

test('8.3.6 the assignment stands with what was said of it and the day', () =>
  expect(tableOf('promises-assignment').rows.map(({ cells }) => cellText(cells[0]!))).toEqual([
    '2019-05-14. Arbetet är påbörjat.',
  ]))

describe('in every format', () => {
  const bare = (text: string) => text.replace(/[\s\u00a0\u200b]+/g, '')
  const plain = (markup: string) => bare(markup.replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&'))
  const rows = () =>
    ['operating-statement', 'investment-statement'].flatMap((id) =>
      tableOf(id).rows.map(({ label, cells }) => bare(label + cells.map(cellText).join(''))),
    )
  const file = async (format: string) => (await app.as('controller', address(format))).rawPayload

  test('on the web', async () => {
    const text = plain((await file('html')).toString())
    for (const row of rows()) expect(text).toContain(row)
  })
  test('in Word, with the page of each chapter in its contents', async () => {
    const text = plain(strFromU8(unzipSync(await file('docx'))['word/document.xml']!))
    // Without spaces: the chapter, the field of its page, the page, and the next entry or the first heading.
    expect(text).toMatch(/1FörvaltningsberättelsePAGEREF_Toc\d+\\h31\.1Samman/)
    expect(text).toMatch(/DefinitionerPAGEREF_Toc\d+\\h1\d1Förvaltnings/)
    for (const row of rows()) expect(text).toContain(row)
  })
  test('in the workbook, as numbers', async () => {
    const sheets = await readXlsxFile(await file('xlsx'))
    const staff = sheets.flatMap(({ data }) => data).find((row) => row[0] === 'varav personal')
    expect(staff?.slice(1)).toEqual([-29_743, -31_811, 2_068, -95_433, -88_733, 6_700])
  })
  test('in the PDF, with a title page, contents and its bookmarks', async () => {
    const pdf = await file('pdf')
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toContain('/Outlines')
    if (!hasReader()) return
    const text = bare(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' }))
    for (const row of rows()) expect(text).toContain(row)
  })
})

function hasReader(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
