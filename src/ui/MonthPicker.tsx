import { Group } from 'react-aria-components'
import { type Month, month, monthInWords } from '../values/month.ts'
import { Select } from './Field.tsx'
import { uiText } from './ui.text.ts'

type MonthPickerProps = {
  label: string
  value: Month
  onChange: (value: Month) => void
  /** First and last month that can be chosen, both included. A choice outside them moves to the nearest. */
  min: Month
  max: Month
}

/** Month and year as two lists: nothing to type, so nothing to type wrong. */
export function MonthPicker({ label, value, onChange, min, max }: MonthPickerProps) {
  const choose = (text: string) => onChange(nearest(month(text), min, max))
  return (
    <Group aria-label={label} className="field">
      <span aria-hidden="true" className="field-legend">
        {label}
      </span>
      <div className="month-picker">
        <Select
          label={`${label}: ${uiText.month.toLowerCase()}`}
          hideLabel
          value={value.slice(5)}
          options={monthOptions}
          onChange={(chosen) => choose(`${value.slice(0, 4)}-${chosen}`)}
        />
        <Select
          label={`${label}: ${uiText.year.toLowerCase()}`}
          hideLabel
          value={value.slice(0, 4)}
          options={yearOptions(min, max)}
          onChange={(chosen) => choose(`${chosen}-${value.slice(5)}`)}
        />
      </div>
    </Group>
  )
}

const nearest = (value: Month, min: Month, max: Month): Month => (value < min ? min : value > max ? max : value)

const monthOptions = Array.from({ length: 12 }, (_, index) => {
  const number = String(index + 1).padStart(2, '0')
  return { value: number, label: monthInWords(month(`2000-${number}`)).slice(0, -5) }
})

function yearOptions(min: Month, max: Month) {
  const first = Number(min.slice(0, 4))
  return Array.from({ length: Number(max.slice(0, 4)) - first + 1 }, (_, offset) => {
    const year = String(first + offset)
    return { value: year, label: year }
  })
}
