import type { Tx } from '../database/transaction.ts'
import { type Month, monthFromNumber } from '../values/month.ts'

/**
 * Months concerned with assistance, by household: payments less recoveries come to more than nothing.
 * A household without any has no entry. Row level security decides whose payments there are.
 */
export async function loadAssistedMonths(
  tx: Tx,
  municipalityId: number,
  householdIds: readonly number[],
): Promise<Map<number, Month[]>> {
  const rows = await tx.query<{ household_id: number; months: number[] }>(
    `select household_id, array_agg(month order by month) as months from (
       select household_id, concerned_month as month from payment
       where municipality_id = $1 and known_until = 'infinity' and household_id = any ($2)
       group by household_id, concerned_month having sum(amount_ore) > 0
     ) assisted group by household_id`,
    [municipalityId, householdIds],
  )
  return new Map(rows.map((row) => [row.household_id, row.months.map(monthFromNumber)]))
}

/**
 * The last month that payments are known for, or null: that any household had assistance for. Ask as the whole municipality: a unit that has paid nothing
 * for a month must not make the month look unknown.
 */
export async function findLastKnownMonth(tx: Tx, municipalityId: number): Promise<Month | null> {
  const [row] = await tx.query<{ month: number | null }>(
    'select max(last_month) as month from household_summary where municipality_id = $1',
    [municipalityId],
  )
  return row?.month ? monthFromNumber(row.month) : null
}
