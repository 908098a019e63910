import type pg from 'pg'
import { withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { lastMonthOf, type Period } from '../values/period.ts'
import { adultsIn } from './assistance-facts.ts'
import { changeOfWork } from './describe-throughput.ts'
import { funnelOf } from './funnel.ts'
import { loadThroughput } from './load-throughput.ts'
import { type PartitionTable, partitionTables } from './partition-tables.ts'
import { rememberFacts } from './remembered-facts.ts'
import { rememberPaths } from './remembered-paths.ts'
import { loadAssistanceFacts } from './throughput.queries.ts'

/**
 * Where every adult with assistance in a period is, for exports and reports: of the whole municipality, and with small counts
 * withheld. Empty when nobody had assistance.
 *
 * Adults of protected households are among those whose place is not known, and nothing is read of their way: were they left out,
 * this table and the number of adults would together tell how many they are.
 */
export function partitionPublisher(
  pool: pg.Pool,
): (at: Municipality, period: Period, today: Day) => Promise<PartitionTable[]> {
  const pathsOf = rememberPaths()
  const factsOf = rememberFacts()
  return async ({ id }, period, today) => {
    const asked = { from: period.from, to: lastMonthOf(period), change: changeOfWork, unit: null }
    const user = { municipalityId: id, units: 'all' as const }
    const { people } = await withTenant(pool, user, (tx) =>
      loadThroughput(tx, asked, { user, pathsOf, factsOf, today, lastKnownMonth: null }),
    )
    const hidden = await withTenant(pool, { ...user, protectedHouseholds: 'all' }, (tx) =>
      factsOf(tx, user, 'protected', () => loadAssistanceFacts(tx, id, 'protected')),
    )
    const known = new Set(people.map(({ personId }) => personId))
    const uncounted = adultsIn(hidden, asked.from, asked.to).filter(({ personId }) => !known.has(personId))
    const all = [...people, ...uncounted.map((adult) => ({ ...adult, enrolments: [], notReferred: null }))]
    return partitionTables(funnelOf(all), valueAt(disclosureLimits, asked.to))
  }
}
