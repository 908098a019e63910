import { CannotCalculate } from '../refusal.ts'
import { type LinearSystem, mustAddUp, relationsOfCells, tolerance, wholeOf } from './linear-system.ts'

/**
 * What plain subtraction gives away, one relation at a time:
 * the last unknown of a sum, and parts that share nought.
 *
 * `value` has the value of every cell that is shown or follows; NaN for the rest.
 * `least` is the smallest value that a hidden cell can have. Refuses values that do not add up.
 */
export function settledValues(system: LinearSystem, hidden: Uint8Array, least: number): Float64Array {
  const { relations, published } = system
  const value = system.values.map((each, cell) => (published[cell] && !hidden[cell] ? each : Number.NaN))
  const of = relationsOfCells(relations, value.length)
  const waiting = Array.from({ length: relations.starts.length - 1 }, (_, relation) => relation)
  const isWaiting = new Uint8Array(waiting.length).fill(1)
  const settle = (cell: number, found: number) => {
    const floor = published[cell] ? least : 0
    if (found < floor - tolerance) throw new CannotCalculate('inconsistent-table')
    value[cell] = wholeOf(found)
    for (let at = of.starts[cell]!; at < of.starts[cell + 1]!; at++) {
      const relation = of.cells[at]!
      if (isWaiting[relation]) continue
      isWaiting[relation] = 1
      waiting.push(relation)
    }
  }
  for (let relation = waiting.pop(); relation !== undefined; relation = waiting.pop()) {
    isWaiting[relation] = 0
    settleRelation(relation, { system, value, least, settle })
  }
  return value
}

type Settling = {
  system: LinearSystem
  value: Float64Array
  least: number
  settle: (cell: number, found: number) => void
}

function settleRelation(relation: number, { system, value, least, settle }: Settling) {
  const { starts, cells, signs } = system.relations
  let known = 0
  let unknowns = 0
  let last = -1
  let signSum = 0
  let floor = 0
  for (let at = starts[relation]!; at < starts[relation + 1]!; at++) {
    const cell = cells[at]!
    if (!Number.isNaN(value[cell]!)) known += signs[at]! * value[cell]!
    else {
      unknowns++
      last = at
      signSum += signs[at]!
      floor += signs[at]! * (system.published[cell] ? least : 0)
    }
  }
  if (unknowns === 0) return mustAddUp(known)
  if (unknowns === 1) return settle(cells[last]!, -known / signs[last]!)
  const allAtFloor = Math.abs(signSum) === unknowns && Math.abs(known + floor) < tolerance
  if (!allAtFloor) return
  for (let at = starts[relation]!; at < starts[relation + 1]!; at++)
    if (Number.isNaN(value[cells[at]!]!)) settle(cells[at]!, system.published[cells[at]!] ? least : 0)
}
