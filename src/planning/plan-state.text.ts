import { approvedVersion, followUpDue, type Plan } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'
import { daysBetween } from '../values/day.ts'

/** Where a plan stands on a day, in the words of its tag. */
export type PlanState = { tone: 'neutral' | 'good' | 'warning' | 'bad'; text: string }

/** A draft, approved, or changed since it was approved; and whether it is to be followed up. Several may hold at once. */
export function planStates(plan: Plan, today: Day): PlanState[] {
  const approved = approvedVersion(plan)
  if (!approved) return [{ tone: 'warning', text: 'Utkast, inte fastställd' }]
  const approval = plan.approvals.at(-1)!.approved
  const due = followUpDue(plan)
  return [
    {
      tone: 'good',
      text: `Fastställd ${approval.on}${approval.body.agreedByPerson ? '' : ', personen är inte överens'}`,
    },
    // A way that has come through the API is a copy: versions are the same when their numbers are.
    ...(approved.sequence === plan.latest.sequence
      ? []
      : [{ tone: 'warning' as const, text: 'Ändrad sedan den fastställdes' }]),
    due === null ? withoutDue(plan) : followUpState(due, today),
  ]
}

/** A plan of a case that has been closed since is not waited for. */
const withoutDue = ({ closedAt }: Plan): PlanState =>
  closedAt === null
    ? { tone: 'warning', text: 'Ingen dag för uppföljning' }
    : { tone: 'neutral', text: 'Gällde tills ärendet avslutades' }

/** Late from the day after. */
function followUpState(due: Day, today: Day): PlanState {
  const days = daysBetween(today, due)
  if (days < 0) return { tone: 'bad', text: `Uppföljning försenad ${inDays(-days)}` }
  if (days === 0) return { tone: 'warning', text: 'Följs upp i dag' }
  return { tone: days <= 14 ? 'warning' : 'neutral', text: `Följs upp ${due}` }
}

const inDays = (days: number): string => (days === 1 ? '1 dag' : `${days} dagar`)

/** What each goal of the approved version was last said to be; a goal that was never followed up is not there. */
export function latestGoalStates(
  plan: Plan,
): Map<string, { state: 'achieved' | 'partly' | 'not-achieved' | 'open'; on: Day }> {
  return new Map(
    plan.followUps.flatMap(({ on, body }) => body.goals.map(({ goal, state }) => [goal, { state, on }] as const)),
  )
}
