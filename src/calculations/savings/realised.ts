import { effectLimits } from '../../parameters/effect-limits.ts'
import type { MonthIndex } from '../../values/month.ts'
import type { Ore } from '../../values/money.ts'
import type { Gate } from '../effect/gates.ts'
import type { VerdictKind } from '../effect/verdict.ts'
import type { Participations } from '../money-columns.ts'
import type { Panel } from '../panel.ts'
import { CannotCalculate } from '../refusal.ts'
import { quantile, sum } from '../sample-statistics.ts'
import { comparisonGates, comparisonOf } from './comparison.ts'
import type { SavedMonth } from './credit.ts'
import { type ExitRatio, exitRatioOf } from './exit-ratio.ts'
import { type RealisedMonth, byCalendarMonth, bySinceStart, creditedMonthsOf, wholeParts } from './realised-months.ts'
import { placesOf } from './receipt-model.ts'
import { windowOf } from './receipt-records.ts'
import { type ReceiptStudy, type StudyOptions, studyReceipt } from './receipt-study.ts'
import { type Saved, type StartCase, drawnSaved, expectedSaved, startCases } from './start-cases.ts'

export type RealisedQuestion = {
  panel: Panel
  /** Of all interventions, not only the one that is asked for: the others' effects are not to be counted as its own. */
  participations: Participations
  /** One of `participations.interventions`. */
  intervention: string
  /** Months of start that are counted, half-open. Each start is followed to the end of the data. */
  window: { from: MonthIndex; until: MonthIndex }
  options?: RealisedOptions
}

export type RealisedOptions = StudyOptions & {
  /** Of the intervals; 0.95 unless told. */
  level?: number
  /** A saving or a cost below this in all has no interest. Set before the data are seen. */
  smallestOfInterestOre?: Ore
}

/** A negative saving is a cost. Amounts are whole öre. */
export type RealisedSavings = {
  /** Starts in the window by households with assistance that month. */
  treated: number
  /** Starts in the window by households without: they had nothing to leave, and are in no figure. */
  withoutAssistance: number
  /** Households that did not start in a month when one like them did, and what they count as when weighted. */
  controls: number
  effectiveControls: number
  months: RealisedMonth[]
  /** By calendar month; sums to `grossOre`. */
  byMonth: { month: MonthIndex; grossOre: Ore }[]
  /** Household-months of assistance that did not come. */
  savedMonths: number
  /** Before the action's own cost, which is known: it moves the interval without widening it. */
  grossOre: Ore
  lowerOre: Ore
  upperOre: Ore
  /** With all interventions begun in the same month, which share it; sums to `grossOre`. What `attributeChange` takes. */
  creditedMonths: (SavedMonth & { month: MonthIndex })[]
  /** How much faster those who started left, in the first year: what a scenario may assume of others like them. */
  exitRatio: ExitRatio
  gates: Gate[]
  verdict: VerdictKind
  /** The gross in each draw. Those of several interventions are added draw by draw, since their errors go together. */
  drawsOre: Float64Array
}

/**
 * What an intervention has saved so far: assistance that did not come to those who started it, against what would have
 * come had they not, with an interval.
 *
 * **Without the intervention.** Each start is set against the risk set of its month: households with assistance then that
 * did not start (Sianesi 2004). Whoever starts later is a control until then, and from then on tells what that start does:
 * no control is thrown away or weighted up for starting, which is what sequential trials need inverse probability weights
 * for (Hernán & Robins 2016), since the chance to start is part of the model.
 *
 * **Who is chosen.** Those who stay for years are offered less, or more, than others, and for how long somebody has been on
 * assistance tells it only in part: with equal histories the one who starts is more often one who would have left anyway.
 * Weighting by history then credits the intervention with its choice of people. The months of leaving and of starting are
 * therefore modelled together, with types of households that differ in both (timing of events, Abbring & van den Berg 2003;
 * discrete types: Heckman & Singer 1984; how well it finds an effect: Gaure, Røed & Zhang 2007, and on Swedish job seekers
 * Lombardi, van den Berg & Vikström at IFAU). It needs that nobody leaves earlier or later for knowing of a start to come,
 * and that an effect multiplies the hazard alike for all. The types are two; more of them in truth leave some of the choice.
 *
 * **What it did.** The chance of leaving in the twelve months since the start, in three bands, against the same household's
 * own without. From that the chance of assistance month by month with and without, returns included, times what a month
 * of that household costs. An earlier intervention's effect is in both, and a later one in neither, so what all starts
 * saved adds up to what all interventions saved together: nothing is counted twice.
 *
 * **The interval** is of drawing households anew, every factor and type with them, see `drawnModels`.
 *
 * Refuses `no-treated` when nobody with assistance started in the window. Few starts give a wide interval, and a shut gate.
 * `study` is what is worked out once for all interventions of the same panel.
 */
