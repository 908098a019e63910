import type { Command } from 'commander'
import { findBrokenEntry } from '../access/audit-log.ts'
import { jsonOption } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { withTenant } from '../database/transaction.ts'
import { print, say } from './terminal.ts'
import { registerCommand, type RegisterOptions, withRegister } from './with-register.ts'

/** `utfall verify-audit`: whether the log is whole. Ends with 2 at the first entry that does not follow from the one before. */
export const verifyAuditCommand = (): Command =>
  registerCommand('verify-audit', cliText.verifyAudit)
    .addOption(jsonOption())
    .action(async (options: RegisterOptions & { json?: boolean }) => {
      const broken = await withRegister(options, (register, municipality) =>
        withTenant(register.app, { municipalityId: municipality.id }, (tx) => findBrokenEntry(tx, municipality.id)),
      )
      say(broken ? cliText.auditBroken(broken.entryNo) : cliText.auditWhole)
      if (options.json) print({ whole: !broken, firstBrokenEntry: broken?.entryNo ?? null })
      if (broken) process.exitCode = 2
    })
