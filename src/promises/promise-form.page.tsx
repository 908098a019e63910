import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Choice, optionsOf, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { FigureField, useChoices } from './figure-field.page.tsx'
import { formText as text } from './form.text.ts'
import type { PromiseChoices } from './promises-view.ts'
import { promisesText } from './promises.text.ts'
import { ReportingRows } from './reporting-rows.page.tsx'
import {
  bodyOf,
  type Errors,
  errorsIn,
  newPromise,
  type TypedPromise,
  typedPromise,
  promiseKey,
} from './typed-promise.page.tsx'

type FormProps = { entry: CatalogueEntry<'promise'> | null; onDone: () => void }

/** Writes down a promise, or changes one: every saving is a new version. */
export function PromiseForm({ entry, onDone }: FormProps) {
  const choices = useChoices()
  return (
    <Loaded query={choices} what={promisesText.what}>
      {(found) => <Fields entry={entry} choices={found} onDone={onDone} />}
    </Loaded>
  )
}

function Fields({ entry, choices, onDone }: FormProps & { choices: PromiseChoices }) {
  const unitOf = (address: string) => choices.figures.find((each) => each.address === address)?.unit
  const [typed, setTyped] = useState<TypedPromise>(() =>
    entry ? typedPromise(entry.body, unitOf(entry.body.success?.figure ?? '')) : newPromise(choices.today),
  )
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const navigate = useNavigate()
  const unit = unitOf(typed.figure)
  const found = errorsIn(typed, unit)
  const errors = isTried ? found : {}
  const save = useSaveEntry('promise', ['promises'], (key) => {
    if (entry) onDone()
    else void navigate({ to: '/loften/$key', params: { key } })
  })
  const submit = () => {
    setTried(true)
    if (Object.keys(found).length > 0) return focusFirstFault(form.current)
    if (save.isPending) return
    const before = entry?.body ?? null
    const body = bodyOf(typed, unit, before)
    save.mutate({
      key: entry?.key ?? promiseKey(typed.title),
      seen: entry?.version ?? 0,
      body,
      before,
      said: text.saved,
    })
  }
  const props = { typed, errors, onChange: setTyped }
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
      <Section title={text.promise}>
        <p className="promises-note">{text.noPersons}</p>
        <MainFields {...props} />
      </Section>
      <Section title={text.success}>
        <p className="promises-note">{text.successHelp}</p>
        <SuccessFields {...props} choices={choices} unit={unit && text.units[unit]} />
      </Section>
      <Section title={text.reportings}>
        <p className="promises-note">{text.reportingsHelp}</p>
        <ReportingRows {...props} today={choices.today} />
      </Section>
      {save.error && (
        <Notice kind="bad">{save.error.problem === 'changed-since' && !entry ? text.taken : save.error.message}</Notice>
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
        <span className="promises-note">{text.keys}</span>
      </div>
    </form>
  )
}

/** Once the fields have been marked. */
export const focusFirstFault = (form: HTMLFormElement | null): void =>
  void setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())

export type FieldsProps = { typed: TypedPromise; errors: Errors; onChange: (typed: TypedPromise) => void }
type TextName = Exclude<keyof TypedPromise, 'reportings'>

const fieldOf =
  ({ typed, errors, onChange }: FieldsProps) =>
  (name: TextName, label: string) => ({
    ...{ label, value: typed[name], error: errors[name] ?? null },
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
  })

function MainFields(props: FieldsProps) {
  const field = fieldOf(props)
  const { typed, onChange } = props
  return (
    <div className="form-fields">
      <Choice
        label={text.kind}
        value={typed.kind}
        options={optionsOf(promisesText.kinds)}
        onChange={(kind) => onChange({ ...typed, kind })}
      />
      <div className="field-wide">
        <TextField {...field('title', text.title)} />
      </div>
      <TextArea {...field('sentence', text.sentence)} />
      <TextField {...field('by', text.by)} />
      <DayField {...field('on', text.on)} />
      <TextField {...field('paragraph', text.paragraph)} />
      <TextField {...field('diaryNumbers', text.diaryNumbers)} description={text.separated} />
      <TextField {...field('owner', text.owner)} description={text.ownerHelp} />
      <TextField {...field('committees', text.committees)} description={text.separated} />
      <TextField {...field('heading', text.heading)} description={text.headingHelp} />
    </div>
  )
}

function SuccessFields({
  choices,
  unit,
  ...props
}: FieldsProps & { choices: PromiseChoices; unit: string | undefined }) {
  const field = fieldOf(props)
  const { typed, onChange } = props
  return (
    <div className="form-fields">
      <FigureField {...field('figure', text.figure)} figures={choices.figures} />
      {typed.figure && (
        <>
          <Choice
            label={text.direction}
            value={typed.direction}
            options={optionsOf(text.directions)}
            onChange={(direction) => onChange({ ...typed, direction })}
          />
          <TextField {...field('target', text.withUnit(text.target, unit))} />
          <TextField {...field('baseline', text.withUnit(text.baseline, unit))} description={text.baselineHelp} />
        </>
      )}
    </div>
  )
}
