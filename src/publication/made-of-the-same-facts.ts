import type { Solver } from '../calculations/disclosure/solver.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import { systemOf } from './cell-relations.ts'
import { type CellId, cellOf } from './count-cell.ts'
import { possibleValues } from './possible-values.ts'

/** What is out: a map for each publication, the oldest first. Null for a count that was withheld. */
export type AlreadyOut = readonly ReadonlyMap<CellId, number | null>[]

type Entry = [CellId, number | null]

/**
 * What is out and can be true together with the counts of now. Facts that have come since make older numbers others than those of
 * now; they cannot be added or subtracted with them. Where a quantity of a publication contradicts the others, all of that quantity
 * in that publication is left out. The latest publications come first; what is withheld in any of them is withheld.
 */
export function madeOfTheSameFacts(
  solver: Solver,
  out: AlreadyOut,
  now: ReadonlyMap<CellId, number | null>,
): Map<CellId, number | null> {
  const kept = new Map<CellId, number | null>()
  const latestFirst = out.toReversed().map((each) => [...each].filter(([id, count]) => agrees(count, now.get(id))))
  const isKept = (entries: Entry[]): boolean => {
    const joined = new Map(kept)
    for (const [id, count] of entries) joined.set(id, joined.get(id) ?? count)
    if (!isPossible(solver, together(joined, now))) return false
    for (const [id, count] of joined) kept.set(id, count)
    return true
  }
  const keep = (entries: Entry[]): void => {
    const quantities = [...new Set(entries.map(quantityOf))]
    if (quantities.length === 0 || isKept(entries) || quantities.length === 1) return
    const first = new Set(quantities.slice(0, quantities.length / 2))
    keep(entries.filter((entry) => first.has(quantityOf(entry))))
    keep(entries.filter((entry) => !first.has(quantityOf(entry))))
  }
  if (!isKept(latestFirst.flat())) latestFirst.forEach(keep)
  return kept
}

const agrees = (count: number | null, now: number | null | undefined): boolean =>
  count === null || (now ?? count) === count

const quantityOf = ([id]: Entry): string => cellOf(id).definitionId

/** The counts of now, and what is out of those that are withheld now. A withheld cell is still one of the parts of a sum. */
const together = (out: ReadonlyMap<CellId, number | null>, now: ReadonlyMap<CellId, number | null>) =>
  new Map([...out, ...[...now].map(([id, count]): Entry => [id, count ?? out.get(id) ?? null])])

function isPossible(solver: Solver, known: ReadonlyMap<CellId, number | null>): boolean {
  try {
    possibleValues(solver, systemOf(known))
    return true
  } catch (problem) {
    if (problem instanceof CannotCalculate && problem.kind === 'inconsistent-table') return false
    throw problem
  }
}
