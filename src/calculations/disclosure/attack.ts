import { type Component, componentsOf } from './components.ts'
import { type Known, type Program, withProgram } from './component-program.ts'
import { type LinearSystem, tolerance, wholeOf } from './linear-system.ts'
import { settledValues } from './settled.ts'
import type { Solver } from './solver.ts'

/** What can be known of each cell: for a shown one its value twice. Infinity where there is no upper limit. */
export type Intervals = { least: Float64Array; greatest: Float64Array }

export type AttackOptions = {
  /** The smallest value a hidden cell can have: 1 when it is known that zeros are never hidden. */
  leastHidden: 0 | 1
}

/**
 * The attacker: the least and the greatest whole number that each hidden cell can be,
 * given every shown cell of every table at once and that no count is negative.
 *
 * First what plain subtraction settles, then for each part of the rest min and max of x subject to Ax = b, x ≥ 0
 * by linear programming, and by integer programming where the linear bound is not reached by whole numbers.
 * Refuses shown values that no counts could give.
 * Literature: Fischetti & Salazar (2001), Management Science 47(7); Hundepool et al. (2012), Statistical Disclosure Control, ch. 4.
 */
export function attack(
  solver: Solver,
  system: LinearSystem,
  hidden: Uint8Array,
  { leastHidden }: AttackOptions = { leastHidden: 0 },
): Intervals {
  const settled = settledValues(system, hidden, leastHidden)
  const intervals: Intervals = { least: settled.slice(), greatest: settled.slice() }
  for (const component of componentsOf(system, settled))
    attackComponent(solver, { system, settled, leastHidden }, component, intervals)
  return intervals
}

/**
 * The hidden cells of which the attacker's interval is narrower than `width`, those left out that are `safe`. As `attack` and a
 * comparison would tell, but a cell is left as soon as solutions met on the way show that it is wide enough.
 */
export function narrowCells(
  solver: Solver,
  system: LinearSystem,
  hidden: Uint8Array,
  { width, leastHidden }: AttackOptions & { width: number },
  safe?: Uint8Array,
): number[] {
  const settled = settledValues(system, hidden, leastHidden)
  const isAsked = (cell: number) => hidden[cell] && !safe?.[cell]
  const narrow = [...hidden.keys()].filter((cell) => isAsked(cell) && !Number.isNaN(settled[cell]!) && width > 0)
  for (const component of componentsOf(system, settled)) {
    if (!component.cells.some(isAsked)) continue
    const seen = nothingSeen(component.cells.length)
    withProgram(solver, { system, settled, leastHidden }, component, (program) =>
      component.cells.forEach((cell, column) => {
        if (isAsked(cell) && isNarrow(program, column, seen, width)) narrow.push(cell)
      }),
    )
  }
  return narrow.sort((one, other) => one - other)
}

function isNarrow(program: Program, column: number, seen: Seen, width: number): boolean {
  const isWide = () => seen.greatest[column]! - seen.least[column]! >= width
  if (isWide()) return false
  const greatest = program.extreme(column, 'maximize')
  note(seen, greatest.solution)
  if (greatest.value === Infinity || isWide()) return false
  const least = program.extreme(column, 'minimize')
  note(seen, least.solution)
  if (isWide()) return false
  if (Math.floor(greatest.value + tolerance) - Math.ceil(least.value - tolerance) < width) return true
  note(seen, program.wholeExtreme(column, 'maximize').solution)
  if (isWide()) return false
  note(seen, program.wholeExtreme(column, 'minimize').solution)
  return !isWide()
}

function attackComponent(solver: Solver, known: Known, component: Component, intervals: Intervals) {
  const seen = nothingSeen(component.cells.length)
  withProgram(solver, known, component, (program) =>
    component.cells.forEach((cell, column) => {
      if (!known.system.published[cell]) return
      intervals.least[cell] = leastOf(program, column, seen, known.leastHidden)
      intervals.greatest[cell] = greatestOf(program, column, seen)
    }),
  )
}

/** The extremes among the whole-number solutions met so far: a bound that one of them attains needs no more work. */
type Seen = { least: Float64Array; greatest: Float64Array }

const nothingSeen = (length: number): Seen => ({
  least: new Float64Array(length).fill(Infinity),
  greatest: new Float64Array(length).fill(-Infinity),
})

function note(seen: Seen, solution: Float64Array | null) {
  if (!solution?.every((value) => Math.abs(value - Math.round(value)) < tolerance)) return
  solution.forEach((value, column) => {
    seen.least[column] = Math.min(seen.least[column]!, wholeOf(value))
    seen.greatest[column] = Math.max(seen.greatest[column]!, wholeOf(value))
  })
}

function leastOf(program: Program, column: number, seen: Seen, floor: number): number {
  if (seen.least[column]! <= floor) return floor
  const { value, solution } = program.extreme(column, 'minimize')
  note(seen, solution)
  if (seen.least[column]! <= Math.ceil(value - tolerance)) return seen.least[column]!
  const whole = program.wholeExtreme(column, 'minimize')
  note(seen, whole.solution)
  return wholeOf(whole.value)
}

function greatestOf(program: Program, column: number, seen: Seen): number {
  const { value, solution } = program.extreme(column, 'maximize')
  if (value === Infinity) return Infinity
  note(seen, solution)
  if (seen.greatest[column]! >= Math.floor(value + tolerance)) return seen.greatest[column]!
  const whole = program.wholeExtreme(column, 'maximize')
  note(seen, whole.solution)
  return wholeOf(whole.value)
}
