import { expect, test } from 'vitest'
import { loadSolver } from '../calculations/disclosure/solver.ts'
import { secretsOf } from '../calculations/disclosure/what-follows.ts'
import { systemOf } from './cell-relations.ts'
import { type CellId, idOf } from './count-cell.ts'

const solver = await loadSolver()
const limits = { smallestCount: 5, smallestDenominator: 20 }

const of = (definitionId: string, cellKey: string, from: number, until: number): CellId =>
  idOf({ definitionId, cellKey, from, until })

/** The secrets that a reader of these counts can work out. */
function told(counts: [id: CellId, count: number][]): CellId[] {
  const system = systemOf(new Map(counts))
  const found = secretsOf(solver, system, limits)
  return system.ids.filter((_, cell) => found.told[cell])
}

test('women and men of a year, and the number of the first months, tell how many of the last months were both', () => {
  const year: [CellId, number][] = [
    [of('applications', 'gender=woman', 0, 12), 6],
    [of('applications', 'gender=man', 0, 12), 6],
    [of('applications', 'gender=unknown', 0, 12), 0],
  ]
  const both = `${of('applications', '', 8, 12)}|only-both`
  expect(told([...year, [of('applications', '', 0, 8), 8]])).toContain(both)
  expect(told([...year, [of('applications', '', 0, 8), 6]])).not.toContain(both)
})

test('the flow of two years tells the ongoing before it, and so who paused in its first month', () =>
  expect(
    told([
      [of('inflow', '', 0, 24), 77],
      [of('outflow', '', 0, 24), 57],
      [of('stock-at-end', '', 23, 24), 33],
      [of('inflow', '', 0, 1), 5],
      [of('outflow', '', 0, 1), 0],
      [of('household-months', '', 0, 1), 14],
    ]),
  ).toContain(of('paused', '', 0, 1)))

test('the genders of persons are those of adults and children, though nobody has printed the genders of the adults', () => {
  const eightMonths: [CellId, number][] = [
    [of('adults', '', 0, 8), 21],
    [of('persons', 'gender=woman', 0, 8), 13],
    [of('persons', 'gender=unknown', 0, 8), 13],
    [of('children', 'gender=woman', 0, 8), 0],
    [of('children', 'gender=man', 0, 8), 0],
    [of('children', 'unit=A', 0, 8), 13],
  ]
  // Between 34 and 34 in eight months, so that four came after.
  const after = `${of('persons', '', 0, 12)}|others-than-0-8`
  expect(told([...eightMonths, [of('persons', '', 0, 12), 38]])).toContain(after)
  expect(told([...eightMonths.slice(0, -1), [of('persons', '', 0, 12), 38]])).not.toContain(after)
})

test('those of other units than the one that tells of itself are a secret, though another unit is known by name', () => {
  const known: [CellId, number][] = [
    [of('stock-at-end', '', 0, 1), 20],
    [of('stock-at-end', 'unit=B', 5, 6), 9],
  ]
  const others = of('stock-at-end', 'unit=others-than-A', 0, 1)
  expect(told([...known, [of('stock-at-end', 'unit=A', 0, 1), 17]])).toContain(others)
  expect(told([...known, [of('stock-at-end', 'unit=A', 0, 1), 13]])).toEqual([])
})

test('nor do two counts of the one unit tell how many of the others paused', () => {
  const known: [CellId, number][] = [
    [of('stock-at-end', '', 0, 1), 40],
    [of('household-months', '', 0, 1), 30],
    [of('stock-at-end', 'unit=A', 0, 1), 20],
    [of('stock-at-end', 'unit=B', 5, 6), 9],
  ]
  const paused = of('paused', 'unit=others-than-A', 0, 1)
  expect(told([...known, [of('household-months', 'unit=A', 0, 1), 13]])).toContain(paused)
  expect(told([...known, [of('household-months', 'unit=A', 0, 1), 15]])).toEqual([])
})
