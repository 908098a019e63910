import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Tx } from '../database/transaction.ts'
import type { Month } from '../values/month.ts'
import type { MoneyDecisions } from './decided.ts'
import { defaultStatementRows } from './statement-rows.ts'

/** What people had decided about money at a moment (null: now). Read as the reader role, so without who decided it. */
export async function loadDecided(tx: Tx, municipalityId: number, knownAt: Date | null): Promise<MoneyDecisions> {
  const known = knownAt ? 'known_from <= $2 and known_until > $2' : `known_until = 'infinity'`
  const rows = await tx.query<{ kind: string; entry_key: string; body: unknown }>(
    `select kind, entry_key, body from catalogue_entry where municipality_id = $1 and ${known}
     and kind in ('statement-rows', 'budget-profile', 'year-end-forecast', 'table-comment') order by entry_key`,
    knownAt ? [municipalityId, knownAt] : [municipalityId],
  )
  // What was checked when it was saved is trusted when it is read.
  const of = <Kind extends 'statement-rows' | 'budget-profile' | 'year-end-forecast' | 'table-comment'>(kind: Kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ key: row.entry_key, body: row.body as CatalogueBody<Kind> }))
  return {
    statementRows: [
      ...defaultStatementRows,
      ...of('statement-rows').map(({ body }) => ({ ...body, from: body.from as Month })),
    ],
    profiles: of('budget-profile').map(({ key, body }) => ({ ...body, row: key, from: body.from as Month })),
    forecasts: of('year-end-forecast').map(({ body: { year, row, computedOre, adjustmentOre } }) => ({
      year,
      row,
      amountOre: computedOre + adjustmentOre,
    })),
    comments: of('table-comment').map(({ body }) => body),
  }
}
