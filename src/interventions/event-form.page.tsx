import { useState } from 'react'
import type { Proposal } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import { useRecord } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { type Option, Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { type Day, parseDay } from '../values/day.ts'
import { WithError } from './with-error.page.tsx'
import { fieldText } from './referrals.text.ts'

/** What a form asks. */
export type FormField = {
  name: string
  label: string
  kind: 'select' | 'text' | 'line' | 'day'
  options?: Option[]
  initial?: string
  isRequired?: boolean
}

export type Values = Readonly<Record<string, string>>

/** A thing to record: what is asked, and the event that the answers make. The day of the event is asked last. */
export type EventAction = {
  label: string
  fields: FormField[]
  toEvents: (values: Values, on: Day) => Proposal[]
}

type EventFormProps = {
  view: PathView
  action: EventAction
  /** One level below the heading that it stands under. */
  heading?: 'h3' | 'h4'
  onClose: () => void
}

/** Asks what an event says and records it. A refusal is shown beside what was typed, which stays. */
export function EventForm({ view, action, heading: Heading = 'h4', onClose }: EventFormProps) {
  const fields: FormField[] = [...action.fields, dayField(view.today)]
  const [values, setValues] = useState<Values>(() => Object.fromEntries(fields.map((each) => [each.name, first(each)])))
  const [isTried, setTried] = useState(false)
  const record = useRecord(view)
  const submit = () => {
    setTried(true)
    if (fields.some((field) => errorOf(field, values) !== null) || record.isPending) return
    record.mutate({ events: action.toEvents(values, values['on'] as Day) }, { onSuccess: onClose })
  }
  return (
    <form
      className="stack referral-choice"
      aria-label={action.label}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Heading>{action.label}</Heading>
      <div className="interventions-form">
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
            error={isTried ? errorOf(field, values) : null}
          />
        ))}
      </div>
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={record.isPending}>
          {fieldText.save}
        </Button>
        <Button onPress={onClose}>{fieldText.cancel}</Button>
      </div>
    </form>
  )
}

const dayField = (today: Day): FormField => ({
  name: 'on',
  label: fieldText.day,
  kind: 'day',
  initial: today,
  isRequired: true,
})

const first = ({ initial = '' }: FormField): string => initial

function errorOf({ name, kind, isRequired }: FormField, values: Values): string | null {
  const value = (values[name] ?? '').trim()
  if (value === '' && isRequired) return kind === 'select' ? fieldText.notChosen : fieldText.needed
  if (value === '') return null
  return kind === 'day' && !parseDay(value) ? fieldText.notADay : null
}

type FieldProps = { field: FormField; value: string; onChange: (value: string) => void; error: string | null }

function Field({ field: { label, kind, options = [] }, ...rest }: FieldProps) {
  const { value, onChange, error } = rest
  if (kind === 'select')
    return (
      <WithError error={error}>
        <Select label={label} options={options} value={value} onChange={onChange} />
      </WithError>
    )
  if (kind === 'text') return <TextArea label={label} {...rest} rows={2} />
  return <TextField label={label} {...rest} {...(kind === 'day' && { placeholder: fieldText.dayPlaceholder })} />
}

/** One of several that has to be chosen: nothing is chosen beforehand, so that no answer is given by mistake. */
export const chosenOf = (name: string, label: string, labels: Parameters<typeof choicesOf>[0]): FormField => ({
  name,
  label,
  kind: 'select',
  initial: '',
  isRequired: true,
  options: [{ value: '', label: fieldText.choose }, ...choicesOf(labels)],
})

/** The choices of a code list. */
export const choicesOf = (labels: Readonly<Record<string, string | { label: string }>>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label: typeof label === 'string' ? label : label.label }))
