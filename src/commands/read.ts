import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command } from 'commander'
import { jsonOption } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { readSie } from '../imports/read/read-sie.ts'
import { readTable } from '../imports/read/read-table.ts'
import { describeIdentityNumber } from '../values/identity-number.ts'
import { print } from './terminal.ts'

/** `utfall read sie|table|identity-number`: the readers alone, without a register. */
export function readCommand(): Command {
  const command = new Command('read').description(cliText.read)
  command
    .command('sie')
    .argument('<file>')
    .addOption(jsonOption())
    .action(async (path: string) => print(readSie(await readFile(path))))
  command
    .command('table')
    .argument('<file>')
    .addOption(jsonOption())
    .action(async (path: string) => {
      const table = readTable(await readFile(path), basename(path))
      const { encoding, delimiter, headerRow, columns, rows, totalRow, warnings } = table
      print({ encoding, delimiter, headerRow, columns, rows, totalRow, warnings })
    })
  command
    .command('identity-number')
    .argument('<text>')
    .addOption(jsonOption())
    .action((text: string) => print(describeIdentityNumber(text)))
  return command
}
