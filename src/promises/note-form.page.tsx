import { useRef, useState } from 'react'
import type { CatalogueBody } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Choice, optionsOf, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import { FigureField } from './figure-field.page.tsx'
import { useFocusAfter } from './focus-after.page.tsx'
import { formText as text } from './form.text.ts'
import { nameOf, type Note } from './notes.page.tsx'
import { focusFirstFault } from './promise-form.page.tsx'
import type { PromiseChoices } from './promises-view.ts'
import { notesText } from './promises.text.ts'

type NoteBody = CatalogueBody<'dated-note'>
type Typed = Record<'kind' | 'title' | 'text' | 'on' | 'last' | 'source', string> & { figures: readonly string[] }
type Faults = Partial<Record<'title' | 'on' | 'last' | 'source', string>>

const typedOf = ({ until, ...rest }: NoteBody): Typed => ({
  ...rest,
  last: until === null ? '' : addDays(until as Day, -1),
})

const newNote = (today: Day): Typed => ({
  ...{ kind: 'explanation', title: '', text: '', on: today, last: '', source: '', figures: [] },
})

const bodyOf = (typed: Typed): NoteBody => ({
  kind: typed.kind as NoteBody['kind'],
  ...{ title: typed.title.trim(), text: typed.text.trim(), on: typed.on, source: typed.source.trim() },
  until: typed.last === '' ? null : addDays(typed.last as Day, 1),
  figures: [...typed.figures],
})

function faultsIn({ title, on, last, source }: Typed): Faults {
  const lastFault = last === '' ? null : !parseDay(last) ? text.notADay : last < on ? text.lastBeforeFirst : null
  return {
    ...(!title.trim() && { title: text.needed }),
    ...(!parseDay(on) && { on: text.notADay }),
    ...(lastFault && { last: lastFault }),
    ...(!source.trim() && { source: text.needed }),
  }
}

type NoteFormProps = { note: Note | null; choices: PromiseChoices; onDone: () => void }

/** Writes a note, or changes one: every saving is a new version. */
export function NoteForm({ note, choices, onDone }: NoteFormProps) {
  const [typed, setTyped] = useState<Typed>(() => (note ? typedOf(note.body) : newNote(choices.today)))
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const save = useSaveEntry('dated-note', ['dated-notes'], onDone)
  const found = faultsIn(typed)
  const submit = () => {
    setTried(true)
    if (Object.keys(found).length > 0) return focusFirstFault(form.current)
    if (save.isPending) return
    save.mutate({
      ...{ key: note?.key ?? keyOf(typed.title), seen: note?.version ?? 0, body: bodyOf(typed) },
      ...{ before: note?.body ?? null, said: text.noteSaved },
    })
  }
  return (
    <Section title={note ? text.editNote : text.newNote}>
      <form
        ref={form}
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDownCapture={sendOnCtrlEnter}
      >
        <p className="promises-note">{text.noPersons}</p>
        <NoteFields typed={typed} faults={isTried ? found : {}} onChange={setTyped} />
        <FiguresShown typed={typed} choices={choices} onChange={setTyped} />
        {save.error && (
          <Notice kind="bad">
            {save.error.problem === 'changed-since' && !note ? text.noteTaken : save.error.message}
          </Notice>
        )}
        <div className="row">
          <Button type="submit" kind="primary" isDisabled={save.isPending}>
            {text.saveNote}
          </Button>
          <Button onPress={onDone}>{text.cancel}</Button>
          <span className="promises-note">{text.keys}</span>
        </div>
      </form>
    </Section>
  )
}

type FieldsProps = { typed: Typed; onChange: (typed: Typed) => void }

function NoteFields({ typed, faults, onChange }: FieldsProps & { faults: Faults }) {
  const field = (name: Exclude<keyof Typed, 'figures'>, label: string) => ({
    ...{ label, value: typed[name], error: faults[name as keyof Faults] ?? null },
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
  })
  return (
    <div className="form-fields">
      <Choice
        label={text.noteKind}
        value={typed.kind}
        options={optionsOf(notesText.kinds)}
        onChange={(kind) => onChange({ ...typed, kind })}
      />
      <TextField {...field('title', text.noteTitle)} />
      <TextArea {...field('text', text.noteText)} />
      <DayField {...field('on', text.noteOn)} />
      <DayField {...field('last', text.noteLast)} description={text.noteLastHelp} />
      <TextField {...field('source', text.noteSource)} description={text.noteSourceHelp} />
    </div>
  )
}

/** The figures whose charts show it: none means all. */
function FiguresShown({ typed, choices, onChange }: FieldsProps & { choices: PromiseChoices }) {
  const { figures } = typed
  const place = useFocusAfter(figures.length)
  const left = choices.drawn.filter(({ id }) => !figures.includes(id))
  return (
    <fieldset className="form-group">
      <legend>{text.noteFigures}</legend>
      <div ref={place} tabIndex={-1} className="promises-focus" />
      {figures.length > 0 && (
        <ul className="promises-chosen">
          {figures.map((id) => (
            <li key={id}>
              {nameOf(choices, id)}
              <Button
                size="small"
                aria-label={text.noteRemoveFigure(nameOf(choices, id))}
                onPress={() => onChange({ ...typed, figures: figures.filter((each) => each !== id) })}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <FigureField
        key={figures.length}
        label={text.noteAddFigure}
        description={text.noteFiguresHelp}
        figures={left.map(({ id, name }) => ({ address: id, name, now: '' }))}
        value=""
        onChange={(id) => id !== '' && onChange({ ...typed, figures: [...figures, id] })}
      />
    </fieldset>
  )
}
