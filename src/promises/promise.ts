import type { Figures } from '../analysis/figures.ts'
import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import type { Cell } from '../reports/document.ts'
import { addDays, type Day } from '../values/day.ts'
import { cellLike, type KnownFigure, knownFigure, numberOf } from './known-figure.ts'

/** A goal, an assignment (uppdrag), an action or a statement, and what became of it (000-1, 002-P8, 003-15). */
export type PromiseBody = CatalogueBody<'promise'>
export type Reporting = PromiseBody['reportings'][number]
export type Success = NonNullable<PromiseBody['success']>

/** Every state, in the order in which they ask for attention. A promise is in exactly one. */
export const promiseStates = [
  'overdue',
  'due',
  'without-figure',
  'on-its-way',
  'not-kept',
  'partly-kept',
  'kept',
  'withdrawn',
] as const
export type PromiseState = (typeof promiseStates)[number]

/** So many days ahead a reporting is due; the day itself is still in time. */
export const daysOfNotice = 30

/** What has been closed is what it became. What is open is first late, then soon due, then without a figure to be seen by. */
export function stateOf(body: PromiseBody, figures: Figures | null, today: Day): PromiseState {
  if (body.closed) return body.closed.outcome
  const next = nextReporting(body)
  if (next && next.on < today) return 'overdue'
  if (next && next.on <= addDays(today, daysOfNotice)) return 'due'
  return isSeenBy(body, figures) ? 'on-its-way' : 'without-figure'
}

/** The earliest reporting that has not been made; null when all have. */
export const nextReporting = ({ reportings }: Pick<PromiseBody, 'reportings'>): Reporting | null =>
  reportings
    .filter(({ reportedOn }) => reportedOn === null)
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))[0] ?? null

/** Whether somebody has said by which figure it is seen, and there is such a figure; before there are any figures the word is enough. */
const isSeenBy = ({ success }: PromiseBody, figures: Figures | null): boolean =>
  success !== null && (figures === null || knownFigure(figures, success.figure) !== null)

/** From baseline over now to target. */
export type Progress = {
  figure: KnownFigure
  direction: Success['direction']
  baseline: Cell | null
  target: Cell
  /** Null while the figure is not known, or withheld. */
  isReached: boolean | null
}

/** Null where nothing says how it is seen, or the figure is not there. */
export function progressOf(success: PromiseBody['success'], figures: Figures | null): Progress | null {
  const figure = success && figures && knownFigure(figures, success.figure)
  if (!success || !figure) return null
  const { direction, target, baseline } = success
  const now = numberOf(figure.cell, figure.scale)
  return {
    figure,
    direction,
    baseline: baseline === null ? null : cellLike(figure, baseline),
    target: cellLike(figure, target),
    isReached: now === null ? null : direction === 'at-least' ? now >= target : now <= target,
  }
}

/** Late ones first, and of those alike the one to be reported first. */
export function byUrgency(
  one: { state: PromiseState; next: Reporting | null; title: string },
  other: { state: PromiseState; next: Reporting | null; title: string },
): number {
  const states = promiseStates.indexOf(one.state) - promiseStates.indexOf(other.state)
  const days = (one.next?.on ?? '9999').localeCompare(other.next?.on ?? '9999')
  return states || days || one.title.localeCompare(other.title, 'sv')
}
