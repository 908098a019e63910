import type { Component } from './components.ts'
import { type Known, modelOf } from './component-program.ts'
import type { Solver } from './solver.ts'

/** Asks for values of the component that are as many as can be at their bounds or beyond. Null when there is no answer. */
export type Spread = (columns: readonly number[], bounds: Float64Array, direction: 'up' | 'down') => Float64Array | null

/**
 * One question in place of one for each cell: `up` makes as many of the columns as large as their bounds as it can, `down` as small.
 *
 * Each column is in two parts, up to its bound and beyond it. Up, the first parts count, so that nothing is won by making one
 * cell very large; down, the second parts count against.
 */
export function withSpread(solver: Solver, known: Known, component: Component, work: (spread: Spread) => void) {
  const { matrix, colCost, colLower, colUpper, numCols, ...rows } = modelOf(solver, known, component)
  const twice = (values: Float64Array) => Float64Array.from({ length: 2 * numCols }, (_, at) => values[at % numCols]!)
  const model = {
    ...rows,
    ...{ numCols: 2 * numCols, colCost: twice(colCost), colLower: twice(colLower), colUpper: twice(colUpper) },
    matrix: { ...matrix, numCols: 2 * numCols, ...bothParts(matrix, numCols) },
  }
  const every = { kind: 'range', from: 0, to: 2 * numCols - 1 } as const
  solver.withModel(model, (program) => {
    program.options.set({ output_flag: false, solver: 'simplex' })
    program.changeObjectiveSense(solver.constants.objectiveSense.maximize)
    work((columns, bounds, direction) => {
      const cost = new Float64Array(2 * numCols)
      const upper = twice(colUpper)
      for (const column of columns) {
        cost[direction === 'up' ? column : column + numCols] = direction === 'up' ? 1 : -1
        upper[column] = bounds[column]!
      }
      program.changeColsCost(every, cost)
      program.changeColsBounds(every, model.colLower, upper)
      if (program.run().modelStatus !== solver.constants.modelStatus.optimal) return null
      const parts = program.getSolution().colValue
      return parts.slice(0, numCols).map((value, column) => value + parts[column + numCols]!)
    })
  })
}

function bothParts(
  { starts, indices, values }: { starts: Int32Array; indices: Int32Array; values: Float64Array },
  by: number,
) {
  return {
    starts: starts.map((start) => 2 * start),
    indices: Int32Array.from({ length: 2 * indices.length }, (_, at) => indices[at >> 1]! + (at & 1) * by),
    values: Float64Array.from({ length: 2 * values.length }, (_, at) => values[at >> 1]!),
  }
}
