import { DefinitionButton } from '../ui/DefinitionButton.tsx'
import { Section } from '../ui/Page.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { analysisText, formatChange, formatTableAmount } from './analysis.text.ts'
import { definitionOfTable, Value, WithheldNotes } from './figure-value.page.tsx'
import type { FigureTable, TableCell } from './figures.ts'

/** A table with its sentence and definition: the operating statement, volumes, and what has no chart. */
export const FigureTableSection = ({ table }: { table: FigureTable }) => (
  <Section title={captionOf(table)} aside={<DefinitionButton definition={definitionOfTable(table)} />}>
    {table.sentence && <p>{table.sentence}</p>}
    <FigureTableBody table={table} />
  </Section>
)

export const FigureTableBody = ({ table }: { table: FigureTable }) => (
  <>
    <Table
      caption={captionOf(table)}
      hideCaption
      rowHeader={analysisText.category}
      columns={table.columns}
      rows={table.rows.map((row) => rowOf(row, table))}
    />
    <WithheldNotes figures={table.rows.flatMap((row) => row.cells)} />
  </>
)

/** Columns that hold a difference: a plus says something there. */
const showsSign = /variance|change|difference|deviation/

const isInThousands = (table: FigureTable) => table.rows.some((row) => row.cells.some((cell) => cell.unit === 'ore'))

const captionOf = (table: FigureTable) => (isInThousands(table) ? analysisText.inThousands(table.name) : table.name)

const rowOf = ({ id, label, kind, note, cells }: FigureTable['rows'][number], table: FigureTable): TableRow => ({
  id,
  label,
  ...(kind && { kind }),
  ...(note && { note }),
  cells: cells.map((cell, index) => (
    <Cell key={index} cell={cell} signed={showsSign.test(table.columns[index]?.id ?? '')} />
  )),
})

function Cell({ cell, signed }: { cell: TableCell; signed: boolean }) {
  if (cell.value === null && !cell.withheld) return <span className="visually-hidden">{analysisText.toFillIn}</span>
  if (cell.value === null) return <Value figure={cell} unit={cell.unit} />
  const text =
    cell.unit === 'ore' ? formatTableAmount(cell.value, signed) : signed ? formatChange(cell.value, cell.unit) : null
  // Red repeats what the minus sign says.
  const against = signed && cell.unit === 'ore' && cell.value < 0
  return text === null ? (
    <Value figure={cell} unit={cell.unit} />
  ) : (
    <span className={against ? 'figure-against' : undefined}>{text}</span>
  )
}
