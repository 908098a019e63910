import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { aMinuteLater, paidInJanuary, rowsOf, traceOf } from '../../test/support/register-facts.ts'
import { adult, households, payments, sixPayments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { confirm, finished, importThroughBrowser, upload } from '../../test/support/upload.ts'
import type { ImportSummary, Preview } from './import-answers.ts'

const app = await testApp()

describe('the way of a file from the browser to the figures', () => {
  test('a preview judges the rows and writes nothing', async () => {
    const before = await traceOf(app)
    const answer = await upload(app, 'controller', 'utbetalningar.csv', sixPayments({ H1: 'abc' }))
    expect(answer.statusCode).toBe(200)
    const preview: Preview = answer.json()
    expect(preview).toMatchObject({ kind: 'payments', delimiter: ';', rows: 6, accepted: 5, rejectedCount: 1 })
    expect(preview.rejected).toEqual([
      { row: 2, column: 'Belopp', problem: 'not-an-amount', text: expect.any(String), found: 'abc' },
    ])
    expect(await traceOf(app)).toEqual(before)
  })

  test('a confirmed file is imported, counted in the figures and listed with who did it', async () => {
    const { run } = await importThroughBrowser(app, 'controller', 'utbetalningar.csv', sixPayments())
    expect(run).toMatchObject({ status: 'done', progress: 1, accepted: 6, superseded: 0, rejectedCount: 0 })
    expect(await paidInJanuary(app)).toBe(6000)
    const { imports } = (await app.as('manager', '/api/imports')).json<{ imports: ImportSummary[] }>()
    expect(imports).toEqual([
      expect.objectContaining({
        id: run.id,
        fileName: 'utbetalningar.csv',
        importedBy: 'Test controller',
        accepted: 6,
      }),
    ])
  })

  test('the waiting file is removed when it has been read', async () => {
    const { run } = await importThroughBrowser(app, 'manager', 'utbetalningar.csv', sixPayments())
    expect(run).toMatchObject({ accepted: 0, unchanged: 6 })
    // The first preview of this file of tests was never confirmed.
    await expect.poll(() => readdir(join(app.dir, 'uploads'))).toHaveLength(1)
  })

  test('a preview belongs to the one who sent the file', async () => {
    const preview: Preview = (await upload(app, 'controller', 'utbetalningar.csv', sixPayments())).json()
    const payload = { kind: 'payments', mapping: null }
    const url = `/api/imports/preview/${preview.previewId}/check`
    expect((await app.as('manager', { method: 'POST', url, payload })).statusCode).toBe(404)
    expect((await confirm(app, 'manager', preview)).statusCode).toBe(404)
    expect((await app.as('controller', { method: 'POST', url, payload })).statusCode).toBe(200)
    expect((await confirm(app, 'controller', preview)).statusCode).toBe(202)
    expect((await confirm(app, 'controller', preview)).statusCode).toBe(404)
  })

  test('an unreadable file is refused with what to do', async () => {
    const answer = await upload(app, 'controller', 'bok.xlsx', 'PK\u0003\u0004 not a workbook')
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ problem: expect.any(String), text: expect.stringMatching(/[.]$/) })
  })

  test('a file of another municipality fails, says so, and writes nothing', async () => {
    const before = await traceOf(app)
    const other = `Kommun;${sixPayments().replaceAll('\r\nU', '\r\n0486;U')}`
    const { run } = await importThroughBrowser(app, 'controller', 'utbetalningar.csv', other)
    expect(run).toMatchObject({ status: 'failed', text: expect.stringContaining('en annan kommun') })
    expect(await traceOf(app)).toEqual(before)
  })

  test('a mapping that is confirmed as a profile is recognised next time', async () => {
    const file = 'Nr;Hh;Per;Kr\r\nU-H1;H1;2019-01;1000,00\r\n'
    const preview: Preview = (await upload(app, 'controller', 'utdrag.csv', file)).json()
    expect(preview.profile).toBeNull()
    const mapping = { Nr: 'paymentKey', Hh: 'household', Per: 'concernedMonth', Kr: 'amount' }
    const payload = { previewId: preview.previewId, kind: 'payments', mapping, profileName: 'Ekonomens utdrag' }
    aMinuteLater(app)
    const { importId } = (await app.as('controller', { method: 'POST', url: '/api/imports', payload })).json<{
      importId: string
    }>()
    expect(await finished(app, 'controller', importId)).toMatchObject({ status: 'done', superseded: 1 })
    const again: Preview = (await upload(app, 'controller', 'utdrag2.csv', file)).json()
    expect(again).toMatchObject({ profile: 'Ekonomens utdrag', kind: 'payments', accepted: 1 })
  })
})

