import type { EffectLimits } from '../../parameters/effect-limits.ts'
import { type Gate, atLeast, atMost } from '../effect/gates.ts'
import { quarterOf } from './receipt-model.ts'
import { type ReceiptRecords, elapsedBand, elapsedBands, interventionOf } from './receipt-records.ts'

/** Whom the starts are set against: see `comparisonOf`. */
export type Comparison = {
  /** Households that did not start in a month when one like them did. */
  controls: number
  /** What they count as when each start weighs the same: (Σw)²/Σw² over households. */
  effectiveControls: number
  /** The share of the starts with nobody like them. */
  withoutOverlap: number
}

/**
 * The risk sets of the starts of an intervention: households with assistance in the same quarter, with the same first
 * known obstacle, for as long (1–3, 4–6, 7–12, 13–24 or more months), that did not start it then or in the year before.
 *
 * They may start later: their months until then are theirs (Sianesi 2004), and nobody is a control for being one who
 * never starts, which is not known in the month of the comparison (Hernán & Robins 2016 on sequential trials).
 */
export function comparisonOf(records: ReceiptRecords, intervention: number, started: ReadonlySet<number>): Comparison {
  const strata = new Map<number, { starts: number; others: number[] }>()
  const isUnder = records.combinations.map((windows) =>
    windows.some((window) => interventionOf(window) === intervention),
  )
  for (let household = 0; household < records.households.length; household++)
    for (let record = records.offsets[household]!; record < records.offsets[household + 1]!; record++) {
      const isStart = started.has(record)
      if (!isStart && (isUnder[records.combination[record]!] || records.mayStart[record] === 0)) continue
      const key = stratumOf(records, household, record)
      const stratum = strata.get(key) ?? { starts: 0, others: [] }
      strata.set(key, stratum)
      if (isStart) stratum.starts += 1
      else stratum.others.push(household)
    }
  return summed([...strata.values()].filter(({ starts }) => starts > 0))
}

function summed(strata: { starts: number; others: number[] }[]): Comparison {
  const weights = new Map<number, number>()
  let [starts, alone] = [0, 0]
  for (const each of strata) {
    starts += each.starts
    if (each.others.length === 0) alone += each.starts
    for (const household of each.others)
      weights.set(household, (weights.get(household) ?? 0) + each.starts / each.others.length)
  }
  let [sum, squares] = [0, 0]
  for (const weight of weights.values()) {
    sum += weight
    squares += weight * weight
  }
  return {
    controls: weights.size,
    effectiveControls: squares > 0 ? (sum * sum) / squares : 0,
    withoutOverlap: starts > 0 ? alone / starts : 1,
  }
}

function stratumOf(records: ReceiptRecords, household: number, record: number): number {
  const inTime = quarterOf(records.month[record]!) * records.obstacleCount + records.obstacle[household]!
  return inTime * (elapsedBands.length + 1) + elapsedBand(records.elapsed[record]!)
}

/** The gates of `verdictOn` that say whether there is enough to compare with. */
export const comparisonGates = (treated: number, found: Comparison, limits: EffectLimits): Gate[] => [
  atLeast('treated', treated, limits.leastTreated),
  atLeast('controls', found.controls, limits.leastControls),
  atLeast('effective-controls', found.effectiveControls, limits.leastEffectiveControls),
  atMost('overlap', found.withoutOverlap, limits.mostWithoutOverlap),
]
