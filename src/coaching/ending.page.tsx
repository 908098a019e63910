import { useState } from 'react'
import { endReasons, goalStates, outcomes } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { Proposal } from '../pathway/event.ts'
import { recordText } from '../pathway/pathway.text.ts'
import { firstDayOf, isOffered, useRecord } from '../pathway/record.page.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Checkbox, Choice, optionsOf, Select, TextArea } from '../ui/Field.tsx'
import { type Day, parseDay } from '../values/day.ts'
import { EmploymentFields, employmentBody, missingIn, newEmployment } from './employment.page.tsx'
import { Action, ActionForm, dayFault, useIsAsked } from './fields.page.tsx'
import { employmentText, endingText as text } from './participant.text.ts'
import type { ThreadProps } from './thread.page.tsx'

type Ending = EventBody<'intervention-ended'>
type GoalState = Ending['goals'][number]['state']
type Answers = Record<string, { state: GoalState | ''; comment: string }>

/** A goal that is still under way has no place in an ending. */
const { open: _, ...finalStates } = goalStates

type Draft = {
  on: string
  reason: Ending['reason'] | ''
  outcome: Ending['outcome'] | ''
  answers: Answers
  comment: string
  isOffered: boolean
}

/** Ends an intervention: why, what it led to, one goal after another, and the employment if it led to one. */
export function EndIntervention({ view, referral }: ThreadProps) {
  const isAsked = useIsAsked('avslut', referral.id)
  if (!isOffered(view, 'intervention-ended', { concerns: referral.id })) return null
  return (
    <Action label={text.open} isOpen={isAsked}>
      <EndingForm view={view} referral={referral} />
    </Action>
  )
}

function EndingForm({ view, referral }: ThreadProps) {
  const { goals } = referral.said
  const { mutate, isPending, error } = useRecord(view)
  const [draft, setDraft] = useState<Draft>(() => newEnding(view.today))
  const [employment, setEmployment] = useState(newEmployment(view.today))
  const set = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes })
  const isWork = draft.outcome === 'work'
  const earliest = firstDayOf(view, 'intervention-ended', referral.id)
  const isTooEarly = earliest !== null && draft.on.length === 10 && draft.on < earliest
  const missing =
    (isTooEarly ? recordText.earliest(earliest) : null) ??
    missingFrom(draft, goals) ??
    (isWork ? missingIn(employment) : null)
  const send = () =>
    mutate({ events: eventsOf({ view, referral }, draft, isWork ? employment : null), done: text.done })
  return (
    <ActionForm action={text.send} isPending={isPending} refusal={error} missing={missing} onSend={send}>
      <div className="coach-fields">
        <Select
          label={text.reason}
          value={draft.reason}
          onChange={(reason) => set({ reason: reason as Draft['reason'] })}
          options={[{ value: '', label: text.choose }, ...optionsOf(endReasons)]}
        />
        <Select
          label={text.outcome}
          value={draft.outcome}
          onChange={(outcome) => set({ outcome: outcome as Draft['outcome'] })}
          options={[{ value: '', label: text.choose }, ...optionsOf(outcomes)]}
        />
        <DayField
          label={text.on}
          value={draft.on}
          onChange={(on) => set({ on })}
          error={isTooEarly ? recordText.earliest(earliest) : null}
        />
      </div>
      {goals.map(({ key, text: goal }, at) => {
        const answer = draft.answers[key] ?? { state: '', comment: '' }
        const answered = (changes: Partial<typeof answer>) =>
          set({ answers: { ...draft.answers, [key]: { ...answer, ...changes } } })
        return (
          <div key={key} className="participant-goal">
            <Choice
              label={text.goalOf(at + 1, goals.length, goal)}
              value={answer.state}
              onChange={(state) => answered({ state: state as GoalState })}
              options={optionsOf(finalStates)}
            />
            <TextArea label={text.comment} value={answer.comment} onChange={(comment) => answered({ comment })} />
          </div>
        )
      })}
      {isWork && (
        <fieldset className="participant-fieldset">
          <legend>{employmentText.heading}</legend>
          <EmploymentFields draft={employment} onChange={setEmployment} />
        </fieldset>
      )}
      <TextArea label={text.summary} value={draft.comment} onChange={(comment) => set({ comment })} />
      <div>
        <Checkbox isSelected={draft.isOffered} onChange={(offered) => set({ isOffered: offered })}>
          {text.offered}
        </Checkbox>
        <p className="field-description">{text.offeredHelp}</p>
      </div>
    </ActionForm>
  )
}

const newEnding = (today: Day): Draft => ({
  on: today,
  reason: '',
  outcome: '',
  answers: {},
  comment: '',
  isOffered: false,
})

function missingFrom({ on, reason, outcome, answers }: Draft, goals: readonly { key: string }[]): string | null {
  if (!reason) return text.missing.reason
  if (!outcome) return text.missing.outcome
  return goals.every(({ key }) => answers[key]?.state) ? dayFault(on) : text.missing.goals
}

/** The ending, the employment it led to, and the offer of a conversation: all or none. */
function eventsOf(
  { view, referral }: ThreadProps,
  { on: typed, reason, outcome, answers, comment, isOffered: offered }: Draft,
  employment: Parameters<typeof employmentBody>[0] | null,
): Proposal[] {
  const thread = { personId: referral.personId, concerns: referral.id }
  const on = parseDay(typed) ?? view.today
  if (!reason || !outcome) return []
  const goals = referral.said.goals.flatMap(({ key }) => {
    const { state, comment: said } = answers[key] ?? { state: '', comment: '' }
    return state ? [{ goal: key, state, ...(said && { comment: said }) }] : []
  })
  return [
    { kind: 'intervention-ended', ...thread, on, body: { reason, outcome, goals, ...(comment && { comment }) } },
    ...(employment
      ? [
          {
            kind: 'employment-started' as const,
            ...thread,
            on: parseDay(employment.from) ?? on,
            body: employmentBody(employment),
          },
        ]
      : []),
    ...(offered ? [{ kind: 'exit-interview' as const, ...thread, on, body: { state: 'offered' as const } }] : []),
  ]
}
