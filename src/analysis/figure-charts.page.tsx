import { Figure } from '../ui/chart/Figure.tsx'
import { analysisText } from './analysis.text.ts'
import { notesBeside, useNotes, withMarks } from './chart-notes.page.tsx'
import { columnsChart, comparisonChart, flowChart, rowsChart, seriesChart } from './chart-definitions.page.tsx'
import { FigureTableBody } from './figure-tables.page.tsx'
import { definitionOf, definitionOfTable } from './figure-value.page.tsx'
import type { FigureTable, Figures, IndicatorFigure } from './figures.ts'

/** The charts, in the order a reader asks: how many, who comes and leaves, how long, why, what it costs. */
export const FigureCharts = ({ figures, before }: { figures: Figures; before: Figures | undefined }) => {
  const shown = { figures, before }
  return (
    <div className="figure-grid">
      <SeriesFigure id="households-per-month" {...shown} />
      <TableFigure id="households-by-year" figures={figures} draw={(table) => rowsChart(table, 'bars')} />
      <Flow figures={figures} />
      <TableFigure id="household-types" figures={figures} draw={(table) => rowsChart(table, 'horizontal-bars')} />
      <TableFigure id="throughput" figures={figures} draw={(table) => columnsChart(table, analysisText.flowKind)} />
      <TableFigure id="snapshot" figures={figures} draw={(table) => rowsChart(table, 'bars', analysisText.stockKind)} />
      <TableFigure id="duration-classes" figures={figures} draw={(table) => rowsChart(table, 'bars')} />
      <SeriesFigure id="long-term-rolling-12" {...shown} />
      <TableFigure
        id="obstacles"
        figures={figures}
        draw={(table) => rowsChart(mostFirst(table), 'horizontal-bars')}
        isWide
      />
      <SeriesFigure id="cost-per-household-month" {...shown} />
      <Concentration figures={figures} />
      <SeriesFigure id="applications" {...shown} />
      <SeriesFigure id="rejection-share" {...shown} />
    </div>
  )
}

/** A chart is read from the top; what is hidden or not known stands last. The table keeps the order of the code list. */
function mostFirst(table: FigureTable): FigureTable {
  const latest = table.columns.findIndex(({ id }) => id === 'period')
  const size = (row: FigureTable['rows'][number]) => row.cells[latest]?.value ?? -1
  return { ...table, rows: table.rows.toSorted((left, right) => size(right) - size(left)) }
}

/** Drawn with every value one press away; these need no table of their own on the page. */
export const isDrawn = ({ id }: FigureTable): boolean => drawn.has(id)

const drawn = new Set([
  'households-by-year',
  'household-types',
  'throughput',
  'snapshot',
  'duration-classes',
  'obstacles',
])

const indicatorOf = (figures: Figures | undefined, id: string) => figures?.indicators.find((each) => each.id === id)

function SeriesFigure({ id, figures, before }: { id: string; figures: Figures; before: Figures | undefined }) {
  const figure = indicatorOf(figures, id)
  const notes = useNotes()
  if (!figure || !hasSeries(figure)) return null
  return (
    <Figure
      chart={withMarks(seriesChart(figure, indicatorOf(before, id), figures), id, notes, figures)}
      definition={definitionOf(figure)}
      notes={notesBeside(id, notes, figures, true)}
    />
  )
}

/** A single month is a key figure, not a course. */
const hasSeries = ({ series = [] }: IndicatorFigure) => series.filter(({ value }) => value !== null).length > 1

function TableFigure({
  id,
  figures,
  draw,
  isWide = false,
}: {
  id: string
  figures: Figures
  draw: (table: FigureTable) => ReturnType<typeof rowsChart>
  isWide?: boolean
}) {
  const table = figures.tables.find((each) => each.id === id)
  const notes = useNotes()
  return table ? (
    <Figure
      chart={draw(table)}
      definition={definitionOfTable(table)}
      table={<FigureTableBody table={table} />}
      notes={notesBeside(id, notes, figures, false)}
      isWide={isWide}
    />
  ) : null
}

function Flow({ figures }: { figures: Figures }) {
  const [inflow, outflow] = [indicatorOf(figures, 'inflow'), indicatorOf(figures, 'outflow')]
  const notes = useNotes()
  if (!inflow || !outflow || !hasSeries(inflow)) return null
  const sentence =
    figures.tables.find(({ id }) => id === 'flow')?.sentence ?? analysisText.flowSentence(inflow, outflow)
  const chart = withMarks(flowChart(inflow, outflow, sentence), 'inflow', notes, figures)
  return <Figure chart={chart} definition={definitionOf(inflow)} />
}

/** Says nothing until both are known: a share of the cost means something only beside the share of the households. */
function Concentration({ figures }: { figures: Figures }) {
  const [cost, households] = [
    indicatorOf(figures, 'top-share-of-cost'),
    indicatorOf(figures, 'top-share-of-households'),
  ]
  if (!cost || !households || cost.value === null || households.value === null) return null
  const sentence = analysisText.concentration(households.value, cost.value)
  return (
    <Figure
      chart={comparisonChart(
        analysisText.concentrationTitle,
        [households, cost],
        [analysisText.shareOfHouseholds, analysisText.shareOfCost],
        sentence,
      )}
      definition={definitionOf(cost)}
    />
  )
}
