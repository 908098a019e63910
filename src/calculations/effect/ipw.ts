import { crossProduct, timesVector } from '../linear-algebra.ts'
import { sum, weightedMean } from '../sample-statistics.ts'
import { inverseInformation, logit } from './logit.ts'
import { type Design, type Fit, armFrequency } from './sample-design.ts'

/**
 * The treated against the controls weighted by their odds of treatment, e/(1 − e), which gives the controls the
 * make-up of the treated; Hájek's form, where the weights are divided by their sum.
 *
 * The standard error stacks the equations of the two means and of the logit (Lunceford & Davidian 2004),
 * so that it knows that the weights are estimated.
 */
export function inverseProbability(design: Design, propensity = logit(design)): Fit {
  const { x, treated, outcome, frequency } = design
  const cases = armFrequency(design, 1)
  const weights = armFrequency(design, 0).map((count, row) => count * propensity.odds[row]!)
  const [treatedMean, controlMean] = [weightedMean(outcome, cases), weightedMean(outcome, weights)]
  return {
    estimate: treatedMean - controlMean,
    standardError: () => {
      const [treatedSum, weightSum] = [sum(cases), sum(weights)]
      const distances = outcome.map((value) => value - controlMean)
      const drift = crossProduct(x, distances, weights)
      const pull = timesVector(x, timesVector(inverseInformation(design, propensity), drift))
      let total = 0
      for (let row = 0; row < x.rows; row++) {
        if (frequency[row] === 0) continue
        const own =
          treated[row] === 1
            ? (outcome[row]! - treatedMean) / treatedSum
            : (-propensity.odds[row]! * distances[row]!) / weightSum
        const fromLogit = ((treated[row]! - propensity.probability[row]!) * pull[row]!) / weightSum
        total += frequency[row]! * (own - fromLogit) ** 2
      }
      return Math.sqrt(total)
    },
    controlWeights: weights,
  }
}
