import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { attendances, codesOf } from '../parameters/code-lists/casework.ts'
import type { Proposal } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered, pathKey } from '../pathway/record.page.tsx'
import { send } from '../ui/api.ts'
import type { Day } from '../values/day.ts'
import { formatTime } from '../values/format.ts'
import type { Attendance, AttendanceCell, AttendanceRow, AttendanceWeek } from './attendance-week.ts'
import { personText, weekText } from './coaching.text.ts'

/** In the order of the keys 1–4. */
export const inFourKeys = codesOf(attendances)

export type NotedCell = { row: AttendanceRow; day: Day; isOpen: boolean; said: AttendanceCell | null }

/** `said` null: what `takes` names was taken back. */
type Change = { row: AttendanceRow; day: Day; said: Attendance | null; done: string; takes: number | null }
type Saved = { change: Change; sequence: number }

/**
 * Notes attendance cell by cell, each saved at once; the week on the screen changes when the server has it.
 *
 * Not the page-wide message of other records: eighteen notes would be eighteen messages. One line says what was saved last,
 * and gives it back.
 */
export function useAttendance(asked: string | undefined, today: Day) {
  const client = useQueryClient()
  const [last, setLast] = useState<Saved | null>(null)
  const [message, setMessage] = useState('')
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (change: Change) =>
      send<PathView>('POST', `/api/households/${change.row.householdId}/events`, {
        events: [proposalOf(change, today)],
      }),
    onSuccess: (view, change) => {
      client.setQueryData(pathKey(view.householdId), view)
      client.setQueryData<AttendanceWeek>(['attendance', asked ?? ''], (week) => week && changed(week, change, view))
      void client.invalidateQueries({ queryKey: ['coaching-day'] })
      setLast(change.said ? { change, sequence: view.sequence } : null)
      setMessage(messageOf(change))
    },
  })
  const takeBack = (row: AttendanceRow, day: Day, sequence: number) =>
    mutate({ row, day, said: null, done: '', takes: sequence })
  return {
    note: ({ row, day, isOpen, said }: NotedCell, attendance: Attendance, done = said?.done ?? '') => {
      if (isOpen && !(said?.attendance === attendance && said.done === done))
        mutate({ row, day, said: attendance, done, takes: null })
    },
    takeBack: ({ row, day, said }: NotedCell) => said?.mayTakeBack && takeBack(row, day, said.sequence),
    undo: () => last && takeBack(last.change.row, last.change.day, last.sequence),
    mayUndo: last !== null,
    message: isPending ? weekText.saving : message,
    refusal: error && variables ? weekText.notSaved(whereOf(variables), error.message) : null,
  }
}

function proposalOf({ row, day, said, done, takes }: Change, today: Day): Proposal {
  if (!said) return { kind: 'undone', personId: row.personId, concerns: takes, on: today, body: {} }
  const body = { attendance: said, ...(done && { done }) }
  return { kind: 'attendance-recorded', personId: row.personId, concerns: row.referral, on: day, body }
}

const whereOf = ({ row, day }: Pick<Change, 'row' | 'day'>) => weekText.cell(personText(row), day)

const messageOf = ({ row, day, said }: Change): string => {
  const time = formatTime(new Date())
  const where = whereOf({ row, day })
  return said ? weekText.saved(time, `${where}: ${attendances[said].toLowerCase()}`) : weekText.taken(time, where)
}

/** The week with what the answer says of the one who was changed. */
const changed = (week: AttendanceWeek, { row }: Change, view: PathView): AttendanceWeek => ({
  ...week,
  rows: week.rows.map((each) =>
    each.householdId === row.householdId
      ? { ...each, sequence: view.sequence, cells: cellsOf(view, each.referral, week.days) }
      : each,
  ),
})

const cellsOf = (view: PathView, referralId: number, days: readonly Day[]): AttendanceRow['cells'] =>
  Object.fromEntries(
    (view.path.referrals.find(({ id }) => id === referralId)?.attendance ?? [])
      .filter(({ on }) => days.includes(on))
      .map(({ on, body, sequence }) => [
        on,
        {
          attendance: body.attendance,
          done: body.done ?? '',
          sequence,
          mayTakeBack: isOffered(view, 'undone', { concerns: sequence }),
        },
      ]),
  )
