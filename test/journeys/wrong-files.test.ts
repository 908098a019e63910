import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { journeyApp } from '../support/journey-app.ts'
import { chooseFile } from '../support/journey-keyboard.ts'

/** What is not an extract of the municipality is refused in Swedish, and nothing that is there is touched. */
const app = await journeyApp({ demo: false })
let page: Page

const section = (name: string) => page.locator('section', { has: page.getByRole('heading', { name }) })
const choose = (name: string, text: string | Uint8Array) =>
  chooseFile(page, page.getByRole('button', { name: 'Välj filer' }), { name, text })

const payments = (rows: string) => `Utbetalningsnr;Hushållsnr;Avser månad;Belopp;Kommunkod\r\n${rows}\r\n`
const good = { name: 'riktig.csv', text: payments('1;100;2019-01;5000;0483') }

beforeAll(async () => {
  await app.importText(
    'hushall.csv',
    'Hushållsnr;Personnummer;Roll;Från månad\r\n100;199001022384;Registerledare;2019-01\r\n',
  )
  page = await app.open('controller')
  await page.goto(`${app.address}/import`)
  await choose(good.name, good.text)
  await section(good.name).getByText('Filens enda rad kan läsas in.').waitFor()
})

test.each([
  [
    'skräp.xlsx',
    Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251),
    /Filen är inte|kan inte|går inte/,
  ],
  ['bokföring.se', '<?xml version="1.0"?><Sie xmlns="http://www.sie.se/sie5"></Sie>', /SIE 5 \(XML\).*SIE 1–4/],
  ['tom.csv', '', /tom/],
])('%s is refused with its reason', async (name, content, reason) => {
  await choose(name, content)
  const draft = section(name)
  await draft.getByText('Filen kan inte läsas').waitFor()
  expect(await draft.innerText()).toMatch(reason)
})

test('a file of another municipality cannot be imported', async () => {
  await choose('annan kommun.csv', payments('1;100;2019-01;5000;0486'))
  const draft = section('annan kommun.csv')
  await draft.getByText('Filen gäller en annan kommun och läses inte in.').waitFor()
  expect(await draft.getByRole('button', { name: 'Läs in 0 rader' }).isDisabled()).toBe(true)
})

test('the file that was right is still there to import, and nothing else was', async () => {
  await section(good.name).getByRole('button', { name: 'Läs in 1 rad' }).click()
  await section(good.name).getByText('Nya rader: 1,').waitFor()
  const { imports } = (await app.as('controller', '/api/imports')).json<{ imports: { fileName: string }[] }>()
  expect(imports.map(({ fileName }) => fileName)).toEqual([good.name, 'hushall.csv'])
})
