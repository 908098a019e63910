import type { Component } from './components.ts'
import type { LinearSystem } from './linear-system.ts'
import type { Solver } from './solver.ts'

/**
 * 1 for each cell of a component that no sum limits from above, so that nobody can tell how large it is.
 *
 * The directions in which the cells can grow for ever are A·d = 0, d ≥ 0. They add up to one that grows in every cell that any of
 * them grows in, and a program that counts the cells it grows in finds it: one question instead of one for each cell.
 */
export function unboundedCells(solver: Solver, { relations }: LinearSystem, { cells, relations: own }: Component) {
  const column = new Map([...cells].map((cell, at) => [cell, at]))
  const length = cells.length
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  for (const relation of own) {
    for (let at = relations.starts[relation]!; at < relations.starts[relation + 1]!; at++) {
      const index = column.get(relations.cells[at]!)
      if (index === undefined) continue
      indices.push(index, index + length)
      values.push(relations.signs[at]!, relations.signs[at]!)
    }
    starts.push(indices.length)
  }
  const numCols = 2 * length
  // The growth of a cell in two parts: the first, of one at most, is what counts.
  const isFirst = (at: number) => at < length
  const model = {
    ...{ numCols, numRows: own.length, colLower: new Float64Array(numCols) },
    colCost: Float64Array.from({ length: numCols }, (_, at) => (isFirst(at) ? 1 : 0)),
    colUpper: Float64Array.from({ length: numCols }, (_, at) => (isFirst(at) ? 1 : solver.infinity)),
    ...{ rowLower: new Float64Array(own.length), rowUpper: new Float64Array(own.length) },
    matrix: { format: 'csr' as const, numRows: own.length, numCols, starts, indices, values },
  }
  return solver.withModel(model, (program) => {
    program.options.set({ output_flag: false })
    program.changeObjectiveSense(solver.constants.objectiveSense.maximize)
    program.run()
    const growth = program.getSolution().colValue
    return Uint8Array.from(cells, (_, at) => (growth[at]! > grows ? 1 : 0))
  })
}

/** Each growth that there is, is one in the program's best answer. */
const grows = 0.5
