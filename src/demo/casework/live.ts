import { addDays, type Day } from '../../values/day.ts'
import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { groupOf, type InterventionKey, unitOf } from './catalogue.ts'
import { attendanceDone, tableDecisions, tableDone } from './phrases.text.ts'
import { accept, attend, end, rate, refer, type Referral, sendBack, start, worry } from './referral.ts'
import { ageOn, isEnrolled, isUnemployed, later, type Subject, windowOf, workday } from './subject.ts'

/** What goes on the day that the demo stands still: the working day of every role has something in it. Days are counted back from it. */
type Situation = (referral: Referral, today: Day, random: Random) => void

const ago = (today: Day, days: number): Day => workday(addDays(today, -days))

const unanswered: Situation = () => undefined
const waiting: Situation = (referral) => void accept(referral, later(referral.told.on, 3))
const givenBack =
  (reason: string): Situation =>
  (referral, today) =>
    void sendBack(referral, ago(today, 4), reason)

/** Takes part since some weeks, until so many days ahead. */
const takingPart =
  (left: number, worried?: 'unanswered' | 'answered'): Situation =>
  (referral, today, random) => {
    const on = later(referral.told.on, 10)
    accept(referral, later(referral.told.on, 4))
    const until = addDays(today, left)
    start(referral, on, until, groupOf(referral.key, on, until))
    rate(referral, later(on, 1), 3)
    rate(referral, ago(today, random.between(1, 7)), 6)
    attend(referral, on > addDays(today, -42) ? on : addDays(today, -42), today, attendanceDone)
    if (worried) worry(referral, ago(today, 5), worried === 'answered' ? ago(today, 4) : null)
  }

const ended =
  (outcome: string): Situation =>
  (referral, today) => {
    const on = later(referral.told.on, 9)
    accept(referral, later(referral.told.on, 4))
    start(referral, on, ago(today, 5))
    attend(referral, addDays(today, -40), ago(today, 5), attendanceDone)
    end(referral, { on: ago(today, 5), reason: 'completed', outcome })
  }

type Live = { key: InterventionKey; daysAgo: number; situation: Situation }

const many = (key: InterventionKey, days: readonly number[], situation: Situation): Live[] =>
  days.map((daysAgo) => ({ key, daysAgo, situation }))

/** First what a caseworker waits for, since those who sign in have few who can be sent anywhere. */
const kinds: readonly Live[][] = [
  many('jobbtorg', [12, 9, 7, 5, 1], unanswered),
  many('jobbtorg', [20], givenBack('wrong-intervention')),
  many('arbetstraning', [92, 85], takingPart(9)),
  many('jobbtorg', [90, 80], takingPart(11)),
  many('arbetstraning', [60], takingPart(24, 'unanswered')),
  many('jobbtorg-resurs', [24], givenBack('health-first')),
  many('arbetstraning', [8, 4], unanswered),
  many('jobbtorg-resurs', [13, 6, 1], unanswered),
  many('arbetstraning', [26, 22], waiting),
  many('jobbtorg', [19, 16], waiting),
  many('jobbtorg', [75], takingPart(40, 'answered')),
  many('jobbtorg', [70, 64, 55, 50], takingPart(60)),
  many('steget-2', [30, 24], takingPart(7)),
  many('jobbtorg-resurs', [88, 77, 63, 45], takingPart(50)),
  many('jobbtorg-resurs', [95], takingPart(12)),
  many('arbetstraning', [95], ended('ready-for-employment-service')),
  many('jobbtorg', [100, 97], ended('next-intervention')),
  many('arbetstraning', [18], givenBack('information-missing')),
]

/** The first of each kind of situation, then the second of each, and so on: a small demo has one of everything. */
const live: readonly Live[] = [0, 1, 2, 3, 4].flatMap((round) => kinds.flatMap((each) => each[round] ?? []))

/** At small sizes the first few of each kind of thing, as far as there are people for them. */
export function tellLive(subjects: readonly Subject[], plan: Plan, random: Random): void {
  const today = windowOf(plan).until
  const free = random.shuffled(subjects.filter((subject) => isAtHand(subject, plan, today)))
  // Households of the caseworkers and the coach who sign in come first: their days are the ones that are looked at.
  free.sort((a, b) => rank(a) - rank(b))
  for (const [position, { key, daysAgo, situation }] of live.entries()) {
    const subject = free[position]
    if (!subject) return
    const coach = unitOf(key) === 'JOBT' ? 'Anders Vind' : undefined
    const referral = refer(subject, key, ago(today, daysAgo), coach ? { coach } : {})
    situation(referral, today, random)
  }
  decideAtTable(subjects, today, random)
}

/** Most households of her who has left are Klara Strand's now. */
const rank = ({ planner }: Subject): number =>
  planner === 'Klara Strand' || planner === 'Moa Granat' ? 0 : planner === 'Stina Ljung' ? 1 : 2

function isAtHand(subject: Subject, plan: Plan, today: Day): boolean {
  const last = subject.episodes.at(-1)
  const age = ageOn(subject, today)
  const reason = subject.reasonAt(plan.until)
  return (
    !subject.isReferred &&
    age > 19 &&
    age < 64 &&
    last?.last === plan.until - 1 &&
    last.first < plan.until - 5 &&
    (isUnemployed(reason) || reason.group === 'social') &&
    !isEnrolled(subject, addDays(today, -120), addDays(today, 30))
  )
}

/** The weekly table of the three parties, since the agreement at the end of 2018: some households each Thursday. */
function decideAtTable(subjects: readonly Subject[], today: Day, random: Random): void {
  const known = subjects.filter(({ isReferred, episodes }) => isReferred && episodes.at(-1)?.closes === null)
  const talkedOf = random.shuffled(known).slice(0, 40)
  for (const [position, { story }] of talkedOf.entries()) {
    const on = workday(addDays(today, -5 - 7 * (position % 12)))
    const [decision, responsible] = random.pick(tableDecisions)
    story.tell('table-decided', on, 'Eva Nyberg', {
      decision,
      responsible,
      due: addDays(on, random.pick([7, 14])),
    })
    if (on < addDays(today, -21)) {
      const done = { decision: tableDone, responsible: 'assistance' }
      story.tell('table-decided', workday(addDays(on, 14)), 'Eva Nyberg', done)
    }
  }
}
