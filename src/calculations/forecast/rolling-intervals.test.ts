import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { usualErrorsInChanges } from '../../parameters/forecast-calibration.ts'
import { seededRandom } from '../random.ts'
import { type RolledForecast, widthsAt } from './rolling-intervals.ts'
import { forecastRow } from './row-forecast.ts'
import { intervalOptions } from './row-record.ts'

const { shares, steps } = usualErrorsInChanges.at(-1)!.value
/** So few usual errors that the row's own decide. */
const alone = { levels: [0.5], usualCount: 1e-9, halfLife: Infinity }
const changes = (size: number, horizon = 12) => new Float64Array(horizon).fill(size)
const missed = (origin: number, errors: number[], change = 1): RolledForecast => ({
  origin,
  changes: changes(change, errors.length),
  forecast: new Float64Array(errors.length),
  actual: Float64Array.from(errors),
})
const year = (error: number) => new Array<number>(12).fill(error)

describe('the width of an interval', () => {
  const past = Array.from({ length: 30 }, (_, at) => missed(24 + at, year(at < 20 ? 1 : 1000)))
  const width = (origin: number, change = 1) => widthsAt(past, { origin, changes: changes(change) }, alone)[0]!

  test('is learnt only from what was known when the forecast was made', () => {
    expect(width(44).steps[0]).toBe(1)
    // Twelve months ahead: of the forecast made in month 44, only that of the first month has come.
    expect(width(45).steps[11]).toBe(1)
    expect(width(84).steps[11]).toBe(1)
    expect(widthsAt(past, { origin: 84, changes: changes(1) }, { ...alone, levels: [0.9] })[0]!.steps[11]).toBe(1000)
  })
  test('does not know the month that it is made in', () => {
    const shock = past.map((each) =>
      missed(
        each.origin,
        Array.from({ length: 12 }, (_, at) => (each.origin + at < 44 ? 1 : 1000)),
      ),
    )
    const widest = { ...alone, levels: [0.999] }
    expect(Math.max(...widthsAt(shock, { origin: 44, changes: changes(1) }, widest)[0]!.steps)).toBeLessThan(100)
    expect(widthsAt(shock, { origin: 45, changes: changes(1) }, widest)[0]!.steps[11]).toBeGreaterThan(100)
  })
  test('follows how much the row has changed since', () => {
    expect(width(44, 2).steps[0]).toBe(2)
    const calm = past.map((each) => ({ ...each, changes: changes(4) }))
    expect(widthsAt(calm, { origin: 44, changes: changes(2) }, alone)[0]!.steps[0]).toBe(0.5)
  })
  test('of a sum is that of errors of sums, which cancel or pull together', () => {
    const sums = (errors: number[]) =>
      widthsAt(
        Array.from({ length: 9 }, (_, at) => missed(24 + at, errors)),
        { origin: 40, changes: changes(1, 2) },
        alone,
      )[0]!.sums[1]
    expect(sums([3, -3])).toBe(1.5)
    expect(sums([3, 3])).toBe(6)
  })
  test('has no error of a month that is missing, nor of a row that had never changed', () => {
    const holed = [missed(24, [Number.NaN, 5]), missed(25, [2, 5]), missed(26, [7, 5], 0)]
    const { steps: found, sums } = widthsAt(holed, { origin: 30, changes: changes(1, 2) }, alone)[0]!
    expect([...found]).toEqual([2, 5])
    expect([...sums]).toEqual([2, 7])
  })
  test('without a past is that of the usual errors, in what the row changes in as many months', () => {
    const [at] = widthsAt(
      [],
      { origin: 24, changes: Float64Array.of(10, 40) },
      { ...alone, levels: [0.905], usualCount: 5 },
    )
    // The usual errors are no sample: the 91st of a hundred, at the share 0.905, and nothing is added.
    const row = (step: number) => {
      const [from, to] = [0.9, 0.95].map((share) => steps[step]![shares.indexOf(share)]!)
      return from! + 0.1 * (to! - from!)
    }
    expect([...at!.steps]).toEqual([10 * row(0), 40 * row(1)].map((each) => expect.closeTo(each, 9) as number))
  })
  test('counts forecasts whose months overlap as less than one each', () => {
    // Thirteen in a row: of the next month each is its own story, twelve months ahead they are two.
    const one = Array.from({ length: 13 }, (_, at) => missed(24 + at, year(at === 12 ? 100 : 0.001)))
    const [few] = widthsAt(one, { origin: 60, changes: changes(1) }, { ...alone, usualCount: 5 })
    // Half of five usual and two own is among the usual; half of five and thirteen own is among the own.
    expect(few!.steps[0]).toBeLessThan(0.02)
    expect(few!.steps[11]).toBeGreaterThan(0.1)
  })
  test('is corrected for being read from few', () => {
    // Nine own errors and hardly any usual: 0.85 · (9 + 1) needs the ninth, where 0.85 · 9 would do with the eighth.
    const nine = Array.from({ length: 9 }, (_, at) => missed(24 + at, [at + 1]))
    const widthOf = (level: number) =>
      widthsAt(nine, { origin: 40, changes: changes(1, 1) }, { ...alone, levels: [level] })
    expect(widthOf(0.85)[0]!.steps[0]).toBe(9)
    expect(widthOf(0.75)[0]!.steps[0]).toBe(8)
  })
  test('is told in one unit however many months ahead, so that a foreseen rise widens nothing', () => {
    // The row changed by 1 over one month and 3 over two, by 2 in the mean; now it rises, by 2 and 10, and misses as before.
    const steady = Array.from({ length: 9 }, (_, at) => ({
      ...missed(24 + at, [2, 2]),
      changes: Float64Array.of(1, 3),
    }))
    const { steps: found } = widthsAt(steady, { origin: 40, changes: Float64Array.of(2, 10) }, alone)[0]!
    expect([...found]).toEqual([6, 6])
  })
  test('is learnt most from what became known last: an error of a year ago weighs half', () => {
    // Known a year apart: of the weight 1 + ½ the newest has two thirds, and of three halves and the new one, 40 %.
    const two = [missed(24, [7]), missed(36, [1])]
    const widthOf = (level: number, halfLife: number) =>
      widthsAt(two, { origin: 37, changes: changes(1, 1) }, { levels: [level], usualCount: 1e-9, halfLife })[0]!
        .steps[0]
    expect([widthOf(0.39, 12), widthOf(0.41, 12)]).toEqual([1, 7])
    // Without forgetting each has a third: level · 3 is reached by the least at 0.33.
    expect([widthOf(0.33, Infinity), widthOf(0.34, Infinity)]).toEqual([1, 7])
  })
  test('counts an error that has just become known as one of the usual', () => {
    // One of each, and half an unseen: the usual reach 1 of 2.5, and what is above 40 % is the row's own.
    const widthOf = (level: number) =>
      widthsAt(
        [missed(24, [100])],
        { origin: 25, changes: changes(1, 1) },
        { levels: [level], usualCount: 1, halfLife: 12 },
      )[0]!.steps[0]!
    expect(widthOf(0.395)).toBeLessThan(20)
    expect(widthOf(0.405)).toBe(100)
  })
  test('is no less at a higher level, whatever the errors were', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 12, maxLength: 12 }), {
          maxLength: 30,
        }),
        (errors) => {
          const rolled = errors.map((each, at) => missed(24 + at, each))
          const levels = [0.5, 0.8, 0.9, 0.95]
          const asked = () => widthsAt(rolled, { origin: 60, changes: changes(3) }, { ...intervalOptions, levels })
          const found = asked()
          for (const kind of ['steps', 'sums'] as const)
            found
              .slice(1)
              .forEach((wider, at) =>
                wider[kind].forEach((width, step) => expect(width).toBeGreaterThanOrEqual(found[at]![kind][step]!)),
              )
          expect(asked()).toEqual(found)
        },
      ),
      { seed: 1, numRuns: 50 },
    ))
  test.each([
    { halfLife: Infinity, atMost: 0.93 },
    { halfLife: 12, atMost: 0.96 },
  ])('holds what it says of errors that are like each other (half-life $halfLife)', ({ halfLife, atMost }) => {
    const random = seededRandom(3)
    const rounds = 2000
    let held = 0
    for (let round = 0; round < rounds; round++) {
      const own = Array.from({ length: 60 }, (_, at) => missed(24 + at, [random.normal()]))
      const options = { levels: [0.9], usualCount: 1e-9, halfLife }
      const width = widthsAt(own, { origin: 84, changes: changes(1, 1) }, options)[0]!.steps[0]!
      if (Math.abs(random.normal()) <= width) held++
    }
    // At least the level, within three standard errors of 2 000 rounds, and above it by no more than the new error weighs.
    expect(held / rounds).toBeGreaterThan(0.88)
    expect(held / rounds).toBeLessThan(atMost)
  })
  test('never falls farther ahead', () => {
    const falling = Array.from({ length: 9 }, (_, at) => missed(24 + at, [4, 2]))
    expect([...widthsAt(falling, { origin: 40, changes: changes(1, 2) }, alone)[0]!.steps]).toEqual([3, 3])
  })
})

