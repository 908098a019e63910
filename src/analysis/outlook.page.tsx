import './figures.page.css'
import { useQuery } from '@tanstack/react-query'
import { fanChart } from '../charts/fan-chart.ts'
import { monthCategory } from '../charts/month-category.ts'
import { survivalChart } from '../charts/survival-chart.ts'
import { get } from '../ui/api.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { analysisText, unitText } from './analysis.text.ts'
import { Empty } from './empty.page.tsx'
import type { Outlook, OutlookFigure, Throughput } from './outlook.ts'
import { outlookText } from './outlook.text.ts'
import { UnitSelect } from './unit-select.page.tsx'

/** Prognos: what the figures may become, how sure that is, and how long those stay who come. */
export function OutlookPage() {
  const [{ unit, knownAt }, setState] = useUrlState()
  const asked = { unit, knownAt }
  const query = useQuery({
    queryKey: ['outlook', asked],
    queryFn: ({ signal }) => get<Outlook>('/api/outlook', asked, signal),
  })
  return (
    <Page title={outlookText.title} lead={query.data && outlookText.lead(query.data.municipality.name)}>
      <section className="panel figure-filters" aria-label={analysisText.filters}>
        <UnitSelect unit={unit} onChange={(chosen) => setState({ unit: chosen })} />
      </section>
      <Loaded query={query} what={outlookText.what}>
        {(outlook) => (outlook.dataTo === null ? <Empty /> : <Content outlook={outlook} />)}
      </Loaded>
    </Page>
  )
}

const Content = ({ outlook }: { outlook: Outlook }) => (
  <div className="stack">
    <Notice>{outlookText.method}</Notice>
    <h2>{outlookText.ahead}</h2>
    {outlook.figures.map((figure) => (
      <Forecast key={figure.id} figure={figure} />
    ))}
    <h2>{outlookText.staying}</h2>
    {outlook.throughput ? <Staying throughput={outlook.throughput} /> : <Notice>{outlookText.noThroughput}</Notice>}
  </div>
)

function Forecast({ figure }: { figure: OutlookFigure }) {
  if (!figure.expected)
    return (
      <Section title={figure.name}>
        <p>{outlookText.withheld[figure.withheld ?? 'too-short']}</p>
      </Section>
    )
  const notes = [outlookText.year(figure), outlookText.record(figure)].filter((note) => note !== null)
  return (
    <Figure chart={forecastChart(figure, figure.expected)} definition={definitionOf(figure)} notes={notes} isWide />
  )
}

function forecastChart({ name, unit, history }: OutlookFigure, expected: NonNullable<OutlookFigure['expected']>) {
  return fanChart(
    {
      categories: [...history.map(({ month }) => month), ...expected.months].map(monthCategory),
      history: history.map(({ value }) => value),
      forecast: expected.mean,
      bands: expected.intervals,
    },
    {
      title: name,
      unit: unit === 'ore' ? (Math.max(...expected.mean) >= 1e8 ? 'thousands' : 'kronor') : 'count',
      unitLabel: unit === 'ore' ? (Math.max(...expected.mean) >= 1e8 ? 'tkr' : 'kr') : unitText[unit],
      categoryLabel: analysisText.month,
    },
  )
}

const definitionOf = ({ name, definition, source }: OutlookFigure) => ({
  name,
  definition: `${definition} ${outlookText.method}`,
  source,
  version: 1,
})

function Staying({ throughput: { curve, median, starts, definition, source } }: { throughput: Throughput }) {
  const chart = survivalChart([{ name: outlookText.all, ...curve, censored: curve.time.map(() => 0), median }], {
    title: outlookText.throughputTitle,
    valueLabel: outlookText.remaining,
    timeLabel: outlookText.since,
    timeUnit: outlookText.months,
  })
  return (
    <Figure
      chart={chart}
      definition={{ name: outlookText.throughputTitle, definition, source, version: 1 }}
      notes={[outlookText.starts(starts)]}
      isWide
    />
  )
}
