import type { Command } from 'commander'
import { jsonOption } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { withTenant } from '../database/transaction.ts'
import type { ImportResult } from '../imports/import-extract.ts'
import { importFiles } from '../imports/import-files.ts'
import { listProfiles } from '../imports/imports.queries.ts'
import type { Profile } from '../imports/mapping.ts'
import type { Register } from '../open-register.ts'
import { Refused } from '../refused.ts'
import type { Municipality } from '../values/municipality.ts'
import { print, say } from './terminal.ts'
import { registerCommand, type RegisterOptions, withRegister } from './with-register.ts'

type ImportOptions = RegisterOptions & { as?: string; profile?: string; dryRun?: boolean; json?: boolean }

/** `utfall import FILE…`: extract files into the register. Ends with 2 when a whole file is refused; bad rows are told and kept. */
export const importCommand = (): Command =>
  registerCommand('import', cliText.import)
    .argument('<files...>')
    .option('--as <kind>', cliText.as)
    .option('--profile <name>', cliText.profile)
    .option('--dry-run', cliText.dryRun)
    .addOption(jsonOption())
    .action(async (paths: string[], options: ImportOptions) => {
      const results = await withRegister(options, async (register, municipality) => {
        const needs = { pool: register.app, keys: register.keys, now: () => new Date(), municipality }
        const profile =
          options.profile === undefined ? null : await findProfile(register, municipality, options.profile)
        return importFiles(needs, paths, {
          ...(options.as && { kind: options.as }),
          ...(profile && { profile: profile.name, kind: profile.kind, targets: profile.columns }),
          ...(options.dryRun && { dryRun: true }),
          onFile: (name, rows) => say(cliText.reading(name, rows)),
        })
      })
      for (const each of results)
        say('refused' in each ? cliText.fileRefused(each.file, each.refused.text) : cliText.imported(each))
      if (options.json) print({ files: results.map((each) => ('refused' in each ? each : importJson(each))) })
      if (results.some((each) => 'refused' in each)) process.exitCode = 2
    })

async function findProfile(register: Register, municipality: Municipality, name: string): Promise<Profile> {
  const profiles = await withTenant(register.app, { municipalityId: municipality.id }, (tx) =>
    listProfiles(tx, municipality.id),
  )
  const found = profiles.find((each) => each.name === name)
  if (!found) throw new Refused(cliText.noSuchProfile(name, profiles.map((each) => each.name).join(', ')))
  return found
}

function importJson({
  file,
  kind,
  encoding,
  delimiter,
  rows,
  accepted,
  rejected,
  unchanged,
  superseded,
  totalRow,
  warnings,
}: ImportResult) {
  return { file, kind, encoding, delimiter, rows, accepted, rejected, unchanged, superseded, totalRow, warnings }
}
