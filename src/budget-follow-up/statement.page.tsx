import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import type { FigureTable } from '../analysis/figures.ts'
import { get, withParams } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Choice } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { CommentForm } from './comment-form.page.tsx'
import { EconomyNav } from './economy-nav.page.tsx'
import type { EconomyView } from './economy-view.ts'
import { economyText as text } from './economy.text.ts'
import { MonthsFilter } from './months-filter.page.tsx'

/** Redovisning: actual against budget by the municipality's own rows, investments, volumes and staff, with comments. */
export function EconomyPage() {
  const [{ from, to, unit }, change] = useUrlState()
  const query = useQuery({
    queryKey: ['economy', 'statement', from, to],
    queryFn: ({ signal }) => get<EconomyView>('/api/economy/statement', { from, to }, signal),
    placeholderData: keepPreviousData,
  })
  const inKronor = unit === 'kr'
  return (
    <Page
      title={text.title}
      lead={query.data && text.lead(query.data.from, query.data.to)}
      above={<EconomyNav />}
      actions={query.data && query.data.tables.length > 0 && <Exports view={query.data} />}
    >
      <Loaded query={query} what={text.what}>
        {(view) =>
          view.tables.length === 0 ? (
            <Empty />
          ) : (
            <>
              <section className="panel figure-filters" aria-label={text.filters}>
                <MonthsFilter view={view} onChange={change} />
                <Choice
                  label={text.unit}
                  value={inKronor ? 'kr' : 'tkr'}
                  onChange={(chosen) => change({ unit: chosen === 'kr' ? 'kr' : undefined })}
                  options={[
                    { value: 'tkr', label: text.thousands },
                    { value: 'kr', label: text.kronor },
                  ]}
                />
              </section>
              <p className="visually-hidden" aria-live="polite">
                {query.isPlaceholderData ? text.updating : text.updated(view.from, view.to)}
              </p>
              <div className="stack" aria-busy={query.isPlaceholderData}>
                {view.unmappedOre !== null && <Unmapped ore={view.unmappedOre} />}
                <Tables view={view} inKronor={inKronor} />
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

const Tables = ({ view, inKronor }: { view: EconomyView; inKronor: boolean }) =>
  view.tables.map((table) => {
    const written = view.comments.find((each) => each.table === table.id)
    return (
      <FigureTableSection
        key={table.id}
        table={table}
        inKronor={inKronor}
        note={table.id === 'operating-statement' ? notesOn(table, inKronor) : undefined}
      >
        {view.mayComment && written && isCommentable(table.id) && (
          <CommentForm
            key={`${view.from} ${view.to}`}
            comment={written}
            name={table.name}
            from={view.from}
            to={view.to}
          />
        )}
      </FigureTableSection>
    )
  })

/** What is true of every table is said once, below the statement. */
function notesOn({ rows, columns }: FigureTable, inKronor: boolean): string {
  const forecast = columns.findIndex(({ id }) => id === 'forecast')
  const isForecast = rows.some(({ cells }) => cells[forecast]?.value !== null)
  return [!inKronor && text.rounding, !isForecast && text.noForecast].filter(Boolean).join(' ')
}

/** Those that the catalogue keeps comments on. */
const isCommentable = (table: string): boolean =>
  ['operating-statement', 'investment-statement', 'volumes', 'staff'].includes(table)

const Unmapped = ({ ore }: { ore: number }) => (
  <Notice
    kind="warning"
    title={text.unmappedTitle}
    action={
      <Link to="/ekonomi/konton" search={({ from, to }: Record<string, string | undefined>) => ({ from, to })}>
        {text.toAccounts}
      </Link>
    }
  >
    {text.unmapped(ore)}
  </Notice>
)

const Empty = () => (
  <Notice title={text.emptyTitle} action={<Link to="/import">{text.toImport}</Link>}>
    {text.empty}
  </Notice>
)

const Exports = ({ view: { from, to } }: { view: EconomyView }) => (
  <>
    <span className="muted">{text.exports}</span>
    <ButtonLink href={withParams('/api/figures/export', { from, to, format: 'xlsx' })} download>
      {text.exportXlsx}
    </ButtonLink>
    <ButtonLink href={withParams('/api/figures/export', { from, to, format: 'csv' })} download>
      {text.exportCsv}
    </ButtonLink>
  </>
)
