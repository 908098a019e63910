import type { FigureValue, IndicatorFigure, Withheld } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import { type KeyFigure, keyFigures, type KeyFigureUnit } from './key-figures.ts'
import type { ReferenceGender } from './reference.ts'

/** A figure of ours in the unit of the key figure that it comes nearest. */
export type OwnValue = {
  series: string
  year: number
  gender: ReferenceGender
  value: number | null
  withheld?: Withheld
}

type Inhabitants = { total: number; children: number } | null

/** Our own figures of the whole calendar years that the register holds, after disclosure control. */
export async function loadOwnFigures(figures: FiguresService, municipality: Municipality): Promise<OwnValue[]> {
  const reach = await figures.reach(municipality)
  if (!reach) return []
  const found: OwnValue[] = []
  for (const year of wholeYears(reach.from, reach.to)) {
    const period = { from: month(`${year}-01`), to: month(`${year}-12`) }
    const indicators = await figures.indicators(municipality, { ...period, splits: ['gender'] }, indicatorIds)
    const inhabitants = await figures.population(municipality, { from: period.from, until: month(`${year + 1}-01`) })
    found.push(...keyFigures.flatMap((each) => ownValues(each, year, indicators, inhabitants)))
  }
  return found
}

/** Years whose every month lies in the data. */
export function wholeYears(from: string, to: string): number[] {
  const first = Number(from.slice(0, 4)) + (from.endsWith('-01') ? 0 : 1)
  const last = Number(to.slice(0, 4)) - (to.endsWith('-12') ? 0 : 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

const indicatorIds = [
  ...new Set(keyFigures.flatMap(({ own }) => (own ? [own.indicator, ...(own.per ? [own.per] : [])] : []))),
]

/** All, and women and men where Kolada has them too and the base is not inhabitants, whose gender is not known here. */
export function ownValues(
  { id, unit, own, byGender }: KeyFigure,
  year: number,
  indicators: readonly IndicatorFigure[],
  inhabitants: Inhabitants,
): OwnValue[] {
  if (!own) return []
  const figure = indicators.find((each) => each.id === own.indicator)
  if (!figure) return []
  const base = baseOf(own.per, indicators, inhabitants)
  const all = { series: id, year, gender: 'T' as const, ...valueIn(unit, figure, base) }
  const other = indicators.find((each) => each.id === own.per)
  if (!byGender || (own.per !== undefined && !other)) return [all]
  const parts = [['K', 'woman'] as const, ['M', 'man'] as const].flatMap(([gender, category]): OwnValue[] => {
    const part = splitOf(figure, category)
    const under = own.per === undefined ? one : splitOf(other, category)
    return part && under ? [{ series: id, year, gender, ...valueIn(unit, part, under) }] : []
  })
  return [all, ...parts]
}

const one: FigureValue = { value: 1, numerator: 1, denominator: 1 }

function baseOf(per: string | undefined, indicators: readonly IndicatorFigure[], known: Inhabitants): FigureValue {
  if (per === undefined) return one
  const indicator = indicators.find((each) => each.id === per)
  if (indicator) return indicator
  const count = known && (per === 'inhabitants' ? known.total : known.total - known.children)
  return count ? { ...one, value: count } : { value: null, numerator: null, denominator: null, withheld: 'no-data' }
}

const splitOf = (figure: IndicatorFigure | undefined, category: string): FigureValue | undefined =>
  figure?.splits?.find((each) => each.by === 'gender' && each.category === category)

/** Withheld when either part is. Both have been published by themselves, so their ratio tells nothing new. */
function valueIn(
  unit: KeyFigureUnit,
  figure: FigureValue,
  base: FigureValue,
): { value: number | null; withheld?: Withheld } {
  if (figure.value === null || base.value === null || base.value === 0)
    return { value: null, withheld: figure.withheld ?? base.withheld ?? 'no-data' }
  return { value: (figure.value / base.value) * perUnit[unit] }
}

/** From shares 0–1 and öre to what Kolada prints. */
const perUnit: Record<KeyFigureUnit, number> = {
  ...{ percent: 100, persons: 1, households: 1, days: 1, index: 1 },
  ...{ kronor: 1 / 100, thousands: 1 / 100_000 },
}
