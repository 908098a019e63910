import { take } from '../columns.ts'
import type { Sample } from './sample.ts'

/** The rows in which the outcome and every covariate are known. A missing value is NaN. */
export function completeRows(sample: Sample): Sample {
  const { treated, outcome, covariates, cluster } = sample
  const columns = [outcome, ...covariates.map(({ values }) => values)]
  const rows = Int32Array.from(treated.keys()).filter((row) => columns.every((values) => !Number.isNaN(values[row]!)))
  if (rows.length === treated.length) return sample
  return {
    treated: Uint8Array.from(rows, (row) => treated[row]!),
    outcome: take(outcome, rows),
    covariates: covariates.map(({ name, values }) => ({ name, values: take(values, rows) })),
    ...(cluster && { cluster: Int32Array.from(rows, (row) => cluster[row]!) }),
  }
}
