import { isWorkingDay, mondayOf } from '../parameters/swedish-calendar.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { Meeting, Referral } from '../pathway/path.ts'
import { addDays, type Day, daysBetween, weekdayOf } from '../values/day.ts'
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

export type DayMeeting = Who & {
  meeting: number
  /** Clock time, `2019-05-14T09:00`. */
  at: string
  minutes: number
  coach: string | null
  isMine: boolean
  state: Meeting['state']['kind']
  /** `late`: its day has passed and nobody has said how it went. */
  when: 'late' | 'today' | 'tomorrow'
  isFirst: boolean
}

/** A referral in the list of a coach. */
export type Participant = Who & {
  referral: number
  intervention: { key: string; name: string }
  isMine: boolean
}

export type Unanswered = Participant & { since: Day; daysWaiting: number; from: string | null; reason: string | null }
export type Waiting = Participant & { acceptedOn: Day; daysWaiting: number }
export type Ongoing = Participant & {
  startedOn: Day
  group: string | null
  /** First day after the last planned one. */
  plannedEnd: Day | null
  /** Null where there is no attendance to note. */
  week: { noted: number; missing: number } | null
}
export type Exit = Participant & { endedOn: Day; state: 'to-offer' | 'offered' }
export type Concern = Participant & { raisedOn: Day; text: string; answeredOn: Day; answer: string }
export type Group = {
  key: string
  name: string
  intervention: string
  interventionName: string
  start: Day
  end: Day
  placesLeft: number | null
}

/** The coach's day: what is to be done now, section by section. Each list is in the order it should be worked through. */
export type CoachingDay = {
  today: Day
  meetings: DayMeeting[]
  unanswered: Unanswered[]
  waiting: Waiting[]
  ongoing: Ongoing[]
  /** The planned last day has passed, or comes within the days ahead. */
  endings: Ongoing[]
  exits: Exit[]
  concerns: Concern[]
  concernsWaiting: number
  groups: Group[]
}

/** How far ahead an ending is shown, and how long an answer is news. */
const daysAhead = 14

export function coachingDay(unit: Unit): CoachingDay {
  const { today } = unit
  const threads = threadsOf(unit)
  const ongoing = threads.flatMap((thread) => ongoingOf(unit, thread)).sort(byName)
  const concerns = threads.flatMap((thread) => thread.referral.concerns.map((concern) => ({ ...thread, ...concern })))
  return {
    today,
    meetings: unit.households.flatMap((household) => meetingsOf(unit, household)).sort(by(({ at }) => at)),
    unanswered: threads.flatMap((thread) => unansweredOf(unit, thread)).sort(by(({ since }) => since)),
    waiting: threads.flatMap((thread) => waitingOf(unit, thread)).sort(by(({ acceptedOn }) => acceptedOn)),
    ongoing,
    endings: ongoing
      .filter(({ plannedEnd }) => plannedEnd !== null && daysBetween(today, plannedEnd) <= daysAhead)
      .sort(by(({ plannedEnd }) => plannedEnd ?? '')),
    exits: threads
      .flatMap((thread) => exitsOf(unit, thread))
      .sort(by(({ endedOn }) => endedOn))
      // What is fresh in mind first.
      .reverse(),
    concerns: concerns.flatMap(({ raised, answered, ...thread }): Concern[] =>
      answered && daysBetween(answered.on, today) <= daysAhead
        ? [{ ...participantOf(unit, thread), ...concernOf(raised, answered) }]
        : [],
    ),
    concernsWaiting: concerns.filter(({ answered }) => !answered).length,
    groups: groupsOf(unit),
  }
}

const by =
  <Row>(key: (row: Row) => string) =>
  (a: Row, b: Row) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
const byName = (a: Who, b: Who) => (a.name ?? '').localeCompare(b.name ?? '', 'sv')

const actions = [
  'referral-accepted',
  'referral-returned',
  'intervention-started',
  'intervention-ended',
  'exit-interview',
] as const

const participantOf = (unit: Unit, thread: Thread): Participant => ({
  ...whoOf(thread.household, thread.referral, actions),
  referral: thread.referral.id,
  intervention: { key: thread.referral.said.intervention, name: interventionName(unit, thread.referral) },
  isMine: isMine(unit, thread),
})

