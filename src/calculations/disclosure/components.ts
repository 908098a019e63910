import type { LinearSystem } from './linear-system.ts'

/** Cells that are unknown together: what is learnt of one part says nothing of another. */
export type Component = { cells: Int32Array; relations: Int32Array }

/** The unknown cells (NaN in `value`), divided into parts that no relation joins. */
export function componentsOf({ relations }: LinearSystem, value: Float64Array): Component[] {
  const { starts, cells } = relations
  const parent = Int32Array.from(value, (_, cell) => cell)
  const root = (cell: number): number => {
    while (parent[cell] !== cell) cell = parent[cell] = parent[parent[cell]!]!
    return cell
  }
  const firstUnknown = new Int32Array(starts.length - 1).fill(-1)
  for (let relation = 0; relation < firstUnknown.length; relation++)
    for (let at = starts[relation]!; at < starts[relation + 1]!; at++) {
      const cell = cells[at]!
      if (!Number.isNaN(value[cell]!)) continue
      if (firstUnknown[relation]! < 0) firstUnknown[relation] = cell
      else parent[root(cell)] = root(firstUnknown[relation]!)
    }
  const gathered = new Map<number, { cells: number[]; relations: number[] }>()
  value.forEach((each, cell) => {
    if (!Number.isNaN(each)) return
    const at = root(cell)
    if (!gathered.has(at)) gathered.set(at, { cells: [], relations: [] })
    gathered.get(at)!.cells.push(cell)
  })
  firstUnknown.forEach((cell, relation) => cell >= 0 && gathered.get(root(cell))!.relations.push(relation))
  return [...gathered.values()].map((each) => ({
    cells: Int32Array.from(each.cells),
    relations: Int32Array.from(each.relations),
  }))
}
