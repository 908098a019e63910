import type { Highs } from 'highs'
import { CannotCalculate } from '../refusal.ts'
import type { Component } from './components.ts'
import type { LinearSystem } from './linear-system.ts'
import type { Solver } from './solver.ts'

/** One extreme of one cell. `solution` has a value for each cell of the component, null when there is no limit. */
export type Extreme = { value: number; solution: Float64Array | null }

export type Program = {
  /** Some values that the sums allow, to be asked for first. Refuses sums that no values fulfil. */
  anyValues: () => Float64Array
  /** By linear programming; the solution need not be in whole numbers. */
  extreme: (column: number, sense: 'minimize' | 'maximize') => Extreme
  /** The same among whole numbers. */
  wholeExtreme: (column: number, sense: 'minimize' | 'maximize') => Extreme
  /** Values that make the sum of the cells, each with its sign, as great as it can be. Null when there is no limit. */
  greatestSum: (signs: Float64Array) => Float64Array | null
}

export type Known = { system: LinearSystem; settled: Float64Array; leastHidden: 0 | 1 }

/** The linear program of one component, built once and then asked about one cell after the other. */
export function withProgram(solver: Solver, known: Known, component: Component, work: (program: Program) => void) {
  solver.withModel(modelOf(solver, known, component), (model) => {
    // Without presolve each question starts from the answer to the one before.
    model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', simplex_strategy: 4, mip_rel_gap: 0 })
    let asked = 0
    const ask = (column: number, sense: 'minimize' | 'maximize'): Extreme => {
      model.changeColCost(asked, 0)
      model.changeColCost(column, 1)
      asked = column
      model.changeObjectiveSense(solver.constants.objectiveSense[sense])
      return answerOf(solver, model.run().modelStatus, () => model.getSolution().colValue, column)
    }
    const every = { kind: 'range', from: 0, to: component.cells.length - 1 } as const
    work({
      anyValues: () => {
        // Nothing is asked for, so that presolve cannot take what has no limit for what cannot be.
        model.options.set({ presolve: 'on' })
        const { modelStatus } = model.run()
        model.options.set({ presolve: 'off' })
        if (modelStatus !== solver.constants.modelStatus.optimal) throw new CannotCalculate('inconsistent-table')
        return model.getSolution().colValue
      },
      extreme: ask,
      greatestSum: (signs) => {
        model.changeColsCost(every, signs)
        model.changeObjectiveSense(solver.constants.objectiveSense.maximize)
        const { solution } = answerOf(solver, model.run().modelStatus, () => model.getSolution().colValue, 0)
        model.changeColsCost(
          every,
          signs.map(() => 0),
        )
        return solution
      },
      wholeExtreme: (column, sense) => {
        model.changeColsIntegrality(every, new Int32Array(component.cells.length).fill(1))
        model.options.set({ solver: 'choose', presolve: 'on' })
        const answer = ask(column, sense)
        model.options.set({ solver: 'simplex', presolve: 'off' })
        model.clearIntegrality()
        return answer
      },
    })
  })
}

function answerOf(solver: Highs, status: number, solution: () => Float64Array, column: number): Extreme {
  const { optimal, infeasible, unbounded, unboundedOrInfeasible } = solver.constants.modelStatus
  if (status === infeasible) throw new CannotCalculate('inconsistent-table')
  if (status === unbounded || status === unboundedOrInfeasible) return { value: Infinity, solution: null }
  if (status !== optimal) throw new Error(`HiGHS stopped with model status ${status}`)
  const values = solution()
  return { value: values[column]!, solution: values }
}

export function modelOf(solver: Highs, { system, settled, leastHidden }: Known, { cells, relations }: Component) {
  const column = new Map([...cells].map((cell, at) => [cell, at]))
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const right = new Float64Array(relations.length)
  relations.forEach((relation, row) => {
    for (let at = system.relations.starts[relation]!; at < system.relations.starts[relation + 1]!; at++) {
      const cell = system.relations.cells[at]!
      const sign = system.relations.signs[at]!
      const index = column.get(cell)
      if (index === undefined) right[row]! -= sign * settled[cell]!
      else {
        indices.push(index)
        values.push(sign)
      }
    }
    starts.push(indices.length)
  })
  return {
    numCols: cells.length,
    numRows: relations.length,
    colCost: new Float64Array(cells.length),
    colLower: Float64Array.from(cells, (cell) => (system.published[cell] ? leastHidden : 0)),
    colUpper: new Float64Array(cells.length).fill(solver.infinity),
    rowLower: right,
    rowUpper: right,
    matrix: {
      format: 'csr' as const,
      numRows: relations.length,
      numCols: cells.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}
