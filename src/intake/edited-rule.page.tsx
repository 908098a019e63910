import type { RoutingRules } from './suggest-route.ts'
import { rulesText } from './rules.text.ts'

type Rule = RoutingRules['rules'][number]
type When = Rule['when']

/** A rule while it is edited: '' where a condition does not matter. */
export type EditedRule = {
  /** Stays with the rule while it is moved. */
  id: string
  reason: string
  destination: Rule['destination']
  expectedDuration: '' | NonNullable<When['expectedDuration']>
  unemployed: Answer
  ageBelow: string
  workAbility: NonNullable<When['workAbility']>
  project: string
  assessorsDisagree: Answer
}

export type Answer = '' | 'yes' | 'no'

export const editedRule = ({ key, reason, destination, when }: Rule): EditedRule => ({
  id: key,
  reason,
  destination,
  expectedDuration: when.expectedDuration ?? '',
  unemployed: answerOf(when.unemployed),
  ageBelow: when.ageBelow === undefined ? '' : String(when.ageBelow),
  workAbility: [...(when.workAbility ?? [])],
  project: when.project ?? '',
  assessorsDisagree: answerOf(when.assessorsDisagree),
})

const answerOf = (value: boolean | undefined): Answer => (value === undefined ? '' : value ? 'yes' : 'no')

/** A rule without conditions, last, with a key that no other has. */
export function emptyRule(others: readonly EditedRule[]): EditedRule {
  const numbers = others.map(({ id }) => Number(/^regel-(\d+)$/.exec(id)?.[1] ?? 0))
  const rule = editedRule({
    key: `regel-${Math.max(0, ...numbers) + 1}`,
    reason: '',
    destination: 'caseworker',
    when: {},
  })
  return rule
}

/** As it is sent: a condition that does not matter is left out, and so is an age that is none. */
export const ruleOf = (rule: EditedRule): Rule => ({
  key: rule.id,
  reason: rule.reason.trim(),
  destination: rule.destination,
  when: {
    ...(rule.expectedDuration && { expectedDuration: rule.expectedDuration }),
    ...(rule.unemployed && { unemployed: rule.unemployed === 'yes' }),
    ...(isAge(rule.ageBelow) && { ageBelow: Number(rule.ageBelow) }),
    ...(rule.workAbility.length > 0 && { workAbility: rule.workAbility }),
    ...(rule.project && { project: rule.project }),
    ...(rule.assessorsDisagree && { assessorsDisagree: rule.assessorsDisagree === 'yes' }),
  },
})

/** The first rule that is wrong, and what is wrong with it in words; null when none is. */
export function faultIn(rules: readonly EditedRule[]): { rule: string; text: string } | null {
  for (const [at, rule] of rules.entries()) {
    const text = faultOf(rule, at + 1)
    if (text) return { rule: rule.id, text }
  }
  return null
}

function faultOf({ reason, ageBelow, project }: EditedRule, number: number): string | null {
  if (!reason.trim()) return rulesText.editor.reasonMissing(number)
  if (ageBelow && !isAge(ageBelow)) return rulesText.editor.ageWrong(number)
  return project && !/^[a-z0-9-]{1,60}$/.test(project) ? rulesText.editor.projectWrong(number) : null
}

const isAge = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 120
