import { take } from '../columns.ts'

/** Those who got the intervention and those who did not, one row each. */
export type Sample = {
  /** 1 for a row that got the intervention, else 0. */
  treated: Uint8Array
  /** Known in every row: whoever builds a sample leaves out the others, and counts them. */
  outcome: Float64Array
  /** Enter linearly as given; one that is constant, or a combination of earlier ones, takes no part, as in R. */
  covariates: Covariate[]
  /** The household, when rows share one. */
  cluster?: Int32Array
}

/** NaN where the value is missing. Such a row leaves the analyses that use the covariate, and no other. */
export type Covariate = { name: string; values: Float64Array }

/** The chosen rows as a sample of their own. */
export function sampleOf({ treated, outcome, covariates, cluster }: Sample, rows: Int32Array): Sample {
  return {
    treated: Uint8Array.from(rows, (row) => treated[row]!),
    outcome: take(outcome, rows),
    covariates: covariates.map(({ name, values }) => ({ name, values: take(values, rows) })),
    ...(cluster && { cluster: rows.map((row) => cluster[row]!) }),
  }
}
