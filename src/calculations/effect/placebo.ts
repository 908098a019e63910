import { CannotCalculate } from '../refusal.ts'
import { type MethodResult, allEstimates } from './all-estimates.ts'
import { completeRows } from './complete-rows.ts'
import { methods } from './estimate.ts'
import type { Covariate, Sample } from './sample.ts'

export type Placebo = {
  column: string
  /** The covariates that were left to adjust for. */
  covariates: string[]
  methods: MethodResult[]
}

/**
 * The effect on outcomes from before the intervention, where the truth is none (Imbens & Xu 2024).
 *
 * `periods` are the outcome in earlier periods, the latest first. When one of them is the outcome, neither it nor what
 * came after it may be adjusted for, nor what is computed from them: it and the periods before it in the list leave
 * the covariates, and so does every covariate that only rises or only falls with one of those, such as an indicator
 * that a cost was zero. Combinations of several columns are not recognised and are the caller's to leave out.
 * Values may be missing (NaN): rows that lack one leave only the placebos that use it. Refuses a period named twice.
 */
export function placeboOutcomes(sample: Sample, periods: readonly Covariate[]): Placebo[] {
  return periods.map((period, at) => {
    if (periods.findIndex(({ name }) => name === period.name) < at)
      throw new CannotCalculate('bad-value', { column: 'placebo', found: period.name, expected: 'olika kolumner' })
    return placebo(sample, period, periods.slice(0, at + 1))
  })
}

/**
 * The effect on the change between two earlier periods, as if the intervention had begun between them: a placebo date.
 * What is adjusted for is what was known before the change began. Null with fewer than two periods.
 */
export function placeboDate(sample: Sample, [after, before]: readonly Covariate[]): Placebo | null {
  if (!after || !before) return null
  const change = after.values.map((value, row) => value - before.values[row]!)
  return placebo(sample, { name: `${after.name} − ${before.name}`, values: change }, [after, before])
}

function placebo(sample: Sample, outcome: Covariate, later: readonly Covariate[]): Placebo {
  const covariates = sample.covariates.filter((covariate) => !later.some((period) => isFunctionOf(covariate, period)))
  const known = completeRows({ ...sample, covariates, outcome: outcome.values })
  return { column: outcome.name, covariates: covariates.map(({ name }) => name), methods: tested(known, outcome.name) }
}

/** An outcome that is the same for all tests nothing: every method refuses. */
function tested(sample: Sample, column: string): MethodResult[] {
  const [first] = sample.outcome
  if (first === undefined || sample.outcome.some((value) => value !== first)) return allEstimates(sample)
  const refusal = new CannotCalculate('bad-value', { column, found: first, expected: 'minst två olika värden' })
  return methods.map((method) => ({ method, refusal }))
}

/** Whether one column only rises, or only falls, with the other, and is decided by it. A constant one is not. */
function isFunctionOf(column: Covariate, other: Covariate): boolean {
  if (column.name === other.name) return true
  const known = Array.from(column.values.keys()).filter(
    (row) => !Number.isNaN(column.values[row]!) && !Number.isNaN(other.values[row]!),
  )
  const rows = known.sort((left, right) => other.values[left]! - other.values[right]!)
  let [rises, falls] = [false, false]
  for (let at = 1; at < rows.length; at++) {
    const step = column.values[rows[at]!]! - column.values[rows[at - 1]!]!
    if (step !== 0 && other.values[rows[at]!] === other.values[rows[at - 1]!]) return false
    if (step > 0) rises = true
    if (step < 0) falls = true
  }
  return rises !== falls
}
