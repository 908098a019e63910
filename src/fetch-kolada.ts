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
import type { Reference } from './comparison/reference.ts'
import type { Kept } from './comparison/reference.queries.ts'
import { withTenant } from './database/transaction.ts'
import type { Register } from './open-register.ts'
import { readReferenceFile } from './read-reference-file.ts'
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
          const { keptAt: _, ...counts } = await keepFetched(app, municipality.id, reference, {
            from,
            userId: null,
            now,
          })
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

/** A file on the server as reference. Throws `UnreadableFile` about one that is not. */
export const readReference = async (pool: pg.Pool, municipality: Municipality, path: string): Promise<Reference> =>
  readReferenceFile(pool, municipality, basename(path), await readFile(path))
