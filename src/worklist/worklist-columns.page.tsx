import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkboxes } from '../ui/Field.tsx'
import type { GridColumn } from '../ui/Grid.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { statusText } from '../register/register.text.ts'
import { type Day, dayInSweden, daysBetween } from '../values/day.ts'
import { formatNumber } from '../values/format.ts'
import type { WorkColumn } from './work-statuses.ts'
import type { WorkRow, WorkView } from './worklist-view.ts'
import { workColumnText, worklistText } from './worklist.text.ts'

type Column = GridColumn<WorkRow> & { id: WorkColumn }

/** What the cells need to know besides the row. */
export type Cells = { view: WorkView; today: Day; current: number | null; onShow: (row: WorkRow) => void }

const always: WorkColumn[] = ['name', 'nextStep']
const standard: WorkColumn[] = ['key', 'children', 'assistance', 'monthsLast12']

/** Among one's own households the caseworker goes without saying. */
const standardOf = (view: WorkView): WorkColumn[] =>
  view === 'mine' ? standard : ['key', 'caseworker', ...standard.slice(1)]

/** Those that the status is about first, so that they are in view; then the chosen ones in the list's own order. */
export function shownColumns(address: UrlState, ofStatus: readonly WorkColumn[], cells: Cells): Column[] {
  const chosen = new Set<string>([...(address['columns']?.split(',') ?? standardOf(cells.view)), ...always])
  const columns = columnsWith(cells)
  const about = columns.filter(({ id }) => ofStatus.includes(id))
  const rest = columns.filter(({ id }) => chosen.has(id) && !ofStatus.includes(id))
  return [...rest.slice(0, 1), ...about, ...rest.slice(1)]
}

type ChooserProps = {
  address: UrlState
  view: WorkView
  ofStatus: readonly WorkColumn[]
  onChange: (changes: UrlState) => void
}

export function ColumnChooser({ address, view, ofStatus, onChange }: ChooserProps) {
  const [isOpen, setOpen] = useState(false)
  const shown = [...(address['columns']?.split(',') ?? standardOf(view)), ...ofStatus]
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {worklistText.columns}
      </Button>
      <Dialog
        title={worklistText.columns}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => onChange({ columns: '' })}>{worklistText.standardColumns}</Button>
            <Button kind="primary" onPress={() => setOpen(false)}>
              {worklistText.done}
            </Button>
          </>
        }
      >
        <Checkboxes
          label={worklistText.columnsFromStatus}
          options={choosable.map((id) => ({ value: id, label: workColumnText[id] }))}
          value={shown}
          onChange={(chosen) => onChange({ columns: chosen.filter((id) => !isAlways(id)).join(',') || 'name' })}
        />
      </Dialog>
    </>
  )
}

const isAlways = (id: string) => (always as string[]).includes(id)
const choosable = (Object.keys(workColumnText) as WorkColumn[]).filter((id) => !isAlways(id))

function columnsWith({ view, today, current, onShow }: Cells): Column[] {
  const due = (day: Day | null) => day && worklistText.due(day, daysBetween(today, day))
  const since = (day: Day | null) => day && worklistText.ago(day, daysBetween(day, today))
  return [
    column('name', 10, (row, tabIndex) => (
      <Link
        to="/hushall/$id"
        params={{ id: String(row.id) }}
        tabIndex={tabIndex}
        className={row.id === current ? 'worklist-current' : ''}
      >
        {row.name || row.key}
      </Link>
    )),
    column('nextStep', view === 'mine' ? 21 : 13.5, (row, tabIndex) => (
      <button type="button" tabIndex={tabIndex} className="worklist-step" onClick={() => onShow(row)}>
        {row.nextStep === null ? (
          <span className="muted">{worklistText.setNextStep}</span>
        ) : (
          <>
            {row.nextStepOn && <span className={tone(row.nextStepOn < today)}>{row.nextStepOn}</span>} {row.nextStep}
          </>
        )}
      </button>
    )),
    column('key', 6, (row) => row.key),
    column('unit', 9.5, (row) => row.unit, { long: true }),
    column('caseworker', 8, (row) => row.caseworker ?? worklistText.noCaseworker),
    column('children', 4, (row) => formatNumber(row.children), { numeric: true }),
    column('assistance', 6.5, (row) => statusText[row.assistance]),
    column('monthsLast12', 6.5, (row) => formatNumber(row.monthsLast12), { numeric: true }),
    column('planApprovedOn', 8, (row) => row.planApprovedOn),
    column('followUpOn', 13.5, (row) => due(row.followUpOn)),
    column('unansweredSince', 13.5, (row) => since(row.unansweredSince)),
    column('returnedOn', 13.5, (row) => since(row.returnedOn)),
    column('interventionEndsOn', 13.5, (row) => due(row.interventionEndsOn)),
    column('concernSince', 13.5, (row) => since(row.concernSince)),
    column('promisedBy', 13.5, (row) => due(row.promisedBy)),
    column('coachBookedOn', 9, (row) => row.coachBookedOn),
    column('reminder', 14, (row) => row.reminder && [row.reminderOn, row.reminder].filter(Boolean).join(' '), {
      long: true,
    }),
    column('changedAt', 13, (row) => changed(row), { long: true }),
    column('contactOn', 8, (row) => row.contactOn),
    column('mappedOn', 8, (row) => row.mappedOn),
    column('closedOn', 8, (row) => row.closedOn),
    column('closureReason', 12, (row) => row.closureReason, { long: true }),
    column('returnedToAssistance', 9.5, (row) => <AfterClosing row={row} />),
  ]
}

/** Late is told by the heading and by weight, not only by colour. */
const tone = (isLate: boolean) => (isLate ? 'worklist-late' : 'muted')

const changed = ({ changedAt, changedBy }: WorkRow) => {
  const day = changedAt && dayInSweden(new Date(changedAt))
  return day && changedBy ? worklistText.changedBy(day, changedBy) : day
}

function AfterClosing({ row }: { row: WorkRow }) {
  if (!row.closedOn) return null
  return row.returnedToAssistance ? (
    <Tag tone="warning">{worklistText.returned}</Tag>
  ) : (
    <span className="muted">{worklistText.notReturned}</span>
  )
}

const column = (
  id: WorkColumn,
  width: number,
  render: Column['render'],
  how: { numeric?: boolean; long?: boolean } = {},
): Column => ({ id, label: workColumnText[id], width, render, sortable: true, ...how })
