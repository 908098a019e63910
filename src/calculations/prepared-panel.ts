import type { MonthIndex } from '../values/month.ts'
import { type MonthBits, monthBitsOf } from './month-bits.ts'
import { type MonthOrder, orderByMonth } from './month-order.ts'
import type { HouseholdMonths, Panel } from './panel.ts'
import { type Spells, spellsOf } from './spells.ts'

/** A panel with what every figure needs from it, worked out once. */
export type PreparedPanel = {
  panel: Panel
  firstMonth: MonthIndex
  untilMonth: MonthIndex
  allowedGap: number
  spells: Spells
  /** Positions in `spells`, by their first and by their last month. */
  spellsByStart: MonthOrder
  spellsByLast: MonthOrder
  /** Household-months with assistance. */
  assisted: MonthOrder
  /** Person-months of a household with assistance that month. */
  assistedPersons: MonthOrder
  /** The months of both, subject by subject. */
  assistedMonths: MonthBits
  assistedPersonMonths: MonthBits
  /** Every household-month, also those that recoveries took to zero or below: what money is summed over. */
  paid: MonthOrder
  decisions: MonthOrder
  applications: MonthOrder
  /** What several figures of one question share. Forgotten with the question, see `forQuestion`. */
  results: Map<string, unknown>
}

/** The same panel with nothing remembered yet: one for each question, so that memory does not grow with the questions. */
export const forQuestion = (prepared: PreparedPanel): PreparedPanel => ({ ...prepared, results: new Map() })

/** Works a result out the first time it is asked for. The key names the calculation and all that it depends on. */
export function remembered<Value>({ results }: PreparedPanel, key: string, calculate: () => Value): Value {
  if (!results.has(key)) results.set(key, calculate())
  return results.get(key) as Value
}

export function preparePanel(panel: Panel, allowedGap: number): PreparedPanel {
  const { firstMonth, untilMonth, householdMonths, personMonths } = panel
  const order = (table: { month: Int32Array; household: Int32Array }, marked?: Uint8Array) =>
    orderByMonth({
      month: table.month,
      subject: table.household,
      subjectCount: panel.householdIds.length,
      firstMonth,
      untilMonth,
      ...(marked ? { marked } : {}),
    })
  const isAssisted = assistedRows(householdMonths)
  const assisted = order(householdMonths, isAssisted)
  const assistedPersons = orderByMonth({
    month: personMonths.month,
    subject: personMonths.person,
    subjectCount: panel.personCount,
    firstMonth,
    untilMonth,
    marked: ofHousehold(isAssisted, personMonths.householdMonth),
  })
  const spells = spellsOf(householdMonths, { allowedGap, firstMonth, untilMonth })
  return {
    panel,
    firstMonth,
    untilMonth,
    allowedGap,
    spells,
    spellsByStart: order({ month: spells.start, household: spells.household }),
    spellsByLast: order({ month: spells.last, household: spells.household }),
    assisted,
    assistedPersons,
    assistedMonths: monthBitsOf(assisted),
    assistedPersonMonths: monthBitsOf(assistedPersons),
    paid: order(householdMonths),
    decisions: order(panel.decisions),
    applications: order(panel.applications),
    results: new Map(),
  }
}

function assistedRows({ amountOre, length }: HouseholdMonths): Uint8Array {
  const marks = new Uint8Array(length)
  for (let row = 0; row < length; row++) marks[row] = amountOre[row]! > 0 ? 1 : 0
  return marks
}

function ofHousehold(marks: Uint8Array, householdMonth: Int32Array): Uint8Array {
  const result = new Uint8Array(householdMonth.length)
  for (let row = 0; row < result.length; row++) result[row] = marks[householdMonth[row]!]!
  return result
}
