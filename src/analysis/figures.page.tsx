import './figures.page.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get, withParams } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { addMonths } from '../values/month.ts'
import { analysisText, periodText } from './analysis.text.ts'
import { Empty } from './empty.page.tsx'
import { FigureCharts, isDrawn } from './figure-charts.page.tsx'
import { FigureFilters } from './figure-filters.page.tsx'
import { FigureTableSection } from './figure-tables.page.tsx'
import type { Figures, SplitBy } from './figures.ts'
import { splitText } from './split.text.ts'
import { KeyFigures } from './key-figures.page.tsx'

/** Uppföljning: the figures of a period. Without a period in the address the server chooses the latest whole tertial. */
export function FiguresPage() {
  const [state, setState] = useUrlState()
  const { from, to, split, unit, knownAt } = state
  const asked = { from, to, split, unit, knownAt }
  const query = useQuery({
    queryKey: ['figures', asked],
    queryFn: ({ signal }) => get<Figures>('/api/figures', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={analysisText.title}
      lead={query.data && analysisText.lead(query.data.municipality.name, query.data.from, query.data.to)}
      actions={query.data?.dataTo && <Exports figures={query.data} asked={asked} />}
    >
      <Loaded query={query} what={analysisText.what}>
        {(figures) =>
          figures.dataFrom === null && !figures.knownAt ? (
            <Empty />
          ) : (
            <>
              <FigureFilters figures={figures} state={state} onChange={setState} />
              <p className="visually-hidden" aria-live="polite">
                {query.isPlaceholderData ? analysisText.updating : periodText(figures.from, figures.to)}
              </p>
              {query.isError && <Notice kind="bad">{query.error.message}</Notice>}
              <div className="stack" aria-busy={query.isPlaceholderData}>
                {figures.dataFrom === null ? (
                  <Notice kind="warning">{analysisText.nothingKnown(knownAt ?? '')}</Notice>
                ) : (
                  <Content figures={figures} asked={asked} />
                )}
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Content({ figures, asked }: { figures: Figures; asked: UrlState }) {
  const before = useYearBefore(figures, asked)
  const { dataFrom, dataTo } = figures
  return (
    <>
      {asked['knownAt'] && <Notice>{analysisText.knownNotice(asked['knownAt'])}</Notice>}
      {dataFrom && dataTo && (figures.to < dataFrom || figures.from > dataTo) && (
        <Notice kind="warning">{analysisText.outside(dataFrom, dataTo)}</Notice>
      )}
      <Section title={analysisText.keyFigures}>
        {isSplit(asked['split']) && <p>{splitText[asked['split']].definition}</p>}
        <KeyFigures figures={figures} />
      </Section>
      <FigureCharts figures={figures} before={before.data} />
      {figures.tables
        .filter((table) => !isDrawn(table) && !ofEconomy.has(table.id))
        .map((table) => (
          <FigureTableSection key={table.id} table={table} />
        ))}
    </>
  )
}

/** For whoever keeps the books: these have pages of their own. */
const ofEconomy = new Set(['statement-by-month', 'ledger-reconciliation'])

const isSplit = (split: string | undefined): split is SplitBy => split !== undefined && Object.hasOwn(splitText, split)

/** The lines of last year, for the months that the register has. The figures themselves carry their comparison. */
function useYearBefore({ from, to, dataFrom }: Figures, { unit, knownAt }: UrlState) {
  const asked = { from: addMonths(from, -12), to: addMonths(to, -12), unit, knownAt }
  return useQuery({
    queryKey: ['figures', asked],
    queryFn: ({ signal }) => get<Figures>('/api/figures', asked, signal),
    enabled: dataFrom !== null && asked.from >= dataFrom,
  })
}

const Exports = ({ figures, asked }: { figures: Figures; asked: UrlState }) => {
  const address = (format: string) =>
    withParams('/api/figures/export', { ...asked, from: figures.from, to: figures.to, format })
  return (
    <>
      <span className="muted">{analysisText.exports}</span>
      <ButtonLink href={address('csv')} download>
        {analysisText.exportCsv}
      </ButtonLink>
      <ButtonLink href={address('xlsx')} download>
        {analysisText.exportXlsx}
      </ButtonLink>
    </>
  )
}
