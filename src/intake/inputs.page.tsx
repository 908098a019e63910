import type { KeyboardEvent } from 'react'
import { Label, Radio, RadioGroup, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import type { Option } from '../ui/Field.tsx'

type TextAreaProps = { label: string; value: string; onChange: (value: string) => void }

/** Text of some sentences. */
export const TextArea = ({ label, ...rest }: TextAreaProps) => (
  <AriaTextField {...rest} className="field" maxLength={20_000}>
    <Label>{label}</Label>
    <AriaTextArea className="field-input intake-text" rows={2} />
  </AriaTextField>
)

type ChoiceProps = {
  label: string
  /** '' while nothing is chosen. */
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
}

/** One of a few, all in sight: the arrow keys move between them. */
export const Choice = ({ label, value, onChange, options }: ChoiceProps) => (
  <RadioGroup className="field" value={value || null} onChange={onChange} orientation="horizontal">
    <Label>{label}</Label>
    <div className="intake-choices">
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="intake-choice">
          <span aria-hidden="true" className="intake-choice-dot" />
          {option.label}
        </Radio>
      ))}
    </div>
  </RadioGroup>
)

/** A code list as options. */
export const optionsOf = (list: Record<string, string>): Option[] =>
  Object.entries(list).map(([value, label]) => ({ value, label }))

/** Sends the form from any field. Listened to on the way down, since a list or a button keeps the key to itself. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.requestSubmit()
}
