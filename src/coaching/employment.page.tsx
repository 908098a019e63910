import { useState } from 'react'
import { employerKinds, introductionPayers } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Choice, optionsOf, Select } from '../ui/Field.tsx'
import { Tag } from '../ui/Tag.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import { useRowRecord } from './day-row.page.tsx'
import { Action, ActionForm, dayFault } from './fields.page.tsx'
import { employmentText as text, endingText } from './participant.text.ts'
import type { ThreadProps } from './thread.page.tsx'
import { useCatalogue } from './use-catalogue.page.tsx'

type Employment = EventBody<'employment-started'>

/** An employment as it is being filled in: '' is not yet said. */
export type EmploymentDraft = {
  employerKind: Employment['employerKind'] | ''
  employer: string
  subsidised: 'yes' | 'no' | ''
  from: string
  lastDay: string
  introduction: NonNullable<Employment['introductionPaidBy']> | ''
}

export const newEmployment = (today: Day): EmploymentDraft => ({
  employerKind: '',
  employer: '',
  subsidised: '',
  from: today,
  lastDay: '',
  introduction: '',
})

export function missingIn({ employerKind, subsidised, from, lastDay }: EmploymentDraft): string | null {
  if (!employerKind) return endingText.missing.employer
  return subsidised ? dayFault(from, lastDay) : endingText.missing.subsidised
}

export function employmentBody(draft: EmploymentDraft): Employment {
  const last = parseDay(draft.lastDay)
  return {
    employerKind: draft.employerKind || 'external',
    subsidised: draft.subsidised === 'yes',
    ...(draft.employer && { employer: draft.employer }),
    ...(last && { until: addDays(last, 1) }),
    ...(draft.introduction && { introductionPaidBy: draft.introduction }),
  }
}

type FieldsProps = { draft: EmploymentDraft; onChange: (draft: EmploymentDraft) => void }

/** Municipal or external, subsidised or not, until when, and who pays the introduction. */
export function EmploymentFields({ draft, onChange }: FieldsProps) {
  const employers = [...useCatalogue('employer')].filter(
    ([, { kind }]) => !draft.employerKind || kind === draft.employerKind,
  )
  const set = (changes: Partial<EmploymentDraft>) => onChange({ ...draft, ...changes })
  return (
    <>
      <Choice
        label={text.employerKind}
        value={draft.employerKind}
        onChange={(kind) => set({ employerKind: kind as Employment['employerKind'], employer: '' })}
        options={optionsOf(employerKinds)}
      />
      <Choice
        label={text.subsidised}
        value={draft.subsidised}
        onChange={(said) => set({ subsidised: said === 'yes' ? 'yes' : 'no' })}
        options={[
          { value: 'yes', label: text.yes },
          { value: 'no', label: text.no },
        ]}
      />
      <div className="coach-fields">
        {employers.length > 0 && (
          <Select
            label={text.employer}
            value={draft.employer}
            onChange={(employer) => set({ employer })}
            options={[
              { value: '', label: text.noEmployer },
              ...employers.map(([key, { name }]) => ({ value: key, label: name })),
            ]}
          />
        )}
        <DayField label={text.from} value={draft.from} onChange={(from) => set({ from })} />
        <DayField label={text.lastDay} value={draft.lastDay} onChange={(lastDay) => set({ lastDay })} />
        <Select
          label={text.introduction}
          value={draft.introduction}
          onChange={(payer) => set({ introduction: payer as EmploymentDraft['introduction'] })}
          options={[{ value: '', label: text.notSaid }, ...optionsOf(introductionPayers)]}
        />
      </div>
    </>
  )
}

/** Employments that came of the intervention, and a new one. */
export function Employments({ view, referral }: ThreadProps) {
  const employments = view.path.employments.filter(({ referralId }) => referralId === referral.id)
  const isNow = referral.state.kind === 'ended' || referral.state.kind === 'started'
  const mayAdd = isNow && isOffered(view, 'employment-started', { concerns: referral.id })
  if (!mayAdd && employments.length === 0) return null
  return (
    <>
      <h3>{text.heading}</h3>
      {employments.length > 0 && (
        <ul className="participant-goals">
          {employments.map(({ id, on, said, ended }) => (
            <li key={id}>
              {employerKinds[said.employerKind]} {text.since(on)}
              {said.until && `, ${text.until(said.until as Day)}`}
              {said.introductionPaidBy && `, ${text.introductionBy(introductionPayers[said.introductionPaidBy])}`}{' '}
              <Tag tone="good">{said.subsidised ? text.subsidisedTag : text.unsubsidisedTag}</Tag>{' '}
              {ended && <Tag>{text.ended}</Tag>}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddEmployment key={employments.length} view={view} referral={referral} />}
    </>
  )
}

function AddEmployment({ view, referral }: ThreadProps) {
  const who = { ...view, personId: referral.personId, name: null }
  const { record, isPending, error } = useRowRecord(who, referral.id, view.today)
  const [draft, setDraft] = useState(newEmployment(view.today))
  return (
    <Action label={text.add}>
      <ActionForm
        action={text.save}
        isPending={isPending}
        refusal={error}
        missing={missingIn(draft)}
        onSend={() => record('employment-started', employmentBody(draft), parseDay(draft.from) ?? view.today)}
      >
        <EmploymentFields draft={draft} onChange={setDraft} />
      </ActionForm>
    </Action>
  )
}
