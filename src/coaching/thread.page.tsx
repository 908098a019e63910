import { useState } from 'react'
import {
  attendances,
  codesOf,
  endReasons,
  goalStates,
  outcomes,
  returnReasons,
  withdrawalReasons,
} from '../parameters/code-lists/casework.ts'
import type { Referral } from '../pathway/path.ts'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import type { Group } from './coaching-day.ts'
import { coachText, dayText, lastDayText } from './coaching.text.ts'
import { useRowRecord } from './day-row.page.tsx'
import { Employments } from './employment.page.tsx'
import { EndIntervention } from './ending.page.tsx'
import { ExitInterview } from './exit-interview.page.tsx'
import { Action, ActionForm } from './fields.page.tsx'
import { threadText } from './participant.text.ts'
import { Progression } from './progression.page.tsx'
import { ReturnReferral, StartIntervention } from './referral-answer.page.tsx'
import { useCatalogue } from './use-catalogue.page.tsx'

export type ThreadProps = { view: PathView; referral: Referral }

const tones = {
  sent: 'warning',
  returned: 'neutral',
  withdrawn: 'neutral',
  accepted: 'info',
  started: 'good',
  ended: 'neutral',
} satisfies Record<Referral['state']['kind'], Tone>

/** From the referral to the exit conversation: what has happened, and exactly what may come next. */
export function ThreadSection({ view, referral }: ThreadProps) {
  const interventions = useCatalogue('intervention')
  const name = interventions.get(referral.said.intervention)?.name ?? referral.said.intervention
  const { kind } = referral.state
  return (
    <Section title={name} aside={<Tag tone={tones[kind]}>{threadText.state[kind]}</Tag>}>
      <Steps view={view} referral={referral} />
      <Goals referral={referral} />
      <Answer view={view} referral={referral} />
      {referral.started && <AttendanceSummary referral={referral} />}
      <Concerns view={view} referral={referral} />
      <Progression view={view} referral={referral} />
      <EndIntervention view={view} referral={referral} />
      <ExitInterview view={view} referral={referral} />
      <Employments view={view} referral={referral} />
    </Section>
  )
}

function Steps({ view, referral }: ThreadProps) {
  const { state, acceptedOn, started, on, id } = referral
  const by = view.path.events.find(({ sequence }) => sequence === id)?.by
  const plannedEnd = started?.body.plannedEnd as Day | undefined
  const step = threadText.step
  const steps: [string, string][] = [[step.sent((by && view.people[by]) || null), dayText(on)]]
  if (acceptedOn) steps.push([step.accepted, dayText(acceptedOn)])
  if (started) steps.push([step.started, dayText(started.on)])
  if (plannedEnd && state.kind === 'started') steps.push([step.planned, lastDayText(plannedEnd)])
  if (state.kind === 'returned') steps.push([`${step.returned}: ${returnReasons[state.reason]}`, dayText(state.on)])
  if (state.kind === 'withdrawn')
    steps.push([`${step.withdrawn}: ${withdrawalReasons[state.reason]}`, dayText(state.on)])
  if (state.kind === 'ended') steps.push([`${step.ended}: ${endReasons[state.end.reason]}`, dayText(state.on)])
  return (
    <dl className="participant-steps">
      {steps.map(([term, day]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{day}</dd>
        </div>
      ))}
    </dl>
  )
}

function Goals({ referral: { said, state } }: { referral: Referral }) {
  const reached = state.kind === 'ended' ? state.end.goals : []
  return (
    <>
      {said.reason && (
        <p>
          <strong>{threadText.reason}:</strong> {said.reason}
        </p>
      )}
      <h3>{threadText.goals}</h3>
      <ul className="participant-goals">
        {said.goals.map(({ key, text }) => {
          const answer = reached.find(({ goal }) => goal === key)
          return (
            <li key={key}>
              {text} {answer && <Tag tone={goalTones[answer.state]}>{goalStates[answer.state]}</Tag>}
              {answer?.comment && <span className="muted"> {answer.comment}</span>}
            </li>
          )
        })}
      </ul>
      {state.kind === 'ended' && (
        <p>
          <strong>{threadText.result}:</strong> {outcomes[state.end.outcome].label}
          {state.end.comment && `. ${state.end.comment}`}
        </p>
      )}
    </>
  )
}

