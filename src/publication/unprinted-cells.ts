import { type CellId, type CountCell, idOf, type Months, wholeOf } from './count-cell.ts'

/** Counts of which the months add up to the period, for all and for each group. */
export const additive = new Set(['household-months', 'inflow', 'outflow', 'applications', 'decisions', 'rejections'])

/** Those of units that nobody has named, and of no known unit. */
export const otherUnits = 'unit=others'

/**
 * Counts that nobody has printed, but that the printed ones are tied to: of groups of a shorter period, of units in the months of
 * the whole, of the adults of a group of persons, before a flow. Without them a sum that runs through them would not be seen.
 */
export function unprintedCells(printed: readonly CountCell[]): CellId[] {
  const cells = new Map(printed.map((cell) => [idOf(cell), cell]))
  const add = (...found: CountCell[]) => found.forEach((cell) => cells.set(idOf(cell), cell))
  const all = () => [...cells.values()]
  for (const cell of all()) add(...wholesOf(cell))
  for (const cell of all()) add(...partsOf(cell), ...flowsOf(cell))
  add(...groupsWithin(all()))
  add(...unitsOf(all()))
  for (const cell of all()) add(...partsOf(cell))
  return [...cells.keys()].slice(printed.length)
}

/** Its groups are not complete without the whole. */
function wholesOf(cell: CountCell): CountCell[] {
  const whole = wholeOf(cell.cellKey)
  if (!whole || !simple.has(cell.definitionId)) return []
  const { cellKey } = whole
  return [{ ...cell, cellKey }, ...wholesOf({ ...cell, cellKey })]
}

/** Quantities of indicators, whose groups are told by the same names. */
const simple = new Set([...additive, 'households', 'persons', 'adults', 'children', 'stock-at-end'])

/** Every group of a whole has the parts of it. Not the other way: groups of adults need not be all groups of persons. */
function partsOf(cell: CountCell): CountCell[] {
  const { definitionId, cellKey, ...months } = cell
  const isUngrouped = /^(unit=[^&]*)?$/.test(cellKey)
  const of = (...ids: string[]) => ids.map((id) => ({ ...cell, definitionId: id }))
  if (definitionId === 'persons') return of('adults', 'children')
  if (definitionId === 'decisions') return of('rejections')
  if (!isUngrouped) return []
  if (definitionId === 'adults' || definitionId === 'children') return of('persons', 'adults', 'children')
  if (definitionId === 'rejections') return of('decisions')
  const isMonth = months.until === months.from + 1
  if (definitionId === 'stock-at-end' || (definitionId === 'household-months' && isMonth))
    return of('stock-at-end', 'household-months')
  return []
}

function flowsOf({ definitionId, cellKey, from, until }: CountCell): CountCell[] {
  if (definitionId !== 'inflow' || cellKey !== '') return []
  const stock = (month: number) => ({ definitionId: 'stock-at-end', cellKey: '', from: month, until: month + 1 })
  return [stock(from - 1), stock(until - 1), { definitionId: 'outflow', cellKey: '', from, until }]
}

/** Of the periods within one whose groups are printed, all groups. Of other periods there may be more groups. */
function groupsWithin(cells: readonly CountCell[]): CountCell[] {
  const wholes = groupedBy(
    cells.filter(({ definitionId, from, until }) => additive.has(definitionId) && until > from + 1),
    ({ definitionId, cellKey }) => `${definitionId}|${cellKey}`,
  )
  return cells.flatMap((cell) => {
    const whole = additive.has(cell.definitionId) && wholeOf(cell.cellKey)
    if (!whole) return []
    const shorter = wholes.get(`${cell.definitionId}|${whole.cellKey}`) ?? []
    return shorter.flatMap(({ from, until }) => (isWithin({ from, until }, cell) ? [{ ...cell, from, until }] : []))
  })
}

/** Of all that is told of one unit, what is known of the others: of the months too, where the months add up. */
function unitsOf(cells: readonly CountCell[]): CountCell[] {
  const ofUnits = cells.filter(({ cellKey }) => /^unit=[^&]*$/.test(cellKey))
  const units = new Set(ofUnits.map(({ cellKey }) => cellKey))
  if (units.size === 0) return []
  const spans = groupedBy(ofUnits, ({ definitionId }) => definitionId)
  units.delete('unit=unknown')
  return cells.flatMap((cell) => {
    const { definitionId, cellKey } = cell
    if (cellKey !== '') return []
    const own = spans.get(definitionId) ?? []
    const isTied = own.some((span) =>
      additive.has(definitionId) ? isWithin(cell, span) : span.from === cell.from && span.until === cell.until,
    )
    return isTied ? [...units].map((unit) => ({ ...cell, cellKey: unit })) : []
  })
}

export const isWithin = (inner: Months, outer: Months): boolean =>
  inner.from >= outer.from && inner.until <= outer.until

export function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
