import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import { jsonOption } from './cli-options.ts'
import { cliText } from './cli.text.ts'
import { checkedView } from './number-check/checked-view.ts'
import { readTextFile } from './number-check/read-text-file.ts'
import { dayInSweden } from './values/day.ts'
import type { Month } from './values/month.ts'

/** `utfall check-text FILE…`: what in a text does not add up or is not explained. Ends with 2 when something does not add up. */
export const checkTextCommand = (print: (value: unknown) => void): Command =>
  new Command('check-text')
    .description(cliText.checkText)
    .argument('<files...>')
    .addOption(jsonOption())
    .action(async (paths: string[], { json }: { json?: boolean }) => {
      const at = dayInSweden(new Date()).slice(0, 7) as Month
      const files = []
      for (const path of paths) {
        const { findings, numbers, tables } = checkedView(readTextFile(await readFile(path), basename(path)), at)
        files.push({ file: path, numbers, tables, findings })
      }
      if (json) print({ files })
      else for (const each of files) process.stdout.write(`${cliText.checkedText(each)}\n`)
      if (files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))) process.exitCode = 2
    })
