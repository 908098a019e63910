import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Demo, writeDemo } from './demo.ts'

type Line = { at: string; account: string; ore: number }

describe('the books of 2019 tie to the statement of 30 April', () => {
  const demo = writeDemo()
  const bytesOf = (fileName: string) => demo.files.find((file) => file.fileName === fileName)!.bytes

  /** Each voucher's lines, with its month (201904) and amounts in öre. */
  const vouchers = (year: number): Line[][] =>
    Buffer.from(bytesOf(`huvudbok_${year}.se`))
      .toString('latin1')
      .split('#VER A ')
      .slice(1)
      .map((voucher) =>
        [...voucher.matchAll(/#TRANS (\d+) .*\} (-?\d+)\.(\d\d)/g)].map(([, account = '', kronor = '', ore = '']) => ({
          at: voucher.split(' ')[1]!.slice(0, 6),
          account,
          ore: Number(kronor + ore),
        })),
      )

  const rowOf = (account: string): string | null => {
    if (account.startsWith('1')) return null
    if (account.startsWith('3')) return 'revenue'
    if (/^451[1-9]/.test(account)) return 'assistance'
    if (account.startsWith('46')) return 'placements'
    if (/^5[0-7]/.test(account)) return 'staff'
    return account === '7431' ? 'consultants' : 'other'
  }

  const total = (rows: { account: string; ore: number }[], row: string | null) =>
    rows.reduce((sum, { account, ore }) => sum + (rowOf(account) === row ? ore : 0), 0)

  const rows2019 = vouchers(2019).flat()
  const budget2019 = budgetRows(demo, 2019)
  const ofMonths = <Line extends { at: string }>(lines: Line[], count: number) =>
    lines.filter(({ at }) => Number(at.slice(-2)) <= count)

  test('every row to the krona', () => {
    const actual = ['revenue', 'assistance', 'placements', 'staff', 'consultants', 'other'].map(
      (row) => -total(rows2019, row),
    )
    expect(actual).toEqual([
      11_890_000_00, -20_903_000_00, -24_054_000_00, -29_743_000_00, -4_007_000_00, -8_276_000_00,
    ])
  })

  test('the period budget', () => {
    const operating = ofMonths(budget2019, 4).filter(({ statement }) => statement === 'Drift')
    const budget = ['revenue', 'assistance', 'placements', 'staff', 'consultants', 'other'].map(
      (row) => -total(operating, row) || 0,
    )
    expect(budget).toEqual([9_558_000_00, -16_653_000_00, -12_805_000_00, -31_811_000_00, 0, -8_492_000_00])
    const investment = ofMonths(budget2019, 4).filter(({ statement }) => statement === 'Investering')
    expect(investment.reduce((sum, { ore }) => sum + ore, 0)).toBe(691_000_00)
  })

  test('the deficits to February, March and April', () => {
    const deficit = (count: number) => {
      const all = (lines: { account: string; ore: number }[]) =>
        lines.reduce((sum, { account, ore }) => sum + (rowOf(account) ? ore : 0), 0)
      const operating = budget2019.filter(({ statement }) => statement === 'Drift')
      return all(ofMonths(operating, count)) - all(ofMonths(rows2019, count))
    }
    expect([2, 3, 4].map(deficit)).toEqual([-8_000_000_00, -12_048_000_00, -14_890_000_00])
  })

  test('assistance and consultants fall from March to April as reported', () => {
    const change = (row: string) =>
      total(
        rows2019.filter(({ at }) => at === '201904'),
        row,
      ) -
      total(
        rows2019.filter(({ at }) => at === '201903'),
        row,
      )
    expect([change('assistance'), change('consultants')]).toEqual([-979_000_00, -100_000_00])
  })

  test('assistance in 2018 is what was paid for the year', () =>
    expect(total(vouchers(2018).flat(), 'assistance')).toBe(59_959_000_00))

  test('every voucher balances', () => {
    for (const year of [2016, 2017, 2018, 2019]) {
      const sums = vouchers(year).map((lines) => lines.reduce((sum, { ore }) => sum + ore, 0))
      expect(sums).toEqual(new Array(year === 2019 ? 24 : 72).fill(0))
    }
  })

  test('letters are written in code page 437', () =>
    expect(Buffer.from(bytesOf('huvudbok_2019.se')).toString('latin1')).toContain('socialn\x84mnden'))
})

function budgetRows(demo: Demo, year: number) {
  const { bytes } = demo.files.find(({ fileName }) => fileName === `budget_${year}.xlsx`)!
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
  return [...sheet.matchAll(/<row r="\d+">(.*?)<\/row>/g)]
    .map(([, row = '']) =>
      Object.fromEntries([...row.matchAll(/r="([A-E])\d+".*?<(?:t|v)>([^<]*)</g)].map(([, at, text]) => [at, text])),
    )
    .filter((cells) => cells['A'] === 'Drift' || cells['A'] === 'Investering')
    .map((cells) => ({
      statement: cells['A']!,
      account: cells['B'] ?? '',
      at: cells['D']!,
      ore: Math.round(Number(cells['E']!.replaceAll(' ', '').replace(',', '.')) * 100),
    }))
}
