import { expect, test } from 'vitest'
import { exitRatioOf } from './exit-ratio.ts'

/** Two factors of something else, the three bands of an intervention, and one after. */
const model = (...bands: [number, number, number]) => ({ factor: Float64Array.of(9, 9, ...bands, 9) })

test('the ratio is the mean of twelve months: three in the first band, three in the second, six in the last', () => {
  const { ratio } = exitRatioOf(model(4, 2, 1), [model(1, 1, 1)], { first: 2, level: 0.95 })
  expect(ratio).toBe((3 * 4 + 3 * 2 + 6 * 1) / 12)
})

test('its ends are those of the draws, at the level asked for', () => {
  const draws = Array.from({ length: 101 }, (_, at) => model(at, at, at))
  expect(exitRatioOf(model(1, 1, 1), draws, { first: 2, level: 0.9 })).toEqual({
    ratio: 1,
    lower: expect.closeTo(5, 9) as number,
    upper: expect.closeTo(95, 9) as number,
  })
})
