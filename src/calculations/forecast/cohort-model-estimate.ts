import { CannotCalculate } from '../refusal.ts'
import { mean, sum, variance } from '../sample-statistics.ts'
import type { Spells } from '../spells.ts'

export type CohortEstimateOptions = {
  firstMonth: number
  /** The first month after the data. */
  untilMonth: number
  allowedGap: number
  /** The first duration of each band, from 1; durations from the last one on share one place, which is open. */
  bands: readonly number[]
  /** How many months of risk the hazard of the band counts for, m. */
  bandWeight: number
  /** How many of the latest known months the inflow is the mean of. */
  inflowMonths: number
}

/** Bands of duration, their weight and the window for inflow, as the reference of the method has them. */
export const cohortDefaults = { bands: [1, 2, 4, 7, 13, 25], bandWeight: 25, inflowMonths: 24 }

export type CohortEstimate = {
  /** Expected households inside a spell in the last month of the data, by duration. */
  start: Float64Array
  hazard: Float64Array
  /** Risk months behind each hazard, those lent by the band included: the weight of its Beta distribution. */
  hazardWeight: Float64Array
  activeShare: number
  inflow: number
  /** Size of the negative binomial distribution of the monthly inflow; Infinity when it varies no more than Poisson. */
  inflowSize: number
  /** The mean inflow of each calendar month of the window over that of all; 1 where the window has none. */
  seasonal: Float64Array
}

/** The columns of `Spells` that the model is made of. */
export type CohortSpells = Pick<Spells, 'length' | 'start' | 'last' | 'paidMonths' | 'resolved' | 'leftUnknown'>

/**
 * What `CohortModel` needs, from spells.
 *
 * Hazard of duration d: (events + m·h_band)/(risk + m), h_band = (events + ½)/(risk + 1) of the whole band, from spells
 * whose start is known; a spell that may go on is at risk up to the month before its last.
 * Active share q: paid months over months, of spells whose end is known.
 * Inflow: starts per month in the `inflowMonths` that end `allowedGap` months before the data do.
 * Start: a spell paid in the last month counts as 1. After k empty months it may have ended, and counts as the chance
 * that it has not, a^k/(a^k + h·Σ_{j<k} a^j) with a = (1 − h)(1 − q).
 * Refuses data shorter than the window of the inflow, and no spell at all with a known end.
 */
export function estimateCohort(spells: CohortSpells, options: CohortEstimateOptions): CohortEstimate {
  const firstOfWindow = options.untilMonth - options.allowedGap - options.inflowMonths
  if (firstOfWindow < options.firstMonth)
    throw new CannotCalculate('too-short', {
      found: options.untilMonth - options.firstMonth,
      needed: options.inflowMonths + options.allowedGap,
    })
  const risk = riskByDuration(spells, options.bands.at(-1)!)
  const hazard = shrunkHazard(risk, options)
  const activeShare = activeShareOf(spells)
  const starts = startsByMonth(spells, firstOfWindow, options.inflowMonths)
  return {
    start: expectedStock(spells, options.untilMonth - 1, hazard, activeShare),
    hazard,
    hazardWeight: risk.months.map((months) => months + options.bandWeight),
    activeShare,
    inflow: mean(starts),
    inflowSize: sizeOf(starts),
    seasonal: seasonalOf(starts, firstOfWindow),
  }
}

type Risk = { events: Float64Array; months: Float64Array }

function riskByDuration({ length, start, last, resolved, leftUnknown }: CohortSpells, durations: number): Risk {
  const [events, months] = [new Float64Array(durations), new Float64Array(durations)]
  for (let spell = 0; spell < length; spell++) {
    if (leftUnknown[spell]) continue
    const span = last[spell]! - start[spell]! + 1
    const known = resolved[spell] ? span : span - 1
    for (let duration = 1; duration <= known; duration++) months[Math.min(duration, durations) - 1]!++
    if (resolved[spell]) events[Math.min(span, durations) - 1]!++
  }
  return { events, months }
}

function shrunkHazard({ events, months }: Risk, { bands, bandWeight }: CohortEstimateOptions): Float64Array {
  const bandOf = (duration: number) => bands.findLastIndex((first) => first <= duration)
  const inBand = (values: Float64Array, band: number) => sum(values.filter((_, at) => bandOf(at + 1) === band))
  const bandHazard = bands.map((_, band) => (inBand(events, band) + 0.5) / (inBand(months, band) + 1))
  return events.map((count, at) => (count + bandWeight * bandHazard[bandOf(at + 1)]!) / (months[at]! + bandWeight))
}

function activeShareOf({ length, start, last, paidMonths, resolved }: CohortSpells): number {
  let [paid, months] = [0, 0]
  for (let spell = 0; spell < length; spell++) {
    if (!resolved[spell]) continue
    paid += paidMonths[spell]!
    months += last[spell]! - start[spell]! + 1
  }
  if (months === 0) throw new CannotCalculate('too-few', { what: 'avslutade biståndsperioder', found: 0, needed: 1 })
  return paid / months
}

function startsByMonth({ length, start }: CohortSpells, first: number, months: number): Float64Array {
  const starts = new Float64Array(months)
  // What falls outside the window has no place in a typed array, and leaves no trace.
  for (let spell = 0; spell < length; spell++) starts[start[spell]! - first]!++
  return starts
}

/** By moments: the variance is mean + mean²/size. */
function sizeOf(starts: Float64Array): number {
  const [middle, spread] = [mean(starts), variance(starts)]
  return spread > middle ? (middle * middle) / (spread - middle) : Infinity
}

function seasonalOf(starts: Float64Array, first: number): Float64Array {
  const middle = mean(starts)
  return Float64Array.from({ length: 12 }, (_, calendarMonth) => {
    const own = starts.filter((_, month) => (first + month) % 12 === calendarMonth)
    return own.length === 0 || middle === 0 ? 1 : mean(own) / middle
  })
}

function expectedStock(spells: CohortSpells, lastMonth: number, hazard: Float64Array, activeShare: number) {
  const stock = new Float64Array(hazard.length)
  const placeOf = (duration: number) => Math.min(duration, hazard.length) - 1
  for (let spell = 0; spell < spells.length; spell++) {
    if (spells.resolved[spell]) continue
    const [start, last] = [spells.start[spell]!, spells.last[spell]!]
    const leaving = hazard[placeOf(last - start + 1)]!
    stock[placeOf(lastMonth - start + 1)]! += chanceToGoOn(lastMonth - last, leaving, activeShare)
  }
  return stock
}

function chanceToGoOn(emptyMonths: number, leaving: number, activeShare: number): number {
  const staysUnpaid = (1 - leaving) * (1 - activeShare)
  let [goesOn, hasLeft] = [1, 0]
  for (let month = 0; month < emptyMonths; month++) {
    hasLeft += goesOn * leaving
    goesOn *= staysUnpaid
  }
  return goesOn / (goesOn + hasLeft)
}
