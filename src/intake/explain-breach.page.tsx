import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { breachCauses } from '../parameters/code-lists/casework.ts'
import { useRecord } from '../pathway/record.page.tsx'
import { Choice, optionsOf, sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { Day } from '../values/day.ts'
import type { PromiseRow } from './intake-view.ts'
import { promiseText } from './promises.text.ts'

type Cause = keyof typeof breachCauses

/** Why a promise was broken. Nothing leaves the list without it. */
export function ExplainBreach({ row, today, onClose }: { row: PromiseRow; today: Day; onClose: () => void }) {
  const [cause, setCause] = useState<Cause | ''>('')
  const [comment, setComment] = useState('')
  const record = useRecord({ householdId: row.householdId, sequence: row.sequence, today })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const save = (event: SubmitEvent) => {
    event.preventDefault()
    if (!cause || record.isPending) return
    const said = comment.trim()
    record.mutate(
      {
        events: [
          {
            kind: 'promise-explained',
            personId: row.personId,
            concerns: row.contactId,
            on: today,
            body: { cause, ...(said && { comment: said }) },
          },
        ],
        done: promiseText.saved,
      },
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
      <h3>{promiseText.explainFor(row.name || row.key)}</h3>
      <Choice
        label={promiseText.cause}
        value={cause}
        onChange={(value) => setCause(value as Cause)}
        options={optionsOf(breachCauses)}
      />
      <TextArea label={promiseText.comment} value={comment} onChange={setComment} />
      {record.error && (
        <Notice kind="bad" title={promiseText.refused}>
          {record.error.message}
        </Notice>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={!cause || record.isPending}>
          {promiseText.save}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {promiseText.cancel}
        </Button>
      </div>
    </form>
  )
}
