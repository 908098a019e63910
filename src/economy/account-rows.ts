import type { Ore } from '../values/money.ts'
import type { Period } from '../values/period.ts'
import { isResultAccount, type LedgerAmount } from './statement.ts'
import { within } from './statement-cells.ts'
import { rowOf, type StatementRow } from './statement-rows.ts'

/** What an account has in the row that takes it; an account may be in several rows when they ask for objects. `row` null: unmapped. */
export type AccountInRow = { account: string; row: string | null; amountOre: Ore }

/** What moves between two rows when the rows are changed. Null is what no row takes. */
export type MovedAccount = { account: string; from: string | null; to: string | null; amountOre: Ore }

type Bookings = { account: string; objects: string; amountOre: Ore }

/** Every account of class 3–8 with its amount in the period, with the signs of the statement: unmapped first, then by account. */
export function accountsInRows(ledger: LedgerAmount[], period: Period, rows: StatementRow[]): AccountInRow[] {
  const found = new Map<string, AccountInRow>()
  for (const { account, objects, amountOre } of bookingsOf(ledger, period)) {
    const row = rowOf({ account, objects }, rows)?.id ?? null
    const known = found.get(`${account} ${row}`)
    if (known) known.amountOre += amountOre
    else found.set(`${account} ${row}`, { account, row, amountOre })
  }
  return [...found.values()].sort(
    (a, b) => Number(a.row !== null) - Number(b.row !== null) || (a.account < b.account ? -1 : 1),
  )
}

/** What other rows would do with the same ledger: the accounts that change row, the largest first. A row is known by its id. */
export function movedAccounts(
  ledger: LedgerAmount[],
  period: Period,
  before: StatementRow[],
  after: StatementRow[],
): MovedAccount[] {
  const found = new Map<string, MovedAccount>()
  for (const { account, objects, amountOre } of bookingsOf(ledger, period)) {
    const from = rowOf({ account, objects }, before)?.id ?? null
    const to = rowOf({ account, objects }, after)?.id ?? null
    if (from === to) continue
    const key = `${account} ${from} ${to}`
    const known = found.get(key)
    if (known) known.amountOre += amountOre
    else found.set(key, { account, from, to, amountOre })
  }
  return [...found.values()].sort(
    (a, b) => Math.abs(b.amountOre) - Math.abs(a.amountOre) || (a.account < b.account ? -1 : 1),
  )
}

/** One for each account with its objects, with the signs of the statement. */
function bookingsOf(ledger: LedgerAmount[], period: Period): Bookings[] {
  const bookings = new Map<string, Bookings>()
  for (const { account, objects = '', amountOre } of ledger.filter(within(period))) {
    if (!isResultAccount(account)) continue
    const known = bookings.get(`${account} ${objects}`)
    if (known) known.amountOre -= amountOre
    else bookings.set(`${account} ${objects}`, { account, objects, amountOre: 0 - amountOre })
  }
  return [...bookings.values()]
}
