import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { indicators } from '../src/analysis/indicators.ts'
import type { Figures } from '../src/analysis/figures.ts'
import { dataDictionary, describedColumns } from './support/data-dictionary.ts'
import { definitionsPage } from './support/definitions-page.ts'
import { testApp } from './support/test-app.ts'

/** Set by `npm run docs`: what is compared here is written first. */
const writing = process.env['WRITE_DOCUMENTS'] === '1'

const app = await testApp()
const columns = await describedColumns(app.database.owner)

const documents: Record<string, () => string | Promise<string>> = {
  'docs/data-dictionary.md': () => dataDictionary(columns),
  'docs/definitions.md': async () => definitionsPage(indicators, await tablesOfSmallRegister()),
  'docs/openapi.json': () => `${JSON.stringify(app.server.swagger(), null, 2)}\n`,
}

test.each(Object.entries(documents))('%s is what npm run docs writes', async (path, content) => {
  const file = join(import.meta.dirname, '..', path)
  if (writing) writeFileSync(file, await content())
  expect(readFileSync(file, 'utf8')).toBe(await content())
})

test('every table and every column is explained', () => {
  expect(columns.length).toBeGreaterThan(100)
  expect(
    columns.filter(({ table, text }) => !table.text || !text).map((each) => `${each.table.name}.${each.name}`),
  ).toEqual([])
})

/** Tables define themselves when they are made, so a register with a little of everything is made. */
async function tablesOfSmallRegister(): Promise<Figures['tables']> {
  await app.importText(
    'utbetalningar.csv',
    'Utbetalningsnr;Hushållsnr;Avser månad;Belopp\n1;H1;2018-04;8000,00\n2;H1;2019-04;8000,00\n',
  )
  await app.importText(
    'budget.csv',
    'Redovisning;Konto;Benämning;Månad;Budget\nDrift;4511;Bistånd;2019-04;1\nInvestering;;Inventarier;2019-04;1\n',
  )
  await app.importText(
    'volymer.csv',
    'Volymmått;Typ;Från månad;Till månad;Version;Värde\nUtredningar;flöde;2019-04;2019-04;utfall;1\n',
  )
  const answer = await app.as('manager', '/api/figures?from=2019-04&to=2019-04')
  return answer.json<Figures>().tables
}
