import type { FigureTable, TableCell } from '../analysis/figures.ts'
import { cellOf, type Compared, type ComparedYear, latestYear, type Told } from './compare.ts'
import { comparisonText as text } from './comparison.text.ts'
import type { KeyFigure } from './key-figures.ts'
import { differenceText } from './definition-differences.text.ts'
import { keyFigureText, originText, unitText } from './key-figures.text.ts'
import type { CheckedYear } from './official-check.ts'

const version = 1

const cellsOf = ({ ours, published, peers, country }: ComparedYear, { unit }: KeyFigure): TableCell[] =>
  [ours, published, peers, country].map((each) => cellOf(each, unit))

const columns = [
  { id: 'ours', label: text.column.ours },
  { id: 'published', label: text.column.published },
  { id: 'peers', label: text.column.peers },
  { id: 'country', label: text.column.country },
]

/** Every key figure with its latest year until then. The year stands in the row, since they are not published at the same time. */
export function overviewTable(compared: readonly Compared[], untilYear = Infinity): FigureTable {
  const latestYears = new Set<number>()
  const rows = compared.flatMap(({ figure, years }) => {
    const latest = latestYear(years.filter(({ year }) => year <= untilYear))
    if (!latest) return []
    latestYears.add(latest.year)
    return [
      {
        ...{ id: figure.id, label: text.rowOf(keyFigureText[figure.id] ?? figure.id, figure.id, latest.year) },
        cells: cellsOf(latest, figure),
      },
    ]
  })
  return {
    ...{ id: 'comparison', name: text.overview, definition: text.overviewDefinition, source: text.source },
    ...{
      definitionVersion: version,
      columns,
      rows,
      sentence: rows.length > 0 ? text.overviewSentence(rows.length, latestYears.size > 1) : '',
    },
  }
}

/** The years of one key figure, with the difference in definition. */
export function yearsTable({ figure, years }: Compared): FigureTable {
  const name = keyFigureText[figure.id] ?? figure.id
  return {
    ...{ id: `comparison-${figure.id.toLowerCase()}`, name: text.named(name, figure.id) },
    ...{ definition: differenceText(figure), source: originText[figure.origin], definitionVersion: version, columns },
    rows: years.map((each) => ({ id: String(each.year), label: String(each.year), cells: cellsOf(each, figure) })),
    sentence: yearSentence(figure, latestYear(years)),
  }
}

/** The latest year in words. */
export const yearSentence = ({ unit }: KeyFigure, latest: ComparedYear | null): string =>
  latest
    ? text.sentence(latest.year, {
        ours: latest.ours.value === null ? null : cellOf(latest.ours, unit),
        published: latest.published.value === null ? null : cellOf(latest.published, unit),
        peers: latest.peers.value === null ? null : cellOf(latest.peers, unit),
        peerCount: latest.peerCount,
        country: latest.country.value === null ? null : cellOf(latest.country, unit),
        unit: unit === 'percent' ? '' : unitText[unit],
      })
    : text.nothing

/** Our own figure and the places of one year, in that order: all, and women and men where there are such values. */
export function placesTable(
  { id, unit, byGender }: KeyFigure,
  year: number,
  ours: readonly { id: string; label: string; values: readonly (Told | undefined)[] }[],
  places: readonly { area: string; name: string; values: readonly (number | null)[] }[],
): FigureTable {
  const genders = [
    { id: 'all', label: text.column.all },
    ...(byGender
      ? [
          { id: 'women', label: text.column.women },
          { id: 'men', label: text.column.men },
        ]
      : []),
  ]
  const missing: Told = { value: null, withheld: 'no-data' }
  const published = places.map(({ area, name, values }) => ({
    ...{ id: area, label: name },
    values: values.map((value) => (value === null ? missing : { value })),
  }))
  return {
    ...{ id: `comparison-${id.toLowerCase()}-places`, name: text.places(year), definition: text.placesDefinition },
    ...{ source: text.source, definitionVersion: version, columns: genders },
    rows: [...ours, ...published].map(({ values, ...row }) => ({
      ...row,
      cells: genders.map((_, at) => cellOf(values[at] ?? missing, unit)),
    })),
    sentence: '',
  }
}

/** Net cost against what the structure of the municipality leads to expect, in kronor per inhabitant. */
export function expectedTable(expected: readonly ComparedYear[], actual: readonly ComparedYear[]): FigureTable {
  const rows = expected.flatMap(({ year, published }) => {
    const cost = actual.find((each) => each.year === year)?.published.value ?? null
    if (published.value === null || cost === null) return []
    const difference = cost - published.value
    return [
      {
        ...{ id: String(year), label: String(year) },
        cells: [
          cellOf({ value: published.value }, 'kronor'),
          cellOf({ value: cost }, 'kronor'),
          cellOf({ value: difference }, 'kronor'),
          cellOf({ value: (difference / published.value) * 100 }, 'percent'),
        ],
      },
    ]
  })
  const latest = rows.at(-1)
  return {
    ...{ id: 'comparison-expected', name: text.expected.name, definition: text.expected.definition },
    ...{ source: originText.model, definitionVersion: version },
    columns: [
      { id: 'expected', label: text.expected.expected },
      { id: 'actual', label: text.expected.actual },
      { id: 'difference', label: text.expected.difference },
      { id: 'over-share', label: text.expected.share },
    ],
    rows,
    sentence: latest ? text.expected.sentence(latest.label, latest.cells) : '',
  }
}

/** Socialstyrelsen's published months against ours, with the likely reasons when they differ. */
export function officialTable(years: readonly CheckedYear[]): FigureTable {
  const cell = (value: number, unit: TableCell['unit']): TableCell => ({
    ...{ value, numerator: null, denominator: null, unit },
  })
  const gap: TableCell = { value: null, numerator: null, denominator: null, unit: 'count', withheld: 'no-data' }
  const rows = years.map(({ year, paid, households }) => ({
    ...{ id: String(year), label: text.official.year(year, paid?.months ?? households?.months ?? 0) },
    cells: [
      ...(paid
        ? [cell(paid.publishedOre, 'ore'), cell(paid.oursOre, 'ore'), cell(paid.oursOre - paid.publishedOre, 'ore')]
        : [gap, gap, gap]),
      ...(households ? [cell(households.published, 'households'), cell(households.ours, 'households')] : [gap, gap]),
      ...(households ? [cell(households.ours - households.published, 'households')] : [gap]),
    ],
    ...(paid && { note: text.official.reason(paid.oursOre - paid.publishedOre, paid.publishedOre) }),
  }))
  return {
    ...{ id: 'comparison-official', name: text.official.name, definition: text.official.definition },
    ...{ source: text.official.source, definitionVersion: version },
    columns: [
      { id: 'paid-published', label: text.official.paidPublished },
      { id: 'paid-ours', label: text.official.paidOurs },
      { id: 'paid-difference', label: text.official.difference },
      { id: 'households-published', label: text.official.householdsPublished },
      { id: 'households-ours', label: text.official.householdsOurs },
      { id: 'households-difference', label: text.official.difference },
    ],
    rows,
    sentence: rows.length > 0 ? text.official.sentence(rows.length) : '',
  }
}
