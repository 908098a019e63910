import type pg from 'pg'
import type { User } from '../access/sessions.ts'
import type { SplitBy } from '../analysis/figures.ts'
import { tenantOf } from '../access/signed-in.ts'
import { type FiguresService, reconciliation } from '../analysis/load-figures.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import { accountsInRows, movedAccounts } from '../economy/account-rows.ts'
import type { LedgerBooking } from '../economy/reconcile-ledger.ts'
import { ledgerTotals } from '../economy/statement.ts'
import { rowsAt, type StatementRow } from '../economy/statement-rows.ts'
import type { Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type Period, periodOf } from '../values/period.ts'
import { assistanceByGroup } from './assistance-by-group.ts'
import type { AskedMonths, Comment, EconomyView, ReconciliationView, RowsTrial, RowsView } from './economy-view.ts'

export type EconomyNeeds = { pool: pg.Pool; figures: FiguresService; municipality: Municipality }
export type AskedPeriod = { from?: Month; to?: Month }

/** Who may write what stands beside a table, and change what accounts a row takes. */
const commentRoles = ['controller', 'manager']
const rowRoles = ['controller', 'administrator']

/** The tables about money of a period, with what is written about them. Null when it ends before it begins. */
export async function loadStatement(needs: EconomyNeeds, user: User, asked: AskedPeriod): Promise<EconomyView | null> {
  const { pool, figures, municipality } = needs
  const { months, period } = await askedMonths(needs, asked)
  if (!period) return null
  const { from, to } = months
  const question = { from, to, splits: ['children', 'gender'] satisfies SplitBy[] }
  const paid = await figures.indicators(municipality, question, ['paid', 'households-per-month'])
  const tables = [...assistanceByGroup(paid), ...(await figures.economyTables(municipality, period, null))]
  const entries = await withTenant(pool, tenantOf(user), (tx) => listEntries(tx, municipality.id, 'table-comment'))
  const comments = tables.map(({ id }): Comment => {
    const entry = entries.find(
      ({ body }) => body.table === id && body.from === period.from && body.until === period.until,
    )
    return { table: id, text: entry?.body.text ?? '', seen: entry?.version ?? 0 }
  })
  const statement = tables.find(({ id }) => id === 'operating-statement')
  return {
    ...months,
    tables,
    comments,
    mayComment: commentRoles.includes(user.role),
    unmappedOre: statement?.rows.find(({ id }) => id === 'unmapped')?.cells[0]?.value ?? null,
  }
}

/** The rows in force when the period begins, with what each account has in it. */
export async function loadRows(needs: EconomyNeeds, user: User, asked: AskedPeriod): Promise<RowsView | null> {
  const { pool, figures, municipality } = needs
  const { months, period } = await askedMonths(needs, asked)
  if (!period) return null
  const { economy } = await figures.money(municipality, null)
  const { statementRows } = await figures.decided(municipality, null)
  const rows = rowsAt(period.from, statementRows)
  const [entries, profiles] = await withTenant(pool, tenantOf(user), async (tx) => [
    await listEntries(tx, municipality.id, 'statement-rows'),
    await listEntries(tx, municipality.id, 'budget-profile'),
  ])
  return {
    ...months,
    inForce: statementRows.find((version) => version.rows === rows)!,
    isDefault: !entries.some(({ body }) => body.from <= period.from),
    accounts: accountsInRows(economy.ledger, period, rows).map((each) => ({
      ...each,
      name: economy.accountNames.get(each.account) ?? null,
    })),
    versions: entries.map(({ key, version, savedBy, savedAt, body }) => ({
      ...{ key, version, savedBy, savedAt },
      ...{ from: body.from, source: body.source, rows: body.rows.length },
    })),
    profiles: profiles.map(({ key, version, body }) => ({ ...body, row: key, from: body.from as Month, version })),
    mayEdit: rowRoles.includes(user.role),
  }
}

/** The same ledger by the rows in force and by those that are tried. */
export async function tryRows(
  needs: EconomyNeeds,
  asked: AskedPeriod,
  tried: StatementRow[],
): Promise<RowsTrial | null> {
  const { figures, municipality } = needs
  const { period } = await askedMonths(needs, asked)
  if (!period) return null
  const { economy } = await figures.money(municipality, null)
  const rows = rowsAt(period.from, (await figures.decided(municipality, null)).statementRows)
  const [before, after] = [amountsById(economy.ledger, period, rows), amountsById(economy.ledger, period, tried)]
  const labels = new Map([...rows, ...tried].map(({ id, label }): [string | null, string] => [id, label]))
  const ids = [...new Set([...tried, ...rows].map(({ id }): string | null => id)), null]
  return {
    rows: ids.map((id) => ({
      ...{ id, label: labels.get(id) ?? '' },
      ...{ beforeOre: before.get(id) ?? 0, afterOre: after.get(id) ?? 0 },
    })),
    moved: movedAccounts(economy.ledger, period, rows, tried).map((each) => ({
      ...each,
      name: economy.accountNames.get(each.account) ?? null,
    })),
  }
}

/** The reconciliation, by the way of booking given or the one that leaves least unexplained. */
export async function loadReconciliation(
  needs: EconomyNeeds,
  asked: AskedPeriod,
  booking: Partial<LedgerBooking>,
): Promise<ReconciliationView | null> {
  const { figures, municipality } = needs
  const { months, period } = await askedMonths(needs, asked)
  if (!period) return null
  const money = await figures.money(municipality, null)
  return { ...months, tables: reconciliation(money, await figures.decided(municipality, null), period, booking) }
}

/** Without months: January to the last month of the ledger, or the latest tertial of the payments where there is no ledger. */
async function askedMonths(
  { figures, municipality }: EconomyNeeds,
  asked: AskedPeriod,
): Promise<{ months: AskedMonths; period: Period | null }> {
  const { ledger } = (await figures.money(municipality, null)).economy
  const [dataFrom, dataTo] = ledger.reduce<[Month | null, Month | null]>(
    ([first, last], { month }) => [first && first < month ? first : month, last && last > month ? last : month],
    [null, null],
  )
  const latest = dataTo
    ? { from: `${dataTo.slice(0, 4)}-01` as Month, to: dataTo }
    : await figures.latestTertial(municipality)
  const { from, to } = asked.from && asked.to ? { from: asked.from, to: asked.to } : latest
  return { months: { from, to, dataFrom, dataTo }, period: periodOf(from, to) }
}

const amountsById = (...[ledger, period, rows]: Parameters<typeof ledgerTotals>): Map<string | null, number> => {
  const amounts = new Map<string | null, number>()
  for (const [row, amount] of ledgerTotals(ledger, period, rows) ?? [])
    amounts.set(row?.id ?? null, (amounts.get(row?.id ?? null) ?? 0) + amount)
  return amounts
}
