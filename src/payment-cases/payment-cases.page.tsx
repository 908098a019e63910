import './payment-cases.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { addMonths, type Month } from '../values/month.ts'
import { CaseList } from './case-list.page.tsx'
import type { CasesView, SignalsView } from './payment-cases-view.ts'
import { paymentCasesText as text } from './payment-cases.text.ts'
import { SettingsSection } from './signal-settings.page.tsx'
import { SignalList } from './signal-list.page.tsx'

export type Address = { address: UrlState; onChange: (changes: UrlState) => void }

/** What is to be looked at, the cases, what they came to and the rules. Period, part and choices stand in the address. */
export function PaymentCasesPage() {
  const [address, change] = useUrlState()
  const props = { address, onChange: change }
  return (
    <Page title={text.title} lead={text.lead}>
      <Tabs
        label={text.tabsLabel}
        selected={address['flik'] ?? 'uppgifter'}
        onSelect={(flik) => change({ flik: flik === 'uppgifter' ? undefined : flik })}
        tabs={[
          { id: 'uppgifter', label: text.tabs.signals, content: <Signals {...props} /> },
          { id: 'arenden', label: text.tabs.cases, content: <Cases {...props} /> },
          { id: 'summor', label: text.tabs.sums, content: <Sums {...props} /> },
          { id: 'regler', label: text.tabs.settings, content: <Signals {...props} isSettings /> },
        ]}
      />
    </Page>
  )
}

type SignalsProps = Address & { isSettings?: boolean; isSums?: boolean }

/** What each rule gives, and what the cases came to: the tables that stand in exports and reports too. */
const Sums = (props: Address) => (
  <div className="stack">
    <Cases {...props} isSums />
    <Signals {...props} isSums />
  </div>
)

function Signals({ address, onChange, isSettings = false, isSums = false }: SignalsProps) {
  const kind = isSettings || isSums ? undefined : address['typ']
  const asked = { from: address['from'], to: address['to'], kind }
  const query = useQuery({
    queryKey: ['payment-cases', 'signals', asked],
    queryFn: ({ signal }) => get<SignalsView>('/api/payment-signals', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={query} what={text.signalsWhat}>
      {(view) =>
        isSums ? (
          <FigureTableSection table={view.table} inKronor />
        ) : (
          <div className="stack" aria-busy={query.isPlaceholderData}>
            <Period view={view} onChange={onChange} />
            {isSettings ? (
              <SettingsSection view={view} />
            ) : (
              <SignalList view={view} address={address} onChange={onChange} />
            )}
          </div>
        )
      }
    </Loaded>
  )
}

function Cases({ address, onChange, isSums = false }: Address & { isSums?: boolean }) {
  const asked = { from: address['from'], to: address['to'] }
  const query = useQuery({
    queryKey: ['payment-cases', 'cases', asked],
    queryFn: ({ signal }) => get<CasesView>('/api/payment-cases', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Loaded query={query} what={text.casesWhat}>
      {(view) => (
        <div className="stack" aria-busy={query.isPlaceholderData}>
          <Period view={view} onChange={onChange} />
          {isSums ? (
            view.tables.map((table) => <FigureTableSection key={table.id} table={table} inKronor />)
          ) : (
            <CaseList view={view} address={address} onChange={onChange} />
          )}
        </div>
      )}
    </Loaded>
  )
}

/** As far back as anything is looked for by hand: recovery is too late after three years. */
const monthsBack = 36

const Period = ({ view, onChange }: { view: CasesView | SignalsView; onChange: Address['onChange'] }) => (
  <section className="panel payment-filters" aria-label={text.filters}>
    <PeriodPicker
      from={view.from}
      to={view.to}
      dataFrom={addMonths(view.today.slice(0, 7) as Month, -monthsBack)}
      dataTo={view.today.slice(0, 7) as Month}
      onChange={({ from, to }) => onChange({ from, to })}
    />
  </section>
)
