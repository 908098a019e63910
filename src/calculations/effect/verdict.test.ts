import { describe, expect, test } from 'vitest'
import { simulatedEffect } from '../../../test/support/simulated-effect.ts'
import { effectLimits } from '../../parameters/effect-limits.ts'
import { standardDeviation } from '../sample-statistics.ts'
import { estimateEffect } from './estimate.ts'
import { detectableMean } from './power.ts'
import { type VerdictQuestion, verdictOn } from './verdict.ts'

const limits = effectLimits[0]!.value
const decided = (question: VerdictQuestion) => verdictOn(question, limits)
const gateOf = (question: VerdictQuestion, name: string) => decided(question).gates.find(({ gate }) => gate === name)!

const clear = simulatedEffect({ rows: 300, effect: -1 })
const none = simulatedEffect({ rows: 300, effect: 0 })
const take = (question: VerdictQuestion, keep: (row: number) => boolean): VerdictQuestion => {
  const rows = Array.from(question.sample.treated.keys()).filter(keep)
  const picked = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!)
  const covariates = question.sample.covariates.map(({ name, values }) => ({ name, values: picked(values) }))
  const { treated, outcome } = question.sample
  const sample = { treated: Uint8Array.from(rows, (row) => treated[row]!), outcome: picked(outcome), covariates }
  return {
    ...question,
    sample,
    placebos: question.placebos.map(({ name, values }) => ({ name, values: picked(values) })),
  }
}

describe('a large effect, everything measured, clean earlier periods', () => {
  test('is shown, with every gate open and nothing left to ask for', () => {
    const found = decided(clear)
    expect(found.verdict).toBe('shown')
    expect(found.reasons).toEqual([])
    expect(found.gates.map(({ passed }) => passed)).toEqual(Array(11).fill(true))
    expect(found.required).toBe(null)
  })

  test('its interval is the whole of what the two methods allow for, and holds the truth', () => {
    const found = decided(clear)
    const [balancing, augmented] = [
      estimateEffect(clear.sample, 'entropy-balancing'),
      estimateEffect(clear.sample, 'aipw'),
    ]
    expect(found.effect).toEqual({
      estimate: balancing.estimate,
      lower: Math.min(balancing.lower, augmented.lower),
      upper: Math.max(balancing.upper, augmented.upper),
    })
    expect(found.effect!.lower).toBeLessThan(-1)
    expect(found.effect!.upper).toBeGreaterThan(-1)
  })

  test('the gates stand in their order, with their values', () => {
    const found = decided(clear)
    expect(found.gates.map(({ gate }) => gate)).toEqual([
      'treated',
      'controls',
      'missing-outcome',
      'effective-controls',
      'overlap',
      'balance',
      'agreement',
      'placebo-periods',
      'placebo',
      'placebo-margin',
      'rosenbaum',
    ])
    const value = (name: string) => found.gates.find(({ gate }) => gate === name)!.value!
    expect(value('treated') + value('controls')).toBe(300)
    expect(value('overlap')).toBe(0)
    expect(value('rosenbaum')).toBeGreaterThan(1.5)
    expect(found.gates.find(({ gate }) => gate === 'placebo-margin')!.limit).toBeCloseTo(-found.effect!.upper, 12)
    expect(found.placeboDate!.column).toBe('latest − earliest')
    expect(found.methods).toHaveLength(7)
  })

  test('the sign has no influence', () => {
    const turned = { ...clear, sample: { ...clear.sample, outcome: clear.sample.outcome.map((value) => -value) } }
    expect(decided(turned).verdict).toBe('shown')
    expect(decided(turned).effect!.estimate).toBeCloseTo(-decided(clear).effect!.estimate, 9)
    expect(gateOf(turned, 'rosenbaum').value).toBeCloseTo(gateOf(clear, 'rosenbaum').value!, 9)
  })
})

