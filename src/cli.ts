#!/usr/bin/env node
import { readFile, writeFile, mkdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { findBrokenEntry } from './access/audit-log.ts'
import { FiguresService } from './analysis/load-figures.ts'
import type { SplitBy } from './analysis/figures.ts'
import { figuresJson } from './analysis/figures-json.ts'
import { calculateCommand } from './calculate/calculate.ts'
import { refusalText } from './calculate/refusals.text.ts'
import { CannotCalculate } from './calculations/refusal.ts'
import { checkStatementCommand } from './check-statement.ts'
import { checkTextCommand } from './check-text.ts'
import { jsonOption, wholeNumber } from './cli-options.ts'
import { cliText, commandText } from './cli.text.ts'
import { readConfig } from './config.ts'
import { DatabaseRefusal } from './database/refusal.ts'
import { withTenant } from './database/transaction.ts'
import { writeDemo } from './demo/demo.ts'
import { fetchKoladaCommand } from './fetch-kolada.ts'
import { biAccessCommand, exportCommand } from './export-data.ts'
import type { ImportResult } from './imports/import-extract.ts'
import { importFiles } from './imports/import-files.ts'
import { listProfiles } from './imports/imports.queries.ts'
import type { Profile } from './imports/mapping.ts'
import { readSie } from './imports/read/read-sie.ts'
import { readTable } from './imports/read/read-table.ts'
import { UnreadableFile } from './imports/read/unreadable-file.ts'
import { findMunicipalities, openMunicipality, openRegister, type Register } from './open-register.ts'
import { Refused } from './refused.ts'
import { cellText } from './reports/cell-text.ts'
import { toCell } from './reports/figure-cells.ts'
import { releaseFigures } from './publication/publish-figures.ts'
import { listReports, loadReport } from './reports/load-report.ts'
import { renderReport, reportFormats } from './reports/make-report.ts'
import { startServer } from './start-server.ts'
import { suppliedTables } from './supplied-tables.ts'
import { dayInSweden } from './values/day.ts'
import { describeIdentityNumber } from './values/identity-number.ts'
import { type Month, parseAskedMonth } from './values/month.ts'
import { type Municipality, parseMunicipalityCode } from './values/municipality.ts'
import { parsePeriod } from './values/parse-period.ts'
import { runHere } from './worker/threads.ts'

const program = new Command('utfall').description(cliText.description).version('0.1.0').showHelpAfterError(true)
program.configureHelp({ showGlobalOptions: true })

const dataOption = () => new Option('--data <dir>', cliText.data)
const databaseOption = () => new Option('--database <url>', cliText.database)
const municipalityOption = () => new Option('--municipality <code>', cliText.municipality).argParser(municipalityCode)

type RegisterOptions = { data?: string; database?: string; municipality?: string }

program
  .command('start')
  .description(cliText.start)
  .addOption(dataOption())
  .addOption(databaseOption())
  .addOption(municipalityOption())
  .option('--demo', cliText.demoFlag)
  .option('--development-sign-in', cliText.developmentSignIn)
  .option('--port <n>', cliText.port, wholeNumber)
  .option('--host <address>', cliText.host)
  .action(
    async (
      options: RegisterOptions & { demo?: boolean; developmentSignIn?: boolean; port?: number; host?: string },
    ) => {
      await startServer(readConfig(options, process.env), {
        demo: options.demo ?? false,
        developmentSignIn: options.developmentSignIn ?? false,
        code: options.municipality ?? '0483',
      })
    },
  )

program
  .command('demo')
  .description(cliText.demo)
  .requiredOption('--out <dir>', cliText.out)
  .option('--seed <n>', cliText.seed, wholeNumber)
  .option('--households <n>', cliText.households, wholeNumber)
  .option('--months <n>', cliText.months, wholeNumber)
  .addOption(jsonOption())
  .action(
    async ({
      out,
      json,
      ...options
    }: {
      out: string
      json?: boolean
      seed?: number
      households?: number
      months?: number
    }) => {
      const demo = writeDemo(options)
      await mkdir(out, { recursive: true })
      for (const { fileName, bytes } of demo.files) await writeFile(join(out, fileName), bytes)
      const truthDir = `${out.replace(/[\\/]+$/, '')}-truth`
      await mkdir(truthDir, { recursive: true })
      await writeFile(join(truthDir, 'sanning.json'), `${JSON.stringify(demo.truth, null, 2)}\n`)
      say(cliText.demoWritten(demo.files.length, out, truthDir))
      if (json)
        print({
          files: demo.files.map(({ fileName, bytes }) => ({ file: join(out, fileName), bytes: bytes.length })),
          expectedRejections: demo.expectedRejections,
        })
    },
  )

program
  .command('import')
  .description(cliText.import)
  .argument('<files...>')
  .addOption(dataOption())
  .addOption(databaseOption())
  .addOption(municipalityOption())
  .option('--as <kind>', cliText.as)
  .option('--profile <name>', cliText.profile)
  .option('--dry-run', cliText.dryRun)
  .addOption(jsonOption())
  .action(
    async (
      paths: string[],
      options: RegisterOptions & { as?: string; profile?: string; dryRun?: boolean; json?: boolean },
    ) => {
      const refused = await withRegister(options, async (register, municipality) => {
        const needs = { pool: register.app, keys: register.keys, now: () => new Date(), municipality }
        const profile =
          options.profile === undefined ? null : await findProfile(register, municipality, options.profile)
        const results = await importFiles(needs, paths, {
          ...(options.as && { kind: options.as }),
          ...(profile && { profile: profile.name, kind: profile.kind, targets: profile.columns }),
          ...(options.dryRun && { dryRun: true }),
          onFile: (name, rows) => say(cliText.reading(name, rows)),
        })
        for (const each of results)
          say('refused' in each ? cliText.fileRefused(each.file, each.refused.text) : cliText.imported(each))
        if (options.json) print({ files: results.map((each) => ('refused' in each ? each : importJson(each))) })
        return results.some((each) => 'refused' in each)
      })
      if (refused) process.exitCode = 2
    },
  )

program
  .command('figures')
  .description(cliText.figures)
  .addOption(dataOption())
  .addOption(databaseOption())
  .addOption(municipalityOption())
  .requiredOption('--from <month>', cliText.from, monthArgument)
  .requiredOption('--to <month>', cliText.to, monthArgument)
  .option('--split <list>', cliText.split, splitList)
  .option('--unit <code>', cliText.unit)
  .option('--known-at <day>', cliText.knownAt, momentArgument)
  .addOption(jsonOption())
  .action(
    async (
      options: RegisterOptions & {
        from: Month
        to: Month
        split?: SplitBy[]
        unit?: string
        knownAt?: Date
        json?: boolean
      },
    ) => {
      await withRegister(options, async (register, municipality) => {
        const { from, to, split, unit, knownAt } = options
        const computed = await allFigures(register).figures(municipality, {
          from,
          to,
          withSupplied: true,
          ...(split && { splits: split }),
          ...(unit && { unit }),
          knownAt: knownAt ?? null,
        })
        if (!computed) throw new Refused(cliText.endBeforeStart(from, to))
        const [figures] = await releaseFigures(register.app, municipality)([computed], unit)
        if (!figures) return
        if (options.json) return print(figuresJson(figures))
        for (const each of figures.indicators) {
          process.stdout.write(`${each.name}	${cellText(toCell(each, each.unit, { definitionId: each.id }))}
`)
        }
      })
    },
  )

program
  .command('report')
  .description(cliText.report)
  .argument('<template>')
  .addOption(dataOption())
  .addOption(databaseOption())
  .addOption(municipalityOption())
  .option('--period <period>', cliText.period)
  .option('--from <month>', cliText.from, monthArgument)
  .option('--to <month>', cliText.to, monthArgument)
  .option('--format <format>', cliText.reportFormat)
  .option('--out, --output <file>', cliText.reportOut)
  .action(async (template: string, options: RegisterOptions & ReportOptions) => {
    const { output: file, format } = options
    if (file === undefined) throw new Refused(cliText.noReportFile)
    const ending = format ?? file.split('.').at(-1)
    const known = reportFormats.find((each) => each === ending)
    if (!known) throw new Refused(cliText.noSuchFormat(file, reportFormats.join(', ')))
    const period = reportPeriod(options)
    await withRegister(options, async (register, municipality) => {
      const release = releaseFigures(register.app, municipality)
      const needs = { pool: register.app, figures: allFigures(register), municipality, release }
      const now = new Date()
      const question = { ...period, splits: ['gender' as const] }
      const report = await loadReport(needs, { template, question, today: dayInSweden(now), now })
      if (!report) {
        const names = (await listReports(register.app, municipality)).map(({ key }) => key)
        throw new Refused(cliText.noSuchReport(template, names.join(', ')))
      }
      await writeFile(file, await renderReport(report.document, known, report.look))
      say(cliText.reportWritten(file))
    })
  })

const read = program.command('read').description(cliText.read)

read
  .command('sie')
  .argument('<file>')
  .addOption(jsonOption())
  .action(async (path: string) => print(readSie(await readFile(path))))

read
  .command('table')
  .argument('<file>')
  .addOption(jsonOption())
  .action(async (path: string) => {
    const { encoding, delimiter, headerRow, columns, rows, totalRow, warnings } = readTable(
      await readFile(path),
      basename(path),
    )
    print({ encoding, delimiter, headerRow, columns, rows, totalRow, warnings })
  })

read
  .command('identity-number')
  .argument('<text>')
  .addOption(jsonOption())
  .action((text: string) => print(describeIdentityNumber(text)))

const calculate = calculateCommand(print)
program.addCommand(calculate)

program.addCommand(checkStatementCommand(print))
program.addCommand(checkTextCommand(print))

const registerOptions = () => [dataOption(), databaseOption(), municipalityOption()]
program.addCommand(exportCommand({ withRegister, registerOptions, say, print }))
program.addCommand(biAccessCommand({ withRegister, registerOptions, say, print }))
program.addCommand(fetchKoladaCommand({ withRegister, registerOptions, say, print }))

program
  .command('verify-audit')
  .description(cliText.verifyAudit)
  .addOption(dataOption())
  .addOption(databaseOption())
  .addOption(municipalityOption())
  .addOption(jsonOption())
  .action(async (options: RegisterOptions & { json?: boolean }) => {
    const broken = await withRegister(options, (register, municipality) =>
      withTenant(register.app, { municipalityId: municipality.id }, (tx) => findBrokenEntry(tx, municipality.id)),
    )
    say(broken ? cliText.auditBroken(broken.entryNo) : cliText.auditWhole)
    if (options.json) print({ whole: !broken, firstBrokenEntry: broken?.entryNo ?? null })
    if (broken) process.exitCode = 2
  })

// Its answer is always one JSON document, a refusal too.
const isCalculation = process.argv[2] === 'calculate'

const fileErrors = new Set<unknown>(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ELOOP'])

// A reader such as `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
for (const command of [program, ...program.commands, ...read.commands, ...calculate.commands])
  command.exitOverride().configureOutput({ outputError: () => {} })
await program.parseAsync().catch(fail)

type ReportOptions = { period?: string; from?: Month; to?: Month; format?: string; output?: string }

/** `--period`, or `--from` and `--to`. */
function reportPeriod({ period, from, to }: ReportOptions): { from: Month; to: Month } {
  if (period === undefined) {
    if (!from || !to) throw new Refused(cliText.noPeriod)
    if (to < from) throw new Refused(cliText.endBeforeStart(from, to))
    return { from, to }
  }
  const spoken = parsePeriod(period)
  if (!spoken) throw new Refused(cliText.notAPeriod(period))
  return spoken
}

/** Opens the register and the municipality, does the work, and closes whatever happens. */
async function withRegister<Value>(
  options: RegisterOptions,
  work: (register: Register, municipality: Municipality) => Promise<Value>,
): Promise<Value> {
  const register = await openRegister(readConfig(options, process.env))
  try {
    return await work(register, await whichMunicipality(register, options.municipality))
  } finally {
    await register.close()
  }
}

/** Calculates in this process, which has nobody else to answer. */
function allFigures(register: Register): FiguresService {
  const today = () => dayInSweden(new Date())
  return new FiguresService(register.reader, suppliedTables(register.app, runHere, today))
}

/** The one that is asked for, or the only one there is. */
async function whichMunicipality(register: Register, code: string | undefined): Promise<Municipality> {
  if (code) return openMunicipality(register, code)
  const known = await findMunicipalities(register)
  if (known.length === 1) return known[0]!
  throw new Refused(
    known.length === 0
      ? cliText.noMunicipality
      : cliText.severalMunicipalities(known.map((each) => each.code).join(', ')),
  )
}

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

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

function municipalityCode(text: string): string {
  const code = parseMunicipalityCode(text)
  if (!code) throw new InvalidArgumentError(cliText.notAMunicipality)
  return code
}

function monthArgument(text: string): Month {
  const month = parseAskedMonth(text)
  if (!month) throw new InvalidArgumentError(cliText.notAMonth)
  return month
}

function momentArgument(text: string): Date {
  const moment = new Date(text.length === 10 ? `${text}T23:59:59.999Z` : text)
  if (Number.isNaN(moment.getTime())) throw new InvalidArgumentError(cliText.notADay)
  return moment
}

function splitList(text: string): SplitBy[] {
  const known: SplitBy[] = ['gender', 'age', 'householdType', 'children', 'unit']
  const asked = text.split(',')
  const unknown = asked.find((each) => !known.includes(each as SplitBy))
  if (unknown !== undefined) throw new InvalidArgumentError(cliText.notASplit(unknown, known.join(', ')))
  return asked as SplitBy[]
}

function fail(error: unknown): void {
  // Commander has shown the help that was asked for.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    if (error.exitCode === 0) return
    const message = commandMessage(error)
    say(message)
    if (isCalculation) print({ refused: { kind: 'bad-option', message } })
  } else if (error instanceof CannotCalculate) {
    const message = refusalText[error.kind](error.detail)
    say(message)
    print({ refused: { kind: error.kind, message } })
    process.exitCode = 2
  } else if (error instanceof UnreadableFile) {
    const { row, column, found, expected } = error
    const where = Object.entries({ row, column, found, expected }).filter(([, value]) => value !== undefined)
    say([error.text, ...where.map(([name, value]) => `${name}: ${String(value)}`)].join('\n'))
    if (isCalculation) print({ refused: { kind: error.problem, message: error.text } })
    else if (process.argv.includes('--json'))
      print({ refused: { kind: error.problem, message: error.text, ...Object.fromEntries(where) } })
    process.exitCode = 2
  } else if (error instanceof Refused || error instanceof DatabaseRefusal) {
    say(error.message)
    process.exitCode = 2
  } else if (isFileError(error)) {
    const message = error.code === 'ENOENT' ? cliText.noSuchFile(String(error.path)) : cliText.noFile
    say(message)
    if (isCalculation) print({ refused: { kind: 'missing-file', message } })
    process.exitCode = 2
  } else {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exitCode = 1
  }
}

/** Commander writes English, with what it speaks of in quotes; the reason for a value that is wrong is ours. */
function commandMessage({ code, message }: CommanderError): string {
  const named = Array.from(message.matchAll(/'([^']*)'/g), ([, name = '']) => name)
  return (
    commandText[code]?.(named) ??
    message.replace(/^error: option '(.*?)' argument '(.*?)' is invalid\. /, '$1: ”$2” går inte. ')
  )
}

/** A name that leads to no file that can be read: nothing is there, or a folder, or it is closed to the reader. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && fileErrors.has(error.code)
}
