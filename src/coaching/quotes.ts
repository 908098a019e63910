import type { CodeOf } from '../parameters/code-lists/casework.ts'
import { codesOf, exitChanges } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'

/** An intervention that ended, and the last word on its exit conversation; null when none was offered. */
export type ExitInterview = { intervention: string; said: EventBody<'exit-interview'> | null }

/** Null: too small to be told. */
export type ToldCount = number | null

export type ExitSummary = {
  /** All that ended. Each is in exactly one of the four that follow. */
  ended: number
  notOffered: number
  /** Offered and not yet answered. */
  waiting: number
  held: number
  declined: number
  /** Held conversations by 1 (much worse) to 5 (much better). */
  overall: ToldCount[]
  changes: { change: CodeOf<typeof exitChanges>; better: ToldCount; worse: ToldCount }[]
  quotes: Quotes
}

/** Every intervention that somebody has ended, by its key. */
export type ExitSummaries = { summaries: { intervention: string; name: string; summary: ExitSummary }[] }

/** What was said in the persons' own words, or why it is not told. */
export type Quotes = { kind: 'told'; texts: string[] } | { kind: 'too-few' } | { kind: 'no-consent' }

/** So many similar, or nothing: a smaller count points at persons. */
export const fewest = 5

/**
 * What those who ended one intervention say of it (document 003-14, 003-16).
 *
 * There is nothing to choose by: who reads it gets all that was said, worse beside better, and all quotes or none.
 * How many were offered, held and declined is always told in full. Quotes leave the unit only with each person's consent,
 * and only when at least `fewest` conversations on the same intervention have been held.
 */
export function exitSummary(interviews: readonly ExitInterview[]): ExitSummary {
  const said = interviews.flatMap((each) => each.said ?? [])
  const held = said.filter(({ state }) => state === 'held')
  return {
    ended: interviews.length,
    notOffered: interviews.length - said.length,
    waiting: said.filter(({ state }) => state === 'offered').length,
    held: held.length,
    declined: said.filter(({ state }) => state === 'declined').length,
    overall: withoutSmall([1, 2, 3, 4, 5].map((grade) => held.filter(({ overall }) => overall === grade).length)),
    changes: codesOf(exitChanges).map((change) => ({
      change,
      better: told(held.filter(({ better }) => better?.includes(change)).length),
      worse: told(held.filter(({ worse }) => worse?.includes(change)).length),
    })),
    quotes: quotesOf(interviews),
  }
}

/** One summary for each intervention, in order of its key. */
export function exitSummaries(interviews: readonly ExitInterview[]): { intervention: string; summary: ExitSummary }[] {
  const keys = [...new Set(interviews.map(({ intervention }) => intervention))].sort()
  return keys.map((intervention) => ({
    intervention,
    summary: exitSummary(interviews.filter((each) => each.intervention === intervention)),
  }))
}

/** In alphabetical order, so that a quote's place says nothing of who or when. */
function quotesOf(interviews: readonly ExitInterview[]): Quotes {
  const held = interviews.filter(({ said }) => said?.state === 'held')
  const similar = (intervention: string) => held.filter((each) => each.intervention === intervention).length
  const enough = held.filter(({ intervention }) => similar(intervention) >= fewest)
  if (enough.length === 0) return { kind: 'too-few' }
  const texts = enough.flatMap(({ said }) => (said?.quoteConsent && said.quote?.trim() ? [said.quote.trim()] : []))
  return texts.length > 0
    ? { kind: 'told', texts: texts.sort((a, b) => a.localeCompare(b, 'sv')) }
    : { kind: 'no-consent' }
}

const isSmall = (count: number) => count > 0 && count < fewest
const told = (count: number): ToldCount => (isSmall(count) ? null : count)

/**
 * Hides small counts of a distribution whose total is known, and as many more as it takes before what is hidden
 * cannot be told by subtraction: the smallest first, and where nobody answered last.
 */
export function withoutSmall(counts: readonly number[]): ToldCount[] {
  const cover = (count: number) => count || Infinity
  const order = counts.map((_, at) => at).sort((a, b) => cover(counts[a]!) - cover(counts[b]!))
  const hidden = new Set(order.filter((at) => isSmall(counts[at]!)))
  const sum = () => [...hidden].reduce((total, at) => total + counts[at]!, 0)
  for (const at of order) if (hidden.size > 0 && (hidden.size < 2 || sum() < fewest)) hidden.add(at)
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}
