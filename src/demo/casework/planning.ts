import { addDays, type Day } from '../../values/day.ts'
import type { Home } from '../compositions.ts'
import type { Reason } from '../reasons.ts'
import {
  activities,
  childlessStep,
  childrenTexts,
  followUpComments,
  goals,
  mappingAnswers,
  nextSteps,
  notes,
  reminders,
} from './phrases.text.ts'
import type { Told, Window } from './story.ts'
import { type Episode, firstDay, isSick, isUnemployed, later, monthOf, type Subject, workday } from './subject.ts'

const followUpDays = 120

/** Mapping, plan and follow-ups of a household that stays; the later ones fall outside the window and are not told. */
export function tellPlanning(subject: Subject, episode: Episode, from: Day, window: Window): void {
  const { random, planner } = subject
  const reason = subject.reasonAt(episode.first)
  const start = later(from, random.between(0, 20))
  if (random.chance(0.6)) tellMapping(subject, random.pick(['DUR', 'DUR', 'FIA']), start, planner, true)
  if (isUnemployed(reason)) tellEmploymentService(subject, start, planner)
  if (random.chance(0.08)) return
  const end = episode.closes ?? window.until
  const saved = later(start, random.between(5, 25))
  const plan = tellPlan(subject, saved, reason)
  if (random.chance(0.1)) return
  const approved = later(saved, random.between(0, 10))
  subject.story.tell('plan-approved', approved, planner, { agreedByPerson: random.chance(0.93) }, plan)
  followUp(subject, plan, {
    saved,
    goals: planBody(subject, saved, reason).goals,
    end: end < window.until ? end : window.until,
  })
}

type Followed = { saved: Day; goals: readonly { key: string }[]; end: Day }

function followUp(subject: Subject, plan: Told, { saved, goals: ofGoals, end }: Followed): void {
  const { random, planner, story } = subject
  let due = addDays(saved, followUpDays)
  while (due < end) {
    // Of the latest one in three is late; of hers who signs in to the demo, more.
    const on = later(
      due,
      addDays(due, 60) >= end && random.chance(planner === 'Klara Strand' ? 0.6 : 0.35) ? 61 : random.between(-6, 16),
    )
    if (on >= end) return
    const nextOn = addDays(on, followUpDays)
    story.tell(
      'follow-up-held',
      on,
      planner,
      {
        goals: ofGoals.map(({ key }) => ({ goal: key, state: random.pick(['open', 'open', 'partly', 'achieved']) })),
        nextOn,
        ...(random.chance(0.3) && { comment: random.pick(followUpComments) }),
      },
      plan,
    )
    due = nextOn
  }
}

/** The plan, which later versions go on with. */
export function tellPlan(subject: Subject, on: Day, reason: Reason): Told {
  const body = planBody(subject, on, reason)
  const known = subject.plans.get(body.kind) ?? null
  const told = subject.story.tell('plan-saved', on, subject.planner, body, known)
  subject.plans.set(body.kind, known ?? told)
  return known ?? told
}

/** The same household is given the same goals: they are drawn from its number. */
function planBody({ home }: Subject, on: Day, reason: Reason) {
  const children = childrenOf(home)
  const hasYoung = children.some((birth) => monthOf(on) - birth < 72)
  const [own, todo] = isUnemployed(reason)
    ? [
        ['job-search', 'work', 'studies', 'sfi'],
        ['search', 'intervention', 'register', 'planning', 'course'],
      ]
    : isSick(reason)
      ? [
          ['health', 'work-ability'],
          ['care', 'benefit'],
        ]
      : [
          ['routines', 'housing', 'work-ability', 'health'],
          ['intervention', 'care', ...(hasYoung ? ['children'] : [])],
        ]
  const pick = (keys: readonly string[], count: number) =>
    keys.slice(home.number % Math.max(1, keys.length - count + 1)).slice(0, count)
  return {
    kind: isUnemployed(reason) ? 'work' : 'implementation',
    goals: pick(own, 2).map((key) => ({ key, text: goals[key]! })),
    activities: pick(todo, 2).map((key) => ({
      key,
      text: activities[key]!,
      responsible: key === 'care' ? 'health-care' : key === 'planning' ? 'employment-service' : 'person',
      due: addDays(on, 60),
      ...(key === 'planning' && { fromEmploymentService: true }),
    })),
    followUpOn: addDays(on, followUpDays),
    ...(children.length > 0 && { childrenText: childrenTexts[hasYoung ? 'young' : 'older'][home.number % 3]! }),
  }
}

/** The months in which the children of a household were born. */
const childrenOf = ({ members }: Home): number[] =>
  members.flatMap(({ role, birth }) => (role === 'child' ? [birth] : []))

export function tellMapping(subject: Subject, method: string, on: Day, by: string, complete: boolean): void {
  const { random, story, home } = subject
  const areas = {
    simplified: ['education', 'work-experience', 'health', 'language', 'social-situation'],
    DUR: ['living', 'children-family', 'income', 'work-education', 'health', 'daily-life'],
  }[method] ?? ['living', 'physical-health', 'work-goal']
  const asked = complete ? areas : areas.slice(0, 2)
  const answers = asked.map((area) => {
    const level = random.below(3)
    return [area, { text: random.pick(mappingAnswers[area]![level]!), level }]
  })
  if (method === 'FIA') answers.push(...restOfFia(home.number))
  story.tell('mapping-saved', on, by, { method, answers: Object.fromEntries(answers), complete })
}

/** The same household answers the same: drawn from its number. */
const restOfFia = (number: number) =>
  ['home', 'network', 'mental-health', 'language', 'education', 'work-experience'].map((area, at) => {
    const level = (number + at) % 3
    return [area, { text: mappingAnswers[area]![level]![0]!, level }]
  })

export function tellEmploymentService({ random, story }: Subject, on: Day, by: string): void {
  const registered = random.chance(0.8)
  story.tell('employment-service-status', on, by, {
    registered,
    helpedToRegister: registered && random.chance(0.2),
    ...(registered && { registeredOn: addDays(on, -random.between(0, 90)) }),
    hasPlan: registered && random.chance(0.7),
  })
}

/** Small things along the way: a note now and then, and where assistance goes on, what comes next. */
export function tellDaily(subject: Subject, { first, last }: Episode, isOpen: boolean, { from, until }: Window): void {
  const { random, story, planner } = subject
  const start = firstDay(first) < from ? from : firstDay(first)
  const span = Math.max(1, last - first)
  const count = Math.min(4, Math.floor(span / 5))
  for (let written = 0; written < count; written++) {
    const day = later(start, 20 + random.below(span * 30))
    story.tell('note-written', day, planner, { text: random.pick(notes) })
  }
  if (!isOpen || !random.chance(0.6)) return
  const set = later(until, -random.between(3, 45))
  const due = workday(addDays(until, random.between(-6, 40)))
  const step = random.pick(nextSteps)
  const isPointless = step.includes('barnen') && childrenOf(subject.home).length === 0
  story.tell('next-step-set', set, planner, { text: isPointless ? childlessStep : step, on: due })
  if (random.chance(planner === 'Klara Strand' ? 0.3 : 0.08))
    story.tell('reminder-set', set, planner, {
      text: random.pick(reminders),
      on: workday(addDays(until, random.between(-3, 6))),
    })
}
