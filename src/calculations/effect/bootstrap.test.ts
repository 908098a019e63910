import { describe, expect, test } from 'vitest'
import { covariate, households, withCovariate } from '../../../test/support/effect-sample.ts'
import { type BootstrapMethod, bootstrapReplicates, summariseReplicates } from './bootstrap.ts'
import { difference } from './difference.ts'
import { entropyBalancing } from './entropy-balancing.ts'
import { estimateEffect } from './estimate.ts'
import { inverseProbability } from './ipw.ts'
import { augmented } from './aipw.ts'
import { outcomeRegression } from './outcome-regression.ts'
import { regression } from './regression.ts'
import { type Design, type Fit, designOf, drawnDesign } from './sample-design.ts'
import { type Sample, sampleOf } from './sample.ts'

const methods: BootstrapMethod[] = [
  'difference',
  'regression',
  'outcome-regression',
  'ipw',
  'aipw',
  'entropy-balancing',
]

describe('a frequency', () => {
  const estimators: Record<BootstrapMethod, (design: Design) => Fit> = {
    difference,
    regression,
    'outcome-regression': outcomeRegression,
    ipw: inverseProbability,
    aipw: augmented,
    'entropy-balancing': entropyBalancing,
  }
  const times = households().treated.map((_, row) => [1, 2, 1, 0, 3][row % 5]!)
  const repeated = sampleOf(
    households(),
    Int32Array.from(Array.from(times).flatMap((count, row) => Array<number>(count).fill(row))),
  )

  test.each(methods)('%s: counts a row as the row repeated, in estimate and error', (method) => {
    const design = { ...designOf(households()), frequency: Float64Array.from(times) }
    const found = estimators[method](design)
    const expected = estimateEffect(repeated, method)
    expect(found.estimate).toBeCloseTo(expected.estimate, 9)
    expect(found.standardError()).toBeCloseTo(expected.standardError, 9)
  })

  test.each(methods)('%s: is the same when the rows of frequency 0 are left out', (method) => {
    const design = designOf(households())
    const frequency = Float64Array.from(times)
    const all = estimators[method]({ ...design, frequency })
    const drawn = estimators[method](drawnDesign(design, frequency))
    expect(drawn.estimate).toBeCloseTo(all.estimate, 12)
    expect(drawn.standardError()).toBeCloseTo(all.standardError(), 12)
    expect(drawnDesign(design, frequency).treated).toHaveLength(times.filter((count) => count > 0).length)
  })
})

