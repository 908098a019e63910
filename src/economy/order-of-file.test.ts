import { expect, test } from 'vitest'
import { testApp } from '../../test/support/test-app.ts'
import type { Figures } from '../analysis/figures.ts'

const app = await testApp()

const volumeFile = (period: string, ...labels: string[]) =>
  [
    'Volymmått;Typ;Från månad;Till månad;Version;Värde',
    ...labels.map((label, at) => `${label};Flöde;2019-01;${period};Utfall;${at}`),
  ].join('\r\n')

const staffFile = (...labels: string[]) =>
  [
    'Nyckeltal;Från;Till;Grupp;Antal;Av;Enhet',
    ...labels.flatMap((label) =>
      ['Män', 'Totalt'].map((group) => `${label};2019-04-30;2019-04-30;${group};40;100;personer`),
    ),
  ].join('\r\n')

async function rowsOf(table: string, to: string): Promise<string[]> {
  const figures = (await app.as('controller', `/api/figures?from=2019-01&to=${to}`)).json<Figures>()
  return figures.tables.find(({ id }) => id === table)!.rows.map(({ label }) => label)
}

test('volumes and staff stand in the order of their file, and not of the alphabet', async () => {
  await app.importText('volymer.csv', volumeFile('2019-04', 'Öppet intag', 'Barn / unga', 'Avslutade'))
  await app.importText('personal.csv', staffFile('Månadsanställda', 'Arbetar heltid'))
  expect(await rowsOf('volumes', '2019-04')).toEqual(['Öppet intag', 'Barn / unga', 'Avslutade'])
  expect(await rowsOf('staff', '2019-04')).toEqual(['Månadsanställda', 'Arbetar heltid'])
})

test('the latest file decides, and what it says nothing of keeps its place', async () => {
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await app.importText('volymer.csv', volumeFile('2019-08', 'Avslutade', 'Öppet intag', 'Nya', 'Barn / unga'))
  expect(await rowsOf('volumes', '2019-08')).toEqual(['Avslutade', 'Öppet intag', 'Nya', 'Barn / unga'])
  app.clock.now = new Date(app.clock.now.getTime() + 60_000)
  await app.importText('volymer.csv', volumeFile('2019-08', 'Avslutade', 'Öppet intag').replace(/0$/m, '7'))
  expect(await rowsOf('volumes', '2019-08')).toEqual(['Avslutade', 'Öppet intag', 'Nya', 'Barn / unga'])
})
