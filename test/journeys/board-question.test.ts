import { beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { activate, type, tabTo } from '../support/journey-keyboard.ts'
import { signReport } from '../support/signed-report.ts'

/**
 * A member of the board reads a published report on a phone's width with the keyboard alone, follows a promise to its figure and
 * definition, and asks; the controller answers with a figure.
 */
const app = await journeyApp({ demo: true })
let member: Page
let controller: Page
const asked = 'Hur många hushåll är det som har haft bistånd länge?'

const scrollsSideways = () => member.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

beforeAll(async () => {
  await signReport(app)
  member = await app.open('board', { viewport: { width: 320, height: 640 } })
  controller = await app.open('controller')
})

test('the controller leaves a signed report to the board', async () => {
  await controller.goto(`${app.address}/namnden`)
  await activate(controller, controller.getByRole('button', { name: /^Lämna till nämnden: Tertialrapport 1/ }))
  await controller.getByText('Rapporten är lämnad till nämnden.').waitFor()
  expect(await violations(controller)).toEqual([])
})

test('the member reads it to a definition, on 320 pixels', async () => {
  await member.goto(`${app.address}/namnden`)
  await activate(member, member.getByRole('link', { name: 'Tertialrapport 1', exact: true }))
  const report = member.getByRole('article')
  await report.getByText(/^I genomsnitt fick \d+ hushåll bistånd/).waitFor()
  await activate(member, report.getByRole('link', { name: /^Definition 1:/ }).first())
  await member.waitForURL(/#definition-1$/)
  expect(await scrollsSideways()).toBe(false)
  expect(await violations(member)).toEqual([])
})

test('the figures stand over time with the children first, and as tables for women and men', async () => {
  await member.goto(`${app.address}/namnden`)
  const first = member.getByRole('figure').first()
  await first.getByRole('heading', { name: 'Barn i hushåll med bistånd' }).waitFor()
  await activate(member, first.getByRole('button', { name: /^Visa som tabell/ }))
  expect(await first.getByRole('rowheader').allInnerTexts()).toEqual(['Kvinnor', 'Män', 'Alla'])
  expect(await scrollsSideways()).toBe(false)
  expect(await violations(member)).toEqual([])
})

test('a promise is followed to its figure and definition', async () => {
  await activate(member, member.getByRole('link', { name: 'Fler i egen försörjning', exact: true }))
  await member.getByRole('heading', { level: 1, name: 'Fler i egen försörjning' }).waitFor()
  const seen = member.getByRole('region').or(member.locator('section')).filter({ hasText: 'Hur det syns' }).first()
  await seen.getByText('högst 550').waitFor()
  await activate(member, seen.getByRole('button', { name: /^Definition: Hushåll med bistånd/ }))
  await member.getByRole('dialog').getByText('Täljare').waitFor()
  await member.keyboard.press('Escape')
  expect(await member.getByRole('heading', { name: 'Versioner' }).count()).toBe(0)
  expect(await scrollsSideways()).toBe(false)
  expect(await violations(member)).toEqual([])
})

test('the member asks, and may take the question back', async () => {
  await member.goto(`${app.address}/namnden`)
  await type(member, member.getByLabel('Din fråga'), asked)
  await member.keyboard.press('Control+Enter')
  await member.getByText('Frågan är skickad.').waitFor()
  await member.getByRole('button', { name: `Ta tillbaka frågan: ${asked}` }).waitFor()
  expect(await scrollsSideways()).toBe(false)
})

test('the controller answers with words and a figure chosen by its name', async () => {
  await controller.goto(`${app.address}/namnden`)
  const question = controller.getByRole('listitem').filter({ hasText: asked })
  await tabTo(controller, question.locator('summary'))
  await controller.keyboard.press('Enter')
  await type(controller, question.getByLabel('Svar', { exact: true }), 'Så här många nu.')
  await type(controller, question.getByRole('combobox', { name: 'Tal som svarar på frågan' }), 'tio av de tolv hushåll')
  await controller.getByRole('option').first().waitFor()
  await controller.keyboard.press('ArrowDown')
  await controller.keyboard.press('Enter')
  await controller.keyboard.press('Control+Enter')
  await controller.getByText('Svaret är skickat till nämnden.').waitFor()
  expect(await violations(controller)).toEqual([])
})

test('the member reads the answer with the figure and its definition', async () => {
  await member.reload()
  const question = member.getByRole('listitem').filter({ hasText: asked })
  await question.getByText('Så här många nu.').waitFor()
  await activate(member, question.getByRole('button', { name: /^Definition: Bistånd tio av de tolv/ }))
  await member.getByRole('dialog').waitFor()
  await member.keyboard.press('Escape')
  expect(await scrollsSideways()).toBe(false)
})
