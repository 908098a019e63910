import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, type Option } from 'commander'
import { withholdingHere } from './calculations/disclosure/withholding.ts'
import { jsonOption } from './cli-options.ts'
import { cliText } from './cli.text.ts'
import { allFigures } from './commands/all-figures.ts'
import type { KnownFigure } from './number-check/check-against.ts'
import { checkedView } from './number-check/checked-view.ts'
import { periodsNamed } from './number-check/named-period.ts'
import { readTextFile } from './number-check/read-text-file.ts'
import type { TextDocument } from './number-check/text-document.ts'
import type { Register } from './open-register.ts'
import { previewFigures } from './publication/publish-figures.ts'
import { knownFigures } from './report-writing/known-figures.ts'
import { dayInSweden } from './values/day.ts'
import type { Month } from './values/month.ts'
import type { Municipality } from './values/municipality.ts'

type RegisterOptions = { data?: string; database?: string; municipality?: string }

type Needs = {
  withRegister: <Value>(
    options: RegisterOptions,
    work: (register: Register, municipality: Municipality) => Promise<Value>,
  ) => Promise<Value>
  registerOptions: () => Option[]
  print: (value: unknown) => void
}

/** A report is of a few periods; each takes a calculation of its own. */
const mostPeriods = 12

/**
 * `utfall check-text FILE…`: what in a text does not add up or is not explained. With `--data` or `--database` what it says
 * otherwise than the register, too. Ends with 2 when something does not add up.
 */
export function checkTextCommand({ withRegister, registerOptions, print }: Needs): Command {
  const command = new Command('check-text').description(cliText.checkText).argument('<files...>')
  for (const option of registerOptions()) command.addOption(option)
  return command
    .addOption(jsonOption())
    .action(async (paths: string[], options: RegisterOptions & { json?: boolean }) => {
      const texts = await Promise.all(
        paths.map(async (path) => ({ file: path, document: readTextFile(await readFile(path), basename(path)) })),
      )
      const hasRegister = options.data !== undefined || options.database !== undefined
      const known = hasRegister
        ? await withRegister(options, (register, municipality) =>
            figuresFor(
              register,
              municipality,
              texts.map(({ document }) => document),
            ),
          )
        : []
      const at = dayInSweden(new Date()).slice(0, 7) as Month
      const files = texts.map(({ file, document }) => {
        const { findings, numbers, tables } = checkedView(document, at, known)
        return { file, numbers, tables, findings }
      })
      if (options.json) print({ files })
      else for (const each of files) process.stdout.write(`${cliText.checkedText(each)}\n`)
      if (files.some(({ findings }) => findings.some(({ severity }) => severity === 'error'))) process.exitCode = 2
    })
}

/** The figures of the periods that the texts name, without what may not leave the unit. A check publishes nothing. */
async function figuresFor(
  register: Register,
  municipality: Municipality,
  documents: TextDocument[],
): Promise<KnownFigure[]> {
  const periods = documents.flatMap(periodsNamed)
  const asked = [...new Map(periods.map((period) => [`${period.from} ${period.to}`, period])).values()].slice(
    0,
    mostPeriods,
  )
  const service = allFigures(register)
  const computed = []
  for (const { from, to } of asked) {
    const figures = await service.figures(municipality, { from, to, withSupplied: false, knownAt: null })
    if (figures) computed.push(figures)
  }
  const released = await previewFigures(register.app, municipality, withholdingHere)(computed)
  // The same month of the same figure comes with several periods.
  const figures = released.flatMap(knownFigures)
  return [
    ...new Map(figures.map((figure) => [`${figure.name} ${figure.period.from} ${figure.period.to}`, figure])).values(),
  ]
}