describe('a large effect is not shown', () => {
  test('without an earlier period to test on', () => {
    const found = decided({ ...clear, placebos: [] })
    expect(found.verdict).toBe('cannot-tell')
    expect(found.reasons).toEqual(['placebo-periods', 'placebo', 'placebo-margin'])
    expect(found.placeboDate).toBe(null)
  })

  test('with one earlier period only', () => {
    const found = decided({ ...clear, placebos: clear.placebos.slice(0, 1) })
    expect([found.verdict, found.reasons]).toEqual(['cannot-tell', ['placebo-periods']])
  })

  test('when too many outcomes are missing in either arm', () => {
    const found = decided({ ...clear, missingOutcome: { treated: 100, controls: 0 } })
    expect([found.verdict, found.reasons]).toEqual(['cannot-tell', ['missing-outcome']])
    expect(found.effect!.estimate).toBe(estimateEffect(clear.sample, 'entropy-balancing').estimate)
    expect(decided({ ...clear, missingOutcome: { treated: 0, controls: 100 } }).reasons).toEqual(['missing-outcome'])
    expect(decided({ ...clear, missingOutcome: { treated: 1, controls: 1 } }).verdict).toBe('shown')
    const { controls } = decided(clear).shares
    expect(gateOf({ ...clear, missingOutcome: { treated: 0, controls: controls.of } }, 'missing-outcome').value).toBe(
      0.5,
    )
  })

  test('when many had other interventions too', () => {
    const other = clear.sample.treated.map((_, row) => (row % 5 === 0 ? 1 : 0))
    const found = decided({ ...clear, otherIntervention: other })
    expect([found.verdict, found.reasons]).toEqual(['cannot-tell', ['contamination']])
    expect(decided({ ...clear, otherIntervention: other.fill(0) }).verdict).toBe('shown')
  })

  test('when the treated were selected on what is not balanced', () => {
    expect(decided({ ...clear, selectedOn: 'income' }).reasons).toEqual(['regression-to-the-mean'])
    expect(decided({ ...clear, selectedOn: 'latest' }).verdict).toBe('shown')
  })

  test('when a small hidden difference would explain it away; nor is a larger one then excluded', () => {
    const fragile = { ...simulatedEffect({ rows: 300, effect: -0.5, seed: 1 }), smallestOfInterest: 0.9 }
    const found = decided(fragile)
    expect(found.effect!.upper).toBeLessThan(0)
    expect([found.verdict, found.reasons]).toEqual(['cannot-tell', ['rosenbaum']])
    expect(decided({ ...fragile, smallestOfInterest: 1 }).verdict).toBe('excluded')
  })

  test('when next to nobody is like the treated', () => {
    const apart = clear.sample.treated.map((arm, row) => (arm === 1 && row % 3 > 0 ? 1 : 0))
    const values = Float64Array.from(apart, (far, row) => 6 * far + Math.sin(row))
    const sample = { ...clear.sample, covariates: [...clear.sample.covariates, { name: 'far', values }] }
    const found = decided({ ...clear, sample })
    expect(found.verdict).toBe('cannot-tell')
    expect(found.reasons).toContain('overlap')
    const share =
      apart.filter((far) => far === 1).length / apart.filter((_, row) => clear.sample.treated[row] === 1).length
    expect(gateOf({ ...clear, sample }, 'overlap').value).toBeCloseTo(share, 1)
  })

  test('when a hidden trait chose, and shows before the intervention', () => {
    const hidden = simulatedEffect({ rows: 600, effect: 0.3, hiddenOnOutcome: 1, hiddenOnChoice: 1 })
    const found = decided(hidden)
    expect(found.effect!.lower).toBeGreaterThan(0)
    expect(found.verdict).toBe('cannot-tell')
    expect(found.reasons).toContain('placebo')
  })

  test('when the background decides who was treated: no method can compare', () => {
    const values = Float64Array.from(clear.sample.treated)
    const found = decided({ ...clear, sample: { ...clear.sample, covariates: [{ name: 'decides', values }] } })
    expect(found.verdict).toBe('cannot-tell')
    expect(found.effect).toBe(null)
    expect(found.gates.filter(({ value }) => value === null).map(({ gate }) => gate)).toContain('overlap')
    expect(found.required!.difference).toBe(null)
  })
})

