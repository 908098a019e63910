import { followUpDue, isInForce, type Plan } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'
import { daysBetween } from '../values/day.ts'

/** Where a plan stands on a day, in the words of its tag. */
export type PlanState = { tone: 'neutral' | 'good' | 'warning' | 'bad'; text: string }

/**
 * A draft, approved, or changed since it was approved; and whether it is to be followed up. Several may hold at once.
 * A plan of a case that has been closed since is history, and is not waited for.
 */
export function planStates(plan: Plan, today: Day): PlanState[] {
  const approval = plan.approvals.at(-1)
  if (!approval) return [draftState(plan)]
  // A way that has come through the API is a copy: versions are the same when their numbers are.
  const isChanged = approval.version.sequence !== plan.latest.sequence
  const { on, body } = approval.approved
  if (!isInForce(plan))
    return [
      { tone: 'neutral', text: `Fastställd ${on}, gällde tills ärendet avslutades` },
      ...(isChanged ? [{ tone: 'warning' as const, text: 'Ändrad, inte fastställd' }] : []),
    ]
  const due = followUpDue(plan)
  return [
    { tone: 'good', text: `Fastställd ${on}${body.agreedByPerson ? '' : ', personen är inte överens'}` },
    ...(isChanged ? [{ tone: 'warning' as const, text: 'Ändrad sedan den fastställdes' }] : []),
    due === null ? { tone: 'warning', text: 'Ingen dag för uppföljning' } : followUpState(due, today),
  ]
}

/** In force; written or changed for the case that is open; or left from before a closing. */
export function planStanding(plan: Plan): 'in-force' | 'in-work' | 'history' {
  if (isInForce(plan)) return 'in-force'
  return plan.closedAt !== null && plan.latest.sequence < plan.closedAt ? 'history' : 'in-work'
}

const draftState = (plan: Plan): PlanState =>
  planStanding(plan) === 'history'
    ? { tone: 'neutral', text: 'Utkast från före avslutet, aldrig fastställt' }
    : { tone: 'warning', text: 'Utkast, inte fastställd' }

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
