import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, focusComes, pick, retype, tabTo } from '../support/journey-keyboard.ts'

/** A manager's day with the keyboard alone: where everybody is, who stands behind a figure, and the meeting of the week. */
const app = await journeyApp({ demo: true })
// Hundreds of figures are links, and Tab goes through those on its way.
vi.setConfig({ testTimeout: 90_000 })

const page: Page = await app.open(null)

const button = (label: string | RegExp) => page.getByRole('button', { name: label, exact: true })
const menu = (label: string) =>
  page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: label, exact: true })
const part = (label: string) =>
  page.getByRole('navigation', { name: 'På sidan' }).getByRole('link', { name: label, exact: true })
const funnel = page.getByRole('table', { name: 'Vuxna efter hur långt de har kommit' })
const funnelRow = (label: string) => funnel.getByRole('row', { name: label })
/** How many of all, of women and of men a row says. */
const sizesIn = async (label: string) => (await funnelRow(label).getByRole('link').allInnerTexts()).map(Number)

test('the figures of management are one step from the menu', async () => {
  await page.goto(app.address)
  await activate(page, button('Logga in som Test manager'))
  await activate(page, menu('Ledning'))
  await page.getByRole('heading', { level: 1, name: 'Ledning' }).waitFor()
  await page.getByText('Siffrorna gäller juni 2018–maj 2019.').waitFor()
})

test('everybody is in exactly one place of the funnel', async () => {
  const rows = await funnel
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .all()
  const sizes = await Promise.all(rows.map(async (row) => Number(await row.getByRole('link').first().innerText())))
  const sum = sizes.pop()
  expect(sizes).toHaveLength(10)
  expect(sum).toBeGreaterThan(100)
  expect(sizes.reduce((total, size) => total + size, 0)).toBe(sum)
})

test('a figure opens the rows behind it, as many as it says, and the way back keeps the choice', async () => {
  const [everybody] = await sizesIn('Summa')
  await choose(page, button(/Enhet$/), 'Ekonomiskt bistånd planering 1')
  await page.waitForURL(/unit=EBP1/)
  const figure = funnelRow('Deltar i insats').getByRole('link').first()
  await expect.poll(() => sizesIn('Summa').then(([all]) => all), { timeout: 10_000 }).toBeLessThan(everybody!)
  const size = Number(await figure.innerText())
  expect(size).toBeGreaterThan(0)
  await activate(page, part('Var är alla?'))
  await activate(page, figure)
  await page.getByRole('heading', { level: 1, name: 'Personerna bakom siffran' }).waitFor()
  await page.getByRole('heading', { level: 2, name: /^Deltar i insats, juni 2018–maj 2019/ }).waitFor()
  expect(await page.getByRole('rowheader').count()).toBe(size)
  expect(await violations(page)).toEqual([])
  await activate(page, page.getByRole('link', { name: /Till Ledning/ }))
  await page.waitForURL(/\/ledning\?.*unit=EBP1/)
})

test('a reason for never being referred leads to those who have it, and on to the household', async () => {
  const reasons = page.getByRole('table', { name: 'Skäl till att personen inte har hänvisats' })
  await activate(page, part('Var är alla?'))
  await activate(page, reasons.getByRole('link').first())
  await page.getByRole('heading', { level: 1, name: 'Personerna bakom siffran' }).waitFor()
  const household = page.getByRole('rowheader').first().getByRole('link')
  const key = await household.innerText()
  await activate(page, household)
  await page.getByRole('heading', { level: 1, name: `Hushåll ${key}` }).waitFor()
})

test('the lead times are split at another day', async () => {
  await activate(page, menu('Ledning'))
  await retype(page, page.getByLabel('Jämför före och efter'), '2019-01-01')
  await page.waitForURL(/change=2019-01-01/)
  await page.getByRole('row', { name: /Kontakt till coach Före 1 januari 2019/ }).waitFor()
  expect(await violations(page)).toEqual([])
})

test('at the weekly table one decision leads to the next household, and stands in the minutes', async () => {
  await activate(page, menu('Veckobord'), 'Shift+Tab')
  await page.getByText('med beslut i dag').waitFor()
  const rows = page.getByRole('button', { name: /^Skriv beslut/ })
  const first = (await rows.first().getAttribute('aria-label'))!.replace('Skriv beslut: ', '')
  await page.keyboard.press('j')
  await focusComes(button(`Skriv beslut: ${first}`))
  await page.keyboard.press('Enter')
  await focusComes(page.getByLabel('Beslut', { exact: true }))
  await page.keyboard.type('Jobbtorg bokar ett möte i veckan')
  await pick(page, page.getByRole('radiogroup', { name: 'Ansvarig part' }), 'Arbetsmarknadsenheten')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/, 1 med beslut i dag/).waitFor()
  await focusComes(rows.first())
  await page.keyboard.press('k')
  await focusComes(button(`Nytt beslut: ${first}`))
  const minutes = page.getByRole('table', { name: 'Protokoll från veckobordet 14 maj 2019' })
  await minutes
    .getByRole('row', { name: /Jobbtorg bokar ett möte i veckan Arbetsmarknadsenheten 21 maj 2019/ })
    .waitFor()
  expect(await violations(page)).toEqual([])
})

test('another party sees only what a ground opens', async () => {
  const [, name] = /^.*: (.+) \(\d+\)$/.exec((await button(/^Nytt beslut/).getAttribute('aria-label'))!)!
  await pick(page, page.getByRole('radiogroup', { name: 'Visa som' }), 'Arbetsförmedlingen')
  await page.waitForURL(/party=employment-service/)
  await page.getByText('Till: Arbetsförmedlingen').waitFor()
  expect(await page.locator('main').innerText()).not.toContain(name)
  expect(await button(/^Skriv beslut/).count()).toBe(0)
  await tabTo(page, page.getByRole('link', { name: 'Spara som text' }))
})
