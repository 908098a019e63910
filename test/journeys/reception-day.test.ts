import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { numberOf, unknownNumber } from '../support/demo-people.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, focusComes, pick, tabTo, tick, type } from '../support/journey-keyboard.ts'

/** A day in reception with the keyboard alone: who it is, where to, with which coach, and whether the promise holds. */
const app = await journeyApp({ demo: true })
const page: Page = await app.open(null)

const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const group = (label: string) => page.getByRole('radiogroup', { name: label, exact: true })
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
const box = page.getByRole('searchbox')

test('the day begins in reception, with the search box ready', async () => {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test reception'))
  await page.getByRole('heading', { level: 1, name: 'Mottagning' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/mottagning')
  await focusComes(box)
})

test('an identity number leads straight to the contact, and never into the address', async () => {
  await page.keyboard.type(numberOf('100560'))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 2, name: 'Yusuf Andersson' }).waitFor()
  expect(page.url()).not.toContain(numberOf('100560').slice(-4))
  expect(await violations(page)).toEqual([])
})

test('what is assessed of the ability to work decides what is suggested, and why', async () => {
  await pick(page, group('Hur'), 'Besök')
  await tick(page, page.getByLabel('Har blivit av med arbete eller ersättning'))
  await pick(page, group('Arbetslös'), 'Ja')
  await activate(page, button('Lägg till bedömning'))
  await choose(page, page.getByRole('button', { name: /^Oklar/ }), 'Hel arbetsförmåga')
  await said('Hel arbetsförmåga: arbetsmarknadsenheten')
})

test('the coach of another committee is booked once a consent is filled in', async () => {
  await choose(page, button(/Ledig tid/), /Anders Vind \(Jobbtorg\)$/)
  await said('Jobbtorg hör till en annan nämnd. Fyll i samtycke nedan för att kunna boka.')
  await tick(page, page.getByLabel('Personen samtycker till att uppgifter delas'))
  await button(/^Jobbtorg Med vem/).waitFor()
  await page.keyboard.press('Control+Enter')
  await said(/^Kontakten är registrerad\. Tid hos Anders Vind .* maj kl\. /)
  await focusComes(box)
})

test('somebody new is added from the number, and another way than the suggested needs a reason', async () => {
  await page.keyboard.type(unknownNumber())
  await page.keyboard.press('Enter')
  await said('Numret är giltigt, men personen finns inte i registret.')
  await page.keyboard.type('Anna Ek')
  await choose(page, button(/Enhet som ansvarar/), 'Ekonomiskt bistånd mottagning')
  await activate(page, button('Lägg upp och fortsätt'))
  await page.getByRole('heading', { level: 2, name: 'Anna Ek' }).waitFor()
  await pick(page, group('Arbetslös'), 'Nej')
  await pick(page, group('Väntad tid med bistånd'), 'Kort (någon eller några månader)')
  await said('Kort behov: ärendet stannar i mottagningen')
  await choose(page, button(/^Följ förslaget/), 'Socialsekreterare på planeringsenhet')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('Skriv varför du väljer en annan väg än förslaget.').waitFor()
  await type(page, page.getByLabel('Varför inte förslaget?'), 'Har barn och ingen bostad')
  await page.keyboard.press('Control+Enter')
  await said('Kontakten är registrerad.')
})

test('a broken promise gets its cause, and one that can be kept gets an earlier time', async () => {
  const explain = button(/^Ange orsak till brutet löfte för/)
  const rebook = button(/^Boka tidigare tid åt/)
  await tabTo(page, page.getByRole('tab', { name: 'Ny kontakt' }))
  await page.keyboard.press('ArrowRight')
  await page.getByText('Yusuf Andersson').waitFor()
  expect(await violations(page)).toEqual([])
  const broken = await explain.count()
  expect(broken).toBeGreaterThan(0)
  await activate(page, explain.first())
  await pick(page, group('Varför bröts löftet?'), 'Ingen ledig tid hos coach')
  await page.keyboard.press('Control+Enter')
  await said('Orsaken är sparad')
  await expect.poll(() => explain.count(), { timeout: 10_000 }).toBe(broken - 1)
  const late = await rebook.count()
  expect(late).toBeGreaterThan(0)
  await activate(page, rebook.first())
  await choose(page, button(/Ledig tid/), /Anders Vind \(Jobbtorg\)$/)
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => rebook.count(), { timeout: 10_000 }).toBe(late - 1)
})
