import type { Sample } from '../../src/calculations/effect/sample.ts'

/** Twenty-eight made-up households; the results that R gives for them stand in the tests. */
export const households = (): Sample => ({
  treated: Uint8Array.of(1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 1),
  outcome: Float64Array.of(
    ...[7, 11, 9, 11, 10, 11, 10, 9, 10, 8, 10, 8, 6, 10, 5, 4, 7, 8, 7, 11, 8, 6, 9, 4, 4, 7, 10, 6],
  ),
  covariates: [
    covariate('age', [
      ...[38, 50, 47, 58, 21, 34, 45, 27, 22, 43, 59, 41, 27, 45],
      ...[31, 39, 59, 50, 34, 25, 35, 41, 40, 23, 30, 57, 45, 42],
    ]),
    covariate('kids', [1, 2, 2, 1, 2, 1, 2, 1, 2, 0, 0, 2, 2, 3, 1, 1, 2, 1, 1, 1, 0, 0, 1, 0, 0, 1, 2, 1]),
    covariate('sfi', [0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]),
  ],
})

export const covariate = (name: string, values: Iterable<number>) => ({ name, values: Float64Array.from(values) })

/** The sample with one more covariate, computed row by row. */
export function withCovariate(sample: Sample, name: string, value: (row: number, treated: number) => number): Sample {
  const added = covariate(
    name,
    Array.from(sample.treated, (treated, row) => value(row, treated)),
  )
  return { ...sample, covariates: [...sample.covariates, added] }
}

/** The sample with the named covariates only. */
export const onlyCovariates = (sample: Sample, ...names: string[]): Sample => ({
  ...sample,
  covariates: sample.covariates.filter(({ name }) => names.includes(name)),
})

/** The named column of a sample. */
export const valuesOf = (sample: Sample, name: string): Float64Array =>
  sample.covariates.find((each) => each.name === name)!.values
