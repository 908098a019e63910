import { expect, test } from 'vitest'
import { breakEvenHazard, impliedMonths, remainingShare, savingsOfHazards } from './exit-hazard.ts'

const longTerm = { persons: 16, monthlyAmount: 6300, hazard: 0.03, ownCost: 250_000, horizon: 12 }
const project = { persons: 120, monthlyAmount: 10_500, hazard: 0.03, ownCost: 1_270_000, horizon: 12 }

const near = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(1e-6 * Math.max(1, Math.abs(expected)))

test('the share left falls by the same part every month', () => {
  const shares = remainingShare(0.5, 3)
  expect([...shares]).toEqual([0.5, 0.25, 0.125])
  expect(remainingShare(0.5, 0)).toHaveLength(0)
})

test('sixteen long-term recipients: a fifth of the naive number', () => {
  const found = savingsOfHazards(longTerm, 0.08)
  expect(found.naiveGross).toBe(1_209_600)
  near(found.gross, 264_827.85361320764)
  near(found.net, 14_827.85361320764)
  expect(found.ownCost).toBe(250_000)
  expect(found.breakEvenMonth).toBe(12)
})

test('fifty who often leave by themselves', () => {
  const group = { persons: 50, monthlyAmount: 7000, hazard: 0.12, ownCost: 400_000, horizon: 12 }
  const found = savingsOfHazards(group, 0.16)
  expect(found.naiveGross).toBe(4_200_000)
  near(found.gross, 402_377.13920193067)
  near(found.net, 2377.139201930666)
  expect(found.breakEvenMonth).toBe(12)
})

test('a project for 120 households, over one year and over two', () => {
  near(savingsOfHazards(project, 0.05).gross, 1_469_082.7116893856)
  expect(savingsOfHazards(project, 0.05).breakEvenMonth).toBe(11)
  near(savingsOfHazards({ ...project, horizon: 24 }, 0.05).net, 2_907_279.6219865964)
})

test('the chance of leaving that covers the cost', () => {
  const expected = [
    [12, 0.04711356891878011, 16.013766789875838],
    [24, 0.03549059763487367, 7.357777121371576],
    [36, 0.03307135308031867, 4.324709879439288],
  ] as const
  for (const [horizon, hazard, extraExits] of expected) {
    const found = breakEvenHazard({ ...project, horizon })!
    expect(Math.abs(found.hazard - hazard)).toBeLessThan(1e-12)
    near(found.extraExits, extraExits)
    expect(savingsOfHazards({ ...project, horizon }, found.hazard).breakEvenMonth).toBe(horizon)
  }
})

test('without a cost nothing more is needed; a cost beyond what all leaving at once would save is never covered', () => {
  expect(breakEvenHazard({ ...project, ownCost: 0 })!.hazard).toBeCloseTo(0.03, 12)
  expect(breakEvenHazard({ ...project, ownCost: 0 })!.extraExits).toBeCloseTo(0, 9)
  const most = savingsOfHazards(project, 1).gross
  expect(breakEvenHazard({ ...project, ownCost: most })!.hazard).toBeCloseTo(1, 12)
  expect(breakEvenHazard({ ...project, ownCost: most + 1 })).toBe(null)
})

test('a claimed saving as whole months per person', () => {
  near(impliedMonths(600_000, 16, 6300), 5.9523809523809526)
  near(impliedMonths(1_000_000, 25, 8400), 4.761904761904762)
})

test('refuses what is not a chance', () => {
  expect(() => savingsOfHazards({ ...project, hazard: -0.01 }, 0.1)).toThrow(
    'bad-value {"column":"hazard","found":-0.01,"expected":"0–1"}',
  )
  expect(() => savingsOfHazards(project, 1.01)).toThrow('bad-value')
  expect(savingsOfHazards({ ...project, hazard: 0, ownCost: 0 }, 1).gross).toBe(savingsOfHazards(project, 1).naiveGross)
})
