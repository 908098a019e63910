import { addDays, type Day } from '../../values/day.ts'
import type { MonthIndex } from '../../values/month.ts'
import { type Plan, yearOf } from '../plan.ts'
import type { Random } from '../random.ts'
import { accept, begin, employ, end, physicianStep, refer, start } from './referral.ts'
import { type Episode, ageOn, firstDay, isEnrolled, isSick, later, type Subject, windowOf } from './subject.ts'

/** How it ended for so many of a counted group; null months: whenever it fits. */
type Part = { outcome: string; reason: string; count: number; closure?: string }

/** Jobbtorg Resurs: 79 referred and all of them ended within the year (document 003-6). */
const resource: readonly Part[] = [
  { outcome: 'work', reason: 'self-supporting', count: 21, closure: 'work-unsubsidised' },
  { outcome: 'studies', reason: 'self-supporting', count: 4, closure: 'studies' },
  { outcome: 'self-support-programme', reason: 'completed', count: 4, closure: 'employment-service-programme' },
  { outcome: 'unknown', reason: 'unknown', count: 28 },
  { outcome: 'unknown', reason: 'returned', count: 22 },
]

/** Work training of the municipality's own: 43 ended within the year (document 003-7). */
const training: readonly Part[] = [
  { outcome: 'work', reason: 'self-supporting', count: 2, closure: 'work-unsubsidised' },
  { outcome: 'next-intervention', reason: 'completed', count: 17 },
  { outcome: 'internship-employment-service', reason: 'completed', count: 2 },
  { outcome: 'unknown', reason: 'unknown', count: 12 },
  { outcome: 'unknown', reason: 'returned', count: 10 },
]

const scaled = (parts: readonly Part[], scale: number): Part[] =>
  parts.flatMap((part) => Array.from({ length: Math.round(part.count * scale) }, () => part))

/** The groups that the reports count to the person, in the last whole year; nothing when the months do not hold it. */
export function tellCountedGroups(subjects: readonly Subject[], plan: Plan, random: Random): void {
  const january = (yearOf(plan.until) - 1) * 12
  if (january < plan.first || january + 12 > plan.until) return
  const pool = random.shuffled(subjects)
  for (const part of scaled(resource, plan.scale)) tellCounted(pool, 'jobbtorg-resurs', part, january)
  for (const part of scaled(training, plan.scale)) tellCounted(pool, 'arbetstraning', part, january)
}

type Found = { subject: Subject; episode: Episode; from: MonthIndex; until: MonthIndex }

function tellCounted(
  pool: readonly Subject[],
  key: 'jobbtorg-resurs' | 'arbetstraning',
  part: Part,
  january: MonthIndex,
): void {
  const found = findCounted(pool, part, january)
  if (!found) return
  const { subject, from, until } = found
  const { random } = subject
  subject.isReferred = true
  subject.closure = part.closure ?? null
  const referral = refer(subject, key, later(firstDay(from), random.between(7, 20)), { kind: 'referred' })
  const started = begin(referral, random.between(8, 18), 84)
  const on = later(firstDay(until), random.between(2, 16))
  end(referral, { on, reason: part.reason, outcome: part.outcome })
  if (part.outcome === 'work') employ(referral, later(on, 1), random.chance(0.3))
  if (part.outcome === 'next-intervention') goOnToJobUnit(subject, later(on, random.between(3, 12)))
  if (started >= on) throw new Error('A participation of the demo ended before it started')
}

/** Those who went on are with the job unit for some months, with an end that nobody counted. */
function goOnToJobUnit(subject: Subject, on: Day): void {
  const referral = refer(subject, 'jobbtorg', on, { kind: 'referred' })
  const started = begin(referral, subject.random.between(7, 20), 120)
  end(referral, { on: later(started, subject.random.between(50, 110)), reason: 'completed', outcome: 'none' })
}

/**
 * The first who fits, from the middle of the year's months with assistance. Self-support ends an episode: the participation
 * ends in its last month, so that the payments tell the same.
 */
