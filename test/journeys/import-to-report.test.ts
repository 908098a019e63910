import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { activate, choose, chooseFile, focusComes, tabTo } from '../support/journey-keyboard.ts'

/** From the files to the figure, the household and the report, as a unit manager, with the keyboard alone. */
const app = await journeyApp({ demo: true })
let page: Page
let before: number

/** A server that is busy takes its time. */
const patience = { timeout: 10_000 }

const householdsFile = {
  name: 'nya hushåll.csv',
  text: [
    'Hushållsnr;Personnummer;Namn;Roll;Från månad;Till månad;Enhet;Handläggare',
    '990001;19900102-2384;Prov Provsson;Registerledare;2019-01;;EBM;Maja Holm',
  ].join('\r\n'),
}

const paymentsFile = {
  name: 'nya utbetalningar.csv',
  text: [
    'Utbetalningsnr;Hushållsnr;Avser månad;Utbetalningsdatum;Belopp;Kontering',
    'N1;990001;2019-01;2019-01-25;5 000,00;Hyra',
    'N2;990001;2019-02;2019-02-25;6 000,00;Hyra',
    'N3;990001;2019-03;2019-03-25;12,3,4;Hyra',
  ].join('\r\n'),
}

const section = (file: { name: string }) =>
  page.locator('section', { has: page.getByRole('heading', { name: file.name }) })
const menu = (name: string) =>
  page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name, exact: true })
const definition = (name: string) => page.getByRole('button', { name: `Definition: ${name}`, exact: true }).first()

/** The value of a key figure on the page of figures. */
const figure = (name: string) =>
  numberIn(
    page
      .locator('tr', { has: definition(name) })
      .locator('td')
      .first(),
  )

const numberIn = async (cell: Locator) => Number((await cell.innerText()).replace(/\s/g, ''))

beforeAll(async () => {
  page = await app.open(null)
  await page.goto(app.address)
})

test('somebody signs in and meets the figures', async () => {
  await activate(page, page.getByRole('button', { name: 'Logga in som Test manager' }))
  await page.getByRole('heading', { level: 1, name: 'Uppföljning' }).waitFor()
  await definition('Hushåll med bistånd').waitFor()
  before = await figure('Hushåll med bistånd')
  expect(before).toBeGreaterThan(100)
})

test('a file is read, checked and imported, its bad rows shown', async () => {
  await activate(page, menu('Import'))
  const upload = page.getByRole('button', { name: 'Välj filer' })
  await chooseFile(page, upload, householdsFile)
  await section(householdsFile).getByText('Filens enda rad kan läsas in.').waitFor()
  await activate(page, section(householdsFile).getByRole('button', { name: 'Läs in 1 rad' }))
  await section(householdsFile).getByText('Nya rader: 1,').waitFor()

  await chooseFile(page, upload, paymentsFile)
  const draft = section(paymentsFile)
  await draft.getByText('2 rader kan läsas in. 1 rad kan inte läsas in').waitFor()
  expect(await draft.getByRole('row', { name: /^4 Belopp 12,3,4 Det här är inte ett belopp/ }).count()).toBe(1)
  const meaning = draft.getByRole('button', { name: /Betydelse av kolumnen Kontering/ })
  expect(await meaning.innerText()).toContain('Läses inte in')
  await choose(page, meaning, 'Ändamål')
  await draft.getByText('Valt av dig.').waitFor()
  await activate(page, draft.getByRole('button', { name: 'Läs in 2 rader' }))
  await draft.getByText('Nya rader: 2,').waitFor()
  expect(await draft.getByRole('link', { name: 'Hämta felraderna' }).count()).toBe(1)
})

test('the history tells what came in', async () => {
  const row = page.getByRole('row', { name: new RegExp(`^${paymentsFile.name} Utbetalningar`) })
  await row.waitFor()
  expect(await row.innerText()).toMatch(/Test manager\s+2\s+0\s+0\s+1\s+inläst/)
  const badRows = await page.request.get(app.address + (await row.getByRole('link').getAttribute('href')))
  expect(await badRows.text()).toContain('12,3,4')
})

test('the figure has changed, and its definition opens and closes', async () => {
  await activate(page, menu('Uppföljning'))
  await expect.poll(() => figure('Hushåll med bistånd'), patience).toBe(before + 1)
  await activate(page, definition('Hushåll med bistånd'))
  const dialog = page.getByRole('dialog', { name: 'Definition: Hushåll med bistånd' })
  await dialog.getByText('Antal olika hushåll').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focusComes(definition('Hushåll med bistånd'))
})

test('the household is found by its number, and shows its payments', async () => {
  await activate(page, menu('Hushåll'))
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('990001')
  await page.getByRole('status').getByText('1 hushåll', { exact: true }).waitFor()
  await activate(page, page.getByRole('link', { name: 'Prov Provsson' }))
  await page.getByRole('heading', { level: 1, name: 'Hushåll 990001' }).waitFor()
  await page.getByRole('img', { name: /fick hushållet bistånd 2 av 2 månader, sammanlagt 11 000 kr/ }).waitFor()
  await activate(page, page.getByRole('link', { name: 'Tabeller' }))
  await tabTo(page, page.getByRole('tab', { name: 'Månader (2)' }))
  await page.keyboard.press('ArrowRight')
  await page.getByRole('row', { name: '2019-02-25 februari 2019 Hyra 6 000 kr' }).waitFor()
})

test('the report shows the same figure, and is there in every format', async () => {
  await activate(page, menu('Rapporter'))
  await activate(page, page.getByRole('link', { name: 'Färdiga rapporter' }))
  const row = page
    .getByRole('article')
    .locator('tr', { has: page.getByRole('link', { name: /: Hushåll med bistånd$/ }) })
  await row.first().waitFor()
  expect(await numberIn(row.first().locator('td').first())).toBe(before + 1)
  for (const [name, beginning] of [
    ['Word', 'PK'],
    ['Excel', 'PK'],
    ['PDF', '%PDF'],
    ['JSON', '{'],
  ] as const) {
    const link = page.getByRole('link', { name, exact: true })
    await tabTo(page, link)
    const file = await page.request.get(app.address + (await link.getAttribute('href')))
    expect([name, file.status(), (await file.body()).subarray(0, beginning.length).toString()]).toEqual([
      name,
      200,
      beginning,
    ])
  }
})

test('an import that is undone takes its figure with it', async () => {
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await activate(page, menu('Import'))
  await activate(page, page.getByRole('button', { name: `Ångra importen av ${paymentsFile.name}` }))
  await page.getByRole('dialog', { name: 'Ångra importen?' }).waitFor()
  await activate(page, page.getByRole('button', { name: 'Ångra importen', exact: true }))
  await page.getByRole('row', { name: new RegExp(`^${paymentsFile.name} .* ångrad`) }).waitFor()
  await activate(page, menu('Uppföljning'))
  await expect.poll(() => figure('Hushåll med bistånd'), patience).toBe(before)
})
