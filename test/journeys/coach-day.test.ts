import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { coachRegister, consentToAll, meetingAt, referredTo } from '../support/coach-register.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, tabTo } from '../support/journey-keyboard.ts'

/** A coach's day with the keyboard alone, from a referral that is accepted to the conversation at the end. */
const name = 'Anna Ek'
const app = await journeyApp({ demo: false })
const { record, idsOf } = await coachRegister(app, [name, 'Britta Sund'])
await record('caseworker', name, consentToAll, referredTo('2019-05-06'), meetingAt('2019-05-14T09:00'))
await record('caseworker', 'Britta Sund', { ...consentToAll, on: '2019-05-01' })
const page: Page = await app.open('coach')

const button = (label: string) => page.getByRole('button', { name: label, exact: true })
const folded = (label: string) => page.locator('summary', { hasText: label })
const part = (heading: string) => page.getByRole('region', { name: heading, exact: true })
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()

async function type(field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

async function tick(field: Locator): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Space')
}

/** A group of radios is one stop: Tab goes into it and the arrows choose. */
async function pick(group: string, option: string): Promise<void> {
  const radios = page.getByRole('radiogroup', { name: group }).getByRole('radio')
  await tabTo(page, radios.first())
  await page.keyboard.press('Space')
  const wanted = page.getByRole('radiogroup', { name: group }).getByRole('radio', { name: option, exact: true })
  for (let pressed = 0; pressed < 6 && !(await wanted.isChecked()); pressed++) await page.keyboard.press('ArrowDown')
  expect(await wanted.isChecked()).toBe(true)
}

test('the day is told in numbers first, and holds only what is open', async () => {
  await page.goto(`${app.address}/idag`)
  await said('Tisdag 14 maj.')
  expect(await page.getByRole('navigation', { name: 'Antal i dag' }).innerText()).toMatch(/1\s+Att svara på/)
  expect(await page.content()).not.toContain('Britta Sund')
  expect(await violations(page)).toEqual([])
})

test('the referral is accepted and the meeting is held, without leaving the day', async () => {
  await activate(page, button(`Anta ${name}`))
  await part('Hänvisningar att svara på').getByText('Alla hänvisningar är besvarade.').waitFor()
  await activate(page, button(`Hållet ${name}`))
  await part('Möten').getByText('Hållet', { exact: true }).waitFor()
})

test('the person begins, in a group with places left', async () => {
  await activate(page, folded('Börja …'))
  await choose(page, page.getByRole('button', { name: /Grupp/ }), 'Vårgruppen, 12 lediga platser')
  await page.keyboard.press('Control+Enter')
  await part('Pågår').getByRole('link', { name }).waitFor()
})

test('the first meeting is mapped on the page of the participant', async () => {
  await activate(page, part('Pågår').getByRole('link', { name }))
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await activate(page, button('Börja förenklad kartläggning'))
  await type(page.getByLabel('Utbildning', { exact: true }), 'Gymnasium, vård')
  await page.keyboard.press('Control+Enter')
  await said('Kartläggningen är sparad')
  await said('Gymnasium, vård')
  expect(await violations(page)).toEqual([])
})

test('attendance is one key, saved at once, and Ctrl+Z takes it back', async () => {
  await page.goto(`${app.address}/idag/narvaro`)
  const cell = page.getByRole('gridcell', { name: `${name}, tisdag 14 maj` })
  await tabTo(page, cell)
  await page.keyboard.press('4')
  await page
    .getByRole('status')
    .getByText(/Sparat .*: ogiltig frånvaro/)
    .waitFor()
  await page.keyboard.press('Control+z')
  await page
    .getByRole('status')
    .getByText(/Taget tillbaka/)
    .waitFor()
  await page.keyboard.press('1')
  await page
    .getByRole('status')
    .getByText(/Sparat .*: närvarande/)
    .waitFor()
  await cell.getByText('Närvarande').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('1')
  expect(await page.getByRole('gridcell', { name: /onsdag 15 maj/ }).innerText()).toContain('går inte att notera')
  expect(await violations(page)).toEqual([])
})

test('the ending is refused until every goal is answered, and keeps what was filled in', async () => {
  const { household, person } = idsOf(name)
  await page.goto(`${app.address}/deltagare/${household}/${person}`)
  await activate(page, folded('Avsluta insatsen …'))
  await choose(page, page.getByRole('button', { name: /Hur slutade insatsen/ }), 'Fullföljd')
  await choose(page, page.getByRole('button', { name: /Vad ledde den till/ }), 'Arbete')
  await pick('Mål 1 av 2: Har ett arbete', 'Uppnått')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('Svara på varje mål.').waitFor()
  await pick('Mål 2 av 2: Kommer varje dag', 'Delvis uppnått')
  await pick('Arbetsgivare', 'Kommunal arbetsgivare')
  await pick('Är anställningen subventionerad?', 'Ja')
  await page.keyboard.press('Control+Enter')
  await said('Samtalet är inte erbjudet än. Det erbjuds alltid.')
  await said('Kommunal arbetsgivare från 14 maj 2019')
})

test('the exit conversation is held, the bad beside the good', async () => {
  await activate(page, folded('Skriv in samtalet …'))
  await pick('Hur har det blivit på det hela taget?', 'Bättre')
  await tick(page.getByRole('group', { name: 'Vad har blivit bättre?' }).getByLabel('Självförtroende'))
  await tick(page.getByRole('group', { name: 'Vad har blivit sämre?' }).getByLabel('Ekonomi'))
  await page.keyboard.press('Control+Enter')
  await said('Hållet 14 maj 2019: bättre.')
  expect(await violations(page)).toEqual([])
  await page.goto(`${app.address}/idag`)
  await said('Alla utvärderingssamtal är hållna eller avböjda.')
})
