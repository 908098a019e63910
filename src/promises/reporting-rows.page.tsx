import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { TextField } from '../ui/Field.tsx'
import type { Day } from '../values/day.ts'
import { useFocusAfter } from './focus-after.page.tsx'
import { formText as text } from './form.text.ts'
import type { FieldsProps } from './promise-form.page.tsx'
import { emptyReporting, usualReportings } from './typed-promise.page.tsx'

/** When it is to be reported. The days that nearly all promises have are one press each. */
export function ReportingRows({ typed, errors, onChange, today }: FieldsProps & { today: Day }) {
  const { reportings } = typed
  const place = useFocusAfter(reportings.length)
  const set = (changed: typeof reportings) => onChange({ ...typed, reportings: changed })
  const missing = usualReportings(today).filter(({ to, on }) =>
    reportings.every((each) => each.to !== to || each.on !== on),
  )
  return (
    <div ref={place} tabIndex={-1} className="stack promises-focus">
      {reportings.map((row, at) => {
        const field = (name: keyof typeof row, label: string) => ({
          ...{ label, value: row[name], error: errors[`reportings.${at}.${name}`] ?? null },
          onChange: (value: string) => set(reportings.with(at, { ...row, [name]: value })),
        })
        return (
          <fieldset key={at} className="form-group">
            <legend>{`${text.reporting} ${at + 1}`}</legend>
            <div className="form-fields">
              <TextField {...field('to', text.to)} />
              <DayField {...field('on', text.reportDay)} />
              <DayField {...field('reportedOn', text.reportedOn)} description={text.reportedHelp} />
            </div>
            <div className="row">
              <Button
                size="small"
                onPress={() => set(reportings.toSpliced(at, 1))}
                aria-label={text.removeNumber(text.reporting, at + 1)}
              >
                {text.remove}
              </Button>
            </div>
          </fieldset>
        )
      })}
      <div className="row">
        <span className="promises-note" aria-hidden="true">
          {text.add}
        </span>
        {missing.map((usual) => (
          <Button
            key={usual.to}
            size="small"
            onPress={() => set([...reportings, usual])}
            aria-label={text.addUsual(usual.to, usual.on)}
          >
            {text.usualDay(usual.to, usual.on)}
          </Button>
        ))}
        <Button size="small" onPress={() => set([...reportings, emptyReporting])} aria-label={text.addReportingLabel}>
          {text.addReporting}
        </Button>
      </div>
    </div>
  )
}
