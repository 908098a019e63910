import type { TableCell, Withheld } from '../analysis/figures.ts'
import type { KeyFigure, KeyFigureUnit } from './key-figures.ts'
import type { OwnValue } from './own-figures.ts'
import { country, type ReferenceGender, type ReferenceValue } from './reference.ts'

/** A value in the key figure's unit, or why there is none. */
export type Told = { value: number | null; withheld?: Withheld }

/** A year of a key figure: ours, what Kolada has of the same municipality, the similar ones' mean, and the country. */
export type ComparedYear = {
  year: number
  ours: Told
  published: Told
  peers: Told
  /** How many of the similar municipalities the mean is of. */
  peerCount: number
  country: Told
}

export type Compared = { figure: KeyFigure; years: ComparedYear[] }

export type ComparedWith = { own: string; peers: readonly string[] }

/** Numbers of people and amounts depend on the size of the municipality: only its own are set side by side. */
export const isOfSize = (unit: KeyFigureUnit): boolean =>
  unit === 'persons' || unit === 'households' || unit === 'thousands'

/** The years of a key figure, of all or of one gender. The similar ones' mean is unweighted, as Kolada's own group values are. */
export function compareYears(
  figure: KeyFigure,
  gender: ReferenceGender,
  values: readonly ReferenceValue[],
  ours: readonly OwnValue[],
  { own, peers }: ComparedWith,
): ComparedYear[] {
  const of = values.filter((each) => each.source === 'kolada' && each.series === figure.id && each.gender === gender)
  const mine = ours.filter((each) => each.series === figure.id && each.gender === gender)
  const years = [...new Set([...of, ...mine].map(({ year }) => year))].toSorted((one, other) => one - other)
  const byPlace = new Map(of.map((each) => [`${each.area} ${each.year}`, each.value]))
  const at = (area: string, year: number): Told => told(byPlace.get(`${area} ${year}`) ?? null)
  return years.map((year) => {
    const known = peers.map((area) => at(area, year).value).filter((value) => value !== null)
    const found = mine.find((each) => each.year === year)
    return {
      year,
      ours: figure.own ? (found ?? told(null)) : notComparable,
      published: at(own, year),
      peers: isOfSize(figure.unit) ? notComparable : told(known.length > 0 ? mean(known) : null),
      peerCount: known.length,
      country: isOfSize(figure.unit) ? notComparable : at(country, year),
    }
  })
}

/** The year to speak of: the last that Kolada has of the municipality, else the last there is. Null when there is none. */
export const latestYear = (years: readonly ComparedYear[]): ComparedYear | null =>
  years.findLast(({ published }) => published.value !== null) ?? years.at(-1) ?? null

const told = (value: number | null): Told => (value === null ? { value, withheld: 'no-data' } : { value })

const notComparable: Told = { value: null, withheld: 'not-applicable' }

const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length

/** As tables and charts have it: shares 0–1, people and kronor whole. */
export const shownValue = (value: number, unit: KeyFigureUnit): number =>
  unit === 'percent' ? value / 100 : unit === 'days' || unit === 'index' ? value : Math.round(value)

export const cellOf = ({ value, withheld }: Told, unit: KeyFigureUnit): TableCell => ({
  value: value === null ? null : shownValue(value, unit),
  ...{ numerator: null, denominator: null, unit: cellUnit[unit] },
  ...(withheld && { withheld }),
})

const cellUnit = {
  percent: 'share',
  persons: 'persons',
  households: 'households',
  ...{ kronor: 'count', thousands: 'count', days: 'count', index: 'count' },
} as const satisfies Record<KeyFigureUnit, TableCell['unit']>
