import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { DatabaseRefusal } from './refusal.ts'

/** Serves people: bound by row level security to what the signed-in user may see. */
export const APP_ROLE = 'utfall_app'

/** Feeds the calculations: never a name or an identity number. */
export const READER_ROLE = 'utfall_reader'

/** For other tools: the views of the schema `bi` and nothing else. The program never signs in as it. */
export const BI_ROLE = 'utfall_bi'

/**
 * Creates the three login roles unless they exist, and gives the program's own two `password` when there is one: whoever is handed the
 * third's must not have theirs.
 *
 * Roles belong to the whole server: databases on one server share them, and their password.
 * Neither may own anything or pass by row level security.
 * @throws DatabaseRefusal when the roles are missing and may not be created, or are too powerful.
 */
export async function ensureRoles(owner: pg.ClientBase, password: string | null): Promise<void> {
  for (const role of [APP_ROLE, READER_ROLE, BI_ROLE]) {
    await createRole(owner, role)
    await refusePowerful(owner, role)
    if (password !== null && role !== BI_ROLE) await setPassword(owner, role, password)
  }
}

async function createRole(owner: pg.ClientBase, role: string) {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [role])
  if (rowCount) return
  await owner.query(`create role ${role} login`).catch((error: { code?: string }) => {
    if (alreadyExists.includes(error.code ?? '')) return
    if (error.code !== INSUFFICIENT_PRIVILEGE) throw error
    throw new DatabaseRefusal(
      `Databasen saknar rollen ${role}, och kontot i DATABASE_URL får inte skapa den. ` +
        `Be databasens förvaltare köra: CREATE ROLE ${role} LOGIN;`,
    )
  })
}

/** Another process may create the role at the same moment. */
const alreadyExists = ['42710', '23505']
const INSUFFICIENT_PRIVILEGE = '42501'

async function refusePowerful(owner: pg.ClientBase, role: string) {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1 and (rolsuper or rolbypassrls)', [
    role,
  ])
  if (rowCount) {
    throw new DatabaseRefusal(
      `Rollen ${role} går förbi behörigheterna i databasen. Kör: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS;`,
    )
  }
}

async function setPassword(owner: pg.ClientBase, role: string, password: string) {
  const statement = `alter role ${role} password '${scramVerifier(password)}'`
  for (let attempt = 1; ; attempt += 1) {
    try {
      await owner.query(statement)
      return
    } catch (error) {
      if (attempt === 5 || !/concurrently updated/.test(String(error))) throw error
    }
  }
}

const ITERATIONS = 4096

/**
 * What the server keeps of a password, computed here: a password in a statement can end up in the server's log.
 * The form is that of `pg_authid.rolpassword`; the computation is RFC 5802, section 3.
 */
function scramVerifier(password: string): string {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
  const keyOf = (name: string) => createHmac('sha256', salted).update(name).digest()
  const storedKey = createHash('sha256').update(keyOf('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${keyOf('Server Key').toString('base64')}`
}
