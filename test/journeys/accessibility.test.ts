import { expect, test, vi } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { chooseFile } from '../support/journey-keyboard.ts'

/** No page has anything that axe finds, nor scrolls sideways, in light and dark, wide and narrow. */
const app = await journeyApp({ demo: true })

// axe goes through thousands of cells four times, beside whatever else the machine does.
vi.setConfig({ testTimeout: 90_000 })

const pages: [path: string, role: Role | null, sign: string][] = [
  ['/', null, '.sign-in-choice'],
  ['/?split=age&unit=EBM&from=2018-01&to=2018-12', 'board', '.figure svg'],
  ['/?from=2030-01&to=2030-04', 'board', '.notice'],
  ['/?knownAt=2001-01-01', 'board', '.notice'],
  ['/prognos', 'board', '.figure svg'],
  ['/hushall', 'manager', '.grid a'],
  ['/hushall?search=zzz', 'manager', '.notice'],
  ['/hushall/1', 'manager', '.timeline'],
  ['/hushall/99999', 'manager', '.notice'],
  ['/hushall', 'board', '.notice'],
  ['/rapporter', 'controller', '.report svg'],
  ['/import', 'controller', '.table'],
  ['/finns-inte', 'coach', '.notice'],
]

test.each(pages)('%s for %s', async (path, role, sign) => {
  const page = await app.open(role)
  await page.goto(app.address + path)
  await page.locator(sign).first().waitFor()
  await expectAccessible(page)
})

test('a file on its way in, with bad rows', async () => {
  const page = await app.open('controller')
  await page.goto(`${app.address}/import`)
  await chooseFile(page, page.getByRole('button', { name: 'Välj filer' }), {
    name: 'utbetalningar.csv',
    text: 'Utbetalningsnr;Hushållsnr;Avser månad;Belopp\r\n1;100;2019-01;5000\r\n2;100;2019-13;5000\r\n',
  })
  await page.getByText('Det här är inte en månad.').waitFor()
  await expectAccessible(page)
})

/** Of what axe looks for only the contrast hangs on the colour scheme. */
async function expectAccessible(page: Awaited<ReturnType<typeof app.open>>) {
  for (const width of [1440, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await violations(page), `${width} px, light`).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page, 'color-contrast'), `${width} px, dark`).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth'), `${width} px`).toBeLessThanOrEqual(
      0,
    )
  }
}
