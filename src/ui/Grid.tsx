import './Grid.css'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type CellPosition, moveFocus } from './grid-focus.ts'
import { uiText } from './ui.text.ts'

export type GridColumn<Row> = {
  id: string
  label: string
  /** Least width in rem; what is left over is shared in proportion. */
  width: number
  numeric?: boolean
  /** Long texts, written small on two lines. */
  long?: boolean
  sortable?: boolean
  /** Links in a cell take the given tabIndex: only the cell in focus is reached with Tab. */
  render: (row: Row, tabIndex: 0 | -1) => ReactNode
}

export type GridSort = { column: string; direction: 'asc' | 'desc' }

type GridProps<Row> = {
  label: string
  /** The first is the row's header: it stays in view, and holds the link. */
  columns: GridColumn<Row>[]
  total: number
  /** Undefined while the row is being fetched. */
  rowAt: (index: number) => Row | undefined
  keyOf: (row: Row) => string
  /** The rows in view, last included, once the scrolling has settled. */
  onVisible: (first: number, last: number) => void
  /** What the rows are a list of; when it changes the list starts from the top. */
  version: string
  sort: GridSort
  onSort: (sort: GridSort) => void
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}

/**
 * A list of any length as a grid for the keyboard: only the rows in view are drawn.
 *
 * React Aria's table builds every row before it draws, which is too slow for 12 000 rows that arrive in parts.
 * One cell is in the tab order; grid-focus.ts says where the keys lead. Space selects, Shift with the arrows selects on.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, total } = props
  const scroller = useRef<HTMLDivElement>(null)
  const [focus, setFocus] = useFocusedCell(scroller, total, columns.length + 1)
  const rows = useRowsInView(scroller, total, focus.row)
  useReport(rows.range, props.onVisible)
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0
  }, [props.version])
  const handleKeys = (event: KeyboardEvent) => {
    const page = Math.max(1, (rows.range?.endIndex ?? 1) - (rows.range?.startIndex ?? 0) - 1)
    const ctrl = event.ctrlKey || event.metaKey
    const to = moveFocus(focus, event.key, ctrl, { rows: total, columns: columns.length + 1, page })
    const selection = selectionAfter(event, focus.row, to?.row, props)
    if (selection) props.onSelect(selection)
    if (to) setFocus(to)
    if (to || selection) event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      className="grid"
      style={widths(columns)}
      onKeyDown={handleKeys}
      onFocus={(event) => setFocus(positionOf(event) ?? focus, 'already there')}
    >
      <Header {...props} focus={focus} />
      <div role="rowgroup" className="grid-body" style={{ height: rows.height }}>
        {rows.items.map(({ index, start }) => (
          <GridRow key={index} {...props} index={index} top={start} focus={focus} />
        ))}
      </div>
    </div>
  )
}

const start: CellPosition = { row: 0, column: 1 }

/** The cell in the tab order. Moving it by key also moves the browser's focus there, scrolling as little as needed. */
function useFocusedCell(scroller: { current: HTMLElement | null }, rows: number, columns: number) {
  const [cell, setCell] = useState(start)
  const wanted = useRef(false)
  useLayoutEffect(() => {
    if (wanted.current) focusCell(scroller.current, cell)
    wanted.current = false
  }, [cell, scroller])
  // A row that arrives while its cell has the focus brings its link, and the focus belongs there.
  useLayoutEffect(() => {
    const active = document.activeElement
    if (active?.hasAttribute('data-cell') && scroller.current?.contains(active)) focusInside(active)
  })
  const move = (to: CellPosition, already?: 'already there') => {
    wanted.current = !already
    if (to.row !== cell.row || to.column !== cell.column) setCell(to)
  }
  return [{ row: Math.min(cell.row, rows - 1), column: Math.min(cell.column, columns - 1) }, move] as const
}

function focusCell(grid: HTMLElement | null, { row, column }: CellPosition): void {
  const cell = grid?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
  if (cell && !focusInside(cell)) cell.focus({ preventScroll: true })
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

function focusInside(cell: Element): boolean {
  const control = cell.querySelector<HTMLElement>('a, button, input')
  control?.focus({ preventScroll: true })
  return control !== null
}

function positionOf(event: FocusEvent): CellPosition | null {
  const [row, column] = event.target.closest('[data-cell]')?.getAttribute('data-cell')?.split(':') ?? []
  return row && column ? { row: Number(row), column: Number(column) } : null
}

const rowHeight = () => 2.25 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The focused row is always drawn, so that scrolling with the mouse never takes the grid out of the tab order. */
function useRowsInView(scroller: { current: HTMLDivElement | null }, total: number, focusedRow: number) {
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
    rangeExtractor: (range) => {
      const inView = defaultRangeExtractor(range)
      return focusedRow < 0 || inView.includes(focusedRow) ? inView : [...inView, focusedRow].sort((a, b) => a - b)
    },
  })
  return { items: virtualizer.getVirtualItems(), height: virtualizer.getTotalSize(), range: virtualizer.range }
}

/** Waits until the rows in view have stood still for a moment: a long drag should not fetch all it passes. */
function useReport(
  range: { startIndex: number; endIndex: number } | null,
  report: (first: number, last: number) => void,
) {
  const [first, last] = [range?.startIndex, range?.endIndex]
  const latest = useRef(report)
  useEffect(() => {
    latest.current = report
  })
  useEffect(() => {
    if (first === undefined || last === undefined) return
    const timer = setTimeout(() => latest.current(first, last), 80)
    return () => clearTimeout(timer)
  }, [first, last])
}

