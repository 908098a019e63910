import { addDays, type Day } from '../../values/day.ts'
import { goalsOf, type InterventionKey, unitOf } from './catalogue.ts'
import { concernAnswers, concerns, quotes } from './phrases.text.ts'
import type { Told } from './story.ts'
import { later, type Subject, workday } from './subject.ts'

/** One person in one intervention: where it stands follows from what has been told so far. */
export type Referral = { subject: Subject; key: InterventionKey; told: Told; coach: string }

/** The unit's own committee needs no ground; the job unit's is another one. */
const ownUnits: ReadonlySet<string> = new Set(['EBM', 'EBP1', 'EBP2'])

/** Records that a unit may be told of the person for a year, unless it may already. */
export function consent({ story, consents, random }: Subject, unit: string, on: Day, by: string): void {
  if (isOpenTo(consents, unit, on)) return
  const until = addDays(on, 365)
  consents.push({ unit, from: on, until })
  story.tell('consent-given', on, by, {
    recipient: unit,
    ground: 'consent',
    scopes: ['identity', 'mapping', 'participation', ...(random.chance(0.7) ? ['plan'] : [])],
    until,
  })
}

const isOpenTo = (consents: Subject['consents'], unit: string, on: Day): boolean =>
  ownUnits.has(unit) || consents.some((each) => each.unit === unit && each.from <= on && on < each.until)

export function coachOf({ home }: Subject, unit: string): string {
  if (unit === 'JOBR') return 'Lena Dahl'
  if (unit === 'KONS') return 'Omar Falk'
  if (unit === 'JOBT') return home.number % 5 < 3 ? 'Anders Vind' : 'Petra Alm'
  return 'Klara Strand'
}

type Referring = { coach?: string; kind?: string; physicianGroup?: string; reason?: string }

export function refer(subject: Subject, key: InterventionKey, on: Day, extra: Referring = {}): Referral {
  const { coach, kind = subject.random.chance(0.25) ? 'assigned' : 'referred', ...rest } = extra
  const unit = unitOf(key)
  subject.isReferred = true
  consent(subject, unit, on, subject.planner)
  const body = { intervention: key, unit, kind, goals: goalsOf(key), ...rest }
  const told = subject.story.tell('referred', on, subject.planner, body)
  return { subject, key, told, coach: coach ?? coachOf(subject, unit) }
}

const goOn = ({ subject, told, coach }: Referral, kind: string, on: Day, body: object): Told =>
  subject.story.tell(kind, on, coach, body, told)

export const accept = (referral: Referral, on: Day): Told => goOn(referral, 'referral-accepted', on, {})
export const sendBack = (referral: Referral, on: Day, reason: string): Told =>
  goOn(referral, 'referral-returned', on, { reason })

/** `plannedEnd`: the first day after the last. */
export const start = (referral: Referral, on: Day, plannedEnd?: Day, group?: string): Told =>
  goOn(referral, 'intervention-started', on, { ...(plannedEnd && { plannedEnd }), ...(group && { group }) })

/** Accepted and started; gives the day of the start. */
export function begin(referral: Referral, waitDays: number, plannedDays: number): Day {
  const { random } = referral.subject
  const accepted = later(referral.told.on, random.between(1, Math.min(6, waitDays)))
  accept(referral, accepted)
  const on = later(referral.told.on, Math.max(waitDays, 7))
  start(referral, on, addDays(on, plannedDays))
  return on
}

type Ending = { on: Day; reason: string; outcome: string }

/** Ends the participation, answers each goal and offers the conversation. */
export function end(referral: Referral, { on, reason, outcome }: Ending): void {
  const { subject, key } = referral
  const reached = ['work', 'studies', 'self-support-programme', 'other-benefit'].includes(outcome)
  const state = () => (reached ? 'achieved' : subject.random.pick(['partly', 'partly', 'not-achieved']))
  goOn(referral, 'intervention-ended', on, {
    reason,
    outcome,
    goals: goalsOf(key).map(({ key: goal }) => ({ goal, state: state() })),
  })
  exitConversation(referral, on)
}

/** Always offered; six of ten take it. */
export function exitConversation(referral: Referral, on: Day): void {
  const { random } = referral.subject
  goOn(referral, 'exit-interview', on, { state: 'offered' })
  const fate = random.next()
  const day = later(on, random.between(2, 9))
  if (fate < 0.4) {
    // Who has not answered in six weeks is taken to have declined.
    const declined = fate < 0.15 ? day : later(on, 42)
    const { consents } = referral.subject
    if (isOpenTo(consents, unitOf(referral.key), declined)) {
      goOn(referral, 'exit-interview', declined, { state: 'declined' })
    }
    return
  }
  const overall = random.pick([2, 3, 3, 4, 4, 4, 5, 5])
  goOn(referral, 'exit-interview', day, {
    state: 'held',
    overall,
    better:
      overall > 2 ? random.shuffled(['routines', 'confidence', 'social', 'skills', 'hope-for-work']).slice(0, 2) : [],
    worse: overall < 4 ? [random.pick(['health', 'economy', 'hope-for-work'])] : [],
    ...(random.chance(0.3) && { quote: random.pick(quotes), quoteConsent: random.chance(0.7) }),
  })
}

/** Work that came of it. One with a wage subsidy lasts a year, and every third goes on without. */
export function employ(referral: Referral, on: Day, subsidised: boolean): void {
  const { random, story, planner, responsible, home } = referral.subject
  const started = goOn(referral, 'employment-started', on, {
    employer: subsidised ? `forvaltning-${random.between(1, 3)}` : `foretag-${random.between(1, 72)}`,
    employerKind: subsidised ? 'municipal' : 'external',
    subsidised,
    ...(subsidised && { until: addDays(on, 365) }),
    introductionPaidBy: subsidised ? 'employment-service' : random.pick(['employer', 'municipality', 'nobody']),
  })
  if (!subsidised) return
  const by = responsible.at(-1)?.caseworker ?? planner
  story.tell('employment-ended', later(on, 368), by, { becameRegular: home.number % 3 === 0 }, started)
}

/** Three days a week up to a day, at most so many weeks back. */
export function attend(referral: Referral, from: Day, until: Day, done: readonly string[]): void {
  const { random } = referral.subject
  for (let day = workday(from); day < until; day = workday(addDays(day, random.between(2, 3)))) {
    const attendance = random.pick([
      'present',
      'present',
      'present',
      'present',
      'partly',
      'valid-absence',
      'invalid-absence',
    ])
    const said = random.chance(0.1) ? random.pick(done) : null
    const isThere = attendance === 'present' || attendance === 'partly'
    goOn(referral, 'attendance-recorded', day, { attendance, ...(said && isThere && { done: said }) })
  }
}

export function rate(referral: Referral, on: Day, level: number): void {
  const { random } = referral.subject
  const score = () => Math.max(0, Math.min(10, level + random.between(-2, 2)))
  const areas = ['job-search', 'work-ability', 'health', 'daily-structure', 'network']
  goOn(referral, 'progression-rated', on, { scores: Object.fromEntries(areas.map((area) => [area, score()])) })
}

export function worry(referral: Referral, on: Day, answered: Day | null): void {
  const { subject } = referral
  const raised = goOn(referral, 'concern-raised', on, { text: subject.random.pick(concerns) })
  if (answered) subject.story.tell('concern-answered', answered, subject.planner, { text: concernAnswers[0]! }, raised)
}

export const physicianStep = (referral: Referral, on: Day, step: string, group: string): Told =>
  goOn(referral, 'physician-step', on, { step, group })
