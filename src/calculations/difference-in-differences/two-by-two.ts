import { CannotCalculate } from '../refusal.ts'
import type { BalancedPanel } from './balanced-panel.ts'
import { clusteredStandardError } from './clustered-standard-error.ts'

/** One row per unit and period, or per person in a cross-section. */
export type TwoByTwoRows = {
  /** 1 in the rows of those who get the intervention, before as well as after. */
  treated: Uint8Array
  /** 1 in the rows from the start of the intervention on. */
  after: Uint8Array
  outcome: Float64Array
  /** Codes: the household, or what else ties rows together. */
  cluster: Int32Array
}

/**
 * Difference-in-differences of four means: (Ȳ₁₁ − Ȳ₁₀) − (Ȳ₀₁ − Ȳ₀₀), treated or not, after or before.
 *
 * It equals the interaction in a regression on treated, after and their product. The standard error is that
 * regression's, clustered, with the factor C/(C − 1)·(N − 1)/(N − 4) for C clusters and N rows, as `vcovCL` of R's
 * `sandwich` (Bertrand, Duflo & Mullainathan 2004 on why rows of one unit are not separate observations).
 * Null when the outcomes do not vary within the four, as with one row in each.
 * Refuses an empty one of the four and fewer than two clusters. No missing values.
 */
export function twoByTwo(rows: TwoByTwoRows): { estimate: number; standardError: number | null } {
  const { treated, after, outcome, cluster } = rows
  const cellOf = (row: number) => 2 * treated[row]! + after[row]!
  const [counts, means] = [new Float64Array(4), new Float64Array(4)]
  outcome.forEach((_, row) => counts[cellOf(row)]!++)
  outcome.forEach((value, row) => (means[cellOf(row)]! += value / counts[cellOf(row)]!))
  if (counts[2] === 0 || counts[3] === 0) throw new CannotCalculate('no-treated')
  if (counts[0] === 0 || counts[1] === 0) throw new CannotCalculate('no-controls')
  const clusters = new Set(cluster).size
  if (clusters < 2) throw new CannotCalculate('too-few', { what: 'kluster', found: clusters, needed: 2 })
  const size = outcome.length
  const sign = (row: number) => (treated[row] === after[row] ? size : -size)
  const influence = outcome.map((value, row) => (sign(row) * (value - means[cellOf(row)]!)) / counts[cellOf(row)]!)
  const uncorrected = clusteredStandardError(influence, cluster)
  return {
    estimate: means[3]! - means[2]! - (means[1]! - means[0]!),
    standardError: uncorrected && uncorrected * Math.sqrt((clusters / (clusters - 1)) * ((size - 1) / (size - 4))),
  }
}

/** The four means of a panel with one start and units never treated; null for any other. */
export function twoByTwoOf({ cohort, times, outcome, cluster }: BalancedPanel) {
  const starts = new Set(cohort.filter((start) => start < Infinity))
  if (starts.size !== 1 || !cohort.includes(Infinity)) return null
  const [start] = starts
  const rows = Array.from(times).flatMap((time, period) =>
    Array.from(cohort, (own, unit) => ({ own, time, unit, value: outcome[period]![unit]! })),
  )
  return twoByTwo({
    treated: Uint8Array.from(rows, ({ own }) => (own === start ? 1 : 0)),
    after: Uint8Array.from(rows, ({ time }) => (time >= start! ? 1 : 0)),
    outcome: Float64Array.from(rows, ({ value }) => value),
    cluster: Int32Array.from(rows, ({ unit }) => cluster[unit]!),
  })
}
