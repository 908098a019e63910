import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/**
 * The list of households with the keyboard alone, in a browser, against made-up answers:
 * what the grid promises does not depend on the register, and 12 000 rows are quicker to make up than to import.
 */
const root = resolve(import.meta.dirname, '../..')

let folder: string
let server: ChildProcess
let address: string
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utfall-web-'))
  // As it is delivered: the test runner's own setting would give the slow development build of React.
  process.env['NODE_ENV'] = 'production'
  await build({ root, mode: 'production', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  server = spawn(process.execPath, [join(root, 'test/support/mock-api.mjs'), '0', folder], {
    env: { ...process.env, MOCK_USER: '4' },
  })
  address = await new Promise((found) => server.stdout?.once('data', (said: Buffer) => found(said.toString().trim())))
  browser = await chromium.launch({ executablePath: await browserPath(), args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser?.close()
  server?.kill()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await page?.close()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${address}/hushall`)
  await page.locator('[data-cell="0:1"] a').focus()
})

async function browserPath(): Promise<string> {
  const script: { ensureBrowser: () => Promise<string> } = await import(
    new URL('../../scripts/browser.mjs', import.meta.url).href
  )
  return script.ensureBrowser()
}

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
  const row = Number((await focused()).split(':')[0])
  expect(row).toBeGreaterThan(5)
  await press('PageUp')
  expect(await focused()).toBe('0:1')
})

test('Ctrl+End reaches the last of 12 000 rows, which is then fetched', async () => {
  await press('Control+End', 'Home', 'ArrowRight')
  expect(await focused()).toBe('11999:1')
  await cell('11999:1').locator('a').waitFor()
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
  await press('/')
  await page.keyboard.type('alma dahl')
  await urlHas('search=alma+dahl')
  await page.locator('[role=status]', { hasText: /^\d+ hushåll$/ }).waitFor()
})

test('an identity number searched for never stands in the address', async () => {
  await press('/')
  await page.keyboard.type('19900101-2384')
  await page.getByText('Inga hushåll passar urvalet').waitFor()
  expect(page.url()).not.toContain('search')
})

test('? shows the shortcuts, and Escape gives the focus back', async () => {
  await press('ArrowDown', '?')
  await page.getByRole('dialog', { name: 'Kortkommandon' }).waitFor()
  await press('Escape')
  await expect.poll(focused).toBe('1:1')
})

test('Enter on the first cell opens the household, and the way back keeps the choices', async () => {
  await page.goto(`${address}/hushall?status=paused&columns=key,housing`)
  await cell('0:1').locator('a').focus()
  await press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Hushåll \d+$/ }).waitFor()
  await page.getByRole('link', { name: 'Till listan' }).click()
  await urlHas('status=paused')
  expect(await page.getByRole('columnheader').allInnerTexts()).toContain('Boende')
})

test.each(['/hushall', '/hushall?search=zzz', '/hushall?search=fel', '/hushall/7', '/hushall/3', '/hushall/99999'])(
  '%s has nothing that axe finds, and does not scroll sideways at 320 px, in light and dark',
  async (path) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(address + path)
    await page.locator('.grid, .notice, .timeline').first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await page.evaluate(`${axe}; axe.run().then(({ violations }) => violations.map(({ id }) => id))`)).toEqual(
        [],
      )
    }
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  },
)
