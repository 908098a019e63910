import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { type CellPosition, moveFocus } from '../ui/grid-focus.ts'
import type { Day } from '../values/day.ts'
import { AttendanceKeys } from './attendance-keys.page.tsx'
import type { Attendance, AttendanceRow } from './attendance-week.ts'
import { dayShort, personText, weekText } from './coaching.text.ts'
import { PersonLink } from './day-row.page.tsx'
import { inFourKeys, type NotedCell, useAttendance } from './use-attendance.page.tsx'

type GridProps = { rows: AttendanceRow[]; days: Day[]; today: Day; asked: string | undefined }

/**
 * One row a person, one column a day: arrows move, 1–4 say how it was, and it is saved at once.
 *
 * One cell is in the tab order. The same four keys stand as buttons under the grid for mouse and touch.
 */
export function AttendanceGrid({ rows, days, today, asked }: GridProps) {
  const table = useRef<HTMLTableElement>(null)
  const [focus, setFocus] = useFocusedCell(table, { row: 0, column: Math.max(0, days.indexOf(today)) + 1 })
  const attendance = useAttendance(asked, today)
  const position = { row: Math.min(focus.row, rows.length - 1), column: Math.min(focus.column, days.length) }
  const cell = cellAt(rows[position.row]!, days[position.column - 1])
  const handleKeys = (event: KeyboardEvent) => {
    const size = { rows: rows.length, columns: days.length + 1, page: 10 }
    const to = moveFocus(position, event.key, event.ctrlKey || event.metaKey, size)
    if (to) setFocus({ ...to, row: Math.max(0, to.row) })
    else if (!handled(event, cell, attendance)) return
    event.preventDefault()
  }
  return (
    <>
      <div className="week-scroll">
        <table ref={table} role="grid" aria-label={weekText.grid} className="week-grid" onKeyDown={handleKeys}>
          <thead>
            <tr>
              <th scope="col">{weekText.person}</th>
              {days.map((each) => (
                <th key={each} scope="col" className={each === today ? 'week-today' : undefined}>
                  {dayShort(each)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((each, at) => (
              <Row
                key={`${each.householdId} ${each.referral}`}
                row={each}
                days={days}
                focused={at === position.row ? position.column : null}
                onFocus={(column) => setFocus({ row: at, column }, 'already there')}
                index={at}
              />
            ))}
          </tbody>
        </table>
      </div>
      <AttendanceKeys cell={cell} attendance={attendance} />
    </>
  )
}

/** The first column holds the name and nothing to note. */
const cellAt = (row: AttendanceRow, day: Day | undefined): NotedCell | null =>
  day ? { row, day, isOpen: row.open.includes(day), said: row.cells[day] ?? null } : null

function handled(event: KeyboardEvent, cell: NotedCell | null, attendance: ReturnType<typeof useAttendance>): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
    attendance.undo()
    return true
  }
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) return false
  const chosen = inFourKeys[Number(event.key) - 1]
  if (chosen) attendance.note(cell, chosen)
  else if (event.key === '0' || event.key === 'Delete') attendance.takeBack(cell)
  else return false
  return true
}

/** Moving by key moves the browser's focus along; a click has moved it already. */
function useFocusedCell(table: { current: HTMLTableElement | null }, start: CellPosition) {
  const [cell, setCell] = useState(start)
  const wanted = useRef(false)
  useLayoutEffect(() => {
    if (wanted.current) focusCell(table.current, cell)
    wanted.current = false
  }, [cell, table])
  const move = (to: CellPosition, already?: 'already there') => {
    wanted.current = !already
    setCell(to)
  }
  return [cell, move] as const
}

/** The name's own link takes the focus: there is nothing else to do in its cell. */
function focusCell(table: HTMLElement | null, { row, column }: CellPosition): void {
  const cell = table?.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)
  const target = cell?.querySelector<HTMLElement>('a') ?? cell
  target?.focus()
}

type RowProps = {
  row: AttendanceRow
  index: number
  days: Day[]
  /** The column in the tab order, when it is in this row. */
  focused: number | null
  onFocus: (column: number) => void
}

const Row = ({ row, index, days, focused, onFocus }: RowProps) => (
  <tr>
    <th scope="row" data-cell={`${index}:0`} onFocus={() => onFocus(0)}>
      <PersonLink who={row} tabIndex={focused === 0 ? 0 : -1} />
      <span className="week-intervention">{row.intervention}</span>
    </th>
    {days.map((day, at) => {
      const column = at + 1
      const said = row.cells[day]
      const isOpen = row.open.includes(day)
      return (
        <td
          key={day}
          role="gridcell"
          data-cell={`${index}:${column}`}
          tabIndex={focused === column ? 0 : -1}
          aria-selected={focused === column}
          className={`week-cell week-${said?.attendance ?? (isOpen ? 'open' : 'closed')}`}
          onFocus={() => onFocus(column)}
          onClick={({ currentTarget }) => currentTarget.focus()}
        >
          <span className="visually-hidden">{weekText.cell(personText(row), day)}: </span>
          <CellText said={said?.attendance} isOpen={isOpen} />
          {said?.done && <span className="week-what">{said.done}</span>}
        </td>
      )
    })}
  </tr>
)

const CellText = ({ said, isOpen }: { said: Attendance | undefined; isOpen: boolean }) =>
  said ? (
    weekText.short[said]
  ) : (
    <>
      <span aria-hidden="true">{isOpen && weekText.dash}</span>
      <span className="visually-hidden">{isOpen ? weekText.notNoted : weekText.notOpen}</span>
    </>
  )
