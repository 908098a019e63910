import type { PaidMonths } from '../calculations/spells.ts'

export type Payments = { household: Int32Array; month: Int32Array; amount: Float64Array }

/** Amounts are counted in whole millionths, so that a recovery takes a payment with decimals back to exactly zero. */
const parts = 1e6

/** From the unit of `netPerMonth` to that of the payments. */
export const amountOf = (net: number): number => net / parts

/** One row per household and month with any payment, in that order, with the sum of its amounts in millionths. */
export function netPerMonth({ household, month, amount }: Payments): PaidMonths {
  const first = month.reduce((least, each) => Math.min(least, each))
  const span = month.reduce((most, each) => Math.max(most, each)) - first + 1
  const sums = new Map<number, number>()
  for (let row = 0; row < month.length; row++) {
    const key = household[row]! * span + month[row]! - first
    sums.set(key, (sums.get(key) ?? 0) + Math.round(amount[row]! * parts))
  }
  const keys = Float64Array.from(sums.keys()).sort()
  return {
    length: keys.length,
    household: Int32Array.from(keys, (key) => Math.floor(key / span)),
    month: Int32Array.from(keys, (key) => (key % span) + first),
    amountOre: keys.map((key) => sums.get(key)!),
  }
}
