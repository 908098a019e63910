import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkboxes } from '../ui/Field.tsx'
import type { GridColumn } from '../ui/Grid.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import type { UrlState } from '../ui/url-state.ts'
import { formatNumber, formatThousands } from '../values/format.ts'
import { monthShort } from '../values/month.ts'
import type { HouseholdRow, HouseholdStatus } from './household-view.ts'
import { columnText, listText, statusText } from './register.text.ts'

type Column = GridColumn<HouseholdRow> & { id: keyof typeof columnText }

/** The chosen columns in the list's own order, and those that an active filter is about. */
export function shownColumns(address: UrlState): Column[] {
  const chosen = new Set([...chosenColumns(address), ...filteredColumns(address), 'name'])
  return columns.filter(({ id }) => chosen.has(id))
}

const standard = ['key', 'unit', 'caseworker', 'children', 'obstacle', 'status', 'monthsLast12', 'paidLast12Ore']

const chosenColumns = (address: UrlState): string[] => address['columns']?.split(',') ?? standard

const columnOfFilter: Record<string, string> = {
  unit: 'unit',
  caseworker: 'caseworker',
  status: 'status',
  obstacle: 'obstacle',
  minMonths: 'monthsLast12',
}

const filteredColumns = (address: UrlState): string[] =>
  Object.entries(columnOfFilter).flatMap(([filter, column]) => (address[filter] ? [column] : []))

type ChooserProps = { address: UrlState; onChange: (changes: UrlState) => void }

export function ColumnChooser({ address, onChange }: ChooserProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        {listText.columns}
      </Button>
      <Dialog
        title={listText.columns}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onPress={() => onChange({ columns: '' })}>{listText.standardColumns}</Button>
            <Button kind="primary" onPress={() => setOpen(false)}>
              {listText.done}
            </Button>
          </>
        }
      >
        <Checkboxes
          label={listText.columnsFromFilter}
          options={columns.slice(1).map(({ id, label }) => ({ value: id, label }))}
          value={shownColumns(address).map(({ id }) => id)}
          onChange={(chosen) => onChange({ columns: chosen.filter((id) => id !== 'name').join(',') || 'name' })}
        />
      </Dialog>
    </>
  )
}

export const statusTone = { ongoing: 'good', paused: 'warning', closed: 'neutral' } satisfies Record<
  HouseholdStatus,
  Tone
>

const column = (
  id: Column['id'],
  width: number,
  render: Column['render'],
  how: { numeric?: boolean; long?: boolean } = {},
): Column => ({ id, label: columnText[id], width, render, sortable: true, ...how })

const numeric = { numeric: true }
const long = { long: true }

const columns: Column[] = [
  column('name', 10.5, (row, tabIndex) => (
    <Link to="/hushall/$id" params={{ id: String(row.id) }} search={true} tabIndex={tabIndex}>
      {row.name}
    </Link>
  )),
  column('key', 6.5, (row) => row.key),
  column('maskedNumber', 9, (row) => row.maskedNumber),
  column('unit', 9.5, (row) => row.unit, long),
  column('caseworker', 8.5, (row) => row.caseworker),
  column('adults', 4.5, (row) => formatNumber(row.adults), numeric),
  column('children', 4.5, (row) => formatNumber(row.children), numeric),
  column('housing', 9, (row) => row.housing, long),
  column('obstacle', 12, (row) => row.obstacle, long),
  column('status', 6.5, (row) => <Tag tone={statusTone[row.status]}>{statusText[row.status]}</Tag>),
  column('firstMonth', 8, (row) => row.firstMonth && monthShort(row.firstMonth)),
  column('lastMonth', 8, (row) => row.lastMonth && monthShort(row.lastMonth)),
  column('monthsLast12', 7, (row) => formatNumber(row.monthsLast12), numeric),
  column('paidLast12Ore', 7.5, (row) => formatThousands(row.paidLast12Ore), numeric),
  column('paidTotalOre', 7, (row) => formatThousands(row.paidTotalOre), numeric),
]
