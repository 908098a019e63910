import type { MonthIndex } from '../values/month.ts'
import type { MonthOrder } from './month-order.ts'

/** Which months each subject of an order has a row in, a bit for each: how many there are in a window takes a few steps. */
export type MonthBits = { firstMonth: MonthIndex; monthCount: number; words: number; bits: Uint32Array }

export function monthBitsOf({ firstMonth, offsets, subjects, subjectCount }: MonthOrder): MonthBits {
  const monthCount = offsets.length - 1
  const words = Math.ceil(monthCount / 32)
  const bits = new Uint32Array(subjectCount * words)
  for (let month = 0; month < monthCount; month++) {
    const [word, bit] = [month >> 5, 1 << (month & 31)]
    for (let place = offsets[month]!; place < offsets[month + 1]!; place++)
      bits[subjects[place]! * words + word]! |= bit
  }
  return { firstMonth, monthCount, words, bits }
}

/** Months with a row from `from` until `until`. A month in which a person has two rows is one month. */
export function monthsWithRow(months: MonthBits, subject: number, from: MonthIndex, until: MonthIndex): number {
  const { firstMonth, monthCount, words, bits } = months
  const first = Math.max(from - firstMonth, 0)
  const end = Math.min(until - firstMonth, monthCount)
  let count = 0
  for (let word = first >> 5; word << 5 < end; word++) {
    let own = bits[subject * words + word]!
    if (word << 5 < first) own &= -1 << (first & 31)
    if (end - (word << 5) < 32) own &= (1 << (end & 31)) - 1
    count += onesIn(own)
  }
  return count
}

/** `monthsWithRow` of every subject at once. */
export function monthsWithRowOfAll(months: MonthBits, from: MonthIndex, until: MonthIndex): Uint16Array {
  const { firstMonth, monthCount, words, bits } = months
  const subjectCount = words === 0 ? 0 : bits.length / words
  const counts = new Uint16Array(subjectCount)
  const first = Math.max(from - firstMonth, 0)
  const end = Math.min(until - firstMonth, monthCount)
  for (let word = first >> 5; word << 5 < end; word++) {
    const mask = (word << 5 < first ? -1 << (first & 31) : -1) & (end - (word << 5) < 32 ? (1 << (end & 31)) - 1 : -1)
    for (let subject = 0; subject < subjectCount; subject++) {
      const own = bits[subject * words + word]! & mask
      if (own !== 0) counts[subject]! += onesIn(own)
    }
  }
  return counts
}

/** The months that a subject has a row in, in order. */
export function monthsOf({ firstMonth, monthCount, words, bits }: MonthBits, subject: number): MonthIndex[] {
  const months: MonthIndex[] = []
  for (let month = 0; month < monthCount; month++)
    if ((bits[subject * words + (month >> 5)]! >>> (month & 31)) & 1) months.push(firstMonth + month)
  return months
}

/** The longest run of months without a row from `from` until `until`, also at the beginning and the end. */
export function longestGap(
  { firstMonth, monthCount, words, bits }: MonthBits,
  subject: number,
  from: MonthIndex,
  until: MonthIndex,
): number {
  let [gap, longest] = [0, 0]
  for (let month = from - firstMonth; month < until - firstMonth; month++) {
    const isThere =
      month >= 0 && month < monthCount && ((bits[subject * words + (month >> 5)]! >>> (month & 31)) & 1) === 1
    gap = isThere ? 0 : gap + 1
    if (gap > longest) longest = gap
  }
  return longest
}

/** Ones among 32 bits, by adding neighbours side by side (Warren, Hacker's Delight, 5–1). */
function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
