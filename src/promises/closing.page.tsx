import { useRef, useState } from 'react'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Choice, optionsOf, sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { parseDay } from '../values/day.ts'
import { FigureField, useChoices } from './figure-field.page.tsx'
import { useFocusAfter } from './focus-after.page.tsx'
import { formText } from './form.text.ts'
import type { PromiseBody } from './promise.ts'
import { focusFirstFault } from './promise-form.page.tsx'
import { StateTag } from './promises.page.tsx'
import type { PromiseChoices, PromiseView } from './promises-view.ts'
import { promisesText, promiseText as text } from './promises.text.ts'
import { ShownFigure } from './shown-figure.page.tsx'
import { Unfold } from './unfold.page.tsx'

/** What became of it: closed with a figure, or still open. */
export function ClosingSection({ view }: { view: PromiseView }) {
  const { closed } = view.row
  const place = useFocusAfter(closed === null)
  if (!closed && !view.mayEdit) return null
  return (
    <Section title={text.closing}>
      <div ref={place} tabIndex={-1} className="promises-focus" />
      {closed ? <Closed view={view} /> : <p className="promises-note">{formText.closeHelp}</p>}
      {!closed && (
        <Unfold key={view.entry.version} title={formText.close}>
          <NewClosing view={view} />
        </Unfold>
      )}
    </Section>
  )
}

function Closed({ view: { row, entry, mayEdit } }: { view: PromiseView }) {
  const save = useSaveEntry('promise', ['promises'])
  const { closed } = row
  if (!closed) return null
  const { body, key, version } = entry
  const reopen = () =>
    save.mutate({ key, seen: version, body: { ...body, closed: null }, before: body, said: formText.reopened })
  return (
    <>
      <p>
        <StateTag state={row.state} /> {text.closedOn(closed.on)} {closed.text}
      </p>
      {closed.shown ? <ShownFigure figure={closed.shown} /> : <p>{promisesText.lostFigure}</p>}
      {mayEdit && (
        <div className="row">
          <Button isDisabled={save.isPending} onPress={reopen}>
            {formText.reopen}
          </Button>
        </div>
      )}
    </>
  )
}

function NewClosing({ view }: { view: PromiseView }) {
  const choices = useChoices()
  return (
    <Loaded query={choices} what={promisesText.one}>
      {(found) => <ClosingForm view={view} choices={found} />}
    </Loaded>
  )
}

type Outcome = NonNullable<PromiseBody['closed']>['outcome']

function ClosingForm({ view: { entry, today }, choices }: { view: PromiseView; choices: PromiseChoices }) {
  const { body, key, version } = entry
  const [typed, setTyped] = useState({
    ...{ on: today as string, outcome: 'kept', text: '', figure: body.success?.figure ?? '' },
  })
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const save = useSaveEntry('promise', ['promises'])
  const faults = {
    on: parseDay(typed.on) ? null : formText.notADay,
    text: typed.text.trim() ? null : formText.needed,
    figure: typed.figure ? null : formText.figureNeeded,
  }
  const shown = isTried ? faults : { on: null, text: null, figure: null }
  const submit = () => {
    setTried(true)
    if (Object.values(faults).some(Boolean)) return focusFirstFault(form.current)
    if (save.isPending) return
    const closed = { ...typed, text: typed.text.trim(), outcome: typed.outcome as Outcome }
    save.mutate({ key, seen: version, body: { ...body, closed }, before: body, said: formText.closed })
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
      <div className="form-fields">
        <Choice
          label={formText.outcome}
          value={typed.outcome}
          options={optionsOf(formText.outcomes)}
          onChange={(outcome) => setTyped({ ...typed, outcome })}
        />
        <DayField
          label={formText.closeDay}
          value={typed.on}
          onChange={(on) => setTyped({ ...typed, on })}
          error={shown.on}
        />
        <FigureField
          label={formText.figure}
          figures={choices.figures}
          value={typed.figure}
          onChange={(figure) => setTyped({ ...typed, figure })}
          description={formText.statusFigureHelp}
          error={shown.figure}
        />
        <TextField
          label={formText.closeText}
          value={typed.text}
          onChange={(said) => setTyped({ ...typed, text: said })}
          error={shown.text}
        />
      </div>
      {save.error && <Notice kind="bad">{save.error.message}</Notice>}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {formText.saveClosing}
        </Button>
        <span className="promises-note">{formText.keys}</span>
      </div>
    </form>
  )
}
