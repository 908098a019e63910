import type { Withholding } from '../calculations/disclosure/withholding.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { systemOf } from './cell-relations.ts'
import { type CellId, cellOf } from './count-cell.ts'

/** What is out: a map for each publication, the oldest first. Null for a count that was withheld. */
export type AlreadyOut = readonly ReadonlyMap<CellId, number | null>[]

type Entry = [CellId, number | null]

/**
 * What is out and can be true together with the counts of now. Facts that have come since make older numbers others than those of
 * now; they cannot be added or subtracted with them. Where a quantity of a publication contradicts the others, all of that quantity
 * in that publication is left out. The latest publications come first; what is withheld in any of them is withheld.
 * `possible` has counts for all cells, those withheld too, that can be true together.
 */
export async function madeOfTheSameFacts(
  withholding: Withholding,
  out: AlreadyOut,
  now: ReadonlyMap<CellId, number | null>,
): Promise<{ known: Map<CellId, number | null>; possible: ReadonlyMap<CellId, number> }> {
  const kept = new Map<CellId, number | null>()
  let possible: ReadonlyMap<CellId, number> = new Map()
  const latestFirst = out.toReversed().map((each) => [...each].filter(([id, count]) => agrees(count, now.get(id))))
  const isKept = async (entries: Entry[]): Promise<boolean> => {
    const joined = new Map(kept)
    for (const [id, count] of entries) joined.set(id, joined.get(id) ?? count)
    const found = await possibleCounts(withholding, together(joined, now))
    if (!found) return false
    possible = found
    for (const [id, count] of joined) kept.set(id, count)
    return true
  }
  const keep = async (entries: Entry[]): Promise<void> => {
    const quantities = [...new Set(entries.map(quantityOf))]
    if (quantities.length === 0 || (await isKept(entries)) || quantities.length === 1) return
    const first = new Set(quantities.slice(0, quantities.length / 2))
    await keep(entries.filter((entry) => first.has(quantityOf(entry))))
    await keep(entries.filter((entry) => !first.has(quantityOf(entry))))
  }
  if (!(await isKept(latestFirst.flat()))) for (const each of latestFirst) await keep(each)
  return { known: kept, possible }
}

const agrees = (count: number | null, now: number | null | undefined): boolean =>
  count === null || (now ?? count) === count

const quantityOf = ([id]: Entry): string => cellOf(id).definitionId

/** The counts of now, and what is out of those that are withheld now. A withheld cell is still one of the parts of a sum. */
const together = (out: ReadonlyMap<CellId, number | null>, now: ReadonlyMap<CellId, number | null>) =>
  new Map([...out, ...[...now].map(([id, count]): Entry => [id, count ?? out.get(id) ?? null])])

/** Counts that can all be true together, for every cell; null where there are none. */
async function possibleCounts(
  { possible }: Withholding,
  known: ReadonlyMap<CellId, number | null>,
): Promise<Map<CellId, number> | null> {
  try {
    const system = systemOf(known)
    const values = await possible(system)
    return new Map(system.ids.map((id, cell) => [id, values[cell]!]))
  } catch (problem) {
    if (problem instanceof CannotCalculate && problem.kind === 'inconsistent-table') return null
    throw problem
  }
}
