import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import type { Proposal } from '../pathway/event.ts'
import { eventText } from '../pathway/pathway.text.ts'
import { useRecord } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Day } from '../values/day.ts'
import { timeKey } from './contact-draft.page.tsx'
import type { Desk, PromiseRow } from './intake-view.ts'
import { intakeText } from './intake.text.ts'
import { promiseText } from './promises.text.ts'
import { timeOptions } from './time-fields.page.tsx'

type BookTimeProps = { row: PromiseRow; today: Day; onClose: () => void }

/** A time for somebody who waits for one. Whether a ground is needed, and there is none, the server says. */
export function BookTime(props: BookTimeProps) {
  const desk = useQuery({
    queryKey: ['intake-desk'],
    queryFn: ({ signal }) => get<Desk>('/api/intake/desk', {}, signal),
  })
  return (
    <Loaded query={desk} what={intakeText.desk}>
      {(found) => <Booking {...props} desk={found} />}
    </Loaded>
  )
}

function Booking({ row, today, onClose, desk }: BookTimeProps & { desk: Desk }) {
  const [key, setKey] = useState('')
  const record = useRecord({ householdId: row.householdId, sequence: row.sequence, today })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('button')?.focus(), [])
  const times = desk.times.filter(({ unit }) => row.units.includes(unit))
  const time = times.find((each) => timeKey(each) === key)
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (!time || record.isPending) return
    const { unit, coach, at, minutes } = time
    const about = { personId: row.personId, concerns: row.contactId, on: today }
    const booked: Proposal = { ...about, kind: 'meeting-booked', body: { unit, coach, at, minutes } }
    record.mutate(
      { events: [...cancelled(row, today), booked], done: eventText['meeting-booked'] },
      { onSuccess: onClose },
    )
  }
  return (
    <form
      ref={form}
      className="panel stack intake-explain"
      onSubmit={save}
      onKeyDownCapture={sendOnCtrlEnter}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3>{(row.meeting ? promiseText.rebookFor : promiseText.bookFor)(row.name || row.key)}</h3>
      {row.meeting && <p>{promiseText.rebookHint}</p>}
      {times.length === 0 ? (
        <p>{whyNone(desk)}</p>
      ) : (
        <Select
          label={intakeText.time.label}
          value={key}
          onChange={setKey}
          options={[{ value: '', label: intakeText.time.choose }, ...timeOptions({ ...desk, times }, row.promisedBy)]}
        />
      )}
      {record.error && (
        <Notice kind="bad" title={promiseText.notBooked}>
          {record.error.message}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={!time || record.isPending}>
          {promiseText.book}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {promiseText.cancel}
        </Button>
      </div>
    </form>
  )
}

/** A time that comes too late gives way to the new one in the same go. */
const cancelled = ({ meeting, personId }: PromiseRow, today: Day): Proposal[] =>
  meeting ? [{ kind: 'meeting-cancelled', personId, concerns: meeting.id, on: today, body: { reason: 'moved' } }] : []

function whyNone({ hasCoaches, times }: Desk): string {
  if (!hasCoaches) return intakeText.time.noCoaches
  return times.length === 0 ? intakeText.time.noTimes : promiseText.noneWithGround
}