describe('no effect', () => {
  test('cannot be told without a smallest effect of interest, and says how many more are needed', () => {
    const found = decided(none)
    expect(found.verdict).toBe('cannot-tell')
    expect(found.reasons).toContain('interval-holds-zero')
    expect(found.reasons).not.toContain('interval-beyond-interest')
    expect(found.required!.difference).toBe(Math.abs(found.effect!.estimate))
    expect(found.required!.moreTreated).toBeGreaterThan(0)
    const [treated, controls] = [gateOf(none, 'treated').value!, gateOf(none, 'effective-controls').value!]
    const spread = standardDeviation(none.sample.outcome.filter((_, row) => none.sample.treated[row] === 1))
    expect(found.required!.detectable).toBeCloseTo(detectableMean({ treated, controls }, spread), 9)
  })

  test('a larger effect is excluded when the interval and the placebos have room', () => {
    const found = decided({ ...none, smallestOfInterest: 0.6 })
    expect([found.verdict, found.reasons, found.required]).toEqual(['excluded', [], null])
    const { lower, upper } = found.effect!
    expect(gateOf({ ...none, smallestOfInterest: 0.6 }, 'placebo-margin').limit).toBeCloseTo(
      0.6 - Math.max(-lower, upper),
      12,
    )
  })

  test('an effect that is smaller than the largest placebo is not shown, though every gate is open', () => {
    const small = simulatedEffect({ rows: 300, effect: -0.35, seed: 2 })
    const found = decided({ ...small, smallestOfInterest: 5 })
    expect(found.effect!.upper).toBeLessThan(0)
    expect(found.gates.every(({ passed }) => passed)).toBe(true)
    expect(found.verdict).toBe('excluded')
  })

  test('nothing is excluded that the interval allows for', () => {
    const found = decided({ ...none, smallestOfInterest: 0.02 })
    expect(found.verdict).toBe('cannot-tell')
    expect(found.reasons.slice(0, 2)).toEqual(['interval-holds-zero', 'interval-beyond-interest'])
    expect(found.required!.difference).toBe(0.02)
  })

  test('nothing is excluded when the largest placebo would move the interval out', () => {
    const { lower, upper } = decided(none).effect!
    const found = decided({ ...none, smallestOfInterest: Math.max(-lower, upper) + 1e-6 })
    expect([found.verdict, found.reasons.includes('placebo-margin')]).toEqual(['cannot-tell', true])
  })

  test('nothing is excluded without placebos, or behind a shut gate', () => {
    expect(decided({ ...none, smallestOfInterest: 5, placebos: [] }).verdict).toBe('cannot-tell')
    const missing = { ...none, smallestOfInterest: 5, missingOutcome: { treated: 100, controls: 0 } }
    expect([decided(missing).verdict, decided(missing).reasons]).toEqual([
      'cannot-tell',
      ['interval-holds-zero', 'missing-outcome', 'rosenbaum'],
    ])
  })
})

describe('below the floor', () => {
  const count = { treated: 0, controls: 0 }
  const few = take(clear, (row) => clear.sample.treated[row] === 0 || count.treated++ < 17)
  const fewControls = take(clear, (row) => clear.sample.treated[row] === 1 || count.controls++ < 99)

  test('only shares are shown, and every method refuses', () => {
    const found = decided(few)
    expect([found.verdict, found.reasons]).toEqual(['cannot-tell', ['treated']])
    expect([found.effect, found.placebos, found.placeboDate]).toEqual([null, [], null])
    expect(found.methods).toHaveLength(7)
    expect(found.methods[0]).toMatchObject({
      method: 'difference',
      refusal: { kind: 'too-few', detail: { found: 17, needed: 50, what: 'deltagare' } },
    })
    expect(found.shares.treated.of).toBe(17)
    const { outcome, treated } = few.sample
    expect(found.shares.treated.count).toBe(outcome.filter((value, row) => value > 0 && treated[row] === 1).length)
  })

  test('with too few controls too', () => {
    const found = decided(fewControls)
    expect(found.reasons).toEqual(['controls'])
    expect(found.methods[0]).toMatchObject({ refusal: { detail: { found: 99, needed: 100, what: 'jämförda' } } })
  })

  test('what is needed follows from the smallest effect of interest', () => {
    expect(decided(few).required).toMatchObject({ difference: null, moreTreated: null })
    const { required } = decided({ ...few, smallestOfInterest: 10, treatedPerMonth: 4 })
    expect(required).toMatchObject({ difference: 10, treated: 50, moreTreated: 33, months: 9 })
  })

  test('rows without a covariate are not compared, but are in the shares', () => {
    const [age, ...rest] = clear.sample.covariates
    const values = age!.values.map((value, row) => (clear.sample.treated[row] === 1 && row > 50 ? Number.NaN : value))
    const found = decided({ ...clear, sample: { ...clear.sample, covariates: [{ name: 'age', values }, ...rest] } })
    expect(found.reasons).toEqual(['treated'])
    expect(found.shares).toEqual(decided(clear).shares)
  })

  test('an outcome of zero is not above zero', () => {
    const sample = { ...clear.sample, outcome: clear.sample.outcome.map((_, row) => row % 2) }
    const { treated } = decided({ ...clear, sample }).shares
    expect(treated.count).toBe(clear.sample.treated.filter((arm, row) => arm === 1 && row % 2 === 1).length)
  })

  test('nobody treated, and nobody else, is refused', () => {
    expect(() => decided(take(clear, (row) => clear.sample.treated[row] === 0))).toThrow('no-treated')
    expect(() => decided(take(clear, (row) => clear.sample.treated[row] === 1))).toThrow('no-controls')
  })
})
