import { householdsWithAssistance, type Months, paidAmount } from './assistance.ts'
import { stretchOf } from './month-order.ts'
import { type PreparedPanel, remembered } from './prepared-panel.ts'
import { keep, type Selection } from './selection.ts'

/**
 * The `top` households that were paid most in the period, and what they were paid.
 *
 * The base for a share is all households of the period, not the average of a month: 100 are 5 % of 2 000 in a year.
 * Between households with the same amount the one that comes first in the panel is taken.
 */
export function mostPaid(
  prepared: PreparedPanel,
  months: Months,
  top: number,
): { households: Selection; paid: Selection } {
  const { household } = prepared.panel.householdMonths
  const key = `top ${top} ${months.from} ${months.until}`
  const isTop = remembered(prepared, key, () => topOf(sumsPerHousehold(prepared, months), top))
  const ofTop = (row: number) => isTop[household[row]!] === 1
  return {
    households: keep(householdsWithAssistance(prepared, months), ofTop),
    paid: keep(paidAmount(prepared, months), ofTop),
  }
}

function sumsPerHousehold({ paid, panel }: PreparedPanel, { from, until }: Months): Float64Array {
  const { amountOre } = panel.householdMonths
  const sums = new Float64Array(panel.householdIds.length)
  const { start, end } = stretchOf(paid, from, until)
  for (let place = start; place < end; place++) sums[paid.subjects[place]!]! += amountOre[paid.rows[place]!]!
  return sums
}

/** Marks the highest; sorting the bare numbers and comparing with the last that fits is much faster than ranking positions. */
function topOf(sums: Float64Array, top: number): Uint8Array {
  const paid = sums.filter((sum) => sum > 0)
  const limit = (paid.length < top ? sums : paid).toSorted().at(-top) ?? -Infinity
  const isTop = new Uint8Array(sums.length)
  let left = top
  for (let each = 0; each < sums.length && left > 0; each++)
    if (sums[each]! > limit) {
      isTop[each] = 1
      left--
    }
  for (let each = 0; each < sums.length && left > 0; each++)
    if (sums[each] === limit) {
      isTop[each] = 1
      left--
    }
  return isTop
}
