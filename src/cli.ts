#!/usr/bin/env node
import { Command } from 'commander'
import { calculateCommand } from './calculate/calculate.ts'
import { checkStatementCommand } from './check-statement.ts'
import { checkTextCommand } from './check-text.ts'
import { cliText } from './cli.text.ts'
import { demoCommand } from './commands/demo.ts'
import { fail } from './commands/fail.ts'
import { figuresCommand } from './commands/figures.ts'
import { importCommand } from './commands/import.ts'
import { readCommand } from './commands/read.ts'
import { reportCommand } from './commands/report.ts'
import { startCommand } from './commands/start.ts'
import { print, say } from './commands/terminal.ts'
import { verifyAuditCommand } from './commands/verify-audit.ts'
import { registerOptions, withRegister } from './commands/with-register.ts'
import { biAccessCommand, exportCommand } from './export-data.ts'
import { fetchKoladaCommand } from './fetch-kolada.ts'

const needs = { withRegister, registerOptions, say, print }

const program = new Command('utfall').description(cliText.description).version('0.1.0').showHelpAfterError(true)
program.configureHelp({ showGlobalOptions: true })
for (const command of [
  startCommand(),
  demoCommand(),
  importCommand(),
  figuresCommand(),
  reportCommand(),
  readCommand(),
  calculateCommand(print),
  checkStatementCommand(print),
  checkTextCommand(needs),
  exportCommand(needs),
  biAccessCommand(needs),
  fetchKoladaCommand(needs),
  verifyAuditCommand(),
])
  program.addCommand(command)

// A reader such as `head` has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})
for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)])
  command.exitOverride().configureOutput({ outputError: () => {} })
await program.parseAsync().catch(fail)
