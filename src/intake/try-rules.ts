import type { CodeOf, destinations } from '../parameters/code-lists/casework.ts'
import { type RoutingFacts, type RoutingRules, suggestRoute } from './suggest-route.ts'

type Destination = CodeOf<typeof destinations>

/** A contact of the past: what was known when the way was chosen, and what was chosen. */
export type PastContact = { facts: RoutingFacts; chosen: Destination }

/**
 * Contacts that the new rules send elsewhere, and the new rule that does: its key, empty when none fits.
 * All three null: several small moves together. `count` null: more than none, and too few to be told.
 */
export type Move = { from: Destination | null; to: Destination | null; rule: string | null; count: number | null }

export type RulesTrial = {
  /** First day of the contacts that were tried. */
  from: string
  contacts: number | null
  /** How many would have had another suggestion; null when too few to be told. */
  moved: number | null
  moves: Move[]
  /** Keys of the new rules that would have decided nothing. */
  unused: string[]
  /** Share of the contacts where the worker chose what the rules of today, and the new ones, suggest. Null when they are too few. */
  agreement: { before: number; after: number } | null
}

/** What new rules suggest for past contacts, against what the rules in force suggest for the same: no change moves nobody. */
export function tryRules(
  past: readonly PastContact[],
  rules: RoutingRules,
  inForce: RoutingRules,
  smallestCount: number,
): Omit<RulesTrial, 'from'> {
  const tried = past.map(({ facts, chosen }) => ({
    chosen,
    before: suggestRoute(inForce, facts).destination,
    after: suggestRoute(rules, facts),
  }))
  const moved = tried.filter(({ before, after }) => before !== after.destination)
  const counts = new Map<string, Move & { count: number }>()
  for (const { before, after } of moved) {
    const place = `${before} ${after.rule}`
    const move = counts.get(place) ?? { from: before, to: after.destination, rule: after.rule, count: 0 }
    counts.set(place, { ...move, count: move.count + 1 })
  }
  const used = new Set(tried.map(({ after }) => after.rule))
  const share = (agrees: (each: (typeof tried)[number]) => boolean) => tried.filter(agrees).length / tried.length
  return {
    contacts: told(past.length, smallestCount),
    moved: told(moved.length, smallestCount),
    moves: protectMoves([...counts.values()], smallestCount),
    unused: past.length === 0 ? [] : rules.rules.map(({ key }) => key).filter((key) => !used.has(key)),
    agreement:
      past.length < 4 * smallestCount
        ? null
        : {
            before: share(({ before, chosen }) => before === chosen),
            after: share(({ after, chosen }) => after.destination === chosen),
          },
  }
}

const told = (count: number, smallestCount: number): number | null =>
  count > 0 && count < smallestCount ? null : count

/**
 * Small counts are told together. Where they still are too few, the smallest of the others joins them,
 * so that nobody finds them by subtraction from the sum.
 */
function protectMoves(moves: readonly (Move & { count: number })[], smallestCount: number): Move[] {
  const sorted = moves.toSorted((a, b) => b.count - a.count)
  const shown = sorted.filter(({ count }) => count >= smallestCount)
  let together = sorted.filter(({ count }) => count < smallestCount).reduce((sum, { count }) => sum + count, 0)
  if (together === 0) return shown
  if (together < smallestCount) together += shown.pop()?.count ?? 0
  return [...shown, { from: null, to: null, rule: null, count: told(together, smallestCount) }]
}