function selectionAfter<Row>(
  event: KeyboardEvent,
  from: number,
  to: number | undefined,
  { selected, rowAt, keyOf }: GridProps<Row>,
): ReadonlySet<string> | null {
  const keyAt = (index: number) => {
    const row = rowAt(index)
    return row === undefined ? [] : [keyOf(row)]
  }
  if (event.key === ' ' && from >= 0) return keyAt(from).reduce(toggled, selected)
  const extends_ = event.shiftKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && from >= 0
  return extends_ && to !== undefined ? new Set([...selected, ...keyAt(from), ...keyAt(to)]) : null
}

function toggled(selected: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(key)) next.add(key)
  return next
}

type Part<Row> = GridProps<Row> & { focus: CellPosition }

function Header<Row>({ columns, sort, onSort, focus }: Part<Row>) {
  const tabIndex = (column: number) => tabIndexOf(focus, -1, column)
  return (
    <div role="rowgroup" className="grid-header">
      <div role="row" aria-rowindex={1} className="grid-row">
        <div role="columnheader" className="grid-cell grid-select" data-cell="-1:0" tabIndex={tabIndex(0)}>
          <span className="visually-hidden">{uiText.grid.selectRow}</span>
        </div>
        {columns.map((column, index) => (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={sortState(column, sort)}
            data-cell={`-1:${index + 1}`}
            className={cellClass(column, index)}
            tabIndex={column.sortable ? undefined : tabIndex(index + 1)}
          >
            {column.sortable ? (
              <button type="button" tabIndex={tabIndex(index + 1)} onClick={() => onSort(nextSort(column.id, sort))}>
                {column.label}
                <span aria-hidden="true" className="grid-sort" />
              </button>
            ) : (
              column.label
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

function sortState<Row>({ id, sortable }: GridColumn<Row>, sort: GridSort) {
  if (!sortable) return undefined
  if (sort.column !== id) return 'none'
  return sort.direction === 'asc' ? 'ascending' : 'descending'
}

const nextSort = (column: string, sort: GridSort): GridSort => ({
  column,
  direction: sort.column === column && sort.direction === 'asc' ? 'desc' : 'asc',
})

function GridRow<Row>({ index, top, ...grid }: Part<Row> & { index: number; top: number }) {
  const row = grid.rowAt(index)
  const key = row === undefined ? null : grid.keyOf(row)
  const isSelected = key !== null && grid.selected.has(key)
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined}
      className="grid-row"
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" className="grid-cell grid-select" data-cell={`${index}:0`}>
        <input
          type="checkbox"
          aria-label={uiText.grid.selectRow}
          tabIndex={tabIndexOf(grid.focus, index, 0)}
          checked={isSelected}
          onChange={() => key !== null && grid.onSelect(toggled(grid.selected, key))}
        />
      </div>
      {grid.columns.map((column, position) => (
        <Cell key={column.id} column={column} row={row} index={index} position={position} focus={grid.focus} />
      ))}
    </div>
  )
}

type CellProps<Row> = {
  column: GridColumn<Row>
  row: Row | undefined
  index: number
  position: number
  focus: CellPosition
}

function Cell<Row>({ column, row, index, position, focus }: CellProps<Row>) {
  const tabIndex = tabIndexOf(focus, index, position + 1)
  const holdsLink = position === 0 && row !== undefined
  const content = row === undefined ? <Pending isFirst={position === 0} /> : column.render(row, tabIndex)
  return (
    <div
      role={position === 0 ? 'rowheader' : 'gridcell'}
      data-cell={`${index}:${position + 1}`}
      className={cellClass(column, position)}
      tabIndex={holdsLink ? -1 : tabIndex}
      // What does not fit the column can be read by resting the pointer on it.
      title={typeof content === 'string' ? content : undefined}
    >
      {column.long ? <span className="grid-long">{content}</span> : content}
    </div>
  )
}

const Pending = ({ isFirst }: { isFirst: boolean }) =>
  isFirst ? (
    <span className="muted">{uiText.grid.rowPending}</span>
  ) : (
    <span aria-hidden="true" className="grid-pending" />
  )

const tabIndexOf = (focus: CellPosition, row: number, column: number): 0 | -1 =>
  focus.row === row && focus.column === column ? 0 : -1

const cellClass = <Row,>({ numeric }: GridColumn<Row>, index: number) =>
  ['grid-cell', numeric && 'numeric', index === 0 && 'grid-first'].filter(Boolean).join(' ')

/** Column widths as custom properties. On a narrow screen the fixed column gives way, so that there is room for the rest. */
function widths<Row>(columns: GridColumn<Row>[]): CSSProperties {
  const [first = 0, ...others] = columns.map(({ width }) => width)
  const firstWidth = `min(${first}rem, 40vw)`
  const template = [`minmax(${firstWidth}, ${first}fr)`, ...others.map((width) => `minmax(${width}rem, ${width}fr)`)]
  const sum = others.reduce((total, width) => total + width, 0)
  return {
    '--grid-columns': template.join(' '),
    '--grid-first': firstWidth,
    '--grid-rest': `${sum}rem`,
  } as CSSProperties
}
