import type { MonthIndex } from '../../values/month.ts'
import type { Participations } from '../money-columns.ts'
import type { Panel } from '../panel.ts'
import { dictionary } from './dictionary.ts'
import { householdTraits } from './household-traits.ts'

/**
 * Households' months with assistance, as what happened in them: left or stayed, started an intervention or not.
 * Records are sorted by (household, month). Only households with a month of assistance are here.
 */
export type ReceiptRecords = {
  length: number
  /** Positions in the panel, and where the records of each begin; one more at the end. */
  households: Int32Array
  offsets: Int32Array
  firstMonth: MonthIndex
  monthCount: number
  /** From `firstMonth`. */
  month: Int32Array
  /** Net öre. */
  amountOre: Float64Array
  /** 1: no assistance in the next month; 0: assistance; -1: the last month of the data, so it is not known. */
  left: Int8Array
  /** Months with assistance so far, see `elapsedBand`; -1 when nobody knows, since the data begin in the middle. */
  elapsed: Int16Array
  /** No intervention was going on before this month, so one may start. */
  mayStart: Uint8Array
  /** Position in `combinations`: the windows that the month lies in. */
  combination: Int32Array
  combinations: Window[][]
  /** Per household: position in `profiles`, each a level of every trait. */
  profile: Int32Array
  profiles: number[][]
  traitLevels: number
  /** Per household: the applicant's first known obstacle; the last position when none is known. */
  obstacle: Int16Array
  obstacleCount: number
  /** Per household: 1 when it had assistance in the first month of the data, so that nobody knows for how long. */
  fromStart: Uint8Array
  starts: Starts
  interventionCount: number
}

/** Starts in a month with assistance, sorted by record. */
export type Starts = {
  length: number
  record: Int32Array
  intervention: Int16Array
  household: Int32Array
  /** Where the starts of each household begin; one more at the end. */
  offsets: Int32Array
}

/** An intervention and a band of months since its start, as one number. */
export type Window = number

/** First month since the start of each band, and where the last ends: an effect is looked for until then. */
export const bandStarts = [0, 3, 6] as const
export const effectMonths = 12

export const windowOf = (intervention: number, sinceStart: number): Window =>
  intervention * bandStarts.length + bandStarts.findLastIndex((start) => start <= sinceStart)

export const interventionOf = (window: Window): number => Math.floor(window / bandStarts.length)

/** First month of each band of months with assistance so far. */
export const elapsedBands = [0, 3, 6, 12, 24] as const

/** Up to so many months without assistance do not end a time of assistance; see methods of `spellsOf`. */
const allowedGap = 2

/**
 * The records of a panel. Assistance is a net amount above zero in the month concerned.
 *
 * A participation counts from its month of start, when the household had assistance then: whoever did not has nothing
 * to leave.
 */
export function receiptRecords(panel: Panel, participations: Participations): ReceiptRecords {
  const { householdMonths: months, firstMonth, untilMonth } = panel
  const rows = Int32Array.from(months.household.keys()).filter((row) => months.amountOre[row]! > 0)
  const owner = rows.map((row) => months.household[row]!)
  const month = rows.map((row) => months.month[row]! - firstMonth)
  const begins = Int32Array.from(rows.keys()).filter((record) => owner[record] !== owner[record - 1])
  const offsets = Int32Array.from([...begins, rows.length])
  const households = begins.map((record) => owner[record]!)
  const fromStart = Uint8Array.from(begins, (record) => (month[record] === 0 ? 1 : 0))
  return {
    length: rows.length,
    households,
    offsets,
    firstMonth,
    monthCount: untilMonth - firstMonth,
    month,
    amountOre: Float64Array.from(rows, (row) => months.amountOre[row]!),
    left: leftAfter(month, owner, untilMonth - firstMonth - 1),
    elapsed: elapsedMonths(offsets, month),
    fromStart,
    ...householdTraits(panel, rows, offsets),
    interventionCount: participations.interventions.length,
    ...inInterventions({ households, offsets, month }, participations, firstMonth),
  }
}

