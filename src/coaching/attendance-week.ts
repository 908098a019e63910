import type { CodeOf } from '../parameters/code-lists/casework.ts'
import type { attendances } from '../parameters/code-lists/casework.ts'
import { mondayOf } from '../parameters/swedish-calendar.ts'
import type { EventOf } from '../pathway/event.ts'
import { isOffered } from '../pathway/offers.ts'
import { addDays, type Day } from '../values/day.ts'
import {
  hasAttendance,
  interventionName,
  isMine,
  type Thread,
  threadsOf,
  type Unit,
  type Who,
  whoOf,
} from './coached.ts'

export type Attendance = CodeOf<typeof attendances>

/** What is said of one day. `sequence` names the event, for whoever may take it back. */
export type AttendanceCell = { attendance: Attendance; done: string; sequence: number; mayTakeBack: boolean }

export type AttendanceRow = Who & {
  referral: number
  intervention: string
  group: string | null
  isMine: boolean
  /** By day; a day without a word is not there. */
  cells: Record<Day, AttendanceCell>
  /** Days of the week that may be recorded: begun, not ended, not in the future. */
  open: Day[]
}

export type AttendanceWeek = {
  today: Day
  /** Monday to Sunday. */
  days: Day[]
  rows: AttendanceRow[]
  groups: { key: string; name: string }[]
}

/** The week that a day is in, with one row for each person who took part in it. */
export function attendanceWeek(unit: Unit, day: Day): AttendanceWeek {
  const days = Array.from({ length: 7 }, (_, at) => addDays(mondayOf(day), at))
  const rows = threadsOf(unit)
    .flatMap((thread) => rowOf(unit, thread, days))
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'sv') || a.referral - b.referral)
  const keys = new Set(rows.flatMap(({ group }) => group ?? []))
  return {
    today: unit.today,
    days,
    rows,
    groups: [...keys].sort().map((key) => ({ key, name: unit.groups.get(key)?.name ?? key })),
  }
}

function rowOf(unit: Unit, thread: Thread, days: readonly Day[]): AttendanceRow[] {
  const { started, state, attendance, id } = thread.referral
  const [monday, sunday] = [days[0]!, days.at(-1)!]
  if (!started || started.on > sunday || (state.kind === 'ended' && state.on < monday)) return []
  const who = whoOf(thread.household, thread.referral, ['attendance-recorded'])
  const mayRecord = who.offers.length > 0
  if (!hasAttendance(unit, thread.referral)) return []
  return [
    {
      ...who,
      referral: id,
      intervention: interventionName(unit, thread.referral),
      group: started.body.group ?? null,
      isMine: isMine(unit, thread),
      cells: cellsOf(
        thread.household,
        attendance.filter(({ on }) => days.includes(on)),
      ),
      open: mayRecord ? days.filter((day) => day >= started.on && day <= unit.today) : [],
    },
  ]
}

const cellsOf = (
  { path, context }: Thread['household'],
  attendance: readonly EventOf<'attendance-recorded'>[],
): AttendanceRow['cells'] =>
  Object.fromEntries(
    attendance.map(({ on, body, sequence, personId }) => [
      on,
      {
        attendance: body.attendance,
        done: body.done ?? '',
        sequence,
        mayTakeBack: isOffered(path, { kind: 'undone', personId, concerns: sequence }, context),
      },
    ]),
  )
