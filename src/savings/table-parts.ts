import type { FigureTable, FigureUnit, TableCell, Withheld } from '../analysis/figures.ts'
import type { Ore } from '../values/money.ts'
import { tableText } from './tables.text.ts'

export type Row = FigureTable['rows'][number]

export const cell = (value: number | null, unit: FigureUnit, withheld: Withheld = 'no-data'): TableCell =>
  value === null
    ? { value, numerator: null, denominator: null, unit, withheld }
    : { value, numerator: value, denominator: 1, unit }

export const amount = (ore: Ore | null): TableCell => cell(ore, 'ore')

export const table = (
  id: string,
  words: { name: string; definition: string },
  columns: Record<string, string>,
  rows: Row[],
  sentence: string,
): FigureTable => ({
  ...{ id, name: words.name, definition: words.definition, source: tableText.source, definitionVersion: 1 },
  columns: Object.entries(columns).map(([column, label]) => ({ id: column, label })),
  ...{ rows, sentence },
})
