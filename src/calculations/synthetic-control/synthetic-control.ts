import { CannotCalculate } from '../refusal.ts'
import { mean, quantile } from '../sample-statistics.ts'
import { simplexWeights } from './simplex-weights.ts'

export type SyntheticPanel = {
  /** The series of the unit with the intervention. */
  treated: Float64Array
  /** Series of the same periods from units without it. */
  donors: readonly Float64Array[]
  /** The place in the series of the first period with the intervention. */
  start: number
  /** How many periods just before the start set the level that the index is relative to. */
  basePeriods: number
}

export type Comparison = {
  /** The mean gap from the start on, in log: −0.05 is about 5 per cent less than without the intervention. */
  effect: number
  /** One per donor, not negative, the sum 1. */
  weights: Float64Array
  /** The log index of the treated less that of the weighted donors, by period. */
  gap: Float64Array
  /** The root mean squared gap before the start: what the weights leave unexplained. */
  fitBefore: number
  /** The root mean squared gap after over that before; null when the fit before is perfect. */
  ratio: number | null
  placebo: Placebo
}

/** The same comparison made for each donor, among the other donors, where nothing happened. */
export type Placebo = {
  effects: Float64Array
  /** The share of all units, the treated included, whose effect is at least as far from zero as that of the treated. */
  p: number
  /** The same for `ratio`, where a bad fit before the start counts against a unit (Abadie et al. 2010). */
  ratioP: number
  /** 90 and 95 per cent of the placebo effects are nearer zero than these. */
  limit90: number
  limit95: number
}

/** Chooses the weights of donors from index series before the start. */
type Weighting = (target: Float64Array, donors: readonly Float64Array[]) => Float64Array

/**
 * Synthetic control (Abadie, Diamond & Hainmueller 2010) on the log index log(Y_t / mean Y of the base periods).
 *
 * The weights, on the simplex, bring the donors' weighted index nearest to that of the treated in all periods before
 * the start; the gap after it is the effect. Inference is by placebo in space: how far from zero the method comes for
 * units where nothing happened. The least p there is, is one over the number of units.
 * Refuses fewer than two donors, fewer than two periods or fewer than `basePeriods` before the start, none after it,
 * and a value that is missing or not above zero, which has no logarithm.
 */
export const syntheticControl = (panel: SyntheticPanel): Comparison => compare(panel, simplexWeights)

/** Difference-in-differences of the log index: every donor weighs the same. The rest as `syntheticControl`. */
export const evenControl = (panel: SyntheticPanel): Comparison =>
  compare(panel, (_, donors) => new Float64Array(donors.length).fill(1 / donors.length))

function compare(panel: SyntheticPanel, weighting: Weighting): Comparison {
  check(panel)
  const treated = logIndex(panel.treated, panel)
  const donors = panel.donors.map((series) => logIndex(series, panel))
  const fit = fitOf(treated, donors, panel.start, weighting)
  const others = donors.map((donor, at) => fitOf(donor, donors.toSpliced(at, 1), panel.start, weighting))
  const sizes = others.map(({ effect }) => Math.abs(effect))
  return {
    ...fit,
    ratio: Number.isFinite(fit.ratio) ? fit.ratio : null,
    placebo: {
      effects: Float64Array.from(others, ({ effect }) => effect),
      p: shareAtLeast(sizes, Math.abs(fit.effect)),
      ratioP: shareAtLeast(
        others.map(({ ratio }) => ratio),
        fit.ratio,
      ),
      limit90: quantile(sizes, 0.9),
      limit95: quantile(sizes, 0.95),
    },
  }
}

function check({ treated, donors, start, basePeriods }: SyntheticPanel) {
  const needed = Math.max(2, basePeriods)
  if (donors.length < 2)
    throw new CannotCalculate('too-few', { what: 'enheter att jämföra med', found: donors.length, needed: 2 })
  if (start < needed) throw new CannotCalculate('too-few', { what: 'perioder före start', found: start, needed })
  if (start >= treated.length)
    throw new CannotCalculate('too-few', { what: 'perioder från start', found: 0, needed: 1 })
  for (const series of [treated, ...donors]) {
    const bad = series.find((value) => !(value > 0 && value < Infinity))
    if (bad !== undefined)
      throw new CannotCalculate('bad-value', { column: 'outcome', found: bad, expected: 'ett tal över noll' })
  }
}

function logIndex(series: Float64Array, { start, basePeriods }: SyntheticPanel): Float64Array {
  const base = mean(series.subarray(start - basePeriods, start))
  return series.map((value) => Math.log(value / base))
}

function fitOf(treated: Float64Array, donors: readonly Float64Array[], start: number, weighting: Weighting) {
  const weights = weighting(
    treated.subarray(0, start),
    donors.map((donor) => donor.subarray(0, start)),
  )
  const gap = treated.map((value, period) =>
    donors.reduce((rest, donor, at) => rest - weights[at]! * donor[period]!, value),
  )
  const [before, after] = [rootMeanSquare(gap.subarray(0, start)), rootMeanSquare(gap.subarray(start))]
  return { effect: mean(gap.subarray(start)), weights, gap, fitBefore: before, ratio: after === 0 ? 0 : after / before }
}

const rootMeanSquare = (values: Float64Array) => Math.sqrt(mean(values.map((value) => value * value)))

const shareAtLeast = (others: readonly number[], own: number) =>
  (1 + others.filter((each) => each >= own).length) / (1 + others.length)
