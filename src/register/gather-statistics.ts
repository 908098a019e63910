import type pg from 'pg'
import { factTables, type FactTableName } from './fact-tables.ts'

/** Some thousands of rows: fewer do not change what the database thinks of its tables. */
const manyRows = 2000

/** What an import writes beside its facts. */
const besides = ['household', 'person', 'person_identity', 'household_summary', 'path_event', 'household_work']

/**
 * Lets the database look at the tables that a large import has written, so that the first pages after it are not planned
 * for tables as they were. After the import's transaction, table by table, so that nothing waits for it.
 *
 * The register is as right without it: a failure is written to the error log and is no failure of the import.
 */
export async function gatherStatistics(pool: pg.Pool, rows: number, tables: readonly FactTableName[]): Promise<void> {
  if (rows < manyRows) return
  try {
    for (const table of [...tables.map((name) => factTables[name].name), ...besides])
      await pool.query('select app.gather_statistics($1::regclass)', [table])
  } catch (error) {
    process.stderr.write(
      `${new Date().toISOString()} statistics ${error instanceof Error ? error.stack : String(error)}\n`,
    )
  }
}
