import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { DatabaseRefusal } from './refusal.ts'
import { splitStatements } from './split-statements.ts'

/** The project's own migrations; the build copies them beside the compiled code. */
export const migrationsFolder = join(import.meta.dirname, 'migrations')

/**
 * Brings a database to the state of the .sql files in `folder`, and returns the names of the files it ran.
 *
 * `0001_name.sql` runs once, in the order of the names, each in a transaction of its own.
 * `R_name.sql` (views, comments, grants) runs after them when it has changed or when a numbered file ran:
 * write it so that it can run again.
 * One statement per round trip, as Citus wants it. A lock keeps other processes waiting until it is done.
 * @throws DatabaseRefusal when a file that has run was changed, or when the database has run files that are not here.
 */
export async function migrate(owner: pg.ClientBase, folder: string): Promise<string[]> {
  const files = await readMigrations(folder)
  await owner.query('select pg_advisory_lock($1)', [MIGRATING])
  try {
    return await runPending(owner, files)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [MIGRATING])
  }
}

const MIGRATING = 0x6d_69_67

type Migration = { name: string; sql: string; checksum: string }

const isRepeatable = ({ name }: Migration) => name.startsWith('R_')

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^(\d{4}|R)_.+\.sql$/.test(name)).sort()
  const files = await Promise.all(names.map((name) => readMigration(folder, name)))
  refuseSameNumber(names)
  return files
}

/** Line endings do not count: git may turn them on Windows. */
async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

function refuseSameNumber(names: string[]) {
  const numbers = names.filter((name) => !name.startsWith('R_')).map((name) => name.slice(0, 4))
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index)
  if (twice) throw new Error(`Two migrations have the number ${twice}.`)
}

async function runPending(owner: pg.ClientBase, files: Migration[]): Promise<string[]> {
  const done = await findDone(owner)
  refuseChanged(files, done)
  const pending = files.filter((file) => !isRepeatable(file) && !done.has(file.name))
  const repeated = files.filter(
    (file) => isRepeatable(file) && (pending.length > 0 || done.get(file.name) !== file.checksum),
  )
  for (const file of [...pending, ...repeated]) await runFile(owner, file)
  return [...pending, ...repeated].map(({ name }) => name)
}

async function findDone(owner: pg.ClientBase): Promise<Map<string, string>> {
  await owner.query(`create table if not exists schema_migration (
    name text primary key, checksum text not null, run_at timestamptz not null default now())`)
  const { rows } = await owner.query<{ name: string; checksum: string }>('select name, checksum from schema_migration')
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function refuseChanged(files: Migration[], done: Map<string, string>) {
  for (const [name, checksum] of done) {
    if (name.startsWith('R_')) continue
    const file = files.find((each) => each.name === name)
    if (!file) throw new DatabaseRefusal(`Databasen är nyare än programmet: den har ${name}. Uppdatera programmet.`)
    if (file.checksum !== checksum) {
      throw new DatabaseRefusal(
        `Migreringen ${name} har ändrats efter att den kördes. Återställ filen och lägg ändringen i en ny.`,
      )
    }
  }
}

async function runFile(owner: pg.ClientBase, { name, sql, checksum }: Migration) {
  await owner.query('begin')
  try {
    for (const statement of splitStatements(sql)) await owner.query(statement)
    await owner.query(
      `insert into schema_migration (name, checksum) values ($1, $2)
       on conflict (name) do update set checksum = excluded.checksum, run_at = now()`,
      [name, checksum],
    )
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
