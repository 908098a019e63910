import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { Role } from '../../src/access/permissions.ts'
import { journeyApp } from '../support/journey-app.ts'
import { violations } from '../support/journey-axe.ts'
import { chooseFile } from '../support/journey-keyboard.ts'

/** No page has anything that axe finds, nor scrolls sideways, in light and dark, wide and narrow. */
const app = await journeyApp({ demo: true })

// axe goes through thousands of cells three times, beside whatever else the machine does.
vi.setConfig({ testTimeout: 90_000 })

const looks: [width: number, height: number, scheme: 'light' | 'dark', rule: 'all' | 'color-contrast' | 'none'][] = [
  [720, 450, 'light', 'none'],
  [1440, 800, 'light', 'all'],
  [1440, 800, 'dark', 'color-contrast'],
  [320, 800, 'dark', 'all'],
]

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
  ['/rapporter', 'controller', '.begin-fields'],
  ['/rapporter/fardig', 'controller', '.report svg'],
  ['/import', 'controller', '.table'],
  ['/mottagning', 'reception', '.intake-search'],
  ['/mottagning?hushall=560', 'reception', '.intake-suggestion'],
  ['/mottagning?flik=lofte', 'reception', '.table a'],
  ['/mina-hushall', 'caseworker', '.grid a'],
  ['/mina-hushall?view=unit&status=needs-plan&household=625', 'caseworker', '.worklist-panel h2'],
  ['/mina-hushall?status=follow-up-late', 'manager', '.grid a, .notice'],
  ['/hushall/560', 'caseworker', '.next-step'],
  ['/hushall/530?del=allt', 'caseworker', '.referral'],
  ['/idag', 'coach', '#ongoing a'],
  ['/idag', 'manager', '#ongoing a'],
  ['/idag/narvaro', 'coach', '.week-grid'],
  ['/insatser', 'board', '.notice'],
  ['/insatser', 'manager', '.table a'],
  ['/insatser', 'coach', '.table a'],
  ['/insatser/jobbtorg', 'manager', '.figure, .table'],
  ['/insatser/jobbtorg?flik=deltagare', 'manager', '.table a'],
  ['/insatser/jobbtorg?flik=redigera', 'manager', 'form'],
  ['/insatser/sociallakaren?flik=spar', 'caseworker', '.table'],
  ['/insatser/ny', 'administrator', 'form'],
  ['/insatser/finns-inte', 'manager', '.notice'],
  ['/arbetsgivare', 'manager', '.table a'],
  ['/ledning', 'manager', '.figure svg'],
  ['/ledning/bakom?figure=funnel&bucket=unknown', 'manager', '.table a'],
  ['/ledning/bakom?figure=outcomes', 'manager', '.table'],
  ['/veckobord', 'caseworker', '.agenda-row'],
  ['/veckobord?party=employment-service', 'manager', '.agenda-row, .notice'],
  ['/veckobord', 'coach', '.agenda-row, .notice'],
  ['/regler', 'administrator', '.table'],
  ['/regler/kartlaggning', 'administrator', 'textarea, .field-input'],
  ['/ekonomi', 'controller', '.table'],
  ['/ekonomi?unit=kr', 'manager', '.table'],
  ['/ekonomi/avvikelse', 'controller', '.figure svg'],
  ['/ekonomi/prognos', 'controller', '.figure svg'],
  ['/ekonomi/avstamning', 'controller', '.table'],
  ['/ekonomi/konton', 'controller', '.table'],
  ['/ekonomi/granska', 'controller', 'textarea'],
  ['/atgarder', 'controller', '.savings-verdict'],
  ['/atgarder/sociallakare', 'controller', '.savings-facts'],
  ['/atgarder/sociallakare?flik=andra', 'controller', '.savings-receipt'],
  ['/atgarder/ny', 'controller', '.savings-receipt'],
  ['/malgrupper', 'manager', '.figure svg'],
  ['/malgrupper', 'caseworker', '.table a, .notice'],
  ['/malgrupper/dyraste-2018', 'manager', '.checkbox'],
  ['/malgrupper/dyraste-2018?flik=projekt', 'manager', 'form'],
  ['/malgrupper/finns-inte', 'manager', '.notice'],
  ['/utbetalningskontroll', 'manager', '.table a'],
  ['/utbetalningskontroll?flik=arenden', 'caseworker', '.table a, .notice'],
  ['/utbetalningskontroll?flik=summor', 'manager', '.table'],
  ['/utbetalningskontroll?flik=regler', 'manager', '.checkbox'],
  ['/stod-mot-lon', 'controller', '.table'],
  ['/finns-inte', 'coach', '.notice'],
]

