import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, formatSigned, roundTo } from './format.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** Part of whole in whole numbers, half away from zero: what a person with pen and paper comes to, and no binary anywhere. */
function onPaper(part: bigint, whole: bigint, decimals: number): string {
  const shifted = 10n ** BigInt(decimals)
  const size = part < 0n ? -part : part
  const digits = (2n * size * shifted + whole) / (2n * whole)
  const text = digits.toString().padStart(decimals + 1, '0')
  const [ones, rest] = [text.slice(0, text.length - decimals), text.slice(text.length - decimals)]
  const grouped = ones.replace(/\B(?=(\d{3})+$)/g, ' ')
  return `${part < 0n && digits > 0n ? '−' : ''}${grouped}${decimals > 0 ? `,${rest}` : ''}`
}

describe('a number is rounded half away from zero on the decimal number', () => {
  test.each([
    [12.95, 1, '13,0'],
    [(13_554 / 12_000 - 1) * 100, 1, '13,0'],
    [-(13_554 / 12_000 - 1) * 100, 1, '−13,0'],
    [1.005, 2, '1,01'],
    [0.5, 0, '1'],
    [-0.5, 0, '−1'],
    [0.049999, 1, '0,0'],
    [-0.04, 1, '0,0'],
    [1_234_567.5, 0, '1 234 568'],
    [90_071_992_547_409.91, 2, '90 071 992 547 409,91'],
    [9_007_199_254_740_991, 0, '9 007 199 254 740 991'],
    [1e-7, 1, '0,0'],
  ])('%d with %i decimals is %s', (value, decimals, text) => {
    expect(plain(formatNumber(value, decimals))).toBe(text)
  })

  test('whatever is divided by whatever, in per cent and not', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000_000, max: 10_000_000 }),
        fc.oneof(
          fc.integer({ min: 1, max: 1_000_000 }),
          fc.constantFrom(8, 16, 40, 80, 200, 400, 1_000, 2_000, 12_000),
        ),
        fc.constantFrom(0, 1, 2),
        (part, whole, decimals) => {
          expect(plain(formatNumber(part / whole, decimals))).toBe(onPaper(BigInt(part), BigInt(whole), decimals))
          const percent = onPaper(100n * BigInt(part), BigInt(whole), decimals)
          expect(plain(formatNumber((part / whole) * 100, decimals))).toBe(percent)
          const change = onPaper(100n * BigInt(part - whole), BigInt(whole), decimals)
          expect(plain(formatNumber((part / whole - 1) * 100, decimals))).toBe(change)
        },
      ),
      { seed: 1295, numRuns: 5_000 },
    ))

  test('and an amount of any size in kronor', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), fc.constantFrom(0, 1), (ore, at) => {
        expect(plain(formatNumber(ore / 100, at))).toBe(onPaper(BigInt(ore), 100n, at))
        expect(roundTo(ore / 100)).toBe(Number(onPaper(BigInt(ore), 100n, 0).replace('−', '-').replaceAll(' ', '')))
      }),
      { seed: 1296, numRuns: 2_000 },
    ))
})

test('a difference has its sign, and one too small to show has none', () => {
  expect([0.04, 0.05, 0, -0.04, -0.05].map((value) => formatSigned(value, 1))).toEqual([
    ...['0,0', '+0,1', '0,0', '0,0', '−0,1'],
  ])
})

test('what is no number is not written as one', () =>
  expect([Number.NaN, Infinity].map((value) => formatNumber(value, 1))).toEqual(['NaN', 'Infinity']))
