import type { PathView } from '../pathway/path-view.ts'
import type { Plan } from '../pathway/path.ts'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { addDays, type Day } from '../values/day.ts'
import { statusTagText as text } from './household.text.ts'

type Status = { tone: Tone; text: string }

/** Where the household stands and what is late, as the events tell it today. */
/** As many days ahead as the lists of work look. */
const endingSoonDays = 14

export const StatusTags = ({ view }: { view: PathView }) =>
  statuses(view).map((status) => (
    <Tag key={status.text} tone={status.tone}>
      {status.text}
    </Tag>
  ))

export function statuses({ path, today }: Pick<PathView, 'path' | 'today'>): Status[] {
  const closed = path.closures.findLast(({ reopenedOn }) => reopenedOn === null)
  if (closed) return [{ tone: 'neutral', text: text.closed(closed.on) }]
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
    ...when(concerns.length > 0, 'bad', text.concern),
    ...when(open('sent').length > 0, 'warning', text.unanswered),
    ...when(last?.state.kind === 'returned', 'warning', text.returned),
    ...when(open('started').length > 0, 'info', text.running),
    ...when(ends.length > 0, 'warning', text.endsWithoutNext),
    ...when(nextStepOn !== undefined && nextStepOn < today, 'warning', text.overdue),
  ]
}

function planStatuses(plans: readonly Plan[], today: Day): Status[] {
  if (plans.length === 0) return [{ tone: 'warning', text: text.noPlan }]
  const approved = plans.filter(({ approvals }) => approvals.length > 0)
  if (approved.length === 0) return [{ tone: 'warning', text: text.planNotApproved }]
  const late = approved
    .map(followUpDay)
    .filter((day) => day !== undefined && day < today)
    .toSorted()[0]
  return late ? [{ tone: 'warning', text: text.followUpOverdue(late as Day) }] : []
}

/** What the latest approval or follow-up says. */
function followUpDay({ approvals, followUps }: Plan): string | undefined {
  const approval = approvals.at(-1)
  const held = followUps.at(-1)
  if (held && approval && held.sequence > approval.approved.sequence) return held.body.nextOn
  return approval?.version.body.followUpOn
}

const when = (holds: boolean | undefined, tone: Tone, words: string): Status[] => (holds ? [{ tone, text: words }] : [])
