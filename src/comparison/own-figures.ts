import type { Figures, FigureValue, IndicatorFigure, Release, SplitBy, Withheld } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { type Month, month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import {
  type InhabitantGroup,
  type KeyFigure,
  type KeyFigureUnit,
  type OwnFigure,
  type OwnPart,
} from './key-figures.ts'
import type { ReferenceGender, ReferenceValue } from './reference.ts'

/** A figure of ours in the unit of the key figure that it comes nearest. */
export type OwnValue = {
  series: string
  year: number
  gender: ReferenceGender
  value: number | null
  withheld?: Withheld
}

/** Inhabitants of the end of a year; null when they are not known. */
type InhabitantsOf = (group: InhabitantGroup, gender: ReferenceGender) => number | null

/** A year's figures, and how many inhabitants there are to divide them by. */
type OwnYear = { year: number; figures: Figures; inhabitants: InhabitantsOf }

/**
 * Our own figures of the whole calendar years that the register holds, after disclosure control, for the key figures asked for.
 * `published` are the values that are kept of the municipality: SCB's inhabitants by age and gender are among them.
 */
export async function loadOwnFigures(
  service: FiguresService,
  municipality: Municipality,
  { asked, published }: { asked: readonly KeyFigure[]; published: readonly ReferenceValue[] },
  release?: Release,
): Promise<OwnValue[]> {
  const reach = await service.reach(municipality)
  if (!reach) return []
  const years: OwnYear[] = []
  for (const year of wholeYears(reach.from, reach.to)) {
    const ofScb = published.filter((each) => each.source === 'scb' && each.year === year)
    years.push(await ownYear(service, municipality, year, indicatorsOf(asked), ofScb))
  }
  const made = (all: readonly Figures[]) =>
    years.flatMap(({ year, inhabitants }, at) =>
      asked.flatMap((each) => ownValues(each, year, all[at]?.indicators ?? [], inhabitants)),
    )
  const all = years.map(({ figures }) => figures)
  return made(release ? await release(all, { makes: made }) : all)
}

async function ownYear(
  service: FiguresService,
  municipality: Municipality,
  year: number,
  ids: readonly string[],
  ofScb: readonly ReferenceValue[],
): Promise<OwnYear> {
  const period = { from: month(`${year}-01`), to: month(`${year}-12`) }
  const figures = await someFigures(
    service,
    municipality,
    { ...period, splits: ['gender', 'age', 'householdType'] },
    ids,
  )
  const known = await service.population(municipality, { from: period.from, until: month(`${year + 1}-01`) })
  const inhabitants: InhabitantsOf = (group, gender) => {
    if (gender === 'T' && group === 'inhabitants') return known?.total ?? null
    if (gender === 'T' && group === 'inhabitants-18') return known ? known.total - known.children : null
    return ofScb.find((each) => each.series === group && each.gender === gender)?.value ?? null
  }
  return { year, figures, inhabitants }
}

/** Some indicators as figures that may leave the unit. */
export async function someFigures(
  service: FiguresService,
  { code, name, ...rest }: Municipality,
  period: { from: Month; to: Month; splits?: SplitBy[] },
  ids: readonly string[],
): Promise<Figures> {
  const { from, to } = period
  return {
    ...{ municipality: { code, name }, from, to, knownAt: null, dataFrom: from, dataTo: to, tables: [] },
    indicators: await service.indicators({ code, name, ...rest }, period, ids),
  }
}

/** Years whose every month lies in the data. */
export function wholeYears(from: string, to: string): number[] {
  const first = Number(from.slice(0, 4)) + (from.endsWith('-01') ? 0 : 1)
  const last = Number(to.slice(0, 4)) - (to.endsWith('-12') ? 0 : 1)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

const indicatorsOf = (asked: readonly KeyFigure[]): string[] => [
  ...new Set(asked.flatMap(({ own }) => (own ? [own.indicator, ...(own.per ? [own.per] : [])] : []))),
]

const genders = [
  ['K', 'woman'],
  ['M', 'man'],
] as const

/** All, and women and men where Kolada has them and we have what they are divided by. A part of an indicator has no genders of its own. */
export function ownValues(
  { id, unit, own, byGender }: KeyFigure,
  year: number,
  indicators: readonly IndicatorFigure[],
  inhabitants: InhabitantsOf,
): OwnValue[] {
  const figure = indicators.find((each) => each.id === own?.indicator)
  if (!own || !figure) return []
  const per = indicators.find((each) => each.id === own.per)
  const whole = own.part ? sumOf(figure, own.part) : figure
  const all = { series: id, year, gender: 'T' as const, ...valueIn(unit, whole, baseOf(own, per, inhabitants, 'T')) }
  if (!byGender || own.part) return [all]
  const parts = genders.flatMap(([gender, category]): OwnValue[] => {
    const part = splitOf(figure, 'gender', category)
    const base = baseOf(own, per && splitOf(per, 'gender', category), inhabitants, gender)
    return part && base.value !== null ? [{ series: id, year, gender, ...valueIn(unit, part, base) }] : []
  })
  return [all, ...parts]
}

const counted = (value: number): FigureValue => ({ value, numerator: value, denominator: 1 })
const noData: FigureValue = { value: null, numerator: null, denominator: null, withheld: 'no-data' }

/** What is divided by: nothing, an indicator of the same persons, or inhabitants. */
function baseOf(
  { per }: OwnFigure,
  indicator: FigureValue | undefined,
  inhabitants: InhabitantsOf,
  gender: ReferenceGender,
): FigureValue {
  if (per === undefined) return counted(1)
  if (!isInhabitants(per)) return indicator ?? noData
  const count = inhabitants(per, gender)
  return count ? counted(count) : noData
}

const isInhabitants = (per: string): per is InhabitantGroup => per.startsWith('inhabitants')

const splitOf = (figure: IndicatorFigure, by: SplitBy, category: string): FigureValue | undefined =>
  figure.splits?.find((each) => each.by === by && each.category === category)

/** A sum that misses one of its parts tells nothing; a category that nobody is in is left out of the split and counts as none. */
function sumOf(figure: IndicatorFigure, { by, categories }: OwnPart): FigureValue {
  if (figure.value === null) return figure
  const parts = categories.flatMap((category) => splitOf(figure, by, category) ?? [])
  const hidden = parts.find(({ value }) => value === null)
  return hidden ?? counted(parts.reduce((sum, { value }) => sum + (value ?? 0), 0))
}

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