export function realisedSavings(
  question: RealisedQuestion,
  study: ReceiptStudy = studyReceipt(question.panel, question.participations, question.options),
): RealisedSavings {
  const { participations, intervention, window, options = {} } = question
  const position = participations.interventions.indexOf(intervention)
  const cases = startCases(study, position, window)
  if (cases.length === 0) throw new CannotCalculate('no-treated')
  const saved = expectedSaved(study, cases)
  const draws = study.draws.map((_, draw) => oreBySince(cases, drawnSaved(study, draw, cases)))
  const drawsOre = Float64Array.from(draws, sum)
  const ends = [(1 - (options.level ?? 0.95)) / 2, (1 + (options.level ?? 0.95)) / 2] as const
  const bounds = (values: ArrayLike<number>) => ends.map((share) => Math.round(quantile(values, share)))
  const grossBySince = wholeParts(oreBySince(cases, saved))
  const [lowerOre, upperOre] = bounds(drawsOre)
  const started = new Set(cases.map(({ record }) => record))
  const comparison = comparisonOf(study.records, position, started)
  const gates = comparisonGates(cases.length, comparison, effectLimits.at(-1)!.value)
  return {
    treated: cases.length,
    withoutAssistance: startsIn(question, position) - cases.length,
    controls: comparison.controls,
    effectiveControls: comparison.effectiveControls,
    months: bySinceStart(study.records, cases, saved, grossBySince, (since) =>
      bounds(draws.map((draw) => draw[since]!)),
    ),
    byMonth: byCalendarMonth(study.records, cases, saved),
    savedMonths: sum(saved.map(sum)),
    grossOre: sum(grossBySince),
    lowerOre: lowerOre!,
    upperOre: upperOre!,
    creditedMonths: creditedMonthsOf(study.records, participations.interventions, cases, saved),
    exitRatio: exitRatioOf(study.fitted.model, study.draws, {
      first: placesOf(study.records).window + windowOf(position, 0),
      level: options.level ?? 0.95,
    }),
    gates,
    verdict: verdictOn(lowerOre!, upperOre!, gates, options.smallestOfInterestOre),
    drawsOre,
  }
}

/** By month since the start, over all cases; as long as the first of them is followed. */
function oreBySince(cases: readonly StartCase[], saved: Saved): Float64Array {
  const total = new Float64Array(Math.max(...cases.map(({ ore }) => ore.length)))
  cases.forEach(({ ore }, at) => {
    for (let since = 0; since < ore.length; since++) total[since]! += saved[at]![since]! * ore[since]!
  })
  return total
}

function startsIn({ participations, window }: RealisedQuestion, intervention: number): number {
  const { start } = participations
  const isIn = (row: number) => start[row]! >= window.from && start[row]! < window.until
  return start.reduce(
    (count, _, row) => count + Number(participations.intervention[row] === intervention && isIn(row)),
    0,
  )
}

/** As `verdictOn` of the effects: every gate is open, or nothing is claimed. */
function verdictOn(lower: Ore, upper: Ore, gates: readonly Gate[], smallestOfInterest = 0): VerdictKind {
  if (gates.some(({ passed }) => !passed)) return 'cannot-tell'
  if (lower > 0 || upper < 0) return 'shown'
  return lower > -smallestOfInterest && upper < smallestOfInterest ? 'excluded' : 'cannot-tell'
}
