import { FigureTableBody } from '../analysis/figure-tables.page.tsx'
import { monthCategory } from '../charts/month-category.ts'
import type { LineChartDefinition, Series } from '../charts/chart.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Section } from '../ui/Page.tsx'
import { monthInWords } from '../values/month.ts'
import type { ActionView, ShownMonth, ShownSummary } from './savings-view.ts'
import { actionText as text, savingsText, thousands } from './savings.text.ts'

/** Where the action stands: the verdict in words, and the amounts it rests on. */
export const PositionSection = ({ view: { summary, dataTo, entry } }: { view: ActionView }) => (
  <Section title={text.tabs.follow}>
    <p className="savings-sentence">{summary.sentence}</p>
    <dl className="savings-facts">
      {factsOf(summary, entry.body.nextLook).map(([term, value, note]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="savings-amount">{value}</dd>
          {note && <dd className="savings-note">{note}</dd>}
        </div>
      ))}
    </dl>
    {dataTo && <p className="savings-note">{savingsText.known(dataTo)}</p>}
  </Section>
)

type Fact = [term: string, value: string, note?: string]

function factsOf(summary: ShownSummary, nextLook: string | null): Fact[] {
  const { facts } = text
  const { promisedOre, dueOre, realisedOre, lowerOre, upperOre, netOre, ownCostOre, breakEven } = summary
  const or = (ore: number | null, otherwise: string) => (ore === null ? otherwise : thousands(ore))
  const interval = lowerOre === null || upperOre === null ? '' : text.interval(thousands(lowerOre), thousands(upperOre))
  return [
    [facts.promised, or(promisedOre, text.noPromise)],
    [facts.due, or(dueOre, text.noPromise)],
    [facts.realised, or(realisedOre, text.cannotTell), interval],
    [facts.unexplained, or(summary.unexplainedOre, text.noPromise), summary.begun],
    [facts.rest, or(summary.restOre, text.noPromise)],
    [facts.ownCost, ownCostOre === 0 ? text.noCost : thousands(ownCostOre)],
    [facts.net, or(netOre, text.cannotTell)],
    [facts.breakEven, breakEven ? monthInWords(breakEven) : ownCostOre === 0 ? text.noCost : text.never],
    [text.nextLook, nextLook ?? text.noNextLook],
  ]
}

/** Promised, realised and cost, added up; after the last known month only how it would go on. */
export function ProgressFigure({ view }: { view: ActionView }) {
  const { months, summary, dataTo } = view
  const series = seriesOf(months)
  if (months.length === 0 || series.length === 0) return null
  const chart: LineChartDefinition = {
    kind: 'line',
    title: words.title,
    description: words.sentence(summary.realisedOre, summary.dueOre, dataTo ?? months[0]!.month),
    ...{ unit: 'thousands', unitLabel: words.unit, categoryLabel: words.month },
    categories: months.map(({ month }) => monthCategory(month)),
    series,
  }
  return (
    <Figure
      chart={chart}
      definition={{ name: words.title, definition: words.definition, source: words.source, version: 1 }}
      table={<FigureTableBody table={view.byMonth} />}
      notes={[...(series.some(({ id }) => id === 'ahead') ? [words.goesOn] : []), words.noFew]}
      isWide
    />
  )
}

const { chart: words } = text

/** What is known nowhere is no line. */
const seriesOf = (months: readonly ShownMonth[]): Series[] =>
  [
    { id: 'realised', name: words.realised, values: months.map(({ realisedOre }) => realisedOre) },
    { id: 'promised', name: words.promised, values: months.map(({ promisedOre }) => promisedOre) },
    { id: 'ahead', name: words.ahead, values: months.map(({ aheadOre }) => aheadOre) },
    { id: 'cost', name: words.cost, values: months.map(({ ownCostOre }) => ownCostOre) },
  ].filter(({ values }) => values.some((value) => value !== null))
