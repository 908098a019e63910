import { codesOf, responsibles, type planKinds } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { Proposal } from '../pathway/event.ts'
import type { Plan } from '../pathway/path.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { DayField, isDayOrEmpty } from '../ui/DayField.tsx'
import { Checkbox, Select, TextArea, TextField } from '../ui/Field.tsx'
import { EditableRows } from './editable-rows.page.tsx'
import { LongForm } from './long-form.page.tsx'
import { planFormText as text } from './plan.text.ts'
import { nameOf, planningText } from './planning.text.ts'
import { useWriting, WritingFoot } from './writing.page.tsx'

type Body = EventBody<'plan-saved'>
type Activity = Body['activities'][number]

/** As it is typed: a day may be half written, and an empty one is ''. */
type WrittenActivity = Omit<Activity, 'due'> & { due: string }
type Written = { goals: Body['goals']; activities: WrittenActivity[]; followUpOn: string; childrenText: string }

type PlanWritingProps = {
  view: PathView
  member: PathMember
  kind: keyof typeof planKinds
  /** The plan that gets a new version; null begins one. */
  plan: Plan | null
  onClose: () => void
}

/** Goals, who does what until when, the children, and the day it is looked at again. */
export function PlanWriting({ view, member, kind, plan, onClose }: PlanWritingProps) {
  const writing = useWriting(view, `plan-${member.id}-${kind}`, writtenOf(plan?.latest.body), onClose)
  const { goals, activities, followUpOn, childrenText } = writing.value
  const event: Proposal | null = daysAreRight(writing.value)
    ? {
        kind: 'plan-saved',
        personId: member.id,
        concerns: plan?.id ?? null,
        on: view.today,
        body: bodyOf(kind, writing.value),
      }
    : null
  const earlier = plan?.versions.map(({ body }) => body) ?? []
  return (
    <LongForm
      title={text.title(kind, nameOf(member))}
      onSend={() => event && writing.send(event, text.saved)}
      isReady={writing.loaded}
    >
      <p className="planning-small">{planningText.privacy}</p>
      <EditableRows
        label={text.goals}
        noun={text.goal}
        description={text.goalHint}
        add={text.addGoal}
        rows={goals}
        onChange={(rows) => writing.change({ goals: rows })}
        newRow={(key) => ({ key, text: '' })}
        taken={earlier.flatMap((body) => body.goals.map(({ key }) => key))}
        render={(goal, change, number) => (
          <TextField
            label={text.goalField(number)}
            value={goal.text}
            onChange={(value) => change({ ...goal, text: value })}
          />
        )}
      />
      <EditableRows
        label={text.activities}
        noun={text.activity}
        description={text.activityHint}
        add={text.addActivity}
        rows={activities}
        onChange={(rows) => writing.change({ activities: rows })}
        newRow={(key): WrittenActivity => ({ key, text: '', responsible: 'person', due: '' })}
        taken={earlier.flatMap((body) => body.activities.map(({ key }) => key))}
        render={(activity, change, number) => <ActivityFields activity={activity} change={change} number={number} />}
      />
      <div className="planning-area">
        <TextArea
          label={text.childrenText}
          description={text.childrenHint}
          value={childrenText}
          onChange={(value) => writing.change({ childrenText: value })}
        />
      </div>
      <DayField
        label={text.followUpOn}
        description={text.followUpHint}
        value={followUpOn}
        onChange={(day) => writing.change({ followUpOn: day })}
      />
      <WritingFoot writing={writing} view={view} event={event} done={text.saved} onClose={onClose} />
    </LongForm>
  )
}

type ActivityFieldsProps = {
  activity: WrittenActivity
  change: (activity: WrittenActivity) => void
  number: number
}

const ActivityFields = ({ activity, change, number }: ActivityFieldsProps) => (
  <>
    <TextField
      label={text.activityField(number)}
      value={activity.text}
      onChange={(value) => change({ ...activity, text: value })}
    />
    <Select
      label={text.responsibleField}
      value={activity.responsible}
      options={codesOf(responsibles).map((code) => ({ value: code, label: responsibles[code] }))}
      onChange={(code) => change({ ...activity, responsible: code as Activity['responsible'] })}
    />
    <DayField label={text.dueField} value={activity.due} onChange={(due) => change({ ...activity, due })} />
    <Checkbox
      isSelected={activity.fromEmploymentService ?? false}
      onChange={(isTheirs) => change({ ...activity, fromEmploymentService: isTheirs })}
    >
      {text.fromEmploymentService}
    </Checkbox>
  </>
)

const writtenOf = (body: Body | undefined): Written => ({
  goals: body?.goals ?? [{ key: 'r1', text: '' }],
  activities: body?.activities.map((activity) => ({ ...activity, due: activity.due ?? '' })) ?? [
    { key: 'r1', text: '', responsible: 'person', due: '' },
  ],
  followUpOn: body?.followUpOn ?? '',
  childrenText: body?.childrenText ?? '',
})

const daysAreRight = ({ activities, followUpOn }: Written): boolean =>
  isDayOrEmpty(followUpOn) && activities.every(({ due }) => isDayOrEmpty(due))

/** Rows that nothing was written in are left out. */
const bodyOf = (kind: Body['kind'], { goals, activities, followUpOn, childrenText }: Written): Body => ({
  kind,
  goals: goals.filter(isWritten).map(({ key, text: goal }) => ({ key, text: goal.trim() })),
  activities: activities
    .filter(isWritten)
    .map(({ key, text: activity, responsible, due, fromEmploymentService: isTheirs }) => ({
      key,
      text: activity.trim(),
      responsible,
      ...(due && { due }),
      ...(isTheirs && { fromEmploymentService: true }),
    })),
  ...(followUpOn && { followUpOn }),
  ...(childrenText.trim() && { childrenText: childrenText.trim() }),
})

const isWritten = (row: { text: string }): boolean => row.text.trim() !== ''
