import { type Command, InvalidArgumentError } from 'commander'
import type { SplitBy } from '../analysis/figures.ts'
import { figuresJson } from '../analysis/figures-json.ts'
import { jsonOption, monthArgument } from '../cli-options.ts'
import { cliText } from '../cli.text.ts'
import { withholdingHere } from '../calculations/disclosure/withholding.ts'
import { releaseFigures } from '../publication/publish-figures.ts'
import { Refused } from '../refused.ts'
import { cellText } from '../reports/cell-text.ts'
import { toCell } from '../reports/figure-cells.ts'
import type { Month } from '../values/month.ts'
import { allFigures } from './all-figures.ts'
import { print } from './terminal.ts'
import { registerCommand, type RegisterOptions, withRegister } from './with-register.ts'

type FiguresOptions = RegisterOptions & {
  from: Month
  to: Month
  split?: SplitBy[]
  unit?: string
  knownAt?: Date
  json?: boolean
}

/** `utfall figures`: every indicator and table of a period. They leave the unit, so what is out already is taken into account. */
export const figuresCommand = (): Command =>
  registerCommand('figures', cliText.figures)
    .requiredOption('--from <month>', cliText.from, monthArgument)
    .requiredOption('--to <month>', cliText.to, monthArgument)
    .option('--split <list>', cliText.split, splitList)
    .option('--unit <code>', cliText.unit)
    .option('--known-at <day>', cliText.knownAt, momentArgument)
    .addOption(jsonOption())
    .action(async (options: FiguresOptions) => {
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
        const [figures] = await releaseFigures(register.app, municipality, withholdingHere)([computed], { unit })
        if (!figures) return
        if (options.json) return print(figuresJson(figures))
        for (const each of figures.indicators) {
          process.stdout.write(`${each.name}\t${cellText(toCell(each, each.unit, { definitionId: each.id }))}\n`)
        }
      })
    })

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
