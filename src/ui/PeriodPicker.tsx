import type { Month } from '../values/month.ts'
import { Select } from './Field.tsx'
import { MonthPicker } from './MonthPicker.tsx'
import { choiceOf, type ChosenPeriod, periodChoices } from './period-choices.ts'

type PeriodPickerProps = ChosenPeriod & {
  dataFrom: Month
  dataTo: Month
  onChange: (period: ChosenPeriod) => void
}

/** The usual periods as a list, and any other by its first and last month. */
export function PeriodPicker({ from, to, dataFrom, dataTo, onChange }: PeriodPickerProps) {
  const choices = periodChoices(dataFrom, dataTo)
  const chosen = choiceOf(choices, { from, to })
  const options = choices.map((choice) => ({ value: choice.id, label: choice.label }))
  const first = from < dataFrom ? from : dataFrom
  const last = to > dataTo ? to : dataTo
  return (
    <>
      <Select
        label="Period"
        value={chosen?.id ?? ''}
        options={chosen ? options : [{ value: '', label: 'Egen period' }, ...options]}
        onChange={(id) => {
          const choice = choices.find((each) => each.id === id)
          if (choice) onChange({ from: choice.from, to: choice.to })
        }}
      />
      <MonthPicker
        label="Från och med"
        value={from}
        min={first}
        max={last}
        onChange={(month) => onChange({ from: month, to: month > to ? month : to })}
      />
      <MonthPicker
        label="Till och med"
        value={to}
        min={first}
        max={last}
        onChange={(month) => onChange({ from: month < from ? month : from, to: month })}
      />
    </>
  )
}
