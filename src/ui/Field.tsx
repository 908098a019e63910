import './Field.css'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import {
  Button,
  Checkbox as AriaCheckbox,
  CheckboxGroup,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  SearchField as AriaSearchField,
  Select as AriaSelect,
  SelectValue,
  Text,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
} from 'react-aria-components'
import { formatNumber } from '../values/format.ts'
import { uiText } from './ui.text.ts'

/** `count` is shown beside the label: how many there are if this is chosen. */
export type Option = { value: string; label: string; count?: number }

type FieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  description?: string
  isDisabled?: boolean
}

type TextFieldProps = FieldProps & { error?: string | null; isRequired?: boolean; placeholder?: string }

/** `error` is shown under the field and says how to put it right. */
export const TextField = ({ label, description, error, placeholder, ...rest }: TextFieldProps) => (
  <AriaTextField {...rest} isInvalid={Boolean(error)} className="field">
    <Label>{label}</Label>
    <Input className="field-input" {...(placeholder && { placeholder })} />
    {description && <Description>{description}</Description>}
    <FieldError className="field-error">{error}</FieldError>
  </AriaTextField>
)

type TextAreaProps = FieldProps & { error?: string | null; rows?: number; maxLength?: number }

/** Text of some sentences; grows with what is written. */
export const TextArea = ({ label, description, error, rows = 2, maxLength = 20_000, ...rest }: TextAreaProps) => (
  <AriaTextField {...rest} isInvalid={Boolean(error)} className="field field-wide" maxLength={maxLength}>
    <Label>{label}</Label>
    <AriaTextArea className="field-input field-text" rows={rows} />
    {description && <Description>{description}</Description>}
    <FieldError className="field-error">{error}</FieldError>
  </AriaTextField>
)

type SearchFieldProps = FieldProps & { placeholder?: string; inputRef?: Ref<HTMLInputElement> }

export const SearchField = ({ label, description, placeholder, inputRef, ...rest }: SearchFieldProps) => (
  <AriaSearchField {...rest} className="field field-search">
    <Label>{label}</Label>
    <Group className="field-input field-search-box">
      <Input ref={inputRef ?? null} {...(placeholder && { placeholder })} />
      <Button aria-label={uiText.clear} className="field-clear">
        ×
      </Button>
    </Group>
    {description && <Description>{description}</Description>}
  </AriaSearchField>
)

/** One of several. An option with the value '' stands for no choice made ("Alla enheter"). */
export const Select = ({
  label,
  value,
  onChange,
  options,
  description,
  isDisabled,
  hideLabel = false,
}: FieldProps & { options: Option[]; hideLabel?: boolean }) => (
  <AriaSelect
    className="field"
    value={keyOf(value)}
    onChange={(key) => onChange(valueOf(String(key)))}
    isDisabled={isDisabled ?? false}
  >
    {hideLabel ? <Label className="visually-hidden">{label}</Label> : <Label>{label}</Label>}
    <Button className="field-input field-select">
      <SelectValue />
      <span aria-hidden="true" className="field-arrow" />
    </Button>
    {description && <Description>{description}</Description>}
    <Popover className="popover">
      <ListBox className="options">
        {options.map((option) => (
          <ListBoxItem key={option.value} id={keyOf(option.value)} textValue={option.label} className="option">
            <OptionLabel option={option} />
          </ListBoxItem>
        ))}
      </ListBox>
    </Popover>
  </AriaSelect>
)

type ChoiceProps = FieldProps & { options: readonly Option[]; hideLabel?: boolean }

/** One of a few, all in sight: the arrow keys move between them. The value is '' while nothing is chosen. */
export const Choice = ({ label, value, onChange, options, description, hideLabel = false }: ChoiceProps) => (
  <RadioGroup className="field" value={value || null} onChange={onChange} orientation="horizontal">
    {hideLabel ? <Label className="visually-hidden">{label}</Label> : <Label>{label}</Label>}
    <div className="choices">
      {options.map((option) => (
        <Radio key={option.value} value={option.value} className="choice">
          <span aria-hidden="true" className="choice-dot" />
          {option.label}
        </Radio>
      ))}
    </div>
    {description && <Description>{description}</Description>}
  </RadioGroup>
)

// A collection key may not be empty, while '' is how the address says "no choice".
const keyOf = (value: string) => `=${value}`
const valueOf = (key: string) => key.slice(1)

type CheckboxProps = {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
}

export const Checkbox = ({ children, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className="checkbox">
    <span aria-hidden="true" className="checkbox-box" />
    <span>{children}</span>
  </AriaCheckbox>
)

type CheckboxesProps = { label: string; options: Option[]; value: string[]; onChange: (value: string[]) => void }

/** Any number of several, each with its count. */
export const Checkboxes = ({ label, options, value, onChange }: CheckboxesProps) => (
  <CheckboxGroup value={value} onChange={onChange} className="field checkboxes">
    <Label>{label}</Label>
    {options.map((option) => (
      <AriaCheckbox key={option.value} value={option.value} className="checkbox">
        <span aria-hidden="true" className="checkbox-box" />
        <OptionLabel option={option} />
      </AriaCheckbox>
    ))}
  </CheckboxGroup>
)

const OptionLabel = ({ option }: { option: Option }) => (
  <span className="option-label">
    <span>{option.label}</span>
    {option.count !== undefined && <span className="option-count">{formatNumber(option.count)}</span>}
  </span>
)

const Description = ({ children }: { children: ReactNode }) => (
  <Text slot="description" className="field-description">
    {children}
  </Text>
)

type Labelled = string | { label: string }

/** A code list as options, in its order. */
export const optionsOf = (list: Record<string, Labelled>): Option[] =>
  Object.entries(list).map(([value, said]) => ({ value, label: typeof said === 'string' ? said : said.label }))

/** Sends the form from any field. Listened to on the way down, since a list or a button keeps the key to itself. */
export function sendOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.requestSubmit()
}
