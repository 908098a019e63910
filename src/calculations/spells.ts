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
  const runs = runsOf(rows, options)
  const length = runs.firstRow.length
  const spells = {
    length,
    household: taken(rows.household, runs.firstRow),
    start: taken(rows.month, runs.firstRow),
    last: taken(rows.month, runs.lastRow),
    ...runs,
    resolved: new Uint8Array(length),
    leftUnknown: new Uint8Array(length),
  }
  mark(spells, options)
  return spells
}

type Runs = Pick<Spells, 'firstRow' | 'lastRow' | 'paidMonths' | 'netOre'>

/**
 * In one pass, into columns with room for a spell per row.
 * What the row before had is kept in variables, so that each column is read once from end to end.
 */
function runsOf({ length, household, month, amountOre }: PaidMonths, options: SpellOptions): Runs {
  const { allowedGap, firstMonth, untilMonth } = options
  const runs = roomFor(length)
  let [spell, previous, ofHousehold, lastMonth, paid, net] = [-1, -1, 0, 0, 0, 0]
  for (let row = 0; row < length; row++) {
    const at = month[row]!
    const amount = amountOre[row]!
    if (at < firstMonth || at >= untilMonth || amount <= 0) continue
    const joined = spell >= 0 && household[row] === ofHousehold && at - lastMonth - 1 <= allowedGap
    if (!joined) {
      close(runs, spell, previous, paid, net)
      runs.firstRow[++spell] = row
      ofHousehold = household[row]!
      paid = net = 0
    }
    previous = row
    lastMonth = at
    paid++
    net += amount
  }
  close(runs, spell, previous, paid, net)
  return shortened(runs, spell + 1)
}

const roomFor = (length: number): Runs => ({
  firstRow: new Int32Array(length),
  lastRow: new Int32Array(length),
  paidMonths: new Int32Array(length),
  netOre: new Float64Array(length),
})

function close({ lastRow, paidMonths, netOre }: Runs, spell: number, last: number, paid: number, net: number) {
  if (spell < 0) return
  lastRow[spell] = last
  paidMonths[spell] = paid
  netOre[spell] = net
}

const shortened = ({ firstRow, lastRow, paidMonths, netOre }: Runs, length: number): Runs => ({
  firstRow: firstRow.slice(0, length),
  lastRow: lastRow.slice(0, length),
  paidMonths: paidMonths.slice(0, length),
  netOre: netOre.slice(0, length),
})

function taken(values: Int32Array, rows: Int32Array): Int32Array {
  const result = new Int32Array(rows.length)
  for (let at = 0; at < rows.length; at++) result[at] = values[rows[at]!]!
  return result
}

function mark(spells: Spells, { allowedGap, firstMonth, untilMonth }: SpellOptions) {
  for (let spell = 0; spell < spells.length; spell++) {
    spells.resolved[spell] = untilMonth - 1 - spells.last[spell]! > allowedGap ? 1 : 0
    spells.leftUnknown[spell] = spells.start[spell]! - firstMonth <= allowedGap ? 1 : 0
  }
}
