import { expect, test } from 'vitest'
import { sharedJson, testWithSharedData } from '../../../test/support/shared-data.ts'
import { readSample } from '../../calculate/read-sample.ts'
import { sharedPath } from '../../../test/support/shared-data.ts'
import { simulatedEffect } from '../../../test/support/simulated-effect.ts'
import { estimateOf } from './all-estimates.ts'
import { estimateEffect } from './estimate.ts'
import { placeboDate, placeboOutcomes } from './placebo.ts'

const { sample, placebos } = simulatedEffect({ rows: 120, effect: 1 })
const [latest, earliest] = [placebos[0]!, placebos[1]!]
const withCovariate = (name: string, values: Float64Array) => ({
  ...sample,
  covariates: [...sample.covariates, { name, values }],
})
const adjustedFor = (name: string, values: Float64Array) =>
  placeboOutcomes(withCovariate(name, values), [latest])[0]!.covariates.includes(name)

test('a period and those after it are not adjusted for; what was before it is', () => {
  const found = placeboOutcomes(sample, placebos)
  expect(found.map(({ column, covariates }) => [column, covariates])).toEqual([
    ['latest', ['age', 'parent', 'earliest']],
    ['earliest', ['age', 'parent']],
  ])
})

test('the period is the outcome of every method', () => {
  const [first] = placeboOutcomes(sample, placebos)
  const covariates = sample.covariates.filter(({ name }) => name !== 'latest')
  const expected = estimateEffect({ ...sample, covariates, outcome: latest.values }, 'aipw')
  expect(estimateOf(first!.methods, 'aipw')).toEqual(expected)
  expect(first!.methods).toHaveLength(7)
})

test('what is computed from a period leaves with it: an indicator, a square, the same turned around', () => {
  const positive = latest.values.map((value) => Math.max(0, value))
  expect(
    adjustedFor(
      'none',
      latest.values.map((value) => (value < 3 ? 1 : 0)),
    ),
  ).toBe(false)
  expect(
    adjustedFor(
      'much',
      latest.values.map((value) => (value < 3 ? 0 : 1)),
    ),
  ).toBe(false)
  expect(
    adjustedFor(
      'squared',
      positive.map((value) => value ** 2),
    ),
  ).toBe(false)
  expect(
    adjustedFor(
      'turned',
      latest.values.map((value) => -value),
    ),
  ).toBe(false)
})

test('what only goes with a period stays, and so does a constant', () => {
  expect(
    adjustedFor(
      'near',
      latest.values.map((value, row) => value + (row % 2)),
    ),
  ).toBe(true)
  expect(
    adjustedFor(
      'constant',
      latest.values.map(() => 1),
    ),
  ).toBe(true)
})

test('a period with equal values decides what is computed from it too', () => {
  const whole = { name: 'whole', values: latest.values.map((value) => Math.round(value)) }
  const squared = whole.values.map((value) => (value + 10) ** 2)
  const [found] = placeboOutcomes(withCovariate('squared', squared), [whole])
  expect(found!.covariates).not.toContain('squared')
})

test('values that differ where the period does not are not computed from it', () => {
  const period = { name: 'period', values: latest.values.map((_, row) => (row % 2 ? 1 : 0)) }
  const finer = latest.values.map((_, row) => (row % 2 ? 10 + row : row / 1000))
  const [found] = placeboOutcomes(withCovariate('finer', finer), [period])
  expect(found!.covariates).toContain('finer')
})

test('a row without the period leaves only its own placebo', () => {
  const holes = { name: 'latest', values: latest.values.map((value, row) => (row < 10 ? Number.NaN : value)) }
  const withHoles = { ...sample, covariates: sample.covariates.map((each) => (each.name === 'latest' ? holes : each)) }
  const [first, second] = placeboOutcomes(withHoles, [holes, earliest])
  const rowsOf = (placebo: typeof first) => {
    const { treated, controls } = estimateOf(placebo!.methods, 'difference')!
    return treated + controls
  }
  expect([rowsOf(first), rowsOf(second)]).toEqual([110, 120])
  expect(
    placeboOutcomes(
      { ...sample, covariates: [{ name: 'low', values: holes.values.map((value) => (value < 3 ? 1 : 0)) }] },
      [holes],
    )[0]!.covariates,
  ).toEqual([])
})

test('a placebo date takes the change between two periods, adjusted for neither', () => {
  const found = placeboDate(sample, placebos)!
  expect([found.column, found.covariates]).toEqual(['latest − earliest', ['age', 'parent']])
  const change = latest.values.map((value, row) => value - earliest.values[row]!)
  expect(estimateOf(found.methods, 'difference')!.estimate).toBe(
    estimateEffect({ ...sample, outcome: change }, 'difference').estimate,
  )
  expect(placeboDate(sample, [latest])).toBe(null)
  expect(placeboDate(sample, [])).toBe(null)
})

test('a period that is the same for all tests nothing', () => {
  const same = { name: 'same', values: latest.values.map(() => 5) }
  const [found] = placeboOutcomes(withCovariate('same', same.values), [same])
  expect(found!.covariates).not.toContain('same')
  expect(found!.methods).toHaveLength(7)
  for (const method of found!.methods)
    expect(method).toMatchObject({
      refusal: { kind: 'bad-value', detail: { column: 'same', found: 5, expected: 'minst två olika värden' } },
    })
  const [empty] = placeboOutcomes(sample, [{ name: 'empty', values: latest.values.map(() => Number.NaN) }])
  expect(empty!.methods[0]).toMatchObject({ refusal: { kind: 'no-rows' } })
})

test('refuses a period named twice', () => {
  expect(() => placeboOutcomes(sample, [latest, earliest, latest])).toThrow(
    'bad-value {"column":"placebo","found":"latest","expected":"olika kolumner"}',
  )
})

type Reference = { placebo: Record<string, { ebal: number[]; aipw: number[]; match5_ba: number[] }> }

testWithSharedData('earnings in 1975 as placebo, with the eight covariates of the reference', async () => {
  const columns = 'age,education,black,hispanic,married,nodegree,re74,re75,u74,u75'.split(',')
  const { placebo } = sharedJson<Reference>('expected/effect_open.json')
  const read = await readSample({
    file: sharedPath('effect/ldw_experiment.csv'),
    controls: sharedPath('effect/psid1_controls.csv'),
    treated: 'treat',
    outcome: 're78',
    covariates: columns,
  })
  const [found] = placeboOutcomes(read.sample, [read.column('re75')])
  expect(found!.covariates).toHaveLength(8)
  const { estimate, standardError } = estimateOf(found!.methods, 'aipw')!
  expect(Math.abs(estimate / placebo['psid1']!.aipw[0]! - 1)).toBeLessThan(1e-6)
  expect(Math.abs(standardError / placebo['psid1']!.aipw[1]! - 1)).toBeLessThan(1e-6)
})
