import { expect, test } from 'vitest'
import { simulatedEffect } from '../../../test/support/simulated-effect.ts'
import { CannotCalculate } from '../refusal.ts'
import { type MethodResult, estimateOf } from './all-estimates.ts'
import { effectInterval, roomOf } from './effect-interval.ts'
import { estimateEffect } from './estimate.ts'

const { sample } = simulatedEffect({ rows: 100, effect: 1 })
const like = (method: 'aipw' | 'entropy-balancing', estimate: number, lower: number, upper: number): MethodResult => ({
  ...estimateEffect(sample, method),
  estimate,
  lower,
  upper,
})

test('the estimate is entropy balancing, the interval is what either method allows for', () => {
  const found = effectInterval([like('aipw', 2, 1, 3), like('entropy-balancing', 2.2, 1.5, 2.9)])
  expect(found).toEqual({ estimate: 2.2, lower: 1, upper: 3 })
  expect(effectInterval([like('aipw', 2, 1, 3), like('entropy-balancing', 2.2, 0.5, 4)])).toMatchObject({
    lower: 0.5,
    upper: 4,
  })
})

test('there is none when either refused', () => {
  const refused: MethodResult = { method: 'aipw', refusal: new CannotCalculate('separation') }
  expect(effectInterval([refused, like('entropy-balancing', 1, 0, 2)])).toBe(null)
  expect(effectInterval([like('aipw', 1, 0, 2)])).toBe(null)
  expect(estimateOf([refused], 'aipw')).toBe(null)
})

test('how far the interval may be moved before it holds zero, or leaves what has no interest', () => {
  expect(roomOf({ estimate: 2, lower: 1, upper: 3 }, 5)).toEqual({ shown: 1, excluded: 2 })
  expect(roomOf({ estimate: -2, lower: -3, upper: -1 }, 5)).toEqual({ shown: 1, excluded: 2 })
  expect(roomOf({ estimate: 1, lower: -1, upper: 3 }, 2)).toEqual({ shown: -1, excluded: -1 })
  expect(roomOf({ estimate: 1, lower: -1, upper: 3 }, undefined)).toEqual({ shown: -1, excluded: -Infinity })
  expect(roomOf(null, 5)).toEqual({ shown: -Infinity, excluded: -Infinity })
})
