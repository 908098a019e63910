import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attack } from './attack.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'
import { type Cut, cutsFor, type Protection } from './protection-cut.ts'
import { loadSolver } from './solver.ts'

const solver = await loadSolver()
const usual: Protection = { width: 3, leastHidden: 0 }

type Sum = [total: number, parts: number[]]

function systemOf(values: number[], sums: Sum[], never: number[] = []): LinearSystem {
  const relations = relationsBuilder()
  for (const [total, parts] of sums) relations.add(total, parts)
  return {
    values: Float64Array.from(values),
    published: Uint8Array.from(values, (_, cell) => (never.includes(cell) ? 0 : 1)),
    relations: relations.done(),
  }
}

/** Three cells and last their sum. */
const line = (first: number, second: number, third: number, never: number[] = []) =>
  systemOf([first, second, third, first + second + third], [[3, [0, 1, 2]]], never)

const flags = (length: number, cells: number[]) =>
  Uint8Array.from({ length }, (_, cell) => (cells.includes(cell) ? 1 : 0))

/** The factors of each cut by cell. */
function cuts(system: LinearSystem, hidden: number[], unsafe: number[], protection = usual) {
  const found = cutsFor(solver, system, flags(system.values.length, hidden), unsafe, protection)
  return found.map(factorsOf)
}
const factorsOf = ({ cells, values }: Cut): Record<number, number> =>
  Object.fromEntries(Array.from(cells, (cell, at) => [cell, Math.round(values[at]! * 1e6) / 1e6]))

test('a cell hidden alone in a line cannot move unless one of the others is hidden too', () =>
  expect(cuts(line(2, 6, 30), [0], [0])).toEqual([{ 0: -3, 1: 3, 2: 3, 3: 3 }]))

test('two hidden cells of one each lack the width by one, which any other would give', () => {
  // Each can fall by one, and rise by the one that the other falls: two of the three that are wanted.
  expect(cuts(line(1, 1, 30), [0, 1], [0, 1])).toEqual([
    { 0: -2, 1: 1, 2: 2, 3: 2 },
    { 0: 1, 1: -2, 2: 2, 3: 2 },
  ])
  expect(cuts(line(1, 1, 30), [0, 1], [1])).toEqual([{ 0: 1, 1: -2, 2: 2, 3: 2 }])
})

test('to readers who know that hidden cells are not nought, they can fall by one less', () =>
  expect(cuts(line(2, 2, 30), [0, 1], [0], { width: 3, leastHidden: 1 })).toEqual([{ 0: -2, 1: 1, 2: 2, 3: 2 }]))

test('a cell that is nought cannot fall, whatever readers know of hidden cells', () =>
  expect(cuts(line(1, 0, 30), [0, 1], [0], { width: 3, leastHidden: 1 })).toEqual([{ 0: -3, 2: 3, 3: 3 }]))

test('what a cell that is never published can move counts for the hidden one, and is no choice', () => {
  const given = { 0: -1, 1: 1, 3: 1 }
  expect(cuts(line(1, 9, 1, [2]), [0], [0])).toEqual([given])
  expect(cuts(line(2, 9, 1, [2]), [0], [0], { width: 3, leastHidden: 1 })).toEqual([given])
})

test('only the sums that the cell is tied to through hidden cells are asked', () => {
  const sums: Sum[] = [
    [2, [0, 1]],
    [5, [3, 4]],
    [6, [2, 5]],
  ]
  const system = systemOf([2, 9, 11, 3, 30, 33, 44], sums)
  expect(cuts(system, [0, 3], [3])).toEqual([{ 3: -3, 4: 3, 5: 3 }])
  expect(cuts(system, [0, 3], [])).toEqual([])
  // Tied to two sums, it can fall by the two that it has, and lacks one.
  expect(cuts(system, [0, 2, 3], [0])).toEqual([{ 0: -1, 1: 1, 5: 1, 6: 1 }])
})

test('where it is whole numbers that make a cell unsafe, one cell more must be hidden', () => {
  // a + b ≤ 1, b + c ≤ 1, a + c ≤ 1: by halves the last of three can be 1.5 to 3, by whole numbers 2 or 3.
  const [a, b, c, sum, rest, one, three] = [0, 1, 2, 6, 7, 8, 9]
  const system = systemOf(
    [1, 0, 0, 0, 1, 0, 1, 2, 1, 3],
    [
      [one, [a, b, 3]],
      [one, [b, c, 4]],
      [one, [a, c, 5]],
      [sum, [a, b, c]],
      [three, [sum, rest]],
    ],
  )
  const hidden = [a, b, c, 3, 4, 5, sum, rest]
  expect(cuts(system, hidden, [rest], { width: 1.5, leastHidden: 0 })).toEqual([{ [rest]: -1, [one]: 1, [three]: 1 }])
})

test('a cut is broken by the choice at hand, and by no choice that is safe', () => {
  const sums: Sum[] = [
    [4, [0, 1]],
    [5, [2, 3]],
    [6, [0, 2]],
    [7, [1, 3]],
    [8, [4, 5]],
    [8, [6, 7]],
  ]
  const count = fc.oneof(fc.nat(3), fc.nat(9))
  const isUnsafe = (system: LinearSystem, hidden: Uint8Array, cell: number) => {
    const { least, greatest } = attack(solver, system, hidden)
    return hidden[cell] === 1 && greatest[cell]! - least[cell]! < usual.width
  }
  const reachOf = ({ cells, values }: Cut, hidden: Uint8Array) =>
    values.reduce((sum, value, at) => sum + value * hidden[cells[at]!]!, 0)
  fc.assert(
    fc.property(count, count, count, count, fc.nat(510), (w, x, y, z, chosen) => {
      const system = systemOf([w, x, y, z, w + x, y + z, w + y, x + z, w + x + y + z], sums)
      const choice = (bits: number) => Uint8Array.from({ length: 9 }, (_, cell) => (bits >> cell) & 1)
      const hidden = choice(chosen | 1)
      fc.pre(isUnsafe(system, hidden, 0))
      const [cut, ...more] = cutsFor(solver, system, hidden, [0], usual)
      expect(more).toEqual([])
      expect(reachOf(cut!, hidden)).toBeLessThan(-1e-7)
      for (let bits = 1; bits < 512; bits += 2)
        if (reachOf(cut!, choice(bits)) < -1e-6) expect(isUnsafe(system, choice(bits), 0)).toBe(true)
    }),
    { seed: 9, numRuns: 6 },
  )
})
