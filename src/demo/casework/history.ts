import { addDays, type Day } from '../../values/day.ts'
import type { Plan } from '../plan.ts'
import type { InterventionKey } from './catalogue.ts'
import { notReferredReason } from './intake.ts'
import { begin, employ, end, refer, sendBack } from './referral.ts'
import { type Episode, firstDay, isEnrolled, isUnemployed, later, monthOf, type Subject, windowOf } from './subject.ts'

/**
 * What was tried with those who stayed, beside what the job unit's files hold: referred, waited, begun, ended; or why nothing was.
 * Leaves alone what is counted to the person elsewhere: the last whole year of two interventions, and the jobs of the last months.
 */
export function tellHistory(subject: Subject, { first, last, contact }: Episode, plan: Plan): void {
  const { random, story, planner } = subject
  const reason = subject.reasonAt(first)
  if (last - first < 4) return
  const from = contact ?? later(windowOf(plan).from, random.between(5, 60))
  const on = later(from, random.between(25, 80))
  if (!isUnemployed(reason) && reason.group !== 'social') {
    if (random.chance(0.6)) story.tell('not-referred', on, planner, { reason: notReferredReason(reason) })
    return
  }
  if (subject.isReferred || !random.chance(0.3)) return
  const days = random.between(50, 150)
  const ends = later(on, days + 30)
  const limit = firstDay(Math.min(last + 1, plan.until - 2))
  if (ends >= limit || isEnrolled(subject, on, ends)) return
  const key = freeKey(subject, reason.group === 'social', on, ends, plan)
  if (key) tellWay(subject, key, on, { ends, last: firstDay(last), plan })
}

type Way = { ends: Day; last: Day; plan: Plan }

function tellWay(subject: Subject, key: InterventionKey, on: Day, { ends, last, plan }: Way): void {
  const { random } = subject
  const referral = refer(subject, key, on)
  if (random.chance(0.12)) {
    const reason = random.pick([
      'cannot-support',
      'did-not-come',
      'wrong-intervention',
      'health-first',
      'information-missing',
    ])
    return void sendBack(referral, later(on, random.between(5, 25)), reason)
  }
  begin(referral, random.between(7, 28), 90)
  const isLeaving = ends >= addDays(last, -40) && ends < firstDay(plan.until - 4)
  if (isLeaving && random.chance(0.7)) {
    end(referral, { on: ends, reason: 'self-supporting', outcome: random.pick(['work', 'work', 'studies']) })
    if (random.chance(0.5)) employ(referral, later(ends, 1), random.chance(0.3))
    return
  }
  const [reason, outcome] = random.pick([
    ['completed', 'completed'],
    ['completed', 'ready-for-employment-service'],
    ['completed', 'next-intervention'],
    ['dropped-out', 'none'],
    ['illness', 'none'],
    ['unknown', 'unknown'],
  ] as const)
  end(referral, { on: ends, reason, outcome })
}

function freeKey(subject: Subject, isSocial: boolean, on: Day, ends: Day, plan: Plan): InterventionKey | null {
  const year = Math.floor((plan.until - 1) / 12) - 1
  const isCountedYear = [on, ends].some((day) => Math.floor(monthOf(day) / 12) === year)
  if (isSocial) return isCountedYear ? null : subject.random.pick(['jobbtorg-resurs', 'arbetstraning'])
  return subject.random.pick(['jobbtorg', 'jobbtorg', on >= '2017-01-01' ? 'steget-2' : 'jobbtorg'])
}
