import { codesOf, goalStates } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { Proposal } from '../pathway/event.ts'
import type { Plan } from '../pathway/path.ts'
import type { PathView } from '../pathway/path-view.ts'
import { LongForm } from './long-form.page.tsx'
import { followUpText as text } from './plan.text.ts'
import { GoalState } from './plan-versions.page.tsx'
import { planningText } from './planning.text.ts'
import { DayField, isDayOrEmpty } from '../ui/DayField.tsx'
import { Choice, TextArea } from '../ui/Field.tsx'
import { useWriting, WritingFoot } from './writing.page.tsx'

type Body = EventBody<'follow-up-held'>
type State = Body['goals'][number]['state']
type Written = { states: Record<string, State>; comments: Record<string, string>; comment: string; nextOn: string }

type OfPlan = { view: PathView; plan: Plan }

/** What came of each goal of the approved plan, and when it is looked at again. */
export function FollowUpWriting({ view, plan, onClose }: OfPlan & { onClose: () => void }) {
  const initial: Written = { states: {}, comments: {}, comment: '', nextOn: '' }
  const writing = useWriting(view, `follow-up-h${view.householdId}-${plan.id}`, initial, onClose)
  const { states, comments, comment, nextOn } = writing.value
  const approval = plan.approvals.at(-1)
  const goals = approval?.version.body.goals ?? []
  const isAnswered = goals.every(({ key }) => states[key])
  const event: Proposal | null =
    isAnswered && isDayOrEmpty(nextOn)
      ? {
          kind: 'follow-up-held',
          personId: plan.personId,
          concerns: plan.id,
          on: view.today,
          body: bodyOf(goals, writing.value),
        }
      : null
  return (
    <LongForm title={text.form} onSend={() => event && writing.send(event)} isReady={writing.loaded}>
      <p>{text.lead(approval?.approved.on ?? '')}</p>
      {goals.map(({ key, text: goal }) => (
        <div key={key} className="planning-area">
          <Choice
            label={goal}
            value={states[key] ?? ''}
            onChange={(state) => writing.change({ states: { ...states, [key]: state as State } })}
            options={codesOf(goalStates).map((code) => ({ value: code, label: goalStates[code] }))}
          />
          {(states[key] === 'partly' || states[key] === 'not-achieved' || comments[key]) && (
            <TextArea
              label={text.goalComment(goal)}
              value={comments[key] ?? ''}
              onChange={(value) => writing.change({ comments: { ...comments, [key]: value } })}
            />
          )}
        </div>
      ))}
      <div className="planning-area">
        <TextArea
          label={text.comment}
          description={text.commentHint}
          value={comment}
          onChange={(value) => writing.change({ comment: value })}
        />
      </div>
      <DayField
        label={text.nextOn}
        description={text.noNext}
        value={nextOn}
        onChange={(day) => writing.change({ nextOn: day })}
      />
      <WritingFoot
        writing={writing}
        view={view}
        event={event}
        {...(!isAnswered && { missing: text.missing })}
        save={text.save}
        onClose={onClose}
      />
    </LongForm>
  )
}

const bodyOf = (goals: readonly { key: string }[], { states, comments, comment, nextOn }: Written): Body => ({
  goals: goals.flatMap(({ key }) => {
    const state = states[key]
    const said = comments[key]?.trim()
    return state ? [{ goal: key, state, ...(said && { comment: said }) }] : []
  }),
  ...(nextOn && { nextOn }),
  ...(comment.trim() && { comment: comment.trim() }),
})

/** The follow-ups that have been held, the latest first. */
export function FollowUps({ view, plan }: OfPlan) {
  const { followUps } = plan
  if (followUps.length === 0) return null
  return (
    <details className="planning-details">
      <summary>{text.held(followUps.length)}</summary>
      <ul className="planning-list">
        {followUps
          .map((followUp) => <FollowUpItem key={followUp.sequence} view={view} plan={plan} followUp={followUp} />)
          .reverse()}
      </ul>
    </details>
  )
}

function FollowUpItem({ view, plan, followUp }: OfPlan & { followUp: Plan['followUps'][number] }) {
  const { sequence, on, by, body } = followUp
  // The goals as they stood then: a later version may word them otherwise.
  const goals = plan.approvals.findLast(({ approved }) => approved.sequence < sequence)?.version.body.goals ?? []
  return (
    <li>
      {planningText.savedBy(on, view.people[by ?? 0] ?? planningText.somebody)}{' '}
      {body.nextOn ? text.next(body.nextOn) : text.noNextSaid}
      <ul className="planning-list">
        {body.goals.map(({ goal, state, comment }) => (
          <li key={goal}>
            {goals.find(({ key }) => key === goal)?.text} <GoalState state={state} /> {comment}
          </li>
        ))}
      </ul>
      {body.comment && <p className="planning-pre">{body.comment}</p>}
    </li>
  )
}
