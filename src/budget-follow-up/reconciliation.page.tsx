import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get } from '../ui/api.ts'
import { optionsOf, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { EconomyNav } from './economy-nav.page.tsx'
import type { ReconciliationView } from './economy-view.ts'
import { economyText } from './economy.text.ts'
import { MonthsFilter } from './months-filter.page.tsx'

const text = economyText.reconciliation
const automatic = { value: '', label: text.automatic }

/** Avstämning: the ledger against the payments, month by month and to the öre. */
export function ReconciliationPage() {
  const [{ from, to, booked, recoveries }, change] = useUrlState()
  const asked = { from, to, booked, recoveries }
  const query = useQuery({
    queryKey: ['economy', 'reconciliation', asked],
    queryFn: ({ signal }) => get<ReconciliationView>('/api/economy/reconciliation', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={text.title} lead={text.lead} above={<EconomyNav />}>
      <Loaded query={query} what={text.what}>
        {(view) => (
          <div className="stack" aria-busy={query.isPlaceholderData}>
            <section className="panel figure-filters" aria-label={text.filters}>
              <MonthsFilter view={view} onChange={change} />
              <Select
                label={text.booked}
                value={booked ?? ''}
                onChange={(chosen) => change({ booked: chosen })}
                options={[automatic, ...optionsOf(text.bookedOptions)]}
              />
              <Select
                label={text.recoveries}
                value={recoveries ?? ''}
                onChange={(chosen) => change({ recoveries: chosen })}
                options={[automatic, ...optionsOf(text.recoveriesOptions)]}
              />
            </section>
            <p className="visually-hidden" aria-live="polite">
              {query.isPlaceholderData ? economyText.updating : economyText.updated(view.from, view.to)}
            </p>
            {view.tables.length === 0 && <Notice title={text.emptyTitle}>{text.empty}</Notice>}
            {view.tables.map((table) => (
              <FigureTableSection key={table.id} table={table} inKronor />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  )
}
