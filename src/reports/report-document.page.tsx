import type { FigureUnit } from '../analysis/figures.ts'
import { Chart as Drawing } from '../ui/chart/Chart.tsx'
import type { ChartDefinition, ChartUnit } from '../ui/chart/chart.ts'
import { useWidth } from '../ui/chart/use-width.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import type { Block, Cell, Chart, Document, Note, Table as ReportTable } from './document.ts'
import { cellText, inlineText, reportsText } from './reports.text.ts'

/** The document as a web page: its sections, and its definitions at the end with links both ways. */
export const ReportDocument = ({ report }: { report: Document }) => (
  <article className="panel report">
    <header>
      <h2 className="report-title">{report.title}</h2>
      <p className="muted">{report.subtitle}</p>
    </header>
    {report.sections.map((section, index) => (
      <section key={index} className={`report-section report-section-${section.level}`}>
        {section.level === 1 ? <h3>{section.heading}</h3> : <h4>{section.heading}</h4>}
        {section.blocks.map((block, at) => (
          <OneBlock key={at} block={block} notes={report.notes} />
        ))}
      </section>
    ))}
    <section className="report-section report-notes">
      <h3 id="definitioner">{reportsText.notes}</h3>
      <ol>
        {report.notes.map((note) => (
          <li key={note.id} id={anchorOf(note.number)} value={note.number} tabIndex={-1}>
            <OneNote note={note} />
          </li>
        ))}
      </ol>
    </section>
  </article>
)

function OneBlock({ block, notes }: { block: Block; notes: Note[] }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{inlineText(block.content)}</p>
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            <li key={index}>{inlineText(item)}</li>
          ))}
        </ul>
      )
    case 'reading-note':
      return (
        <p className="report-reading">
          <strong>{reportsText.readingNote}.</strong> {block.text}
        </p>
      )
    case 'table':
      return <OneTable table={block} notes={notes} />
    case 'chart':
      return <OneChart chart={block} notes={notes} />
  }
}

const OneTable = ({ table, notes }: { table: ReportTable; notes: Note[] }) => (
  <div className="report-table">
    <p className="report-caption">
      {table.caption} <NoteLink definitionId={table.definitionId} notes={notes} />
    </p>
    <Table
      caption={table.caption}
      hideCaption
      rowHeader={table.rowHeading || reportsText.category}
      columns={table.columns.map((label, index) => ({ id: String(index), label, numeric: isNumeric(table, index) }))}
      rows={table.rows.map((row, index) => rowOf(row, index, notes))}
    />
    {table.footnotes.map((footnote, index) => (
      <p key={index} className="report-footnote">
        {footnote}
      </p>
    ))}
  </div>
)

const isNumeric = (table: ReportTable, column: number) => table.rows.every((row) => row.cells[column]?.kind !== 'text')

const rowOf = (row: ReportTable['rows'][number], index: number, notes: Note[]): TableRow => ({
  id: String(index),
  label: (
    <>
      {row.label} <NoteLink definitionId={row.definitionId} notes={notes} />
    </>
  ),
  ...(row.kind && { kind: row.kind }),
  cells: row.cells.map((cell, at) => <OneCell key={at} cell={cell} />),
})

const OneCell = ({ cell }: { cell: Cell }) =>
  cell.kind === 'open' ? <span className="visually-hidden">{reportsText.toFillIn}</span> : <>{cellText(cell)}</>

function NoteLink({ definitionId, notes }: { definitionId: string | undefined; notes: Note[] }) {
  const note = notes.find((each) => each.id === definitionId)
  return note ? (
    <a
      href={`#${anchorOf(note.number)}`}
      className="report-note-link"
      aria-label={`${reportsText.note(note.number)}: ${note.name}`}
    >
      {note.number}
    </a>
  ) : null
}

const anchorOf = (number: number) => `definition-${number}`

const OneNote = ({ note }: { note: Note }) => (
  <>
    <strong>{note.name}.</strong> {note.definition}{' '}
    <span className="muted">
      {note.numerator && `${reportsText.numerator}: ${stopped(note.numerator)} `}
      {note.denominator && `${reportsText.denominator}: ${stopped(note.denominator)} `}
      {reportsText.source}: {stopped(note.source)} {reportsText.version(note.version)}
    </span>
  </>
)

const stopped = (text: string) => (text.endsWith('.') ? text : `${text}.`)

function OneChart({ chart, notes }: { chart: Chart; notes: Note[] }) {
  const [place, width] = useWidth()
  const drawn = chartOf(chart)
  return (
    <figure className="report-chart">
      <figcaption>
        <p className="report-caption">
          {chart.caption} <NoteLink definitionId={chart.definitionId} notes={notes} />
        </p>
        <p>{drawn.description}</p>
      </figcaption>
      <div ref={place}>{width > 0 && <Drawing chart={drawn} width={Math.min(width, 760)} />}</div>
    </figure>
  )
}

const chartOf = (chart: Chart): ChartDefinition => ({
  kind: chart.shape === 'columns' ? 'bars' : 'horizontal-bars',
  title: chart.caption,
  description: inlineText(chart.description),
  unit: chartUnit(chart.unit),
  unitLabel: reportsText.unit[chart.unit],
  categoryLabel: reportsText.category,
  categories: chart.categories.map((label) => ({ label })),
  series: chart.series.map((series) => ({ id: series.label, name: series.label, values: series.values })),
})

const chartUnit = (unit: FigureUnit): ChartUnit => (unit === 'share' ? 'share' : unit === 'ore' ? 'thousands' : 'count')
