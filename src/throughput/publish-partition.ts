import type pg from 'pg'
import { withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { lastMonthOf, type Period } from '../values/period.ts'
import { changeOfWork } from './describe-throughput.ts'
import { funnelOf } from './funnel.ts'
import { loadThroughput } from './load-throughput.ts'
import { type PartitionTable, partitionTables } from './partition-tables.ts'
import { rememberFacts } from './remembered-facts.ts'
import { rememberPaths } from './remembered-paths.ts'

/**
 * Where every adult with assistance in a period is, for exports and reports: of the whole municipality without protected
 * households, and with small counts withheld. Empty when nobody had assistance.
 */
export function partitionPublisher(
  pool: pg.Pool,
): (at: Municipality, period: Period, today: Day) => Promise<PartitionTable[]> {
  const pathsOf = rememberPaths()
  const factsOf = rememberFacts()
  return ({ id }, period, today) =>
    withTenant(pool, { municipalityId: id, units: 'all' }, async (tx) => {
      const asked = { from: period.from, to: lastMonthOf(period), change: changeOfWork, unit: null }
      const user = { municipalityId: id, units: 'all' as const }
      const { people } = await loadThroughput(tx, asked, { user, pathsOf, factsOf, today, lastKnownMonth: null })
      return partitionTables(funnelOf(people), valueAt(disclosureLimits, asked.to))
    })
}
