import { useState } from 'react'
import { TextField } from '../ui/Field.tsx'

type NumberFieldProps = {
  label: string
  description?: string
  /** With a decimal point, as the address has it; empty for none. */
  value: string
  onChange: (value: string) => void
  /** Said when what is typed is no number. */
  problem: string
}

/** A number with a decimal comma. What is not a number stays in the field and is told; only a number is handed on. */
export function NumberField({ label, description, value, onChange, problem }: NumberFieldProps) {
  const [typed, setTyped] = useState(value.replace('.', ',').replace('-', '−'))
  const number = numberIn(typed)
  return (
    <TextField
      label={label}
      {...(description && { description })}
      value={typed}
      {...(number === null && { error: problem })}
      onChange={(next) => {
        setTyped(next)
        const found = numberIn(next)
        if (found !== null) onChange(found)
      }}
    />
  )
}

/** Spaces between thousands, a comma and a true minus are how a number is written in Swedish. Null for what is none. */
function numberIn(typed: string): string | null {
  const plain = typed.replace(/\s/g, '').replace(',', '.').replace('−', '-')
  return plain === '' || /^[+-]?\d+(\.\d+)?$/.test(plain) ? plain.replace('+', '') : null
}
