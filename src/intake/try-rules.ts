import type { CodeOf, destinations } from '../parameters/code-lists/casework.ts'
import { type RoutingFacts, type RoutingRules, suggestRoute } from './suggest-route.ts'

type Destination = CodeOf<typeof destinations>

/** A contact of the past: what was known when the way was chosen, what was suggested and what was chosen. */
export type PastContact = { facts: RoutingFacts; suggested: Destination; chosen: Destination }

/** `from` and `to` null: several small moves together. `count` null: more than none, and too few to be told. */
export type Move = { from: Destination | null; to: Destination | null; count: number | null }

export type RulesTrial = {
  /** First day of the contacts that were tried. */
  from: string
  contacts: number | null
  /** How many would have had another suggestion; null when too few to be told. */
  moved: number | null
  moves: Move[]
  /** Share of the contacts where the worker chose what was, or would have been, suggested. Null when they are too few. */
  agreement: { before: number; after: number } | null
}

/** What new rules would have suggested for past contacts, against what was suggested then. */
export function tryRules(
  past: readonly PastContact[],
  rules: RoutingRules,
  smallestCount: number,
): Omit<RulesTrial, 'from'> {
  const tried = past.map((contact) => ({ ...contact, now: suggestRoute(rules, contact.facts).destination }))
  const moved = tried.filter(({ suggested, now }) => suggested !== now)
  const counts = new Map<string, Required<Move> & { count: number }>()
  for (const { suggested, now } of moved) {
    const move = counts.get(`${suggested} ${now}`) ?? { from: suggested, to: now, count: 0 }
    counts.set(`${suggested} ${now}`, { ...move, count: move.count + 1 })
  }
  const share = (agrees: (each: (typeof tried)[number]) => boolean) => tried.filter(agrees).length / tried.length
  return {
    contacts: told(past.length, smallestCount),
    moved: told(moved.length, smallestCount),
    moves: protectMoves([...counts.values()], smallestCount),
    agreement:
      past.length < 4 * smallestCount
        ? null
        : {
            before: share(({ suggested, chosen }) => suggested === chosen),
            after: share(({ now, chosen }) => now === chosen),
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
  return [...shown, { from: null, to: null, count: told(together, smallestCount) }]
}
