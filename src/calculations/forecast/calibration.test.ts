import { describe, expect, test } from 'vitest'
import { usualErrors } from '../../parameters/forecast-calibration.ts'
import { pastIntervals } from './backtest-intervals.ts'
import { calibrationOf } from './calibration.ts'
import { conformalQuantile, nobody, scoresOf } from './conformal.ts'
import { halfWidths } from './conformal-widths.ts'

const past = (scale: number, actual: number[], forecast: number[]) => ({
  origin: 0,
  scale,
  actual: Float64Array.from(actual),
  forecast: Float64Array.from(forecast),
})
const alone = { horizon: 2, step: 1, fillTo: 0 }
const rows = (scores: { size: Float64Array; weight: Float64Array; owner: Int32Array }) =>
  Array.from(scores.size, (size, at) => [size, scores.weight[at], scores.owner[at]])

describe('the pool of errors', () => {
  test('has the scaled error of every series and origin, by months ahead, and of the sums', () => {
    const { steps, sums } = calibrationOf([[past(2, [10, 20], [7, 24])], [past(1, [5, 5], [4, 4])]], alone)
    expect(steps.map(rows)).toEqual([
      [
        [1, 1, 1],
        [1.5, 1, 0],
      ],
      [
        [1, 1, 1],
        [2, 1, 0],
      ],
    ])
    // The errors of the first series are +3 and −4: their sum is small.
    expect(sums.map(rows)).toEqual([
      [
        [1, 1, 1],
        [1.5, 1, 0],
      ],
      [
        [0.5, 1, 0],
        [2, 1, 1],
      ],
    ])
  })
  test('counts forecasts of a series whose months overlap as less than one each', () => {
    const three = [1, 2, 3].map((size) => past(1, [size, size, size, size], [0, 0, 0, 0]))
    const { steps } = calibrationOf([three], { horizon: 4, step: 2, fillTo: 0 })
    // One story and two that are new to 2/h: 3 in all up to two months ahead, then 1 + 4/3, then 2.
    expect(steps.map(({ weight }) => [...weight])).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [7 / 9, 7 / 9, 7 / 9].map((weight) => expect.closeTo(weight, 12) as number),
      [2 / 3, 2 / 3, 2 / 3],
    ])
  })
  test('leaves out missing months, and errors without a scale', () => {
    const { steps, sums } = calibrationOf([[past(1, [Number.NaN, 3], [1, 1]), past(0, [1, 1], [0, 0])]], alone)
    expect(steps.map(({ size }) => [...size])).toEqual([[], [2]])
    expect(sums.map(({ size }) => [...size])).toEqual([[], []])
  })
  test('is filled to the asked weight with the usual errors of public series', () => {
    const { steps } = calibrationOf([[past(1, [1, 1], [0, 0])]], { ...alone, fillTo: 100 })
    for (const at of [0, 1]) {
      expect(steps[at]!.weight.reduce((total, weight) => total + weight, 0)).toBeCloseTo(100, 9)
      const usual = [...steps[at]!.weight].filter((_, index) => steps[at]!.owner[index] === nobody)
      expect(usual).toHaveLength(100)
      expect(usual[0]).toBeCloseTo(0.99, 12)
    }
  })
  test('has no usual errors when there are enough of its own', () => {
    const { steps } = calibrationOf([[past(1, [1], [0])], [past(1, [1], [0])]], { horizon: 1, step: 1, fillTo: 2 })
    expect([...steps[0]!.owner]).toEqual([0, 1])
  })
})

describe('the usual errors', () => {
  const { shares, steps, sums } = usualErrors.at(-1)!.value
  const widths = (level: number, horizon = 18) => {
    const calibration = calibrationOf([], { horizon, step: 1, fillTo: 100 })
    return { steps: halfWidths(calibration.steps, level), sums: halfWidths(calibration.sums, level) }
  }

  test('are whole: a row for each of 18 months, rising with the share and never falling with time', () => {
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    for (const table of [steps, sums]) {
      expect(table).toHaveLength(18)
      for (const [at, row] of table.entries()) {
        expect(row).toHaveLength(shares.length)
        expect(row.every((value, column) => column === 0 || value > row[column - 1]!)).toBe(true)
        expect(at === 0 || row.every((value, column) => value >= table[at - 1]![column]!)).toBe(true)
      }
    }
  })
  test('are read between the shares of the table', () => {
    // Level 0.9 of a hundred needs 90.9 of them: the 91st, at share 0.905, a tenth of the way from .9 to .95.
    const row = steps[0]!
    const expected = row[shares.indexOf(0.9)]! + 0.1 * (row[shares.indexOf(0.95)]! - row[shares.indexOf(0.9)]!)
    expect(widths(0.9).steps[0]).toBeCloseTo(expected, 12)
    const least = calibrationOf([], { horizon: 1, step: 1, fillTo: 100 }).steps[0]!.size[0]!
    expect(least).toBeCloseTo(0.05 * steps[0]![1]!, 12)
  })
  test('grow beyond the table as a random walk: with the root of time, and sums with its power of one and a half', () => {
    const { steps, sums } = widths(0.8, 36)
    expect(steps[35]! / steps[17]!).toBeCloseTo(Math.SQRT2, 9)
    expect(sums[35]! / sums[17]!).toBeCloseTo(2 ** 1.5, 9)
    expect(steps[18]! / steps[17]!).toBeCloseTo(Math.sqrt(19 / 18), 9)
  })
})

