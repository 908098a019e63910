import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import {
  employerKinds,
  endReasons,
  goalStates,
  introductionPayers,
  outcomes,
  physicianGroups,
  physicianSteps,
  physicianStepsAfter,
  returnReasons,
  withdrawalReasons,
} from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { Proposal } from '../pathway/event.ts'
import type { Employment, Referral } from '../pathway/path.ts'
import { addDays, type Day, parseDay } from '../values/day.ts'
import { chosenOf, choicesOf, type EventAction, type FormField, type Values } from './event-form.page.tsx'
import { actionText, fieldText } from './referrals.text.ts'

/** What the forms ask for each thing that may be done with a referral. Which of them are offered is the server's to say. */
export type ActionKind = keyof typeof actionText

const comment: FormField = { name: 'comment', label: fieldText.comment, kind: 'text' }
const reason = (labels: Parameters<typeof choicesOf>[0]) => chosenOf('reason', fieldText.reason, labels)
const commentOf = ({ comment: text }: Values) => (text?.trim() ? { comment: text.trim() } : {})
const dayAfter = (text: string | undefined): Day | null => {
  const day = parseDay(text ?? '')
  return day && addDays(day, 1)
}

type Concerned = { personId: number; id: number }

export const acceptReferral = ({ personId, id }: Concerned): EventAction => ({
  label: actionText['referral-accepted'],
  fields: [comment],
  toEvents: (values, on) => [{ kind: 'referral-accepted', personId, concerns: id, on, body: commentOf(values) }],
})

export const returnReferral = ({ personId, id }: Concerned): EventAction => ({
  label: actionText['referral-returned'],
  fields: [reason(returnReasons), comment],
  toEvents: (values, on) => [
    {
      kind: 'referral-returned',
      ...{ personId, concerns: id, on },
      body: { reason: values['reason'] as EventBody<'referral-returned'>['reason'], ...commentOf(values) },
    },
  ],
})

export const withdrawReferral = ({ personId, id }: Concerned): EventAction => ({
  label: actionText['referral-withdrawn'],
  fields: [reason(withdrawalReasons)],
  toEvents: (values, on) => [
    {
      kind: 'referral-withdrawn',
      ...{ personId, concerns: id, on },
      body: { reason: values['reason'] as EventBody<'referral-withdrawn'>['reason'] },
    },
  ],
})

export const startIntervention = (
  { personId, id }: Concerned,
  groups: readonly CatalogueEntry<'group'>[],
): EventAction => ({
  label: actionText['intervention-started'],
  fields: [
    ...(groups.length > 0
      ? [
          {
            name: 'group',
            label: fieldText.group,
            kind: 'select' as const,
            initial: '',
            options: [
              { value: '', label: fieldText.noGroup },
              ...groups.map(({ key, body }) => ({ value: key, label: `${body.name}, ${body.start}` })),
            ],
          },
        ]
      : []),
    { name: 'plannedEnd', label: fieldText.plannedEnd, kind: 'day' },
  ],
  toEvents: (values, on) => {
    const last = parseDay(values['plannedEnd']?.trim() ?? '')
    const body = { ...(values['group'] && { group: values['group'] }), ...(last && { plannedEnd: addDays(last, 1) }) }
    return [{ kind: 'intervention-started', personId, concerns: id, on, body }]
  },
})

export const answerConcern = ({ personId, id }: Concerned): EventAction => ({
  label: actionText['concern-answered'],
  fields: [{ name: 'text', label: fieldText.answer, kind: 'text', isRequired: true }],
  toEvents: ({ text = '' }, on) => [
    { kind: 'concern-answered', personId, concerns: id, on, body: { text: text.trim() } },
  ],
})

/** Only the steps that may follow on the last one. */
export const physicianStep = ({ personId, id, physicianSteps: taken }: Referral): EventAction => ({
  label: actionText['physician-step'],
  fields: [
    chosenOf(
      'step',
      fieldText.step,
      Object.fromEntries(
        Object.entries(physicianSteps).filter(([step]) =>
          physicianStepsAfter[taken.at(-1)?.body.step ?? 'none'].includes(step),
        ),
      ),
    ),
    {
      name: 'group',
      label: fieldText.physicianGroup,
      kind: 'select',
      initial: '',
      options: [
        { value: '', label: fieldText.groupUnchanged },
        ...choicesOf(physicianGroups).map(({ value, label }) => ({ value, label: `${value}: ${label}` })),
      ],
    },
  ],
  toEvents: ({ step, group }, on) => [
    {
      kind: 'physician-step',
      ...{ personId, concerns: id, on },
      body: { step, ...(group && { group }) } as EventBody<'physician-step'>,
    },
  ],
})

