import { expect, test } from 'vitest'
import { loadSolver } from '../calculations/disclosure/solver.ts'
import { secretsOf } from '../calculations/disclosure/what-follows.ts'
import { systemOf } from './cell-relations.ts'
import { idOf } from './count-cell.ts'

const solver = await loadSolver()
const limits = { smallestCount: 5, smallestDenominator: 20 }

const of = (definitionId: string, from: number, until = from + 1) => idOf({ definitionId, cellKey: '', from, until })

/** The secrets that a reader of these counts can work out. */
function told(counts: [id: string, count: number][]): string[] {
  const system = systemOf(new Map(counts))
  const found = secretsOf(solver, system, limits)
  return system.ids.filter((_, cell) => found.told[cell])
}

test('two months in a row do not tell how many came and how many left', () =>
  expect(
    told([
      [of('household-months', 1), 40],
      [of('household-months', 2), 42],
    ]),
  ).toEqual([]))

test('they do with those of the two months together', () =>
  expect(
    told([
      [of('household-months', 1), 40],
      [of('household-months', 2), 42],
      [of('households', 1, 3), 43],
      [of('households', 1, 2), 40],
    ]),
  ).toContain(`${of('households', 1, 3)}|others-than-1-2`))

test('where nobody has paused, those who come are those who begin', () =>
  expect(
    told([
      [of('household-months', 1), 40],
      [of('stock-at-end', 1), 40],
      [of('household-months', 2), 43],
      [of('inflow', 2), 5],
      [of('outflow', 2), 0],
      [of('household-months', 0), 40],
      [of('stock-at-end', 0), 40],
    ]),
  ).toContain(of('left', 2)))

test('a large change tells nothing small, and a month without anybody is no secret', () =>
  expect(
    told([
      [of('household-months', 1), 0],
      [of('household-months', 2), 0],
      [of('inflow', 2), 0],
    ]),
  ).toEqual([]))
