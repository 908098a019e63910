import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { writeDemo } from '../../src/demo/demo.ts'
import { addDemoUsers } from '../../src/demo-casework.ts'
import { month } from '../../src/values/month.ts'
import { filesUntil, importAll } from '../support/files-until.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, focusComes, retype, tabTo, tick, type } from '../support/journey-keyboard.ts'

/** A manager's project with the keyboard alone: rank, freeze, assign, follow for a year, extend. */
const app = await journeyApp({ demo: false })
// Every household of the group has a link and a box, and Tab goes through those on its way.
vi.setConfig({ testTimeout: 90_000 })

/** A fifth of the municipality: the hundred costliest are twenty, and the hundred and twenty are twenty-four. */
const [costliest, extended] = [20, 24]
const { files } = writeDemo({ households: 120, months: 36, lastMonth: month('2019-12') })
app.clock.now = new Date('2019-01-14T08:00:00Z')
await importAll(app, filesUntil(files, month('2018-12')))
await addDemoUsers({ register: app.database, municipality: app.municipality })

const page: Page = await app.open(null)
/** Who are to work with them. */
const chosen = ['Klara Strand', 'Lina Ek']

const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const menu = (label: string) =>
  page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: label, exact: true })
const table = (name: string | RegExp) => page.getByRole('table', { name })
const field = (label: string) => page.getByLabel(label, { exact: true })
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
const heading = (name: string | RegExp, level = 1) => page.getByRole('heading', { level, name }).waitFor()
const history = page.locator('section', { has: page.getByRole('heading', { name: 'Hur gruppen har blivit till' }) })
const members = table(/^Hushåll i målgruppen/)
  .getByRole('row')
  .filter({ has: page.getByRole('rowheader') })

/** How many of those shown each of the caseworkers has. */
const sharesOf = (names: readonly string[]) =>
  Promise.all(names.map((name) => members.filter({ has: page.getByRole('cell', { name, exact: true }) }).count()))

async function signIn() {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test manager'))
  await heading('Uppföljning')
  await activate(page, menu('Målgrupper'))
  await heading('Målgrupper')
}

test('the households are ranked, and the share of the costliest is told with its base', async () => {
  await signIn()
  await retype(page, field('Antal dyraste'), String(costliest))
  await page.waitForURL(/costliest=20/)
  await said(/^De 20 hushåll som valts är [\d,]+\s% av de \d+ hushåll som fick bistånd under perioden/)
  await said(/^Andelen räknas på periodens alla \d+ hushåll, inte på de \d+ som får bistånd en genomsnittlig månad/)
  expect(await violations(page)).toEqual([])
})

test('the costliest are written down as they are today', async () => {
  await activate(page, button('Spara som målgrupp'))
  await focusComes(field('Namn'))
  await activate(page, button('Spara målgruppen'))
  await said('Skriv ett namn.')
  await tabTo(page, field('Namn'), 'Shift+Tab')
  await page.keyboard.type('De dyraste')
  await type(page, field('Syfte'), 'Två handläggare arbetar tätt med hushållen.')
  await page.keyboard.press('Control+Enter')
  await heading('De dyraste')
  await said('20 hushåll är med i dag.')
  await history.getByText('2019-01-14: 20 hushåll skrevs ner.').waitFor()
  expect(await violations(page)).toEqual([])
})

test('a project needs a baseline and a target', async () => {
  await activate(page, button('Starta ett projekt'))
  await focusComes(field('Namn'))
  await type(page, field('Namn'), 'Projektet för de dyraste')
  await type(page, field('Sista dag'), '2020-12-31')
  await type(page, field('Mål'), 'Hushåll som har lämnat biståndet')
  await type(page, field('Enhet'), 'hushåll')
  await page.keyboard.press('Control+Enter')
  await said('Skriv ett tal, till exempel 12,5.')
  await type(page, field('Utgångsläge'), '0')
  await type(page, field('Ska nås'), '4')
  await activate(page, button('Lägg till en post'))
  await type(page, field('Post'), 'Personal')
  await type(page, field('Kronor'), '254 000')
  const caseworkers = page.getByRole('group', { name: 'Handläggare i projektet' }).getByRole('checkbox')
  await tick(page, caseworkers.nth(0))
  await tick(page, caseworkers.nth(1))
  await page.keyboard.press('Control+Enter')
  await heading('Projekt: Projektet för de dyraste', 2)
  await said('20 hushåll på 2 handläggare: 10 hushåll var.')
  await heading('När projektet bär sig', 2)
  expect(await violations(page)).toEqual([])
})