const goalTones = { achieved: 'good', partly: 'info', 'not-achieved': 'warning', open: 'neutral' } satisfies Record<
  keyof typeof goalStates,
  Tone
>

/** Accept or return what was sent; begin what was accepted. */
function Answer({ view, referral }: ThreadProps) {
  const who = { ...view, personId: referral.personId, name: null }
  const { record, isPending, error } = useRowRecord(who, referral.id, view.today)
  const groups = [...useCatalogue('group')].flatMap(([key, group]): Group[] =>
    group.intervention === referral.said.intervention && group.end > view.today
      ? [{ ...group, key, interventionName: '', start: group.start as Day, end: group.end as Day, placesLeft: null }]
      : [],
  )
  const by = view.path.events.find(({ sequence }) => sequence === referral.id)?.by
  const may = { concerns: referral.id }
  if (!(['referral-accepted', 'intervention-started'] as const).some((kind) => isOffered(view, kind, may))) return null
  return (
    <div className="coach-row-actions">
      {isOffered(view, 'referral-accepted', may) && (
        <Button kind="primary" size="small" isDisabled={isPending} onPress={() => record('referral-accepted', {})}>
          {coachText.referral.accept}
        </Button>
      )}
      {isOffered(view, 'referral-returned', may) && (
        <ReturnReferral
          about=""
          from={(by && view.people[by]) || null}
          isPending={isPending}
          refusal={error}
          onSend={(body) => record('referral-returned', body)}
        />
      )}
      {isOffered(view, 'intervention-started', may) && (
        <StartIntervention
          about=""
          groups={groups}
          today={view.today}
          isPending={isPending}
          refusal={error}
          onSend={(body, on) => record('intervention-started', body, on)}
        />
      )}
    </div>
  )
}

/** Days shown with what was done; the rest is in the week. */
const latestDays = 5

function AttendanceSummary({ referral: { attendance } }: { referral: Referral }) {
  const counts = codesOf(attendances).map((code) => ({
    code,
    count: attendance.filter(({ body }) => body.attendance === code).length,
  }))
  const latest = attendance.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, latestDays)
  const isTold = latest.some(({ body }) => body.done)
  return (
    <>
      <h3>{threadText.attendance}</h3>
      {attendance.length === 0 ? (
        <p className="muted">{threadText.noAttendance}</p>
      ) : (
        <>
          <p>{counts.map(({ code, count }) => threadText.attendanceOf(attendances[code], count)).join(' · ')}</p>
          <Table
            caption={threadText.latest}
            rowHeader={threadText.day}
            columns={[
              { id: 'attendance', label: threadText.attendance, numeric: false },
              ...(isTold ? [{ id: 'done', label: threadText.done, numeric: false }] : []),
            ]}
            rows={latest.map(({ on, body }) => ({
              id: on,
              label: dayText(on),
              cells: [attendances[body.attendance], ...(isTold ? [body.done ?? ''] : [])],
            }))}
          />
        </>
      )}
    </>
  )
}

/** Tells the caseworker of a worry, and shows the answer. */
function Concerns({ view, referral }: ThreadProps) {
  const who = { ...view, personId: referral.personId, name: null }
  const { record, isPending, error } = useRowRecord(who, referral.id, view.today)
  const [said, setSaid] = useState('')
  const text = threadText.concern
  const mayRaise = isOffered(view, 'concern-raised', { concerns: referral.id })
  if (!mayRaise && referral.concerns.length === 0) return null
  return (
    <>
      <h3>{text.heading}</h3>
      {referral.concerns.map(({ raised, answered }) => (
        <dl key={raised.sequence} className="coach-talk">
          <dt>{dayText(raised.on)}</dt>
          <dd>{raised.body.text}</dd>
          <dt>{answered ? text.answered(answered.on) : text.unanswered}</dt>
          {answered && <dd>{answered.body.text}</dd>}
        </dl>
      ))}
      {mayRaise && (
        <Action key={referral.concerns.length} label={text.open}>
          <ActionForm
            action={text.send}
            isPending={isPending}
            refusal={error}
            onSend={() => record('concern-raised', { text: said })}
          >
            <TextArea label={text.text} value={said} onChange={setSaid} description={text.help} rows={3} />
          </ActionForm>
        </Action>
      )}
    </>
  )
}
