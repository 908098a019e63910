import { seededRandom } from '../random.ts'
import { quantile } from '../sample-statistics.ts'
import { CannotCalculate } from '../refusal.ts'
import type { Savings } from './savings.ts'
import { breakEven, runningTotal, savingsOf } from './savings.ts'

/** Households followed for `months` months from their index month; the panel stands household after household. */
export type SavingsPanel = {
  months: number
  /** 1 for a household that got the intervention, else 0. */
  treated: Uint8Array
  /** How much each household counts in its arm: 1 for the treated, the balancing weight for the controls. */
  weight: Float64Array
  /** Net paid per household and month, 0 or less when not on assistance: `paid[household * months + month]`. */
  paid: Float64Array
  /** What the intervention costs the municipality per month, in all. */
  ownCost: ArrayLike<number>
}

export type SavingsWithInterval = Savings & {
  grossLower: number
  grossUpper: number
  netLower: number
  netUpper: number
  /** The month by which even the lower bound has covered the cost; null means that it is undecided. */
  surelyBreakEvenMonth: number | null
}

export type Resampling = { samples?: number; seed?: number; level?: number }

/**
 * The savings seen in a panel, with an interval from drawing households again with replacement.
 *
 * Each draw takes whole households, as many as there were in each arm, and computes both curves and the cost of a
 * month anew from the same draw: their errors go together. The balancing weight follows its household.
 * Bounds are the (1 ± level)/2 quantiles over the draws. The same seed gives the same interval.
 * c_t is what a household on assistance costs in month t, over both arms; a month with nobody costs 0.
 * Refuses a panel without treated or without controls that weigh anything.
 */
export function savingsWithInterval(
  panel: SavingsPanel,
  { samples = 1000, seed = 1, level = 0.95 }: Resampling = {},
): SavingsWithInterval {
  const [treated, controls] = [householdsOf(panel, 1), householdsOf(panel, 0)]
  if (treated.length === 0) throw new CannotCalculate('no-treated')
  if (controls.length === 0) throw new CannotCalculate('no-controls')
  const savings = savingsFrom(panel, treated, controls)
  const random = seededRandom(seed)
  const again = (rows: Int32Array) => rows.map(() => rows[random.integer(rows.length)]!)
  const draws = Array.from({ length: samples }, () => savingsFrom(panel, again(treated), again(controls)))
  const bound = (share: number, month: number) =>
    quantile(
      draws.map((draw) => draw.cumulativeGross[month]!),
      share,
    )
  const [low, high] = [(1 - level) / 2, (1 + level) / 2]
  const grossLower = bound(low, panel.months - 1)
  const grossUpper = bound(high, panel.months - 1)
  const lowerByMonth = Array.from({ length: panel.months }, (_, month) => bound(low, month))
  return {
    ...savings,
    grossLower,
    grossUpper,
    netLower: grossLower - savings.ownCost,
    netUpper: grossUpper - savings.ownCost,
    surelyBreakEvenMonth: breakEven(lowerByMonth, runningTotal(panel.ownCost)),
  }
}

const householdsOf = ({ treated, weight }: SavingsPanel, arm: number): Int32Array =>
  Int32Array.from(treated.keys()).filter((household) => treated[household] === arm && weight[household]! > 0)

function savingsFrom(panel: SavingsPanel, treated: Int32Array, controls: Int32Array): Savings {
  const [one, other] = [followArm(panel, treated), followArm(panel, controls)]
  return savingsOf({
    persons: treated.length,
    without: other.share,
    withIntervention: one.share,
    monthlyAmount: one.paid.map((paid, month) => {
      const active = one.active[month]! + other.active[month]!
      return active ? (paid + other.paid[month]!) / active : 0
    }),
    ownCost: panel.ownCost,
  })
}

type ArmMonths = { share: Float64Array; active: Float64Array; paid: Float64Array }

/** Weighted sums over an arm's households, month by month. */
function followArm({ months, weight, paid }: SavingsPanel, households: Int32Array): ArmMonths {
  const sums = { active: new Float64Array(months), paid: new Float64Array(months) }
  let total = 0
  for (const household of households) {
    const weighs = weight[household]!
    total += weighs
    for (let month = 0; month < months; month++) {
      const amount = paid[household * months + month]!
      if (amount <= 0) continue
      sums.active[month]! += weighs
      sums.paid[month]! += weighs * amount
    }
  }
  return { ...sums, share: sums.active.map((active) => active / total) }
}
