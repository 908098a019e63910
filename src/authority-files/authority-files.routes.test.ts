import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { adult, children, households, men, payments, women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { readRows } from './delivered-row.ts'
import { monthlyLayouts } from './layouts/monthly-layouts.ts'
import type { JobUnitView } from './load-job-unit.ts'
import type { LayoutsView, MonthlyCheck, MonthsView } from './monthly-view.ts'

const app = await testApp()
const layout = monthlyLayouts.at(-1)!
const numberOf = (text: string) => IdentityNumber.parse(text)!.reveal()
const url = '/api/authority-files/monthly/2019-04'
const write = () => app.as('controller', { method: 'POST', url: `${url}/file` })

test('a municipality without data has no month to deliver', async () => {
  expect((await app.as('controller', '/api/authority-files/monthly')).json<MonthsView>()).toMatchObject({
    months: [],
    history: [],
  })
  expect((await app.as('controller', url)).statusCode).toBe(404)
  const { tables } = (await app.as('controller', '/api/authority-files/job-unit')).json<JobUnitView>()
  expect(tables[0]!.sentence).toBe('Ingen ingår under perioden.')
})

describe('a month', () => {
  beforeAll(async () => {
    await app.importText(
      'hushall.csv',
      households(
        adult('H1', women[0]!),
        `H1;${men[0]!};Medsökande;Medsökande;2018-01;;NORD;Sara Lind;;`,
        `H1;${children[0]!};Barn Ett;Barn;2018-01;;NORD;Sara Lind;;`,
        adult('H2', women[1]!),
        adult('H3', women[2]!, { protection: 'Ja' }),
        adult('H4', women[3]!),
      ),
    )
    await app.importText(
      'hinder.csv',
      [
        'Hushållsnr;Personnummer;Månad;Försörjningshinder',
        `H1;${women[0]!};2019-04;Arbetslös, ingen ersättning/stöd`,
        `H1;${men[0]!};2019-04;Föräldrapenning, väntar på`,
        `H3;${women[2]!};2019-04;Utan försörjningshinder`,
        '',
      ].join('\r\n'),
    )
    await app.importText(
      'utbetalningar.csv',
      payments(
        'U1;H1;2019-04;2019-04-25;8500,60;Försörjningsstöd',
        'U2;H2;2019-04;2019-04-25;4000,60;Försörjningsstöd',
        'U3;H3;2019-04;2019-04-25;1000,00;Försörjningsstöd',
        'U4;H4;2019-04;2019-04-25;-300,00;Försörjningsstöd',
        'U5;H9;2019-04;2019-04-25;700,00;Försörjningsstöd',
      ),
    )
  })

  test('is due on the 15th of the next, and late after it', async () => {
    const { months } = (await app.as('controller', '/api/authority-files/monthly')).json<MonthsView>()
    expect(months[0]).toMatchObject({ month: '2019-04', due: '2019-05-15', isLate: false, written: null })
  })

  test('is checked against our own figures, with what is missing and whose it is', async () => {
    const check = (await app.as('controller', url)).json<MonthlyCheck>()
    expect(check.totals).toMatchObject({
      ...{ assisted: 4, sent: 3, stopped: 1, notAssisted: 1, fileKronor: 13_501, protectedHouseholds: 1 },
      ...{ paidOre: 1_390_120, sentOre: 1_350_120, stoppedOre: 70_000, notAssistedOre: -30_000 },
    })
    expect(check.control.map(({ id, file, notSent, ours, agrees }) => [id, file, notSent, ours, agrees])).toEqual([
      ['households', 3, 1, 4, true],
      ['amount', 13_501, 400, 13_901, true],
      ['women', 3, 0, 3, true],
      ['men', 1, 0, 1, true],
    ])
    const told = (kind: string) => check.findings.find((each) => each.kind === kind)
    expect(told('no-applicant')).toMatchObject({ stops: true, households: ['H9'], protectedHouseholds: 0 })
    expect(told('value-to-complete')).toMatchObject({ stops: false, field: 'Hinder1', households: ['H2'] })
    expect(check.layout).toMatchObject({ from: '2017-01', isChecked: false, isOwn: false })
  })

  test('shows a row in words where the layout has no codes, never in the words of the program', async () => {
    const { sample } = (await app.as('controller', url)).json<MonthlyCheck>()
    expect(sample!.find(({ value }) => value === 'obstacle1')!.text).toBe('Arbetslös, ingen ersättning/stöd')
    expect(sample!.filter(({ text }) => /[a-z][A-Z]|_/.test(text))).toEqual([])
  })

  test('is written whole, also those whose data are protected, and reads as what it says', async () => {
    const answer = await write()
    expect(answer.statusCode, answer.body).toBe(200)
    expect(answer.headers['content-disposition']).toContain('ekb_manad_0483_201904.txt')
    const rows = readRows(layout, answer.rawPayload)
    expect(rows.map(({ identity1 }) => (identity1 as IdentityNumber).reveal())).toEqual(
      [women[0]!, women[1]!, women[2]!].map(numberOf),
    )
    expect(rows[0]).toMatchObject({ childrenUpTo15: 1, status2: '2', gender2: 'man', obstacle2: 'parental_awaiting' })
    expect(rows.reduce((sum, { kronor }) => sum + Number(kronor), 0)).toBe(13_501)
  })

  test('has its file in the log: who, when, which households and the hash', async () => {
    const answer = await write()
    const { months } = (await app.as('controller', '/api/authority-files/monthly')).json<MonthsView>()
    const sha256 = createHash('sha256').update(answer.rawPayload).digest('hex')
    expect(months[0]!.written).toMatchObject({ by: 'Test controller', rows: 3, kronor: 13_501, stopped: 1, sha256 })
    const { rows } = await app.database.owner.query<{ n: number }>(
      "select cardinality(household_ids) as n from audit_entry where action = 'monthly-file-written' order by entry_no desc limit 1",
    )
    expect(rows[0]!.n).toBe(3)
  })

  test('tells nobody’s number but in the file: no answer and no entry of the log has one', async () => {
    const said = [
      (await app.as('controller', url)).body,
      (await app.as('controller', '/api/authority-files/monthly')).body,
      JSON.stringify((await app.database.owner.query('select * from audit_entry')).rows),
    ].join()
    for (const text of [...women, ...men, ...children]) {
      expect(said).not.toContain(numberOf(text))
      expect(said).not.toContain(numberOf(text).slice(2))
    }
    expect((await app.as('controller', url)).body).not.toContain('H3')
  })

  test('is read by the importer of the national file', async () => {
    const { rawPayload } = await write()
    const asImported = layout.fields
      .slice(0, 18)
      .map(({ name }) => name)
      .join('\t')
    const lines = rawPayload.toString('latin1').split('\r\n').slice(0, -1)
    const text = [asImported, ...lines.map((line) => line.split('\t').slice(0, 18).join('\t')), ''].join('\r\n')
    const result = await app.importText('manadsfil.txt', text, { kind: 'national-monthly', dryRun: true })
    expect([result.rows, result.rejectedRows]).toEqual([3, 0])
  })

  test('is not for somebody who works with some units only', async () => {
    await app.limitTo('manager', ['NORD'])
    expect((await app.as('manager', url)).json()).toMatchObject({ problem: 'not-whole-municipality' })
    expect((await app.as('manager', { method: 'POST', url: `${url}/file` })).statusCode).toBe(403)
  })

  test('follows the municipality’s own layout as soon as it has one', async () => {
    const body = {
      ...layout,
      ...{
        from: '2019-04',
        source: 'Socialstyrelsens postbeskrivning 2026',
        isChecked: true,
        form: 'fixed',
        hasHeader: true,
      },
      fields: layout.fields.map((field) =>
        field.value.startsWith('obstacle')
          ? { ...field, codes: { unemployed_noBenefit: '01', parental_awaiting: '16' } }
          : field,
      ),
    }
    const saved = await app.as('controller', {
      method: 'PUT',
      url: '/api/catalogue/monthly-layout/2019-04',
      payload: { seen: 0, body },
    })
    expect(saved.statusCode, saved.body).toBe(200)
    const check = (await app.as('controller', url)).json<MonthlyCheck>()
    expect(check.layout).toMatchObject({ from: '2019-04', isChecked: true, isOwn: true })
    expect(check.findings.find(({ kind }) => kind === 'unknown-code')).toMatchObject({
      field: 'Hinder1',
      protectedHouseholds: 1,
    })
    const lines = (await write()).rawPayload.toString('latin1').split('\r\n')
    expect(new Set(lines.slice(0, -1).map(({ length }) => length)).size).toBe(1)
  })
})

describe('a layout', () => {
  const from = '2019-03'
  const save = (seen: number, body: object, role: 'administrator' | 'manager' = 'administrator') =>
    app.as(role, { method: 'PUT', url: `/api/catalogue/monthly-layout/${from}`, payload: { seen, body } })
  const own = (changes: object = {}) => ({ ...layout, from, source: 'En annan postbeskrivning', ...changes })
  const trial = (body: object) => app.as('administrator', { method: 'POST', url: `${url}/trial`, payload: body })
  const inForce = async () => (await app.as('administrator', url)).json<MonthlyCheck>().layout

  test('is refused when a field cannot be written and read back, tried or saved', async () => {
    const twice = own({ fields: [...layout.fields, layout.fields[0]] })
    expect((await save(0, twice)).json()).toMatchObject({ problem: 'layout-faulty' })
    expect((await trial(twice)).statusCode).toBe(422)
    expect((await save(0, own(), 'manager')).statusCode).toBe(403)
  })

  test('is tried on a month without being saved, and the trial is in the log', async () => {
    const before = await inForce()
    const needsDistrict = own({
      fields: layout.fields.map((field) => (field.value === 'district' ? { ...field, missing: 'stops' } : field)),
    })
    const tried = (await trial(needsDistrict)).json<MonthlyCheck>()
    expect(tried.totals.sent).toBe(0)
    expect(tried.rows.length).toBeGreaterThan(1)
    expect(tried.rows.every(({ stops }) => stops)).toBe(true)
    expect(tried.rows.find(({ household }) => household === 'H1')!.faults).toContainEqual({
      ...{ kind: 'missing-value', field: 'Distrikt', stops: true },
    })
    expect(tried.sample).toBeNull()
    expect(await inForce()).toEqual(before)
    const { rows } = await app.database.owner.query<{ detail: object }>(
      "select detail from audit_entry where action = 'monthly-file-checked' order by entry_no desc offset 1 limit 1",
    )
    expect(rows[0]!.detail).toEqual({ month: '2019-04', isTrial: true })
  })

  test('is taken out of use and into it again, and every version is kept', async () => {
    const withoutLater = await app.as('administrator', '/api/authority-files/layouts')
    const { own: entries } = withoutLater.json<LayoutsView>()
    const later = entries.find(({ key }) => key === '2019-04')!
    const put = (seen: number, isWithdrawn: boolean) =>
      app.as('administrator', {
        ...{ method: 'PUT', url: '/api/catalogue/monthly-layout/2019-04' },
        payload: { seen, body: { ...later.body, isWithdrawn } },
      })
    expect((await inForce()).from).toBe('2019-04')
    expect((await put(later.version, true)).statusCode).toBe(200)
    expect(await inForce()).toMatchObject({ isOwn: false })
    expect((await put(later.version, false)).statusCode).toBe(409)
    expect((await put(later.version + 1, false)).statusCode).toBe(200)
    expect((await inForce()).from).toBe('2019-04')
    const versions = await app.as('administrator', '/api/catalogue/monthly-layout/2019-04/versions')
    expect(versions.json<{ versions: object[] }>().versions).toHaveLength(later.version + 2)
  })
})

test('each row tells what is wrong with it, and a row that is sent is shown with stars for the numbers', async () => {
  const check = (await app.as('controller', url)).json<MonthlyCheck>()
  const byFinding = new Set(
    check.findings.flatMap(({ kind, field, households }) => households.map((key) => `${key} ${kind} ${field}`)),
  )
  const byRow = new Set(
    check.rows.flatMap(({ household, faults }) => faults.map(({ kind, field }) => `${household} ${kind} ${field}`)),
  )
  expect(byRow).toEqual(byFinding)
  expect(byRow.size).toBeGreaterThan(0)
  expect(check.sample!.find(({ value }) => value === 'identity1')!.text).toBe('*'.repeat(12))
  expect(check.sample!.find(({ value }) => value === 'month')).toMatchObject({ text: '04', first: 5, last: 6 })
})

test('a month is late when its day has passed and one before it was written here', async () => {
  const paid = ['01', '02', '03'].map((at) => `U-${at};H1;2019-${at};2019-${at}-25;100,00;Försörjningsstöd`)
  await app.importText('vinter.csv', payments(...paid))
  const february = '/api/authority-files/monthly/2019-02/file'
  expect((await app.as('controller', { method: 'POST', url: february })).statusCode).toBe(200)
  const { months } = (await app.as('controller', '/api/authority-files/monthly')).json<MonthsView>()
  expect(months.map(({ month, isLate }) => [month, isLate])).toEqual([
    ['2019-04', false],
    ['2019-03', true],
    ['2019-02', false],
    ['2019-01', false],
  ])
})

test('the job unit’s form is a file with a row for each of Kolada’s', async () => {
  const answer = await app.as('controller', '/api/authority-files/job-unit/file?from=2019-01&to=2019-12')
  expect(answer.headers['content-disposition']).toContain('arbetsmarknadsenhet-2019-01-2019-12.csv')
  expect(answer.body).toContain('U40450, andel U40406;Resultat vid avslut;A Börjat arbeta;0;0;0;')
  expect((await app.as('controller', '/api/authority-files/job-unit?from=2019-05&to=2019-01')).statusCode).toBe(400)
})
