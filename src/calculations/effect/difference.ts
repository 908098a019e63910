import { weightedMean } from '../sample-statistics.ts'
import { type Design, type Fit, armFrequency } from './sample-design.ts'
import { twoSampleError } from './sandwich.ts'

/**
 * The difference between the mean outcome of the treated and that of the controls, as they are.
 *
 * The standard error is HC1 of a regression on the treatment alone (MacKinnon & White 1985).
 * An effect only when chance decided who got the intervention.
 */
export function difference(design: Design): Fit {
  const [treated, controls] = [armFrequency(design, 1), armFrequency(design, 0)]
  const { outcome } = design
  return {
    estimate: weightedMean(outcome, treated) - weightedMean(outcome, controls),
    standardError: () => twoSampleError({ values: outcome, counts: treated }, { values: outcome, counts: controls }),
    controlWeights: controls,
  }
}
