import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Select, sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { type Day, parseDay } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'
import { readingText as text } from './goals.text.ts'
import type { GroupView, Project, ProjectView } from './target-groups-view.ts'

type Readings = CatalogueBody<'project-readings'>['readings']
type PeoplesGoal = Extract<Project['goals'][number], { readBy: 'people' }>

type ReadingsProps = { view: GroupView; project: ProjectView; isAdding: boolean; onAdd: (isAdding: boolean) => void }

/** What people have read of the goals, by whom and on what; the next is typed here, and every change can be undone. */
export function ReadingsSection({ view, project, isAdding, onAdd }: ReadingsProps) {
  const { readings, entry } = project
  const goals = entry.body.goals.filter((goal): goal is PeoplesGoal => goal.readBy === 'people')
  const { save, error, isPending } = useSaveReadings(project)
  const nameOf = (key: string) => goals.find((goal) => goal.key === key)?.text ?? key
  const mayAdd = view.mayEdit && goals.length > 0
  if (goals.length === 0 && readings.rows.length === 0) return null
  return (
    <Section
      title={text.title}
      aside={
        mayAdd &&
        !isAdding && (
          <Button size="small" onPress={() => onAdd(true)}>
            {text.add}
          </Button>
        )
      }
    >
      {error && <Notice kind="bad">{error.message}</Notice>}
      {mayAdd && isAdding && (
        <ReadingForm
          {...{ goals, project: entry.body, today: view.today, isSaving: isPending }}
          onSave={(reading) => save(withReading(plainOf(readings.rows), reading), text.saved, () => onAdd(false))}
          onCancel={() => onAdd(false)}
        />
      )}
      {readings.rows.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          caption={text.title}
          hideCaption
          rowHeader={text.goal}
          columns={[
            { id: 'on', label: text.columns.on, numeric: false },
            { id: 'value', label: text.columns.value },
            { id: 'by', label: text.columns.by, numeric: false },
            { id: 'note', label: text.columns.note, numeric: false },
            ...(view.mayEdit ? [{ id: 'remove', label: text.columns.remove, numeric: false }] : []),
          ]}
          rows={readings.rows.map((row) => ({
            ...{ id: `${row.goal} ${row.on}`, label: nameOf(row.goal) },
            cells: [
              <span key="on" className="groups-day">
                {row.on}
              </span>,
              formatNumber(row.value, Number.isInteger(row.value) ? 0 : 1),
              text.by(row.by),
              <span key="note" className="groups-text">
                {row.note}
              </span>,
              <Button
                key="remove"
                size="small"
                isDisabled={isPending}
                aria-label={text.removeLabel(nameOf(row.goal), row.on)}
                onPress={() => save(plainOf(readings.rows.filter((each) => each !== row)), text.removed)}
              >
                {text.remove}
              </Button>,
            ],
          }))}
        />
      )}
    </Section>
  )
}

const plainOf = (rows: ProjectView['readings']['rows']): Readings =>
  rows.map(({ goal, on, value, note }) => ({ goal, on, value, note }))

/** Of a goal and a day there is one reading: a new one takes the place of the old. */
const withReading = (readings: Readings, added: Readings[number]): Readings => [
  added,
  ...readings.filter(({ goal, on }) => goal !== added.goal || on !== added.on),
]

type FormProps = {
  goals: readonly PeoplesGoal[]
  project: Project
  today: Day
  isSaving: boolean
  onSave: (reading: Readings[number]) => void
  onCancel: () => void
}

function ReadingForm({ goals, project, today, isSaving, onSave, onCancel }: FormProps) {
  const [typed, setTyped] = useState<{ goal: string; value: string; on: string; note: string }>({
    ...{ goal: goals[0]!.key, value: '', on: today, note: '' },
  })
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('button')?.focus(), [])
  const set = (changes: Partial<typeof typed>) => setTyped({ ...typed, ...changes })
  const on = parseDay(typed.on)
  const dayProblem = !on ? text.notADay : on < project.from || on > today ? text.outside : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (dayProblem || typed.value === '' || isSaving) return
    onSave({ ...typed, value: Number(typed.value), note: typed.note.trim() })
  }
  const goal = goals.find(({ key }) => key === typed.goal) ?? goals[0]!
  return (
    <form ref={form} className="panel stack" aria-label={text.add} onSubmit={submit} onKeyDownCapture={sendOnCtrlEnter}>
      <h3>{text.add}</h3>
      <div className="groups-filters">
        <Select
          label={text.goal}
          value={goal.key}
          options={goals.map((each) => ({ value: each.key, label: each.text }))}
          onChange={(key) => set({ goal: key })}
        />
        <NumberField
          label={text.value(goal.unit)}
          value={typed.value}
          onChange={(value) => set({ value })}
          problem={text.notANumber}
          isRequired={isTried}
        />
        <DayField
          label={text.on}
          value={typed.on}
          onChange={(day) => set({ on: day })}
          {...(isTried && dayProblem && { error: dayProblem })}
        />
      </div>
      <TextArea label={text.note} description={text.noteHelp} value={typed.note} onChange={(note) => set({ note })} />
      <div className="groups-actions">
        <Button kind="primary" type="submit" isDisabled={isSaving}>
          {text.save}
        </Button>
        <Button onPress={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  )
}

/** Every change is a version of its own; undo saves the readings as they were. */
function useSaveReadings({ entry, readings: { version, rows } }: ProjectView) {
  const { mutate, ...saving } = useSaveEntry('project-readings', ['target-groups'])
  const save = (readings: Readings, said: string, onSaved?: () => void) =>
    mutate(
      { key: entry.key, seen: version, body: { readings }, before: { readings: plainOf(rows) }, said },
      { onSuccess: () => onSaved?.() },
    )
  return { save, ...saving }
}
