import type { FigureValue, IndicatorFigure } from '../analysis/figures.ts'
import { monthIndex } from '../values/month.ts'
import { groupWithin, idOf, type Months } from './count-cell.ts'
import { isHiddenFigure, isKnownFigure, type Told } from './told.ts'

/** A quantity, and the months that it is of when an indicator of a period tells it. */
export type Quantity = { id: string; monthsOf?: (period: Months) => Months }

type Counted = { numerator?: Quantity; denominator?: Quantity }

export const lastMonthOf = ({ until }: Months): Months => ({ from: until - 1, until })
const yearsTo =
  (years: number) =>
  ({ until }: Months): Months => {
    const end = Math.floor(until / 12) * 12
    return { from: end - years * 12, until: end }
  }

/** The latest whole calendar year by the end of a period. */
export const wholeYear = yearsTo(1)
export const threeYears = yearsTo(3)

export const householdMonths: Quantity = { id: 'household-months' }
export const households: Quantity = { id: 'households' }
export const ongoing: Quantity = { id: 'stock-at-end', monthsOf: lastMonthOf }
export const rolling: Quantity = { id: 'long-term-rolling-12', monthsOf: lastMonthOf }
const own = (id: string, monthsOf?: Quantity['monthsOf']): Counted => ({
  numerator: { id, ...(monthsOf && { monthsOf }) },
})

/**
 * What each indicator counts above and below the line. What two of them count alike has one name. Amounts, inhabitants and
 * months are no counts of anybody; an indicator that is not here tells none.
 */
const counted: Record<string, Counted> = {
  'households-per-month': { numerator: householdMonths },
  households: { numerator: households },
  persons: own('persons'),
  adults: own('adults'),
  children: own('children'),
  'share-of-population': own('persons'),
  'share-of-children': own('children'),
  'months-per-household': { numerator: householdMonths, denominator: households },
  'cost-per-household-month': { denominator: householdMonths },
  'top-share-of-households': { denominator: households },
  inflow: own('inflow'),
  outflow: own('outflow'),
  'stock-at-end': { numerator: ongoing },
  'return-within-6': { ...own('returned-6'), denominator: { id: 'ended-6' } },
  'return-within-12': { ...own('returned-12'), denominator: { id: 'ended-12' } },
  'long-term-calendar-year': own('long-term-calendar-year', wholeYear),
  'long-term-calendar-year-persons': own('long-term-calendar-year-persons', wholeYear),
  'long-term-very-long': own('long-term-very-long', threeYears),
  'long-term-very-long-persons': own('long-term-very-long-persons', threeYears),
  'long-term-rolling-12': { numerator: rolling },
  'long-term-rolling-12-persons': own('long-term-rolling-12-persons', lastMonthOf),
  applications: own('applications'),
  decisions: own('decisions'),
  'rejection-share': { ...own('rejections'), denominator: { id: 'decisions' } },
}

export const cellFor = ({ id, monthsOf }: Quantity, cellKey: string, period: Months): string =>
  idOf({ definitionId: id, cellKey, ...(monthsOf ? monthsOf(period) : period) })

/** The counts that an indicator tells: of the period, of the year before, month by month and group by group. */
export function toldByIndicator(
  figure: IndicatorFigure,
  others: readonly IndicatorFigure[],
  period: Months,
  cellKey: string,
): Told[] {
  const quantities = counted[figure.id]
  if (!quantities) return []
  const { comparison, splits = [], series = [] } = figure
  const told: (Told | null)[] = [toldByValue(figure, quantities, cellKey, period)]
  if (comparison) {
    const before = { from: monthIndex(comparison.from), until: monthIndex(comparison.to) + 1 }
    told.push(toldByValue(comparison, quantities, cellKey, before))
  }
  for (const split of splits)
    told.push(toldByValue(split, quantities, groupWithin(cellKey, split.by, split.category), period))
  told.push(...emptyGroups(figure, quantities, cellKey, period))
  for (const point of series) told.push(toldByMonth(figure, point, others, cellKey))
  return told.filter((each) => each !== null)
}

function toldByValue(
  value: FigureValue,
  { numerator, denominator }: Counted,
  cellKey: string,
  period: Months,
): Told | null {
  const isHidden = isHiddenFigure(value)
  if (!isHidden && !isKnownFigure(value)) return null
  const above = numerator && cellFor(numerator, cellKey, period)
  const below = denominator && cellFor(denominator, cellKey, period)
  return {
    own: above ?? null,
    cells: [
      ...(above ? [{ id: above, count: value.numerator }] : []),
      ...(below ? [{ id: below, count: value.denominator }] : []),
    ],
    ...{ isHidden, value, table: null },
  }
}

/** A group of those whose category is not known is not shown when there are none: a reader knows that it is nought. */
function emptyGroups({ splits = [] }: IndicatorFigure, { numerator, denominator }: Counted, key: string, at: Months) {
  const divided = [...new Set(splits.map(({ by }) => by))].filter((by) => by !== 'children')
  return divided
    .filter((by) => !splits.some((split) => split.by === by && split.category === 'unknown'))
    .map((by): Told => {
      const ids = [numerator, denominator].flatMap((each) =>
        each ? [cellFor(each, groupWithin(key, by, 'unknown'), at)] : [],
      )
      return {
        ...{ own: ids[0] ?? null, isHidden: false, value: null, table: null },
        cells: ids.map((id) => ({ id, count: 0 })),
      }
    })
}

type Point = { month: NonNullable<IndicatorFigure['series']>[number]['month']; value: number | null }

function toldByMonth(figure: IndicatorFigure, point: Point, others: readonly IndicatorFigure[], cellKey: string) {
  const from = monthIndex(point.month)
  const month = { from, until: from + 1 }
  const { numerator, denominator } = counted[figure.id]!
  const beside = (id: string): number | null | undefined =>
    others.find((each) => each.id === id)?.series?.find((each) => each.month === point.month)?.value
  const isHidden = point.value === null
  const told = (cells: Told['cells']): Told => ({
    ...{ own: numerator ? cellFor(numerator, cellKey, month) : null, cells, isHidden, value: point, table: null },
  })
  if (denominator && numerator) {
    const base = beside(figure.id === 'rejection-share' ? 'decisions' : '')
    // Of nothing there is no share, and that is no secret.
    if (base === undefined || base === 0) return null
    const part = point.value === null || base === null ? null : Math.round(point.value * base)
    return told([
      { id: cellFor(numerator, cellKey, month), count: part },
      { id: cellFor(denominator, cellKey, month), count: base ?? undefined },
    ])
  }
  if (denominator) {
    // An amount divided by what one of them costs is how many they are.
    const paid = beside('paid')
    if (point.value === null || paid === undefined) return null
    const count = paid === null || point.value === 0 ? undefined : Math.round(paid / point.value)
    return told([{ id: cellFor(denominator, cellKey, month), count }])
  }
  return numerator ? told([{ id: cellFor(numerator, cellKey, month), count: point.value }]) : null
}
