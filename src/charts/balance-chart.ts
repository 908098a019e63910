import { formatNumber } from '../values/format.ts'
import type { ChartHead } from './chart-parts.ts'

export type CovariateBalance = { covariate: string; before: number; after: number }

/**
 * A Love plot: how unlike the compared groups are in each background variable, before and after weighting or matching.
 * Absolute standardised differences of means, the most unlike before first.
 */
export type BalanceChartDefinition = ChartHead & {
  kind: 'balance'
  /** Above this the groups are not alike enough. */
  limit: number
  rows: CovariateBalance[]
}

/** A chart of the balance of an effect method; its sentence tells how many variables are beyond the limit. */
export function balanceChart(
  balance: readonly CovariateBalance[],
  { title, limit = 0.1 }: { title: string; limit?: number },
): BalanceChartDefinition {
  const rows = balance
    .map(({ covariate, before, after }) => ({ covariate, before: Math.abs(before), after: Math.abs(after) }))
    .sort((one, other) => other.before - one.before)
  return { kind: 'balance', title, description: sentenceOf(rows, limit), limit, rows }
}

function sentenceOf(rows: CovariateBalance[], limit: number): string {
  const beyond = (side: 'before' | 'after') => rows.filter((row) => row[side] > limit).length
  const worst = rows.reduce<CovariateBalance | null>(
    (most, row) => (most && most.after >= row.after ? most : row),
    null,
  )
  const counted = `${beyond('before')} av ${rows.length} variabler skilde sig mer än ${formatNumber(limit, 1)} före och ${beyond('after')} efter.`
  return worst ? `${counted} Störst skillnad efter: ${worst.covariate}, ${formatNumber(worst.after, 2)}.` : counted
}
