import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'
import type { Period } from '../values/period.ts'
import type { LedgerAmount } from './statement.ts'
import { within } from './statement-cells.ts'
import { assistanceRow, rowFinder, rowsAt, type StatementRows } from './statement-rows.ts'

/** Cost of the row of assistance, month by month and positive, by the rows that hold when the period begins. Months without bookings are left out. */
export function assistanceByMonth(ledger: LedgerAmount[], period: Period, versions: StatementRows[]): Map<Month, Ore> {
  const find = rowFinder(rowsAt(period.from, versions))
  const amounts = new Map<Month, Ore>()
  for (const booked of ledger.filter(within(period)))
    if (find(booked)?.id === assistanceRow)
      amounts.set(booked.month, (amounts.get(booked.month) ?? 0) + booked.amountOre)
  return amounts
}
