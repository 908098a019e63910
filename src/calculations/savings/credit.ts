import type { Ore } from '../../values/money.ts'
import { CannotCalculate } from '../refusal.ts'
import { sum } from '../sample-statistics.ts'

/** A month of assistance that did not come, what it is worth, and the interventions the household had in it. */
export type SavedMonth = { ore: Ore; interventions: readonly string[] }

export type Credit = {
  /** What each intervention may count as its own, in the order of their names. */
  credited: { intervention: string; ore: Ore }[]
  creditedOre: Ore
  /** The sum when each intervention counts every month it touched: how the same krona is told several times. */
  separateClaimsOre: Ore
  /** Saved months without any intervention, and what went beyond the modelled change. */
  uncreditedOre: Ore
}

/**
 * Credits each saved household-month once: in equal parts to the interventions of the household in that month.
 *
 * That is Shapley's split when any one of them would have been enough. The parts are exact fractions, and the last
 * öre go to the largest remainders (of equal ones by name), so that nothing is lost and nothing is invented.
 * `modelledChangeOre` is the whole change that a model ascribes to interventions: were the months worth more, every
 * part shrinks alike, so Σ credited ≤ modelled change always holds. A change that is not a saving credits nothing.
 * An intervention named twice in a month counts once. Refuses an amount that is not whole öre, zero or more.
 */
export function creditOnce(months: readonly SavedMonth[], modelledChangeOre: Ore): Credit {
  const { parts, denominator } = exactParts(months.map(checked))
  const names = [...parts.keys()].sort()
  const numerators = names.map((name) => parts.get(name)!)
  const shared = sumOf(numerators) / denominator
  const creditedOre = Math.min(Number(shared), Math.max(0, whole(modelledChangeOre)))
  const ore = apportion(BigInt(creditedOre), numerators, shared * denominator)
  return {
    credited: names.map((intervention, at) => ({ intervention, ore: Number(ore[at]!) })),
    creditedOre,
    separateClaimsOre: sum(months.map((month) => month.ore * new Set(month.interventions).size)),
    uncreditedOre: sum(months.map((month) => month.ore)) - creditedOre,
  }
}

type Month = { ore: bigint; interventions: Set<string> }

function checked({ ore, interventions }: SavedMonth): Month {
  if (ore < 0) throw new CannotCalculate('bad-value', { column: 'ore', found: ore, expected: '≥ 0' })
  return { ore: BigInt(whole(ore)), interventions: new Set(interventions) }
}

/** Each intervention's part as a numerator, over a denominator that every number of interventions goes into. */
function exactParts(months: readonly Month[]): { parts: Map<string, bigint>; denominator: bigint } {
  const sizes = new Set(months.map(({ interventions }) => Math.max(1, interventions.size)))
  const denominator = [...sizes].reduce((product, size) => product * BigInt(size), 1n)
  const parts = new Map<string, bigint>()
  for (const { ore, interventions } of months)
    for (const name of interventions)
      parts.set(name, (parts.get(name) ?? 0n) + (ore * denominator) / BigInt(interventions.size))
  return { parts, denominator }
}

/** `total` in whole parts, as near total·numerator/denominator as whole numbers that sum to it can be. */
function apportion(total: bigint, numerators: bigint[], denominator: bigint): bigint[] {
  if (denominator === 0n) return numerators
  const parts = numerators.map((numerator) => (total * numerator) / denominator)
  const remainders = numerators.map((numerator) => (total * numerator) % denominator)
  const lost = Number(total - sumOf(parts))
  const byRemainder = [...remainders.keys()].sort((left, right) => Number(remainders[right]! - remainders[left]!))
  for (const at of byRemainder.slice(0, lost)) parts[at]! += 1n
  return parts
}

const sumOf = (values: bigint[]): bigint => values.reduce((total, value) => total + value, 0n)

function whole(ore: Ore): Ore {
  if (Number.isSafeInteger(ore)) return ore
  throw new CannotCalculate('bad-value', { column: 'ore', found: ore, expected: 'hela ören' })
}
