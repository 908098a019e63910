import './interventions.css'
import type { ReactNode } from 'react'
import { FieldError, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'

type TextAreaProps = {
  label: string
  value: string
  onChange: (value: string) => void
  description?: string
  error?: string | null
  rows?: number
}

/** A text of several lines. `error` is shown under the field and says how to put it right. */
export const TextArea = ({ label, description, error, rows = 3, ...rest }: TextAreaProps) => (
  <AriaTextField {...rest} isInvalid={Boolean(error)} className="field interventions-wide">
    <Label>{label}</Label>
    <AriaTextArea className="field-input" rows={rows} />
    {description && (
      <Text slot="description" className="field-description">
        {description}
      </Text>
    )}
    <FieldError className="field-error">{error}</FieldError>
  </AriaTextField>
)

/** A choice with what is wrong with it below. */
export const WithError = ({ error, children }: { error: string | null; children: ReactNode }) => (
  <div className="field">
    {children}
    {error && (
      <p role="alert" className="field-error">
        {error}
      </p>
    )}
  </div>
)
