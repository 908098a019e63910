import './throughput.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { DayField } from '../ui/DayField.tsx'
import { get } from '../ui/api.ts'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { parseDay } from '../values/day.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { useState } from 'react'
import { CaseloadSection } from './caseload.page.tsx'
import { DuePromises } from './due-promises.page.tsx'
import { FunnelSection } from './funnel.page.tsx'
import { ResultsSection } from './intervention-results.page.tsx'
import { LeadTimesSection } from './lead-times.page.tsx'
import { OutcomesSection } from './outcomes.page.tsx'
import type { ManagementView } from './throughput-view.ts'
import { throughputText as text } from './throughput.text.ts'

export type SectionProps = { view: ManagementView; address: UrlState; onChange: (changes: UrlState) => void }

/** The manager's figures of a period and a unit, both in the address. Every count leads to the rows behind it. */
export function ManagementPage() {
  const [address, change] = useUrlState()
  const asked = Object.fromEntries(
    ['from', 'to', 'unit', 'change', 'interventions'].map((name) => [name, address[name]]),
  )
  const query = useQuery({
    queryKey: ['management', asked],
    queryFn: ({ signal }) => get<ManagementView>('/api/management', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={text.title} lead={text.lead}>
      <DuePromises />
      <Loaded query={query} what={text.what}>
        {(view) => {
          const props = { view, address, onChange: change }
          return (
            <>
              <Filters {...props} />
              <p role="status" className="throughput-note" aria-busy={query.isPlaceholderData}>
                {text.updated(periodInWords({ from: view.from, until: addMonths(view.to, 1) }))}{' '}
                {view.hiddenProtected > 0 && text.hidden(view.hiddenProtected)}
              </p>
              {hasNothing(view) ? (
                <Notice title={text.nothingYetTitle}>{text.nothingYet}</Notice>
              ) : (
                <>
                  <PartLinks />
                  {parts.map(({ id, Content }) => (
                    <div key={id} id={id} tabIndex={-1} className="throughput-part">
                      <Content {...props} />
                    </div>
                  ))}
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

const parts = [
  { id: 'arenden', title: text.caseload.title, Content: CaseloadSection },
  { id: 'ledtider', title: text.leadTimes.title, Content: LeadTimesSection },
  { id: 'lage', title: text.funnel.title, Content: FunnelSection },
  { id: 'utfall', title: text.outcomes.title, Content: OutcomesSection },
  { id: 'resultat', title: text.results.title, Content: ResultsSection },
]

/** Every figure is a link, hundreds of them: the way past those that nobody asked for. */
const PartLinks = () => (
  <nav aria-label={text.parts}>
    <ul className="throughput-parts">
      {parts.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

/** Before the first file and the first contact: tables of nothing would say nothing. */
const hasNothing = ({ unit, caseload, funnel, lastKnownMonth }: ManagementView): boolean =>
  unit === null && caseload.length === 0 && funnel.persons === 0 && lastKnownMonth === null

function Filters({ view, onChange }: SectionProps) {
  const [day, setDay] = useState<string>(view.change)
  const changeDay = (typed: string) => {
    setDay(typed)
    if (parseDay(typed)) onChange({ change: typed })
  }
  return (
    <section className="panel throughput-filters" aria-label={text.filters}>
      <PeriodPicker
        from={view.from}
        to={view.to}
        dataFrom={view.dataFrom}
        dataTo={view.dataTo}
        onChange={({ from, to }) => onChange({ from, to })}
      />
      <Select
        label={text.unit}
        value={view.unit ?? ''}
        options={[
          { value: '', label: text.allUnits },
          ...view.units.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(unit) => onChange({ unit })}
      />
      <DayField label={text.change} value={day} onChange={changeDay} description={text.changeHelp} />
    </section>
  )
}
