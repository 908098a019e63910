import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, focusComes, pick, tabTo, tick, type } from '../support/journey-keyboard.ts'

/** A coach's day with the keyboard alone, from a referral that is answered to the conversation at the end. */
const app = await journeyApp({ demo: true })
// Every row of the day has its buttons, and Tab goes through those on its way.
vi.setConfig({ testTimeout: 90_000 })

const page: Page = await app.open(null)

/** At the first meeting, referred, sent to the wrong unit, and near the end. */
const [met, referred, misplaced, ending] = ['Nils Ahmed', 'Ahmed Ali', 'Fatima Eriksson', 'Ida Haddad'] as const

const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const link = (label: string | RegExp) => page.getByRole('link', { name: label, exact: true })
const part = (heading: string) => page.getByRole('region', { name: heading, exact: true })
const row = (heading: string, name: string) => part(heading).getByRole('listitem').filter({ hasText: name })
const radios = (label: string) => page.getByRole('radiogroup', { name: label })
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
const status = (text: RegExp) => page.getByRole('status').getByText(text).waitFor()
const countOf = async (label: string) =>
  Number(
    await page
      .getByRole('navigation', { name: 'Antal i dag' })
      .getByRole('link', { name: label })
      .locator('strong')
      .innerText(),
  )

test('the day is told in numbers first, and each is the number of rows that it leads to', async () => {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test coach'))
  await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor()
  await said('Tisdag 14 maj.')
  expect(new URL(page.url()).pathname).toBe('/idag')
  const unanswered = part('Hänvisningar att svara på').getByRole('button', { name: /^Anta/ })
  expect(await unanswered.count()).toBe(await countOf('Att svara på'))
  expect(
    await part('Möten')
      .getByRole('button', { name: /^Hållet/ })
      .count(),
  ).toBe(await countOf('Möten i dag'))
  expect(await countOf('Möten i dag')).toBeGreaterThan(0)
  expect(await violations(page)).toEqual([])
})

test('one referral is accepted, and another is given back with a reason', async () => {
  const before = await countOf('Att svara på')
  await activate(page, button(`Anta ${referred}`))
  await row('Antagna som väntar på start', referred).waitFor()
  await activate(page, row('Hänvisningar att svara på', misplaced).locator('summary'))
  await choose(page, button(/Varför kan ni inte ta emot\?$/), 'Fel insats: en annan passar bättre')
  await page.keyboard.press('Control+Enter')
  await row('Hänvisningar att svara på', misplaced).waitFor({ state: 'detached' })
  await expect.poll(() => countOf('Att svara på'), { timeout: 10_000 }).toBe(before - 2)
})

test('the person begins, in a group with places left', async () => {
  await activate(page, row('Antagna som väntar på start', referred).locator('summary'))
  await choose(
    page,
    row('Antagna som väntar på start', referred).getByRole('button', { name: /Grupp/ }),
    'Kök och servering, 10 lediga platser',
  )
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row', { name: new RegExp(`^${referred} .* Kök och servering`) }).waitFor()
})

test('the first meeting is held, and mapped on the page of the participant', async () => {
  await activate(page, button(`Hållet ${met}`))
  await row('Möten', met).getByText('Hållet', { exact: true }).waitFor()
  await activate(page, row('Möten', met).getByRole('link'))
  await page.getByRole('heading', { level: 1, name: met }).waitFor()
  await said('Ett möte hållet, senast 14 maj 2019.')
  await activate(page, button('Börja förenklad kartläggning'))
  await type(page, page.getByLabel('Utbildning', { exact: true }), 'Gymnasium, vård')
  await tick(page, page.getByLabel('Kartläggningen är klar'))
  await page.keyboard.press('Control+Enter')
  await said('Kartläggningen är sparad och klar')
  await said('Gymnasium, vård')
  expect(await violations(page)).toEqual([])
})

test('attendance is one key, saved at once, and Ctrl+Z takes it back', async () => {
  await activate(page, link(/Till min dag/))
  await activate(page, link('Notera närvaro'))
  await page.getByRole('heading', { level: 1, name: 'Närvaro' }).waitFor()
  const cell = page.getByRole('gridcell', { name: `${ending}, tisdag 14 maj` })
  await tabTo(page, page.getByRole('gridcell', { name: /, tisdag 14 maj/ }).first())
  for (let pressed = 0; pressed < 30 && (await cell.and(page.locator(':focus')).count()) === 0; pressed++)
    await page.keyboard.press('ArrowDown')
  await focusComes(cell)
  await page.keyboard.press('4')
  await status(/Sparat .*: ogiltig frånvaro/)
  await page.keyboard.press('Control+z')
  await status(/Taget tillbaka/)
  await page.keyboard.press('1')
  await status(/Sparat .*: närvarande/)
  await cell.getByText('Närvarande').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('1')
  const tomorrow = page.getByRole('gridcell', { name: `${ending}, onsdag 15 maj` })
  expect(await tomorrow.innerText()).toContain('går inte att notera')
  expect(await violations(page)).toEqual([])
})

test('the ending is refused until every goal is answered, and keeps what was filled in', async () => {
  await activate(page, link(/Till min dag/))
  await activate(page, link(`Avsluta … ${ending}`))
  await page.getByRole('heading', { level: 1, name: ending }).waitFor()
  await choose(page, button(/Hur slutade insatsen/), 'Fullföljd')
  await choose(page, button(/Vad ledde den till/), 'Arbete')
  await pick(page, radios('Mål 1 av 2: Har ett arbete, med eller utan subvention'), 'Uppnått')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('Svara på varje mål.').waitFor()
  await pick(page, radios('Mål 2 av 2: Bedöms stå till Arbetsförmedlingens förfogande'), 'Delvis uppnått')
  await pick(page, radios('Arbetsgivare'), 'Kommunal arbetsgivare')
  await pick(page, radios('Är anställningen subventionerad?'), 'Ja')
  await page.keyboard.press('Control+Enter')
  await said('Samtalet är inte erbjudet än. Det erbjuds alltid.')
  await said('Kommunal arbetsgivare från 14 maj 2019')
})

test('the exit conversation is held, the bad beside the good, and the day no longer asks for it', async () => {
  await activate(page, link(/Till min dag/))
  await row('Utvärderingssamtal', ending).waitFor()
  const asked = await countOf('Samtal att hålla')
  await activate(page, link(`Håll samtalet … ${ending}`))
  await pick(page, radios('Hur har det blivit på det hela taget?'), 'Bättre')
  await tick(page, page.getByRole('group', { name: 'Vad har blivit bättre?' }).getByLabel('Självförtroende'))
  await tick(page, page.getByRole('group', { name: 'Vad har blivit sämre?' }).getByLabel('Ekonomi'))
  await page.keyboard.press('Control+Enter')
  await said('Hållet 14 maj 2019: bättre.')
  expect(await violations(page)).toEqual([])
  await activate(page, link(/Till min dag/))
  await row('Utvärderingssamtal', ending).waitFor({ state: 'detached' })
  expect(await countOf('Samtal att hålla')).toBe(asked - 1)
})
