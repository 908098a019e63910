import { fromColumns, timesVector } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { matchedEffect } from './nearest-neighbour-error.ts'
import { nearestMatches } from './nearest-neighbour-matches.ts'
import { type Design, type Fit, standardised, varies } from './sample-design.ts'
import { weightedLeastSquares } from './sample-least-squares.ts'
import type { Covariate } from './sample.ts'

/**
 * Each treated against the five controls most like it, with replacement and all ties (Abadie & Imbens 2006, 2011).
 *
 * Likeness by every covariate divided by its standard deviation, also one that is a combination of others. What is left
 * of unlikeness is taken away with a regression among the matched controls, weighted by how often they are used.
 * As `Match(estimand = "ATT", M = 5, BiasAdjust = TRUE)` of R's `Matching`. Rows must not be repeated by frequency,
 * since a bootstrap of matching is not valid (Abadie & Imbens 2008).
 *
 * Refuses `too-few` when the treated, or the controls that were matched, are fewer than the coefficients.
 */
export function nearestNeighbour(design: Design, covariates: Covariate[]): Fit {
  const { x, treated, outcome } = design
  const columns = covariates.filter(({ values }) => varies(values)).map(({ values }) => standardised(values))
  const space = columns.length > 0 ? fromColumns(columns) : { ...x, columns: 1 }
  const matches = nearestMatches(space, treated, { neighbours: 5, caliper: Infinity })
  const { uses } = matchedEffect(matches, outcome)
  refuseTooFew(matches.treated.length, x.columns)
  refuseTooFew(
    uses.reduce((count, use) => count + (use > 0 ? 1 : 0), 0),
    x.columns,
  )
  const expected = timesVector(x, weightedLeastSquares(x, outcome, uses).coefficients)
  const adjusted = outcome.map((value, row) => value - expected[row]!)
  const { estimate, standardError } = matchedEffect(matches, adjusted)
  return { estimate, standardError, controlWeights: uses }
}

function refuseTooFew(found: number, needed: number) {
  if (found < needed) throw new CannotCalculate('too-few', { found, needed })
}
