import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { economyText } from './budget-follow-up/economy.text.ts'
import { jsonOption, wholeNumber } from './cli-options.ts'
import { cliText } from './cli.text.ts'
import { checkPrintedTable } from './economy/check-printed-table.ts'
import { decodeText } from './imports/read/decode-text.ts'
import { Refused } from './refused.ts'
import { dayInSweden } from './values/day.ts'
import type { Month } from './values/month.ts'

/** `utfall check-statement FILE`: what does not add up in a printed table. Ends with 2 when something is wrong. */
export const checkStatementCommand = (print: (value: unknown) => void): Command =>
  new Command('check-statement')
    .description(cliText.checkStatement)
    .argument('<file>')
    .option('--months <n>', cliText.checkedMonths, wholeNumber)
    .addOption(jsonOption())
    .action(async (path: string, { months, json }: { months?: number; json?: boolean }) => {
      const { text } = decodeText(await readFile(path))
      const at = dayInSweden(new Date()).slice(0, 7) as Month
      const checked = checkPrintedTable({ text, at, ...(months && { months }) })
      if (!checked) throw new Refused(economyText.check.noTable)
      if (json) print(checked)
      else for (const each of checked.findings) process.stdout.write(`${cliText.finding(each)}\n`)
      if (checked.findings.some(({ severity }) => severity === 'error')) process.exitCode = 2
    })
