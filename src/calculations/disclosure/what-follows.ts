import { narrowCells } from './attack.ts'
import type { LinearSystem } from './linear-system.ts'
import { usualProtection } from './protect.ts'
import { settledValues } from './settled.ts'
import type { Solver } from './solver.ts'
import type { DisclosureLimits } from '../../parameters/disclosure-limits.ts'

/** 1 for each withheld cell: those that are printed without a count. */
export const withheldOf = ({ values, published }: LinearSystem): Uint8Array =>
  Uint8Array.from(values, (value, cell) => (published[cell] && Number.isNaN(value) ? 1 : 0))

/** 1 for each secret, for those that a reader can work out, and for the counts that she cannot. */
export type Secrets = { secrets: Uint8Array; told: Uint8Array; safe: Uint8Array }

/**
 * The counts that must not follow: those that are withheld, and those that nobody has printed but that a reader can place among
 * fewer than four values, when one of these is a count below the limit. Nobody needs to know the count itself to see that.
 * What can only be nought is no secret. Counts that are `safe` already need not be asked about: to withhold more makes none less so.
 */
export function secretsOf(
  solver: Solver,
  system: LinearSystem,
  { smallestCount }: DisclosureLimits,
  safe: Uint8Array = new Uint8Array(system.values.length),
): Secrets {
  const unknown = Uint8Array.from(system.values, (value) => (Number.isNaN(value) ? 1 : 0))
  const settled = settledValues(system, withheldOf(system), usualProtection.leastHidden)
  const secrets = withheldOf(system).map((isWithheld, cell) => (isWithheld && settled[cell] !== 0 ? 1 : 0))
  const told = new Uint8Array(secrets.length)
  const wide = unknown.slice()
  for (const { cell, least, greatest } of narrowCells(solver, system, unknown, usualProtection, safe)) {
    wide[cell] = 0
    if (!system.published[cell] && least < smallestCount && greatest > 0) secrets[cell] = 1
    if (secrets[cell]) told[cell] = 1
  }
  return { secrets, told, safe: wide }
}

/** The system with its secrets as cells that are asked about, though some of them are not printed. */
export const asking = (system: LinearSystem, secrets: Uint8Array): LinearSystem => ({
  ...system,
  published: system.published.map((isPrinted, cell) => (isPrinted || secrets[cell] ? 1 : 0)),
})
