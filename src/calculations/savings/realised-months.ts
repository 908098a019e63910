import type { MonthIndex } from '../../values/month.ts'
import type { Ore } from '../../values/money.ts'
import type { ReceiptRecords } from './receipt-records.ts'
import type { Saved, StartCase } from './start-cases.ts'

/** A month since the start, 0 being the month of the start itself. */
export type RealisedMonth = {
  sinceStart: number
  /** Starts that the data follow so far. */
  followed: number
  /** Share of them with assistance: as paid, and as it would have been without the intervention. */
  actualReceipt: number
  expectedReceipt: number
  grossOre: Ore
  lowerOre: Ore
  upperOre: Ore
}

/** Whole parts that sum to the whole sum, each at most one from its own value: what is cut off is carried on. */
export function wholeParts(values: ArrayLike<number>): Ore[] {
  let [exact, given] = [0, 0]
  return Array.from(values, (value) => {
    exact += value
    const part = Math.round(exact) - given
    given += part
    return part
  })
}

export function bySinceStart(
  records: ReceiptRecords,
  cases: readonly StartCase[],
  saved: Saved,
  grossOre: readonly Ore[],
  bounds: (since: number) => number[],
): RealisedMonth[] {
  const paid = new Float64Array(grossOre.length)
  for (const { household, month } of cases)
    for (let record = records.offsets[household]!; record < records.offsets[household + 1]!; record++)
      if (records.month[record]! >= month) paid[records.month[record]! - month]! += 1
  return grossOre.map((gross, sinceStart) => {
    const [lowerOre, upperOre] = bounds(sinceStart)
    const followed = cases.filter(({ ore }) => ore.length > sinceStart).length
    const actualReceipt = paid[sinceStart]! / followed
    const less = saved.reduce((total, each) => total + (each[sinceStart] ?? 0), 0) / followed
    const expectedReceipt = actualReceipt + less
    return {
      sinceStart,
      followed,
      actualReceipt,
      expectedReceipt,
      grossOre: gross,
      lowerOre: lowerOre!,
      upperOre: upperOre!,
    }
  })
}

export function byCalendarMonth({ firstMonth, monthCount }: ReceiptRecords, cases: readonly StartCase[], saved: Saved) {
  const total = new Float64Array(monthCount)
  cases.forEach(({ month, ore }, at) =>
    ore.forEach((each, since) => (total[month + since]! += saved[at]![since]! * each)),
  )
  return wholeParts(total).map((grossOre, at) => ({ month: firstMonth + at, grossOre }))
}

/**
 * The öre of each month by which interventions may have done it: the one asked for, and those that the same household began
 * in the very same month, which nothing tells apart. What was begun earlier or later is told apart already: a start is set
 * against the household as it was then. A set of interventions stands once in a month.
 */
export function creditedMonthsOf(
  records: ReceiptRecords,
  names: readonly string[],
  cases: readonly StartCase[],
  saved: Saved,
): { month: MonthIndex; ore: Ore; interventions: string[] }[] {
  const found = new Map<string, { month: MonthIndex; ore: number; interventions: string[] }>()
  cases.forEach((each, at) => {
    const interventions = begunTogether(records, each).map((intervention) => names[intervention]!)
    each.ore.forEach((ore, since) => {
      const month = records.firstMonth + each.month + since
      const key = `${month} ${interventions.join('\n')}`
      const entry = found.get(key) ?? { month, ore: 0, interventions }
      entry.ore += saved[at]![since]! * ore
      found.set(key, entry)
    })
  })
  const entries = [...found.values()].sort((a, b) => a.month - b.month)
  const parts = wholeParts(entries.map(({ ore }) => ore))
  return entries.map((entry, at) => ({ ...entry, ore: parts[at]! })).filter(({ ore }) => ore !== 0)
}

function begunTogether({ starts }: ReceiptRecords, { household, record }: StartCase): number[] {
  const own = Array.from(starts.intervention.subarray(starts.offsets[household]!, starts.offsets[household + 1]!))
  const isTogether = (_: number, at: number) => starts.record[starts.offsets[household]! + at] === record
  return own.filter(isTogether).sort((a, b) => a - b)
}
