import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReferenceJson, readReferenceTable } from './read-reference.ts'
import { type Inhabitants, inhabitantsByGroup } from './scb-population.ts'

const known = [{ area: '0483', name: 'Katrineholm', members: null }]
const short = (
  values: readonly { series: string; area: string; year: number; gender: string; value: number | null }[],
) => values.map(({ series, area, year, gender, value }) => `${series} ${area} ${year} ${gender} ${value ?? '–'}`)

test('an answer of version 3 as it stands: women under either letter, what is taken back as missing, the leading zero back', () => {
  const values = [
    { gender: 'T', count: 1, status: '', value: 8.7, isdeleted: false },
    { gender: 'F', count: 1, status: '', value: 8.1, isdeleted: false },
    { gender: 'M', count: 1, status: '', value: 9.1, isdeleted: true },
  ]
  const page = { values: [{ kpi: 'N31807', municipality: 483, period: '2018', values }], next_page: null }
  const found = readReferenceJson(JSON.stringify([page]))
  expect(short(found!.values)).toEqual(['N31807 0483 2018 T 8.7', 'N31807 0483 2018 K 8.1', 'N31807 0483 2018 M –'])
  expect(found!.values[2]!.status).toBe('deleted')
  expect(found!.madeUp).toBe(false)
})

test('what is no answer of Kolada is refused', () => {
  for (const text of ['', '{', '[]x', '{"values":[{"id":"x"}]}', '{"data":1}', '"N31807"'])
    expect(readReferenceJson(text)).toBeNull()
})

test('a table with a year in each column, areas by name, a decimal comma and a dash', () => {
  const found = readReferenceTable(
    {
      columns: ['Nyckeltal', 'Kommun', 'Kön', '2017', '2018'],
      rows: [
        ['Invånare som fått bistånd, andel (N31807)', 'Katrineholm', 'Totalt', '8,9', '8,7'],
        ['N31814', 'Katrineholm', 'Kvinnor', '-', '36,5'],
        ['N31814', 'Okänd by', 'Kvinnor', '1', '2'],
      ],
    },
    known,
  )
  expect(short(found!.values)).toEqual([
    'N31807 0483 2017 T 8.9',
    'N31807 0483 2018 T 8.7',
    'N31814 0483 2017 K –',
    'N31814 0483 2018 K 36.5',
  ])
})

test('a table with the year and the value in columns of their own, areas by code', () => {
  const found = readReferenceTable(
    {
      columns: ['kpi', 'municipality_id', 'municipality', 'year', 'gender', 'value'],
      rows: [['N31849', '0000', 'Riket', '2018', 'T', '49\u00a0700']],
    },
    [],
  )
  expect(short(found!.values)).toEqual(['N31849 0000 2018 T 49700'])
})

test('a table that is neither is refused', () => {
  expect(readReferenceTable({ columns: ['Namn', 'Belopp'], rows: [['A', '1']] }, known)).toBeNull()
})

const everyAge = Array.from({ length: 101 }, (_, age) => (age === 100 ? '100+' : String(age)))
const rowsOf = (count: (age: number, gender: string) => number): Inhabitants[] =>
  everyAge.flatMap((age, at) =>
    ['1', '2'].map((gender) => ({ region: '0483', age, gender, year: '2018', value: count(at, gender) })),
  )
const sizeOf = (rows: readonly Inhabitants[], series: string) =>
  inhabitantsByGroup(rows).find((each) => each.series === series && each.gender === 'T')?.value ?? null

test('inhabitants by single years become those that shares are of, women and men added up', () => {
  const rows = rowsOf((age, gender) => (gender === '1' ? 2 : 1) * (age === 100 ? 10 : 1))
  expect(sizeOf(rows, 'inhabitants')).toBe(330)
  expect(sizeOf(rows, 'inhabitants-0-17')).toBe(54)
  expect(sizeOf(rows, 'inhabitants-18')).toBe(276)
  expect(sizeOf(rows, 'inhabitants-18-64')).toBe(141)
})

test('children and adults are all inhabitants, whatever the ages', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(999), { minLength: 202, maxLength: 202 }), (counts) => {
      const rows = rowsOf((age, gender) => counts[age * 2 + Number(gender) - 1]!)
      expect(sizeOf(rows, 'inhabitants-0-17')! + sizeOf(rows, 'inhabitants-18')!).toBe(sizeOf(rows, 'inhabitants'))
    }),
    { seed: 6, numRuns: 50 },
  )
})

test('a group that lacks an age, and a sum that lacks the men, are not given', () => {
  const rows = rowsOf(() => 1)
  expect(
    sizeOf(
      rows.filter(({ age }) => age !== '17'),
      'inhabitants-0-17',
    ),
  ).toBeNull()
  expect(
    sizeOf(
      rows.filter(({ gender }) => gender === '2'),
      'inhabitants',
    ),
  ).toBeNull()
})

test("SCB's answers, of the old service and of the new, and a saved table give the same", () => {
  const old = {
    columns: [
      { code: 'Region', text: 'region', type: 'd' },
      { code: 'Tid', text: 'år', type: 't' },
      { code: 'BE0101N1', text: 'Folkmängd', type: 'c' },
    ],
    data: [{ key: ['0483', '2018'], values: ['34550'] }],
  }
  const modern = {
    ...{ class: 'dataset', id: ['Region', 'ContentsCode', 'Tid'], size: [1, 2, 1], value: [7, 34550] },
    dimension: {
      Region: { category: { index: { '0483': 0 } } },
      ContentsCode: { category: { index: { BE0101N2: 0, BE0101N1: 1 } } },
      Tid: { category: { index: { '2018': 0 } } },
    },
  }
  const saved = readReferenceTable(
    {
      columns: ['region', 'ålder', 'kön', 'Folkmängd 2018'],
      rows: [['0483 Katrineholm', 'totalt ålder', 'totalt', '34550']],
    },
    [],
  )
  for (const found of [
    readReferenceJson(`\uFEFF${JSON.stringify(old)}`),
    readReferenceJson(JSON.stringify(modern)),
    saved,
  ])
    expect(short(found!.values)).toEqual(['inhabitants 0483 2018 T 34550'])
})
