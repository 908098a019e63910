import { useState } from 'react'
import { type CodeOf, returnReasons } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import { DayField } from '../ui/DayField.tsx'
import { optionsOf, Select, TextArea } from '../ui/Field.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import type { Group } from './coaching-day.ts'
import { coachText } from './coaching.text.ts'
import { Action, ActionForm, dayFault } from './fields.page.tsx'

type Sending<Body> = { isPending: boolean; refusal: Error | null; onSend: (body: Body, on: Day) => void; today: Day }

type ReturnProps = Omit<Sending<EventBody<'referral-returned'>>, 'onSend' | 'today'> & {
  /** Whom it is about, for those who hear the page and see no row. */
  about: string
  from: string | null
  onSend: (body: EventBody<'referral-returned'>) => void
}

/** Gives the referral back to whoever sent it, with a coded reason (document 003-3). */
export function ReturnReferral({ about, from, isPending, refusal, onSend }: ReturnProps) {
  const [reason, setReason] = useState<CodeOf<typeof returnReasons>>('cannot-support')
  const [comment, setComment] = useState('')
  const text = coachText.referral
  return (
    <Action label={text.return} about={about}>
      <ActionForm
        action={text.returnNow}
        isPending={isPending}
        refusal={refusal}
        onSend={() => onSend({ reason, ...(comment && { comment }) })}
      >
        <p>{text.returnTo(from)}</p>
        <Select
          label={text.returnReason}
          value={reason}
          onChange={(value) => setReason(value as typeof reason)}
          options={optionsOf(returnReasons)}
        />
        <TextArea label={text.returnComment} value={comment} onChange={setComment} />
      </ActionForm>
    </Action>
  )
}

type StartProps = Sending<EventBody<'intervention-started'>> & { about: string; groups: Group[] }

/** Begins an intervention, in a group with a place free or without one. */
export function StartIntervention({ about, groups, today, isPending, refusal, onSend }: StartProps) {
  const [group, setGroup] = useState('')
  const [on, setOn] = useState<string>(today)
  const [lastDay, setLastDay] = useState('')
  const text = coachText.start
  const choose = (key: string) => {
    const chosen = groups.find((each) => each.key === key)
    setGroup(key)
    if (chosen) setLastDay(addDays(chosen.end, -1))
  }
  const last = parseDay(lastDay)
  return (
    <Action label={text.open} about={about}>
      <ActionForm
        action={text.now}
        missing={dayFault(on, lastDay)}
        isPending={isPending}
        refusal={refusal}
        onSend={() =>
          onSend({ ...(group && { group }), ...(last && { plannedEnd: addDays(last, 1) }) }, parseDay(on) ?? today)
        }
      >
        <div className="coach-fields">
          {groups.length > 0 && (
            <Select
              label={text.group}
              value={group}
              onChange={choose}
              options={[
                { value: '', label: text.noGroup },
                ...groups.map(({ key, name, placesLeft }) => ({ value: key, label: name + text.places(placesLeft) })),
              ]}
            />
          )}
          <DayField label={text.on} value={on} onChange={setOn} />
          <DayField label={text.lastDay} value={lastDay} onChange={setLastDay} />
        </div>
      </ActionForm>
    </Action>
  )
}
