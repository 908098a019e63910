import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'

type Spell = {
  household: number | string
  spell: number
  start: number | string
  end: number | string
  spanMonths: number
  paidMonths: number
  netAmount: number
  resolved: boolean
  leftUnknown: boolean
}
type Answer = { spells: Spell[]; gap: number; firstMonth: number | string; lastMonth: number | string }

const fileOf = csvFiles()
const onFile = (file: string, ...args: string[]) =>
  calculate<Answer>(
    'spells',
    '--file',
    file,
    '--household',
    'household',
    '--month',
    'month',
    '--amount',
    'amount',
    ...args,
  )
const ofRows = (rows: string, ...args: string[]) => onFile(fileOf(`household,month,amount\n${rows}`), ...args)
const inShort = ({ spells }: Answer) =>
  spells.map(({ household, spell, start, end, paidMonths }) => [household, spell, start, end, paidMonths])

test('one spell, with all that is known of it', async () => {
  expect(await ofRows('7,4,100\n7,6,50\n8,1,1\n8,12,1\n', '--gap', '1')).toEqual({
    spells: [
      row({ household: 7, start: 4, end: 6, spanMonths: 3, paidMonths: 2, netAmount: 150, resolved: true }),
      row({ household: 8, start: 1, end: 1, resolved: true, leftUnknown: true }),
      row({ household: 8, spell: 1, start: 12, end: 12 }),
    ],
    gap: 1,
    firstMonth: 1,
    lastMonth: 12,
  })
})

const row = (given: Partial<Spell>) => ({
  spell: 0,
  spanMonths: 1,
  paidMonths: 1,
  netAmount: 1,
  resolved: false,
  leftUnknown: false,
  ...given,
})

test('a gap of two months is allowed unless told otherwise', async () => {
  expect(inShort(await ofRows('1,1,5\n1,4,5\n1,8,5\n'))).toEqual([
    [1, 0, 1, 4, 2],
    [1, 1, 8, 8, 1],
  ])
})

test('payments of a month are summed, and a month that recoveries took to zero or below has no assistance', async () => {
  const { spells } = await ofRows('1,1,100\n1,2,70\n1,2,-70\n1,3,40\n1,3,-50\n1,4,30\n1,4,20\n', '--gap', '0')
  expect(spells.map(({ start, netAmount }) => [start, netAmount])).toEqual([
    [1, 100],
    [4, 50],
  ])
})

test('öre are summed exactly: what is taken back in parts leaves nothing', async () => {
  const { spells } = await ofRows('1,1,0.3\n1,1,-0.1\n1,1,-0.2\n1,2,"1234,56"\n1,2,0.1\n', '--gap', '0')
  expect(spells).toMatchObject([{ start: 2, netAmount: 1234.66 }])
})

test('rows in any order give spells by household and start, households by number', async () => {
  const answer = await ofRows('10,9,1\n2,5,1\n10,1,1\n2,1,1\n', '--gap', '0')
  expect(inShort(answer)).toEqual([
    [2, 0, 1, 1, 1],
    [2, 1, 5, 5, 1],
    [10, 0, 1, 1, 1],
    [10, 1, 9, 9, 1],
  ])
})

test('households may be words, and a number that begins with zero stays as it is', async () => {
  const answer = await ofRows('Åsa,1,1\nAda,2,1\n')
  expect(answer.spells.map(({ household }) => household)).toEqual(['Ada', 'Åsa'])
  expect((await ofRows('007,1,1\n')).spells[0]!.household).toBe('007')
})

test('calendar months keep the form of the file, over the turn of the year', async () => {
  const dashed = await ofRows('1,2023-12,1\n1,2024-01,1\n1,2024-06,1\n', '--last-month', '2024-12')
  expect(inShort(dashed)).toEqual([
    [1, 0, '2023-12', '2024-01', 2],
    [1, 1, '2024-06', '2024-06', 1],
  ])
  expect([dashed.firstMonth, dashed.lastMonth]).toEqual(['2023-12', '2024-12'])
  const joined = await ofRows('1,202312,1\n1,202401,1\n1,202406,1\n')
  expect(inShort(joined)).toEqual([
    [1, 0, 202312, 202401, 2],
    [1, 1, 202406, 202406, 1],
  ])
})

test('six digits that are not all calendar months are counted months', async () => {
  expect(inShort(await ofRows('1,202312,1\n1,202313,1\n', '--gap', '0'))).toEqual([[1, 0, 202312, 202313, 2]])
})

test('the window is that of the file unless told, and rows outside it are left out', async () => {
  const rows = '1,3,1\n1,4,1\n1,10,1\n'
  expect(await ofRows(rows)).toMatchObject({ firstMonth: 3, lastMonth: 10 })
  const { spells } = await ofRows(rows, '--first-month', '1', '--last-month', '7')
  expect(spells).toMatchObject([{ start: 3, end: 4, resolved: true, leftUnknown: true }])
  const later = await ofRows(rows, '--first-month', '0', '--last-month', '6')
  expect(later.spells).toMatchObject([{ start: 3, end: 4, resolved: false, leftUnknown: false }])
  expect((await ofRows(rows, '--first-month', '5', '--last-month', '5')).spells).toEqual([])
})

test.each([
  ['a file without rows', '', [], { kind: 'no-rows' }],
  ['an empty household', ',1,5\n', [], { kind: 'bad-value', detail: { column: 'household', row: 2 } }],
  ['an empty month', '1,,5\n', [], { kind: 'bad-value', detail: { column: 'month', row: 2 } }],
  ['months of two forms', '1,2024-01,5\n1,2,5\n', [], { kind: 'bad-value', detail: { column: 'month', row: 2 } }],
  ['a month with decimals', '1,1,5\n1,1.5,5\n', [], { kind: 'bad-value', detail: { column: 'month', row: 3 } }],
  ['an amount that is missing', '1,1,\n', [], { kind: 'not-a-number', detail: { column: 'amount', row: 2 } }],
  [
    'a gap that is negative',
    '1,1,5\n',
    ['--gap', '-1'],
    { kind: 'bad-option', detail: { option: '--gap', found: '-1' } },
  ],
  ['a gap with decimals', '1,1,5\n', ['--gap', '1.5'], { kind: 'bad-option', detail: { option: '--gap' } }],
  [
    'a window in another form',
    '1,1,5\n',
    ['--first-month', '2024-01'],
    { kind: 'bad-option', detail: { option: '--first-month' } },
  ],
  [
    'a window that ends before it begins',
    '1,5,5\n',
    ['--last-month', '4'],
    { kind: 'bad-option', detail: { option: '--last-month', found: 4 } },
  ],
])('refuses %s', async (_, rows, args, expected) => {
  await expect(ofRows(rows, ...args)).rejects.toMatchObject(expected)
})

for (const gap of [0, 1, 2, 3])
  testWithSharedData(`every row of the reference register with gap rule ${gap}`, async () => {
    const { spells } = await onFile(sharedPath('spells/payments.csv'), '--gap', String(gap))
    const lines = readFileSync(sharedPath(`spells/spells_gap${gap}.csv`), 'utf8')
      .trim()
      .split(/\r?\n/)
    expect(spells.map((spell) => Object.values(spell).map(Number).join())).toEqual(lines.slice(1))
  })