function leftAfter(month: Int32Array, owner: Int32Array, lastMonth: number): Int8Array {
  return Int8Array.from(month, (at, record) => {
    if (at === lastMonth) return -1
    return owner[record + 1] === owner[record] && month[record + 1] === at + 1 ? 0 : 1
  })
}

/** Months with assistance so far at each record; -1 when nobody knows. */
function elapsedMonths(offsets: Int32Array, month: Int32Array): Int16Array {
  const elapsed = new Int16Array(month.length)
  for (let household = 0; household + 1 < offsets.length; household++) {
    const from = offsets[household]!
    let start = month[from]!
    for (let record = from; record < offsets[household + 1]!; record++) {
      if (record > from && month[record]! - month[record - 1]! > allowedGap + 1) start = month[record]!
      elapsed[record] = start === 0 ? -1 : month[record]! - start
    }
  }
  return elapsed
}

/** The position in `elapsedBands`; the one after the last when nobody knows. */
export const elapsedBand = (months: number): number =>
  months < 0 ? elapsedBands.length : elapsedBands.findLastIndex((band) => band <= months)

type Base = Pick<ReceiptRecords, 'households' | 'offsets' | 'month'>

/** The windows, the starts and the months in which something may start, household by household. */
function inInterventions({ households, offsets, month }: Base, participations: Participations, firstMonth: MonthIndex) {
  const combinations = dictionary()
  const combination = new Int32Array(month.length).fill(combinations.numberOf([]))
  const mayStart = new Uint8Array(month.length).fill(1)
  const starts: { record: number; intervention: number; household: number }[] = []
  const ofHousehold = rowsByHousehold(participations)
  const startOffsets = new Int32Array(households.length + 1)
  households.forEach((id, household) => {
    startOffsets[household] = starts.length
    const monthAt = (record: number) => firstMonth + month[record]!
    const records = Array.from(
      { length: offsets[household + 1]! - offsets[household]! },
      (_, at) => offsets[household]! + at,
    )
    const started = startedIn(participations, ofHousehold.get(id) ?? [], records, monthAt).map((each) => ({
      ...each,
      household,
    }))
    starts.push(...started)
    if (started.length === 0) return
    for (const record of records) {
      const windows = started.flatMap(({ row, intervention }) => {
        const since = monthAt(record) - participations.start[row]!
        return since >= 0 && since < effectMonths ? [windowOf(intervention, since)] : []
      })
      combination[record] = combinations.numberOf(windows.sort((a, b) => a - b))
      if (started.some(({ row }) => isGoingOn(participations, row, monthAt(record)))) mayStart[record] = 0
    }
    for (const { record } of started) mayStart[record] = 1
  })
  startOffsets[households.length] = starts.length
  return {
    combination,
    combinations: combinations.entries,
    mayStart,
    starts: { ...startColumns(starts), offsets: startOffsets },
  }
}

/** The participations that began in one of the records; of several of the same intervention in a month, one. */
function startedIn(
  { start, intervention }: Participations,
  rows: readonly number[],
  records: readonly number[],
  monthAt: (record: number) => MonthIndex,
) {
  const found = new Map<string, { row: number; record: number; intervention: number }>()
  for (const row of rows) {
    const record = records.find((each) => monthAt(each) === start[row])
    if (record !== undefined)
      found.set(`${record} ${intervention[row]}`, { row, record, intervention: intervention[row]! })
  }
  return [...found.values()]
}

const startColumns = (starts: { record: number; intervention: number; household: number }[]) => ({
  length: starts.length,
  record: Int32Array.from(starts, ({ record }) => record),
  intervention: Int16Array.from(starts, ({ intervention }) => intervention),
  household: Int32Array.from(starts, ({ household }) => household),
})

const isGoingOn = ({ start, until }: Participations, row: number, at: MonthIndex): boolean =>
  start[row]! < at && (until[row]! < 0 || at < until[row]!)

/** In the order of the starts. */
function rowsByHousehold({ household, length }: Participations): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (let row = 0; row < length; row++) {
    const own = found.get(household[row]!)
    if (own) own.push(row)
    else found.set(household[row]!, [row])
  }
  return found
}
