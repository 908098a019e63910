import './Figure.css'
import { type ReactNode, useState } from 'react'
import { slugOf } from '../../values/key.ts'
import { Button } from '../Button.tsx'
import { DefinitionButton, type ShownDefinition } from '../DefinitionButton.tsx'
import { Table } from '../Table.tsx'
import { tableCellText, tableOf } from '../../charts/chart-table.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { Chart } from '../../charts/Chart.tsx'
import { chartText } from './chart.text.ts'
import { csvOf, saveFile, svgFileOf } from './figure-files.ts'
import { useWidth } from './use-width.ts'

type FigureProps = {
  chart: ChartDefinition
  definition: ShownDefinition
  /** Shown instead of the values of the chart, when the whole table has more than the chart draws. */
  table?: ReactNode
  /** Takes a row of its own among other figures: for a tall chart. */
  isWide?: boolean
  /** What a reader should know beside the values, below the drawing. */
  notes?: readonly string[]
}

/** A chart with its sentence, its definition, its values as a table, and both to save. */
export function Figure({ chart, definition, table, isWide = false, notes = [] }: FigureProps) {
  const [asTable, setAsTable] = useState(false)
  const [place, width] = useWidth()
  const hasGap = tableOf(chart).rows.some(({ cells }) => cells.includes(null))
  return (
    <figure className={isWide ? 'figure figure-wide panel' : 'figure panel'}>
      <figcaption>
        <div className="figure-title">
          <h3>{chart.title}</h3>
          <DefinitionButton definition={definition} />
        </div>
        <p>{chart.description}</p>
      </figcaption>
      <div ref={place} className="figure-body">
        {asTable ? (table ?? <ValueTable chart={chart} />) : width > 0 && <Chart chart={chart} width={width} />}
      </div>
      {hasGap && <p className="figure-note">{chartText.gap}</p>}
      <MarkList chart={chart} />
      {notes.map((note) => (
        <p key={note} className="figure-note">
          {note}
        </p>
      ))}
      <div className="figure-actions">
        <Button
          size="small"
          kind="quiet"
          onPress={() => setAsTable(!asTable)}
          aria-label={chartText.of(asTable ? chartText.asChart : chartText.asTable, chart.title)}
        >
          {asTable ? chartText.asChart : chartText.asTable}
        </Button>
        {!asTable && (
          <Button
            size="small"
            kind="quiet"
            onPress={() => saveDrawing(chart, place.current)}
            aria-label={chartText.of(chartText.saveSvg, chart.title)}
          >
            {chartText.saveSvg}
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          onPress={() => saveFile(`${slugOf(chart.title)}.csv`, 'text/csv', csvOf(chart))}
          aria-label={chartText.of(chartText.saveCsv, chart.title)}
        >
          {chartText.saveCsv}
        </Button>
      </div>
    </figure>
  )
}

/** What the numbered lines of the drawing stand for. */
const MarkList = ({ chart }: { chart: ChartDefinition }) =>
  'marks' in chart && chart.marks && chart.marks.length > 0 ? (
    <ol className="figure-marks">
      {chart.marks.map(({ number, text }) => (
        <li key={number} value={number}>
          {text}
        </li>
      ))}
    </ol>
  ) : null

function ValueTable({ chart }: { chart: ChartDefinition }) {
  const { rowLabel, columns, rows } = tableOf(chart)
  return (
    <Table
      caption={'unitLabel' in chart ? `${chart.title}, ${chart.unitLabel}` : chart.title}
      hideCaption
      rowHeader={rowLabel}
      columns={columns.map(({ label }, index) => ({ id: String(index), label }))}
      rows={rows.map(({ label, cells }, index) => ({
        id: String(index),
        label,
        cells: columns.map(({ unit }, at) => tableCellText(cells[at] ?? null, unit)),
      }))}
    />
  )
}

function saveDrawing(chart: ChartDefinition, place: HTMLElement | null): void {
  const drawing = place?.querySelector('svg')
  if (drawing) saveFile(`${slugOf(chart.title)}.svg`, 'image/svg+xml', svgFileOf(drawing))
}
