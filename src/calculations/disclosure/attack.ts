import { type Component, componentsOf } from './components.ts'
import { type Known, type Program, withProgram } from './component-program.ts'
import { type LinearSystem, tolerance, wholeOf } from './linear-system.ts'
import { settledValues } from './settled.ts'
import type { Solver } from './solver.ts'
import { type Spread, withSpread } from './spread-values.ts'
import { unboundedCells } from './unbounded.ts'

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

/** A cell that can only have a few values: those from the least to the greatest. */
export type NarrowCell = { cell: number; least: number; greatest: number }

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
): NarrowCell[] {
  const settled = settledValues(system, hidden, leastHidden)
  const isAsked = (cell: number) => hidden[cell] && !safe?.[cell]
  const known = [...hidden.keys()].filter((cell) => isAsked(cell) && !Number.isNaN(settled[cell]!) && width > 0)
  const narrow = known.map((cell): NarrowCell => ({ cell, least: settled[cell]!, greatest: settled[cell]! }))
  for (const component of componentsOf(system, settled)) {
    if (!component.cells.some(isAsked)) continue
    const unbounded = component.cells.length > fewCells ? unboundedCells(solver, system, component) : null
    const columns = [...component.cells.keys()].filter((at) => isAsked(component.cells[at]!) && !unbounded?.[at])
    if (columns.length === 0) continue
    const seen = nothingSeen(component.cells.length, component.cells.length <= mostForWhole)
    const question = { system, settled, leastHidden }
    if (columns.length > fewCells)
      withSpread(solver, question, component, (spread) => lookBothWays(spread, columns, seen, width))
    if (notWide(columns, seen, width).length === 0) continue
    withProgram(solver, question, component, (program) => {
      note(seen, program.anyValues())
      for (const column of columns) {
        const found = narrowness(program, column, seen, width)
        if (found) narrow.push({ cell: component.cells[column]!, ...found })
      }
    })
  }
  return narrow.sort((one, other) => one.cell - other.cell)
}

/**
 * To ask for whole numbers takes too long among more cells than this, and none has been found there that only whole numbers made
 * narrow: a greater component is attacked by linear programming alone.
 */
const mostForWhole = 200

/** From this many on it is quicker to ask about all at once before asking about each. */
const fewCells = 24

/** Whether solutions have shown that a column has values enough. */
const isWide = ({ least, greatest }: Seen, column: number, width: number): boolean =>
  greatest[column]! - least[column]! >= width

const notWide = (columns: readonly number[], seen: Seen, width: number) =>
  columns.filter((column) => !isWide(seen, column, width))

/** Asks for solutions in which many columns are small, and for such in which many are large, as long as they tell of enough. */
function lookBothWays(spread: Spread, columns: readonly number[], seen: Seen, width: number) {
  let left = notWide(columns, seen, width)
  for (let round = 0, idle = 0; left.length > fewCells && idle < mostIdle; round++) {
    const isDown = round % 2 === 0
    const bounds = boundsFor(seen, isDown ? -width : width)
    note(seen, spread(left, bounds, isDown ? 'down' : 'up'))
    const before = left.length
    left = notWide(left, seen, width)
    idle = before - left.length < before * worthAsking && round > 1 ? idle + 1 : 0
  }
}

/** How far a value must go, down from the greatest or up from the least that has been met. */
const boundsFor = ({ least, greatest }: Seen, by: number): Float64Array =>
  (by < 0 ? greatest : least).map((value) => (Number.isFinite(value) ? Math.max(0, value + by) : Math.max(0, by)))

const mostIdle = 2
const worthAsking = 0.05

/** Null when the column is wide enough. */
function narrowness(program: Program, column: number, seen: Seen, width: number): Omit<NarrowCell, 'cell'> | null {
  const isDone = () => isWide(seen, column, width)
  if (isDone()) return null
  const greatest = program.extreme(column, 'maximize')
  note(seen, greatest.solution)
  if (greatest.value === Infinity || isDone()) return null
  const least = program.extreme(column, 'minimize')
  note(seen, least.solution)
  if (isDone()) return null
  const between = { least: Math.ceil(least.value - tolerance), greatest: Math.floor(greatest.value + tolerance) }
  if (between.greatest - between.least < width) return between
  if (!seen.wholeOnly) return null
  note(seen, program.wholeExtreme(column, 'maximize').solution)
  if (isDone()) return null
  note(seen, program.wholeExtreme(column, 'minimize').solution)
  return isDone() ? null : { least: seen.least[column]!, greatest: seen.greatest[column]! }
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

/**
 * The extremes among the solutions met so far: a bound that one of them attains needs no more work. Of `wholeOnly` the others are
 * not counted.
 */
type Seen = { least: Float64Array; greatest: Float64Array; wholeOnly: boolean }

const nothingSeen = (length: number, wholeOnly = true): Seen => ({
  least: new Float64Array(length).fill(Infinity),
  greatest: new Float64Array(length).fill(-Infinity),
  wholeOnly,
})

function note({ least, greatest, wholeOnly }: Seen, solution: Float64Array | null) {
  if (!solution) return
  if (wholeOnly && !solution.every((value) => Math.abs(value - Math.round(value)) < tolerance)) return
  solution.forEach((value, column) => {
    least[column] = Math.min(least[column]!, Math.ceil(value - tolerance) + 0)
    greatest[column] = Math.max(greatest[column]!, Math.floor(value + tolerance) + 0)
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
