import type { DisclosureLimits } from '../../parameters/disclosure-limits.ts'
import { type Cheapest, cheapestToWithhold, type Known } from './cheapest-to-withhold.ts'
import type { LinearSystem } from './linear-system.ts'
import { possibleValues } from './possible-values.ts'
import { loadSolver } from './solver.ts'

/** What takes the time in disclosure control, so that it can be done in a thread: plain values in and out. */
export type WithholdInput = Known & { system: LinearSystem; limits: DisclosureLimits }
export type Withholding = {
  possible: (system: LinearSystem) => Promise<Float64Array>
  cheapest: (input: WithholdInput) => Promise<Cheapest>
}

/** Here and now: for commands of their own process, and for tests. */
export const withholdingHere: Withholding = {
  possible: async (system) => possibleValues(await loadSolver(), system),
  cheapest: async ({ system, limits, ...known }) => cheapestToWithhold(await loadSolver(), system, known, limits),
}