/** Meetings of today and tomorrow, and earlier ones that nobody has said the outcome of. */
function meetingsOf(unit: Unit, household: Thread['household']): DayMeeting[] {
  const { today, units, userId, staff } = unit
  return household.path.meetings.flatMap((meeting): DayMeeting[] => {
    const day = meeting.booked.at.slice(0, 10) as Day
    const when = whenOf(day, today, meeting.state.kind)
    if (!when || (units !== 'all' && !units.includes(meeting.booked.unit))) return []
    return [
      {
        ...whoOf(household, meeting, ['meeting-held', 'meeting-missed', 'meeting-cancelled']),
        meeting: meeting.id,
        at: meeting.booked.at,
        minutes: meeting.booked.minutes,
        coach: staff.get(meeting.booked.coach) ?? null,
        isMine: meeting.booked.coach === userId,
        state: meeting.state.kind,
        when,
        isFirst: !household.path.meetings.some(
          ({ id, personId, state }) => id < meeting.id && personId === meeting.personId && state.kind === 'held',
        ),
      },
    ]
  })
}

function whenOf(day: Day, today: Day, state: Meeting['state']['kind']): DayMeeting['when'] | null {
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return day < today && state === 'booked' ? 'late' : null
}

function unansweredOf(unit: Unit, thread: Thread): Unanswered[] {
  const { state, on, said, id } = thread.referral
  if (state.kind !== 'sent') return []
  const by = thread.household.path.events.find(({ sequence }) => sequence === id)?.by ?? null
  return [
    {
      ...participantOf(unit, thread),
      since: on,
      daysWaiting: daysBetween(on, unit.today),
      from: by === null ? null : (unit.staff.get(by) ?? null),
      reason: said.reason ?? null,
    },
  ]
}

function waitingOf(unit: Unit, thread: Thread): Waiting[] {
  const { state } = thread.referral
  if (state.kind !== 'accepted') return []
  return [{ ...participantOf(unit, thread), acceptedOn: state.on, daysWaiting: daysBetween(state.on, unit.today) }]
}

function ongoingOf(unit: Unit, thread: Thread): Ongoing[] {
  const { state, started } = thread.referral
  if (state.kind !== 'started' || !started) return []
  return [
    {
      ...participantOf(unit, thread),
      startedOn: started.on,
      group: started.body.group ? (unit.groups.get(started.body.group)?.name ?? started.body.group) : null,
      plannedEnd: (started.body.plannedEnd ?? null) as Day | null,
      week: hasAttendance(unit, thread.referral) ? weekSoFar(thread.referral, unit.today) : null,
    },
  ]
}

/** Working days of the week until today, since the start, with and without a word on attendance. */
export function weekSoFar({ started, attendance }: Pick<Referral, 'started' | 'attendance'>, today: Day) {
  const days = workingDaysUntil(today).filter((day) => started !== null && day >= started.on)
  const noted = days.filter((day) => attendance.some(({ on }) => on === day)).length
  return { noted, missing: days.length - noted }
}

const workingDaysUntil = (today: Day): Day[] =>
  Array.from({ length: weekdayOf(today) + 1 }, (_, at) => addDays(mondayOf(today), at)).filter(isWorkingDay)

function exitsOf(unit: Unit, thread: Thread): Exit[] {
  const { state, exitInterview } = thread.referral
  const said = exitInterview?.body.state
  if (state.kind !== 'ended' || said === 'held' || said === 'declined') return []
  return [{ ...participantOf(unit, thread), endedOn: state.on, state: said === 'offered' ? 'offered' : 'to-offer' }]
}

const concernOf = (
  raised: { on: Day; body: EventBody<'concern-raised'> },
  answered: { on: Day; body: EventBody<'concern-answered'> },
) => ({ raisedOn: raised.on, text: raised.body.text, answeredOn: answered.on, answer: answered.body.text })

/** Groups of the unit's interventions that somebody can still begin in. */
const groupsOf = ({ groups, interventions, units, today, placesLeft }: Unit): Group[] =>
  [...groups].flatMap(([key, { name, intervention, start, end }]): Group[] => {
    const of = interventions.get(intervention)
    const isOurs = units === 'all' || (of !== undefined && units.includes(of.unit))
    return isOurs && end > today
      ? [
          {
            key,
            name,
            intervention,
            interventionName: of?.name ?? intervention,
            start: start as Day,
            end: end as Day,
            placesLeft: placesLeft(key),
          },
        ]
      : []
  })
