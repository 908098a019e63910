import type pg from 'pg'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import type { FigureTable } from '../analysis/figures.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { maySave } from '../catalogue/may-save.ts'
import { withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { type ClosureMonth, closureMonth, type ClosureReason, closureTable, codesIn, withoutCode } from './closures.ts'
import { countClosures } from './closures.queries.ts'

export type ClosuresView = {
  mayEdit: boolean
  today: Day
  /** Months that something was registered in, the latest first. */
  months: Month[]
  shown: (ClosureMonth & { table: FigureTable; protectedHouseholds: number; withoutCode: ClosureReason[] }) | null
  /** The lists of codes, the latest first. */
  codes: CatalogueEntry<'closure-codes'>[]
}

/** The reasons that cases were closed for in a month, of the whole municipality: the duty is the committee's for them all. */
export async function loadClosures(
  { pool, today }: { pool: pg.Pool; today: () => Day },
  { id: userId, role, municipalityId }: User,
  asked: Month | null,
): Promise<ClosuresView> {
  const tenant = { municipalityId, userId, units: 'all' as const, protectedHouseholds: 'all' as const }
  return withTenant(pool, tenant, async (tx) => {
    const counts = await countClosures(tx, municipalityId)
    const entries = await listEntries(tx, municipalityId, 'closure-codes')
    await logEntry(tx, {
      ...{ municipalityId, userId, action: 'figures-read', subject: 'closure-reasons', householdIds: [] },
      detail: { month: asked },
    })
    const months = [...new Set(counts.map(({ month }) => month))]
    const month = asked ?? months[0]
    const lists = entries.map(({ body }) => body)
    return {
      ...{ mayEdit: maySave('closure-codes', { role }), today: today(), months },
      codes: entries.toSorted((one, other) => (one.key < other.key ? 1 : -1)),
      shown: month
        ? {
            ...closureMonth(month),
            table: closureTable(month, counts, codesIn(month, lists), valueAt(disclosureLimits, month)),
            protectedHouseholds: counts
              .filter((each) => each.month === month && each.isProtected)
              .reduce((sum, { households }) => sum + households, 0),
            withoutCode: withoutCode(month, counts, codesIn(month, lists)),
          }
        : null,
    }
  })
}
