import { useQuery } from '@tanstack/react-query'
import { figureSentence, formatChange, unitText, yearsText } from '../analysis/analysis.text.ts'
import { useNotes, withMarks } from '../analysis/chart-notes.page.tsx'
import { seriesChart } from '../analysis/chart-definitions.page.tsx'
import { definitionOf, Value, WithheldNotes } from '../analysis/figure-value.page.tsx'
import type { FigureValue, IndicatorFigure } from '../analysis/figures.ts'
import type { SeriesChart } from '../charts/chart.ts'
import { get } from '../ui/api.ts'
import { Figure } from '../ui/chart/Figure.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import type { BoardFigure, BoardFigures } from './board-view.ts'
import { boardText as text } from './board.text.ts'

/** A dozen figures over time, each with its sentence, its definition and its values for women and men. */
export function FiguresPart() {
  const query = useQuery({
    queryKey: ['board', 'figures'],
    queryFn: ({ signal }) => get<BoardFigures>('/api/board/figures', {}, signal),
  })
  const latest = query.data?.periods.at(-1)
  return (
    <div className="page">
      <Section title={text.figures}>
        <Loaded query={query} what={text.figuresWhat}>
          {() => <p>{latest ? text.figuresLead(latest.from, latest.to) : text.noFigures}</p>}
        </Loaded>
      </Section>
      {query.data && latest && (
        <div className="figure-grid">
          {query.data.figures.map((each) => (
            <OneFigure key={each.years[0]?.id} {...each} of={query.data} />
          ))}
        </div>
      )}
    </div>
  )
}

function OneFigure({ years, series, of }: BoardFigure & { of: BoardFigures }) {
  const notes = useNotes()
  const now = years.at(-1)
  const period = of.periods.at(-1)
  if (!now || !period) return null
  const hasCourse = series.filter(({ value }) => value !== null).length > 1
  const months = { from: of.seriesFrom, to: period.to }
  const course = seriesChart({ ...now, series }, undefined, months)
  // Two years in a row are one line: the first of them is not also the year before.
  const alone = { ...course, series: course.series.slice(0, 1) }
  const chart = hasCourse ? withMarks(alone, now.id, notes, months) : yearsChart(years, of)
  return (
    <Figure
      chart={{ ...chart, description: figureSentence(now, period.from, period.to) }}
      definition={definitionOf(now)}
      table={<Groups years={years} of={of} />}
      notes={[hasCourse ? text.series(of.seriesFrom, period.to) : text.sameMonths(period.from, period.to)]}
    />
  )
}

/** For a figure without months, such as how many persons there were: the same months of each year that it is known for. */
function yearsChart(years: readonly IndicatorFigure[], { periods }: BoardFigures): SeriesChart {
  const first = Math.max(
    0,
    years.findIndex(({ value }) => value !== null),
  )
  const unit = years[0]?.unit ?? 'count'
  return {
    ...{ title: years[0]?.name ?? '', description: '', kind: 'bars', categoryLabel: text.year },
    unit: unit === 'share' ? 'share' : unit === 'ore' ? 'thousands' : 'count',
    unitLabel: unitText[unit],
    categories: periods.slice(first).map(({ from, to }) => ({ label: yearsText(from, to) })),
    series: [{ id: 'all', name: text.everybody, values: years.slice(first).map(({ value }) => value) }],
  }
}

type GroupRow = { id: string; label: string; kind?: 'sum'; values: FigureValue[] }

/** Women and men first, then all, in each of the years, and the change in the last. */
function Groups({ years, of: { periods } }: { years: readonly IndicatorFigure[]; of: BoardFigures }) {
  const unit = years[0]?.unit ?? 'count'
  const rows: GroupRow[] = [
    ...(['woman', 'man'] as const).map((group) => ({
      ...{ id: group, label: text[group], values: years.flatMap((each) => groupOf(each, group) ?? []) },
    })),
    { id: 'all', label: text.everybody, kind: 'sum' as const, values: [...years] },
  ].filter(({ values }) => values.length === years.length)
  return (
    <>
      <Table
        caption={years[0]?.name ?? ''}
        hideCaption
        rowHeader={text.group}
        columns={[
          ...periods.map(({ from, to }) => ({ id: from, label: yearsText(from, to) })),
          ...(periods.length > 1 ? [{ id: 'change', label: text.change }] : []),
        ]}
        rows={rows.map(({ values, ...row }) => ({
          ...row,
          cells: [
            ...values.map((value, at) => <Value key={at} figure={value} unit={unit} />),
            changeOf(values.at(-1), values.at(-2), unit),
          ],
        }))}
      />
      <WithheldNotes figures={rows.flatMap(({ values }) => values)} />
    </>
  )
}

function changeOf(now: FigureValue | undefined, before: FigureValue | undefined, unit: IndicatorFigure['unit']) {
  if (!now || !before || now.value === null || before.value === null) return null
  return formatChange(now.value - before.value, unit)
}

const groupOf = ({ splits }: IndicatorFigure, category: string): FigureValue | null =>
  splits?.find((each) => each.by === 'gender' && each.category === category) ?? null
