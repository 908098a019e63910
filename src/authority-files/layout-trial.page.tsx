import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiRefusal, get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { monthInWords } from '../values/month.ts'
import { layoutText } from './layout.text.ts'
import type { LayoutBody } from './layout-schema.ts'
import type { MonthlyCheck, MonthsView } from './monthly-view.ts'
import { RowFaults, Sample } from './row-faults.page.tsx'

const text = layoutText.trial

/** Counts a month through with a layout that is not saved. Null while it has faults. */
export function LayoutTrial({ layout }: { layout: LayoutBody | null }) {
  const [chosen, setChosen] = useState('')
  const { data } = useQuery({
    queryKey: ['authority-files', 'monthly'],
    queryFn: ({ signal }) => get<MonthsView>('/api/authority-files/monthly', {}, signal),
  })
  const months = data?.months ?? []
  const month = chosen || months[0]?.month
  const trial = useMutation<MonthlyCheck, ApiRefusal, LayoutBody>({
    mutationFn: (body) => send('POST', `/api/authority-files/monthly/${month}/trial`, body),
  })
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      {data && months.length === 0 && <p>{text.none}</p>}
      {month && (
        <div className="row">
          <Select
            label={text.month}
            value={month}
            options={months.map((each) => ({ value: each.month, label: monthInWords(each.month) }))}
            onChange={(next) => {
              setChosen(next)
              trial.reset()
            }}
          />
          <Button onPress={() => layout && trial.mutate(layout)} isDisabled={!layout || trial.isPending}>
            {text.run}
          </Button>
        </div>
      )}
      <div aria-live="polite">
        {trial.error && <Notice kind="bad">{trial.error.message}</Notice>}
        {trial.data && (
          <div className="stack">
            <p>{text.result(trial.data.totals.sent, trial.data.totals.stopped)}</p>
            <RowFaults check={trial.data} />
            <Sample check={trial.data} />
          </div>
        )}
      </div>
    </Section>
  )
}
