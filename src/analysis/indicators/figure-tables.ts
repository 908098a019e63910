import { flowTable } from './flow-table.ts'
import { householdTypeTable, householdsByYearTable } from './household-tables.ts'
import { durationClassTable, snapshotTable, throughputTable } from './duration-tables.ts'
import { longTermTable } from './long-term-table.ts'
import { obstacleTable } from './obstacle-table.ts'
import type { TableOf } from './table-cells.ts'

/** Every table of the register, in the order they are shown. */
export const figureTables: readonly TableOf[] = [
  householdsByYearTable,
  householdTypeTable,
  flowTable,
  throughputTable,
  snapshotTable,
  durationClassTable,
  longTermTable,
  obstacleTable,
]
