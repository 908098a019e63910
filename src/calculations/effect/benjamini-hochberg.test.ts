import fc from 'fast-check'
import { expect, test } from 'vitest'
import { adjustedPValues } from './benjamini-hochberg.ts'

const rounded = (values: Float64Array) => Array.from(values, (value) => Number(value.toFixed(12)))

test('agrees with R p.adjust, in the order given', () => {
  expect(rounded(adjustedPValues([0.01, 0.04, 0.03, 0.005, 0.5, 0.03]))).toEqual([0.03, 0.048, 0.045, 0.03, 0.5, 0.045])
  expect(rounded(adjustedPValues([0.9, 0.6, 1]))).toEqual([1, 1, 1])
})

test('questions that were asked but are not in the list count', () => {
  const expected = [0.05, 0.08, 0.075, 0.05, 0.833333333333, 0.075]
  expect(rounded(adjustedPValues([0.01, 0.04, 0.03, 0.005, 0.5, 0.03], { tested: 10 }))).toEqual(expected)
})

test('no question gives no answer', () => expect(adjustedPValues([])).toEqual(new Float64Array()))

test('refuses what is not a probability, and fewer tested than given', () => {
  expect(() => adjustedPValues([0.1, 1.1])).toThrow('bad-value {"column":"p","found":1.1,"expected":"0–1"}')
  expect(() => adjustedPValues([-0.1])).toThrow('bad-value')
  expect(() => adjustedPValues([Number.NaN])).toThrow('bad-value')
  expect(() => adjustedPValues([0.1, 0.2], { tested: 1 })).toThrow(
    'bad-value {"column":"tested","found":1,"expected":"≥ 2"}',
  )
  expect(rounded(adjustedPValues([0, 1]))).toEqual([0, 1])
})

test('adjusted values keep the order, are no smaller than p, and do not depend on the order of the list', () => {
  const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 10 })
  fc.assert(
    fc.property(list, (pValues) => {
      const adjusted = adjustedPValues(pValues)
      const reversed = adjustedPValues([...pValues].reverse()).reverse()
      expect(reversed).toEqual(adjusted)
      for (let one = 0; one < pValues.length; one++) {
        expect(adjusted[one]).toBeGreaterThanOrEqual(pValues[one]! * (1 - 1e-12))
        expect(adjusted[one]).toBeLessThanOrEqual(1)
        for (let other = 0; other < pValues.length; other++)
          if (pValues[one]! < pValues[other]!) expect(adjusted[one]).toBeLessThanOrEqual(adjusted[other]!)
      }
    }),
    { seed: 1, numRuns: 50 },
  )
})
