import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get } from '../ui/api.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { MonthPicker } from '../ui/MonthPicker.tsx'
import { Notice } from '../ui/Notice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Page } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { formatNumber } from '../values/format.ts'
import type { FigureTable } from '../analysis/figures.ts'
import { EconomyNav } from './economy-nav.page.tsx'
import type { VarianceView } from './variance-view.ts'
import { varianceText as text } from './variance.text.ts'

/** Avvikelsen förklarad: two periods, and what made the difference, to the öre. */
export function VariancePage() {
  const [address, change] = useUrlState()
  const asked = Object.fromEntries(
    ['from', 'to', 'comparedFrom', 'normRise', 'budgeted'].map((name) => [name, address[name]]),
  )
  const query = useQuery({
    queryKey: ['variance', asked],
    queryFn: ({ signal }) => get<VarianceView>('/api/economy/variance', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={text.title} lead={text.lead} above={<EconomyNav />}>
      <Loaded query={query} what={text.what}>
        {(view) => (
          <div className="stack" aria-busy={query.isPlaceholderData}>
            <Filters view={view} address={address} onChange={change} />
            {view.tables.length === 0 ? (
              <Notice title={text.nothingTitle}>{text.nothing}</Notice>
            ) : (
              view.tables.map((table) => <Explained key={table.id} table={table} />)
            )}
          </div>
        )}
      </Loaded>
    </Page>
  )
}

const Explained = ({ table }: { table: FigureTable }) => (
  <>
    <FigureTableSection table={table} />
    {table.id === 'variance-explained' && table.rows.every(({ cells }) => cells[0]?.value !== null) && (
      <Figure
        chart={{
          kind: 'horizontal-bars',
          title: text.chart,
          description: table.sentence,
          unit: 'thousands',
          unitLabel: text.chartUnit,
          categoryLabel: text.cause,
          categories: table.rows.map(({ label }) => ({ label })),
          series: [
            { id: 'change', name: table.columns[0]!.label, values: table.rows.map((row) => row.cells[0]!.value) },
          ],
        }}
        definition={{ name: text.chart, definition: table.definition, source: table.source, version: 1 }}
        isWide
      />
    )}
  </>
)

type FilterProps = { view: VarianceView; address: UrlState; onChange: (changes: UrlState) => void }

function Filters({ view, address, onChange }: FilterProps) {
  if (!view.dataFrom || !view.dataTo) return null
  return (
    <section className="panel figure-filters" aria-label={text.filters}>
      <PeriodPicker
        from={view.from}
        to={view.to}
        dataFrom={view.dataFrom}
        dataTo={view.dataTo}
        onChange={({ from, to }) => onChange({ from, to, comparedFrom: undefined })}
      />
      <MonthPicker
        label={text.compared}
        value={view.comparedFrom}
        min={view.comparedFrom < view.dataFrom ? view.comparedFrom : view.dataFrom}
        max={view.dataTo}
        onChange={(comparedFrom) => onChange({ comparedFrom })}
      />
      <NumberField
        label={text.normRise}
        description={
          view.knownNormRise === null ? text.normUnknown : text.normKnown(formatNumber(view.knownNormRise, 1))
        }
        value={address['normRise'] ?? ''}
        problem={text.notNumber}
        onChange={(normRise) => onChange({ normRise })}
      />
      <NumberField
        label={text.budgeted}
        description={text.budgetedHelp}
        value={address['budgeted'] ?? ''}
        problem={text.notNumber}
        onChange={(budgeted) => onChange({ budgeted })}
      />
    </section>
  )
}
