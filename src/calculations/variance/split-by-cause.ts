import type { Ore } from '../../values/money.ts'

/** What regular assistance cost for one kind of household in a period: how many household-months, and for how much. */
export type Stratum = { months: number; ore: Ore }

/** Parts of a change in cost, in whole öre. They sum to the change. */
export type CausedChange = { volume: Ore; mix: Ore; norm: Ore; price: Ore }

/**
 * Splits the change of a cost into volume, household mix, norm and price, in öre and without a rest:
 *
 *     volume = (N₁ − N₀)·c₀      mix = Σₖ (Nₖ₁ − N₁·Nₖ₀/N₀)·cₖ₀
 *     norm   = (r − 1)·Σₖ Nₖ₁·cₖ₀      price = what is left: Σₖ Nₖ₁·(cₖ₁ − r·cₖ₀)
 *
 * N is household-months, c the cost of one, k the kind of household (the key of the maps), r the norm's level after over
 * before (Laspeyres: the earlier period's prices weigh volume and mix). A kind that was not there before is priced at the
 * earlier mean. With nothing before, all is volume: there is no price to compare with.
 * `normRatio` 1 where the norm is not known: its change is then within price.
 */
export function splitByCause(
  before: ReadonlyMap<number, Stratum>,
  after: ReadonlyMap<number, Stratum>,
  normRatio: number,
): CausedChange {
  const [was, is] = [totalOf(before), totalOf(after)]
  const change = is.ore - was.ore
  if (was.months === 0) return { volume: change, mix: 0, norm: 0, price: 0 }
  const mean = was.ore / was.months
  const earlierCost = (kind: number): number => {
    const stratum = before.get(kind)
    return stratum && stratum.months > 0 ? stratum.ore / stratum.months : mean
  }
  const atEarlierCost = [...after].reduce((sum, [kind, { months }]) => sum + months * earlierCost(kind), 0)
  const volume = rounded((is.months - was.months) * mean)
  // Σₖ Nₖ₁·cₖ₀ − N₁·c₀ is the sum in the formula: what the later households would have cost, beyond as many of the earlier kind.
  const mix = rounded(atEarlierCost - is.months * mean)
  const norm = rounded((normRatio - 1) * atEarlierCost)
  return { volume, mix, norm, price: change - volume - mix - norm }
}

function totalOf(strata: ReadonlyMap<number, Stratum>): Stratum {
  const total = { months: 0, ore: 0 }
  for (const { months, ore } of strata.values()) {
    total.months += months
    total.ore += ore
  }
  return total
}

/** Whole öre, and never −0. */
const rounded = (value: number): Ore => Math.round(value) || 0

/** A budget's assumption of how many, against what came: volume at the budget's cost of a household-month, and the rest price. */
export type BudgetCase = {
  /** Costs, positive. */
  actualOre: Ore
  budgetOre: Ore
  actualMonths: number
  /** Household-months that the budget was made for; above zero. */
  budgetMonths: number
}

/** The parts sum to actual − budget in öre. */
export function splitAgainstBudget({ actualOre, budgetOre, actualMonths, budgetMonths }: BudgetCase): {
  volume: Ore
  price: Ore
} {
  const volume = rounded(((actualMonths - budgetMonths) * budgetOre) / budgetMonths)
  return { volume, price: actualOre - budgetOre - volume }
}
