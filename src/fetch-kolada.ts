import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type pg from 'pg'
import { Command, type Option } from 'commander'
import { findEntry } from './catalogue/catalogue.queries.ts'
import { jsonOption } from './cli-options.ts'
import { fetchKolada } from './comparison/fetch-kolada.ts'
import { keepFetched } from './comparison/keep-fetched.ts'
import { createKoladaClient, koladaAddress, KoladaFailed } from './comparison/kolada-client.ts'
import { fetchText, koladaFailureText } from './comparison/kolada-failure.text.ts'
import { chosenKey } from './comparison/load-comparison.ts'
import { readReferenceJson, readReferenceTable } from './comparison/read-reference.ts'
import type { Reference } from './comparison/reference.ts'
import { type Kept, loadAreas } from './comparison/reference.queries.ts'
import { withTenant } from './database/transaction.ts'
import { readTable } from './imports/read/read-table.ts'
import { UnreadableFile } from './imports/read/unreadable-file.ts'
import type { Register } from './open-register.ts'
import { Refused } from './refused.ts'
import type { Municipality } from './values/municipality.ts'

type Needs = {
  /** Where the register is. */
  registerOptions: () => Option[]
  withRegister: <Value>(
    options: object,
    work: (register: Register, municipality: Municipality) => Promise<Value>,
  ) => Promise<Value>
  say: (text: string) => void
  print: (value: unknown) => void
}

/** `utfall fetch-kolada`: the key figures of the municipality and of those it is compared with, from the API or from files. */
export function fetchKoladaCommand({ registerOptions, withRegister, say, print }: Needs): Command {
  const command = new Command('fetch-kolada').description(fetchText.command)
  for (const option of registerOptions()) command.addOption(option)
  return command
    .option('--from-file <files...>', fetchText.fromFile)
    .option('--address <url>', fetchText.address, koladaAddress)
    .addOption(jsonOption())
    .action(async (options: { fromFile?: string[]; address: string; json?: boolean }) => {
      await withRegister(options, async ({ app }, municipality) => {
        const now = new Date()
        const kept: ({ from: string; unknownIds: string[] } & Kept)[] = []
        const keep = async (from: string, reference: Reference, unknownIds: string[]) => {
          const counts = await keepFetched(app, municipality.id, reference, { from, userId: null, now })
          kept.push({ from, unknownIds, ...counts })
          if (unknownIds.length > 0) say(fetchText.unknown(unknownIds))
          say(fetchText.kept(from, counts))
        }
        if (options.fromFile)
          for (const path of options.fromFile)
            await keep(basename(path), await readReference(app, municipality, path), [])
        else {
          const { reference, unknownIds } = await fetchFrom(app, municipality, options.address)
          await keep(options.address, reference, unknownIds)
        }
        if (options.json) print({ kept })
      })
    })
}

async function fetchFrom(pool: pg.Pool, municipality: Municipality, address: string) {
  const entry = await withTenant(pool, { municipalityId: municipality.id }, (tx) =>
    findEntry(tx, municipality.id, 'comparison-group', chosenKey),
  )
  const client = createKoladaClient({ fetch, address })
  return fetchKolada(client, { municipality, chosen: entry?.body.areas ?? [] }).catch((error: Error) => {
    if (!(error instanceof KoladaFailed)) throw error
    throw new Refused(koladaFailureText(error.kind, error.address, error.status))
  })
}

/** JSON by its shape, anything else as a table. */
export async function readReference(pool: pg.Pool, municipality: Municipality, path: string): Promise<Reference> {
  const bytes = await readFile(path)
  const found =
    readReferenceJson(new TextDecoder().decode(bytes)) ?? (await readAsTable(pool, municipality, path, bytes))
  if (!found) throw new Refused(fetchText.notReference(basename(path)))
  return found
}

async function readAsTable(pool: pg.Pool, { id }: Municipality, path: string, bytes: Uint8Array) {
  const known = await withTenant(pool, { municipalityId: id }, (tx) => loadAreas(tx, id))
  try {
    const { columns, rows } = readTable(bytes, basename(path))
    return readReferenceTable({ columns, rows }, known)
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  }
}
