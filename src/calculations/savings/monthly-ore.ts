import { mean } from '../sample-statistics.ts'
import type { ReceiptRecords } from './receipt-records.ts'

/** Months of a household's own payments that its level is taken from. */
const ownMonths = 12

/**
 * What a month with assistance is expected to cost, net öre: the mean of that month over households, times how the
 * household's own latest months, up to one that is given, stood to the means of theirs. So amounts follow the norm.
 */
export function monthlyOre(records: ReceiptRecords) {
  const means = meansByMonth(records)
  return (household: number, sinceMonth: number) => {
    let [own, common] = [0, 0]
    const from = records.offsets[household]!
    let last = from
    while (last + 1 < records.offsets[household + 1]! && records.month[last + 1]! <= sinceMonth) last++
    for (let record = Math.max(from, last - ownMonths + 1); record <= last; record++) {
      own += records.amountOre[record]!
      common += means[records.month[record]!]!
    }
    return (month: number): number => (own / common) * means[month]!
  }
}

/** The mean over households with assistance; a month without any has the mean of all. */
function meansByMonth({ amountOre, month, monthCount }: ReceiptRecords): Float64Array {
  const [sums, counts] = [new Float64Array(monthCount), new Float64Array(monthCount)]
  for (let record = 0; record < amountOre.length; record++) {
    sums[month[record]!]! += amountOre[record]!
    counts[month[record]!]! += 1
  }
  return sums.map((total, at) => (counts[at]! > 0 ? total / counts[at]! : mean(amountOre)))
}
