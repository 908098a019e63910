import { isCovered } from '../../calculations/assistance.ts'
import { baseIsTooSmall, isTooFew, protectLines } from '../../calculations/disclosure.ts'
import { keep, type Selection, sizeOf, subjectCount, tally } from '../../calculations/selection.ts'
import type { DisclosureLimits } from '../../parameters/disclosure-limits.ts'
import { type Month, monthFromIndex } from '../../values/month.ts'
import type { FigureValue, IndicatorFigure, SplitBy, Withheld } from '../figures.ts'
import { type Calculation, type Context, type Fraction, type Indicator, isWithheld } from './indicator.ts'
import { belongsTo, groupingBy } from './split-grouping.ts'

/** Whose figures, and whether they are to be published: then with the limits that disclosure is held to. */
export type View = { unit: string | undefined; limits: DisclosureLimits | null }

/** The figure for the whole, for a year before, month by month and for the splits. */
export function figureOf(
  indicator: Indicator,
  context: Context,
  before: Context | null,
  view: View,
  splits: SplitBy[],
) {
  const whole = wholeOf(indicator, context, view)
  const { numerator, denominator, version, name, id, definition, unit, source } = indicator
  const heading = { id, name, definition, unit, source, definitionVersion: version }
  const figure: IndicatorFigure = { ...heading, numeratorText: numerator, denominatorText: denominator, ...whole }
  if (before) figure.comparison = { ...wholeOf(indicator, before, view), ...ends(before) }
  if (indicator.series) figure.series = seriesOf(indicator, context, view, isHidden(whole))
  if (splits.length > 0 && !indicator.wholeOnly)
    figure.splits = splits.flatMap((by) => splitOf(indicator, context, view, by, isHidden(whole)))
  return figure
}

/** The rows above and below the line, for the unit that is asked for. Nothing for a period outside the data. */
export function fractionOf(calculate: Calculation, context: Context, unit: string | undefined): Fraction | Withheld {
  if (!isCovered(context.prepared, context.months)) return 'no-data'
  const result = calculate(context)
  if (isWithheld(result) || unit === undefined) return result
  const ofUnit = (selection: Selection) => keep(selection, belongsTo(context.prepared.panel, selection.table, unit))
  const { numerator, denominator } = result
  return {
    numerator: ofUnit(numerator),
    denominator: typeof denominator === 'number' ? denominator : ofUnit(denominator),
  }
}

export const withheld = (reason: Withheld): FigureValue => ({
  value: null,
  numerator: null,
  denominator: null,
  withheld: reason,
})

/** Numerator over denominator; nothing over nothing is no figure. Shares of a small base are not published. */
export function valueOf(
  numerator: number,
  denominator: number,
  isShare: boolean,
  limits: DisclosureLimits | null,
): FigureValue {
  if (denominator === 0) return withheld('no-data')
  if (limits && isShare && baseIsTooSmall(denominator, limits))
    return { value: null, numerator, denominator, withheld: 'too-few' }
  return { value: numerator / denominator, numerator, denominator }
}

/** Too few for any of its numbers to be shown; then its parts are not shown either. */
const isHidden = (value: FigureValue) => value.withheld === 'too-few' && value.numerator === null

const ends = ({ months }: Context): { from: Month; to: Month } => ({
  from: monthFromIndex(months.from),
  to: monthFromIndex(months.until - 1),
})

function wholeOf(indicator: Indicator, context: Context, view: View): FigureValue {
  if (indicator.wholeOnly && view.unit !== undefined) return withheld('no-data')
  const fraction = fractionOf(indicator.calculate, context, view.unit)
  if (isWithheld(fraction)) return withheld(fraction)
  const { limits } = view
  if (limits && wholeLines(indicator, context, view, fraction).some((count) => isTooFew(count, limits)))
    return withheld('too-few')
  return fractionValue(indicator, fraction, view)
}

const fractionValue = (indicator: Indicator, { numerator, denominator }: Fraction, { limits }: View) =>
  valueOf(sizeOf(numerator), sizeOfBase(denominator), indicator.unit === 'share', limits)

