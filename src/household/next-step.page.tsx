import { type ReactNode, useState } from 'react'
import { Conflict } from '../pathway/conflict.page.tsx'
import { DraftStatus, useDraft } from '../pathway/draft.page.tsx'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered, useRecord } from '../pathway/record.page.tsx'
import { DayField, isDayOrEmpty } from '../ui/DayField.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { type Day, daysBetween } from '../values/day.ts'
import { stripText as text } from './household.text.ts'

type StripProps = { view: PathView; caseworker: string | null; status: ReactNode }

/** What comes next, for whom and by when: always in sight. */
export const NextStepStrip = ({ view, caseworker, status }: StripProps) => (
  <section className="next-step" aria-label={text.label}>
    <div className="next-step-main">
      <span className="next-step-term">{text.nextStep}</span>
      <NextStep view={view} />
    </div>
    <div className="next-step-facts">
      <span>
        <span className="next-step-term">{text.caseworker}</span>{' '}
        {view.path.assigned?.body.caseworker ?? caseworker ?? text.noCaseworker}
      </span>
      {view.path.reminder && (
        <span>
          <span className="next-step-term">{text.reminder}</span> {view.path.reminder.body.text} (
          {dueIn(view, view.path.reminder.body.on)})
        </span>
      )}
      {status}
    </div>
    <div className="next-step-actions">
      {isOffered(view, 'next-step-set') && <SetStep view={view} kind="next-step-set" />}
      {isOffered(view, 'reminder-set') && <SetStep view={view} kind="reminder-set" />}
    </div>
  </section>
)

function NextStep({ view }: { view: PathView }) {
  const step = view.path.nextStep?.body
  if (!step) return <span>{text.none}</span>
  return (
    <span>
      <strong>{step.text}</strong> <span className="next-step-day">{dueIn(view, step.on)}</span>
    </span>
  )
}

const dueIn = ({ today }: PathView, day: string) => text.due(day as Day, daysBetween(today, day as Day))

type SetStepProps = { view: PathView; kind: 'next-step-set' | 'reminder-set' }

function SetStep({ view, kind }: SetStepProps) {
  const [isOpen, setOpen] = useState(false)
  const isStep = kind === 'next-step-set'
  const label = isStep ? (view.path.nextStep ? text.change : text.set) : text.setReminder
  return (
    <>
      <Button size="small" kind={isStep ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        title={isStep ? text.dialog : text.reminderDialog}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        actions={<Button onPress={() => setOpen(false)}>{text.cancel}</Button>}
      >
        {isOpen && <StepForm view={view} kind={kind} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function StepForm({ view, kind, onDone }: SetStepProps & { onDone: () => void }) {
  const isStep = kind === 'next-step-set'
  const draft = useDraft(`${kind}-h${view.householdId}`, view.householdId, { text: '', on: '' })
  const record = useRecord(view)
  const [isIncomplete, setIncomplete] = useState(false)
  const { text: what, on } = draft.value
  const send = () => {
    const isFilled = what.trim() !== '' && on !== '' && isDayOrEmpty(on)
    setIncomplete(!isFilled)
    if (!isFilled || record.isPending) return
    const body = { text: what.trim(), on }
    record.mutate(
      { events: [{ kind, personId: null, concerns: null, on: view.today, body }] },
      { onSuccess: () => void draft.clear().then(onDone) },
    )
  }
  return (
    <form
      className="stack"
      onKeyDownCapture={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        label={isStep ? text.what : text.reminderWhat}
        value={what}
        onChange={(value) => draft.change({ ...draft.value, text: value })}
      />
      <DayField
        label={isStep ? text.when : text.reminderWhen}
        value={on}
        onChange={(value) => draft.change({ ...draft.value, on: value })}
        description={text.whenHint}
      />
      {isIncomplete && <Notice kind="bad">{text.incomplete}</Notice>}
      {record.error && record.error.problem !== 'changed-since' && <Notice kind="bad">{record.error.message}</Notice>}
      <Conflict
        refusal={record.error}
        view={view}
        mine={{ kind, body: { text: what, on } }}
        onKeep={send}
        onTake={() => void draft.clear().then(onDone)}
      />
      <div className="row">
        <Button kind="primary" type="submit">
          {text.save}
        </Button>
        <DraftStatus status={draft.status} />
      </div>
    </form>
  )
}
