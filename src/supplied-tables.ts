import type pg from 'pg'
import type { TableSupplier } from './analysis/load-figures.ts'
import { publishExits } from './coaching/publish-exits.ts'
import { publishComparison } from './comparison/publish-comparison.ts'
import { publishCases } from './payment-cases/publish-cases.ts'
import { publishSavings } from './savings/publish-savings.ts'
import { publishGroups } from './target-groups/publish-groups.ts'
import { partitionPublisher } from './throughput/publish-partition.ts'
import type { Day } from './values/day.ts'
import type { RunTask } from './worker/threads.ts'

/**
 * What stands after the tables of `analysis` in every export, report and command: the same tables as the pages of each slice show.
 * A new slice whose tables are to be there has its line here.
 */
export function suppliedTables(pool: pg.Pool, run: RunTask, today: () => Day): TableSupplier[] {
  const partition = partitionPublisher(pool)
  return [
    (figures, municipality, period) => publishSavings({ pool, run, figures, municipality }, period),
    (figures, municipality, period) =>
      publishGroups({ pool, figures, municipality, today, now: () => new Date() }, period),
    (figures, municipality, period) => publishCases(pool, { figures, municipality }, period, today()),
    (_, municipality, period) => partition(municipality, period, today()),
    (_, municipality, period) => publishExits(pool, municipality, period),
    (figures, municipality, period) => publishComparison({ pool, figures, municipality }, period),
  ]
}
