import type { Ore } from '../../../values/money.ts'
import { type Month, parseMonth } from '../../../values/month.ts'
import type { SieFile, SieObjectReference, SiePeriodAmount } from './sie-file.ts'

/** What moved on an account in a month. Debit positive: a cost is positive, an income negative. */
export type MonthlyAmount = { account: string; month: Month; objects: SieObjectReference[]; amountOre: Ore }

/**
 * The month amounts of the ledger in a SIE file, each krona once: the sum over an account is its turnover.
 *
 * From vouchers when the file has them (type 4), by the row's own date or else the voucher's, one amount for each
 * combination of objects. Otherwise from `#PSALDO`, which gives changes, not balances: the total rows `{}` alone,
 * since type 3 writes each amount again per object. Only where an account and month has no total row are the rows of one
 * dimension given, the one with most rows; type 2 has totals only, and its rows with objects are passed over.
 * Amounts of zero are given: the month was closed at nothing. Opening balances are not part of it. Source: SIE 4B.
 */
export function monthlyAmounts(file: SieFile): MonthlyAmount[] {
  return file.vouchers.length > 0 ? fromVouchers(file) : periodTotals(file.periodBalances, file.sieType)
}

/** The month budget in a SIE file (`#PBUDGET`), with the same rule against counting twice. */
export const monthlyBudgets = (file: SieFile): MonthlyAmount[] => periodTotals(file.periodBudgets, file.sieType)

function fromVouchers(file: SieFile): MonthlyAmount[] {
  const amounts = new Map<string, MonthlyAmount>()
  for (const voucher of file.vouchers) {
    for (const { account, objects, amountOre, date } of voucher.rows) {
      const month = parseMonth((date ?? voucher.date).slice(0, 7))
      if (month) addTo(amounts, { account, month, objects, amountOre })
    }
  }
  return sorted(amounts)
}

function periodTotals(rows: SiePeriodAmount[], sieType: SieFile['sieType']): MonthlyAmount[] {
  const amounts = new Map<string, MonthlyAmount>()
  const withTotal = new Set<string>()
  for (const row of rows) {
    if (row.objects.length > 0) continue
    withTotal.add(`${row.account} ${row.month}`)
    addTo(amounts, row)
  }
  if (sieType === 2) return sorted(amounts)
  const rest = rows.filter((row) => row.objects.length > 0 && !withTotal.has(`${row.account} ${row.month}`))
  for (const row of ofOneDimension(rest)) addTo(amounts, row)
  return sorted(amounts)
}

/** One dimension (or combination of them) for each account and month, so that no krona is taken from two. */
function ofOneDimension(rows: SiePeriodAmount[]): SiePeriodAmount[] {
  const count = new Map<string, number>()
  for (const row of rows) count.set(dimensionsOf(row), (count.get(dimensionsOf(row)) ?? 0) + 1)
  const chosen = new Map<string, SiePeriodAmount>()
  for (const row of rows) {
    const key = `${row.account} ${row.month}`
    const best = chosen.get(key)
    if (!best || isBetter(row, best, count)) chosen.set(key, row)
  }
  return rows.filter((row) => dimensionsOf(chosen.get(`${row.account} ${row.month}`) ?? row) === dimensionsOf(row))
}

const dimensionsOf = (row: SiePeriodAmount): string => row.objects.map((each) => each.dimension).join(' ')

/** Fewer dimensions first: rows of several may leave out what has only one. Then the one with most rows. */
function isBetter(row: SiePeriodAmount, best: SiePeriodAmount, count: Map<string, number>): boolean {
  if (row.objects.length !== best.objects.length) return row.objects.length < best.objects.length
  return (count.get(dimensionsOf(row)) ?? 0) > (count.get(dimensionsOf(best)) ?? 0)
}

function addTo(amounts: Map<string, MonthlyAmount>, { account, month, objects, amountOre }: MonthlyAmount): void {
  const key = JSON.stringify([account, month, ...objects.map((each) => [each.dimension, each.object])])
  const known = amounts.get(key)
  if (known) known.amountOre += amountOre
  else amounts.set(key, { account, month, objects, amountOre })
}

const sorted = (amounts: Map<string, MonthlyAmount>): MonthlyAmount[] =>
  [...amounts.values()].sort((a, b) =>
    a.account === b.account ? compare(a.month, b.month) : compare(a.account, b.account),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The accounts whose month amounts in the current year do not come to the result that the file gives for the year.
 * Only accounts that move in some month are asked: a file may give results without months.
 */
export function accountsThatDisagree(file: SieFile): string[] {
  const year = file.years.find((each) => each.year === 0)
  if (!year) return []
  const sums = new Map<string, Ore>()
  for (const { account, month, amountOre } of monthlyAmounts(file)) {
    if (month >= year.from.slice(0, 7) && month <= year.to.slice(0, 7))
      sums.set(account, (sums.get(account) ?? 0) + amountOre)
  }
  const results = file.results.filter((result) => result.year === 0)
  return results
    .filter(({ account, amountOre }) => (sums.get(account) ?? amountOre) !== amountOre)
    .map(({ account }) => account)
}
