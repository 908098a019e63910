import type { EventKind } from '../pathway/event-bodies.ts'
import type { EventOf, PathEvent } from '../pathway/event.ts'
import { type Month, type MonthIndex, monthIndex } from '../values/month.ts'

/** Months in which a payment is worth a look: those after `after`, to `last` (Infinity: from then on). */
export type WatchedSpan = { after: MonthIndex; last: MonthIndex }

/** What the rules need to know of a household's way. */
export type WatchedWay = { closed: WatchedSpan[]; employed: WatchedSpan[] }

export const watchedKinds = [
  'contact-registered',
  'employment-started',
  'employment-ended',
  'case-closed',
  'undone',
] as const satisfies readonly EventKind[]

/** After a closing until somebody makes contact again; and in an unsubsidised job until it ends. What was taken back is not there. */
export function watchedWay(events: readonly PathEvent[]): WatchedWay {
  const undone = new Set(events.flatMap(({ kind, concerns }) => (kind === 'undone' ? [concerns] : [])))
  const standing = events.filter(({ sequence }) => !undone.has(sequence))
  const closed = standing.flatMap((event) => (event.kind === 'case-closed' ? [closedSpan(event, standing)] : []))
  const employed = standing.flatMap((event) =>
    event.kind === 'employment-started' && event.body.subsidised === false ? [employedSpan(event, standing)] : [],
  )
  return { closed, employed }
}

function closedSpan(closed: EventOf<'case-closed'>, standing: readonly PathEvent[]): WatchedSpan {
  const again = standing.filter(({ kind, sequence }) => kind === 'contact-registered' && sequence > closed.sequence)
  return { after: monthOf(closed), last: Math.min(Infinity, ...again.map((contact) => monthOf(contact) - 1)) }
}

function employedSpan(started: EventOf<'employment-started'>, standing: readonly PathEvent[]): WatchedSpan {
  const ends = standing.filter(({ kind, concerns }) => kind === 'employment-ended' && concerns === started.sequence)
  const { until } = started.body
  const last = Math.min(Infinity, ...ends.map(monthOf), ...(until ? [indexOf(until)] : []))
  return { after: monthOf(started), last }
}

const indexOf = (day: string): MonthIndex => monthIndex(day.slice(0, 7) as Month)
const monthOf = ({ on }: PathEvent): MonthIndex => indexOf(on)
