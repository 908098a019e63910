import type { MonthIndex } from '../values/month.ts'
import type { HouseholdMonths } from './panel.ts'

/**
 * Runs of months with assistance, one row per spell, sorted by (household, start).
 * Net, rows and months are those of the benefit months, not of the days of payment.
 */
export type Spells = {
  length: number
  household: Int32Array
  start: Int32Array
  /** Last month with assistance; the month itself belongs to the spell. */
  last: Int32Array
  /** Rows of `HouseholdMonths` for the first and the last assisted month. */
  firstRow: Int32Array
  lastRow: Int32Array
  paidMonths: Int32Array
  netOre: Float64Array
  /** 1 when more than the allowed gap has passed since the last month, so that the end is known. */
  resolved: Uint8Array
  /** 1 when the spell may have begun before the data do. */
  leftUnknown: Uint8Array
}

/** The columns that spells are made of; a whole table has them, and so has one household's page. */
export type PaidMonths = Pick<HouseholdMonths, 'length' | 'household' | 'month' | 'amountOre'>

export type SpellOptions = {
  /** Empty months in a row that do not break a spell: one late decision should not look like a new need. */
  allowedGap: number
  firstMonth: MonthIndex
  untilMonth: MonthIndex
}

/**
 * Joins the months each household had assistance for (net above zero) into spells.
 *
 * Rows outside the window are left out, and so is a month that recoveries took to zero or below.
 * Its amount does not belong to any spell.
 */
export function spellsOf(rows: PaidMonths, options: SpellOptions): Spells {
  const spells = roomFor(countSpells(rows, options))
  let current = -1
  eachAssistedRow(rows, options, (row, startsSpell) => {
    if (startsSpell) open(spells, ++current, rows, row)
    extend(spells, current, rows, row)
  })
  mark(spells, options)
  return spells
}

function eachAssistedRow(rows: PaidMonths, options: SpellOptions, visit: (row: number, starts: boolean) => void) {
  const { household, month, amountOre } = rows
  let previous = -1
  for (let row = 0; row < rows.length; row++) {
    const inWindow = month[row]! >= options.firstMonth && month[row]! < options.untilMonth
    if (!inWindow || amountOre[row]! <= 0) continue
    const joined =
      previous >= 0 &&
      household[previous] === household[row] &&
      month[row]! - month[previous]! - 1 <= options.allowedGap
    visit(row, !joined)
    previous = row
  }
}

function countSpells(rows: PaidMonths, options: SpellOptions): number {
  let count = 0
  eachAssistedRow(rows, options, (_, starts) => (count += starts ? 1 : 0))
  return count
}

const roomFor = (length: number): Spells => ({
  length,
  household: new Int32Array(length),
  start: new Int32Array(length),
  last: new Int32Array(length),
  firstRow: new Int32Array(length),
  lastRow: new Int32Array(length),
  paidMonths: new Int32Array(length),
  netOre: new Float64Array(length),
  resolved: new Uint8Array(length),
  leftUnknown: new Uint8Array(length),
})

function open(spells: Spells, spell: number, rows: PaidMonths, row: number) {
  spells.household[spell] = rows.household[row]!
  spells.start[spell] = rows.month[row]!
  spells.firstRow[spell] = row
}

function extend(spells: Spells, spell: number, rows: PaidMonths, row: number) {
  spells.last[spell] = rows.month[row]!
  spells.lastRow[spell] = row
  spells.paidMonths[spell]!++
  spells.netOre[spell]! += rows.amountOre[row]!
}

function mark(spells: Spells, { allowedGap, firstMonth, untilMonth }: SpellOptions) {
  for (let spell = 0; spell < spells.length; spell++) {
    spells.resolved[spell] = untilMonth - 1 - spells.last[spell]! > allowedGap ? 1 : 0
    spells.leftUnknown[spell] = spells.start[spell]! - firstMonth <= allowedGap ? 1 : 0
  }
}
