import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose } from '../support/journey-keyboard.ts'

/** A member of the board reads figures and reports on a phone's width, with the keyboard alone, and meets no household. */
const app = await journeyApp({ demo: true })
let page: Page

const menu = () => page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link')
const scrollsSideways = () => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

beforeAll(async () => {
  page = await app.open(null, { viewport: { width: 320, height: 640 } })
  await page.goto(app.address)
})

test('the day begins on the page of the board, and the menu has no household in it', async () => {
  await activate(page, page.getByRole('button', { name: 'Logga in som Test board' }))
  await page.getByRole('heading', { level: 1, name: 'Nämnden' }).waitFor()
  const names = await menu().allInnerTexts()
  expect(names).toEqual(expect.arrayContaining(['Uppföljning', 'Prognos', 'Nämnden', 'Vad vi har lovat', 'Rapporter']))
  expect(names.filter((name) => /hushåll|import|mottagning|ekonomi/i.test(name))).toEqual([])
  await activate(page, menu().getByText('Uppföljning'))
  await page.getByRole('heading', { level: 1, name: 'Uppföljning' }).waitFor()
})

test('a split says how it counts', async () => {
  await choose(page, page.getByRole('button', { name: /Dela upp på/ }), 'Kvinnor och män')
  await page.getByText('ett par av en kvinna och en man räknas i båda').waitFor()
  await page.getByRole('columnheader', { name: 'Kvinnor', exact: true }).first().waitFor()
  expect(new URL(page.url()).searchParams.get('split')).toBe('gender')
  expect(await scrollsSideways()).toBe(false)
})

test('an open definition has nothing that axe finds', async () => {
  await activate(page, page.getByRole('button', { name: 'Definition: Barn i hushåll med bistånd' }))
  await page.getByRole('dialog').waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('a forecast is read as a drawing and as a table, with how the method has done before', async () => {
  await activate(page, menu().getByText('Prognos'))
  await page.getByRole('heading', { level: 1, name: 'Prognos' }).waitFor()
  const figure = page.getByRole('figure').first()
  await figure.getByRole('img').waitFor()
  expect(await figure.innerText()).toMatch(/Prövad bakåt från|för kort för att pröva/)
  await activate(page, figure.getByRole('button', { name: /^Visa som tabell/ }))
  expect(await figure.getByRole('row').count()).toBeGreaterThan(12)
  expect(await scrollsSideways()).toBe(false)
  expect(await violations(page)).toEqual([])
})

test('the report is read to its definitions and back', async () => {
  await activate(page, menu().getByText('Rapporter'))
  const article = page.getByRole('article')
  await activate(page, article.getByRole('link', { name: /^Definition 1:/ }).first())
  await page.waitForURL(/#definition-1$/)
  expect(await article.getByText('Täljare').count()).toBeGreaterThan(0)
  expect(await scrollsSideways()).toBe(false)
})

test.each(['/hushall', '/hushall/1', '/import'])('%s says that it is not for the role', async (path) => {
  await page.goto(app.address + path)
  await page.getByText('Sidan ingår inte i din roll').waitFor()
  expect(await page.getByText('Du är inloggad som nämndledamot.').count()).toBe(1)
  expect(
    (
      await page.request.get(`${app.address}/api${path.replace('hushall', 'households').replace('import', 'imports')}`)
    ).status(),
  ).toBe(403)
})