/** Every goal of the referral is answered. */
export const endIntervention = ({ personId, id, said }: Referral): EventAction => ({
  label: actionText['intervention-ended'],
  fields: [
    chosenOf('reason', fieldText.endReason, endReasons),
    chosenOf('outcome', fieldText.outcome, outcomes),
    ...said.goals.map(({ key, text }) => chosenOf(`goal ${key}`, text, goalStates)),
    comment,
  ],
  toEvents: (values, on) => {
    const goals = said.goals.map(({ key }) => ({ goal: key, state: values[`goal ${key}`] }))
    const body = { reason: values['reason'], outcome: values['outcome'], goals, ...commentOf(values) }
    return [
      {
        kind: 'intervention-ended',
        ...{ personId, concerns: id, on },
        body: body as EventBody<'intervention-ended'>,
      },
    ]
  },
})

export const exitInterview = ({ personId, id }: Concerned): EventAction => ({
  label: actionText['exit-interview'],
  fields: [
    chosenOf('state', fieldText.exitState, {
      offered: fieldText.exitOffered,
      held: fieldText.exitHeld,
      declined: fieldText.exitDeclined,
    }),
    {
      name: 'overall',
      label: fieldText.overall,
      kind: 'select',
      initial: '',
      options: [
        { value: '', label: fieldText.overallNone },
        ...fieldText.overallScale.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` })),
      ],
    },
  ],
  toEvents: ({ state, overall }, on) => [
    {
      kind: 'exit-interview',
      ...{ personId, concerns: id, on },
      body: { state, ...(overall && { overall: Number(overall) }) } as EventBody<'exit-interview'>,
    },
  ],
})

/** `id` is the referral that the employment came of, or null. */
export const startEmployment = (
  { personId, id }: { personId: number; id: number | null },
  employers: readonly CatalogueEntry<'employer'>[],
): EventAction => ({
  label: actionText['employment-started'],
  fields: [
    {
      name: 'employer',
      label: fieldText.employer,
      kind: 'select',
      initial: '',
      options: [
        { value: '', label: fieldText.noEmployer },
        ...employers.map(({ key, body }) => ({ value: key, label: body.name })),
      ],
    },
    {
      name: 'employerKind',
      label: fieldText.employerKind,
      kind: 'select',
      initial: 'external',
      options: choicesOf(employerKinds),
    },
    chosenOf('subsidised', fieldText.subsidised, { yes: fieldText.subsidisedYes, no: fieldText.subsidisedNo }),
    {
      name: 'introduction',
      label: fieldText.introduction,
      kind: 'select',
      initial: '',
      options: [{ value: '', label: fieldText.introductionUnknown }, ...choicesOf(introductionPayers)],
    },
    { name: 'last', label: fieldText.until, kind: 'day' },
  ],
  toEvents: (values, on) => {
    const until = dayAfter(values['last'])
    // The register knows what kind of employer it is; what is chosen counts for those that are not in it.
    const known = employers.find(({ key }) => key === values['employer'])
    const body = {
      ...(known && { employer: known.key }),
      employerKind: known?.body.kind ?? values['employerKind'],
      subsidised: values['subsidised'] === 'yes',
      ...(until && { until }),
      ...(values['introduction'] && { introductionPaidBy: values['introduction'] }),
    }
    return [
      { kind: 'employment-started', ...{ personId, concerns: id, on }, body: body as EventBody<'employment-started'> },
    ]
  },
})

export const endEmployment = ({ personId, id }: Employment): EventAction => ({
  label: actionText['employment-ended'],
  fields: [
    chosenOf('regular', fieldText.becameRegular, {
      yes: fieldText.becameRegularYes,
      no: fieldText.becameRegularNo,
    }),
  ],
  toEvents: ({ regular }, on): Proposal[] => [
    { kind: 'employment-ended', personId, concerns: id, on, body: { becameRegular: regular === 'yes' } },
  ],
})
