import { useState } from 'react'
import { attendances } from '../parameters/code-lists/casework.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { uiText } from '../ui/ui.text.ts'
import { personText, weekText } from './coaching.text.ts'
import { inFourKeys, type NotedCell, type useAttendance } from './use-attendance.page.tsx'

type Noting = { attendance: ReturnType<typeof useAttendance> }
type KeysProps = Noting & { cell: NotedCell }

/** The four keys as big buttons for the chosen cell, what was done that day, and whether it is saved. */
export const AttendanceKeys = ({ cell, attendance }: Noting & { cell: NotedCell | null }) => (
  <div className="panel week-keys">
    {cell ? <Keys cell={cell} attendance={attendance} /> : <p>{weekText.choose}</p>}
    <div className="week-status">
      <span role="status">{attendance.message}</span>
      {attendance.mayUndo && (
        <Button size="small" onPress={attendance.undo}>
          {uiText.undo}
        </Button>
      )}
    </div>
    {attendance.refusal && (
      <p role="alert" className="field-error">
        {attendance.refusal}
      </p>
    )}
  </div>
)

function Keys({ cell, attendance }: KeysProps) {
  const { row, day, said, isOpen } = cell
  return (
    <>
      <h3>{weekText.cell(personText(row), day)}</h3>
      <div className="week-buttons">
        {inFourKeys.map((each, at) => (
          <button
            key={each}
            type="button"
            className={`week-button week-${each}`}
            aria-pressed={said?.attendance === each}
            disabled={!isOpen}
            onClick={() => attendance.note(cell, each)}
          >
            <kbd aria-hidden="true">{at + 1}</kbd> {attendances[each]}
          </button>
        ))}
      </div>
      {said && isOpen && (
        <WhatWasDone
          key={`${row.householdId} ${row.referral} ${day} ${said.sequence}`}
          cell={cell}
          attendance={attendance}
        />
      )}
    </>
  )
}

function WhatWasDone({ cell, attendance }: KeysProps) {
  const { said } = cell
  const [done, setDone] = useState(said?.done ?? '')
  return (
    <form
      className="week-done"
      onSubmit={(event) => {
        event.preventDefault()
        if (said) attendance.note(cell, said.attendance, done)
      }}
    >
      <TextField label={weekText.done} value={done} onChange={setDone} />
      <Button type="submit" isDisabled={done === said?.done}>
        {weekText.saveDone}
      </Button>
      {said?.mayTakeBack && (
        <Button kind="quiet" onPress={() => attendance.takeBack(cell)}>
          {weekText.take}
        </Button>
      )}
    </form>
  )
}
