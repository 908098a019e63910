import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'

/** The list of households with the keyboard alone: what the grid promises, on rows that the server sends. */
const app = await journeyApp({ demo: true })
const { total } = (await app.as('manager', '/api/households?limit=1')).json<{ total: number }>()
const page: Page = await app.open('manager', { viewport: { width: 1280, height: 800 } })

beforeEach(async () => {
  await page.goto(`${app.address}/hushall`)
  await page.locator('[data-cell="0:1"] a').focus()
})

/** `row:column` of the cell in focus; −1 is the header, column 0 the boxes to select with. */
const focused = () => page.evaluate<string>(`document.activeElement.closest('[data-cell]')?.dataset.cell`)

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const cell = (position: string) => page.locator(`[data-cell="${position}"]`)
const selectedRows = () => page.locator('[role=row][aria-selected=true]').count()
const urlHas = (text: string) => page.waitForURL((url) => decodeURIComponent(url.href).includes(text))

test('arrows, Home and End move the focus from cell to cell', async () => {
  await press('ArrowDown', 'ArrowDown', 'ArrowRight')
  expect(await focused()).toBe('2:2')
  await press('Home')
  expect(await focused()).toBe('2:0')
  await press('End', 'ArrowUp', 'ArrowRight')
  expect(await focused()).toBe('1:9')
})

test('Page Down and Page Up move a screenful and back', async () => {
  await press('PageDown')
  expect(Number((await focused()).split(':')[0])).toBeGreaterThan(5)
  await press('PageUp')
  expect(await focused()).toBe('0:1')
})

test('Ctrl+End reaches the last row, which is then fetched', async () => {
  await press('Control+End', 'Home', 'ArrowRight')
  expect(total).toBeGreaterThan(400)
  expect(await focused()).toBe(`${total - 1}:1`)
  await cell(`${total - 1}:1`)
    .locator('a')
    .waitFor()
})

test('the cell in focus is never under the fixed header', async () => {
  for (let moved = 0; moved < 40; moved++) await press('ArrowDown')
  for (let moved = 0; moved < 30; moved++) await press('ArrowUp')
  const inSight = `(() => { const cell = document.activeElement.closest('[data-cell]'), box = cell.getBoundingClientRect()
    return cell.contains(document.elementFromPoint(box.x + 20, box.y + box.height / 2)) })()`
  expect(await page.evaluate<boolean>(inSight)).toBe(true)
})

test('Space selects a row, Shift with an arrow selects on, and the sum is announced', async () => {
  await press('Space')
  expect(await selectedRows()).toBe(1)
  await press('Shift+ArrowDown', 'Shift+ArrowDown')
  expect(await selectedRows()).toBe(3)
  await page.locator('[role=status]', { hasText: '3 hushåll markerade' }).waitFor()
  await press('Space')
  expect(await selectedRows()).toBe(2)
})

test('Enter on a heading sorts, in the address too, and keeps the focus', async () => {
  await press('ArrowUp', 'ArrowRight', 'Enter')
  await urlHas('sort=key&direction=asc')
  expect(await focused()).toBe('-1:2')
  expect(await cell('-1:2').getAttribute('aria-sort')).toBe('ascending')
})

test('/ goes to the search, which filters and announces the number', async () => {
  const name = await cell('0:1').innerText()
  await press('/')
  await page.keyboard.type(name)
  await urlHas(`search=${name.replaceAll(' ', '+')}`)
  await page.locator('[role=status]', { hasText: /^\d{1,2} hushåll$/ }).waitFor()
})

test('an identity number searched for never stands in the address', async () => {
  await press('/')
  await page.keyboard.type('19000101-9801')
  await page.getByText('Inga hushåll passar urvalet').waitFor()
  expect(page.url()).not.toContain('search')
})

test('? shows the shortcuts, and Escape gives the focus back', async () => {
  await press('ArrowDown', '?')
  await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor()
  await press('Escape')
  await expect.poll(focused, { timeout: 10_000 }).toBe('1:1')
})

test('Enter opens a household, j and k lead to the next and back, and the list keeps its choices', async () => {
  await page.goto(`${app.address}/hushall?status=closed&columns=key,housing`)
  await cell('0:1').locator('a').waitFor()
  const [first, second] = [await cell('0:2').innerText(), await cell('1:2').innerText()]
  await cell('0:1').locator('a').focus()
  await press('Enter')
  const household = (key: string) => page.getByRole('heading', { level: 1, name: `Hushåll ${key}` })
  await household(first).waitFor()
  await press('j')
  await household(second).waitFor()
  await press('k')
  await household(first).waitFor()
  await page.getByRole('link', { name: 'Till listan' }).click()
  await urlHas('status=closed')
  expect(await page.getByRole('columnheader').allInnerTexts()).toContain('Boende')
})
