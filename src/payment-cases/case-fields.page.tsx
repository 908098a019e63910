import { parseMonth } from '../values/month.ts'
import { parseKronor } from '../values/money.ts'
import { parseDay } from '../values/day.ts'
import type { CaseEventKind } from './case-bodies.ts'
import { answerText, type fieldLabel } from './case-event.text.ts'

export type FieldName = keyof typeof fieldLabel

/** `none` is the answer that there is none. */
export type CaseField = {
  name: FieldName
  kind: 'choice' | 'choice-or-none' | 'yes-no' | 'kronor' | 'day' | 'month' | 'text' | 'text-or-none'
  /** Asked only when another field has this answer. */
  when?: { name: FieldName; is: string }
}

/** What is asked of each kind of event, in order. */
export const fieldsOf: Partial<Record<CaseEventKind, readonly CaseField[]>> = {
  'information-requested': [
    { name: 'from', kind: 'choice' },
    { name: 'answerBy', kind: 'day' },
  ],
  'household-heard': [
    { name: 'how', kind: 'choice' },
    { name: 'said', kind: 'text-or-none' },
  ],
  decided: [
    { name: 'finding', kind: 'choice' },
    { name: 'wrongOre', kind: 'kronor', when: { name: 'finding', is: 'wrong' } },
    { name: 'cause', kind: 'choice', when: { name: 'finding', is: 'wrong' } },
    { name: 'reason', kind: 'text' },
  ],
  'recovery-claimed': [
    { name: 'ore', kind: 'kronor' },
    { name: 'ground', kind: 'choice' },
  ],
  recovered: [{ name: 'ore', kind: 'kronor' }],
  avoided: [
    { name: 'oreAMonth', kind: 'kronor' },
    { name: 'fromMonth', kind: 'month' },
  ],
  'notification-considered': [
    { name: 'authority', kind: 'choice-or-none' },
    { name: 'reason', kind: 'text' },
  ],
  'police-report-considered': [
    { name: 'made', kind: 'yes-no' },
    { name: 'reason', kind: 'text' },
  ],
  closed: [
    { name: 'outcome', kind: 'choice' },
    { name: 'reason', kind: 'text' },
  ],
}

export type Answers = Partial<Record<FieldName, string>>

export const isAsked = ({ when }: CaseField, answers: Answers): boolean => !when || answers[when.name] === when.is

/** Whether an answer can be sent. */
export function isAnswered({ name, kind }: CaseField, answers: Answers): boolean {
  const answer = (answers[name] ?? '').trim()
  if (kind === 'text-or-none') return true
  if (kind === 'kronor') return (parseKronor(answer) ?? 0) > 0
  if (kind === 'day') return parseDay(answer) !== null
  if (kind === 'month') return parseMonth(answer) !== null
  return answer !== ''
}

/** The body of an event, of answers that have been checked. What was not asked is none. */
export function bodyOf(kind: CaseEventKind, answers: Answers): Record<string, unknown> {
  const fields = fieldsOf[kind] ?? []
  return Object.fromEntries(
    fields.map((field) => {
      const name = field.name === 'fromMonth' ? 'from' : field.name
      return [name, isAsked(field, answers) ? valueOf(field, (answers[field.name] ?? '').trim()) : nothing[field.kind]]
    }),
  )
}

const nothing: Partial<Record<CaseField['kind'], unknown>> = { kronor: 0, choice: null }

function valueOf({ kind }: CaseField, answer: string): unknown {
  if (kind === 'kronor') return parseKronor(answer)
  if (kind === 'yes-no') return answer === 'yes'
  if (kind === 'choice-or-none') return answer === 'none' ? null : answer
  return answer
}

export const choicesOf = (name: FieldName): Record<string, string> => {
  const lists: Partial<Record<FieldName, Record<string, string>>> = answerText
  return lists[name] ?? {}
}
