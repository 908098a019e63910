import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { interventionKinds, referralKinds } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { isOffered, useRecord } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import { choicesOf } from './event-form.page.tsx'
import type { ReferralChoice } from './interventions-view.ts'
import { fieldText, referralsText, referText } from './referrals.text.ts'

type ReferProps = { view: PathView; onClose: () => void }

/** Refers somebody to an intervention: those to try first stand first, with the reason why. */
export function ReferForm({ view, onClose }: ReferProps) {
  const choices = useQuery({
    queryKey: ['referral-choices', view.householdId, view.sequence],
    queryFn: ({ signal }) =>
      get<{ choices: ReferralChoice[] }>(`/api/households/${view.householdId}/referral-choices`, {}, signal),
    placeholderData: (before) => before,
  })
  return (
    <Loaded query={choices} what={referralsText.what}>
      {({ choices: found }) =>
        found.length === 0 ? (
          <Notice>{referText.noChoices}</Notice>
        ) : (
          <Refer view={view} onClose={onClose} choices={found} />
        )
      }
    </Loaded>
  )
}

export const personName = ({ name }: Pick<PathMember, 'name'>) => name ?? referralsText.unknownPerson

function Refer({ view, onClose, choices }: ReferProps & { choices: ReferralChoice[] }) {
  const persons = view.members.filter(
    ({ id, role }) => role !== 'child' && isOffered(view, 'referred', { personId: id }),
  )
  const [person, setPerson] = useState(String(persons[0]?.id ?? ''))
  const [key, setKey] = useState(choices[0]!.key)
  const [kind, setKind] = useState<EventBody<'referred'>['kind']>('referred')
  const [goals, setGoals] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [on, setOn] = useState<string>(view.today)
  const [isTried, setTried] = useState(false)
  const record = useRecord(view)
  const choice = choices.find((each) => each.key === key) ?? choices[0]!
  const goalText = goals ?? choice.goals.map(({ text }) => text).join('\n')
  const lines = goalText.split('\n').flatMap((line) => line.trim() || [])
  const day = parseDay(on)
  const send = () => {
    setTried(true)
    if (!day || lines.length === 0 || record.isPending) return
    const body: EventBody<'referred'> = {
      intervention: choice.key,
      unit: choice.unit,
      kind,
      goals: lines.map((text, at) => ({
        key: choice.goals.find((goal) => goal.text === text)?.key ?? `${keyOf(text).slice(0, 50) || 'mal'}-${at + 1}`,
        text,
      })),
      ...(reason.trim() && { reason: reason.trim() }),
    }
    record.mutate(
      { events: [{ kind: 'referred', personId: Number(person), concerns: null, on: day, body }], done: referText.sent },
      { onSuccess: onClose },
    )
  }
  return (
    <form
      className="stack referral-choice"
      aria-label={referralsText.refer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3>{referralsText.refer}</h3>
      <div className="interventions-form">
        <Select
          label={referText.person}
          value={person}
          options={persons.map((each) => ({ value: String(each.id), label: personName(each) }))}
          onChange={setPerson}
        />
        <Select
          label={referText.intervention}
          value={choice.key}
          options={choices.map(({ key: value, name, priority }) => ({ value, label: `${priority}. ${name}` }))}
          onChange={(chosen) => {
            setKey(chosen)
            setGoals(null)
          }}
        />
        <Select
          label={referText.kind}
          value={kind}
          options={choicesOf(referralKinds)}
          onChange={(chosen) => setKind(chosen as typeof kind)}
        />
        <ChoiceFacts choice={choice} first={choices[0]!} personId={Number(person)} />
        <TextArea
          label={referText.goals}
          description={referText.goalsHelp}
          value={goalText}
          onChange={setGoals}
          error={isTried && lines.length === 0 ? referText.noGoals : null}
        />
        <TextArea label={referText.reason} value={reason} onChange={setReason} rows={2} />
        <TextField
          label={referText.day}
          value={on}
          onChange={setOn}
          error={isTried && !day ? fieldText.notADay : null}
          placeholder={fieldText.dayPlaceholder}
        />
      </div>
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={record.isPending}>
          {referText.send}
        </Button>
        <Button onPress={onClose}>{referText.cancel}</Button>
        <span className="interventions-note">{referText.keys}</span>
      </div>
    </form>
  )
}

type ChoiceFactsProps = { choice: ReferralChoice; first: ReferralChoice; personId: number }

/** Why it stands where it does, places and queue, and what is missing before anybody may be referred. */
function ChoiceFacts({ choice, first, personId }: ChoiceFactsProps) {
  const isMissing = choice.needsGround && !choice.personsWithGround.includes(personId)
  return (
    <div className="interventions-wide stack" aria-live="polite">
      <p className="interventions-note">
        {interventionKinds[choice.kind]} · {choice.unitName} · {referText.free(choice.free)},{' '}
        {referText.waiting(choice.waiting)}
        <br />
        {orderReason(choice, first)}
      </p>
      {!choice.needsGround && <p className="interventions-note">{referText.ownCommittee(choice.unitName)}</p>}
      {isMissing && (
        <Notice kind="warning" action={<a href="#dela">{referText.toConsent}</a>}>
          {referText.needsGround(choice.unitName)}
        </Notice>
      )}
    </div>
  )
}

function orderReason(choice: ReferralChoice, first: ReferralChoice): string {
  if (choice.key === first.key) return referText.first(choice.priority)
  if (choice.priority === first.priority) return referText.samePriority(first.name)
  return referText.later(choice.priority, first.name)
}
