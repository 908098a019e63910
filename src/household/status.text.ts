import type { PathView } from '../pathway/path-view.ts'
import { closureOf, followUpDue, isInForce, type Plan } from '../pathway/path.ts'
import { addDays, type Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import { type PartName, statusTagText as text } from './household.text.ts'

type Tone = 'neutral' | 'info' | 'warning' | 'bad'

/** `part`: where it is seen to; null for the strip itself. */
export type Status = { tone: Tone; text: string; part: PartName | null }

/** As many days ahead as the lists of work look. */
const endingSoonDays = 14

/** What the events tell today, and the last month with assistance. */
export function statuses({ path, today }: Pick<PathView, 'path' | 'today'>, lastMonth: Month | null = null): Status[] {
  const closed = closureOf(path)
  if (closed)
    return [
      { tone: 'neutral', text: text.closed(closed.on), part: 'closing' },
      ...when(lastMonth !== null && lastMonth > closed.on.slice(0, 7), 'warning', text.returnedToAssistance, 'closing'),
    ]
  const open = (kind: string) => path.referrals.filter(({ state }) => state.kind === kind)
  const last = path.referrals.at(-1)
  const concerns = path.referrals.flatMap((referral) => referral.concerns).filter(({ answered }) => !answered)
  const nextStepOn = path.nextStep?.body.on
  const ends = open('started').filter(
    ({ started }) =>
      (started?.body.plannedEnd ?? '9999') <= addDays(today, endingSoonDays) && (!nextStepOn || nextStepOn < today),
  )
  return [
    ...planStatuses(path.plans, today),
    ...when(concerns.length > 0, 'bad', text.concern, 'referrals'),
    ...when(open('sent').length > 0, 'warning', text.unanswered, 'referrals'),
    ...when(last?.state.kind === 'returned', 'warning', text.returned, 'referrals'),
    ...when(open('started').length > 0, 'info', text.running, 'referrals'),
    ...when(ends.length > 0, 'warning', text.endsWithoutNext, 'referrals'),
    ...when(nextStepOn !== undefined && nextStepOn < today, 'warning', text.overdue, null),
  ]
}

function planStatuses(plans: readonly Plan[], today: Day): Status[] {
  const current = plans.filter(({ closedAt, latest }) => closedAt === null || latest.sequence > closedAt)
  const inForce = plans.filter(isInForce)
  if (inForce.length === 0) {
    const missing = plans.length === 0 ? text.noPlan : text.planBeforeClosing
    return [{ tone: 'warning', text: current.length > 0 ? text.planNotApproved : missing, part: 'plan' }]
  }
  const due = inForce.flatMap((plan) => followUpDue(plan) ?? []).toSorted()[0]
  if (!due) return []
  return due < today
    ? [{ tone: 'warning', text: text.followUpOverdue(due), part: 'plan' }]
    : [{ tone: 'neutral', text: text.followUpDue(due), part: 'plan' }]
}

const when = (holds: boolean, tone: Tone, words: string, part: Status['part']): Status[] =>
  holds ? [{ tone, text: words, part }] : []
