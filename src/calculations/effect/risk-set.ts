import { seededRandom } from '../random.ts'
import { CannotCalculate } from '../refusal.ts'

/** Unbroken runs of benefit months. A spell that is still open counts up to the last month that is known. */
export type BenefitSpells = {
  household: Int32Array
  start: Int32Array
  /** The last benefit month; the month itself belongs to the spell. */
  last: Int32Array
  /** Controls are taken within the stratum of the treated (household type, calendar quarter …). */
  stratum?: Int32Array
}

/** In which spell (its row) and which month an intervention started. */
export type InterventionStarts = { spell: Int32Array; month: Int32Array }

export type RiskSetOptions = {
  controlsPerTreated: number
  /** The last month that is followed up in full; later starts, and later index months of controls, take no part. */
  lastIndexMonth: number
  seed: number
}

/** One row per treated, followed by its controls. */
export type IndexMonths = {
  spell: Int32Array
  /** The month that follow-up starts from. */
  month: Int32Array
  treated: Uint8Array
  /** The number of the treated that the row belongs to, from 0. */
  set: Int32Array
  /** Starts for which no control was on benefit; they have no row. */
  withoutControls: number
}

/**
 * Gives controls a month to start from: the one where they had been on benefit as long as the treated had when the
 * intervention started (risk-set matching; Li, Propert & Rosenbaum 2001, Sianesi 2004).
 *
 * To start an intervention one must still be on benefit. Controls counted from the start of their spell need not be, so
 * the intervention gets the honour of the months its participants lived through before it (immortal time; Suissa 2008).
 *
 * A control for a start after e months is another household whose spell has lasted e months too, and that no
 * intervention has started for by then; it may start later, so the effect is of starting now and not later or never.
 * Drawn with equal chance, none twice for one treated, fewer when there are fewer. The order of rows has no influence
 * but through ties. Whether a spell has ended or is censored does not matter: both are on benefit up to `last`.
 *
 * Refuses `bad-value` when a start lies outside its spell.
 */
export function riskSetIndexMonths(
  spells: BenefitSpells,
  starts: InterventionStarts,
  options: RiskSetOptions,
): IndexMonths {
  refuseOutside(spells, starts)
  const { integer } = seededRandom(options.seed)
  const riskSet = riskSetOf(spells, starts, options.lastIndexMonth)
  const rows: Row[] = []
  let [set, withoutControls] = [0, 0]
  for (const { spell, month } of startsInOrder(spells, starts)) {
    if (month > options.lastIndexMonth) continue
    const elapsed = month - spells.start[spell]!
    const controls = drawn(riskSet(spell, elapsed), options.controlsPerTreated, integer)
    if (controls.length === 0) withoutControls++
    else rows.push({ spell, month, treated: 1, set })
    for (const control of controls)
      rows.push({ spell: control, month: spells.start[control]! + elapsed, treated: 0, set })
    if (controls.length > 0) set++
  }
  return { ...columnsOf(rows), withoutControls }
}

type Row = { spell: number; month: number; treated: number; set: number }

const columnsOf = (rows: Row[]) => ({
  spell: Int32Array.from(rows, (row) => row.spell),
  month: Int32Array.from(rows, (row) => row.month),
  treated: Uint8Array.from(rows, (row) => row.treated),
  set: Int32Array.from(rows, (row) => row.set),
})

/** Finds the spells that a treated one can be set against after so many months. */
function riskSetOf(spells: BenefitSpells, starts: InterventionStarts, lastIndexMonth: number) {
  const { household, start, last, stratum } = spells
  const inOrder = orderedRows(household, start)
  const firstStart = firstStarts(spells, starts)
  return (treated: number, elapsed: number): Int32Array =>
    inOrder.filter((other) => {
      const index = start[other]! + elapsed
      return (
        index <= last[other]! &&
        index <= lastIndexMonth &&
        index < firstStart[other]! &&
        household[other] !== household[treated] &&
        stratum?.[other] === stratum?.[treated]
      )
    })
}

function startsInOrder({ household }: BenefitSpells, { spell, month }: InterventionStarts) {
  const households = spell.map((each) => household[each]!)
  return Array.from(orderedRows(households, month), (at) => ({ spell: spell[at]!, month: month[at]! }))
}

function refuseOutside(spells: BenefitSpells, { spell, month }: InterventionStarts) {
  month.forEach((found, at) => {
    const [first, last] = [spells.start[spell[at]!]!, spells.last[spell[at]!]!]
    if (found < first || found > last)
      throw new CannotCalculate('bad-value', { column: 'insatsens start', found, expected: `${first} till ${last}` })
  })
}

/** For each spell the month of its household's first intervention; infinite when there is none. */
function firstStarts({ household }: BenefitSpells, { spell, month }: InterventionStarts): Float64Array {
  const first = new Map<number, number>()
  month.forEach((each, at) => {
    const key = household[spell[at]!]!
    first.set(key, Math.min(each, first.get(key) ?? each))
  })
  return Float64Array.from(household, (each) => first.get(each) ?? Infinity)
}

/** Chosen with equal chance, none twice (Fisher & Yates). */
function drawn(from: Int32Array, count: number, integer: (below: number) => number): Int32Array {
  const size = Math.min(count, from.length)
  for (let at = 0; at < size; at++) {
    const other = at + integer(from.length - at)
    const kept = from[at]!
    from[at] = from[other]!
    from[other] = kept
  }
  return from.subarray(0, size)
}

/** The rows by household and then month, so that the order in the data has no influence on what is drawn. */
const orderedRows = (household: Int32Array, month: Int32Array): Int32Array =>
  Int32Array.from(household.keys()).sort(
    (left, right) => household[left]! - household[right]! || month[left]! - month[right]!,
  )
