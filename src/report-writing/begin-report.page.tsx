import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { type ChosenPeriod, periodChoices } from '../ui/period-choices.ts'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { listText } from './report-writing.text.ts'
import type { ReportList } from './writing-view.ts'

const text = listText.begin

type BeginProps = { templates: ReportList['templates']; data: ChosenPeriod }

/** Begins a report: a template, a period and a title, which is suggested. */
export function BeginReport({ templates, data }: BeginProps) {
  const [key, setKey] = useState(templates[0]?.key ?? '')
  const [period, setPeriod] = useState<ChosenPeriod>(periodChoices(data.from, data.to)[0] ?? data)
  const [typed, setTyped] = useState<string | null>(null)
  const navigate = useNavigate()
  const client = useQueryClient()
  const template = templates.find((each) => each.key === key)
  const { from, to } = period
  const suggested = listText.suggestedName(template?.name ?? '', periodInWords({ from, until: addMonths(to, 1) }))
  const title = typed ?? suggested
  const begin = useMutation<{ id: number }, Error>({
    mutationFn: () =>
      send('POST', '/api/written-reports', {
        ...{ template: key, templateVersion: template?.version ?? 0, title, from, to },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['written-reports'] })
      await navigate({ to: '/rapporter/$id', params: { id: String(id) } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() !== '' && !begin.isPending) begin.mutate()
  }
  return (
    <Section title={text.title}>
      <form className="stack" onSubmit={submit} onKeyDown={sendOnCtrlEnter}>
        <div className="begin-fields">
          <Select
            label={text.template}
            value={key}
            options={templates.map((each) => ({ value: each.key, label: each.name }))}
            onChange={setKey}
          />
          <PeriodPicker {...period} dataFrom={data.from} dataTo={data.to} onChange={setPeriod} />
        </div>
        {template && (
          <p className="muted" aria-live="polite">
            {template.purpose} {text.period} {template.period}.
          </p>
        )}
        <TextField
          label={text.name}
          value={title}
          onChange={setTyped}
          error={title.trim() === '' ? text.noName : null}
        />
        {begin.error && <Notice kind="bad">{begin.error.message}</Notice>}
        <div className="row">
          <Button type="submit" kind="primary">
            {text.submit}
          </Button>
          <span role="status">{begin.isPending && text.beginning}</span>
        </div>
      </form>
    </Section>
  )
}
