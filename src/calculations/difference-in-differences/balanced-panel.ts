import { CannotCalculate } from '../refusal.ts'

/** One row per unit and period, in any order. */
export type StaggeredRows = {
  /** Codes from 0 without holes: a household, a unit of the social services, a municipality. */
  unit: Int32Array
  time: Float64Array
  /** The first period with the intervention, on the scale of `time`, the same in all rows of a unit; Infinity is never. */
  firstTreated: Float64Array
  /** NaN where it is missing. */
  outcome: Float64Array
  /** Codes from 0, the same in all rows of a unit. Without it, each unit is a cluster. */
  cluster?: Int32Array
}

/** Whom the treated are compared with: units never treated, or all that are not treated yet. */
export type Control = 'never' | 'not-yet'

/** Every unit in every period. */
export type BalancedPanel = {
  units: number
  /** The periods, ascending. */
  times: Float64Array
  /** `outcome[period][unit]`. */
  outcome: Float64Array[]
  /** The first period with the intervention of each unit; Infinity is never, or after the last period. */
  cohort: Float64Array
  cluster: Int32Array
  leftOut: {
    rowsWithoutOutcome: number
    /** Units with the intervention from the first period on: they have no time before. */
    unitsTreatedFromStart: number
    /** Units that lack some period. */
    unitsWithGaps: number
  }
}

/**
 * The panel that the estimator of Callaway and Sant'Anna works on, with the rules of the R package `did`.
 *
 * In this order: rows without outcome leave; a unit first treated after the last period counts as never treated;
 * when nobody is never treated, the periods from the start of the last cohort leave, since nobody is left to compare
 * with; units treated from the first period leave; units that lack a period leave.
 * With `never` and nobody never treated it refuses, where `did` warns and takes the last cohort for never treated.
 * Refuses also no rows at all, a unit with two starts or two clusters, two rows for the same unit and period
 * (`row` is counted as in a file with a row of names: the first is 2), and a panel where no unit is left.
 */
export function balancedPanel(rows: StaggeredRows, control: Control): BalancedPanel {
  const known = Uint8Array.from(rows.outcome, (value) => (Number.isNaN(value) ? 0 : 1))
  const { first, until, cohort } = windowOf(rows, known, control)
  const kept = known.map((is, row) => is && Number(rows.time[row]! < until && cohort[rows.unit[row]!]! > first))
  const times = Float64Array.from(new Set(rows.time.filter((_, row) => kept[row]))).sort()
  const place = placeRows(rows, kept, cohort.length, times)
  const units = Int32Array.from(cohort.keys()).filter((unit) => place[unit]!.every((row) => row >= 0))
  if (units.length === 0)
    throw new CannotCalculate('too-few', {
      what: 'enheter med alla perioder och tid före insatsen',
      found: 0,
      needed: 2,
    })
  const cluster = rows.cluster && perUnit(rows.unit, Float64Array.from(rows.cluster), known, 'cluster')
  const unitsTreatedFromStart = cohort.filter((start) => start <= first).length
  return {
    units: units.length,
    times,
    outcome: Array.from(times, (_, period) => Float64Array.from(units, (unit) => rows.outcome[place[unit]![period]!]!)),
    cohort: Float64Array.from(units, (unit) => cohort[unit]!),
    cluster: Int32Array.from(units, (unit) => cluster?.[unit] ?? unit),
    leftOut: {
      rowsWithoutOutcome: known.filter((is) => !is).length,
      unitsTreatedFromStart,
      unitsWithGaps: cohort.length - unitsTreatedFromStart - units.length,
    },
  }
}

/** The first period, the first one that is not used, and the start of each unit. */
type Window = { first: number; until: number; cohort: Float64Array }

function windowOf(rows: StaggeredRows, known: Uint8Array, control: Control): Window {
  const times = rows.time.filter((_, row) => known[row]).sort()
  if (times.length === 0) throw new CannotCalculate('no-rows')
  const last = times.at(-1)!
  const starts = perUnit(rows.unit, rows.firstTreated, known, 'first-treated')
  const cohort = starts.map((start) => (start > last ? Infinity : start))
  const lastStart = cohort.reduce((latest, start) => (start > latest ? start : latest), -Infinity)
  if (control === 'never' && lastStart < Infinity) throw new CannotCalculate('no-controls', { control })
  return { first: times[0]!, until: lastStart, cohort }
}

const twoValues = { found: 'som skiljer sig från enhetens tidigare rader', expected: 'samma värde i alla' }

/** What each unit has in all its known rows; NaN for a unit without any. */
function perUnit(unit: Int32Array, values: Float64Array, known: Uint8Array, column: string): Float64Array {
  const found = new Float64Array(unit.reduce((most, each) => Math.max(most, each), -1) + 1).fill(Number.NaN)
  for (let row = 0; row < unit.length; row++) {
    if (!known[row]) continue
    const before = found[unit[row]!]!
    if (before !== values[row]! && !Number.isNaN(before))
      throw new CannotCalculate('bad-value', { column, row: row + 2, ...twoValues })
    found[unit[row]!] = values[row]!
  }
  return found
}

/** The row of each unit and period; -1 where there is none. */
function placeRows({ unit, time }: StaggeredRows, kept: Uint8Array, units: number, times: Float64Array): Int32Array[] {
  const periodOf = new Map(Array.from(times, (value, period) => [value, period]))
  const place = Array.from({ length: units }, () => new Int32Array(Math.max(1, times.length)).fill(-1))
  for (let row = 0; row < unit.length; row++) {
    if (!kept[row]) continue
    const [own, period] = [place[unit[row]!]!, periodOf.get(time[row]!)!]
    if (own[period]! >= 0) throw new CannotCalculate('duplicate-row', { row: row + 2, key: 'samma enhet och period' })
    own[period] = row
  }
  return place
}
