import { goalStates, responsibles } from '../parameters/code-lists/casework.ts'
import type { Plan } from '../pathway/path.ts'
import { Table } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import { latestGoalStates, planStanding } from './plan-state.text.ts'
import { planText } from './plan.text.ts'

type Version = Plan['latest']

type PlanProps = { plan: Plan; name: string; today: Day }

/** The plan to read: the latest version, beside the one that holds when they are not the same. */
export function PlanContent({ plan, name, today }: PlanProps) {
  const approved = plan.approvals.at(-1)?.version
  const states = latestGoalStates(plan)
  const standing = planStanding(plan)
  const isInForce = standing === 'in-force'
  const waitedFor = standing === 'history' ? {} : { today }
  if (!approved || approved.sequence === plan.latest.sequence)
    return <VersionContent version={plan.latest} name={name} {...waitedFor} states={states} />
  return (
    <>
      {isInForce && <p className="planning-small">{planText.stillApproved}</p>}
      <div className="planning-side">
        <div className="planning-item">
          <strong>{isInForce ? planText.sideBySide.approved : planText.sideBySide.former}</strong>
          <VersionContent version={approved} name={name} {...(isInForce && { today })} states={states} />
        </div>
        <div className="planning-item">
          <strong>{planText.sideBySide.latest}</strong>
          <VersionContent version={plan.latest} name={name} {...waitedFor} states={states} />
        </div>
      </div>
    </>
  )
}

/** Every version that has been approved, beside each other, the latest first: nothing that once held is lost. */
export const ApprovedVersions = ({ plan, name }: Omit<PlanProps, 'today'>) =>
  plan.approvals.length < 2 ? null : (
    <details className="planning-details">
      <summary>{planText.approvedVersions(plan.approvals.length)}</summary>
      <div className="planning-side">
        {plan.approvals
          .map(({ approved, version }) => (
            <div key={approved.sequence} className="planning-item">
              <strong>{planText.approvedOn(approved.on, approved.body.agreedByPerson)}</strong>
              <VersionContent version={version} name={name} />
            </div>
          ))
          .reverse()}
      </div>
    </details>
  )

/** Without a day of today nothing of it is waited for. */
type ContentProps = { version: Version; name: string; today?: Day; states?: ReturnType<typeof latestGoalStates> }

const VersionContent = ({ version: { body, on, sequence }, name, today, states }: ContentProps) => (
  <>
    <h5>{planText.goals}</h5>
    {body.goals.length === 0 ? (
      <p className="muted">{planText.noGoals}</p>
    ) : (
      <ol className="planning-list">
        {body.goals.map(({ key, text }) => (
          <li key={key}>
            {text} <GoalState state={states?.get(key)?.state} />
          </li>
        ))}
      </ol>
    )}
    <h5>{planText.activities}</h5>
    <Table
      caption={planText.activitiesOf(body.kind, name, planText.versionSaved(on, sequence))}
      hideCaption
      rowHeader={planText.activity}
      columns={[
        { id: 'responsible', label: planText.responsible, numeric: false },
        { id: 'due', label: planText.due, numeric: false },
      ]}
      rows={body.activities.map((activity) => ({
        id: activity.key,
        label: activity.text,
        note: activity.fromEmploymentService ? <Tag tone="info">{planText.fromEmploymentService}</Tag> : undefined,
        cells: [responsibles[activity.responsible], <Due key="due" due={activity.due} {...(today && { today })} />],
      }))}
      empty={planText.noActivities}
    />
    {body.childrenText && (
      <>
        <h5>{planText.children}</h5>
        <p className="planning-pre">{body.childrenText}</p>
      </>
    )}
    <h5>{planText.followUpOn}</h5>
    <p>{body.followUpOn ?? planText.noDay}</p>
  </>
)

const Due = ({ due, today }: { due: string | undefined; today?: Day }) => (
  <>
    {due} {due !== undefined && today && due < today && <Tag tone="warning">{planText.passed}</Tag>}
  </>
)

type State = keyof typeof goalStates

export const GoalState = ({ state }: { state: State | undefined }) =>
  state ? <Tag tone={stateTones[state]}>{goalStates[state]}</Tag> : null

const stateTones: Record<State, Tone> = { achieved: 'good', partly: 'info', 'not-achieved': 'bad', open: 'neutral' }
