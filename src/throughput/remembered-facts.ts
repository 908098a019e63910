import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'

export type Viewer = Pick<User, 'municipalityId' | 'units'>

/** Gives what `load` gave for the same `name`, as long as no file has been read in since. */
export type FactsOf = <Value>(tx: Tx, user: Viewer, name: string, load: () => Promise<Value>) => Promise<Value>

/** So many are kept, the latest: those who see other units have others. */
const atMost = 20

/**
 * Remembers what follows from the facts of the files alone, which is the same until the next file is read in or undone.
 * Kept apart for those who see other units: what is remembered was loaded under row level security.
 */
export function rememberFacts(): FactsOf {
  const memory = new Map<string, { version: number; value: unknown }>()
  return async <Value>(tx: Tx, user: Viewer, name: string, load: () => Promise<Value>) => {
    const { municipalityId, units } = user
    const [row] = await tx.query<{ version: number }>('select version from data_version where municipality_id = $1', [
      municipalityId,
    ])
    const version = row?.version ?? 0
    const key = `${municipalityId} ${units === 'all' ? units : units.toSorted((a, b) => a - b).join(',')} ${name}`
    const known = memory.get(key)
    if (known?.version === version) return known.value as Value
    const value = await load()
    memory.delete(key)
    memory.set(key, { version, value })
    if (memory.size > atMost) memory.delete(memory.keys().next().value!)
    return value
  }
}
