import type { FigureTable } from '../analysis/figures.ts'
import type { AccountInRow, MovedAccount } from '../economy/account-rows.ts'
import type { BudgetProfile } from '../economy/phase-budget.ts'
import type { StatementRow, StatementRows } from '../economy/statement-rows.ts'
import type { Month } from '../values/month.ts'

/** The months asked about, both included, and those that the ledger has; null without a ledger. */
export type AskedMonths = { from: Month; to: Month; dataFrom: Month | null; dataTo: Month | null }

export type Comment = { table: string; text: string; seen: number }

/** The statement's page. */
export type EconomyView = AskedMonths & {
  tables: FigureTable[]
  /** What has been written about the tables, with the version seen; 0 where nothing has. */
  comments: Comment[]
  mayComment: boolean
  /** Amount on accounts that no row takes, öre; null when there is none. */
  unmappedOre: number | null
}

/** The page of accounts and rows. */
export type RowsView = AskedMonths & {
  inForce: StatementRows
  isDefault: boolean
  accounts: (AccountInRow & { name: string | null })[]
  versions: {
    key: string
    version: number
    from: string
    source: string
    rows: number
    savedBy: string | null
    savedAt: string
  }[]
  profiles: (BudgetProfile & { version: number })[]
  /** Rows whose year's budget has no months of its own in the file. */
  mayEdit: boolean
}

/** What other rows would do to the same months. Öre, signs of the statement. */
export type RowsTrial = {
  rows: { id: string | null; label: string; beforeOre: number; afterOre: number }[]
  moved: (MovedAccount & { name: string | null })[]
}

export type TriedRow = StatementRow

export type ReconciliationView = AskedMonths & { tables: FigureTable[] }
