import { useRef, useState } from 'react'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { parseDay } from '../values/day.ts'
import { FigureField, useChoices } from './figure-field.page.tsx'
import { useFocusAfter } from './focus-after.page.tsx'
import { formText } from './form.text.ts'
import { focusFirstFault } from './promise-form.page.tsx'
import type { PromiseChoices, PromiseView } from './promises-view.ts'
import { promisesText, promiseText as text } from './promises.text.ts'
import { ShownFigure } from './shown-figure.page.tsx'
import { Unfold } from './unfold.page.tsx'

/** What has been said of how it goes, latest first, and room for the next. */
export function StatusSection({ view }: { view: PromiseView }) {
  const place = useFocusAfter(view.statuses.length)
  return (
    <Section title={text.statuses}>
      <div ref={place} tabIndex={-1} className="promises-focus" />
      {view.statuses.length === 0 ? (
        <p>{text.noStatuses}</p>
      ) : (
        <ul className="promises-statuses">
          {view.statuses.map((status, at) => (
            <li key={at}>
              <p>
                <strong>{status.on}.</strong> {status.text}
              </p>
              {status.longer && <p>{status.longer}</p>}
              {status.shown && <ShownFigure figure={status.shown} />}
              {status.figure && !status.shown && <p className="promises-note">{promisesText.lostFigure}</p>}
            </li>
          ))}
        </ul>
      )}
      {view.mayEdit && !view.entry.body.closed && (
        <Unfold key={view.entry.version} title={formText.newStatus}>
          <NewStatus view={view} />
        </Unfold>
      )}
    </Section>
  )
}

function NewStatus({ view }: { view: PromiseView }) {
  const choices = useChoices()
  return (
    <Loaded query={choices} what={promisesText.one}>
      {(found) => <StatusForm view={view} choices={found} />}
    </Loaded>
  )
}

function StatusForm({ view: { entry, today }, choices }: { view: PromiseView; choices: PromiseChoices }) {
  const [typed, setTyped] = useState({ on: today as string, text: '', longer: '', figure: '' })
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const { body, key, version } = entry
  const save = useSaveEntry('promise', ['promises'])
  const errors = {
    text: isTried && !typed.text.trim() ? formText.needed : null,
    on: isTried && !parseDay(typed.on) ? formText.notADay : null,
  }
  const submit = () => {
    setTried(true)
    if (!typed.text.trim() || !parseDay(typed.on)) return focusFirstFault(form.current)
    if (save.isPending) return
    const status = { on: typed.on, text: typed.text.trim(), longer: typed.longer.trim(), figure: typed.figure || null }
    // Latest last, also when one is written afterwards.
    const statuses = [...body.statuses, status].toSorted((one, other) => (one.on < other.on ? -1 : 1))
    save.mutate({ key, seen: version, body: { ...body, statuses }, before: body, said: formText.statusSaved })
  }
  return (
    <form
      ref={form}
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
    >
      <p className="promises-note">{formText.noPersons}</p>
      <div className="form-fields">
        <DayField
          label={formText.statusDay}
          value={typed.on}
          onChange={(on) => setTyped({ ...typed, on })}
          error={errors.on}
        />
        <TextField
          label={formText.statusText}
          value={typed.text}
          onChange={(said) => setTyped({ ...typed, text: said })}
          error={errors.text}
        />
        <TextArea
          label={formText.statusLonger}
          value={typed.longer}
          onChange={(longer) => setTyped({ ...typed, longer })}
        />
        <FigureField
          label={formText.statusFigure}
          figures={choices.figures}
          value={typed.figure}
          onChange={(figure) => setTyped({ ...typed, figure })}
          description={formText.statusFigureHelp}
        />
      </div>
      {save.error && <p role="alert">{save.error.message}</p>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {formText.saveStatus}
        </Button>
        <span className="promises-note">{formText.keys}</span>
      </div>
    </form>
  )
}
