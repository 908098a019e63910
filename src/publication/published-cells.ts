import type { Figures } from '../analysis/figures.ts'
import { monthIndex } from '../values/month.ts'
import { type CellId, cellOf, groupWithin, type PublishedCount } from './count-cell.ts'
import type { Told } from './told.ts'
import { toldByIndicator } from './told-indicators.ts'
import { toldByTable } from './told-tables.ts'

/** Figures about to leave; with a unit when they are of its households alone. */
export type Leaving = { figures: Figures; unit?: string }

/** Every number of the figures that tells counts, with the counts. */
export function toldBy({ figures, unit }: Leaving): Told[] {
  const period = { from: monthIndex(figures.from), until: monthIndex(figures.to) + 1 }
  const key = unit === undefined ? '' : groupWithin('', 'unit', unit)
  return [
    ...figures.indicators.flatMap((each) => toldByIndicator(each, figures.indicators, period, key)),
    ...figures.tables.flatMap((each) => toldByTable(each, period, key)),
  ]
}

/**
 * What is known of each cell: the count, or null where it is withheld. A cell that is withheld for its own sake anywhere counts as
 * withheld; one that is withheld with another is as it is shown elsewhere.
 */
export function cellsTold(told: readonly Told[]): Map<CellId, number | null> {
  const cells = new Map<CellId, number | null>()
  for (const { cells: each } of told)
    for (const { id, count } of each)
      if (count !== undefined && (count !== null || !cells.has(id))) cells.set(id, count)
  for (const { own, isHidden } of told) if (own && isHidden) cells.set(own, null)
  return cells
}

/** As they are kept in the register of what is out. */
export const publishedCounts = (cells: ReadonlyMap<CellId, number | null>): PublishedCount[] =>
  [...cells].map(([id, count]) => ({ ...cellOf(id), count }))
