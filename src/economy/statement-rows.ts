import { type Month, month } from '../values/month.ts'

/** Accounts whose first digits lie between `from` and `to`, both included: 4511–4519 holds 45110 too. */
export type AccountRange = { from: string; to: string }

/** One line of the statement. A municipality names its own; the first line that fits an account takes it. */
export type StatementRow = { id: string; label: string; side: 'revenue' | 'cost'; accounts: AccountRange[] }

/** The rows that hold from a month on, until the next version. */
export type StatementRows = { from: Month; source: string; rows: StatementRow[] }

/** The default mapping. Kommun-Bas fixes the classes; below them every municipality has its own accounts. */
export const defaultStatementRows: StatementRows[] = [
  {
    from: month('2000-01'),
    source: 'Kontoklasser enligt Kommun-Bas; konton inom klassen enligt vanlig praxis, ändras av kommunen.',
    rows: [
      { id: 'revenue', label: 'Intäkter', side: 'revenue', accounts: [{ from: '3', to: '3' }] },
      { id: 'assistance', label: 'ekonomiskt bistånd', side: 'cost', accounts: [{ from: '4511', to: '4519' }] },
      {
        id: 'placements',
        label: 'köpt huvudverksamhet (placeringar)',
        side: 'cost',
        accounts: [{ from: '46', to: '46' }],
      },
      { id: 'staff', label: 'personal', side: 'cost', accounts: [{ from: '50', to: '57' }] },
      { id: 'consultants', label: 'utredningskonsulter', side: 'cost', accounts: [{ from: '7431', to: '7431' }] },
      { id: 'other-costs', label: 'övriga kostnader', side: 'cost', accounts: [{ from: '4', to: '7' }] },
    ],
  },
]

/** The version that holds in a month. Throws for a month before the first version: a mapping is never guessed. */
export function rowsAt(at: Month, versions: StatementRows[]): StatementRow[] {
  const valid = versions.filter((version) => version.from <= at).sort((a, b) => (a.from < b.from ? -1 : 1))
  const latest = valid.at(-1)
  if (!latest) throw new Error(`No statement rows for ${at}`)
  return latest.rows
}

/** Null when no row takes the account. */
export const rowOfAccount = (account: string, rows: StatementRow[]): StatementRow | null =>
  rows.find((row) => row.accounts.some((range) => isWithin(account, range))) ?? null

const isWithin = (account: string, { from, to }: AccountRange): boolean =>
  account.slice(0, from.length) >= from && account.slice(0, to.length) <= to
