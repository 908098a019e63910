import { expect, test } from 'vitest'
import { attack } from './attack.ts'
import { type LinearSystem, relationsBuilder } from './linear-system.ts'
import { loadSolver, type Solver } from './solver.ts'

const solver = await loadSolver()

type Sum = [total: number, parts: number[]]

/** The intervals of all cells; null is a hidden count. */
function intervals(values: (number | null)[], sums: Sum[], asked: Solver = solver): [number, number][] {
  const relations = relationsBuilder()
  for (const [total, parts] of sums) relations.add(total, parts)
  const system: LinearSystem = {
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    published: new Uint8Array(values.length).fill(1),
    relations: relations.done(),
  }
  const hidden = Uint8Array.from(values, (value) => (value === null ? 1 : 0))
  const { least, greatest } = attack(asked, system, hidden)
  return [...least].map((from, cell) => [from, greatest[cell]!])
}

/**
 * Three cells of which no two are more than one together, and then three more. By halves the six make 3, by whole
 * numbers 2. `sum` is their sum, and `rest` what is left of five. The six, and what each pair lacks of one, come after.
 */
function twoTriangles(sum: 0 | 1, rest: 0 | 1) {
  const [one, five] = [14, 15]
  const triangle = (first: number): Sum[] => [
    [one, [first, first + 1, first + 3]],
    [one, [first + 1, first + 2, first + 4]],
    [one, [first, first + 2, first + 5]],
  ]
  const sums: Sum[] = [[sum, [2, 3, 4, 8, 9, 10]], [five, [sum, rest]], ...triangle(2), ...triangle(8)]
  const found = intervals([...new Array<null>(14).fill(null), 1, 5], sums)
  return { sum: found[sum], rest: found[rest], others: found.slice(2, 14) }
}

test.each([
  ['sum', 0, 1],
  ['rest', 1, 0],
] as const)('whole numbers are tried where no whole numbers reach the linear bound, the %s first', (_, sum, rest) => {
  const found = twoTriangles(sum, rest)
  expect(found.sum).toEqual([0, 2])
  expect(found.rest).toEqual([3, 5])
  expect(found.others).toEqual(new Array<[number, number]>(12).fill([0, 1]))
})

test('no bound is asked for twice, nor one that an answer to another has shown to be nought', () => {
  let questions = 0
  const counting = Object.create(solver, {
    withModel: {
      value: (data: Parameters<Solver['withModel']>[0], work: Parameters<Solver['withModel']>[1]) =>
        solver.withModel(data, (model) => {
          const run = model.run.bind(model)
          model.run = () => {
            questions++
            return run()
          }
          return work(model)
        }),
    },
  }) as Solver
  // Four in a ring: t, 10 − t, 9 − t and 5 + t, for t from 0 to 9. Least and greatest of each, but for the least of the
  // third, which is nought when the first is at its greatest.
  const sums: Sum[] = [
    [4, [0, 1]],
    [5, [2, 3]],
    [6, [0, 2]],
    [7, [1, 3]],
  ]
  expect(intervals([null, null, null, null, 10, 14, 9, 15], sums, counting).slice(0, 4)).toEqual([
    [0, 9],
    [1, 10],
    [0, 9],
    [5, 14],
  ])
  expect(questions).toBe(7)
})
