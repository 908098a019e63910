import type { LinearSystem } from '../calculations/disclosure/linear-system.ts'
import { unsafeCells, usualProtection } from '../calculations/disclosure/protect.ts'
import { settledValues } from '../calculations/disclosure/settled.ts'
import type { Solver } from '../calculations/disclosure/solver.ts'
import type { DisclosureLimits } from '../parameters/disclosure-limits.ts'
import type { CellSystem } from './cell-relations.ts'
import type { CellId } from './count-cell.ts'

/** 1 for each withheld cell: those that are printed without a count. */
export const withheldOf = ({ values, published }: CellSystem): Uint8Array =>
  Uint8Array.from(values, (value, cell) => (published[cell] && Number.isNaN(value) ? 1 : 0))

/**
 * The cells that must not follow: those withheld, and counts below the limit that nobody has printed and that subtraction gives.
 * A count that can only be nought is no secret.
 */
export function secretsOf(system: CellSystem, { smallestCount }: DisclosureLimits): Uint8Array {
  const hidden = withheldOf(system)
  const settled = settledValues(system, hidden, usualProtection.leastHidden)
  return Uint8Array.from(settled, (value, cell) => {
    if (value === 0) return 0
    if (hidden[cell]) return 1
    return system.secret[cell] && value > 0 && value < smallestCount ? 1 : 0
  })
}

/** The system with its secrets as cells that are asked about, though some of them are not printed. */
export const asking = (system: CellSystem, secrets: Uint8Array): LinearSystem => ({
  ...system,
  published: system.published.map((isPrinted, cell) => (isPrinted || secrets[cell] ? 1 : 0)),
})

/**
 * The attacker: the secrets that a reader of everything can work out, to within fewer than four values.
 * Refuses numbers that no counts could give, which is what figures of different facts may be together.
 */
export function recoveredFrom(solver: Solver, system: CellSystem, limits: DisclosureLimits): CellId[] {
  const secrets = secretsOf(system, limits)
  return unsafeCells(solver, asking(system, secrets), secrets, usualProtection).map((cell) => system.ids[cell]!)
}
