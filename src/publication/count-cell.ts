import type { MonthIndex } from '../values/month.ts'

/** Months as indices, `until` not included. */
export type Months = { from: MonthIndex; until: MonthIndex }

/**
 * What a count is of: a quantity, a group within it (`gender=woman`; empty for all, groups within groups joined by `&`) and
 * the months. Two figures that count the same have the same cell, whatever they are called.
 */
export type CountCell = { definitionId: string; cellKey: string } & Months

/** A cell with what was shown of it: null where it was withheld. */
export type PublishedCount = CountCell & { count: number | null }

/** A cell as a text, to be a key. */
export type CellId = string

export const idOf = ({ definitionId, cellKey, from, until }: CountCell): CellId =>
  `${definitionId}|${cellKey}|${from}|${until}`

export function cellOf(id: CellId): CountCell {
  const [definitionId = '', cellKey = '', from, until] = id.split('|')
  return { definitionId, cellKey, from: Number(from), until: Number(until) }
}

/** A group within another. What the category is called never breaks the key. */
export const groupWithin = (cellKey: string, by: string, category: string): string =>
  `${cellKey ? `${cellKey}&` : ''}${by}=${encodeURIComponent(category)}`

/** The group that a group is within, and what divides it. Null for all. */
export function wholeOf(cellKey: string): { cellKey: string; by: string } | null {
  if (cellKey === '') return null
  const end = cellKey.lastIndexOf('&')
  const last = cellKey.slice(end + 1)
  return { cellKey: end < 0 ? '' : cellKey.slice(0, end), by: last.slice(0, last.indexOf('=')) }
}
