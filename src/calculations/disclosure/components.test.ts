import fc from 'fast-check'
import { expect, test } from 'vitest'
import { componentsOf } from './components.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'

type Sum = [total: number, parts: number[]]

function partsOf(length: number, unknown: number[], sums: Sum[]) {
  const relations = relationsBuilder()
  for (const [total, parts] of sums) relations.add(total, parts)
  const value = Float64Array.from({ length }, (_, cell) => (unknown.includes(cell) ? Number.NaN : 1))
  const system: LinearSystem = { values: value, published: new Uint8Array(length).fill(1), relations: relations.done() }
  return componentsOf(system, value).map(({ cells, relations }) => ({ cells: [...cells], relations: [...relations] }))
}

test('unknown cells in one sum belong together, and so do those that a common cell joins', () =>
  expect(
    partsOf(
      11,
      [1, 2, 4, 5, 7, 8],
      [
        [0, [1, 2]],
        [3, [4, 5]],
        [9, [10]],
        [6, [5, 7]],
      ],
    ),
  ).toEqual([
    { cells: [1, 2], relations: [0] },
    { cells: [4, 5, 7], relations: [1, 3] },
    { cells: [8], relations: [] },
  ]))

test('a cell that is known joins nothing', () =>
  expect(
    partsOf(
      5,
      [1, 3],
      [
        [0, [1, 2]],
        [4, [2, 3]],
      ],
    ),
  ).toEqual([
    { cells: [1], relations: [0] },
    { cells: [3], relations: [1] },
  ]))

test('nor does the sum that comes next in order', () =>
  expect(
    partsOf(
      5,
      [1, 3],
      [
        [0, [1, 2]],
        [3, [4]],
      ],
    ),
  ).toEqual([
    { cells: [1], relations: [0] },
    { cells: [3], relations: [1] },
  ]))

test('chains that meet late become one', () =>
  expect(
    partsOf(
      6,
      [0, 1, 2, 3, 4, 5],
      [
        [0, [1]],
        [2, [3]],
        [4, [5]],
        [3, [5]],
        [1, [4]],
      ],
    ),
  ).toEqual([{ cells: [0, 1, 2, 3, 4, 5], relations: [0, 1, 2, 3, 4] }]))

test('no unknown cells make no parts', () => expect(partsOf(2, [], [[0, [1]]])).toEqual([]))

test('two cells are in one part exactly when a chain of sums leads from one to the other', () => {
  const pair = fc.tuple(fc.nat(11), fc.nat(11)).filter(([left, right]) => left !== right)
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), fc.uniqueArray(fc.nat(11)), (pairs, unknown) => {
      const reached = (from: number) => {
        const found = new Set([from])
        for (let size = 0; size < found.size;) {
          size = found.size
          for (const pair of pairs)
            if (pair.every((cell) => unknown.includes(cell)) && pair.some((cell) => found.has(cell)))
              pair.forEach((cell) => found.add(cell))
        }
        return [...found].sort((left, right) => left - right)
      }
      const parts = partsOf(
        12,
        unknown,
        pairs.map(([total, part]) => [total, [part]]),
      )
      expect(parts.flatMap(({ cells }) => cells).length).toBe(unknown.length)
      for (const { cells } of parts) expect(reached(cells[0]!)).toEqual(cells)
    }),
    { seed: 8, numRuns: 100 },
  )
})
