import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Choice, optionsOf, Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { keyOf } from '../values/key.ts'
import type { Action } from './assumption.ts'
import { PartFields, Receipt } from './assumption-fields.page.tsx'
import { ComparisonRows, CostRows } from './form-rows.page.tsx'
import { formText as text } from './form.text.ts'
import type { ActionChoices, AssumptionView } from './savings-view.ts'
import { savingsText } from './savings.text.ts'
import { bodyOf, emptyPart, type Errors, errorsIn, newAction, type Typed, typedAction } from './typed-action.page.tsx'

type Entry = CatalogueEntry<'savings-action'>
type FormProps = { entry: Entry | null; onDone: () => void }

/** Opens an action, or changes one: every saving is a new version. */
export function ActionForm({ entry, onDone }: FormProps) {
  const choices = useQuery({
    queryKey: ['savings', 'choices'],
    queryFn: ({ signal }) => get<ActionChoices>('/api/savings/choices', {}, signal),
    staleTime: 600_000,
  })
  return (
    <Loaded query={choices} what={savingsText.what}>
      {(found) => <Fields entry={entry} choices={found} onDone={onDone} />}
    </Loaded>
  )
}

function Fields({ entry, choices, onDone }: FormProps & { choices: ActionChoices }) {
  const [typed, setTyped] = useState<Typed>(() => (entry ? typedAction(entry.body) : newAction(choices.start, 'Alla')))
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const found = errorsIn(typed)
  const errors: Errors = isTried ? found : {}
  const read = useReadAssumption(typed)
  const save = useSaveEntry('savings-action', ['savings'], (key) => {
    if (entry) onDone()
    else void navigate({ to: '/atgarder/$key', params: { key } })
  })
  const submit = () => {
    setTried(true)
    if (Object.keys(found).length > 0) return focusFirstFault(form.current)
    if (save.isPending) return
    const before = entry?.body ?? null
    save.mutate({
      key: entry?.key ?? keyOf(typed.name),
      seen: entry?.version ?? 0,
      body: bodyOf(typed),
      before,
      said: text.saved,
    })
  }
  return (
    <form
      ref={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <Section title={savingsText.columns.action}>
        <MainFields {...{ typed, errors, choices }} onChange={setTyped} />
      </Section>
      <Section title={text.assumption}>
        <p className="savings-note">{text.assumptionLead}</p>
        {typed.parts.map((part, at) => (
          <PartFields
            key={at}
            {...{ part, at, errors }}
            read={read?.parts[at] ?? null}
            isOnly={typed.parts.length === 1}
            onChange={(changed) => setTyped({ ...typed, parts: typed.parts.with(at, changed) })}
            onRemove={() => setTyped({ ...typed, parts: typed.parts.toSpliced(at, 1) })}
          />
        ))}
        <div className="row">
          <Button
            size="small"
            onPress={() =>
              setTyped({ ...typed, parts: [...typed.parts, emptyPart(`${text.part} ${typed.parts.length + 1}`)] })
            }
          >
            {text.addPart}
          </Button>
        </div>
        <Receipt read={read} />
      </Section>
      <Section title={text.costs}>
        <CostRows typed={typed} errors={errors} onChange={setTyped} />
      </Section>
      <Section title={text.more}>
        <MoreFields {...{ typed, errors }} onChange={setTyped} />
        <ComparisonRows typed={typed} errors={errors} onChange={setTyped} />
      </Section>
      {save.error && (
        <Notice kind="bad">{save.error.status === 409 && !entry ? text.taken : save.error.message}</Notice>
      )}
      {isTried && Object.keys(found).length > 0 && (
        <p role="alert" className="field-error">
          {text.summary(Object.keys(found).length)}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {text.save}
        </Button>
        <span className="savings-note">{text.keys}</span>
      </div>
    </form>
  )
}

/** Once the fields have been marked. */
const focusFirstFault = (form: HTMLFormElement | null): void =>
  void setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

type FieldsProps = { typed: Typed; errors: Errors; onChange: (typed: Typed) => void }
type TextName = { [Name in keyof Typed]: Typed[Name] extends string ? Name : never }[keyof Typed]

const fieldOf =
  ({ typed, errors, onChange }: FieldsProps) =>
  (name: TextName, label: string) => ({
    ...{ label, value: typed[name], error: errors[name] ?? null },
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
  })

function MainFields({ choices, ...props }: FieldsProps & { choices: ActionChoices }) {
  const field = fieldOf(props)
  const { typed, onChange } = props
  return (
    <div className="form-fields">
      <TextField {...field('name', text.name)} />
      <TextField {...field('owner', text.owner)} />
      <Select
        label={text.follow}
        description={text.followHelp}
        value={typed.follow}
        options={[
          { value: '', label: text.followAll },
          ...choices.interventions.map((name) => ({ value: `i:${name}`, label: text.followIntervention(name) })),
          ...choices.groups.map(({ key, name }) => ({ value: `g:${key}`, label: text.followGroup(name) })),
        ]}
        onChange={(follow) => onChange({ ...typed, follow })}
      />
      <TextField {...field('start', text.start)} placeholder={text.monthFormat} />
      <TextField {...field('last', text.last)} placeholder={text.monthFormat} description={text.lastHelp} />
      <DayField {...field('nextLook', text.nextLook)} />
      <TextArea {...field('goal', text.goal)} description={text.goalHelp} />
    </div>
  )
}

function MoreFields(props: FieldsProps) {
  const field = fieldOf(props)
  const { typed, onChange } = props
  return (
    <div className="form-fields">
      <TextArea {...field('background', text.background)} />
      <TextArea {...field('targetGroup', text.targetGroup)} />
      <TextField
        {...field('baselineFrom', text.baselineFrom)}
        placeholder={text.monthFormat}
        description={text.baselineHelp}
      />
      <TextField {...field('baselineLast', text.baselineLast)} placeholder={text.monthFormat} />
      <Choice
        label={text.counted}
        value={typed.counted}
        options={optionsOf(text.countedChoices)}
        onChange={(counted) => onChange({ ...typed, counted })}
      />
      <Choice
        label={text.attribution}
        value={typed.attribution}
        options={optionsOf(text.attributionChoices)}
        onChange={(attribution) => onChange({ ...typed, attribution })}
      />
    </div>
  )
}

/** Asks what the assumption says, a moment after the latest key: the same reading as the ledger's own. */
function useReadAssumption(typed: Typed): AssumptionView | undefined {
  const { assumptions, start, until, goal, counted } = bodyOf(typed)
  const asked: Pick<Action, 'assumptions' | 'start' | 'until' | 'goal' | 'counted'> = {
    ...{ assumptions, start, until, goal, counted },
  }
  const now = JSON.stringify(asked)
  const [settled, setSettled] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), 200)
    return () => clearTimeout(timer)
  }, [now])
  return useQuery({
    queryKey: ['savings', 'assumption', settled],
    queryFn: () => send<AssumptionView>('POST', '/api/savings/assumption', JSON.parse(settled) as typeof asked),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  }).data
}
