import './figures.page.css'
import type { ReactNode } from 'react'
import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { analysisText, formatChange, formatTableAmount } from './analysis.text.ts'
import { definitionOfTable, Value, WithheldNotes } from './figure-value.page.tsx'
import type { FigureTable, TableCell } from './figures.ts'

type FigureTableProps = {
  table: FigureTable
  /** Amounts as kronor and öre, not as thousands. */
  inKronor?: boolean
  /** What the rows are, when they are no categories. */
  rowHeader?: string
}

type FigureTableSectionProps = FigureTableProps & {
  /** Said below the table. */
  note?: string | undefined
  children?: ReactNode
}

/** A table with its sentence and definition: the operating statement, volumes, and what has no chart. */
export const FigureTableSection = ({ note, children, ...shown }: FigureTableSectionProps) => (
  <Section
    title={captionOf(shown.table, shown.inKronor)}
    aside={<DefinitionButton definition={definitionOfTable(shown.table)} />}
  >
    {shown.table.sentence && <p>{shown.table.sentence}</p>}
    <FigureTableBody {...shown} />
    {note && <p className="figure-note">{note}</p>}
    {shown.table.comment && <p className="figure-comment">{shown.table.comment}</p>}
    {children}
  </Section>
)

export const FigureTableBody = ({ table, inKronor = false, rowHeader = analysisText.category }: FigureTableProps) => (
  <>
    <Table
      caption={captionOf(table, inKronor)}
      hideCaption
      rowHeader={rowHeader}
      columns={table.columns}
      rows={table.rows.map((row) => rowOf(row, table, inKronor))}
    />
    <WithheldNotes figures={table.rows.flatMap((row) => row.cells)} />
  </>
)

/** Columns that hold a difference: a plus says something there. */
const showsSign = /variance|change|difference|deviation/
/** Of those, where a minus is to the municipality's disadvantage. A cost that has changed by a minus is a lower cost. */
const isAgainst = /variance|deviation/

const hasAmounts = (table: FigureTable) => table.rows.some((row) => row.cells.some((cell) => cell.unit === 'ore'))

function captionOf(table: FigureTable, inKronor = false): string {
  if (!hasAmounts(table)) return table.name
  return inKronor ? analysisText.inKronor(table.name) : analysisText.inThousands(table.name)
}

const rowOf = (
  { id, label, kind, note, cells }: FigureTable['rows'][number],
  table: FigureTable,
  inKronor: boolean,
): TableRow => ({
  id,
  label,
  ...(kind && { kind }),
  ...(note && { note }),
  cells: cells.map((cell, index) => (
    <Cell key={index} cell={cell} column={table.columns[index]?.id ?? ''} inKronor={inKronor} />
  )),
})

function Cell({ cell, column, inKronor }: { cell: TableCell; column: string; inKronor: boolean }) {
  const signed = showsSign.test(column)
  if (cell.value === null && !cell.withheld) return <span className="visually-hidden">{analysisText.toFillIn}</span>
  if (cell.value === null) return <Value figure={cell} unit={cell.unit} />
  const text =
    cell.unit === 'ore'
      ? formatTableAmount(cell.value, signed, inKronor)
      : signed
        ? formatChange(cell.value, cell.unit)
        : null
  // Red repeats what the minus sign says.
  const against = isAgainst.test(column) && cell.unit === 'ore' && cell.value < 0
  return text === null ? (
    <Value figure={cell} unit={cell.unit} />
  ) : (
    <span className={against ? 'figure-against' : undefined}>{text}</span>
  )
}
