import type { FigureTable, TableCell } from '../analysis/figures.ts'
import { populationText as text } from './population.text.ts'
import type { ReferenceValue } from './reference.ts'

/** Inhabitants at the end of a year as shares are divided by them, and where that number comes from. */
export type UsedInhabitants = { year: number; total: number; source: string }

const columns = [
  { id: 'scb-all', source: 'scb', series: 'inhabitants', label: text.scbAll },
  { id: 'scb-0-17', source: 'scb', series: 'inhabitants-0-17', label: text.scbChildren },
  { id: 'scb-18', source: 'scb', series: 'inhabitants-18', label: text.scbAdults },
  { id: 'kolada-all', source: 'kolada', series: 'N01951', label: text.koladaAll },
  { id: 'kolada-18', source: 'kolada', series: 'N02104', label: text.koladaAdults },
] as const

/** The inhabitants that each publisher has, beside those that our shares are of. `values` are of the municipality alone. */
export function populationTable(values: readonly ReferenceValue[], used: readonly UsedInhabitants[]): FigureTable {
  const known = values.filter(({ gender, series }) => gender === 'T' && columns.some((each) => each.series === series))
  const years = [...new Set([...known, ...used].map(({ year }) => year))].toSorted((one, other) => one - other)
  const rows = years.map((year) => {
    const published = columns.map(
      (column) =>
        known.find((each) => each.year === year && each.source === column.source && each.series === column.series)
          ?.value ?? null,
    )
    const own = used.find((each) => each.year === year)
    const [scb, , , kolada] = published
    const parts = [
      ...(own ? [text.usedFrom(own.source)] : []),
      ...(scb && kolada && scb !== kolada ? [text.differ(kolada - scb)] : []),
    ]
    return {
      ...{ id: String(year), label: String(year) },
      cells: [...published, own?.total ?? null].map(cellOf),
      ...(parts.length > 0 && { note: parts.join(' ') }),
    }
  })
  return {
    ...{ id: 'comparison-population', name: text.name, definition: text.definition, source: text.source },
    definitionVersion: 1,
    columns: [...columns.map(({ id, label }) => ({ id, label })), { id: 'used', label: text.used }],
    rows,
    sentence: '',
  }
}

const cellOf = (value: number | null): TableCell => ({
  ...{ value, numerator: null, denominator: null, unit: 'persons' },
  ...(value === null && { withheld: 'no-data' }),
})
