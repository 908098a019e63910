import { expect, test } from 'vitest'
import { componentsOf } from './components.ts'
import { relationsBuilder } from './linear-system.ts'
import { loadSolver } from './solver.ts'
import { unboundedCells } from './unbounded.ts'

const solver = await loadSolver()

/** For each cell of the sums, all of them unknown but those of `values`, whether it can be as large as one likes. */
function unbounded(values: (number | null)[], sums: [total: number, ...parts: number[]][]): number[] {
  const relations = relationsBuilder()
  for (const [total, ...parts] of sums) relations.add(total, parts)
  const known = Float64Array.from(values, (value) => value ?? Number.NaN)
  const system = { values: known, published: new Uint8Array(values.length).fill(1), relations: relations.done() }
  return componentsOf(system, known).flatMap((component) => {
    const grows = unboundedCells(solver, system, component)
    return [...component.cells].filter((_, at) => grows[at])
  })
}

test('parts of a sum that is known have a limit', () => expect(unbounded([20, null, null], [[0, 1, 2]])).toEqual([]))

test('a sum that nobody knows can grow with any of its parts', () =>
  expect(unbounded([null, null, null], [[0, 1, 2]])).toEqual([0, 1, 2]))

test('a part that another sum limits stays where it is while the rest of its own sum grows', () =>
  expect(
    unbounded(
      [null, null, null, 9, null],
      [
        [0, 1, 2],
        [3, 2, 4],
      ],
    ),
  ).toEqual([0, 1]))
