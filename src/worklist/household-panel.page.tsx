import { Link } from '@tanstack/react-router'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { eventText } from '../pathway/pathway.text.ts'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered, usePath, useRecord } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { addDays, parseDay } from '../values/day.ts'
import { panelText } from './worklist.text.ts'

type PanelProps = { id: number; writing: number; onClose: () => void }

/** One household beside the list: who it is, and the next step and the reminder without leaving the list. */
export function HouseholdPanel({ id, writing, onClose }: PanelProps) {
  const query = usePath(id)
  const panel = useRef<HTMLElement>(null)
  const write = () => panel.current?.querySelector('input')?.focus()
  useShortcut('n', write)
  const isThere = query.data !== undefined
  useEffect(() => {
    if (writing > 0 && isThere) write()
  }, [writing, id, isThere])
  const closeOnEscape = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') onClose()
  }
  return (
    <aside ref={panel} className="panel stack worklist-panel" aria-label={panelText.title} onKeyDown={closeOnEscape}>
      <div className="worklist-panel-actions">
        <Link to="/hushall/$id" params={{ id: String(id) }}>
          {panelText.open}
        </Link>
        <Button size="small" kind="quiet" onPress={onClose}>
          {panelText.close}
        </Button>
      </div>
      <Loaded query={query} what={panelText.path}>
        {(view) => <Household key={view.householdId} view={view} />}
      </Loaded>
      <p className="muted worklist-keys">{panelText.keys}</p>
    </aside>
  )
}

function Household({ view }: { view: PathView }) {
  const { path, members } = view
  const adults = members.filter(({ role }) => role !== 'child')
  const children = members.filter(({ role }) => role === 'child')
  const latest = path.events.slice(-3).toReversed()
  const offersStep = isOffered(view, 'next-step-set')
  const offersReminder = isOffered(view, 'reminder-set')
  return (
    <>
      <div role="status">
        <h2>{adults.map(({ name }) => name).join(', ')}</h2>
        {children.length > 0 && (
          <p>
            {panelText.children}: {children.map(({ age }) => (age === null ? '–' : panelText.age(age))).join(', ')}
          </p>
        )}
      </div>
      <StepForm view={view} kind="next-step-set" now={path.nextStep?.body ?? null} isOffered={offersStep} />
      {(offersReminder || path.reminder) && (
        <StepForm view={view} kind="reminder-set" now={path.reminder?.body ?? null} isOffered={offersReminder} />
      )}
      {!offersStep && !offersReminder && <p className="muted">{panelText.nothingOffered}</p>}
      <section>
        <h3>{panelText.latest}</h3>
        {latest.length === 0 ? (
          <p className="muted">{panelText.nothingYet}</p>
        ) : (
          <ul className="worklist-latest">
            {latest.map(({ sequence, on, kind }) => (
              <li key={sequence}>
                <span className="muted">{on}</span> {eventText[kind]}
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

const words = {
  'next-step-set': { title: panelText.nextStep, none: panelText.noNextStep, save: panelText.saveNextStep },
  'reminder-set': { title: panelText.reminder, none: panelText.noReminder, save: panelText.saveReminder },
} as const

type StepProps = {
  view: PathView
  kind: keyof typeof words
  now: { text: string; on: string } | null
  isOffered: boolean
}

/** What is decided now, and a form for what comes next. A refusal stands beside what was typed. */
function StepForm({ view, kind, now, isOffered: mayRecord }: StepProps) {
  const record = useRecord(view)
  const [text, setText] = useState('')
  const [on, setOn] = useState('')
  const [isAsked, setAsked] = useState(false)
  const day = parseDay(on.trim())
  const isRight = text.trim() !== '' && day !== null && day >= view.today
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    if (!isRight) return setAsked(true)
    const body = { text: text.trim(), on: day }
    record.mutate(
      { events: [{ kind, personId: null, concerns: null, on: view.today, body }] },
      { onSuccess: () => clear() },
    )
  }
  const submitOnCtrlEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    submit()
  }
  const clear = () => {
    setText('')
    setOn('')
    setAsked(false)
  }
  const { title, none, save } = words[kind]
  return (
    <section className="worklist-form" aria-label={title}>
      <h3>{title}</h3>
      {now ? (
        <p>
          <strong>{now.on}</strong> {now.text}
        </p>
      ) : (
        <p className="muted">{none}</p>
      )}
      {mayRecord && (
        // Before the buttons, which would take the key for a press.
        <form onSubmit={submit} onKeyDownCapture={submitOnCtrlEnter}>
          <TextField
            label={panelText.what}
            value={text}
            onChange={setText}
            error={isAsked && text.trim() === '' ? panelText.needsText : null}
          />
          <div className="worklist-when">
            <TextField
              label={panelText.when}
              value={on}
              onChange={setOn}
              placeholder={panelText.whenHint}
              error={isAsked && (day === null || day < view.today) ? panelText.needsDay : null}
            />
            {[1, 2, 4].map((count) => (
              <Button
                key={count}
                size="small"
                aria-label={panelText.inWeeks(count)}
                onPress={() => setOn(addDays(view.today, count * 7))}
              >
                {panelText.weeks(count)}
              </Button>
            ))}
          </div>
          {record.error && <Notice kind="bad">{record.error.message}</Notice>}
          <Button type="submit" kind="primary" size="small" isDisabled={record.isPending}>
            {save}
          </Button>
        </form>
      )}
    </section>
  )
}
