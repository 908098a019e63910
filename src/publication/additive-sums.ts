import { type CountCell, idOf, type Months, wholeOf } from './count-cell.ts'
import type { SystemBuilder } from './cell-relations.ts'
import { additive, groupedBy, isWithin } from './unprinted-cells.ts'

/**
 * A period is the sum of the shortest stretches that printed periods divide it into: tertials, months, what lies between two reports.
 * The groups of a whole share their stretches, so that the whole of a stretch is the sum of its groups.
 */
export function additiveSums(builder: SystemBuilder) {
  const divided = builder.cells.filter(({ definitionId }) => additive.has(definitionId))
  for (const definitionId of new Set(divided.map((cell) => cell.definitionId))) {
    const own = divided.filter((cell) => cell.definitionId === definitionId)
    const families = groupedBy(
      own.filter(({ cellKey }) => cellKey !== ''),
      ({ cellKey }) => familyOf(cellKey),
    )
    const alls = own.filter(({ cellKey }) => cellKey === '')
    // Months divide a year so finely that what lies between two reports would be nobody's count: four months, though it follows.
    const longer = alls.filter(({ from, until }) => until > from + 1)
    const stretchesOfAll = [longer, ...families.values()].flatMap((cells) => stretchesOf(cells))
    for (const cells of families.values())
      for (const group of groupedBy(cells, ({ cellKey }) => cellKey).values())
        stretch(builder, group, stretchesOf(cells))
    const wholes = stretchesOfAll.map((months) => ({ definitionId, cellKey: '', ...months }))
    const needed = [...alls, ...wholes.filter((whole) => !builder.has(idOf(whole)))]
    for (const whole of wholes) builder.latent(idOf(whole))
    stretch(builder, distinct(needed), stretchesOf(needed))
  }
}

const familyOf = (cellKey: string): string => {
  const whole = wholeOf(cellKey)!
  return `${whole.cellKey}&${whole.by}`
}

/** The stretches between all the ends of the periods that one of the periods covers. */
function stretchesOf(cells: readonly CountCell[]): Months[] {
  const ends = [...new Set(cells.flatMap(({ from, until }) => [from, until]))].sort((one, other) => one - other)
  return ends
    .slice(0, -1)
    .map((from, at) => ({ from, until: ends[at + 1]! }))
    .filter((months) => cells.some((cell) => isWithin(months, cell)))
}

function stretch({ sum, latent }: SystemBuilder, cells: readonly CountCell[], stretches: readonly Months[]) {
  for (const cell of cells) {
    const parts = stretches.filter((months) => isWithin(months, cell))
    if (parts.length > 1)
      sum(
        idOf(cell),
        parts.map((months) => latent(idOf({ ...cell, ...months }))),
      )
  }
}

const distinct = (cells: readonly CountCell[]): CountCell[] => [
  ...new Map(cells.map((cell) => [idOf(cell), cell])).values(),
]
