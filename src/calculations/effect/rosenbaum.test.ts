import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sharedJson, sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { largestGamma, rosenbaumBound } from './rosenbaum.ts'

// Ties of both signs, and a pair without a difference. The values are those of R.
const pairs = [3, -1, 2, 2, -2, 5, 0, 4, 1, 6, 7, -3]

test('the bound agrees with R', () => {
  expect(rosenbaumBound(pairs, 1)).toBeCloseTo(0.0305557793376814, 12)
  expect(rosenbaumBound(pairs, 1.5)).toBeCloseTo(0.0949950848047187, 12)
  expect(rosenbaumBound(pairs, 2)).toBeCloseTo(0.172112551591561, 12)
  expect(rosenbaumBound(pairs, 3)).toBeCloseTo(0.321549599771807, 12)
})

test('the largest gamma is where the bound passes the level', () => {
  expect(Math.abs(largestGamma(pairs) - 1.17196677575744)).toBeLessThan(1e-6)
  expect(largestGamma(pairs, { level: 0.03 })).toBe(1)
  expect(Math.abs(rosenbaumBound(pairs, largestGamma(pairs, { level: 0.2 })) - 0.2)).toBeLessThan(1e-6)
})

test('a claim that bears more than asked for stops there', () => {
  const clear = Array.from({ length: 100 }, (_, at) => at + 1)
  expect(largestGamma(clear)).toBe(10)
  expect(largestGamma(clear, { largest: 2 })).toBe(2)
})

test('refuses pairs without any difference, and a gamma below one', () => {
  expect(() => rosenbaumBound([0, 0], 1)).toThrow('too-few {"found":0,"needed":1,"what":"par med skillnad"}')
  expect(() => largestGamma([])).toThrow('too-few')
  expect(() => rosenbaumBound(pairs, 0.99)).toThrow('bad-value {"column":"gamma","found":0.99,"expected":"≥ 1"}')
  expect(() => rosenbaumBound(pairs, Number.NaN)).toThrow('bad-value')
})

test('the bound rises with gamma, whatever the pairs and their order', () => {
  const differences = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 })
  const gamma = fc.double({ min: 1, max: 8, noNaN: true })
  fc.assert(
    fc.property(differences, gamma, gamma, (list, one, other) => {
      fc.pre(list.some((difference) => difference !== 0))
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      expect(rosenbaumBound(list, low)).toBeLessThanOrEqual(rosenbaumBound(list, high) + 1e-12)
      expect(rosenbaumBound([...list].reverse(), low)).toBeCloseTo(rosenbaumBound(list, low), 12)
    }),
    { seed: 2, numRuns: 40 },
  )
})

testWithSharedData('the 185 pairs from CPS-1', () => {
  const [, ...rows] = readFileSync(sharedPath('effect/rosenbaum_pairs_cps1.csv'), 'utf8').trim().split('\n')
  const differences = rows.map((row) => Number(row.split(',')[0]) - Number(row.split(',')[1]))
  const { rosenbaum } = sharedJson<{ rosenbaum: { gamma: number[]; p_upper: number[] } }>('expected/effect_open.json')
  rosenbaum.gamma.forEach((gamma, at) =>
    expect(Math.abs(rosenbaumBound(differences, gamma) - rosenbaum.p_upper[at]!)).toBeLessThan(1e-9),
  )
  expect(largestGamma(differences)).toBe(1)
})
