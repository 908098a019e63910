import { CannotCalculate } from '../refusal.ts'
import { seededRandom, type Random } from '../random.ts'
import { mean, quantile, sum } from '../sample-statistics.ts'
import { checkCohort, type CohortModel } from './cohort-model.ts'

export type CohortSimulationOptions = {
  /** How many months of risk are behind each hazard: the more, the surer it is. */
  hazardWeight: Float64Array
  /** Size of the negative binomial distribution of the inflow; Infinity is Poisson. */
  inflowSize: number
  paths: number
  seed: number
  /** Shares between 0 and 1, such as 0.05 and 0.95. */
  levels: readonly number[]
}

export type CohortDistribution = {
  mean: Float64Array
  /** `quantiles[level][month]`, levels in the order of the options. */
  quantiles: Float64Array[]
  /** Of the sum over all months, which is not the sum of the months' quantiles. */
  total: { mean: number; quantiles: number[] }
}

/**
 * Active households by month, drawn many times: hazards from Beta(h·w, (1 − h)·w), the same in all months of a path,
 * the inflow of each month from the negative binomial distribution, exits and active households from binomials.
 * A start that is not whole is rounded up with the chance of its decimals.
 *
 * It has no common shocks, so its quantiles are too near each other: conformalise them before they are published.
 * The same seed gives the same answer. Refuses as `projectCohort`, and fewer than one path.
 */
export function simulateCohort(model: CohortModel, options: CohortSimulationOptions): CohortDistribution {
  checkCohort(model)
  if (options.paths < 1) throw new CannotCalculate('too-few', { what: 'dragningar', found: options.paths, needed: 1 })
  const random = seededRandom(options.seed)
  const paths = Array.from({ length: options.paths }, () => drawPath(model, options, random))
  const totals = paths.map(sum)
  const byMonth = Array.from(model.inflow, (_, month) => paths.map((path) => path[month]!))
  return {
    mean: Float64Array.from(byMonth, mean),
    quantiles: options.levels.map((level) => Float64Array.from(byMonth, (values) => quantile(values, level))),
    total: { mean: mean(totals), quantiles: options.levels.map((level) => quantile(totals, level)) },
  }
}

function drawPath(model: CohortModel, { hazardWeight, inflowSize }: CohortSimulationOptions, random: Random) {
  const hazard = model.hazard.map((expected, duration) => drawHazard(expected, hazardWeight[duration]!, random))
  let current = model.start.map((households) => Math.floor(households + random.next()))
  return model.inflow.map((expected) => {
    const next = new Float64Array(current.length)
    current.forEach((households, duration) => {
      next[Math.min(duration + 1, next.length - 1)]! += random.binomial(households, 1 - hazard[duration]!)
    })
    next[0]! += random.negativeBinomial(expected, inflowSize)
    current = next
    return random.binomial(sum(next), model.activeShare)
  })
}

/** A hazard of 0 or 1 is certain. */
const drawHazard = (expected: number, weight: number, random: Random): number =>
  expected > 0 && expected < 1 ? random.beta(expected * weight, (1 - expected) * weight) : expected
