import { useState } from 'react'
import { Select } from '../ui/Field.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { monthlyText } from './authority-files.text.ts'
import { deliveryValueText, layoutText, rowText as text } from './layout.text.ts'
import type { MonthlyCheck, RowView } from './monthly-view.ts'

const shownAtOnce = 25
const wordsOf = ({ kind, field }: RowView['faults'][number]) => text.fault(monthlyText.finding[kind], field)

/** What is wrong with each row of the file, those that are not sent first. */
export function RowFaults({ check: { rows, moreRows, protectedRows } }: { check: MonthlyCheck }) {
  const [only, setOnly] = useState('')
  const faults = [...new Set(rows.flatMap((row) => row.faults.map(wordsOf)))].toSorted((one, other) =>
    one.localeCompare(other, 'sv'),
  )
  const chosen = only === '' ? rows : rows.filter((row) => row.faults.map(wordsOf).includes(only))
  const all = chosen.length + (only === '' ? moreRows : 0)
  return (
    <>
      <h3>{text.title}</h3>
      {faults.length > 1 && (
        <Select
          label={text.only}
          value={only}
          options={[{ value: '', label: text.all }, ...faults.map((each) => ({ value: each, label: each }))]}
          onChange={setOnly}
        />
      )}
      <Table
        caption={text.title}
        hideCaption
        rowHeader={text.columns.household}
        empty={text.none}
        columns={[
          { id: 'effect', label: text.columns.effect, numeric: false },
          { id: 'faults', label: text.columns.faults, numeric: false },
        ]}
        rows={chosen.slice(0, shownAtOnce).map((row) => ({
          id: row.household,
          label: row.household,
          cells: [
            <Tag key="effect" tone={row.stops ? 'bad' : 'neutral'}>
              {row.stops ? monthlyText.stops : monthlyText.told}
            </Tag>,
            <ul key="faults" className="authority-faults">
              {row.faults.map((fault) => (
                <li key={wordsOf(fault)}>{wordsOf(fault)}</li>
              ))}
            </ul>,
          ],
        }))}
      />
      {all > shownAtOnce && <p className="muted">{text.shown(shownAtOnce, all)}</p>}
      {protectedRows > 0 && <p className="muted">{text.protectedRows(protectedRows)}</p>}
    </>
  )
}

/** A row as the file will have it. Where a field stands is told where that is how fields are found. */
export const Sample = ({ check: { sample, layout } }: { check: MonthlyCheck }) => {
  const isFixed = layout.form === 'fixed'
  if (!sample) return <p className="muted">{text.noSample}</p>
  return (
    <details>
      <summary>{text.sample}</summary>
      <p>{text.sampleLead}</p>
      <Table
        caption={text.sample}
        hideCaption
        rowHeader={text.sampleColumns.field}
        columns={[
          { id: 'value', label: text.sampleColumns.value, numeric: false },
          ...(isFixed ? [{ id: 'place', label: text.sampleColumns.place, numeric: false }] : []),
          { id: 'text', label: text.sampleColumns.text, numeric: false },
        ]}
        rows={sample.map(({ name, value, first, last, text: written }) => ({
          id: name,
          label: name,
          cells: [
            deliveryValueText[value],
            ...(isFixed ? [layoutText.place(first, last)] : []),
            written === '' ? (
              <span key="text" className="muted">
                {text.empty}
              </span>
            ) : (
              <code key="text">{written}</code>
            ),
          ],
        }))}
      />
    </details>
  )
}
