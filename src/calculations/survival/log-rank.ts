import { zeros } from '../linear-algebra.ts'
import { sum } from '../sample-statistics.ts'
import type { FollowUp } from './follow-up.ts'
import { exitsOf, type RiskTable, tablesByStratum } from './risk-table.ts'
import { type ScoreTest, scoreTest } from './score-test.ts'

type LogRank = ScoreTest & {
  /** Per group, over all strata and weighted when rho is not 0: what was seen, and expected if no group differed. */
  observed: Float64Array
  expected: Float64Array
}

/**
 * Whether groups leave at different rates, by any cause (Mantel 1966). Null when there is only one group.
 *
 * At each time the exits of a group are compared with its part of those at risk, and O − E is measured by its
 * hypergeometric variance, summed over times and strata. `rho` weighs the times by S(t−)^rho of all rows of the stratum
 * (Harrington and Fleming 1982): 0 is the log-rank test, 1 is Peto and Peto's, which gives early exits more weight.
 * A group without expected exits takes no part, as in R's `survdiff`. When fewer than two do, the chi-square is 0 with
 * no degrees of freedom and p is 1. With late entries the risk sets hold those who had entered before the time.
 */
export function logRank(followUp: FollowUp, { rho }: { rho: number }): LogRank | null {
  const groups = followUp.sample.group.labels.length
  if (groups < 2) return null
  const observed = new Float64Array(groups)
  const expected = new Float64Array(groups)
  const variance = zeros(groups, groups)
  for (const table of tablesByStratum(followUp))
    addStratum(table, rho, { observed, expected, variance: variance.values })
  const scores = observed.map((each, group) => each - expected[group]!)
  return { ...scoreTest(scores, variance), observed, expected }
}

type Totals = { observed: Float64Array; expected: Float64Array; variance: Float64Array }

function addStratum(table: RiskTable, rho: number, totals: Totals) {
  const { groups } = table
  const events = exitsOf(table)
  let survival = 1
  for (let start = 0; start < events.length; start += groups) {
    const exits = events.subarray(start, start + groups)
    const d = sum(exits)
    if (d === 0) continue
    const atRisk = table.atRisk.subarray(start, start + groups)
    const n = sum(atRisk)
    const weight = survival ** rho
    for (let group = 0; group < groups; group++) {
      totals.observed[group]! += weight * exits[group]!
      totals.expected[group]! += (weight * d * atRisk[group]!) / n
    }
    if (n > 1) addVariance(totals.variance, atRisk, (weight * weight * d * (n - d)) / (n * (n - 1)), n)
    survival *= (n - d) / n
  }
}

/** Of the hypergeometric distribution: factor × (nᵍ δ − nᵍ nʰ/n) for the groups g and h. */
function addVariance(variance: Float64Array, atRisk: Int32Array, factor: number, n: number) {
  const groups = atRisk.length
  for (let row = 0; row < groups; row++) {
    const scaled = factor * atRisk[row]!
    variance[row * groups + row]! += scaled
    for (let column = 0; column < groups; column++) variance[row * groups + column]! -= (scaled * atRisk[column]!) / n
  }
}
