import type { Participations } from '../money-columns.ts'
import type { Panel } from '../panel.ts'
import { seededRandom } from '../random.ts'
import { CannotCalculate } from '../refusal.ts'
import { type FittedReceipt, fitReceipt } from './fit-receipt.ts'
import { monthlyOre } from './monthly-ore.ts'
import { drawnModels } from './receipt-draws.ts'
import type { ReceiptModel } from './receipt-model.ts'
import { type ReceiptRecords, receiptRecords } from './receipt-records.ts'

/** What is worked out once for all interventions of a municipality, and takes the time. */
export type ReceiptStudy = {
  records: ReceiptRecords
  fitted: FittedReceipt
  /** The model as other draws of households would have given it. */
  draws: ReceiptModel[]
  oreOf: ReturnType<typeof monthlyOre>
}

export type StudyOptions = {
  /** Decides the draws of the intervals; the same seed gives the same intervals. */
  seed?: number
  draws?: number
}

/** Refuses a panel without assistance (`no-rows`), and one that is too short for anybody to be seen to leave. */
export function studyReceipt(panel: Panel, participations: Participations, options: StudyOptions = {}): ReceiptStudy {
  const records = receiptRecords(panel, participations)
  if (records.length === 0) throw new CannotCalculate('no-rows')
  if (!records.left.includes(1)) throw new CannotCalculate('too-short', { found: records.monthCount, needed: 2 })
  const fitted = fitReceipt(records)
  const draws = drawnModels(fitted, records, options.draws ?? 200, seededRandom(options.seed ?? 1))
  return { records, fitted, draws, oreOf: monthlyOre(records) }
}
