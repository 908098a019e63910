import { Command } from 'commander'
import type { Codes } from '../calculations/columns.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { type Spells, spellsOf } from '../calculations/spells.ts'
import type { Print } from './print.ts'
import { calculateText } from './calculate.text.ts'
import { amountOf, netPerMonth } from './net-per-month.ts'
import { type MonthScale, monthScaleOf, monthsOf } from './month-column.ts'
import { readColumns } from './read-columns.ts'
import { spellsText as text } from './spells.text.ts'
import { unitsOf } from './unit-column.ts'

type Options = {
  file: string
  household: string
  month: string
  amount: string
  gap: number
  firstMonth?: string
  lastMonth?: string
}

/** `utfall calculate spells`: payments joined into spells with assistance. */
export const spellsCommand = (print: Print): Command =>
  new Command('spells')
    .description(text.description)
    .requiredOption('--file <fil>', calculateText.file)
    .requiredOption('--household <kolumn>', text.household)
    .requiredOption('--month <kolumn>', text.month)
    .requiredOption('--amount <kolumn>', text.amount)
    .option('--gap <månader>', text.gap, parseGap, 2)
    .option('--first-month <månad>', text.firstMonth)
    .option('--last-month <månad>', text.lastMonth)
    .action(async (options: Options) => print(await spells(options)))

async function spells(options: Options) {
  const file = await readColumns(options.file)
  if (file.length === 0) throw new CannotCalculate('no-rows')
  const household = unitsOf(file, options.household)
  const texts = file.texts(options.month)
  const scale = monthScaleOf(texts)
  const month = monthsOf(texts, options.month, scale)
  const window = windowOf(month, scale, options)
  const rows = netPerMonth({ household: household.codes, month, amount: file.knownNumbers(options.amount) })
  const found = spellsOf(rows, { allowedGap: options.gap, firstMonth: window.first, untilMonth: window.last + 1 })
  return {
    spells: spellRows(found, household, scale),
    gap: options.gap,
    firstMonth: scale.write(window.first),
    lastMonth: scale.write(window.last),
  }
}

/** Within it, a month without payments is a month without assistance. */
function windowOf(month: Int32Array, scale: MonthScale, { firstMonth, lastMonth }: Options) {
  const read = (option: string, found: string) => {
    const parsed = scale.parse(found)
    if (parsed !== null) return parsed
    throw new CannotCalculate('bad-option', { option, found, expected: 'en månad i samma form som i filen' })
  }
  const first = firstMonth === undefined ? month.reduce((a, b) => Math.min(a, b)) : read('--first-month', firstMonth)
  const last = lastMonth === undefined ? month.reduce((a, b) => Math.max(a, b)) : read('--last-month', lastMonth)
  if (last >= first) return { first, last }
  const expected = `en månad som inte är före ${scale.write(first)}`
  throw new CannotCalculate('bad-option', { option: '--last-month', found: scale.write(last), expected })
}

function spellRows(spells: Spells, { labels }: Codes, scale: MonthScale) {
  let number = 0
  return Array.from(spells.household, (household, spell) => {
    number = household === spells.household[spell - 1] ? number + 1 : 0
    const [start, end] = [spells.start[spell]!, spells.last[spell]!]
    return {
      household: asNumber(labels[household]!),
      spell: number,
      start: scale.write(start),
      end: scale.write(end),
      spanMonths: end - start + 1,
      paidMonths: spells.paidMonths[spell]!,
      netAmount: amountOf(spells.netOre[spell]!),
      resolved: spells.resolved[spell] === 1,
      leftUnknown: spells.leftUnknown[spell] === 1,
    }
  })
}

/** A household that the file numbers is a number in the answer too, unless that would lose a leading zero. */
const asNumber = (label: string) => (String(Number(label)) === label ? Number(label) : label)

function parseGap(found: string): number {
  if (/^\d{1,4}$/.test(found)) return Number(found)
  throw new CannotCalculate('bad-option', { option: '--gap', found, expected: 'ett heltal som är 0 eller mer' })
}
