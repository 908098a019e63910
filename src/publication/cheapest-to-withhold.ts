import type { LinearSystem } from '../calculations/disclosure/linear-system.ts'
import { protect, unsafeCells, usualProtection } from '../calculations/disclosure/protect.ts'
import type { Solver } from '../calculations/disclosure/solver.ts'
import { CannotCalculate } from '../calculations/refusal.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import type { CellSystem } from './cell-relations.ts'
import { possibleValues } from './possible-values.ts'
import { asking, secretsOf } from './what-follows.ts'

/**
 * Cells to withhold besides those that are, and the secrets that none can save. `safe` are the secrets that nobody can work
 * out when these are withheld, nor when more is.
 */
export type Cheapest = { cells: number[]; exposed: number[]; safe: number[] }

/**
 * The cheapest cells to withhold, among those that `canHide`, so that no secret follows from the rest.
 *
 * Nobody tells the program what the withheld counts are: it uses some that are possible, since a reader cannot tell them apart.
 * A secret that follows from what cannot be withheld is left as it is, and told of. Those of `safe` need not be asked about.
 */
export function cheapestToWithhold(
  solver: Solver,
  system: CellSystem,
  { canHide, safe }: { canHide: Uint8Array; safe: Uint8Array },
  limits: DisclosureLimits,
): Cheapest {
  const secrets = secretsOf(system, limits)
  const asked = asking(system, secrets)
  const possible = { ...asked, values: possibleValues(solver, system) }
  const all = chosen(solver, possible, secrets, canHide, safe)
  if (all) return { cells: added(all, secrets), exposed: [], safe: cellsOf(all) }
  const most = flags(system, (cell) => secrets[cell] || canHide[cell])
  const told = new Set(unsafeCells(solver, asked, most, usualProtection, safe))
  const saved = flags(system, (cell) => secrets[cell] && !told.has(cell))
  const published = flags(system, (cell) => asked.published[cell] && !(secrets[cell] && told.has(cell)))
  const some = chosen(solver, { ...possible, published }, saved, canHide, safe)
  const hidden = some ?? flags(system, (cell) => most[cell] && !told.has(cell))
  const exposed = [...told].filter((cell) => secrets[cell])
  return { cells: added(hidden, secrets), exposed, safe: cellsOf(saved) }
}

const cellsOf = (cells: Uint8Array): number[] => [...cells.keys()].filter((cell) => cells[cell])

const added = (hidden: Uint8Array, before: Uint8Array): number[] =>
  [...hidden.keys()].filter((cell) => hidden[cell] && !before[cell])

const flags = ({ ids }: CellSystem, isSet: (cell: number) => unknown): Uint8Array =>
  Uint8Array.from(ids, (_, cell) => (isSet(cell) ? 1 : 0))

/** Null where no choice is safe: then all that can be withheld is. */
function chosen(
  solver: Solver,
  system: LinearSystem,
  secrets: Uint8Array,
  canHide: Uint8Array,
  safe: Uint8Array,
): Uint8Array | null {
  const shownBefore = canHide.map((can, cell) => (system.published[cell] && !can && !secrets[cell] ? 1 : 0))
  try {
    return protect(solver, system, secrets, { ...usualProtection, shownBefore, safe })
  } catch (problem) {
    if (problem instanceof CannotCalculate && problem.kind === 'no-safe-table') return null
    throw problem
  }
}
