import { expect, test } from 'vitest'
import { sharedJson, testWithSharedData } from '../../../test/support/shared-data.ts'
import { compareTotals, placeboEffect } from './compare-totals.ts'

const strangnas = { before: 38.1, after: 26.7, othersBefore: 1, othersAfter: 1 - 0.06122534040851624 }
const noise = Math.log(39.122078471737958 / 35.767314530435534)

test('a municipality against its county: half of what was claimed against the forecast', () => {
  const found = compareTotals(strangnas, [noise])
  expect(found.counterfactual).toBeCloseTo(35.767314530435534, 9)
  expect(found.effect).toBeCloseTo(-9.067314530435535, 9)
  expect(found.relativeEffect).toBeCloseTo(-0.25350839584894945, 9)
  expect(found.lower).toBeCloseTo(-12.422078471737958, 9)
  expect(found.upper).toBeCloseTo(-6.000225516987303, 9)
})

test('the others’ totals are of any size: only how they changed matters', () => {
  const found = compareTotals({ before: 50, after: 40, othersBefore: 200, othersAfter: 180 }, [0])
  expect(found).toEqual({ counterfactual: 45, effect: -5, relativeEffect: -5 / 45, lower: -5, upper: -5 })
})

test('the interval is as wide as nine of ten comparisons where nothing was done, of either sign', () => {
  const placebos = [-0.11, 0.01, -0.02, 0.03, -0.04, 0.05, -0.06, 0.07, -0.08, 0.09, 0]
  expect(compareTotals(strangnas, placebos)).toEqual(compareTotals(strangnas, [0.09]))
  expect(compareTotals(strangnas, placebos, 1)).toEqual(compareTotals(strangnas, [0.11]))
})

test('a placebo is the log effect where nothing was done', () => {
  expect(placeboEffect({ before: 10, after: 12, othersBefore: 100, othersAfter: 110 })).toBeCloseTo(
    Math.log(1.2 / 1.1),
    12,
  )
})

test('refuses totals that are not above zero, and an effect without placebos', () => {
  expect(() => compareTotals({ ...strangnas, othersBefore: 0 }, [0.1])).toThrow(
    'bad-value {"column":"othersBefore","found":0,"expected":"> 0"}',
  )
  expect(() => compareTotals(strangnas, [])).toThrow('too-few {"found":0,"needed":1,"what":"jämförelser utan insats"}')
})

testWithSharedData('the reference of the claim', () => {
  const { strangnas: expected } = sharedJson<{ strangnas: Record<string, number> }>('expected/savings.json')
  const totals = { ...strangnas, othersAfter: 1 + expected['dalarna_change_pct']! / 100 }
  expect(compareTotals(totals, [noise]).effect).toBeCloseTo(expected['did_effect_mnkr']!, 9)
})
