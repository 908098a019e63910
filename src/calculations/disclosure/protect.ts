import type { Model } from 'highs'
import { CannotCalculate } from '../refusal.ts'
import { narrowCells } from './attack.ts'
import type { LinearSystem } from './linear-system.ts'
import { cutsFor, type Protection } from './protection-cut.ts'
import type { Solver } from './solver.ts'

export type ProtectOptions = Protection & {
  /** How many times to look for the cheapest choice before only adding to the one that was found. */
  mostRounds: number
  /** 1 for cells that have been shown before and cannot be hidden any more. */
  shownBefore?: Uint8Array
  /** 1 for cells that are known to be safe when no more than the primary ones are hidden: they need not be asked about. */
  safe?: Uint8Array
}

/** The usual demand: four values or more are possible, nought among them. */
export const usualProtection: ProtectOptions = { width: 3, leastHidden: 0, mostRounds: 10 }

/**
 * Secondary suppression: the cheapest cells to hide together with the primary ones (1 in `primary`),
 * so that the attacker's interval for every hidden cell, primary or not, is at least `width` wide.
 *
 * A cell costs one, plus the root of its share of the largest count: as few as possible, and the small before the large.
 * Zeros are hidden last of all. The optimum is found by cutting planes: choose cells, attack, and add a condition for
 * every cell that was not safe, until all are. A table that is not safe after `mostRounds` has many choices that are
 * nearly as good: what is hidden from then on stays hidden, until all are safe.
 *
 * Gives 1 for each cell to hide. Refuses when cells that have been shown before make every choice unsafe.
 * Literature: Fischetti & Salazar (2001), Solving the cell suppression problem on tabular data with linear constraints,
 * Management Science 47(7).
 */
export function protect(
  solver: Solver,
  system: LinearSystem,
  primary: Uint8Array,
  options: ProtectOptions = usualProtection,
): Uint8Array {
  return solver.withModel((choice) => {
    setUpChoice(solver, choice, system, primary, options)
    let hidden = primary
    // To hide more makes no cell less safe: what is safe among the primary ones alone is so ever after.
    let safe = options.safe
    for (let round = 0; ; round++) {
      const unsafe = unsafeCells(solver, system, hidden, options, safe)
      if (round === 0) safe = without(primary, unsafe)
      if (unsafe.length === 0) return hidden
      if (round >= options.mostRounds) keepHidden(choice, hidden)
      for (const { cells, values } of cutsFor(solver, system, hidden, unsafe, options))
        choice.addRow(0, solver.infinity, { indices: cells, values })
      hidden = chosenCells(solver, choice, system)
    }
  })
}

/** The hidden cells for which the attacker's interval is narrower than the width wanted. */
export function unsafeCells(
  solver: Solver,
  system: LinearSystem,
  hidden: Uint8Array,
  protection: Protection,
  safe?: Uint8Array,
): number[] {
  return narrowCells(solver, system, hidden, protection, safe).map(({ cell }) => cell)
}

function without(cells: Uint8Array, some: readonly number[]): Uint8Array {
  const rest = cells.slice()
  for (const cell of some) rest[cell] = 0
  return rest
}

/** One binary variable per cell: hidden or not. */
function setUpChoice(
  solver: Solver,
  choice: Model,
  system: LinearSystem,
  primary: Uint8Array,
  { leastHidden, shownBefore }: ProtectOptions,
) {
  const length = primary.length
  const mustShow = (cell: number) => shownBefore?.[cell] || (leastHidden > 0 && system.values[cell] === 0)
  choice.options.set({ output_flag: false, mip_rel_gap: closeEnough, mip_max_nodes: mostNodes })
  choice.addVars(
    Float64Array.from(primary, (isPrimary, cell) => (isPrimary || !system.published[cell] ? 1 : 0)),
    Float64Array.from(primary, (isPrimary, cell) => (!isPrimary && mustShow(cell) ? 0 : 1)),
  )
  const every = { kind: 'range', from: 0, to: length - 1 } as const
  choice.changeColsCost(every, costsOf(system))
  choice.changeColsIntegrality(every, new Int32Array(length).fill(solver.constants.variableType.integer))
}

/** Within half a percent of the cheapest: less than one cell in most tables. */
const closeEnough = 0.005
const mostNodes = 2000
const costOfZero = 8

function costsOf({ values, published }: LinearSystem): Float64Array {
  const largest = values.reduce((most, value) => Math.max(most, value), 0)
  return values.map((value, cell) => {
    if (!published[cell]) return 0
    return value <= 0 ? costOfZero : 1 + Math.sqrt(value / largest)
  })
}

function keepHidden(choice: Model, hidden: Uint8Array) {
  hidden.forEach((isHidden, cell) => isHidden && choice.changeColBounds(cell, 1, 1))
}

function chosenCells(solver: Solver, choice: Model, { published }: LinearSystem): Uint8Array {
  choice.run()
  if (choice.info.get('primal_solution_status') !== solver.constants.solutionStatus.feasible)
    throw new CannotCalculate('no-safe-table')
  return Uint8Array.from(choice.getSolution().colValue, (value, cell) => (published[cell] && value > 0.5 ? 1 : 0))
}
