import { isWorkingDay } from '../../parameters/swedish-calendar.ts'
import { addDays, type Day, weekdayOf } from '../../values/day.ts'
import { month, type MonthIndex, monthIndex } from '../../values/month.ts'
import { type Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { userIdOf } from '../demo-users.ts'
import { type Contact, tellContact } from './intake.ts'
import { tellEmploymentService, tellMapping, tellPlan } from './planning.ts'
import { coachOf } from './referral.ts'
import type { Told, Window } from './story.ts'
import { ageOn, type Episode, isUnemployed, later, type Subject, windowOf, workday } from './subject.ts'

const march = monthIndex(month('2019-03'))
/** Within March 2019, the first month of the new way of working (document 002-P3). */
const heldInMarch = 12

/** Finds free hours of the coaches: nobody is in two places. */
export type Diary = { book: (coach: string, from: Day) => { at: string; day: Day } }

const hours = ['09:00', '10:00', '11:00', '13:00', '14:00']

export function createDiary(): Diary {
  const taken = new Set<string>()
  return {
    book: (coach, from) => {
      for (let day = workday(from); ; day = workday(addDays(day, 1))) {
        const free = hours.slice(0, weekdayOf(day) === 4 ? 3 : 5).find((hour) => !taken.has(`${coach} ${day} ${hour}`))
        if (!free) continue
        taken.add(`${coach} ${day} ${free}`)
        return { at: `${day}T${free}`, day }
      }
    },
  }
}

type Newcomer = { subject: Subject; episode: Episode | null; on: Day }

/**
 * The promise to meet a coach within seven days, from March 2019: who got in touch, when they met, who did not and why.
 * Exactly twelve first visits are held in March. Returns the episodes whose contact has been told here.
 */
export function tellFirstMeetings(subjects: readonly Subject[], plan: Plan, random: Random): Set<Episode> {
  const window = windowOf(plan)
  const diary = createDiary()
  if (plan.until <= march || plan.first > march) return new Set()
  const pool = random.shuffled(subjects).filter(isReady)
  const inMarch = newcomers(pool, march, Math.round(heldInMarch * plan.scale) + 1, '2019-03-01' as Day, 13)
  const inApril = newcomers(pool, march + 1, Math.round(26 * plan.scale), '2019-03-25' as Day, 18)
  for (const [position, each] of inMarch.entries()) meetInMarch(each, position === inMarch.length - 1, position, diary)
  for (const each of inApril)
    meet(each, each.on, random.chance(0.8) ? random.between(1, 5) : random.between(8, 12), diary)
  if (plan.until === march + 2) tellMay(pool, window, diary)
  return new Set([...inMarch, ...inApril].flatMap(({ episode }) => episode ?? []))
}

const isReady = (subject: Subject): boolean => !subject.isReferred && !isYoungOrOld(subject)
const isYoungOrOld = (subject: Subject): boolean => {
  const age = ageOn(subject, '2019-03-01' as Day)
  return age < 19 || age > 63
}

/** Those who begin to have assistance in a month and look for work, with the days that they get in touch. */
function newcomers(pool: readonly Subject[], at: MonthIndex, count: number, from: Day, span: number): Newcomer[] {
  const found = pool.flatMap((subject) => {
    const episode = subject.episodes.find(({ first, contact }) => first === at && contact)
    return episode && isUnemployed(subject.reasonAt(at)) ? { subject, episode } : []
  })
  return found.slice(0, count).map(({ subject, episode }, position, all) => {
    const on = later(from, Math.floor((position * span) / all.length))
    episode.contact = on
    return { subject, episode, on }
  })
}

function meetInMarch({ subject, episode, on }: Newcomer, misses: boolean, position: number, diary: Diary): void {
  const contact = tellContact(subject, episode!, on, true)
  if (!misses) {
    const days = position % 4 === 3 ? 9 : 2 + (position % 4)
    const meeting = book(subject, contact, later(on, days), on, diary)
    if (days > 7 && position % 8 === 3) explain(subject, contact, later(on, 8), 'no-free-time')
    return hold(subject, meeting)
  }
  const missed = book(subject, contact, later(on, 4), on, diary)
  subject.story.tell('meeting-missed', missed.day, missed.coach, {}, missed.told)
  explain(subject, contact, later(on, 9), 'person-did-not-come')
  hold(subject, book(subject, contact, '2019-04-02' as Day, later(on, 9), diary))
}

function meet({ subject, episode }: Newcomer, on: Day, days: number, diary: Diary): void {
  const contact = tellContact(subject, episode!, on, true)
  // The first visits of March are counted: those who got in touch in its last week came in April.
  const meeting = book(
    subject,
    contact,
    later(on, days) < '2019-04-01' ? ('2019-04-01' as Day) : later(on, days),
    on,
    diary,
  )
  if (days > 7 && subject.random.chance(0.5)) explain(subject, contact, later(on, 8), 'no-free-time')
  hold(subject, meeting)
}

type Booked = { told: Told; day: Day; coach: string }

function book(subject: Subject, contact: Contact, from: Day, on: Day, diary: Diary): Booked {
  const unit = contact.unit ?? 'JOBT'
  const coach = coachOf(subject, unit)
  const { at, day } = diary.book(coach, from)
  const body = { unit, coach: userIdOf(coach), at, minutes: 60 }
  const told = subject.story.tell('meeting-booked', on, 'Sofia Berg', body, contact.told)
  return { told, day, coach }
}

const explain = ({ story }: Subject, { told }: Contact, on: Day, cause: string): Told =>
  story.tell('promise-explained', on, 'Sofia Berg', { cause }, told)

/** The visit, its mapping and what the coach asked the employment service; the plan at the first meeting after it. */
function hold(subject: Subject, { told, day, coach }: Booked): void {
  const { random, story } = subject
  story.tell('meeting-held', day, coach, {}, told)
  tellMapping(subject, 'simplified', day, coach, random.chance(0.85))
  tellEmploymentService(subject, day, coach)
  if (!random.chance(0.7)) return
  const saved = later(day, random.between(7, 16))
  const plan = tellPlan(subject, saved, subject.reasonAt(march))
  if (random.chance(0.8)) story.tell('plan-approved', saved, subject.planner, { agreedByPerson: true }, plan)
}

/** The last days before the demo's: meetings held, missed, to come, too late, and not booked at all. */
function tellMay(pool: readonly Subject[], window: Window, diary: Diary): void {
  const returning = pool.filter(({ episodes }) => {
    const closes = episodes.at(-1)?.closes
    return closes && closes < '2019-04-25' && closes > '2018-06-01'
  })
  const seeking = returning.filter(
    (subject) =>
      isUnemployed(subject.reasonAt(march + 2)) && subject.home.number % 5 < 3 && ageOn(subject, window.until) >= 26,
  )
  for (const [position, { daysBack, meeting }] of may.entries()) {
    const subject = seeking[position]
    if (!subject) return
    const on = previousWorkday(addDays(window.until, -daysBack))
    const contact = tellContact(subject, { first: march + 2, last: march + 4, contact: on, closes: null }, on, true)
    if (meeting === null) continue
    const booked = book(subject, contact, addDays(window.until, meeting.day), on, diary)
    if (meeting.fate === 'held') hold(subject, booked)
    if (meeting.fate === 'missed') subject.story.tell('meeting-missed', booked.day, booked.coach, {}, booked.told)
  }
}

const meets = (daysBack: number, day: number, fate: 'held' | 'missed' | 'booked' = 'booked') => ({
  daysBack,
  meeting: { day, fate },
})
const may: readonly { daysBack: number; meeting: { day: number; fate: string } | null }[] = [
  meets(12, -7, 'held'),
  meets(12, -6, 'held'),
  meets(11, -5, 'missed'),
  meets(8, -1, 'held'),
  meets(6, 0),
  meets(5, 0),
  meets(5, 0),
  meets(4, 0),
  meets(4, 1),
  meets(1, 1),
  meets(1, 1),
  meets(6, 7),
  meets(5, 9),
  { daysBack: 8, meeting: null },
  { daysBack: 5, meeting: null },
  { daysBack: 1, meeting: null },
]

const previousWorkday = (day: Day): Day => (isWorkingDay(day) ? day : previousWorkday(addDays(day, -1)))
