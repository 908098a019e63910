import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { VarianceView } from '../../src/budget-follow-up/variance-view.ts'
import { writeDemo } from '../../src/demo/demo.ts'
import { month } from '../../src/values/month.ts'
import { filesUntil, importAll, rowsSince } from '../support/files-until.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, chooseFile, retype, tabTo, type } from '../support/journey-keyboard.ts'

/** A controller's spring and August with the keyboard alone: April comes in, the variance, the forecast, an action, and what became of it. */
const app = await journeyApp({ demo: false })
vi.setConfig({ testTimeout: 90_000 })

// Enough households for somebody to be compared with.
const { files } = writeDemo({ households: 480, months: 31, lastMonth: month('2019-07') })
const [march, april] = [month('2019-03'), month('2019-04')]
app.clock.now = new Date('2019-04-03T06:00:00Z')
await importAll(app, filesUntil(files, march))
app.clock.now = new Date('2019-05-14T08:00:00Z')

const page: Page = await app.open(null)

const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const link = (label: string | RegExp) => page.getByRole('link', { name: label, exact: true })
const menu = (label: string) =>
  page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: label, exact: true })
const part = (label: string) =>
  page.getByRole('navigation', { name: 'Ekonomins sidor' }).getByRole('link', { name: label, exact: true })
const table = (name: string | RegExp) => page.getByRole('table', { name })
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
const heading = (name: string | RegExp, level = 1) => page.getByRole('heading', { level, name }).waitFor()
const number = (text: string) => Number(text.replace(/[\s+]/g, '').replace('−', '-').replace(',', '.'))
/** An amount of the action's position, in thousands. */
const amountOf = async (term: string) => {
  const fact = page.locator('.savings-facts > div', { has: page.getByText(term, { exact: true }) })
  return number((await fact.locator('dd').first().innerText()).replace('tkr', ''))
}

async function signIn() {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test controller'))
  await heading('Uppföljning')
}

test('April comes in as files: the payments of the case system and the ledger', async () => {
  const known = filesUntil(files, april)
  await importAll(
    app,
    known.filter(({ fileName }) => !/^(utbetalningar|huvudbok)/.test(fileName)),
  )
  const payments = rowsSince(known, 'utbetalningar.csv', march)
  const ledger = known.find(({ fileName }) => fileName === 'huvudbok_2019.se')!
  await signIn()
  await activate(page, menu('Import'))
  for (const { fileName, bytes } of [payments, ledger]) {
    const draft = page.locator('section', { has: page.getByRole('heading', { name: fileName }) })
    await chooseFile(page, button('Välj filer'), { name: fileName, text: bytes })
    await activate(page, draft.getByRole('button', { name: /^Läs in \d+ rader/ }))
    await draft.getByText(/^Nya rader: [1-9]/).waitFor()
  }
})

test('the statement has April beside its budget', async () => {
  await activate(page, menu('Ekonomi'))
  await heading('Ekonomi')
  await said('Utfall mot budget, januari–april 2019')
  const assistance = table(/^Driftredovisning/).getByRole('row', { name: /ekonomiskt bistånd/i })
  expect(number(await assistance.locator('td').first().innerText())).toBeLessThan(0)
  expect(await violations(page)).toEqual([])
})

test('the variance is explained by parts that are the whole', async () => {
  await activate(page, part('Avvikelsen förklarad'))
  await heading('Avvikelsen förklarad')
  const explained = table(/^Varför kostnaden ändrades/)
  await explained.waitFor()
  const shown = (await explained.locator('tbody td').allInnerTexts()).map(number)
  const answer = await page.request.get(`${app.address}/api/economy/variance`)
  const { tables, from, to } = (await answer.json()) as VarianceView
  const amounts = tables.find(({ id }) => id === 'variance-explained')!.rows.map((row) => row.cells[0]!.value!)
  const whole = amounts.pop()!
  expect([from, to]).toEqual(['2019-01', '2019-04'])
  expect(amounts.reduce((sum, each) => sum + each, 0)).toBe(whole)
  expect(shown).toEqual([...amounts, whole].map((ore) => Math.round(ore / 100_000)))
  expect(await violations(page)).toEqual([])
})

