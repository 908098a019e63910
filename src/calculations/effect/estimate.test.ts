import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { covariate, households, onlyCovariates, withCovariate } from '../../../test/support/effect-sample.ts'
import { type Method, estimateEffect, methods } from './estimate.ts'
import { type Sample, sampleOf } from './sample.ts'

/** Estimate and standard error by R 4.2.2: lm, glm, sandwich 3.0-2, Matching 4.10-8. */
type Reference = Partial<Record<Method, [number, number]>>

describe('agrees with R', () => {
  expectReference('on an ordinary sample', households(), {
    difference: [-2.0625, 0.748911358232279],
    regression: [-1.70661707249954, 0.750948519873457],
    'outcome-regression': [-1.22883064516129, 0.664397051200853],
    ipw: [-1.32004936969322, 0.842769014276274],
    aipw: [-1.09423299837136, 0.794733995554375],
    'entropy-balancing': [-0.957086442636692, 1.13212645203835],
    'nearest-neighbour': [-1.11530637916553, 0.882296613513399],
  })

  expectReference('when many rows are as near as the fifth match', onlyCovariates(households(), 'kids', 'sfi'), {
    regression: [-1.78497868467692, 0.756182096881134],
    'outcome-regression': [-1.625, 0.598442154949426],
    ipw: [-1.59435563401917, 0.831778360273448],
    aipw: [-1.54379387428081, 0.804061189863312],
    'entropy-balancing': [-1.51571165158248, 0.93715924882553],
    'nearest-neighbour': [-1.6355304755525, 0.831057919416672],
  })

  const repeated = withCovariate(
    withCovariate(households(), 'twice', (row) => 2 * households().covariates[0]!.values[row]!),
    'same',
    () => 5,
  )
  expectReference('leaving out columns that say nothing new', repeated, {
    regression: [-1.70661707249954, 0.750948519873457],
    'outcome-regression': [-1.22883064516129, 0.664397051200853],
    ipw: [-1.32004936969322, 0.842769014276274],
    aipw: [-1.09423299837136, 0.794733995554375],
    'entropy-balancing': [-0.957086442636692, 1.13212645203835],
  })

  test('a column that says nothing new still counts in likeness, to the digits that the ridge in Matching leaves', () => {
    const { estimate, standardError } = estimateEffect(repeated, 'nearest-neighbour')
    expect(estimate).toBeCloseTo(-1.092344982205, 5)
    expect(standardError).toBeCloseTo(0.941866716759813, 5)
  })

  const onlyControls = withCovariate(households(), 'only', (row, treated) =>
    Number(treated === 0 && (row + 1) % 3 === 0),
  )
  expectReference('when a covariate is there for some controls and no treated', onlyControls, {
    regression: [-2.52453974358586, 0.609215672782907],
    'outcome-regression': [-1.98278792357226, 0.622700088816032],
    ipw: [-2.89113240957193, 0.579660651377049],
    aipw: [-2.16931936097206, 0.685936602959729],
    'nearest-neighbour': [-1.96119106677731, 0.831236553198119],
  })

  const onlyTreated = withCovariate(households(), 'only', (row, treated) =>
    Number(treated === 1 && (row + 1) % 3 === 0),
  )
  expectReference('when a covariate is there for some treated and no controls', onlyTreated, {
    regression: [-1.78192149654761, 0.808942423477567],
    'outcome-regression': [-1.22883064516129, 0.664397051200853],
    ipw: [-1.34792689677103, 0.837966330914697],
    aipw: [-1.1104321542802, 0.73256118974544],
  })

  const treatedRows = Int32Array.from(households().treated.keys()).filter((row) => households().treated[row] === 1)
  const threeControls = sampleOf(onlyCovariates(households(), 'age'), Int32Array.of(...treatedRows, 1, 3, 4))
  expectReference('with fewer controls than neighbours', threeControls, {
    difference: [-3.47916666666667, 0.63169371350234],
    regression: [-3.4469422454051, 0.552444182439176],
    'outcome-regression': [-3.31772207563764, 0.5555780930818],
    ipw: [-3.1773250284732, 0.598655703349317],
    aipw: [-3.31080895769167, 0.540722639671313],
    'entropy-balancing': [-3.31565079251141, 0.649044156834864],
    'nearest-neighbour': [-3.31772207563764, 1.00959853956757],
  })

  function expectReference(name: string, sample: Sample, reference: Reference) {
    test.each(Object.entries(reference) as [Method, [number, number]][])(`${name}: %s`, (method, [estimate, error]) => {
      const found = estimateEffect(sample, method)
      expect(found.estimate).toBeCloseTo(estimate, 8)
      expect(found.standardError).toBeCloseTo(error, 8)
    })
  }
})

