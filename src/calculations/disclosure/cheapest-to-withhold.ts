import type { LinearSystem } from './linear-system.ts'
import { protect, unsafeCells, usualProtection } from './protect.ts'
import type { Solver } from './solver.ts'
import { CannotCalculate } from '../refusal.ts'
import type { DisclosureLimits } from '../../parameters/disclosure-limits.ts'
import { asking, secretsOf } from './what-follows.ts'

/**
 * Cells to withhold besides those that are, and the secrets that none can save. `safe` are the counts that nobody can work out
 * when these are withheld, nor when more is.
 */
export type Cheapest = { cells: number[]; exposed: number[]; safe: number[] }

/** For each cell 1 if it can be withheld, and 1 if it is known to be safe; and counts that can be true together. */
export type Known = { canHide: Uint8Array; safe: Uint8Array; possible: Float64Array }

/**
 * The cheapest cells to withhold, among those that `canHide`, so that no secret follows from the rest.
 *
 * Nobody tells the program what the withheld counts are: it uses some that are possible, since a reader cannot tell them apart.
 * A secret that follows from what cannot be withheld is left as it is, and told of. Those of `safe` need not be asked about.
 */
export function cheapestToWithhold(
  solver: Solver,
  system: LinearSystem,
  { canHide, ...known }: Known,
  limits: DisclosureLimits,
): Cheapest {
  const { secrets, told, safe } = secretsOf(solver, system, limits, known.safe)
  if (!told.includes(1)) return { cells: [], exposed: [], safe: cellsOf(safe) }
  const asked = asking(system, secrets)
  const possible = { ...asked, values: known.possible }
  const all = chosen(solver, possible, secrets, canHide, safe)
  if (all) return { cells: added(all, secrets), exposed: [], safe: [...cellsOf(safe), ...cellsOf(all)] }
  const most = flags(system, (cell) => secrets[cell] || canHide[cell])
  const lost = new Set(unsafeCells(solver, asked, most, usualProtection, safe))
  const saved = flags(system, (cell) => secrets[cell] && !lost.has(cell))
  const published = flags(system, (cell) => asked.published[cell] && !(secrets[cell] && lost.has(cell)))
  const some = chosen(solver, { ...possible, published }, saved, canHide, safe)
  const hidden = some ?? flags(system, (cell) => most[cell] && !lost.has(cell))
  const exposed = [...lost].filter((cell) => secrets[cell])
  // Where no choice is safe, what cannot be saved is shown after all, so that the others must be asked about again.
  return { cells: added(hidden, secrets), exposed, safe: [...cellsOf(safe), ...(some ? cellsOf(saved) : [])] }
}

const cellsOf = (cells: Uint8Array): number[] => [...cells.keys()].filter((cell) => cells[cell])

const added = (hidden: Uint8Array, before: Uint8Array): number[] =>
  [...hidden.keys()].filter((cell) => hidden[cell] && !before[cell])

const flags = ({ values }: LinearSystem, isSet: (cell: number) => unknown): Uint8Array =>
  Uint8Array.from(values, (_, cell) => (isSet(cell) ? 1 : 0))

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
