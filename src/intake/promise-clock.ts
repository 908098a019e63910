import { isSqueezeDay, workingDaysAfter } from '../parameters/swedish-calendar.ts'
import type { Contact, Meeting, Path } from '../pathway/path.ts'
import { promisedBy } from '../pathway/seven-day-promise.ts'
import { type Day, daysBetween } from '../values/day.ts'

/**
 * How the promise to meet a coach within seven days stands for one contact.
 *
 * `broken`: the day has passed without a meeting, or the meeting came after it; it stays until a cause is given.
 * `will-break`: the day is not here, but the meeting is booked after it, or nothing is booked and no time is free before it.
 * `waiting`: nothing is booked, and there are times. `booked`: in time.
 */
export type PromiseState = 'broken' | 'will-break' | 'waiting' | 'booked'

export type OpenPromise = {
  contactId: number
  personId: number
  contactOn: Day
  promisedBy: Day
  state: PromiseState
  /** Calendar days from today to the promised day; where a meeting was held late, from that meeting. Below zero: too late. */
  daysLeft: number
  workingDaysLeft: number
  /** Of the working days left, those alone between days off. */
  squeezeDaysLeft: number
  meeting: { id: number; at: string; coach: number; isHeld: boolean } | null
}

/**
 * The promises of a way that are neither kept nor explained, at the start of `today`.
 *
 * A case that was closed on or before the promised day, without a meeting, owes none: its closing says why.
 * `hasFreeTime` tells whether any coach can be met on or before a day.
 */
export function openPromises(path: Path, today: Day, hasFreeTime: (last: Day) => boolean): OpenPromise[] {
  return path.contacts.flatMap((contact) => {
    const last = promisedBy(contact)
    if (last === null || contact.breach) return []
    const meeting = nextMeeting(path, contact)
    const metOn = meeting?.state.kind === 'held' ? meeting.state.on : null
    if (metOn !== null && metOn <= last) return []
    if (metOn === null && path.closures.some(({ on }) => contact.on <= on && on <= last)) return []
    const left = workingDaysAfter(today, last)
    return {
      contactId: contact.id,
      personId: contact.personId,
      contactOn: contact.on,
      promisedBy: last,
      state: stateOf(meeting, last, today, hasFreeTime),
      daysLeft: daysBetween(metOn ?? today, last),
      workingDaysLeft: left.length,
      squeezeDaysLeft: left.filter(isSqueezeDay).length,
      meeting: meeting && {
        id: meeting.id,
        at: meeting.booked.at,
        coach: meeting.booked.coach,
        isHeld: metOn !== null,
      },
    }
  })
}

/** The first meeting held after the contact, or else the one that is booked. */
function nextMeeting(path: Path, contact: Contact): Meeting | null {
  const since = path.meetings.filter(({ personId, on }) => personId === contact.personId && on >= contact.on)
  const held = since.filter(({ state }) => state.kind === 'held')
  return held[0] ?? since.find(({ state }) => state.kind === 'booked') ?? null
}

function stateOf(meeting: Meeting | null, last: Day, today: Day, hasFreeTime: (last: Day) => boolean): PromiseState {
  if (today > last || meeting?.state.kind === 'held') return 'broken'
  if (!meeting) return hasFreeTime(last) ? 'waiting' : 'will-break'
  return meeting.booked.at.slice(0, 10) <= last ? 'booked' : 'will-break'
}
