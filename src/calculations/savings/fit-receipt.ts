import { sum } from '../sample-statistics.ts'
import { fitLeaving } from './fit-leaving.ts'
import { fitStarting } from './fit-starting.ts'
import {
  type Cells,
  type Posterior,
  type ReceiptModel,
  cellsOf,
  placesOf,
  posteriorOf,
  quarterCount,
  sharePlace,
} from './receipt-model.ts'
import type { ReceiptRecords } from './receipt-records.ts'

/** The share of the second type is drawn towards that of all obstacles as by so many households. */
export const householdsBehindShare = 10

export type FittedReceipt = { model: ReceiptModel; posterior: Posterior; cells: Cells; rounds: number }

const mostRounds = 300

/** Of the log-likelihood, relative: later rounds change no amount that is shown. */
const precision = 1e-7

/**
 * The factors under which what happened is likeliest, with the types weighed by what each household's own months say of
 * them (the EM algorithm, Dempster, Laird & Rubin 1977; each round a round of the conditional kind, Meng & Rubin 1993).
 */
export function fitReceipt(records: ReceiptRecords): FittedReceipt {
  const cells = cellsOf(records)
  const model = firstModel(records)
  let posterior = posteriorOf(model, records, cells)
  for (let rounds = 1; ; rounds++) {
    fitLeaving(model, records, cells, posterior)
    fitStarting(model, records, cells, posterior)
    fitShares(model, records, posterior)
    const next = posteriorOf(model, records, cells)
    const gain = next.logLikelihood - posterior.logLikelihood
    posterior = next
    const isFound = rounds > 10 && Math.abs(gain) < precision * Math.abs(next.logLikelihood)
    if (isFound || rounds === mostRounds) return { model, posterior, cells, rounds }
  }
}

/** To begin with, some are slow, and more of those who were there when the data begin. */
function firstModel(records: ReceiptRecords): ReceiptModel {
  const { monthCount, obstacleCount, interventionCount } = records
  const factor = new Float64Array(placesOf(records).length).fill(1)
  const left = records.left.reduce((count, each) => count + Number(each === 1), 0)
  return {
    factor: factor.fill((2 * left) / records.length, 0, monthCount),
    second: 0.2,
    startByObstacle: new Float64Array(interventionCount * obstacleCount).fill(1),
    startByQuarter: new Float64Array(interventionCount * quarterCount(records)).fill(0.01),
    startOfSecond: new Float64Array(interventionCount).fill(1),
    share: Float64Array.from({ length: 2 * obstacleCount }, (_, at) => (at < obstacleCount ? 0.2 : 0.6)),
    back: backHazards(records),
  }
}

/** Later returns are as rare as first applications, and are not followed. */
const longestAbsence = 24

function backHazards({ households, offsets, month, monthCount }: ReceiptRecords): Float64Array {
  const [events, risk] = [new Float64Array(longestAbsence), new Float64Array(longestAbsence)]
  for (let household = 0; household < households.length; household++)
    for (let record = offsets[household]!; record < offsets[household + 1]!; record++) {
      const isLast = record + 1 === offsets[household + 1]!
      const absent = (isLast ? monthCount : month[record + 1]!) - month[record]! - 1
      // After n months without, month n + 1 is seen; for one who has not come back there is no such month yet.
      for (let at = 0; at < Math.min(isLast ? absent - 1 : absent, longestAbsence); at++) risk[at]! += 1
      if (!isLast && absent >= 1 && absent <= longestAbsence) events[absent - 1]! += 1
    }
  return events.map((count, at) => (risk[at]! > 0 ? count / risk[at]! : 0))
}

function fitShares(model: ReceiptModel, records: ReceiptRecords, { ofSecond }: Posterior) {
  const [second, all] = [new Float64Array(model.share.length), new Float64Array(model.share.length)]
  ofSecond.forEach((chance, household) => {
    second[sharePlace(records, household)]! += chance
    all[sharePlace(records, household)]! += 1
  })
  for (const from of [0, records.obstacleCount]) {
    const part = (values: Float64Array) => sum(values.subarray(from, from + records.obstacleCount))
    const common = part(all) > 0 ? part(second) / part(all) : 0.5
    for (let at = from; at < from + records.obstacleCount; at++)
      model.share[at] = (second[at]! + householdsBehindShare * common) / (all[at]! + householdsBehindShare)
  }
}