describe('tells what the estimate rests on', () => {
  test('the interval is 1.96 standard errors to each side', () => {
    const { estimate, standardError, lower, upper } = estimateEffect(households(), 'ipw')
    expect((estimate - lower) / standardError).toBeCloseTo(1.959963984540054, 12)
    expect((upper - estimate) / standardError).toBeCloseTo(1.959963984540054, 12)
  })

  test.each([
    ['difference', 12],
    ['ipw', 8.98151800056699],
    ['aipw', 8.98151800056699],
    ['entropy-balancing', 7.06100343359253],
  ] as const)('%s: the number of controls, and how many equal ones would tell as much', (method, effective) => {
    const found = estimateEffect(households(), method)
    expect(found).toMatchObject({ method, treated: 16, controls: 12 })
    expect(found.effectiveControls).toBeCloseTo(effective, 8)
  })

  test('the weights of the logit take most of the difference away, those of entropy balancing all of it', () => {
    const [age, kids, sfi] = estimateEffect(households(), 'ipw').balance
    expect(age).toEqual({
      covariate: 'age',
      before: expectNear(-0.43670880404123),
      after: expectNear(-0.131445933752761),
    })
    expect(kids).toMatchObject({ before: expectNear(-0.350864732633618), after: expectNear(-0.0927453405767633) })
    expect(sfi).toMatchObject({ before: expectNear(0.3659625273557), after: expectNear(0.096706939413402) })
    for (const { after } of estimateEffect(households(), 'entropy-balancing').balance)
      expect(Math.abs(after)).toBeLessThan(1e-12)
  })

  test('the implied weights of outcome regression balance too, and give its estimate', () => {
    for (const { after } of estimateEffect(households(), 'outcome-regression').balance)
      expect(Math.abs(after)).toBeLessThan(1e-12)
  })

  test('a plain difference leaves the balance as it was', () => {
    for (const { before, after } of estimateEffect(households(), 'difference').balance) expect(after).toBe(before)
  })
})

describe('rows with a missing covariate', () => {
  const gap = withCovariate(households(), 'gap', (row) => (row === 0 || row === 1 ? Number.NaN : row % 4))

  test('leave the methods that use it', () =>
    expect(estimateEffect(gap, 'regression')).toMatchObject({ treated: 15, controls: 11 }))

  test('stay in the difference, whose balance is of the known values', () => {
    const found = estimateEffect(gap, 'difference')
    expect(found).toMatchObject({ estimate: -2.0625, treated: 16, controls: 12 })
    const known = sampleOf(
      gap,
      Int32Array.from({ length: 26 }, (_, row) => row + 2),
    )
    expect(found.balance[3]).toEqual(estimateEffect(known, 'difference').balance[3])
  })
})

describe('refuses', () => {
  const rows = (treated: number[]): Sample => ({
    treated: Uint8Array.from(treated),
    outcome: Float64Array.from(treated, (_, row) => row * row),
    covariates: [
      covariate(
        'x',
        treated.map((_, row) => (row * 7) % 5),
      ),
    ],
  })

  test.each([
    ['no-rows', []],
    ['no-treated', [0, 0, 0]],
    ['no-controls', [1, 1, 1]],
    ['too-few', [1, 0, 0, 0]],
    ['too-few', [0, 1, 1, 1]],
  ] as const)('%s for %j, by every method', (kind, treated) => {
    for (const method of methods) expect(() => estimateEffect(rows([...treated]), method)).toThrow(kind)
  })

  test('but two of each are enough', () =>
    expect(estimateEffect(rows([1, 0, 1, 0]), 'difference')).toMatchObject({ treated: 2, controls: 2 }))

  test('tells how many of which arm were found', () => {
    expect(() => estimateEffect(rows([1, 0, 0]), 'ipw')).toThrow('{"found":1,"needed":2,"what":"deltagare"}')
    expect(() => estimateEffect(rows([1, 1, 0]), 'ipw')).toThrow('{"found":1,"needed":2,"what":"jämförda"}')
  })
})

describe('whatever the sample', () => {
  const samples = fc
    .array(
      fc.record({
        treated: fc.boolean(),
        outcome: fc.integer({ min: 0, max: 30 }),
        age: fc.integer({ min: 18, max: 64 }),
        kids: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 16, maxLength: 40 },
    )
    .map((rows): Sample => ({
      treated: Uint8Array.from(rows, ({ treated }) => Number(treated)),
      outcome: Float64Array.from(rows, ({ outcome }) => outcome),
      covariates: [
        covariate(
          'age',
          rows.map(({ age }) => age),
        ),
        covariate(
          'kids',
          rows.map(({ kids }) => kids),
        ),
      ],
    }))
  const tried = (sample: Sample, method: Method) => {
    try {
      return estimateEffect(sample, method)
    } catch (refusal) {
      return String(refusal).split(' ')[1]!
    }
  }

  test.each(methods)('%s: no NaN, and the same when rows change places or covariates change units', (method) =>
    fc.assert(
      fc.property(samples, (sample) => {
        const found = tried(sample, method)
        const order = Int32Array.from(sample.treated.keys()).reverse()
        const moved = sampleOf(sample, order)
        for (const each of moved.covariates) each.values = each.values.map((value) => 12 * value - 300)
        const again = tried(moved, method)
        if (typeof found === 'string' || typeof again === 'string') {
          expect(again).toEqual(found)
          return
        }
        for (const key of ['estimate', 'standardError', 'effectiveControls'] as const) {
          expect(Number.isFinite(found[key])).toBe(true)
          expect(again[key]).toBeCloseTo(found[key], 5)
        }
      }),
      { seed: 20251122, numRuns: 15 },
    ),
  )
})

const expectNear = (value: number): number => expect.closeTo(value, 9) as number
