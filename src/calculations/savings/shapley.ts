import { CannotCalculate } from '../refusal.ts'

/** Coalitions are sets of players as bits, so every one of them is looked at. */
const mostPlayers = 16

/**
 * Each player's share of what all achieve together (Shapley 1953): the mean, over every order in which they could
 * have come, of what a player adds to those before.
 *
 *     φᵢ = Σ over S without i of |S|!(n − |S| − 1)!/n! · (v(S ∪ {i}) − v(S))
 *
 * `value` gives what a coalition achieves; player i is in it when bit i of the number is set. `value(0)` is taken for
 * what there is with none of them, and the shares sum to value(all) − value(0).
 * No player gives an empty answer; more than sixteen are refused.
 */
export function shapleyShares(players: number, value: (coalition: number) => number): Float64Array {
  if (players > mostPlayers)
    throw new CannotCalculate('bad-value', { column: 'players', found: players, expected: `≤ ${mostPlayers}` })
  const values = Float64Array.from({ length: 1 << players }, (_, coalition) => value(coalition))
  const weights = orderShares(players)
  const shares = new Float64Array(players)
  for (let coalition = 0; coalition < values.length; coalition++)
    for (let player = 0; player < players; player++) {
      const bit = 1 << player
      if (coalition & bit) continue
      shares[player]! += weights[sizeOf(coalition)]! * (values[coalition | bit]! - values[coalition]!)
    }
  return shares
}

/** The share of all orders in which one given set of a size comes first and one given player next. */
function orderShares(players: number): Float64Array {
  const shares = new Float64Array(players)
  let choices = 1
  for (let size = 0; size < players; size++) {
    shares[size] = 1 / (players * choices)
    choices = (choices * (players - 1 - size)) / (size + 1)
  }
  return shares
}

function sizeOf(coalition: number): number {
  let size = 0
  for (let rest = coalition; rest; rest &= rest - 1) size++
  return size
}
