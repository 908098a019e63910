import { dot, timesVector, type Matrix } from '../linear-algebra.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum } from '../sample-statistics.ts'
import { shrunkCovariance } from './reconciliation-covariance.ts'

/** Forecasts of a total and of the groups it is made of, for one month. */
export type Hierarchy = { total: number; groups: Float64Array }

/** The total is the sum of the groups, whatever was forecast for the total. Refuses a missing forecast, as do the others. */
export function bottomUp(groups: Float64Array): Hierarchy {
  const total = sum(groups)
  if (!Number.isFinite(total))
    throw new CannotCalculate('bad-value', { column: 'groups', found: total, expected: 'ett tal' })
  return { total, groups }
}

/**
 * The groups in proportion to their own forecasts, so that they sum to the total.
 * Refuses groups that sum to zero while the total does not.
 */
export function proportional({ total, groups }: Hierarchy): Hierarchy {
  const whole = sum(groups)
  if (whole === 0 && total !== 0)
    throw new CannotCalculate('bad-value', { column: 'groups', found: 0, expected: 'en summa skild från 0' })
  return bottomUp(whole === 0 ? groups : groups.map((group) => (group * total) / whole))
}

/**
 * Minimum trace with a shrunk covariance of the errors (Wickramasuriya, Athanasopoulos & Hyndman 2019).
 *
 * ỹ = ŷ − W C′(C W C′)⁻¹ C ŷ with C ŷ = total − Σ groups: what is out of step is shared out after how uncertain each
 * forecast is and how they err together. `errors` holds one-step errors, a row per month, the total first and then the
 * groups. A group can become negative. Refuses errors of another width, fewer than two months of them, and errors that
 * are all zero, so that nothing tells which forecast to trust.
 */
export function minimumTrace({ total, groups }: Hierarchy, errors: Matrix): Hierarchy {
  if (errors.columns !== groups.length + 1)
    throw new CannotCalculate('bad-value', {
      column: 'errors',
      found: errors.columns,
      expected: `${groups.length + 1} kolumner`,
    })
  const constraint = Float64Array.from({ length: errors.columns }, (_, at) => (at === 0 ? 1 : -1))
  const shares = timesVector(shrunkCovariance(errors), constraint)
  const spread = dot(constraint, shares)
  if (!(spread > 0)) throw new CannotCalculate('too-few', { what: 'prognosfel som inte är noll', found: 0, needed: 1 })
  const outOfStep = total - sum(groups)
  return bottomUp(groups.map((group, at) => group - (shares[at + 1]! * outOfStep) / spread))
}