describe('replicates', () => {
  test('are the same for the same seed, whatever the range they are taken in', () => {
    const options = { methods, seed: 4 }
    const whole = bootstrapReplicates(households(), { ...options, from: 0, until: 6 })
    const first = bootstrapReplicates(households(), { ...options, from: 0, until: 2 })
    const rest = bootstrapReplicates(households(), { ...options, from: 2, until: 6 })
    methods.forEach((_, at) => expect([...first[at]!, ...rest[at]!]).toEqual([...whole[at]!]))
  })

  test.each(methods)('%s: has the same numbers alone as among others', (method) => {
    const range = { seed: 4, from: 0, until: 3 }
    const [alone] = bootstrapReplicates(households(), { methods: [method], ...range })
    const among = bootstrapReplicates(households(), { methods, ...range })[methods.indexOf(method)]!
    alone!.forEach((value, at) => expect(value).toBeCloseTo(among[at]!, 6))
    expect(Number.isFinite(alone![0])).toBe(true)
  })

  test('differ between replicates and between seeds', () => {
    const draw = (seed: number) =>
      Array.from(bootstrapReplicates(households(), { methods: ['difference'], seed, from: 0, until: 20 })[0]!)
    expect(new Set([...draw(1), ...draw(2)]).size).toBeGreaterThan(30)
  })

  test('centre on the estimate and spread as its standard error', () => {
    const found = bootstrapReplicates(households(), { methods: ['difference', 'aipw'], seed: 1, from: 0, until: 150 })
    const { standardError, lower, upper, replicates } = summariseReplicates(found[0]!)
    expect(standardError).toBeGreaterThan(0.6)
    expect(standardError).toBeLessThan(0.85)
    expect(lower).toBeGreaterThan(-2.0625 - 2.4 * 0.749)
    expect(upper).toBeLessThan(-2.0625 + 2.4 * 0.749)
    expect((lower + upper) / 2).toBeCloseTo(-2.0625, 0)
    expect(replicates).toBe(150)
  })

  test('draw whole households: rows that share one make the spread larger', () => {
    const rows = Int32Array.from({ length: 28 * 4 }, (_, row) => row % 28)
    const copied = sampleOf(households(), rows)
    const spread = (sample: Sample) =>
      summariseReplicates(bootstrapReplicates(sample, { methods: ['difference'], seed: 1, from: 0, until: 100 })[0]!)
        .standardError
    const together = spread({ ...copied, cluster: rows.map((row) => 1000 - row) })
    expect(together / spread(copied)).toBeGreaterThan(1.6)
    expect(together).toBeCloseTo(spread(households()), 1)
  })

  test('count every row of a household that is drawn', () => {
    const rows = Int32Array.from({ length: 28 * 3 }, (_, row) => row % 28)
    const copied = sampleOf(households(), rows)
    // The three outcomes of a treated household have the mean of the one it had, and one more.
    const outcome = copied.outcome.map((value, row) => value + Math.floor(row / 28) * copied.treated[row]!)
    const options = { methods: ['difference'] as BootstrapMethod[], seed: 6, from: 0, until: 3 }
    const [found] = bootstrapReplicates({ ...copied, outcome, cluster: rows.map((row) => 100 - row) }, options)
    const [expected] = bootstrapReplicates(households(), options)
    found!.forEach((value, at) => expect(value).toBeCloseTo(expected![at]! + 1, 10))
  })

  test('draw as many households as there are: of three, a regression has no degree of freedom left', () => {
    const sample: Sample = {
      treated: Uint8Array.of(1, 0, 1),
      outcome: Float64Array.of(3, 4, 6),
      covariates: [covariate('x', [1, 2, 4])],
    }
    const [found] = bootstrapReplicates(sample, { methods: ['regression'], seed: 2, from: 0, until: 20 })
    expect([...found!]).toEqual(Array(20).fill(NaN))
  })

  test('leave out rows with a missing covariate', () => {
    const gap = withCovariate(households(), 'gap', (row) => (row === 0 ? Number.NaN : row % 3))
    const without = sampleOf(
      gap,
      Int32Array.from({ length: 27 }, (_, row) => row + 1),
    )
    const options = { methods, seed: 9, from: 0, until: 2 }
    expect(bootstrapReplicates(gap, options)).toEqual(bootstrapReplicates(without, options))
  })

  test('have no number where the method refuses, and the others go on', () => {
    const sample: Sample = {
      treated: Uint8Array.of(1, 1, 1, 0, 0, 0),
      outcome: Float64Array.of(3, 4, 6, 1, 2, 2),
      covariates: [covariate('x', [1, 2, 3, 1, 2, 3.5])],
    }
    const [plain, weighted, balanced] = bootstrapReplicates(sample, {
      methods: ['difference', 'ipw', 'entropy-balancing'],
      seed: 2,
      from: 0,
      until: 60,
    }).map(summariseReplicates)
    expect(plain!.refused).toBeLessThan(10)
    expect(weighted!.refused).toBeGreaterThan(plain!.refused)
    expect(balanced!.refused).toBeGreaterThan(plain!.refused)
    expect(balanced!.refused).toBeLessThan(60)
  })

  test('go on when the whole sample has no balance to start from', () => {
    const sample: Sample = {
      treated: Uint8Array.of(1, 1, 0, 0),
      outcome: Float64Array.of(3, 4, 1, 2),
      covariates: [covariate('x', [8, 9, 1, 2])],
    }
    const options = { methods: ['aipw', 'entropy-balancing'] as BootstrapMethod[], seed: 2, from: 0, until: 3 }
    for (const values of bootstrapReplicates(sample, options)) expect([...values]).toEqual([NaN, NaN, NaN])
  })
})

describe('the summary', () => {
  test('is the standard deviation and the percentiles of those with a number', () => {
    const values = Float64Array.from({ length: 41 }, (_, at) => (40 - at) / 2)
    const { standardError, ...rest } = summariseReplicates(Float64Array.of(NaN, ...values))
    expect(standardError).toBeCloseTo(Math.sqrt((41 * 42) / 12) / 2, 10)
    expect(rest).toEqual({ lower: 0.5, upper: 19.5, replicates: 42, refused: 1 })
  })

  test('refuses fewer than two', () => {
    expect(() => summariseReplicates(Float64Array.of(1, NaN))).toThrow(
      'too-few {"found":1,"needed":2,"what":"dragningar"}',
    )
    expect(summariseReplicates(Float64Array.of(1, 3))).toMatchObject({ replicates: 2, refused: 0 })
  })
})
