import { smallChanges } from '../calculations/disclosure/changes.ts'
import { monthScaleOf, monthsOf } from './month-column.ts'
import { listed, type PrintedCell } from './read-tables.ts'

/** The small changes that follow from the counts that are known, NaN for the others, with the names of their cells. */
export function knownChanges(printed: readonly PrintedCell[], known: Float64Array, period: string, threshold: number) {
  const texts = printed.map(({ names }) => names[period] ?? '')
  const scale = monthScaleOf(texts)
  const months = monthsOf(texts, period, scale)
  const inTime = [...new Set(months)].sort((left, right) => left - right)
  const places = listed(printed.map(({ names, count }) => ({ names: { ...names, [period]: '' }, count })))
  const keys = places.map(({ place }) => JSON.stringify(place))
  const cells = [...new Set(keys)]
  const counts = inTime.map(() => new Float64Array(cells.length).fill(Number.NaN))
  const cellAt = new Map(cells.map((key, cell) => [key, cell]))
  known.forEach((count, row) => (counts[inTime.indexOf(months[row]!)]![cellAt.get(keys[row]!)!] = count))
  return smallChanges(counts, threshold).map(({ cell, since, period: at, change }) => ({
    ...printed[keys.indexOf(cells[cell]!)]!.names,
    [period]: String(scale.write(inTime[at]!)),
    since: String(scale.write(inTime[since]!)),
    change,
  }))
}