describe('bad rows', () => {
  const number = women[7]!
  const file = households(
    adult('B1', women[6]!),
    `B2;${number};=HYPERLINK("x");Granne;2018-01;;NORD;;;`,
    `B2;${women[8]};Eva Ek;Medsökande;2018-01;;;;;`,
  )
  let importId = ''

  test('are shown with identity numbers masked, in the preview and in the register', async () => {
    aMinuteLater(app)
    const { preview, run } = await importThroughBrowser(app, 'controller', 'hushall.csv', file)
    expect(run).toMatchObject({ accepted: 2, rejectedCount: 1 })
    importId = run.id
    for (const each of [women[6]!, number, women[8]!]) expect(JSON.stringify(preview)).not.toContain(each)
    const stored = JSON.stringify(await rowsOf(app, 'select found from import_rejection'))
    expect(stored).not.toContain(number)
  })

  test('are downloaded under the headings of the file, and a spreadsheet runs none of them as a formula', async () => {
    const answer = await app.as('controller', `/api/imports/${importId}/rejected.csv`)
    expect(answer.headers['content-disposition']).toContain(`felrader-import-${importId}.csv`)
    const [header, row, ...rest] = answer.body.trimEnd().split('\r\n')
    expect(header).toBe(`\ufeffutfall_rad;utfall_fel;${file.split('\r\n')[0]}`)
    expect(row).toMatch(/^3;Roll: .+;B2;/)
    expect(row).toContain(`;${number};"'=HYPERLINK(""x"")";`)
    expect(rest).toEqual([])
  })

  test('are mended, sent again and written, and nobody else in the household is taken for gone', async () => {
    const { body } = await app.as('controller', `/api/imports/${importId}/rejected.csv`)
    aMinuteLater(app)
    const mended = body.replace(';Granne;', ';Registerledare;')
    const { preview, run } = await importThroughBrowser(app, 'controller', 'felrader.csv', mended)
    expect(preview).toMatchObject({ kind: 'households', accepted: 1, rejectedCount: 0 })
    expect(run).toMatchObject({ accepted: 1, superseded: 0, rejectedCount: 0 })
    const [summary] = await rowsOf(app, `select adults from household_summary where source_key = 'B2'`)
    expect(summary).toEqual({ adults: 2 })
  })

  test.each(['reception', 'caseworker', 'coach', 'board'] as const)('are not shown to %s', async (role) => {
    expect((await app.as(role, `/api/imports/${importId}/rejected.csv`)).statusCode).toBe(403)
  })

  test('of an import that does not exist are not found', async () => {
    expect((await app.as('controller', '/api/imports/999/rejected.csv')).statusCode).toBe(404)
  })
})

describe('undo', () => {
  test('takes the import back, is shown in the history, and is refused the second time', async () => {
    aMinuteLater(app)
    const { run } = await importThroughBrowser(
      app,
      'controller',
      'u.csv',
      payments('Ny1;H1;2019-01;2019-01-25;9000,00;'),
    )
    expect(await paidInJanuary(app)).toBe(15000)
    aMinuteLater(app)
    const undo = () => app.as('controller', { method: 'POST', url: `/api/imports/${run.id}/undo` })
    expect((await undo()).statusCode).toBe(204)
    expect(await paidInJanuary(app)).toBe(6000)
    const { imports } = (await app.as('controller', '/api/imports')).json<{ imports: ImportSummary[] }>()
    expect(imports.find(({ id }) => id === run.id)).toMatchObject({ status: 'undone' })
    const second = await undo()
    expect([second.statusCode, second.json()]).toEqual([409, { problem: 'already-undone', text: expect.any(String) }])
  })
})
