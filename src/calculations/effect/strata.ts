import { type Codes, rowsWithCode } from '../columns.ts'
import { normalQuantile } from '../distributions.ts'
import { CannotCalculate, type RefusalKind } from '../refusal.ts'
import { answerOrRefusal } from './all-estimates.ts'
import { type Estimate, type Method, estimateEffect } from './estimate.ts'
import { type Sample, sampleOf } from './sample.ts'

export type StratifiedEstimate = {
  estimate: number
  standardError: number
  lower: number
  upper: number
  strata: Stratum[]
  /** Treated rows in strata without an estimate, or in none: the answer says nothing of them. */
  treatedLeftOut: number
}

export type Stratum = { stratum: string; treated: number; estimate: Estimate | null; refusal: RefusalKind | null }

/**
 * The effect within strata, where treated and controls are alike in what the strata are made of, and over them.
 *
 * τ = Σ n₁ₛ·τₛ / Σ n₁ₛ and Var τ = Σ (n₁ₛ/Σn₁ₛ)²·Var τₛ, n₁ₛ the treated of the stratum that took part.
 * A stratum where the method refuses takes no part. When all do, the refusal of the first is the refusal of the whole.
 */
export function estimateWithinStrata(sample: Sample, strata: Codes, method: Method): StratifiedEstimate {
  const refusals: CannotCalculate[] = []
  const found = strata.labels.map((stratum, code): Stratum => {
    const rows = sampleOf(sample, rowsWithCode(strata, code))
    const treated = countTreated(rows)
    const answer = answerOrRefusal(() => estimateEffect(rows, method))
    if (!(answer instanceof CannotCalculate)) return { stratum, treated, estimate: answer, refusal: null }
    refusals.push(answer)
    return { stratum, treated, estimate: null, refusal: answer.kind }
  })
  const estimates = found.flatMap(({ estimate }) => estimate ?? [])
  if (estimates.length === 0) throw refusals[0] ?? new CannotCalculate('no-rows')
  return { ...combined(estimates), strata: found, treatedLeftOut: countTreated(sample) - totalTreated(estimates) }
}

function combined(estimates: Estimate[]) {
  const all = totalTreated(estimates)
  let [estimate, variance] = [0, 0]
  for (const each of estimates) {
    estimate += (each.treated / all) * each.estimate
    variance += ((each.treated / all) * each.standardError) ** 2
  }
  const standardError = Math.sqrt(variance)
  const margin = normalQuantile(0.975) * standardError
  return { estimate, standardError, lower: estimate - margin, upper: estimate + margin }
}

const totalTreated = (estimates: Estimate[]): number => estimates.reduce((total, { treated }) => total + treated, 0)

const countTreated = ({ treated }: Sample): number => treated.reduce((total, arm) => total + arm, 0)
