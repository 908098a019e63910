import { dot } from '../linear-algebra.ts'
import { sum } from '../sample-statistics.ts'
import { type Cells, type Posterior, type ReceiptModel, hazardIn } from './receipt-model.ts'
import type { ReceiptRecords } from './receipt-records.ts'

/** All factors but the months' are drawn towards 1 as by so many exits: what few households say is kept within reason. */
export const exitsBehindOne = 2

/**
 * Improves the factors of leaving, with the households' types weighed as they are: one kind of factor at a time becomes
 * exits ÷ expected exits. Within a month exits fall at times that nobody records; the exposure until then is what it is
 * expected to be (piecewise exponential, Holford 1980).
 */
export function fitLeaving(model: ReceiptModel, records: ReceiptRecords, cells: Cells, { ofSecond }: Posterior) {
  const { exits, stays } = countsOf(records, cells, ofSecond)
  const hazard = new Float64Array(cells.length).map((_, cell) => hazardIn(model.factor, cells, cell))
  const exposure = [1, model.second].map((type, at) =>
    stays[at]!.map((count, cell) => {
      const left = exits[at]![cell]!
      return left > 0 ? count + left * timeUntilExit(hazard[cell]! * type) : count
    }),
  )
  const seen = {
    cells,
    hazard,
    exits: exits[0]!.map((count, cell) => count + exits[1]![cell]!),
    exposure: exposure[0]!.map((time, cell) => time + exposure[1]![cell]! * model.second),
  }
  for (let kind = 0; kind < cells.width; kind++) improve(model.factor, seen, kind)
  improveWindows(model.factor, seen)
  const expected = dot(exposure[1]!, hazard)
  if (expected > 0) model.second = Math.max(sum(exits[1]!) / expected, leastFactor)
}

/** Exits and months without, by type and cell. */
function countsOf({ households, offsets }: ReceiptRecords, cells: Cells, ofSecond: Float64Array) {
  const { length, placeOfRecord } = cells
  const counts = new Float64Array(4 * length)
  for (let household = 0; household < households.length; household++) {
    const second = ofSecond[household]!
    const first = 1 - second
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++) {
      const place = placeOfRecord[record]!
      if (place < 0) continue
      counts[place]! += first
      counts[place + 1]! += second
    }
  }
  const column = (at: number) => new Float64Array(length).map((_, cell) => counts[4 * cell + at]!)
  return { exits: [column(0), column(1)], stays: [column(2), column(3)] }
}

/** The mean of an exponential waiting time that is known to have ended within the month: 1/h − 1/(eʰ − 1). */
const timeUntilExit = (hazard: number): number =>
  hazard < 1e-4 ? 0.5 - hazard / 12 : 1 / hazard - 1 / Math.expm1(hazard)

/** By cell, of both types; `hazard` is that of the first type and follows the factors. */
type Seen = { cells: Cells; hazard: Float64Array; exits: Float64Array; exposure: Float64Array }

/** Improves the factors that stand `kind`th of a cell's fixed ones. */
function improve(factor: Float64Array, { cells, hazard, exits, exposure }: Seen, kind: number) {
  const { fixed, width, length } = cells
  const [found, expected] = [new Float64Array(factor.length), new Float64Array(factor.length)]
  for (let cell = 0, at = kind; cell < length; cell++, at += width) {
    found[fixed[at]!]! += exits[cell]!
    expected[fixed[at]!]! += exposure[cell]! * hazard[cell]!
  }
  const times = improvement(factor, found, expected, kind === 0 ? 0 : exitsBehindOne)
  for (let cell = 0, at = kind; cell < length; cell++, at += width) hazard[cell]! *= times[fixed[at]!]!
}

function improveWindows(factor: Float64Array, { cells, hazard, exits, exposure }: Seen) {
  const [found, expected] = [new Float64Array(factor.length), new Float64Array(factor.length)]
  cells.windows.forEach((own, cell) => {
    for (const window of own) {
      found[window]! += exits[cell]!
      expected[window]! += exposure[cell]! * hazard[cell]!
    }
  })
  const times = improvement(factor, found, expected, exitsBehindOne)
  cells.windows.forEach((own, cell) => {
    for (const window of own) hazard[cell]! *= times[window]!
  })
}

/** Makes each factor that is expected to do anything exits ÷ expected exits, and gives what it was multiplied by. */
function improvement(factor: Float64Array, found: Float64Array, expected: Float64Array, drawn: number): Float64Array {
  return factor.map((before, at) => {
    if (expected[at] === 0) return 1
    factor[at] = Math.max((found[at]! + drawn) / (expected[at]! / before + drawn), leastFactor)
    return factor[at]! / before
  })
}

/** For a month in which nobody left: a hazard of nothing would make what is left impossible in a draw. */
const leastFactor = 1e-9
