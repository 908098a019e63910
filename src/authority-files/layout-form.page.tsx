import { useEffect, useRef, useState } from 'react'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox, Choice, optionsOf, sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { layoutText } from './layout.text.ts'
import { FieldRow } from './layout-field.page.tsx'
import { type LayoutBody, positionsOf, remarksOnLayout } from './layout-schema.ts'
import { LayoutTrial } from './layout-trial.page.tsx'
import {
  countOf,
  errorsInTyped,
  layoutOfTyped,
  type TypedField,
  type TypedLayout,
  typedLayout,
} from './typed-layout.page.tsx'

const text = layoutText.form

type LayoutFormProps = {
  /** What the form begins with. */
  layout: LayoutBody
  /** The municipality's own, when it is one of those that is changed. */
  entry: CatalogueEntry<'monthly-layout'> | null
  /** Months that have a layout of the municipality's own. */
  taken: readonly string[]
  onDone: (from: string | null) => void
}

/** Writes a layout: its facts, its fields in order, and a trial on a month before it is saved. */
export function LayoutForm({ layout, entry, taken, onDone }: LayoutFormProps) {
  const [typed, setTyped] = useState<TypedLayout>(() => typedLayout(layout))
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const others = entry ? taken.filter((month) => month !== entry.key) : taken
  const found = errorsInTyped(typed, others)
  const errors = isTried ? found : { fields: found.fields }
  const save = useSaveEntry('monthly-layout', ['authority-files'], (key) => onDone(key))
  const submit = () => {
    setTried(true)
    if (countOf(found) > 0) return focusFirstFault(form.current)
    if (save.isPending) return
    const isSame = entry?.key === typed.from
    save.mutate({
      ...{ key: typed.from, seen: isSame ? entry.version : 0, body: layoutOfTyped(typed) },
      ...{ before: isSame ? entry.body : null, said: text.saved },
    })
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
      <Section title={text.title}>
        <div ref={heading} tabIndex={-1}>
          <p>{text.lead}</p>
        </div>
        <div className="layout-facts">
          <TextField
            label={text.from}
            description={text.fromHelp}
            value={typed.from}
            error={errors.from ?? null}
            onChange={(from) => setTyped({ ...typed, from: from.trim() })}
          />
          <div className="field-wide">
            <TextField
              label={text.source}
              description={text.sourceHelp}
              value={typed.source}
              error={errors.source ?? null}
              onChange={(source) => setTyped({ ...typed, source })}
            />
          </div>
        </div>
        <Choice
          label={text.form}
          value={typed.form}
          options={optionsOf(layoutText.forms)}
          onChange={(form) => setTyped({ ...typed, form: form as LayoutBody['form'] })}
        />
        <Choice
          label={text.encoding}
          value={typed.encoding}
          options={optionsOf(layoutText.encodings)}
          onChange={(encoding) => setTyped({ ...typed, encoding: encoding as LayoutBody['encoding'] })}
        />
        <Checkbox isSelected={typed.hasHeader} onChange={(hasHeader) => setTyped({ ...typed, hasHeader })}>
          {text.hasHeader}
        </Checkbox>
        <Checkbox isSelected={typed.isChecked} onChange={(isChecked) => setTyped({ ...typed, isChecked })}>
          {text.isChecked}
        </Checkbox>
      </Section>
      <Fields typed={typed} errors={errors.fields} onChange={setTyped} />
      <Remarks typed={typed} />
      <LayoutTrial layout={countOf(found) === 0 ? layoutOfTyped(typed) : null} />
      {save.error && <Notice kind="bad">{save.error.message}</Notice>}
      {isTried && countOf(found) > 0 && (
        <p role="alert" className="field-error">
          {text.summary(countOf(found))}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {text.save}
        </Button>
        <Button kind="quiet" onPress={() => onDone(null)}>
          {text.cancel}
        </Button>
        <span className="muted">{text.keys}</span>
      </div>
    </form>
  )
}

/** Once the fields have been marked. */
const focusFirstFault = (form: HTMLFormElement | null): void =>
  void setTimeout(() => {
    const first = form?.querySelector<HTMLElement>('[aria-invalid="true"], .layout-field:has(.field-error) button')
    first?.focus()
  })

type FieldsProps = {
  typed: TypedLayout
  errors: ReturnType<typeof errorsInTyped>['fields']
  onChange: (typed: TypedLayout) => void
}

/** The fields in order. What has been moved or removed is said, since the list itself may be out of sight. */
function Fields({ typed, errors, onChange }: FieldsProps) {
  const [open, setOpen] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const { fields, form } = typed
  const positions = positionsOf(fields.map(({ width }) => ({ width: Number(width) || 0 })))
  const set = (next: TypedField[]) => onChange({ ...typed, fields: next })
  const move = (at: number, by: 1 | -1) => {
    const next = fields.toSpliced(at, 1).toSpliced(at + by, 0, fields[at]!)
    setSaid(text.moved(fields[at]!.name, at + by + 1))
    set(next)
  }
  const add = () => {
    const id = Math.max(-1, ...fields.map((field) => field.id)) + 1
    const name = text.newName(fields.length + 1)
    set([...fields, { id, name, value: 'district', width: '2', missing: 'empty', codes: '' }])
    setOpen(id)
  }
  return (
    <Section title={layoutText.fields}>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <ol className="layout-fields">
        {fields.map((field, at) => (
          <FieldRow
            key={field.id}
            field={field}
            number={at + 1}
            place={
              form === 'fixed'
                ? layoutText.place(positions[at]!.first, positions[at]!.last)
                : layoutText.width(Number(field.width) || 0)
            }
            errors={errors[field.id] ?? {}}
            isOpen={open === field.id}
            onToggle={() => setOpen(open === field.id ? null : field.id)}
            onChange={(changed) => set(fields.map((each) => (each.id === field.id ? changed : each)))}
            onUp={at > 0 ? () => move(at, -1) : null}
            onDown={at < fields.length - 1 ? () => move(at, 1) : null}
            onRemove={() => {
              setSaid(text.removed(field.name))
              set(fields.filter(({ id }) => id !== field.id))
            }}
          />
        ))}
      </ol>
      <div>
        <Button size="small" onPress={add}>
          {text.add}
        </Button>
      </div>
    </Section>
  )
}

function Remarks({ typed }: { typed: TypedLayout }) {
  const remarks = remarksOnLayout(layoutOfTyped(typed)).filter(({ kind }) => kind !== 'no-source')
  if (remarks.length === 0) return null
  return (
    <Notice kind="warning" title={layoutText.remarks}>
      <ul className="layout-remarks">
        {remarks.map((remark) => {
          const said = layoutText.remark(remark, (at) => typed.fields[at]?.name ?? '')
          return <li key={said}>{said}</li>
        })}
      </ul>
    </Notice>
  )
}
