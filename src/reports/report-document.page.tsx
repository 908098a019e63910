import './reports.page.css'
import { Fragment } from 'react'
import { Chart as Drawing } from '../charts/Chart.tsx'
import { useWidth } from '../ui/chart/use-width.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import type { Block, Cell, Chart, Document, Inline, Note, Section, Table as ReportTable } from './document.ts'
import { cellText, inlineText, reportsText } from './reports.text.ts'

/** The document as a web page: its sections, and its definitions at the end with links both ways. */
export const ReportDocument = ({ report }: { report: Document }) => (
  <article className="panel report">
    <header>
      <h2 className="report-title">{report.title}</h2>
      <p className="muted">
        {[
          report.municipality.name,
          report.committee,
          report.subtitle.charAt(0).toLowerCase() + report.subtitle.slice(1),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      {report.signed && <p className="muted">{reportsText.signed(report.signed)}</p>}
    </header>
    {report.frontPage && <Contents sections={report.sections} />}
    {report.sections.map((section, index) => (
      <section key={index} className={`report-section report-section-${section.level}`}>
        <Heading section={section} notes={report.notes} id={sectionAnchor(index)} />
        {section.blocks.map((block, at) => (
          <OneBlock key={at} block={block} notes={report.notes} heading={section.heading} />
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

/** The chapters and their parts, as the printed report has them. */
const Contents = ({ sections }: { sections: Section[] }) => (
  <nav className="report-contents" aria-labelledby="innehall">
    <h3 id="innehall">{reportsText.contents}</h3>
    <ul>
      {sections.map(
        ({ heading, level }, index) =>
          level < 3 && (
            <li key={index} className={`report-contents-${level}`}>
              <a href={`#${sectionAnchor(index)}`}>{heading}</a>
            </li>
          ),
      )}
    </ul>
  </nav>
)

const sectionAnchor = (index: number) => `avsnitt-${index + 1}`

/** Running text with what is set apart in it. */
const Words = ({ content }: { content: Inline }) =>
  content.map((part, index) => {
    if (typeof part === 'object' && part.kind === 'strong') return <strong key={index}>{part.text}</strong>
    if (typeof part === 'object' && part.kind === 'emphasis') return <em key={index}>{part.text}</em>
    return <Fragment key={index}>{inlineText([part])}</Fragment>
  })

function OneBlock({ block, notes, heading }: { block: Block; notes: Note[]; heading: string }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words content={block.content} />
        </p>
      )
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Words content={item} />
            </li>
          ))}
        </List>
      )
    }
    case 'reading-note':
      return (
        <p className="report-reading">
          <strong>{reportsText.readingNote}.</strong> {block.text}
        </p>
      )
    case 'table':
      return <OneTable table={block} notes={notes} heading={heading} />
    case 'chart':
      return <OneChart chart={block} notes={notes} heading={heading} />
  }
}

const OneTable = ({ table, notes, heading }: { table: ReportTable; notes: Note[]; heading: string }) => (
  <div className="report-table">
    <Caption caption={table.caption} definitionId={table.definitionId} notes={notes} heading={heading} />
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

/** Says once what the section and its first table or chart are both called. */
function Heading({ section, notes, id }: { section: Section; notes: Note[]; id: string }) {
  const named = section.blocks.find((block) => captionOf(block) === section.heading)
  const content = (
    <>
      {section.heading}{' '}
      {named && 'definitionId' in named && <NoteLink definitionId={named.definitionId} notes={notes} />}
    </>
  )
  const Tag = (['h3', 'h4', 'h5'] as const)[section.level - 1] ?? 'h5'
  return (
    <Tag id={id} tabIndex={-1}>
      {content}
    </Tag>
  )
}

const captionOf = (block: Block) =>
  block.kind === 'table' ? block.caption : block.kind === 'chart' ? block.drawing.title : undefined

type CaptionProps = { caption: string; definitionId?: string | undefined; notes: Note[]; heading: string }

const Caption = ({ caption, definitionId, notes, heading }: CaptionProps) =>
  caption === heading ? null : (
    <p className="report-caption">
      {caption} <NoteLink definitionId={definitionId} notes={notes} />
    </p>
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

function OneChart({
  chart: { drawing, definitionId },
  notes,
  heading,
}: {
  chart: Chart
  notes: Note[]
  heading: string
}) {
  const [place, width] = useWidth()
  return (
    <figure className="report-chart">
      <figcaption>
        <Caption caption={drawing.title} definitionId={definitionId} notes={notes} heading={heading} />
        <p>{drawing.description}</p>
      </figcaption>
      <div ref={place}>{width > 0 && <Drawing chart={drawing} width={Math.min(width, 760)} />}</div>
      {drawing.marks && (
        <ol className="report-marks">
          {drawing.marks.map(({ number, text }) => (
            <li key={number}>{text}</li>
          ))}
        </ol>
      )}
    </figure>
  )
}
