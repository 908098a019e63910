import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, choose, retype, tabTo, type } from '../support/journey-keyboard.ts'

/** The controller writes down a promise, follows it, takes a change back and closes it with a figure, without a mouse. */
const app = await journeyApp({ demo: true })
let page: Page

const box = (name: string) => page.getByRole('textbox', { name, exact: true })
const said = (text: string) => page.getByText(text, { exact: true }).waitFor()

beforeAll(async () => {
  page = await app.open('controller')
  await page.goto(`${app.address}/loften`)
})

test('late promises stand first, and a choice stands in the address', async () => {
  const first = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Fler fullföljer SFI' })
  await first.getByText('Rapporten är försenad').waitFor()
  await choose(page, page.getByRole('button', { name: /Slag/ }), /^Mål/)
  await page.getByText('7 löften').waitFor()
  expect(new URL(page.url()).searchParams.get('slag')).toBe('goal')
  expect(await violations(page)).toEqual([])
  await activate(page, page.getByRole('button', { name: 'Visa alla' }))
})

test('one is written, and what is missing is said where it is missing', async () => {
  await activate(page, page.getByRole('link', { name: 'Nytt löfte' }), 'Shift+Tab')
  await type(page, box('Rubrik'), 'Färre barn i hushåll med bistånd')
  await type(page, box('Meningen som lovade det, som den står i protokollet'), 'Antalet barn ska minska.')
  await type(page, box('Beslutat av'), 'Socialnämnden')
  await page.keyboard.press('Control+Enter')
  await said('Ett fält behöver rättas.')
  await tabTo(page, box('Ansvarig'))
  await page.keyboard.type('Enhetschef ekonomiskt bistånd')
  await type(page, page.getByRole('combobox', { name: 'Tal' }), 'barn bistånd')
  await page
    .getByRole('option', { name: /^Barn i hushåll med bistånd/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await retype(page, box('Målvärde'), '1')
  await activate(page, page.getByRole('button', { name: /^Lägg till: Delårsrapporten/ }))
  // The button that was pressed has gone, and the form still has the keyboard.
  await page.getByRole('group', { name: 'Rapportering 1' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await said('Löftet är sparat.')
  await page.getByRole('heading', { level: 1, name: 'Färre barn i hushåll med bistånd' }).waitFor()
  await page.getByText('högst 1', { exact: true }).waitFor()
})

test('a reporting is marked, and taken back', async () => {
  await activate(page, page.getByRole('button', { name: /^Rapporterat i dag: Delårsrapporten/ }))
  await said('Rapporteringen är antecknad.')
  await activate(page, page.getByRole('button', { name: 'Ångra' }))
  await said('Den förra versionen gäller igen.')
  await page.getByRole('button', { name: /^Rapporterat i dag: Delårsrapporten/ }).waitFor()
})

test('it is closed with a figure, and every version is kept', async () => {
  await activate(page, page.locator('summary').filter({ hasText: 'Avsluta löftet' }))
  await type(page, box('Vad det blev, i en mening'), 'Antalet minskade inte till målet.')
  await page.keyboard.press('Control+Enter')
  await said('Löftet är avslutat.')
  await page.getByText('Antalet minskade inte till målet.').first().waitFor()
  const versions = page.getByRole('table', { name: 'Versioner' })
  expect(await versions.getByRole('rowheader').allInnerTexts()).toEqual(['4', '3', '2', '1'])
  expect(await versions.getByRole('row').nth(1).innerText()).toContain('avslut')
  expect(await violations(page)).toEqual([])
})

test('a note stands as a numbered line in the charts that it names', async () => {
  await page.goto(`${app.address}/?from=2018-06&to=2019-04`)
  const figure = page.getByRole('figure').filter({ hasText: 'Hushåll med bistånd, genomsnitt per månad' })
  await figure.getByRole('listitem').filter({ hasText: '2019-03-04 Coach inom en vecka' }).waitFor()
  expect(await figure.locator('svg desc').textContent()).toContain('3: 2019-03-04 Coach inom en vecka.')
  expect(await violations(page)).toEqual([])
})
