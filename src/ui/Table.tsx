import './Table.css'
import type { ReactNode } from 'react'

export type TableColumn = { id: string; label: ReactNode; numeric?: boolean }

/** `label` is the row's header. `cells` follow the columns after the first. */
export type TableRow = { id: string; label: ReactNode; cells: ReactNode[]; kind?: 'sum' | 'of-which'; note?: ReactNode }

type TableProps = {
  /** What the table shows; read out before it. */
  caption: string
  /** Set when a heading beside the table already says it. */
  hideCaption?: boolean
  /** What the rows are: the first column's header. */
  rowHeader: string
  columns: TableColumn[]
  rows: TableRow[]
  /** Said instead of rows when there are none. */
  empty?: string
}

/** Figures in rows and columns. Columns are numeric unless they say otherwise. Scrolls sideways within itself. */
export const Table = ({ caption, hideCaption = false, rowHeader, columns, rows, empty }: TableProps) => (
  <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
    <table className="table">
      <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowHeader}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className={alignment(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} columns={columns} />
        ))}
        {rows.length === 0 && empty && (
          <tr>
            <td colSpan={columns.length + 1}>{empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  </div>
)

const Row = ({ row, columns }: { row: TableRow; columns: TableColumn[] }) => (
  <tr className={row.kind && `table-${row.kind}`}>
    <th scope="row">
      {row.label}
      {row.note && <span className="table-note">{row.note}</span>}
    </th>
    {columns.map((column, index) => (
      <td key={column.id} className={alignment(column)}>
        {row.cells[index]}
      </td>
    ))}
  </tr>
)

const alignment = ({ numeric = true }: TableColumn) => (numeric ? 'numeric' : undefined)
