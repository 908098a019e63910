import { type Cells, type Posterior, type ReceiptModel, quarterCount, quarterOf } from './receipt-model.ts'
import type { ReceiptRecords } from './receipt-records.ts'

/** What the second type's hazard of a start is of the first's is drawn towards that of all interventions, as by so many. */
export const startsBehindCommon = 5

/** Improves the factors of starting, one kind at a time: each becomes starts ÷ expected starts. */
export function fitStarting(model: ReceiptModel, records: ReceiptRecords, cells: Cells, { ofSecond }: Posterior) {
  const { interventionCount, obstacleCount } = records
  const quarters = quarterCount(records)
  const risk = riskOf(records, cells, ofSecond)
  const seen = startsOf(records, ofSecond)
  const expectedOfSecond = new Float64Array(interventionCount)
  for (let intervention = 0; intervention < interventionCount; intervention++) {
    const own = (table: Float64Array, width: number) => table.subarray(intervention * width, (intervention + 1) * width)
    const byObstacle = own(model.startByObstacle, obstacleCount)
    const byQuarter = own(model.startByQuarter, quarters)
    const ofEither = risk.first.map((first, at) => first + risk.second[at]! * model.startOfSecond[intervention]!)
    own(seen.byObstacle, obstacleCount).forEach((count, obstacle) => {
      const expected = byQuarter.reduce(
        (total, each, quarter) => total + each * ofEither[obstacle * quarters + quarter]!,
        0,
      )
      byObstacle[obstacle] = expected > 0 ? count / expected : 0
    })
    own(seen.byQuarter, quarters).forEach((count, quarter) => {
      const expected = byObstacle.reduce(
        (total, each, obstacle) => total + each * ofEither[obstacle * quarters + quarter]!,
        0,
      )
      byQuarter[quarter] = expected > 0 ? count / expected : 0
    })
    risk.second.forEach((each, at) => {
      expectedOfSecond[intervention]! += each * byObstacle[Math.floor(at / quarters)]! * byQuarter[at % quarters]!
    })
  }
  fitSecond(model, seen.ofSecond, expectedOfSecond)
}

function fitSecond({ startOfSecond }: ReceiptModel, seen: Float64Array, expected: Float64Array) {
  const total = (values: Float64Array) => values.reduce((all, each) => all + each, 0)
  const common = total(seen) > 0 && total(expected) > 0 ? total(seen) / total(expected) : 1
  seen.forEach((count, at) => {
    startOfSecond[at] = (count + startsBehindCommon) / (expected[at]! + startsBehindCommon / common)
  })
}

/** Months in which something may start, by obstacle and quarter, of each type. */
function riskOf(records: ReceiptRecords, { startOfRecord }: Cells, ofSecond: Float64Array) {
  const { households, offsets, obstacleCount } = records
  const risk = new Float64Array(2 * obstacleCount * quarterCount(records))
  for (let household = 0; household < households.length; household++) {
    const second = ofSecond[household]!
    const first = 1 - second
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++) {
      const place = startOfRecord[record]!
      if (place < 0) continue
      risk[place]! += first
      risk[place + 1]! += second
    }
  }
  const column = (at: number) => new Float64Array(risk.length / 2).map((_, place) => risk[2 * place + at]!)
  return { first: column(0), second: column(1) }
}

function startsOf({ starts, month, obstacle, ...records }: ReceiptRecords, ofSecond: Float64Array) {
  const { interventionCount, obstacleCount } = records
  const quarters = quarterOf(records.monthCount - 1) + 1
  const byObstacle = new Float64Array(interventionCount * obstacleCount)
  const byQuarter = new Float64Array(interventionCount * quarters)
  const second = new Float64Array(interventionCount)
  for (let start = 0; start < starts.length; start++) {
    const [intervention, household] = [starts.intervention[start]!, starts.household[start]!]
    byObstacle[intervention * obstacleCount + obstacle[household]!]! += 1
    byQuarter[intervention * quarters + quarterOf(month[starts.record[start]!]!)]! += 1
    second[intervention]! += ofSecond[household]!
  }
  return { byObstacle, byQuarter, ofSecond: second }
}
