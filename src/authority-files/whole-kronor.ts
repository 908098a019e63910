import type { Ore } from '../values/money.ts'

/**
 * Amounts in whole kronor whose sum is the sum of the öre, rounded half up: each is rounded down, and the kronor that are left go to
 * the largest remainders, of equal ones to the first. No amount is a whole krona or more from its own.
 */
export function wholeKronor(amounts: readonly Ore[]): number[] {
  const kronor = amounts.map((ore) => Math.floor(ore / 100))
  const total = Math.floor((amounts.reduce((sum, ore) => sum + ore, 0) + 50) / 100)
  const left = total - kronor.reduce((sum, each) => sum + each, 0)
  const byRemainder = [...amounts.keys()].sort((a, b) => remainder(amounts[b]!) - remainder(amounts[a]!) || a - b)
  for (const at of byRemainder.slice(0, left)) kronor[at]! += 1
  return kronor
}

const remainder = (ore: Ore): number => ore - Math.floor(ore / 100) * 100
