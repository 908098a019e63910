import { useState } from 'react'
import { formatNumber } from '../values/format.ts'
import { TextField } from './Field.tsx'

type NumberFieldProps = {
  label: string
  description?: string
  /** With a decimal point, as the address has it; empty for none. */
  value: string
  onChange: (value: string) => void
  /** Said when what is typed is no number. */
  problem: string
  /** An empty field is told too. */
  isRequired?: boolean
}

/** A number with a decimal comma. What is not a number stays in the field and is told; only a number is handed on. */
export function NumberField({ label, description, value, onChange, problem, isRequired = false }: NumberFieldProps) {
  const [typed, setTyped] = useState(writtenNumber(value))
  const readIn = (text: string) => (isRequired && text.trim() === '' ? null : numberIn(text))
  return (
    <TextField
      label={label}
      {...(description && { description })}
      value={typed}
      {...(readIn(typed) === null && { error: problem })}
      onChange={(next) => {
        setTyped(next)
        const found = readIn(next)
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

/** As Swedish typography has it; an address that somebody has written by hand stands as it is. */
function writtenNumber(value: string): string {
  const number = numberIn(value)
  return number ? formatNumber(Number(number), number.split('.')[1]?.length ?? 0) : value
}
