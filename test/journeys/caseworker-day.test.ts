import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, focusComes, pick, retype, tabTo, tick, type } from '../support/journey-keyboard.ts'

/** A caseworker's day with the keyboard alone: who waits, one household from mapping to referral, and one that is done. */
const app = await journeyApp({ demo: true })
// Tab goes through the whole page, however slow the machine.
vi.setConfig({ testTimeout: 90_000 })

const page: Page = await app.open(null)
const name = 'Amina Mohamed'

const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const group = (label: string) => page.getByRole('group', { name: label, exact: true })
const part = (label: string) => page.getByRole('navigation', { name: 'På sidan' }).getByRole('link', { name: label })
const said = (text: string | RegExp) => page.getByText(text).first().waitFor()
const toast = (text: string | RegExp) => page.getByRole('alertdialog').filter({ hasText: text })
const countOf = async (label: string) =>
  Number(await group('Läge').locator('label', { hasText: label }).locator('.worklist-count').innerText())

/** Follows the link to a part of the household's page, which takes the focus there. */
async function goTo(label: string, heading = label): Promise<void> {
  await activate(page, part(label))
  await page.getByRole('heading', { level: 2, name: heading, exact: true }).waitFor()
}

test('the day begins with the caseworker’s own households, counted by what they wait for', async () => {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test caseworker'))
  await page.getByRole('heading', { level: 1, name: 'Mina hushåll' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/mina-hushall')
  const late = await countOf('Uppföljning försenad')
  await pick(page, group('Läge'), /^Uppföljning försenad/)
  await page.waitForURL(/status=follow-up-late/)
  await page.getByRole('grid', { name: 'Uppföljning försenad' }).locator('[data-cell="0:1"] a').waitFor()
  expect(late).toBeGreaterThan(0)
  expect(await page.getByRole('rowheader').count()).toBe(late)
  expect(await violations(page)).toEqual([])
})

test('two households are given another caseworker after a look at what it does, and it is undone', async () => {
  await pick(page, group('Vems hushåll'), /^Enhetens/)
  await pick(page, group('Läge'), /^Behöver plan/)
  const grid = page.getByRole('grid', { name: 'Behöver plan' })
  await tabTo(page, grid.locator('[data-cell="0:1"] a'))
  const first = grid.getByRole('row').nth(1)
  const before = await first.innerText()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await said('2 hushåll markerade')
  await activate(page, button('Tilldela handläggare'))
  await tick(page, page.getByLabel(/^Klara Strand \(du\)/))
  await page.getByRole('dialog').getByText('2 hushåll får ny handläggare.').waitFor()
  await activate(page, button('Tilldela 2 hushåll'))
  await first.getByText('Klara Strand').waitFor()
  await activate(page, toast('2 hushåll tilldelade: Klara Strand').getByRole('button', { name: 'Ångra' }))
  await said('Tilldelningen av 2 hushåll är ångrad')
  await expect.poll(() => first.innerText(), { timeout: 10_000 }).toBe(before)
})

test('a household is found by name and opened', async () => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await focusComes(page.getByRole('searchbox'))
  await page.keyboard.type(name)
  await page.getByRole('status').getByText('1 hushåll', { exact: true }).waitFor()
  expect(page.url()).not.toContain('search')
  await activate(page, page.getByRole('link', { name }))
  await page.getByRole('heading', { level: 1, name: 'Hushåll 100625' }).waitFor()
})

test('the first mapping is written and done', async () => {
  await goTo('Kartläggning')
  await activate(page, button('Börja förenklad kartläggning'))
  await type(page, page.getByLabel('Utbildning', { exact: true }), 'Gymnasium, el')
  await tick(page, page.getByLabel('Kartläggningen är klar'))
  await page.keyboard.press('Control+Enter')
  await said('Kartläggningen är sparad och klar')
  await said('Klar 2019-05-14')
  await focusComes(page.getByRole('heading', { level: 3, name }).first())
})

test('a plan is written row by row, and approved as it stands', async () => {
  await goTo('Plan')
  await activate(page, button('Skriv genomförandeplan'))
  await type(page, page.getByLabel('Mål 1', { exact: true }), 'Har ett arbete')
  await page.keyboard.press('Enter')
  await focusComes(page.getByLabel('Mål 2', { exact: true }))
  await page.keyboard.type('Söker tio arbeten i månaden')
  await type(page, page.getByLabel('Aktivitet 1', { exact: true }), 'Skriver ett cv')
  await choose(page, button(/^Personen själv/), 'Coach')
  await type(page, page.getByLabel('Följs upp'), '2019-08-14')
  await page.keyboard.press('Control+Enter')
  await said('Utkast, inte fastställd')
  await activate(page, button('Fastställ'))
  await pick(page, page.getByRole('radiogroup', { name: 'Är personen överens om planen?' }), 'Ja')
  await page.keyboard.press('Control+Enter')
  await said('Fastställd 2019-05-14')
  expect(await violations(page)).toEqual([])
})

test('a referral to another committee needs a ground, and is then sent', async () => {
  await goTo('Insatser', 'Insatser och hänvisningar')
  await activate(page, button('Hänvisa till insats'))
  await choose(page, button(/Insats$/), '3. Korta vårdspåret')
  await said(/^Jobbtorg hör till en annan nämnd/)
  await page.keyboard.press('Control+Enter')
  await said('Registrera samtycke eller annan grund för personen först.')
  await page.keyboard.press('Escape')
  await goTo('Dela uppgifter')
  await activate(page, button('Registrera samtycke eller annan grund'))
  await choose(page, button(/Vem får se uppgifterna/), 'Jobbtorg')
  await activate(page, button('Registrera'))
  await page.getByRole('row', { name: /Amina Mohamed Jobbtorg/ }).waitFor()
  await goTo('Insatser', 'Insatser och hänvisningar')
  await activate(page, button('Hänvisa till insats'))
  await choose(page, button(/Insats$/), '3. Korta vårdspåret')
  await type(page, page.getByLabel(/^Varför den här insatsen/), 'Vill arbeta inom vården')
  await page.keyboard.press('Control+Enter')
  await said('Väntar på svar')
  await said('Hänvisad till insats')
})

test('each part of the page is a key away, and what is begun in one stays there', async () => {
  const why = page.getByLabel(/^Varför den här insatsen/)
  await goTo('Insatser', 'Insatser och hänvisningar')
  await activate(page, button('Hänvisa till insats'))
  await type(page, why, 'Har bett om det')
  await tabTo(page, button('Avbryt'))
  await page.keyboard.press('8')
  await page.getByRole('heading', { level: 2, name: 'Historik', exact: true }).waitFor()
  expect(await why.isVisible()).toBe(false)
  expect(new URL(page.url()).searchParams.get('del')).toBe('historik')
  await page.keyboard.press('3')
  expect(await why.inputValue()).toBe('Har bett om det')
  await page.keyboard.press('9')
  for (const name of ['Kartläggning', 'Plan', 'Anteckningar', 'Avslut', 'Historik'])
    await page.getByRole('heading', { level: 2, name, exact: true }).waitFor()
})

test('a note is kept while it is written, also when the page is loaded anew', async () => {
  const note = page.getByLabel('Ny anteckning')
  await goTo('Anteckningar')
  await type(page, note, 'Amina är hänvisad till vårdspåret.')
  await said(/^Sparat \d\d/)
  await page.reload()
  await expect.poll(() => note.inputValue(), { timeout: 10_000 }).toBe('Amina är hänvisad till vårdspåret.')
  await tabTo(page, note)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('listitem').getByText('Amina är hänvisad till vårdspåret.').first().waitFor()
  expect(await note.inputValue()).toBe('')
})

test('the next step is set, and always in sight', async () => {
  await activate(page, button('Ändra nästa steg').or(button('Sätt nästa steg')))
  await retype(page, page.getByLabel('Vad ska göras, och av vem?'), 'Ring Jobbtorg')
  await retype(page, page.getByLabel('Senast', { exact: true }), '2019-05-21')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('region', { name: 'Läget' }).getByText('2019-05-21, om 7 dagar').waitFor()
})

test('a household that supports itself is closed, and watched against the payments', async () => {
  await page.goto(`${app.address}/mina-hushall?view=unit`)
  await page.getByRole('grid').waitFor()
  const watched = await countOf('Avslutade, bevakas')
  await page.goto(`${app.address}/hushall/622`)
  await goTo('Avslut')
  await activate(page, button('Avsluta ärendet'))
  await choose(page, button(/Orsak$/), 'Arbete utan subvention')
  await said('Räknas som egen försörjning')
  await page.keyboard.press('Control+Enter')
  await said('Avslutat 2019-05-14: Arbete utan subvention')
  expect(await page.evaluate<string>('document.activeElement.id')).toBe('planning-closing')
  await said('Höll det?')
  expect(await violations(page)).toEqual([])
  await page.goto(`${app.address}/mina-hushall?view=unit`)
  await expect.poll(() => countOf('Avslutade, bevakas'), { timeout: 10_000 }).toBe(watched + 1)
})
