import { withProgram } from '../calculations/disclosure/component-program.ts'
import { componentsOf } from '../calculations/disclosure/components.ts'
import { tolerance } from '../calculations/disclosure/linear-system.ts'
import { usualProtection } from '../calculations/disclosure/protect.ts'
import { settledValues } from '../calculations/disclosure/settled.ts'
import type { Solver } from '../calculations/disclosure/solver.ts'
import type { CellSystem } from './cell-relations.ts'
import { withheldOf } from './what-follows.ts'

/** Whole counts that all the sums allow, where the true ones are withheld. Refuses numbers that no counts could give. */
export function possibleValues(solver: Solver, system: CellSystem): Float64Array {
  const settled = settledValues(system, withheldOf(system), usualProtection.leastHidden)
  const values = settled.slice()
  for (const component of componentsOf(system, settled))
    withProgram(solver, { system, settled, leastHidden: usualProtection.leastHidden }, component, (program) => {
      const first = program.extreme(0, 'minimize').solution
      const isWhole = first?.every((value) => Math.abs(value - Math.round(value)) < tolerance)
      const solution = isWhole ? first : program.wholeExtreme(0, 'minimize').solution
      component.cells.forEach((cell, column) => (values[cell] = Math.round(solution?.[column] ?? 0)))
    })
  return values.map((value) => (Number.isNaN(value) ? 0 : value))
}
