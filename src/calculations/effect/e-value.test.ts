import { expect, test } from 'vitest'
import { eValue, riskRatio } from './e-value.ts'

const riskOfEmployed = () => riskRatio({ count: 140, of: 185 }, { count: 168, of: 260 })

test('the ratio and its interval on the log scale, as the reference', () => {
  const employed = riskOfEmployed()
  expect(employed.ratio).toBeCloseTo(1.17117117117117, 12)
  expect(employed.lower).toBeCloseTo(1.03716554870256, 12)
  expect(employed.upper).toBeCloseTo(1.32249081537494, 12)
  expect(riskRatio({ count: 140, of: 185 }, { count: 168, of: 260 }, 0.9).lower).toBeGreaterThan(employed.lower)
})

test('how strong a confounder must be, for the estimate and for the limit', () => {
  const { estimate, limit } = eValue(riskOfEmployed())
  expect(estimate).toBeCloseTo(1.6189107617942, 12)
  expect(limit).toBeCloseTo(1.23349900665847, 12)
})

test('a ratio below one is turned upside down', () => {
  const employed = riskOfEmployed()
  const turned = eValue({ ratio: 1 / employed.ratio, lower: 1 / employed.upper, upper: 1 / employed.lower })
  expect(turned.estimate).toBeCloseTo(1.6189107617942, 12)
  expect(turned.limit).toBeCloseTo(1.23349900665847, 12)
})

test('an interval that holds one needs no confounder', () => {
  expect(eValue({ ratio: 2, lower: 0.9, upper: 4 }).limit).toBe(1)
  expect(eValue({ ratio: 2, lower: 1, upper: 4 }).limit).toBe(1)
  expect(eValue({ ratio: 0.5, lower: 0.2, upper: 1 }).limit).toBe(1)
  expect(eValue({ ratio: 1, lower: 0.5, upper: 2 }).estimate).toBe(1)
})

test('refuses an arm where nobody has the outcome, or more than all', () => {
  expect(() => riskRatio({ count: 0, of: 5 }, { count: 2, of: 5 })).toThrow('bad-value {"column":"count","found":0')
  expect(() => riskRatio({ count: 2, of: 5 }, { count: 0, of: 5 })).toThrow('bad-value {"column":"count","found":0')
  expect(() => riskRatio({ count: 6, of: 5 }, { count: 2, of: 5 })).toThrow('"expected":"1–5"')
  expect(riskRatio({ count: 5, of: 5 }, { count: 5, of: 5 })).toEqual({ ratio: 1, lower: 1, upper: 1 })
  expect(riskRatio({ count: 1, of: 5 }, { count: 1, of: 10 }).ratio).toBe(2)
})
