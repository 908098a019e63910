import { defaultRoutingRules } from '../../parameters/routing-rules.ts'
import type { Day } from '../../values/day.ts'
import { caseworkers } from '../organisation.ts'
import type { Reason } from '../reasons.ts'
import { overrideReasons } from './phrases.text.ts'
import { consent } from './referral.ts'
import type { Told } from './story.ts'
import { abilityOf, ageOn, type Episode, isSick, isUnemployed, later, monthOf, type Subject } from './subject.ts'

const coaching: ReadonlySet<string> = new Set(['job-unit', 'job-unit-extra', 'employment-consultant'])
const unitOfDestination: Record<string, string> = {
  'job-unit': 'JOBT',
  'job-unit-extra': 'JOBR',
  'employment-consultant': 'KONS',
}

/** From when whoever is routed to a coach is to meet one within seven days; only some are told of then, see `first-meetings.ts`. */
export const promiseFrom = '2019-03-01' as Day

export type Contact = { told: Told; on: Day; unit: string | null }

/** A first contact, what was assessed and where it led. `toCoach`: one of those who are to meet a coach within seven days. */
export function tellContact(subject: Subject, { first, last }: Episode, on: Day, toCoach = false): Contact {
  const { random, story } = subject
  const reason = subject.reasonAt(first)
  const by = intakeWorker(subject, on)
  const isShort = !toCoach && last - first < 3 && random.chance(0.85)
  const abilities = assess(subject, reason, toCoach)
  const facts = { duration: isShort ? 'short' : random.chance(0.8) ? 'long' : 'unknown', age: ageOn(subject, on) }
  const duration = isHeldBack(facts, reason, abilities, on, toCoach) ? 'short' : facts.duration
  const suggestion = suggest({ ...facts, duration }, reason, abilities)
  const told = story.tell('contact-registered', on, by, {
    channel: random.pick(['phone', 'phone', 'phone', 'visit', 'e-service', 'e-service', 'letter']),
    subjects: subjectsOfContact(subject, reason),
    expectedDuration: duration,
    unemployed: isUnemployed(reason),
  })
  for (const [position, ability] of abilities.entries()) {
    const assessor = position > 0 ? 'own' : isSick(reason) ? 'physician' : 'caseworker'
    story.tell('work-ability-assessed', on, by, { assessor, ability })
  }
  const isOverridden = !toCoach && on < promiseFrom && random.chance(0.06)
  const destination = isOverridden ? 'caseworker' : suggestion.destination
  story.tell(
    'routed',
    on,
    by,
    {
      destination,
      suggested: suggestion.destination,
      rule: suggestion.rule,
      rulesFrom: defaultRoutingRules.from,
      ...(destination !== suggestion.destination && { overrideReason: random.pick(overrideReasons) }),
    },
    told,
  )
  const unit = unitOfDestination[destination] ?? null
  if (unit && (toCoach || random.chance(0.3))) consent(subject, unit, on, by)
  if (destination === 'no-referral') story.tell('not-referred', on, by, { reason: notReferredReason(reason) })
  return { told, on, unit }
}

/** An application that led nowhere: a contact, and the end of it. */
export function tellAdvice(subject: Subject, on: Day): void {
  const { random, story } = subject
  const by = intakeWorker(subject, on)
  const told = story.tell('contact-registered', on, by, {
    channel: random.pick(['phone', 'e-service', 'visit']),
    subjects: [random.pick(['application', 'question', 'rent', 'no-income'])],
    expectedDuration: 'short',
    unemployed: random.chance(0.3),
  })
  const body = {
    destination: 'reception',
    suggested: 'reception',
    rule: 'short-stays',
    rulesFrom: defaultRoutingRules.from,
  }
  story.tell('routed', on, by, body, told)
  const reason = random.pick(['not-reapplied', 'not-reapplied', 'advice-only', 'other'])
  story.tell('case-closed', later(on, random.between(7, 25)), by, { reason })
}

export function intakeWorker({ random, responsible }: Subject, on: Day): string {
  const own = responsible.findLast(({ from }) => from <= monthOf(on) + 1)
  return own?.unit === 'EBM' && random.chance(0.7) ? own.caseworker : random.pick(caseworkers[0] ?? [])
}

function assess({ random }: Subject, reason: Reason, toCoach: boolean): string[] {
  const ability = abilityOf(reason)
  if (toCoach) return [ability === 'reduced' ? 'reduced' : 'full']
  if (isUnemployed(reason)) return random.chance(0.5) ? ['full'] : []
  if (reason.group === 'social') return random.chance(0.3) ? ['reduced', 'full'] : ['unclear']
  if (!isSick(reason)) return []
  return random.chance(0.15) ? [ability, 'full'] : [ability]
}

type Facts = { duration: string; age: number }

/** Once the promise holds, those who are not among the ones that meet a coach are short cases of the reception. */
const isHeldBack = (facts: Facts, reason: Reason, abilities: string[], on: Day, toCoach: boolean): boolean =>
  on >= promiseFrom && !toCoach && coaching.has(suggest(facts, reason, abilities).destination)

/** The first rule that fits; a caseworker decides where none does. */
function suggest({ duration, age }: Facts, reason: Reason, abilities: string[]): { destination: string; rule: string } {
  const known = abilities.filter((each) => each !== 'unclear')
  const rule = defaultRoutingRules.rules.find(
    ({ when }) =>
      when.project === undefined &&
      (when.expectedDuration === undefined || when.expectedDuration === duration) &&
      (when.unemployed === undefined || when.unemployed === isUnemployed(reason)) &&
      (when.ageBelow === undefined || age < when.ageBelow) &&
      (when.assessorsDisagree === undefined || when.assessorsDisagree === new Set(known).size > 1) &&
      (when.workAbility === undefined ||
        (known.length > 0 && known.every((each) => when.workAbility?.some((code) => code === each)))),
  )
  return rule ? { destination: rule.destination, rule: rule.key } : { destination: 'caseworker', rule: '' }
}

const subjectsOfContact = ({ random }: Subject, reason: Reason): string[] => [
  'application',
  ...(isUnemployed(reason) && random.chance(0.4) ? ['job-loss'] : []),
  ...(random.chance(0.15) ? ['rent'] : []),
  ...(random.chance(0.06) ? ['emergency-help'] : []),
]

/** Why somebody with an obstacle is not sent to anything. */
export function notReferredReason({ label, group, workAbility }: Reason): string {
  if (label.startsWith('Sjukskriven')) return 'long-sick-leave'
  if (group === 'pension' || label.startsWith('Pension')) return 'pension'
  if (workAbility === 'Under 25 %' || workAbility === 'Saknas') return 'no-work-ability'
  if (label.startsWith('Föräldrapenning') || label === 'Saknar barnomsorg') return 'parental-leave'
  if (label.startsWith('Arbetar')) return 'has-work'
  return group === 'social' ? 'psychosocial' : 'other'
}
