import { type Program, withProgram } from './component-program.ts'
import { componentsOf } from './components.ts'
import { type LinearSystem, tolerance } from './linear-system.ts'
import { usualProtection } from './protect.ts'
import { settledValues } from './settled.ts'
import type { Solver } from './solver.ts'
import { withheldOf } from './what-follows.ts'

/** Whole counts that all the sums allow, where the true ones are withheld. Refuses numbers that no counts could give. */
export function possibleValues(solver: Solver, system: LinearSystem): Float64Array {
  const settled = settledValues(system, withheldOf(system), usualProtection.leastHidden)
  const values = settled.slice()
  for (const component of componentsOf(system, settled))
    withProgram(solver, { system, settled, leastHidden: usualProtection.leastHidden }, component, (program) => {
      const found = wholeValues(program, component.cells.length)
      component.cells.forEach((cell, column) => (values[cell] = Math.round(found?.[column] ?? 0)))
    })
  return values.map((value) => (Number.isNaN(value) ? 0 : value))
}

/** Most answers of a linear program about counts are whole; where none is, whole ones are asked for, which takes longer. */
function wholeValues(program: Program, length: number): Float64Array | null {
  const isWhole = (values: Float64Array | null): values is Float64Array =>
    values !== null && values.every((value) => Math.abs(value - Math.round(value)) < tolerance)
  const any = program.anyValues()
  if (isWhole(any)) return any
  const least = program.greatestSum(new Float64Array(length).fill(-1))
  return isWhole(least) ? least : program.wholeExtreme(0, 'minimize').solution
}