const sizeOfBase = (base: Selection | number) => (typeof base === 'number' ? base : sizeOf(base))

/** Every count of somebody that the figure would tell: above the line, below it, between them, and its companions. */
function wholeLines(indicator: Indicator, context: Context, view: View, fraction: Fraction): number[] {
  const { panel } = context.prepared
  const { numerator, denominator } = fraction
  const lines = [subjectCount(panel, numerator)]
  if (typeof denominator !== 'number') lines.push(subjectCount(panel, denominator))
  if (indicator.isPart) lines.push(sizeOfBase(denominator) - sizeOf(numerator))
  for (const calculate of indicator.companions ?? []) {
    const companion = fractionOf(calculate, context, view.unit)
    if (!isWithheld(companion)) lines.push(subjectCount(panel, companion.numerator))
  }
  return lines
}

function seriesOf(indicator: Indicator, context: Context, view: View, wholeIsHidden: boolean) {
  const { from, until } = context.months
  const monthly = Array.from({ length: until - from }, (_, offset) => {
    const month = { ...context, months: { from: from + offset, until: from + offset + 1 } }
    return { month, fraction: fractionOf(indicator.calculate, month, view.unit) }
  })
  const hidden = view.limits && hiddenMonths(indicator, monthly, view, view.limits)
  return monthly.map(({ fraction }, index) => {
    const isAbsent = isWithheld(fraction) || wholeIsHidden || hidden?.[index]
    return {
      month: monthFromIndex(from + index),
      value: isAbsent ? null : fractionValue(indicator, fraction, view).value,
    }
  })
}

type MonthFraction = { month: Context; fraction: Fraction | Withheld }

function hiddenMonths(indicator: Indicator, monthly: MonthFraction[], view: View, limits: DisclosureLimits): boolean[] {
  const byMonth = monthly.map(({ month, fraction }) =>
    isWithheld(fraction) ? [] : wholeLines(indicator, month, view, fraction),
  )
  if (indicator.series === 'single') return byMonth.map((lines) => lines.some((count) => isTooFew(count, limits)))
  const width = Math.max(0, ...byMonth.map((lines) => lines.length))
  const lines = Array.from({ length: width }, (_, line) => byMonth.map((counts) => counts[line] ?? 0))
  return protectLines(lines, limits).hidden
}

function splitOf(indicator: Indicator, context: Context, view: View, by: SplitBy, wholeIsHidden: boolean) {
  const fraction = fractionOf(indicator.calculate, context, view.unit)
  if (isWithheld(fraction)) return []
  const { panel } = context.prepared
  const { categories } = groupingBy(panel, fraction.numerator.table, by)
  const counted = (selection: Selection) => tally(panel, selection, groupingBy(panel, selection.table, by))
  const above = counted(fraction.numerator)
  const below = typeof fraction.denominator === 'number' ? null : counted(fraction.denominator)
  const hidden = view.limits ? hiddenCategories() : []
  return categories.flatMap((category, index) => {
    const numerator = above.sums[index]!
    const denominator = below ? below.sums[index]! : Number(fraction.denominator)
    const isEmpty = numerator === 0 && (!below || denominator === 0)
    if (category.category === 'unknown' && isEmpty) return []
    const isAbsent = hidden[index] || (wholeIsHidden && !isEmpty)
    const value = isAbsent
      ? withheld('too-few')
      : valueOf(numerator, denominator, indicator.unit === 'share', view.limits)
    return [{ by, ...category, ...value }]
  })

  function hiddenCategories(): boolean[] {
    const lines = [above.subjects, ...(below ? [below.subjects] : [])].map((line) => Array.from(line))
    if (indicator.isPart && below) lines.push(Array.from(below.sums, (sum, index) => sum - above.sums[index]!))
    for (const calculate of indicator.companions ?? []) {
      const companion = fractionOf(calculate, context, view.unit)
      if (!isWithheld(companion)) lines.push(Array.from(counted(companion.numerator).subjects))
    }
    return view.limits ? protectLines(lines, view.limits).hidden : []
  }
}