function findCounted(pool: readonly Subject[], part: Part, january: MonthIndex): Found | null {
  const isLast = part.closure !== undefined
  const room = part.outcome === 'next-intervention' ? 9 : 12
  let fallback: Found | null = null
  for (const subject of pool) {
    if (subject.isReferred) continue
    for (const episode of subject.episodes) {
      const from = Math.max(january, episode.first + (episode.contact ? 1 : 0))
      const last = Math.min(episode.last, january + room - 1)
      const until = isLast ? episode.last : Math.min(last, from + 3 + (subject.home.number % 4))
      if (until - from < 3 || until > january + room - 1) continue
      if (part.outcome === 'next-intervention' && episode.last < until + 5) continue
      if (isEnrolled(subject, firstDay(from), firstDay(until + 1))) continue
      if (!mayWork(subject, firstDay(from))) continue
      const found = { subject, episode, from: isLast ? Math.max(from, until - 5) : from, until }
      if (isHardToPlace(subject, from)) return found
      fallback ??= found
    }
  }
  return fallback
}

function mayWork(subject: Subject, day: Day): boolean {
  const age = ageOn(subject, day)
  return age >= 20 && age < 63
}

const isHardToPlace = (subject: Subject, at: MonthIndex): boolean => {
  const reason = subject.reasonAt(at)
  return reason.group === 'social' || reason.workAbility === 'Delvis nedsatt'
}

/** Socialläkaren since September: 16 of group A and 55 of group C referred, 33 of them seen (documents 000-7 to 000-10). */
export function tellPhysicianTrack(subjects: readonly Subject[], plan: Plan, random: Random): void {
  const patients = random.shuffled(subjects).filter((subject) => !subject.isReferred && isPatient(subject, plan.until))
  // Those who leave come first: they were referred long enough ago to have got their answer.
  const leaving = patients.filter(({ episodes }) => episodes.at(-1)?.closes).slice(0, Math.round(7 * plan.scale))
  const all = [...leaving, ...patients.filter(({ episodes }) => !episodes.at(-1)?.closes)]
  const forA = all.filter((subject) => isSick(subject.reasonAt(plan.until))).slice(0, Math.round(16 * plan.scale))
  const forC = all.filter((subject) => !forA.includes(subject)).slice(0, Math.round(55 * plan.scale))
  const chosen = all.filter((subject) => forA.includes(subject) || forC.includes(subject))
  const seen = Math.round(33 * plan.scale)
  const window = windowOf(plan)
  for (const [position, subject] of chosen.entries()) {
    const contact = subject.episodes.at(-1)?.contact
    const turn = later(firstDay(plan.until - 8), Math.floor((position * 242) / chosen.length) + 6)
    const on = contact && contact > turn ? later(contact, 14) : turn
    const group = forA.includes(subject) ? 'A' : 'C'
    tellPatient(subject, { group, on, isSeen: position < seen, today: window.until })
  }
}

/** Unwell, and with assistance since half a year; those who have left did so during the spring. */
function isPatient({ reasonAt, episodes }: Subject, until: MonthIndex): boolean {
  const reason = reasonAt(until)
  const last = episodes.at(-1)
  if (!last || (reason.group !== 'social' && !isSick(reason))) return false
  return last.closes ? last.last >= until - 4 && last.first <= until - 9 : last.first <= until - 6
}

type Patient = { group: string; on: Day; isSeen: boolean; today: Day }

function tellPatient(subject: Subject, { group, on, isSeen, today }: Patient): void {
  const { random } = subject
  const referral = refer(subject, 'sociallakaren', on, { kind: 'referred', physicianGroup: group })
  if (on > addDays(today, -14)) return
  accept(referral, later(on, random.between(2, 8)))
  if (!isSeen) return
  const closes = subject.episodes.at(-1)?.closes ?? null
  const seen = earlier(later(on, closes ? 21 : random.between(20, 50)), addDays(today, -6))
  start(referral, seen)
  physicianStep(referral, seen, 'seen', group)
  if (!closes && random.chance(0.2)) return
  const certificate = later(seen, random.between(5, 20))
  physicianStep(referral, certificate, 'certificate', group)
  if (!closes && random.chance(0.2)) return
  const applied = later(certificate, random.between(7, 25))
  physicianStep(referral, applied, 'application', group)
  const decided = later(applied, random.between(28, 60))
  const answer = closes ? 'granted-full' : random.pick(['granted-part', 'granted-part', 'denied'])
  physicianStep(referral, decided, answer, group)
  // The payments decide whether assistance ended: the case is closed for it, and the track with it.
  if (!closes || closes < decided) return
  subject.closure = group === 'A' ? 'sickness-benefit' : 'disability-benefit'
  physicianStep(referral, closes, 'exit', group)
  end(referral, { on: closes, reason: 'completed', outcome: 'other-benefit' })
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
