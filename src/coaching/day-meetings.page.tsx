import { useState } from 'react'
import { meetingCancelReasons, type CodeOf } from '../parameters/code-lists/casework.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { optionsOf, Select } from '../ui/Field.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import type { DayMeeting } from './coaching-day.ts'
import { clockText, coachText, personText, weekdayText } from './coaching.text.ts'
import { DayList, DayRow, useRowRecord } from './day-row.page.tsx'
import { Action, ActionForm } from './fields.page.tsx'

const text = coachText.meeting

/** Those without a word first, then today and tomorrow by the clock. */
export function Meetings({ meetings, today }: { meetings: DayMeeting[]; today: Day }) {
  if (meetings.length === 0) return <p className="muted">{coachText.empty.meetings}</p>
  return (['late', 'today', 'tomorrow'] as const).map((when) => {
    const rows = meetings.filter((meeting) => meeting.when === when)
    return (
      rows.length > 0 && (
        <div key={when} className="stack coach-when">
          <h3>{coachText.when[when]}</h3>
          <DayList empty="" isEmpty={false}>
            {rows.map((meeting) => (
              <Meeting key={`${meeting.householdId} ${meeting.meeting}`} meeting={meeting} today={today} />
            ))}
          </DayList>
        </div>
      )
    )
  })
}

const tones = { booked: 'neutral', held: 'good', missed: 'warning', cancelled: 'neutral' } satisfies Record<
  DayMeeting['state'],
  Tone
>

function Meeting({ meeting, today }: { meeting: DayMeeting; today: Day }) {
  const { record, isPending, error } = useRowRecord(meeting, meeting.meeting, today)
  const onDay = meeting.when === 'late' ? (meeting.at.slice(0, 10) as Day) : today
  const may = { concerns: meeting.meeting }
  const about = personText(meeting)
  return (
    <DayRow
      who={meeting}
      refusal={error}
      facts={
        <>
          <strong>{clockText(meeting.at)}</strong>
          {meeting.when === 'late' && <span>{weekdayText(onDay)}</span>}
          <span>{text.minutes(meeting.minutes)}</span>
          {!meeting.isMine && meeting.coach && <span>{text.with(meeting.coach)}</span>}
          {meeting.isFirst && <Tag tone="info">{text.first}</Tag>}
          {meeting.state !== 'booked' && <Tag tone={tones[meeting.state]}>{text.state[meeting.state]}</Tag>}
        </>
      }
    >
      {meeting.when !== 'tomorrow' && isOffered(meeting, 'meeting-held', may) && (
        <Button
          size="small"
          kind="primary"
          aria-label={`${text.held} ${about}`}
          isDisabled={isPending}
          onPress={() => record('meeting-held', {}, onDay)}
        >
          {text.held}
        </Button>
      )}
      {meeting.when !== 'tomorrow' && isOffered(meeting, 'meeting-missed', may) && (
        <Button
          size="small"
          aria-label={`${text.missed} ${about}`}
          isDisabled={isPending}
          onPress={() => record('meeting-missed', {}, onDay)}
        >
          {text.missed}
        </Button>
      )}
      {isOffered(meeting, 'meeting-cancelled', may) && (
        <Cancel
          about={about}
          isPending={isPending}
          refusal={error}
          onSend={(reason) => record('meeting-cancelled', { reason })}
        />
      )}
    </DayRow>
  )
}

type Reason = CodeOf<typeof meetingCancelReasons>
type CancelProps = { about: string; isPending: boolean; refusal: Error | null; onSend: (reason: Reason) => void }

export function Cancel({ about, isPending, refusal, onSend }: CancelProps) {
  const [reason, setReason] = useState<Reason>('person-cancelled')
  return (
    <Action label={text.cancel} about={about}>
      <ActionForm action={text.cancelNow} isPending={isPending} refusal={refusal} onSend={() => onSend(reason)}>
        <Select
          label={text.cancelReason}
          value={reason}
          onChange={(value) => setReason(value as Reason)}
          options={optionsOf(meetingCancelReasons)}
        />
      </ActionForm>
    </Action>
  )
}
