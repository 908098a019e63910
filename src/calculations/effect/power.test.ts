import { expect, test } from 'vitest'
import { sharedJson, testWithSharedData } from '../../../test/support/shared-data.ts'
import { detectableHazardRatio, detectableMean, detectableShare, significanceOf, treatedNeeded } from './power.ts'

const arms = { treated: 17, controls: 200 }

test('the smallest differences that 17 against 200 can show', () => {
  expect(detectableShare(arms, 0.45)).toBeCloseTo(0.352112827978791, 12)
  expect(detectableMean(arms, 4.3)).toBeCloseTo(3.0434256832663, 12)
  expect(detectableHazardRatio(arms, 0.6)).toBeCloseTo(2.49361022349768, 12)
})

test('another level and another power', () => {
  const certainty = { level: 0.9, power: 0.9 }
  expect(detectableMean({ treated: 10, controls: 30 }, 2, certainty)).toBeCloseTo(2.1371441817738, 12)
  expect(treatedNeeded({ difference: 2.1371441817738, standardDeviation: 2, controlsPerTreated: 3 }, certainty)).toBe(
    10,
  )
})

test('the treated that are needed, rounded up', () => {
  expect(treatedNeeded({ difference: 1, standardDeviation: 4 })).toBe(252)
  expect(treatedNeeded({ difference: -1.5, standardDeviation: 4, controlsPerTreated: 4 })).toBe(70)
})

test('as many as are needed can just show the difference', () => {
  const needed = treatedNeeded({ difference: 0.7, standardDeviation: 3, controlsPerTreated: 2 })
  expect(detectableMean({ treated: needed, controls: 2 * needed }, 3)).toBeLessThanOrEqual(0.7)
  expect(detectableMean({ treated: needed - 1, controls: 2 * (needed - 1) }, 3)).toBeGreaterThan(0.7)
})

test('refuses an empty arm and a difference of nothing', () => {
  expect(() => detectableMean({ treated: 0, controls: 5 }, 1)).toThrow('no-treated')
  expect(() => detectableMean({ treated: 5, controls: 0 }, 1)).toThrow('no-controls')
  expect(() => treatedNeeded({ difference: 0, standardDeviation: 1 })).toThrow(
    'bad-value {"column":"difference","found":0,"expected":"≠ 0"}',
  )
  expect(() => treatedNeeded({ difference: 1, standardDeviation: 1, controlsPerTreated: 0 })).toThrow('no-controls')
})

test('a small study that is significant exaggerates: the sums of R over every pair of counts', () => {
  const found = significanceOf({ treated: 5, controls: 8 }, { treated: 0.3, controls: 0.6 })
  expect(found.power).toBeCloseTo(0.2816355363839999, 10)
  expect(found.halfWidth).toBeCloseTo(0.4721269172372469, 10)
  expect(found.exaggeration).toBeCloseTo(2.0327822330610004, 10)
  expect(found.wrongSign).toBeCloseTo(0.0112284623020309, 10)
})

test('the sums of R for 17 against 200', () => {
  const found = significanceOf(arms, { treated: 0.53, controls: 0.45 })
  expect(found.power).toBeCloseTo(0.1204272311474946, 9)
  expect(found.exaggeration).toBeCloseTo(3.6269884660035627, 9)
  expect(found.wrongSign).toBeCloseTo(0.0755438911865159, 9)
  expect(significanceOf(arms, { treated: 0.53, controls: 0.45 }, 0.99).power).toBeLessThan(found.power / 2)
})

test('counts so many that most of them have next to no chance', () => {
  const found = significanceOf({ treated: 1200, controls: 1200 }, { treated: 0.53, controls: 0.5 })
  expect(found.power).toBeCloseTo(0.3195950228403955, 9)
  expect(found.halfWidth).toBeCloseTo(0.03995489747803389, 10)
  expect(found.exaggeration).toBeCloseTo(1.760438326261583, 9)
  expect(found.wrongSign).toBeCloseTo(0.001012482016341145, 9)
})

test('a study that can never be significant has no exaggeration', () => {
  const rare = significanceOf({ treated: 40, controls: 40 }, { treated: 1e-9, controls: 2e-9 })
  expect([rare.power, rare.exaggeration, rare.wrongSign]).toEqual([0, null, null])
})

test('refuses shares that are the same, and that are certain', () => {
  expect(() => significanceOf(arms, { treated: 0.4, controls: 0.4 })).toThrow(
    'bad-value {"column":"difference","found":0,"expected":"≠ 0"}',
  )
  expect(() => significanceOf(arms, { treated: 1, controls: 0.4 })).toThrow(
    'bad-value {"column":"share","found":1,"expected":"0–1"}',
  )
  for (const share of [0, 1, Number.NaN])
    expect(() => significanceOf(arms, { treated: share, controls: 0.4 })).toThrow('bad-value {"column":"share"')
  expect(() => significanceOf({ treated: 0, controls: 5 }, { treated: 0.3, controls: 0.4 })).toThrow('no-treated')
})

type Row = { n_treated: number; n_control: number; pp: number; months: number; hazard_ratio: number }
type Simulated = { n1: number; n0: number; power: number; half: number; exagg: number; wrong_sign: number }

testWithSharedData('the table of detectable differences, to its last digit', () => {
  for (const row of sharedJson<{ mde: Row[] }>('expected/power.json').mde) {
    const both = { treated: row.n_treated, controls: row.n_control }
    expect(Number((100 * detectableShare(both, 0.45)).toFixed(1))).toBe(row.pp)
    expect(Number(detectableMean(both, 4.3).toFixed(2))).toBe(row.months)
    expect(Number(detectableHazardRatio(both, 0.6).toFixed(2))).toBe(row.hazard_ratio)
  }
})

testWithSharedData('the simulated studies, within the error of 100 000 draws', () => {
  for (const row of sharedJson<{ sim: Simulated[] }>('expected/power.json').sim) {
    const found = significanceOf({ treated: row.n1, controls: row.n0 }, { treated: 0.53, controls: 0.45 })
    const error = (share: number, draws: number) => 4 * Math.sqrt((share * (1 - share)) / draws)
    expect(Math.abs(found.power - row.power)).toBeLessThan(error(row.power, 100_000))
    expect(Math.abs(found.halfWidth - row.half)).toBeLessThan(2e-4)
    expect(Math.abs(found.exaggeration! - row.exagg)).toBeLessThan(0.03)
    expect(Math.abs(found.wrongSign! - row.wrong_sign)).toBeLessThan(error(row.wrong_sign, row.power * 100_000))
  }
})
