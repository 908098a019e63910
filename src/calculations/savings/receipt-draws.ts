import { type Matrix, cholesky, zeros } from '../linear-algebra.ts'
import type { Random } from '../random.ts'
import { CannotCalculate } from '../refusal.ts'
import { exitsBehindOne } from './fit-leaving.ts'
import { type FittedReceipt, householdsBehindShare } from './fit-receipt.ts'
import { startsBehindCommon } from './fit-starting.ts'
import { type ReceiptModel, hazardIn, quarterCount, quarterOf, sharePlace, startHazard } from './receipt-model.ts'
import type { ReceiptRecords } from './receipt-records.ts'

/**
 * Models as other draws of households would have given them: θ + J⁻¹·Σ(wᵢ − 1)·sᵢ, θ the logarithms of the factors.
 *
 * sᵢ is the slope of household i's own log-likelihood, and J the sum of sᵢsᵢ′ over households with what draws factors
 * towards each other added. Drawing households anew, each wᵢ times, and going one step from the answer is the score
 * bootstrap (Kline & Santos 2012). Of many households the sum is normal with variance J, and is drawn as that, so that any
 * number of draws costs one pass over the data. How many return and how often somebody starts are taken as they are found.
 */
export function drawnModels(
  fitted: FittedReceipt,
  records: ReceiptRecords,
  draws: number,
  random: Random,
): ReceiptModel[] {
  const { model } = fitted
  const places = slopePlaces(model)
  const information = zeros(places.length, places.length)
  addSlopes(information, fitted, records)
  drawTogether(information, model)
  const root = cholesky(information)
  if (!root) throw new CannotCalculate('not-converged')
  return Array.from({ length: draws }, () => {
    const step = solveTransposed(
      root,
      Float64Array.from({ length: places.length }, () => random.normal()),
    )
    return stepped(model, step)
  })
}

/** Where the logarithms stand: of the factors, of the second type's hazards of leaving and starting, and its odds. */
function slopePlaces({ factor, startOfSecond, share }: ReceiptModel) {
  const second = factor.length
  const start = second + 1
  const odds = start + startOfSecond.length
  return { second, start, odds, length: odds + share.length }
}

function addSlopes({ values }: Matrix, fitted: FittedReceipt, records: ReceiptRecords) {
  const { length } = slopePlaces(fitted.model)
  const slopesOf = slopesOfHousehold(fitted, records)
  const slope = new Float64Array(length)
  const isTouched = new Uint8Array(length)
  const touched = new Int32Array(length)
  let count = 0
  const add = (at: number, value: number) => {
    if (isTouched[at] === 0) touched[count++] = at
    isTouched[at] = 1
    slope[at]! += value
  }
  for (let household = 0; household < records.households.length; household++) {
    slopesOf(household, add)
    for (let one = 0; one < count; one++) {
      const row = touched[one]!
      for (let other = 0; other < count; other++) {
        const column = touched[other]!
        values[row * length + column]! += slope[row]! * slope[column]!
      }
    }
    for (let one = 0; one < count; one++) slope[touched[one]!] = isTouched[touched[one]!] = 0
    count = 0
  }
}

/** A household's own slopes: what happened less what was expected, over its types (Fisher's identity). */
function slopesOfHousehold({ model, posterior, cells }: FittedReceipt, records: ReceiptRecords) {
  const places = slopePlaces(model)
  const expectedStarts = expectedStartsOf(model, records)
  const { offsets, left, starts } = records
  return (household: number, add: (at: number, value: number) => void) => {
    const second = posterior.ofSecond[household]!
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++) {
      if (left[record] === -1) continue
      const cell = cells.ofRecord[record]!
      const hazard = hazardIn(model.factor, cells, cell)
      const slopeOf = (value: number) => (left[record] === 1 ? value / Math.expm1(value) : -value)
      const own = second * slopeOf(hazard * model.second)
      const all = (1 - second) * slopeOf(hazard) + own
      for (let at = cell * cells.width; at < (cell + 1) * cells.width; at++) add(cells.fixed[at]!, all)
      for (const window of cells.windows[cell]!) add(window, all)
      add(places.second, own)
    }
    expectedStarts(household).forEach((expected, intervention) => add(places.start + intervention, -second * expected))
    for (let start = starts.offsets[household]!; start < starts.offsets[household + 1]!; start++)
      add(places.start + starts.intervention[start]!, second)
    const share = sharePlace(records, household)
    add(places.odds + share, second - model.share[share]!)
  }
}

/** How many starts of each intervention a household would be expected to make, were it of the second type. */
function expectedStartsOf(model: ReceiptModel, records: ReceiptRecords) {
  const months = new Float64Array(quarterCount(records))
  return (household: number): Float64Array => {
    months.fill(0)
    for (let record = records.offsets[household]!; record < records.offsets[household + 1]!; record++)
      months[quarterOf(records.month[record]!)]! += records.mayStart[record]!
    return model.startOfSecond.map((second, intervention) => {
      const hazard = (quarter: number) =>
        startHazard(model, records, intervention, records.obstacle[household]!, quarter)
      return second * months.reduce((total, count, quarter) => total + (count > 0 ? count * hazard(quarter) : 0), 0)
    })
  }
}

/** Adds what factors are drawn towards each other with; and a little for those that nothing is known of. */
function drawTogether({ values }: Matrix, model: ReceiptModel) {
  const { start, odds, length } = slopePlaces(model)
  const add = (at: number, amount: number) => (values[at * length + at]! += amount)
  for (let at = 0; at < length; at++) add(at, 1e-3)
  model.factor.forEach((factor, at) => add(at, exitsBehindOne * Math.min(factor, 1)))
  model.startOfSecond.forEach((_, at) => add(start + at, startsBehindCommon))
  model.share.forEach((share, at) => add(odds + at, householdsBehindShare * share * (1 - share)))
}

function stepped(model: ReceiptModel, step: Float64Array): ReceiptModel {
  const { second, start, odds } = slopePlaces(model)
  const times = (factors: Float64Array, from: number) =>
    factors.map((factor, at) => factor * Math.exp(step[from + at]!))
  return {
    ...model,
    factor: times(model.factor, 0),
    second: model.second * Math.exp(step[second]!),
    startOfSecond: times(model.startOfSecond, start),
    share: model.share.map((share, at) => 1 / (1 + ((1 - share) / share) * Math.exp(-step[odds + at]!))),
  }
}

/** L′⁻¹z of a lower triangle L: of variance (LL′)⁻¹ when z is of variance 1. */
function solveTransposed({ rows, values }: Matrix, z: Float64Array): Float64Array {
  const solution = Float64Array.from(z)
  for (let row = rows - 1; row >= 0; row--) {
    for (let below = row + 1; below < rows; below++) solution[row]! -= values[below * rows + row]! * solution[below]!
    solution[row]! /= values[row * rows + row]!
  }
  return solution
}