test.each(pages)('%s for %s', async (path, role, sign) => {
  const page = await app.open(role)
  await page.goto(app.address + path)
  await page.locator(sign).first().waitFor()
  await expectAccessible(page)
})

test('a participant for the coach', async () => {
  const page = await app.open('coach')
  await page.goto(`${app.address}/idag`)
  const address = await page.locator('a[href^="/deltagare/"]').first().getAttribute('href')
  await page.goto(app.address + address)
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await expectAccessible(page)
})

test('one payment case', async () => {
  const page = await app.open('manager')
  await page.goto(`${app.address}/utbetalningskontroll?flik=arenden`)
  const address = await page.locator('.table a[href^="/utbetalningskontroll/"]').first().getAttribute('href')
  await page.goto(app.address + address)
  await page.locator('.payment-facts').waitFor()
  await expectAccessible(page)
})

test.each([
  ['Börja förenklad kartläggning', 'Kartläggningen är klar'],
  ['Följ upp', 'Vad har hänt sedan sist?'],
  ['Ändra planen', 'Barnens situation'],
  ['Hänvisa till insats', 'Mål, ett per rad'],
  ['Hänvisas inte – ange skäl', 'Kommentar (frivilligt)'],
  ['Notera läget', 'Är personen inskriven hos Arbetsförmedlingen?'],
  ['Registrera samtycke eller annan grund', 'Vilka uppgifter?'],
  ['Avsluta ärendet', 'Kommentar'],
  ['Sätt nästa steg', 'Vad ska göras, och av vem?'],
])('the form behind ”%s” on the page of a household', async (action, field) => {
  const page = await app.open('caseworker')
  await page.goto(`${app.address}/hushall/560?del=allt`)
  await page.getByRole('button', { name: action, exact: true }).click()
  await page.getByText(field, { exact: true }).first().waitFor()
  await expectAccessible(page)
})

test.each<[action: string | RegExp, path: string, role: Role, field: string]>([
  [/^Skriv en kommentar/, '/ekonomi', 'controller', 'Spara kommentaren'],
  ['Ändra raderna', '/ekonomi/konton', 'controller', 'Gäller från och med månad'],
  ['Lägg till en kostnad', '/atgarder/ny', 'controller', 'Belopp, kronor'],
  ['Spara som målgrupp', '/malgrupper', 'manager', 'Syfte'],
])('the form behind ”%s” on %s', async (action, path, role, field) => {
  const page = await app.open(role)
  await page.goto(app.address + path)
  await page.getByRole('button', { name: action, exact: true }).first().click()
  await page.getByText(field, { exact: true }).first().waitFor()
  await expectAccessible(page)
})

test('a table that somebody else wrote, with its faults found', async () => {
  const page = await app.open('controller')
  await page.goto(`${app.address}/ekonomi/granska`)
  await page.getByRole('button', { name: 'Fyll i ett exempel', exact: true }).click()
  await page.getByRole('button', { name: 'Granska', exact: true }).click()
  await page.getByRole('heading', { name: 'Det som hittades' }).waitFor()
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

/**
 * Of what axe looks for only the contrast hangs on the colour scheme, so all rules run once at each width.
 * A screen at 200 % has half the width and half the height.
 */
async function expectAccessible(page: Page) {
  for (const [width, height, scheme, rule] of looks) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: scheme })
    const look = `${width} px, ${scheme}`
    expect(await overflowOf(page), look).toBeLessThanOrEqual(0)
    if (rule !== 'none') expect(await violations(page, rule === 'all' ? undefined : rule), look).toEqual([])
  }
}

/** How far the page can be scrolled sideways. */
const overflowOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
