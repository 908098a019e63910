import { type Sample, sampleOf } from './sample.ts'

/** The rows in which the outcome and every covariate are known. A missing value is NaN. */
export function completeRows(sample: Sample): Sample {
  const { treated, outcome, covariates } = sample
  const columns = [outcome, ...covariates.map(({ values }) => values)]
  const rows = Int32Array.from(treated.keys()).filter((row) => columns.every((values) => !Number.isNaN(values[row]!)))
  return rows.length === treated.length ? sample : sampleOf(sample, rows)
}
