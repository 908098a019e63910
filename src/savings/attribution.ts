import { creditOnce, type SavedMonth } from '../calculations/savings/credit.ts'
import type { RealisedSavings } from '../calculations/savings/realised.ts'
import { separateChange } from '../calculations/savings/separate-change.ts'
import type { Ore } from '../values/money.ts'
import type { MonthIndex } from '../values/month.ts'

/** What one action has saved by the estimate, and what it may count as its own. A negative saving is a cost. */
export type Credited = {
  claimedOre: Ore
  /** claimed − Σ shared + received. */
  creditedOre: Ore
  /** The parts that belong to other interventions the same households had in the same months; by name. */
  shared: { intervention: string; ore: Ore }[]
  /** The action's own part of the months that other actions claim. */
  receivedOre: Ore
  /** Credited month by month; sums to `creditedOre`. */
  byMonth: { month: MonthIndex; ore: Ore }[]
}

type Claim = Pick<RealisedSavings, 'creditedMonths'>

/**
 * Shares every household-month that was saved among the interventions the household had then, in equal parts: so that it is
 * counted once however many actions it is in, and the order in which they were opened does not matter (Shapley's split when any
 * one of them would have been enough). Whole öre, month by month. `others` are what the other actions claim. `rivals` are actions
 * that follow the very same participants: they have equal parts of all of it, and the odd öre belong to none of them.
 */
export function creditAction(
  { creditedMonths }: Claim,
  own: string,
  others: readonly Claim[],
  rivals: readonly string[] = [],
): Credited {
  const parts = partsByMonth(creditedMonths)
  const received = others.map((other) => partsByMonth(other.creditedMonths))
  const shared = new Map<string, Ore>()
  for (const month of parts.values())
    for (const [intervention, ore] of month)
      if (intervention !== own) shared.set(intervention, (shared.get(intervention) ?? 0) + ore)
  const ownOf = (all: readonly Parts[], month: MonthIndex) =>
    all.reduce((total, each) => total + (each.get(month)?.get(own) ?? 0), 0)
  const byMonth = [...new Set([parts, ...received].flatMap((each) => [...each.keys()]))]
    .toSorted((one, other) => one - other)
    .map((month) => ({ month, ore: Math.trunc(ownOf([parts, ...received], month) / (rivals.length + 1)) }))
  const [claimedOre, creditedOre] = [sumOf(creditedMonths), sumOf(byMonth)]
  const receivedOre = byMonth.reduce((total, { month }) => total + ownOf(received, month), 0)
  const given = [...shared].map(([intervention, ore]) => ({ intervention, ore }))
  if (rivals.length > 0) {
    const ore = claimedOre - sumOf(given) + receivedOre - creditedOre
    given.push({ intervention: rivals.join(', '), ore })
  }
  return {
    ...{ claimedOre, creditedOre, receivedOre, byMonth },
    shared: given.toSorted((one, other) => one.intervention.localeCompare(other.intervention, 'sv')),
  }
}

type Parts = Map<MonthIndex, Map<string, Ore>>

function partsByMonth(saved: Claim['creditedMonths']): Parts {
  const months = new Map<MonthIndex, SavedMonth[]>()
  for (const each of saved) {
    const known = months.get(each.month)
    if (known) known.push(each)
    else months.set(each.month, [each])
  }
  return new Map([...months].map(([month, those]) => [month, signedParts(those)]))
}

/** Savings and costs are shared each by itself: a cost in one household is nobody's saving in another. */
function signedParts(saved: readonly SavedMonth[]): Map<string, Ore> {
  const parts = new Map<string, Ore>()
  for (const sign of [1, -1]) {
    const months = saved.flatMap(({ ore, interventions }) =>
      ore * sign > 0 ? [{ ore: ore * sign, interventions }] : [],
    )
    for (const { intervention, ore } of creditOnce(months, sumOf(months)).credited)
      parts.set(intervention, (parts.get(intervention) ?? 0) + ore * sign)
  }
  return parts
}

export type LedgerChange = {
  beforeOre: Ore
  afterOre: Ore
  /** after − before: a fall is negative, as are the parts that lowered the cost. */
  changeOre: Ore
  /** What the cost would have changed had it followed similar municipalities; null when theirs is not known. */
  economyOre: Ore | null
  actions: { key: string; ore: Ore }[]
  /** What neither the economy nor any action explains. It is shown, and belongs to nobody. */
  unexplainedOre: Ore
}

type ChangeQuestion = {
  beforeOre: Ore
  afterOre: Ore
  /** Relative change of the same cost in similar municipalities; null when not known. */
  othersChange: number | null
  /** Savings credited to each action in the later months. */
  savings: readonly { key: string; ore: Ore }[]
}

/** Splits a change in what was paid, in whole öre: economy + Σ actions + unexplained = change, for any data. */
export function ledgerChange({ beforeOre, afterOre, othersChange, savings }: ChangeQuestion): LedgerChange {
  const { change, economy } = separateChange({
    ...{ before: beforeOre, after: afterOre, othersChange: othersChange ?? 0 },
    ...{ extraInflowMonths: 0, monthlyCost: 0, savedByInterventions: sumOf(savings) },
  })
  const economyOre = othersChange === null ? null : Math.round(economy)
  const actions = savings.map(({ key, ore }) => ({ key, ore: 0 - ore }))
  return {
    ...{ beforeOre, afterOre, changeOre: change, economyOre, actions },
    unexplainedOre: change - (economyOre ?? 0) - sumOf(actions),
  }
}

const sumOf = (rows: readonly { ore: Ore }[]): Ore => rows.reduce((sum, { ore }) => sum + ore, 0)
