import './planning.css'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import {
  Input,
  FieldError,
  Label,
  Radio,
  RadioGroup,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { parseDay } from '../values/day.ts'
import { Progress } from '../ui/Progress.tsx'
import { uiText } from '../ui/ui.text.ts'
import { planningText } from './planning.text.ts'

type TextAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  description?: string
  rows?: number
}

/** Text of some sentences; grows with what is written. */
export const TextArea = ({ label, description, rows = 2, ...rest }: TextAreaProps) => (
  <AriaTextField {...rest} className="field" maxLength={20_000}>
    <Label>{label}</Label>
    <AriaTextArea className="field-input planning-text" rows={rows} />
    {description && (
      <Text slot="description" className="field-description">
        {description}
      </Text>
    )}
  </AriaTextField>
)

type DayFieldProps = { label: string; value: string; onChange: (value: string) => void; description?: string }

/** A day, typed as `2019-05-14`: quicker than a calendar, and the same in every browser. */
export const DayField = ({ label, value, onChange, description }: DayFieldProps) => (
  <AriaTextField className="field planning-day" value={value} onChange={onChange} isInvalid={!isDayOrEmpty(value)}>
    <Label>{label}</Label>
    <Input className="field-input" placeholder={planningText.dayFormat} inputMode="numeric" maxLength={10} />
    {description && (
      <Text slot="description" className="field-description">
        {description}
      </Text>
    )}
    <FieldError className="field-error">{planningText.notADay}</FieldError>
  </AriaTextField>
)

export const isDayOrEmpty = (text: string): boolean => text === '' || parseDay(text) !== null

type ChoiceProps = {
  label: string
  /** '' while nothing is chosen. */
  value: string
  onChange: (value: string) => void
  options: { value: string; label: string }[]
  /** Where the field above already says what it is about. */
  hideLabel?: boolean
}

/** One of a few, all in sight; the arrow keys move between them. */
export const Choice = ({ label, value, onChange, options, hideLabel = false }: ChoiceProps) => (
  <RadioGroup className="field" value={value || null} onChange={onChange} orientation="horizontal">
    {hideLabel ? <Label className="visually-hidden">{label}</Label> : <Label>{label}</Label>}
    <div className="planning-choices">
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="planning-choice">
          <span aria-hidden="true" className="planning-choice-dot" />
          {option.label}
        </Radio>
      ))}
    </div>
  </RadioGroup>
)

type LongFormProps = {
  title: string
  onSend: () => void
  /** False while a draft is looked for: what is typed before it is there would be lost. */
  isReady?: boolean
  children: ReactNode
}

/** A form that opens in the page: takes the focus, and is sent with Ctrl + Enter from anywhere in it. */
export function LongForm({ title, onSend, isReady = true, children }: LongFormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (isReady) form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [isReady])
  const send = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    // Before the field sees it: some keep what is typed in them to themselves.
    event.preventDefault()
    event.stopPropagation()
    onSend()
  }
  return (
    <form
      ref={form}
      aria-label={title}
      className="planning-form stack"
      onSubmit={(event) => event.preventDefault()}
      onKeyDownCapture={send}
    >
      <h4>{title}</h4>
      {isReady ? children : <Progress label={uiText.loading(planningText.draft)} />}
    </form>
  )
}
