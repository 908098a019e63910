import type { Keys } from './access/keys.ts'
import { loadKeys } from './access/keys.ts'
import type { Config } from './config.ts'
import { connect, type Database } from './database/connect.ts'
import { inTransaction, withTenant } from './database/transaction.ts'
import type { Municipality } from './values/municipality.ts'

/** The register, open: migrated, with its keys. */
export type Register = Database & { keys: Keys; config: Config }

/** Starts or joins the database, migrates it and reads the keys. */
export async function openRegister(config: Config): Promise<Register> {
  const keys = await loadKeys(config.keyFile)
  const location = config.databaseUrl
    ? { url: config.databaseUrl, rolePassword: keys.databasePassword }
    : { embedded: config.dataDir }
  return { ...(await connect(location)), keys, config }
}

/** Finds the municipality of a code, and registers it the first time. */
export async function openMunicipality(register: Database, code: string, name?: string): Promise<Municipality> {
  return inTransaction(register.owner, async (tx) => {
    await tx.query(
      `insert into municipality (municipality_id, code, name) values ($1, $2, $3)
       on conflict (municipality_id) do nothing`,
      [Number(code), code, name ?? municipalityNames[code] ?? `Kommun ${code}`],
    )
    const [row] = await tx.query<{ municipality_id: number; code: string; name: string }>(
      'select * from municipality where code = $1',
      [code],
    )
    return { id: row!.municipality_id, code: row!.code, name: row!.name }
  })
}

/** The municipality that the register was last used with, for a start that names none. */
export async function findMunicipalities(register: Database): Promise<Municipality[]> {
  return inTransaction(register.owner, async (tx) => {
    const rows = await tx.query<{ municipality_id: number; code: string; name: string }>(
      'select * from municipality order by municipality_id',
    )
    return rows.map((row) => ({ id: row.municipality_id, code: row.code, name: row.name }))
  })
}

/** Whether anything was ever imported. */
export const isEmpty = (register: Database, municipality: Municipality): Promise<boolean> =>
  withTenant(register.app, { municipalityId: municipality.id }, async (tx) => {
    const rows = await tx.query('select 1 from import_run where municipality_id = $1 limit 1', [municipality.id])
    return rows.length === 0
  })

const municipalityNames: Record<string, string> = { '0483': 'Katrineholm', '0486': 'Strängnäs' }