test('they are assigned to two caseworkers, and the caseload is seen first', async () => {
  const size = await members.count()
  await activate(page, button('Markera alla som är med'))
  await activate(page, button('Fördela på handläggare'))
  const dialog = page.getByRole('dialog', { name: `Tilldela ${size} hushåll` })
  await dialog.getByText('Välj minst en handläggare för att se vad som händer.').waitFor()
  const box = (name: string) => dialog.getByRole('checkbox', { name: new RegExp(`^${name}: `) })
  for (const name of chosen) await tick(page, box(name))
  // What is said of the second is only there when both are counted with.
  const load = (name: string) => dialog.getByText(new RegExp(`^${name}: \\d+ → \\d+$`))
  await load(chosen[1]!).waitFor()
  await dialog.getByText(/^\d+ hushåll får ny handläggare\./).waitFor()
  const loads = await Promise.all(chosen.map((name) => load(name).innerText()))
  const promised = loads.map((shown) => Number(shown.split(' → ')[1]))
  await activate(page, dialog.getByRole('button', { name: /^Tilldela \d+ hushåll$/ }))
  await said(/^\d+ hushåll delade lika på 2 handläggare$/)
  await expect.poll(() => sharesOf(chosen), { timeout: 10_000 }).toEqual([size / 2, size / 2])
  await activate(page, button('Markera alla som är med'), 'Shift+Tab')
  await activate(page, button('Fördela på handläggare'))
  for (const [at, name] of chosen.entries())
    await dialog.getByText(`${name}: ${promised[at]}`, { exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('a year later it is seen who has left and what they cost, beside those who came next', async () => {
  app.clock.now = new Date('2020-01-14T08:00:00Z')
  await importAll(app, files)
  await signIn()
  await activate(page, page.getByRole('link', { name: 'De dyraste', exact: true }).first())
  await heading('De dyraste')
  await said('20 hushåll är med i dag.')
  const size = await members.count()
  expect(await sharesOf(chosen)).toEqual([size / 2, size / 2])
  const left = table('Hushåll som lämnat biståndet').getByRole('row', { name: /^Hushåll/ })
  expect(await left.locator('td').first().innerText()).toBe('20')
  expect(Number(await left.locator('td').nth(1).innerText())).toBeGreaterThan(0)
  await said(/^Kostnaden (minskade|ökade) med [\d,]+\s% i målgruppen och (minskade|ökade) med [\d,]+\s% i jämförelsen/)
  const tertials = table(/^Projektet tertial för tertial/).getByRole('rowheader')
  expect(await tertials.allInnerTexts()).toEqual(['januari–april 2019', 'maj–augusti 2019', 'september–december 2019'])
  expect(await violations(page)).toEqual([])
})

test('it is extended by a fifth, and those who were there before stay as they were', async () => {
  await retype(page, field('Antal dyraste'), String(extended))
  await said(/^Regeln träffar 24 hushåll. 4 kommer till, 20 är eller har varit med. Målgruppen får 24 hushåll./)
  await activate(page, button('Lägg till 4 hushåll'))
  await said('4 hushåll är nu med i målgruppen.')
  await said('24 hushåll är med i dag.')
  await history.getByText('2019-01-14: 20 hushåll skrevs ner.').waitFor()
  await history.getByText('2020-01-14: 4 hushåll skrevs ner.').waitFor()
  await page.getByRole('button', { name: 'Ångra', exact: true }).waitFor()
  expect(await members.filter({ hasText: 'Sedan 2019-01-14' }).count()).toBe(costliest)
  expect(await members.filter({ hasText: 'Sedan 2020-01-14' }).count()).toBe(extended - costliest)
  await choose(page, button(/Följ dem som kom$/), '2020-01-14 (4 hushåll)')
  await said('Underlaget har ännu ingen månad efter att gruppen gjordes.')
  expect(await violations(page)).toEqual([])
})
