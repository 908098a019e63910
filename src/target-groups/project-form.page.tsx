import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Checkboxes, Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import { parseKronor } from '../values/money.ts'
import { emptyGoal, GoalFields, goalsOf, typedGoal, type TypedGoal } from './goal-fields.page.tsx'
import { projectText as text } from './group.text.ts'
import type { GroupView, Project } from './target-groups-view.ts'

type Cost = { label: string; amount: string }
type Role = { role: string; name: string }
type Typed = {
  name: string
  purpose: string
  from: string
  last: string
  goals: TypedGoal[]
  budget: Cost[]
  roles: Role[]
  caseworkers: string[]
  intervention: string
}

const written = (value: number) => String(value).replace('.', ',')

const typedOf = (body: Project | null, today: Day): Typed =>
  body === null
    ? {
        ...{ name: '', purpose: '', from: today, last: '' },
        goals: [emptyGoal],
        budget: [],
        roles: [],
        caseworkers: [],
        intervention: '',
      }
    : {
        ...{ name: body.name, purpose: body.purpose, from: body.from, last: addDays(body.until as Day, -1) },
        goals: body.goals.map(typedGoal),
        budget: body.budget.map(({ label, ore }) => ({ label, amount: written(ore / 100) })),
        ...{ roles: body.roles, caseworkers: body.caseworkers.map(String) },
        intervention: '',
      }

/** The project of a group: every saving is a new version, and the one before can be brought back. */
export function ProjectForm({ view, onDone }: { view: GroupView; onDone: () => void }) {
  const entry = view.project?.entry ?? null
  const [typed, setTyped] = useState(typedOf(entry?.body ?? null, view.today))
  const [isTried, setTried] = useState(false)
  const save = useSaveEntry('project', ['target-groups'], onDone)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const set = (changes: Partial<Typed>) => setTyped({ ...typed, ...changes })
  const needed = (value: string) => (isTried && !value.trim() ? text.needed : null)
  const wrong = (value: string, problem: string, read: (written: string) => unknown) =>
    isTried && read(value) === null ? problem : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const body = bodyOf(typed, view.entry.key)
    if (body === null || save.isPending) return
    // A new project that follows up an intervention has its key: what households are recorded as joining is then this project.
    save.mutate({
      key: entry?.key ?? (typed.intervention || keyOf(typed.name)),
      seen: entry?.version ?? 0,
      body,
      before: entry?.body ?? null,
      said: text.saved,
    })
  }
  const lastError =
    typed.last && typed.last < typed.from ? text.lastBeforeFirst : wrong(typed.last, text.notADay, parseDay)
  return (
    <form ref={form} className="stack" onSubmit={submit} onKeyDownCapture={sendOnCtrlEnter}>
      {save.error && (
        <Notice kind="bad">{!entry && save.error.problem === 'changed-since' ? text.taken : save.error.message}</Notice>
      )}
      {isTried && typed.goals.length === 0 && <Notice kind="bad">{text.goalNeeded}</Notice>}
      <TextField label={text.name} value={typed.name} onChange={(name) => set({ name })} error={needed(typed.name)} />
      <TextArea label={text.purpose} value={typed.purpose} onChange={(purpose) => set({ purpose })} />
      <div className="groups-filters">
        <DayField label={text.from} value={typed.from} onChange={(from) => set({ from })} />
        <DayField label={text.last} value={typed.last} onChange={(last) => set({ last })} error={lastError} />
      </div>
      <Rows
        {...{ legend: text.goals, add: text.addGoal, rows: typed.goals, empty: emptyGoal }}
        onChange={(goals) => set({ goals })}
      >
        {(goal, change) => <GoalFields goal={goal} isTried={isTried} onChange={change} />}
      </Rows>
      <Rows
        {...{ legend: text.budget, add: text.addCost, rows: typed.budget, empty: { label: '', amount: '' } }}
        onChange={(budget) => set({ budget })}
      >
        {(cost, change) => (
          <>
            <TextField
              label={text.label}
              value={cost.label}
              onChange={(label) => change({ label })}
              error={needed(cost.label)}
            />
            <TextField
              label={text.amount}
              value={cost.amount}
              onChange={(amount) => change({ amount })}
              error={wrong(cost.amount, text.notAnAmount, parseKronor)}
            />
          </>
        )}
      </Rows>
      <Rows
        {...{ legend: text.roles, add: text.addRole, rows: typed.roles, empty: { role: '', name: '' } }}
        onChange={(roles) => set({ roles })}
      >
        {(role, change) => (
          <>
            <TextField
              label={text.role}
              value={role.role}
              onChange={(said) => change({ role: said })}
              error={needed(role.role)}
            />
            <TextField
              label={text.who}
              value={role.name}
              onChange={(name) => change({ name })}
              error={needed(role.name)}
            />
          </>
        )}
      </Rows>
      <Checkboxes
        label={text.caseworkers}
        options={view.caseworkers.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={typed.caseworkers}
        onChange={(caseworkers) => set({ caseworkers })}
      />
      {!entry && !view.entry.body.restricted && view.interventions.length > 0 && (
        <Select
          label={text.intervention}
          description={text.interventionHelp}
          value={typed.intervention}
          options={[
            { value: '', label: text.noIntervention },
            ...view.interventions.map(({ code, label }) => ({ value: code, label })),
          ]}
          onChange={(intervention) => set({ intervention })}
        />
      )}
      <div className="groups-actions">
        <Button kind="primary" type="submit" isDisabled={save.isPending}>
          {text.save}
        </Button>
        <Button onPress={onDone}>{text.cancel}</Button>
      </div>
    </form>
  )
}

type RowsProps<Row> = {
  legend: string
  add: string
  rows: Row[]
  empty: Row
  onChange: (rows: Row[]) => void
  children: (row: Row, change: (changes: Partial<Row>) => void) => ReactNode
}

/** Rows of fields of which there can be any number. */
const Rows = <Row,>({ legend, add, rows, empty, onChange, children }: RowsProps<Row>) => (
  <fieldset className="groups-rows">
    <legend>{legend}</legend>
    {rows.map((row, at) => (
      <div key={at} className="groups-filters">
        {children(row, (changes) =>
          onChange(rows.map((each, place) => (place === at ? { ...each, ...changes } : each))),
        )}
        <Button size="small" onPress={() => onChange(rows.filter((_, place) => place !== at))}>
          {text.remove(`${legend.toLowerCase()} ${at + 1}`)}
        </Button>
      </div>
    ))}
    <div>
      <Button size="small" onPress={() => onChange([...rows, empty])}>
        {add}
      </Button>
    </div>
  </fieldset>
)

/** Null while something stops it from being saved. */
function bodyOf(typed: Typed, group: string): Project | null {
  const [from, last] = [parseDay(typed.from), parseDay(typed.last)]
  const goals = goalsOf(typed.goals)
  const budget = typed.budget.flatMap(({ label, amount }) => {
    const ore = parseKronor(amount)
    return label.trim() && ore !== null && ore >= 0 ? [{ label: label.trim(), ore }] : []
  })
  const roles = typed.roles.filter(({ role, name }) => role.trim() && name.trim())
  const isWhole = budget.length === typed.budget.length && roles.length === typed.roles.length
  if (!from || !last || last < from || !keyOf(typed.name) || !goals || !isWhole) return null
  const { name, purpose, caseworkers } = typed
  return {
    ...{ name: name.trim(), purpose: purpose.trim(), group, from, until: addDays(last, 1), goals, budget, roles },
    caseworkers: caseworkers.map(Number),
  }
}
