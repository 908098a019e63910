import { mkdir, rm, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { logEntry } from './access/audit-log.ts'
import { type BiAccess, biAccess, grantBi } from './authority-files/bi-access.ts'
import { biViews, readViews } from './authority-files/read-views.ts'
import { dictionaryFile, type ExportFormat, exportFormats, openViewFile, partOf } from './authority-files/view-files.ts'
import { jsonOption } from './cli-options.ts'
import { cliText } from './cli.text.ts'
import { inTransaction, withTenant } from './database/transaction.ts'
import type { Register } from './open-register.ts'
import { Refused } from './refused.ts'
import type { Municipality } from './values/municipality.ts'

type OpenRegister = Pick<Register, 'owner' | 'app' | 'keys'>

type RegisterOptions = { data?: string; database?: string; municipality?: string }

type ExportNeeds = {
  withRegister: <Value>(
    options: RegisterOptions,
    work: (register: Register, municipality: Municipality) => Promise<Value>,
  ) => Promise<Value>
  /** Where the register is, and whose: the same options as of every command. */
  registerOptions: () => Option[]
  say: (text: string) => void
  print: (value: unknown) => void
}

const purposeOption = () => new Option('--purpose <text>', cliText.exportPurpose).default('uppföljning')

type ExportOptions = RegisterOptions & { format: ExportFormat; output: string; purpose: string; json?: boolean }

/** `utfall export`: the views of the schema `bi` as files, and what their columns mean. */
export function exportCommand({ withRegister, registerOptions, say, print }: ExportNeeds): Command {
  const command = new Command('export').description(cliText.exportData)
  for (const option of registerOptions()) command.addOption(option)
  return command
    .addOption(new Option('--format <format>', cliText.exportFormat).choices(exportFormats).makeOptionMandatory())
    .requiredOption('--output <dir>', cliText.out)
    .addOption(purposeOption())
    .addOption(jsonOption())
    .action(async (options: ExportOptions) => {
      const files = await withRegister(options, (register, municipality) => exportData(register, municipality, options))
      for (const { file, rows } of files) say(cliText.exported(file, rows))
      say(cliText.exportedPersonalData)
      if (options.json) print({ files })
    })
}

/** `utfall bi-access`: what a login role of the database reads in the views. */
export function biAccessCommand({ withRegister, registerOptions, say }: ExportNeeds): Command {
  const command = new Command('bi-access').description(cliText.biAccess)
  for (const option of registerOptions()) command.addOption(option)
  return command
    .option('--role <name>', cliText.biRole, 'utfall_bi')
    .addOption(purposeOption())
    .action(async (options: RegisterOptions & { role: string; purpose: string }) => {
      await withRegister(options, (register, municipality) => grantRole(register, municipality, options))
      say(cliText.biGranted(options.role, options.purpose))
    })
}

async function grantRole(
  { owner, app, keys }: OpenRegister,
  { id }: Municipality,
  { role, purpose }: { role: string; purpose: string },
): Promise<void> {
  const access = biAccess(keys, id, purpose)
  await inTransaction(owner, async (tx) => {
    const [known] = await tx.query('select from pg_roles where rolname = $1', [role])
    if (!known) throw new Refused(cliText.noSuchRole(role))
    await log(app, access, 'bi-access-granted', { role, purpose, account: userInfo().username }, [])
    await grantBi(tx, role, access)
  })
}

/** Writes the files; the log has it before anything leaves, and whose account of the machine did it: nobody signs in here. */
export async function exportData(
  { owner, app, keys }: OpenRegister,
  { id }: Municipality,
  { format, output, purpose }: Pick<ExportOptions, 'format' | 'output' | 'purpose'>,
): Promise<{ file: string; rows: number }[]> {
  const access = biAccess(keys, id, purpose)
  await mkdir(output, { recursive: true })
  await log(
    app,
    access,
    'data-exported',
    { format, purpose, account: userInfo().username },
    await householdIds(app, id),
  )
  const fileOf = (view: string) => join(output, `${view}.${format}`)
  const views = await inTransaction(owner, (tx) =>
    readViews(tx, access, (view, columns) => openViewFile(fileOf(view), columns, format)),
  ).catch(async (error: unknown) => {
    // Half a file is personal data that nobody asked for.
    await Promise.all(biViews.map((view) => rm(partOf(fileOf(view)), { force: true })))
    throw error
  })
  const dictionary = join(output, 'columns.csv')
  await writeFile(dictionary, dictionaryFile(views))
  return [
    ...views.map(({ view, rows }) => ({ file: fileOf(view), rows })),
    { file: dictionary, rows: views.reduce((sum, { columns }) => sum + columns.length, 0) },
  ]
}

/** Every household that has rows in the files: those without protected data. */
const householdIds = (app: Register['app'], municipalityId: number): Promise<number[]> =>
  withTenant(app, { municipalityId, units: 'all' }, async (tx) => {
    const rows = await tx.query<{ household_id: number }>(
      'select household_id from household where municipality_id = $1 and access_scope >= 0 order by 1',
      [municipalityId],
    )
    return rows.map(({ household_id }) => household_id)
  })

const log = (
  app: Register['app'],
  { municipalityId }: BiAccess,
  action: string,
  detail: Record<string, unknown>,
  ids: number[],
): Promise<void> =>
  withTenant(app, { municipalityId }, (tx) =>
    logEntry(tx, { municipalityId, userId: null, action, subject: 'bi', householdIds: ids, detail }),
  )
