import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, focusComes, retype, tabTo, type } from '../support/journey-keyboard.ts'

/** A tertial report with the keyboard alone: written with live figures, warned of, mended, met by another author, and signed. */
const app = await journeyApp({ demo: true })
vi.setConfig({ testTimeout: 180_000 })

/** The first figures after the files have come take their time, and so does a signature. */
const patience = { timeout: 60_000 }

const page: Page = await app.open(null)
const eva: Page = await app.open('manager')

const button = (label: string) => page.getByRole('button', { name: label, exact: true })
const text = (on: Page, section: string) => on.getByRole('textbox', { name: `Text: ${section}`, exact: true })
const preview = () => page.getByRole('article')
const findings = () => page.locator('.findings li')
const assessment = 'Sammantagen bedömning med åtgärdsplan'

/** One tab stop of the tabs: the arrows choose. */
async function show(tab: RegExp): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }))
  for (
    let pressed = 0;
    pressed < 3 && (await page.getByRole('tab', { name: tab, selected: true }).count()) === 0;
    pressed++
  )
    await page.keyboard.press('ArrowRight')
  await page.getByRole('tab', { name: tab, selected: true }).waitFor()
}

test('a report is begun from a template, with its figures in place', async () => {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test controller'))
  await activate(page, page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Rapporter' }))
  await page.getByText('Ingen rapport är påbörjad').waitFor()
  await activate(page, button('Börja skriva'))
  await page.getByRole('heading', { level: 1, name: 'Tertialrapport januari–april 2019' }).waitFor(patience)
  await preview().waitFor(patience)
  await expect.poll(() => text(page, assessment).locator('.live-figure').count(), patience).toBeGreaterThan(2)
})

test('a figure is found by its name, and stands in the text and in the preview with its value', async () => {
  await type(page, text(page, 'Framåtblick'), 'Under perioden betalades ')
  await page.keyboard.type('{')
  await focusComes(page.getByRole('combobox', { name: 'Sök siffra' }))
  await page.keyboard.type('utbetalt bistånd')
  const option = page.getByRole('option', { selected: true })
  await option.getByText('Utbetalt bistånd (tkr)').waitFor()
  const value = await option.locator('.figure-option-value').innerText()
  await page.keyboard.press('Enter')
  await focusComes(text(page, 'Framåtblick'))
  await page.keyboard.type(' ut. Vi väntar xx antal nya hushåll.')
  expect(await text(page, 'Framåtblick').innerText()).toBe(
    `Under perioden betalades ${value} ut. Vi väntar xx antal nya hushåll.`,
  )
  await preview().getByText(`Under perioden betalades ${value} ut.`).waitFor()
})

test('what is left to fill in is warned of, and the warning leads to its text', async () => {
  await show(/^Att se till/)
  const warning = findings().filter({ hasText: '”xx” står kvar i texten' })
  await activate(page, warning.getByRole('link', { name: 'Gå till Framåtblick' }))
  await focusComes(text(page, 'Framåtblick'))
  await retype(page, text(page, 'Framåtblick'), 'Antalet hushåll väntas bli oförändrat.')
  await warning.waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
})

test('two authors meet in one text: each sees who writes, and no word is lost', async () => {
  await eva.goto(page.url())
  await tabTo(eva, text(eva, assessment))
  await eva.keyboard.press('Control+Home')
  await tabTo(page, text(page, assessment), 'Shift+Tab')
  await page.keyboard.press('Control+End')
  await Promise.all([
    eva.keyboard.type('Eva skriver detta medan Mats skriver. ', { delay: 30 }),
    page.keyboard.type(' Mats skriver detta medan Eva skriver.', { delay: 30 }),
  ])
  await page.getByText('Test manager skriver här').waitFor()
  await eva.getByText('Test controller skriver här').waitFor()
  for (const on of [page, eva])
    await expect
      .poll(() => text(on, assessment).innerText(), { timeout: 10_000 })
      .toMatch(/^Eva skriver detta medan Mats skriver\. .* Mats skriver detta medan Eva skriver\.$/s)
  expect(await text(page, assessment).innerText()).toBe(await text(eva, assessment).innerText())
})

test('what was written just before the page was reloaded is still there', async () => {
  await tabTo(page, text(page, assessment))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Nyss.')
  await page.reload()
  await expect.poll(() => text(page, assessment).innerText(), { timeout: 10_000 }).toMatch(/ Nyss\.$/)
})

test('signing is refused while something is missing', async () => {
  await activate(page, button('Underteckna rapporten'))
  await page.getByText('Rapporten kan inte undertecknas ännu.').waitFor()
})

test('each text that must be written is written and marked as ready, from one to the next with F6', async () => {
  const parts = page.locator('.text-part')
  const all = await parts.count()
  expect(all).toBeGreaterThan(10)
  for (let at = 0; at < all; at++) {
    await page.keyboard.press('F6')
    const part = parts.nth(at)
    await focusComes(part.getByRole('textbox'))
    if ((await part.getByText('Ska skrivas').count()) === 0) continue
    if ((await part.getByRole('textbox').innerText()).trim() === '') await page.keyboard.type('Läget är som väntat.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await part.getByRole('checkbox', { checked: true }).waitFor({ state: 'attached' })
  }
  await page.getByText(/kvar att åtgärda eller besvara/).waitFor({ state: 'detached' })
})

test('the report is signed, and becomes a version that says by whom and on what', async () => {
  await activate(page, button('Underteckna rapporten'))
  await page.getByRole('heading', { level: 1, name: /, version 1$/ }).waitFor(patience)
  await page.getByText('Undertecknad av Test controller, verksamhetscontroller, 2019-05-14 10:00.').first().waitFor()
  await preview().getByText('Antalet hushåll väntas bli oförändrat.').waitFor()
  const pdf = await page.request.get(
    app.address + (await page.getByRole('link', { name: 'PDF/A' }).getAttribute('href')),
  )
  expect((await pdf.body()).subarray(0, 4).toString()).toBe('%PDF')
})

test('the other author is told that it is signed, and can write no more', async () => {
  await eva.getByText('Rapporten är undertecknad', { exact: true }).waitFor()
  expect(await text(eva, assessment).getAttribute('contenteditable')).toBe('false')
})

test('what was reported stands beside what is known now', async () => {
  await tabTo(page, page.getByRole('tab', { selected: true }))
  await page.keyboard.press('ArrowRight')
  await page.getByText('Inget skiljer. Rapporten skulle säga detsamma i dag.').waitFor(patience)
  expect(await violations(page)).toEqual([])
})