test('a forecast is not adjusted without a reason', async () => {
  await activate(page, part('Helårsprognos'))
  await heading('Fastställ prognosen 2019: Ekonomiskt bistånd', 2)
  await retype(page, page.getByLabel('Justering, tkr'), '−300')
  await page.keyboard.press('Control+Enter')
  await said('Skriv varför du justerar prognosen.')
  await said('Ingen prognos är fastställd ännu.')
})

test('with a reason it is issued, and says who and when', async () => {
  await type(page, page.getByLabel('Skäl', { exact: true }), 'Hyrorna höjs i juli.')
  await page.keyboard.press('Control+Enter')
  await said('Prognosen är fastställd.')
  const issued = table(/^Alla fastställda prognoser/).getByRole('row', { name: /^Ekonomiskt bistånd 2019/ })
  await issued.waitFor()
  expect(await issued.innerText()).toMatch(
    /2019-05-14 10:00\s+Test controller\s+april 2019.*−300.*Hyrorna höjs i juli\./s,
  )
  expect(await violations(page)).toEqual([])
})

test('an action is opened, and the months that it takes for granted are seen', async () => {
  await activate(page, menu('Åtgärder'), 'Shift+Tab')
  await activate(page, link('Ny åtgärd'))
  await heading('Ny åtgärd')
  await type(page, page.getByLabel('Namn', { exact: true }), 'Fler till Steget')
  await type(page, page.getByLabel('Ansvarig', { exact: true }), 'Enhetschefen')
  await choose(page, button(/Följs genom/), 'Insats: Steget 2.0')
  await retype(page, page.getByLabel('Första månad'), '2018-05')
  await type(page, page.getByLabel('Nästa uppföljning'), '2019-08-14')
  await type(page, page.getByLabel('Personer', { exact: true }), '16')
  await type(page, page.getByLabel('Kronor per månad och person', { exact: true }), '6300')
  await type(page, page.getByLabel('Utlovad besparing, kronor', { exact: true }), '600 000')
  await said('Alla: 5,95 månader.')
  await page.keyboard.press('Control+Enter')
  await said('Ange varifrån talen kommer.')
  await said('Jämförelsen ska ligga före åtgärdens första månad.')
  await type(page, page.getByLabel('Källa för talen', { exact: true }), 'Handlingsplanen')
  await retype(page, page.getByLabel('Jämförelseperiod, från'), '2017-05')
  await retype(page, page.getByLabel('Jämförelseperiod, till och med'), '2018-04')
  await page.keyboard.press('Control+Enter')
  await heading('Fler till Steget')
  await said('Åtgärden är sparad.')
  await said('Utbetalningarna är kända till och med april 2019.')
  expect(await violations(page)).toEqual([])
})

test('in August the promise stands beside what came of it', async () => {
  app.clock.now = new Date('2019-08-14T08:00:00Z')
  await importAll(app, files)
  await signIn()
  await activate(page, menu('Åtgärder'))
  const row = table('Åtgärder och besparingar').getByRole('row', { name: /^Fler till Steget/ })
  await row.getByText('Uppföljning i dag eller försenad').waitFor()
  const shown = await row.getByRole('cell').allInnerTexts()
  await activate(page, row.getByRole('link'))
  await heading('Fler till Steget')
  await said('Utbetalningarna är kända till och med juli 2019.')
  const [promised, due, realised, unexplained] = await Promise.all(
    ['Lovat', 'Lovat hittills', 'Realiserat', 'Oförklarat'].map(amountOf),
  )
  expect(shown.slice(0, 2).map(number)).toEqual([promised, realised])
  expect(promised).toBe(600)
  // Each is rounded by itself.
  expect(Math.abs(due! - realised! - unexplained!)).toBeLessThanOrEqual(1)
  await page.getByRole('img', { name: /^Lovat och realiserat, ackumulerat/ }).waitFor()
  await tabTo(page, button('Ändra åtgärden'))
  expect(await violations(page)).toEqual([])
})
