import type { Model, ModelData } from 'highs'
import { type Component, componentsOf } from './components.ts'
import type { LinearSystem } from './linear-system.ts'
import type { Solver } from './solver.ts'

/** Σ values · x ≥ 0 over the cells, where x is 1 for a hidden cell: what every safe choice of cells fulfils. */
export type Cut = { cells: Int32Array; values: Float64Array }

export type Protection = {
  /** The least distance between the smallest and the greatest value that any hidden cell can be. */
  width: number
  /** The smallest value that the reader takes a hidden cell to have. */
  leastHidden: 0 | 1
}

/**
 * For each cell of `unsafe` a condition that the hidden cells break and that every safe choice fulfils,
 * by Benders' decomposition (Fischetti & Salazar 2001).
 *
 * How far a hidden cell can move up or down, while every sum holds and each cell j moves within its limits × x_j,
 * is a linear program. Its dual prices bound the movement for every other choice of x as well:
 * Σ price_j · limit_j · x_j must reach the width wanted.
 */
export function cutsFor(
  solver: Solver,
  system: LinearSystem,
  hidden: Uint8Array,
  unsafe: readonly number[],
  protection: Protection,
): Cut[] {
  const mayMove = Float64Array.from(hidden, (isHidden, cell) => (isHidden || !system.published[cell] ? Number.NaN : 0))
  const isUnsafe = new Set(unsafe)
  // A proof that a cell is unsafe needs only the sums with hidden cells that are tied to it.
  return componentsOf(system, mayMove).flatMap((component) => {
    const targets = [...component.cells].filter((cell) => isUnsafe.has(cell))
    return targets.length === 0 ? [] : cutsWithin(solver, { system, hidden, protection }, component, targets)
  })
}

type Question = { system: LinearSystem; hidden: Uint8Array; protection: Protection }

function cutsWithin(solver: Solver, question: Question, component: Component, targets: number[]): Cut[] {
  const movement = movementOf(question, component)
  return solver.withModel(movement.model, (model) => {
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: primalSimplex })
    const cuts: Cut[] = []
    let left = targets
    for (const slack of slacks) {
      setSlack(model, movement, slack / question.hidden.length)
      left = left.filter((target) => {
        const cut = cutOf(question, movement, pricesOf(solver, model, movement, target), target)
        const isFound = cut !== null && isBroken(cut, question.hidden)
        if (isFound) cuts.push(cut)
        return !isFound
      })
    }
    return [...cuts, ...left.map((target) => oneMore(question, target))]
  })
}

const primalSimplex = 4

/**
 * Shown cells are let move a little, shared among all. Else any prices on them are as good as others, and the condition
 * says little of the choice. The less they move, the surer it is that the condition catches the choice at hand.
 */
const slacks = [2, 0.1, 0]

/** The cells of some relations, how far each may move if hidden, and whether it is. */
type Movement = { cells: Int32Array; down: Float64Array; up: number; free: Uint8Array; model: ModelData }

/** A movement that needs another cell to move further than this many widths is left out, to the safe side. */
const widthsOfMovement = 2

function movementOf({ system, hidden, protection }: Question, component: Component): Movement {
  const { values, published } = system
  const up = widthsOfMovement * protection.width
  const { cells, model } = modelOf(system, component)
  const floor = (cell: number) => (published[cell] ? protection.leastHidden : 0)
  return {
    cells,
    up,
    model,
    down: Float64Array.from(cells, (cell) => Math.min(up, Math.max(0, values[cell]! - floor(cell)))),
    free: Uint8Array.from(cells, (cell) => (hidden[cell] || !published[cell] ? 1 : 0)),
  }
}

/** All cells of the relations, whether they may move or not: the prices of those that may not make the condition. */
function modelOf({ relations }: LinearSystem, component: Component): { cells: Int32Array; model: ModelData } {
  const column = new Map<number, number>()
  const starts = [0]
  const indices: number[] = []
  const signs: number[] = []
  for (const relation of component.relations) {
    for (let at = relations.starts[relation]!; at < relations.starts[relation + 1]!; at++) {
      const cell = relations.cells[at]!
      if (!column.has(cell)) column.set(cell, column.size)
      indices.push(column.get(cell)!)
      signs.push(relations.signs[at]!)
    }
    starts.push(indices.length)
  }
  const cells = Int32Array.from(column.keys())
  const [none, numRows] = [new Float64Array(cells.length), component.relations.length]
  const matrix = { format: 'csr', numRows, numCols: cells.length, starts, indices, values: signs } as const
  const rows = { numRows, rowLower: new Float64Array(numRows), rowUpper: new Float64Array(numRows) }
  return { cells, model: { numCols: cells.length, colCost: none, colLower: none, colUpper: none, ...rows, matrix } }
}

function setSlack(model: Model, { down, up, free }: Movement, slack: number) {
  const lower = down.map((most, column) => -most * (free[column] ? 1 : slack))
  const upper = down.map((_, column) => up * (free[column] ? 1 : slack))
  model.changeColsBounds({ kind: 'range', from: 0, to: down.length - 1 }, lower, upper)
}

/** Σ over both directions of the price of each cell's limits, times the limit. */
function pricesOf(solver: Solver, model: Model, { cells, down, up }: Movement, target: number): Float64Array {
  const prices = new Float64Array(cells.length)
  const column = cells.indexOf(target)
  model.changeColCost(column, 1)
  for (const [sense, sign] of senses) {
    model.changeObjectiveSense(solver.constants.objectiveSense[sense])
    model.run()
    model.getSolution().colDual.forEach((dual, at) => {
      const price = sign * dual
      prices[at]! += price > 0 ? price * up : -price * down[at]!
    })
  }
  model.changeColCost(column, 0)
  return prices
}

const senses = [
  ['maximize', 1],
  ['minimize', -1],
] as const

/** Null when the cells that move in any case give the width alone. */
function cutOf(
  { system, protection }: Question,
  { cells }: Movement,
  prices: Float64Array,
  target: number,
): Cut | null {
  const isGiven = (cell: number) => cell === target || !system.published[cell]
  const needed = prices.reduce((left, price, at) => (isGiven(cells[at]!) ? left - price : left), protection.width)
  if (needed < negligible) return null
  const chosen = [...prices.keys()].filter((at) => prices[at]! > negligible && !isGiven(cells[at]!))
  return {
    cells: Int32Array.from([...chosen.map((at) => cells[at]!), target]),
    values: Float64Array.from([...chosen.map((at) => Math.min(prices[at]!, needed)), -needed]),
  }
}

const negligible = 1e-7

const isBroken = ({ cells, values }: Cut, hidden: Uint8Array) =>
  values.reduce((sum, value, at) => sum + value * hidden[cells[at]!]!, 0) < -negligible

/** Where prices do not tell, since it is whole numbers that make the cell unsafe: one cell more must be hidden. */
function oneMore({ system: { published }, hidden }: Question, target: number): Cut {
  const others = [...hidden.keys()].filter((cell) => published[cell] && !hidden[cell])
  return { cells: Int32Array.from([...others, target]), values: Float64Array.from([...others.map(() => 1), -1]) }
}
