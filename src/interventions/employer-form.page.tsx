import { useState } from 'react'
import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { employerKinds, interventionKinds } from '../parameters/code-lists/casework.ts'
import { Button } from '../ui/Button.tsx'
import { Select, sendOnCtrlEnter, TextArea, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import { keyOf } from '../values/key.ts'
import { employerFormText, employersText } from './employers.text.ts'
import { choicesOf } from './event-form.page.tsx'

type Body = CatalogueBody<'employer'>

type EmployerFormProps = {
  entry: CatalogueEntry<'employer'> | null
  today: Day
  isReadOnly?: boolean
  onClose: () => void
}

/** The form opens above the list that one may have scrolled: focus goes to it. */
const focusWhenOpened = (heading: HTMLHeadingElement | null) => heading?.focus()

const nothing = { contactOn: '', contactBy: '', contactText: '', offerPlaces: '', offerFrom: '', offerLast: '' }

/** An employer with its contacts and offers. A contact or an offer that is filled in is added when it is saved. */
export function EmployerForm({ entry, today, isReadOnly = false, onClose }: EmployerFormProps) {
  const [typed, setTyped] = useState({
    name: entry?.body.name ?? '',
    kind: entry?.body.kind ?? 'external',
    industry: entry?.body.industry ?? '',
    ...nothing,
    contactOn: today,
    offerKind: 'internship',
    offerFrom: today,
  })
  const [isTried, setTried] = useState(false)
  const errors = errorsIn(typed)
  const save = useSaveEntry('employer', ['interventions', 'employers', 'catalogue'], onClose)
  const submit = () => {
    setTried(true)
    if (isReadOnly || Object.keys(errors).length > 0 || save.isPending) return
    const before = entry?.body ?? null
    save.mutate({
      key: entry?.key ?? keyOf(typed.name),
      seen: entry?.version ?? 0,
      body: bodyOf(typed, before),
      said: employerFormText.saved,
      before,
    })
  }
  const field = (name: keyof typeof typed, label: string, placeholder?: string) => (
    <TextField
      label={label}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      error={isTried ? (errors[name] ?? null) : null}
      {...(placeholder && { placeholder })}
    />
  )
  return (
    <form
      className="stack referral-choice"
      aria-label={typed.name || employerFormText.name}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDownCapture={sendOnCtrlEnter}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3 ref={focusWhenOpened} tabIndex={-1}>
        {entry?.body.name ?? employersText.add}
      </h3>
      {entry && <History body={entry.body} />}
      {!isReadOnly && (
        <>
          <p className="interventions-note">{employerFormText.noPersons}</p>
          <div className="interventions-form">
            {field('name', employerFormText.name)}
            <Select
              label={employerFormText.kind}
              value={typed.kind}
              options={choicesOf(employerKinds)}
              onChange={(kind) => setTyped({ ...typed, kind: kind as Body['kind'] })}
            />
            {field('industry', employerFormText.industry)}
          </div>
          <h4>{employerFormText.newContact}</h4>
          <div className="interventions-form">
            {field('contactOn', employerFormText.contactOn, employerFormText.day)}
            {field('contactBy', employerFormText.contactBy)}
            <TextArea
              label={employerFormText.contactText}
              value={typed.contactText}
              onChange={(text) => setTyped({ ...typed, contactText: text })}
              rows={2}
            />
          </div>
          <h4>{employerFormText.newOffer}</h4>
          <div className="interventions-form">
            <Select
              label={employerFormText.offerKind}
              value={typed.offerKind}
              options={choicesOf(interventionKinds)}
              onChange={(kind) => setTyped({ ...typed, offerKind: kind })}
            />
            {field('offerPlaces', employerFormText.offerPlaces)}
            {field('offerFrom', employerFormText.offerFrom, employerFormText.day)}
            {field('offerLast', employerFormText.offerLast, employerFormText.day)}
          </div>
        </>
      )}
      {save.error && <Notice kind="bad">{save.error.message}</Notice>}
      <div className="row">
        {!isReadOnly && (
          <Button type="submit" kind="primary" isDisabled={save.isPending}>
            {employerFormText.save}
          </Button>
        )}
        <Button onPress={onClose}>{employerFormText.close}</Button>
        {!isReadOnly && <span className="interventions-note">{employerFormText.keys}</span>}
      </div>
    </form>
  )
}

/** Contacts, the latest first, and what is offered. */
const History = ({ body }: { body: Body }) => (
  <>
    <h4>{employerFormText.contacts}</h4>
    {body.contacts.length === 0 && <p className="muted">{employerFormText.noContacts}</p>}
    <ul>
      {body.contacts
        .toSorted((a, b) => (a.on < b.on ? 1 : -1))
        .map(({ on, by, text }, at) => (
          <li key={`${on} ${at}`}>
            {on}, {by}
            {text && `: ${text}`}
          </li>
        ))}
    </ul>
    <h4>{employerFormText.offers}</h4>
    {body.offers.length === 0 && <p className="muted">{employerFormText.noOffers}</p>}
    <ul>
      {body.offers.map(({ key, kind, places, from, until }) => {
        const end = until === null ? null : parseDay(until)
        return (
          <li key={key}>
            {employerFormText.offerLine(places, interventionKinds[kind], from, end && addDays(end, -1))}
          </li>
        )
      })}
    </ul>
  </>
)

type Typed = Record<keyof typeof nothing | 'name' | 'industry' | 'offerKind', string> & { kind: Body['kind'] }

/** A contact is one when somebody is named, an offer when it has places. */
function errorsIn(typed: Typed): Partial<Record<keyof Typed, string>> {
  const hasContact = Boolean(typed.contactBy.trim() || typed.contactText.trim())
  const hasOffer = Boolean(typed.offerPlaces.trim())
  const errors: Partial<Record<keyof Typed, string | false>> = {
    name: !keyOf(typed.name) && employerFormText.needed,
    contactOn: hasContact && !parseDay(typed.contactOn) && employerFormText.notADay,
    contactBy: hasContact && !typed.contactBy.trim() && employerFormText.contactIncomplete,
    offerPlaces: hasOffer && !/^[1-9]\d{0,3}$/.test(typed.offerPlaces.trim()) && employerFormText.notANumber,
    offerFrom: hasOffer && !parseDay(typed.offerFrom) && employerFormText.notADay,
    offerLast: hasOffer && Boolean(typed.offerLast.trim()) && !parseDay(typed.offerLast) && employerFormText.notADay,
  }
  return Object.fromEntries(Object.entries(errors).filter(([, error]) => error)) as Partial<Record<keyof Typed, string>>
}

function bodyOf(typed: Typed, before: Body | null): Body {
  const last = parseDay(typed.offerLast)
  const offers = before?.offers ?? []
  const offer = {
    key: `plats-${offers.length + 1}`,
    kind: typed.offerKind as Body['offers'][number]['kind'],
    places: Number(typed.offerPlaces),
    from: typed.offerFrom,
    until: last && addDays(last, 1),
  }
  const contact = { on: typed.contactOn, by: typed.contactBy.trim(), text: typed.contactText.trim() }
  return {
    name: typed.name.trim(),
    kind: typed.kind,
    industry: typed.industry.trim(),
    contacts: [...(before?.contacts ?? []), ...(contact.by ? [contact] : [])],
    offers: [...offers, ...(offer.places ? [offer] : [])],
  }
}
