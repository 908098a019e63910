import { expect, test } from 'vitest'
import { effectLimits } from '../../parameters/effect-limits.ts'
import { CannotCalculate } from '../refusal.ts'
import type { MethodResult } from './all-estimates.ts'
import type { Estimate } from './estimate.ts'
import { atLeast, atMost, comparisonGates, contaminationGate, largestPlacebo } from './gates.ts'
import { placeboGates, regressionToTheMeanGate, sizeGates } from './gates.ts'

const limits = effectLimits[0]!.value

function estimate(method: Estimate['method'], value: number, standardError: number, after = [0]): Estimate {
  const balance = after.map((each, at) => ({ covariate: `x${at + 1}`, before: 1, after: each }))
  const [lower, upper] = [value - 2 * standardError, value + 2 * standardError]
  return {
    method,
    estimate: value,
    standardError,
    lower,
    upper,
    treated: 60,
    controls: 200,
    effectiveControls: 40,
    balance,
  }
}
const both = (balancing: [number, number], augmented: [number, number], after?: number[]): MethodResult[] => [
  estimate('aipw', ...augmented),
  estimate('entropy-balancing', ...balancing, after),
]
const refused: MethodResult = { method: 'aipw', refusal: new CannotCalculate('separation') }
const placebo = (methods: MethodResult[]) => ({ column: 'y', covariates: [], methods })

test('a gate is open at its limit, and shut when its value is not known', () => {
  expect(atLeast('treated', 50, 50)).toEqual({ gate: 'treated', value: 50, limit: 50, passed: true })
  expect(atLeast('treated', 49, 50).passed).toBe(false)
  expect(atLeast('treated', null, 0).passed).toBe(false)
  expect(atMost('balance', 0.1, 0.1)).toEqual({ gate: 'balance', value: 0.1, limit: 0.1, passed: true })
  expect(atMost('balance', 0.11, 0.1).passed).toBe(false)
  expect(atMost('balance', null, 1).passed).toBe(false)
})

test('the floor: fifty treated, a hundred controls, one in ten unknown', () => {
  expect(sizeGates({ treated: 50, controls: 99, missingOutcome: 0.2 }, limits)).toEqual([
    { gate: 'treated', value: 50, limit: 50, passed: true },
    { gate: 'controls', value: 99, limit: 100, passed: false },
    { gate: 'missing-outcome', value: 0.2, limit: 0.1, passed: false },
  ])
})

test('the comparison: effective controls, overlap, the worst balance, and two methods in the smaller of their errors', () => {
  const found = comparisonGates(both([1, 0.5], [1.2, 0.4], [0.05, -0.2]), 0.03, limits)
  expect(found.map(({ gate, limit, passed }) => [gate, limit, passed])).toEqual([
    ['effective-controls', 30, true],
    ['overlap', 0.1, true],
    ['balance', 0.1, false],
    ['agreement', 1, true],
  ])
  expect(found[0]!.value).toBe(40)
  expect(found[1]!.value).toBe(0.03)
  expect(found[2]!.value).toBe(0.2)
  expect(found[3]!.value).toBeCloseTo(0.5, 12)
})

test('methods without error agree only when they are the same', () => {
  const agreement = (one: number, other: number) => comparisonGates(both([one, 0], [other, 0]), 0, limits)[3]!
  expect([agreement(2, 2).value, agreement(2, 2).passed]).toEqual([0, true])
  expect([agreement(2, 3).value, agreement(2, 3).passed]).toEqual([null, false])
})

test('nothing is known of the comparison when a method refused', () => {
  const found = comparisonGates([refused], null, limits)
  expect(found.map(({ value, passed }) => [value, passed])).toEqual(Array(4).fill([null, false]))
  const one = comparisonGates([refused, estimate('entropy-balancing', 1, 1)], 0, limits)
  expect(one.map(({ passed }) => passed)).toEqual([true, true, true, false])
})

test('placebo: the period and the method furthest from zero, in its own error', () => {
  const [periods, noise] = placeboGates([placebo(both([-3, 1], [1, 1])), placebo(both([2, 1], [4, 2]))], limits)
  expect(periods).toEqual({ gate: 'placebo-periods', value: 2, limit: 2, passed: true })
  expect(noise).toEqual({ gate: 'placebo', value: 3, limit: 2.24, passed: false })
})

test('a period that a method refused, or whose outcome does not vary, is not tested', () => {
  const untested = [
    placebo([refused, estimate('entropy-balancing', 9, 1)]),
    placebo(both([9, 0], [9, 1])),
    placebo(both([9, 1], [9, 0])),
  ]
  const [periods, noise] = placeboGates(untested, limits)
  expect([periods!.value, periods!.passed, noise!.value, noise!.passed]).toEqual([0, false, null, false])
  expect(largestPlacebo(untested)).toBe(null)
})

test('the largest effect where there is none, of any sign and either method', () => {
  expect(largestPlacebo([placebo(both([-3, 1], [1, 1])), placebo(both([2, 1], [2.5, 2]))])).toBe(3)
  expect(largestPlacebo([placebo(both([1, 1], [-4, 1]))])).toBe(4)
  expect(largestPlacebo([])).toBe(null)
})

test('contamination takes the worse arm', () => {
  expect(contaminationGate({ treated: 0.2, controls: 0.05 }, limits)).toEqual({
    gate: 'contamination',
    value: 0.2,
    limit: 0.1,
    passed: false,
  })
  expect(contaminationGate({ treated: 0.02, controls: 0.05 }, limits)).toMatchObject({ value: 0.05, passed: true })
  expect(contaminationGate({ treated: null, controls: null }, limits)).toMatchObject({ value: 0, passed: true })
})

test('who was selected on a value is compared with others as high, or not at all', () => {
  const methods = both([1, 1], [1, 1], [0.02, -0.3])
  expect(regressionToTheMeanGate(methods, 'x1', limits)).toEqual({
    gate: 'regression-to-the-mean',
    value: 0.02,
    limit: 0.1,
    passed: true,
  })
  expect(regressionToTheMeanGate(methods, 'x2', limits)).toMatchObject({ value: 0.3, passed: false })
  expect(regressionToTheMeanGate(methods, 'x3', limits)).toMatchObject({ value: null, passed: false })
  expect(regressionToTheMeanGate([refused], 'x1', limits)).toMatchObject({ value: null, passed: false })
})
