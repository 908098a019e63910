import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Day } from '../../values/day.ts'
import type { Value } from '../kind.ts'
import { targetsFrom } from '../mapping.ts'
import { readTable } from '../read/read-table.ts'
import { recognise } from '../recognise.ts'
import { createValidator } from '../validate.ts'

function read(columns: readonly string[], rows: readonly string[][], title: string, fileName = 'tabell.csv') {
  const [found] = recognise(columns, rows.slice(0, 100), fileName, title)
  if (!found) throw new Error('Not recognised')
  const targets = targetsFrom(found.mapping)
  const options = {
    today: '2026-11-22' as Day,
    municipality: { code: '0483', name: 'Katrineholm' },
    identityKey: () => '',
    layout: found.layout,
  }
  return { kind: found.kind.name, ...createValidator(found.kind, { columns, targets }, options).validate(rows, 3) }
}

const lines = (texts: string[]) => texts.map((text) => text.split(';'))

test('turns months in columns into one row a month, and keeps why a value is missing', () => {
  const { accepted, rejected } = read(
    ['Region', 'Inrikes- eller utrikesfödda hushåll', 'Januari', 'Februari', 'Mars'],
    lines(['Stockholm;Inrikes födda;3\u2009067;X;--']),
    'Ekonomiskt bistånd, Antal hushåll, 2017',
  )
  const [region, figure, group] = ['Stockholm', 'Antal hushåll', 'Inrikes födda']
  expect(rejected).toEqual([])
  expect(accepted.map(({ values }) => values)).toEqual([
    [region, figure, group, '2017-01', 3067, null],
    [region, figure, group, '2017-02', null, 'suppressed'],
    [region, figure, group, '2017-03', null, 'notReported'],
  ])
  expect(accepted[0]?.key).toBe('~Stockholm|Antal hushåll|Inrikes födda|2017-01|')
})

test('takes the figure and the year from a title in lines of its own, and an empty corner as the region', () => {
  const table = ['Kolumn 1', 'Januari', 'Februari']
  const { accepted } = read(table, lines(['Flen;12;..']), 'Antal hushåll efter månad\nÅr 2019\nPreliminärt')
  expect(accepted.map(({ values }) => values)).toEqual([
    ['Flen', 'Antal hushåll efter månad', null, '2019-01', 12, null],
    ['Flen', 'Antal hushåll efter månad', null, '2019-02', null, 'notReported'],
  ])
})

test('turns several figures in a row into one row each, with the region of the title', () => {
  const { kind, accepted } = read(
    ['År', 'Månad', 'Antal hushåll', 'Utbetalt ekonomiskt bistånd tkr'],
    lines(['2014;Januari;3914;26908', '2016;December;--;--']),
    'Ekonomiskt bistånd, Dalarnas län',
  )
  expect(kind).toBe('official-statistics')
  expect(accepted.map(({ row, values }) => [row, ...values])).toEqual([
    [3, 'Dalarnas län', 'Antal hushåll', null, '2014-01', 3914, null],
    [3, 'Dalarnas län', 'Utbetalt ekonomiskt bistånd tkr', null, '2014-01', 26908, null],
    [4, 'Dalarnas län', 'Antal hushåll', null, '2016-12', null, 'notReported'],
    [4, 'Dalarnas län', 'Utbetalt ekonomiskt bistånd tkr', null, '2016-12', null, 'notReported'],
  ])
})

test('refuses one value without refusing its neighbours, and tells a shared fault once', () => {
  const table = ['Region', 'Grupp', 'Januari', 'Februari']
  const title = 'Ekonomiskt bistånd, Antal hushåll, 2017'
  const { accepted, rejected } = read(table, lines(['Nacka;Alla;12;tolv', ';Alla;1;2']), title)
  expect(accepted.map(({ row, values }) => [row, values[4]])).toEqual([[3, 12]])
  expect(rejected).toEqual([
    { row: 3, column: 'Februari', problem: 'not-a-number', found: 'tolv' },
    { row: 4, column: 'Region', problem: 'missing-value', found: '' },
  ])
})

test('reads a table that already has one value a row', () => {
  const { accepted } = read(['Region', 'Mått', 'Månad', 'Värde'], lines(['Nacka;Antal hushåll;2017-01;X']), '')
  expect(accepted[0]?.values).toEqual(['Nacka', 'Antal hushåll', null, '2017-01', null, 'suppressed'])
})

const folder = '../shared/data/municipal'
const published = existsSync(folder)
if (!published) process.stderr.write(`Skipped: the published tables are not in ${folder}\n`)

const readPublished = (file: string, title: string) => {
  const table = readTable(readFileSync(`${folder}/${file}`), file)
  return read(table.columns, table.rows, title, file)
}
const count = (values: readonly Value[][], missing: string) => values.filter((each) => each[5] === missing).length

test.skipIf(!published)('reads Socialstyrelsen’s table of 2017 with its 211 hidden and 171 unreported values', () => {
  const { accepted, rejected } = readPublished(
    'socialstyrelsen_ekb_2017_cp1252_semikolon.csv',
    'Ekonomiskt bistånd, Antal hushåll, 2017',
  )
  const values = accepted.map((each) => each.values)
  expect(rejected).toEqual([])
  expect(accepted).toHaveLength(582 * 8)
  expect([count(values, 'suppressed'), count(values, 'notReported')]).toEqual([211, 171])
})

const vintages = ['2023-08-24', '2023-09-04', '2023-10-09', '2023-11-07', '2024-01-11', '2024-02-12']

test.skipIf(!published)('reads the six vintages for Dalarna, later ones under the same keys', () => {
  const read = vintages.map((day) =>
    readPublished(`socialstyrelsen_dalarna_${day}.xlsx`, 'Ekonomiskt bistånd, Dalarnas län'),
  )
  for (const { kind, accepted, rejected } of read) {
    expect([kind, accepted.length, rejected]).toEqual(['official-statistics', 240, []])
    expect(accepted.map(({ key }) => key)).toEqual(read[0]?.accepted.map(({ key }) => key))
  }
  expect(
    read
      .at(-1)
      ?.accepted.slice(-2)
      .map(({ values }) => values.slice(3, 5)),
  ).toEqual([
    ['2023-12', 3000],
    ['2023-12', 26032],
  ])
})
