import type { Codes } from '../calculations/columns.ts'
import type { Panel } from '../calculations/panel.ts'
import { type Spells, spellsOf } from '../calculations/spells.ts'
import { followUpOf } from '../calculations/survival/follow-up.ts'
import { kaplanMeier, type SurvivalCurve } from '../calculations/survival/kaplan-meier.ts'
import { tablesByGroup } from '../calculations/survival/risk-table.ts'
import { survivalQuantile } from '../calculations/survival/survival-quantile.ts'
import { throughputSample } from '../calculations/survival/throughput.ts'
import { allowedGapMonths } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { monthFromIndex } from '../values/month.ts'
import { register } from './indicators/indicator.ts'
import type { Throughput } from './outlook.ts'

const definition =
  'Andelen av dem som kom in som fortfarande har bistånd, efter antal månader från första månaden (Kaplan–Meier). En biståndsperiod är slut efter mer än två månader i rad utan bistånd. Den som fortfarande har bistånd när uppgifterna tar slut räknas så länge som är känt. Perioder som kan ha börjat före uppgifterna är inte med. Kurvan visas så länge minst tjugo följs; andelar är avrundade till hela procent och antal till närmaste fem, så att ingen enskild kan räknas fram.'

/**
 * How long those stay who come, of the whole municipality or of one unit (the unit of a spell's first month).
 * Coarse by design: an exact curve beside exact numbers at risk tells each single exit. Null when too few have started.
 */
export function throughputOf(panel: Panel, unit: string | undefined): Throughput | null {
  const last = monthFromIndex(panel.untilMonth - 1)
  const { smallestDenominator } = valueAt(disclosureLimits, last)
  const spells = spellsOf(panel.householdMonths, {
    allowedGap: valueAt(allowedGapMonths, last),
    firstMonth: panel.firstMonth,
    untilMonth: panel.untilMonth,
  })
  const chosen = spellsOfUnit(panel, spells, unit)
  const sample = throughputSample(spells, { codes: new Int32Array(spells.length).fill(-1), labels: [] }, chosen)
  const starts = sample.group.codes.filter((code) => code === 0).length
  if (starts < smallestDenominator) return null
  const curve = kaplanMeier(tablesByGroup(followUpOf(sample))[0]!)
  return {
    definition,
    source: register,
    starts: nearestFive(starts),
    median: survivalQuantile(curve, 0.5).estimate,
    curve: coarse(curve, smallestDenominator),
  }
}

/** All spells in one group, or those of the unit; the others are in none. */
function spellsOfUnit(
  { units, householdMonths }: Panel,
  { length, firstRow }: Spells,
  unit: string | undefined,
): Codes {
  const wanted = units.findIndex(({ code }) => code === unit)
  const isIn = (spell: number) => unit === undefined || householdMonths.unit[firstRow[spell]!] === wanted
  return { codes: Int32Array.from({ length }, (_, spell) => (isIn(spell) ? 0 : -1)), labels: [unit ?? ''] }
}

function coarse(curve: SurvivalCurve, smallest: number): Throughput['curve'] {
  const shown = curve.atRisk.findLastIndex((count) => count >= smallest) + 1
  const until = <Value>(column: ArrayLike<number>, give: (value: number) => Value) =>
    Array.from({ length: shown }, (_, at) => give(column[at]!))
  const share = (value: number) => Math.round(value * 100) / 100
  const limit = (value: number) => (Number.isNaN(value) ? null : share(value))
  return {
    time: until(curve.time, (value) => value),
    atRisk: until(curve.atRisk, nearestFive),
    survival: until(curve.survival, share),
    lower: until(curve.lower, limit),
    upper: until(curve.upper, limit),
  }
}

const nearestFive = (count: number) => Math.round(count / 5) * 5