describe('half widths', () => {
  const scores = (...sizes: number[]) => scoresOf(sizes.map((size, owner) => ({ size, weight: 1, owner })))

  test('do not fall with the months ahead', () =>
    expect([...halfWidths([scores(1, 2, 3), scores(1, 1, 1), scores(5, 6, 7)], 0.5)]).toEqual([1.5, 1.5, 6]))
  test('are without width where there is no score', () => expect([...halfWidths([scores()], 0.5)]).toEqual([0]))
  test('can leave a series out', () => {
    expect([...halfWidths([scores(1, 2, 3)], 0.66, 1)]).toEqual([3])
    expect(conformalQuantile(scores(1, 2, 3), 0.66)).toBe(3)
    expect([...halfWidths([scores(1, 2, 9)], 0.66, 2)]).toEqual([2])
  })
})

describe('intervals on past forecasts', () => {
  const scores = scoresOf(Array.from({ length: 99 }, (_, at) => ({ size: (at + 1) / 10, weight: 1, owner: nobody })))
  const options = { levels: [0.8, 0.9], step: 1, owner: 0 }

  test('are judged in units of scale', () => {
    // Errors of 8.1, −8.9 and 9.5 scales beside half widths of 8 and 9.
    const found = pastIntervals([past(10, [181, 11], [100, 100]), past(1, [9.5, 7], [0, 0])], [scores, scores], options)
    expect(found.coverage).toEqual([0.25, 0.75])
    expect(found.bounds).toEqual([null, null])
  })
  test('leave out missing months and errors without a scale', () =>
    expect(
      pastIntervals([past(1, [Number.NaN, 1], [0, 0]), past(0, [1, 1], [0, 0])], [scores, scores], options).coverage,
    ).toEqual([1, 1]))
  test('have bounds of their coverage when there are two blocks of origins that do not overlap', () => {
    const origins = (count: number) =>
      Array.from({ length: count }, (_, at) => past(1, at % 2 ? [1, 1] : [50, 50], [0, 0]))
    expect(pastIntervals(origins(3), [scores, scores], options).bounds).toEqual([null, null])
    expect(pastIntervals(origins(4), [scores, scores], options).bounds[0]).not.toBeNull()
    expect(pastIntervals(origins(3), [scores, scores], { ...options, step: 2 }).bounds[0]).not.toBeNull()
    expect(pastIntervals(origins(40), [scores, scores], options).bounds[0]!.lower).toBeLessThanOrEqual(0.5)
  })
  test('give the pinball loss of quantiles from 5 to 95 per cent', () => {
    const { pinball } = pastIntervals([past(2, [10], [0])], [scores], options)
    expect(pinball.map(({ share }) => share)).toEqual(Array.from({ length: 19 }, (_, at) => (at + 1) / 20))
    // An error of 5 scales; the quantiles are ±9 at 5 and 95 per cent, and 0 in the middle.
    expect(pinball[0]!.loss).toBeCloseTo(0.05 * 14, 12)
    expect(pinball[9]!.loss).toBeCloseTo(0.5 * 5, 12)
    expect(pinball[18]!.loss).toBeCloseTo(0.05 * 4, 12)
    expect(pastIntervals([], [scores], options).pinball[3]!.loss).toBeNull()
  })
  test('are calibrated without the series itself', () => {
    const own = scoresOf(
      [0, 1].flatMap((owner) => [1, 2, 3, 4].map((size) => ({ size: owner ? size : 100, weight: 1, owner }))),
    )
    expect(pastIntervals([past(1, [50], [0])], [own], { levels: [0.5], step: 1, owner: 0 }).coverage).toEqual([0])
    expect(pastIntervals([past(1, [50], [0])], [own], { levels: [0.5], step: 1, owner: 1 }).coverage).toEqual([1])
  })
})