/**
 * Drift, a season and autocorrelated noise, as the households of a municipality have them, over the years that most have.
 * The oracle knows all of them but the noise to come: 1.645 standard deviations of that is the narrowest 90 % there is.
 * In units of a season's change alone the intervals held 94.1 and 95.2 per cent.
 */
test.each([
  { name: 'noise about a rising line', carried: 0.9, drift: 3, wave: 10, months: 60, atMost: 2.6 },
  { name: 'a walk', carried: 1, drift: 1, wave: 5, months: 48, atMost: 1.3 },
])(
  'intervals of 90 % hold 87–93 % of $name, and are at most $atMost times as wide as the narrowest there are',
  ({ carried, drift, wave, months, atMost }) => {
    const random = seededRandom(5)
    const noise = 8
    let [held, of, wider] = [0, 0, 0]
    const series = 6
    for (let at = 0; at < series; at++) {
      let off = 0
      const values = Float64Array.from({ length: months }, (_, month) => {
        off = carried * off + noise * random.normal()
        return 600 + drift * month + wave * Math.sin((2 * Math.PI * month) / 12) + off
      })
      const row = { id: 'row', values, households: values, firstMonth: 2015 * 12, flows: null, isHouseholds: true }
      const found = forecastRow(row)!.methods.find(({ method }) => method === 'volume-times-cost')!
      held += found.record.months[0]!.held
      of += found.record.months[0]!.of
      found.months.forEach((middle, step) => {
        const spread =
          noise * Math.sqrt(Array.from({ length: step + 1 }, (_, k) => carried ** (2 * k)).reduce((a, b) => a + b))
        wider += (found.monthIntervals[0]!.upper[step]! - middle) / (1.645 * spread) / (12 * series)
      })
    }
    expect(held / of).toBeGreaterThan(0.87)
    expect(held / of).toBeLessThan(0.93)
    expect(wider).toBeLessThan(atMost)
    expect(wider).toBeGreaterThan(1)
  },
  30_000,
)
