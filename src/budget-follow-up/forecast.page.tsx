import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RowMethod } from '../calculations/forecast/row-methods.ts'
import { get } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { EconomyNav } from './economy-nav.page.tsx'
import { ForecastNeeded } from './forecast-needed.page.tsx'
import { ForecastIssue } from './forecast-issue.page.tsx'
import { ForecastMethods } from './forecast-methods.page.tsx'
import type { ForecastView, MethodView, RowView } from './forecast-view.ts'
import { forecastText as text, methodText, shownMethods } from './forecast.text.ts'
import { ScenarioSection } from './scenario.page.tsx'

/** Helårsprognos: every row by every method with its record, what is issued, what must hold, and what would happen if. */
export function ForecastPage() {
  const query = useQuery({
    queryKey: ['economy', 'forecast'],
    queryFn: ({ signal }) => get<ForecastView>('/api/economy/forecast', {}, signal),
  })
  const view = query.data
  return (
    <Page
      title={text.title}
      lead={view?.knownTo && text.lead(view.year, view.knownMonths, view.knownTo)}
      above={<EconomyNav />}
    >
      <Loaded query={query} what={text.what}>
        {(found) =>
          found.knownTo === null ? <Nothing view={found} /> : <Content view={found} knownTo={found.knownTo} />
        }
      </Loaded>
    </Page>
  )
}

const Nothing = ({ view }: { view: ForecastView }) =>
  view.withheld ? (
    <Notice title={text.tooFewTitle}>{text.tooFew}</Notice>
  ) : (
    <Notice title={text.emptyTitle} action={<ButtonLink href="/import">{text.toImport}</ButtonLink>}>
      {text.empty}
    </Notice>
  )

function Content({ view, knownTo }: { view: ForecastView; knownTo: NonNullable<ForecastView['knownTo']> }) {
  const [{ row: chosen, method }, change] = useUrlState()
  const row = view.rows.find(({ id }) => id === (chosen ?? 'assistance')) ?? view.rows[0]!
  const hasForecast = row.methods.length > 0
  return (
    <div className="stack">
      {!hasForecast && <Notice title={text.tooShortTitle}>{text.tooShort}</Notice>}
      <RowsTable view={view} chosen={row.id} />
      {hasForecast && (
        <>
          <ForecastMethods
            view={view}
            knownTo={knownTo}
            row={row}
            method={methodIn(row, method)}
            onMethod={(next) => change({ method: next })}
          />
          <ForecastNeeded view={view} method={methodIn(row, method)} />
          {row.kind !== 'sum' && (
            <ForecastIssue key={row.id} view={view} row={row} knownTo={knownTo} method={methodIn(row, method)} />
          )}
          {view.households && view.households.methods.length > 0 && <ScenarioSection view={view} />}
        </>
      )}
    </div>
  )
}

/** The one in the address when the row has it, and otherwise the one that has been least wrong. */
const methodIn = (row: RowView, asked: string | undefined): RowMethod =>
  (row.methods.find(({ method }) => method === asked) ?? leastWrong(row))?.method ?? 'combination'

const leastWrong = ({ methods }: RowView) =>
  methods
    .filter(({ record }) => record.mase !== null)
    .reduce<MethodView | null>((best, each) => (best && best.record.mase! <= each.record.mase! ? best : each), null)

const RowsTable = ({ view, chosen }: { view: ForecastView; chosen: string }) => (
  <Section title={text.rows.title(view.year)}>
    <Table
      caption={text.rows.caption}
      hideCaption
      rowHeader={text.rows.row}
      columns={[
        { id: 'so-far', label: text.rows.soFar },
        ...shownMethods.map((method) => ({ id: method, label: methodText[method] })),
        { id: 'issued', label: text.rows.issued },
      ]}
      rows={view.rows.map((row) => ({
        id: row.id,
        label: (
          <Link
            to="."
            search={(before: Record<string, unknown>) => ({ ...before, row: row.id })}
            resetScroll={false}
            aria-current={row.id === chosen || undefined}
          >
            {row.label}
          </Link>
        ),
        ...(row.kind && { kind: row.kind }),
        cells: [
          text.money(row.soFar),
          ...shownMethods.map((method) => {
            const found = row.methods.find((each) => each.method === method)
            return found ? text.money(found.year) : text.notFor
          }),
          row.issued ? text.money(row.issued.computedOre + row.issued.adjustmentOre) : text.notFor,
        ],
      }))}
    />
    <p className="figure-note">{text.rows.note}</p>
  </Section>
)
