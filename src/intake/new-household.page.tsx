import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { Desk } from './intake-view.ts'
import { intakeText } from './intake.text.ts'

const text = intakeText.create

type NewHouseholdProps = {
  /** As it was typed: known only to this page and the server. */
  identityNumber: string
  desk: Desk
  onMade: (householdId: number, personId: number | null) => void
}

/** Somebody whom nobody has met before: name and unit, and the contact can begin. */
export function NewHousehold({ identityNumber, desk, onMade }: NewHouseholdProps) {
  const units = unitsFor(desk)
  const [name, setName] = useState('')
  const [unit, setUnit] = useState(units.length === 1 ? units[0]!.value : '')
  const [isTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const create = useMutation<{ householdId: number }, ApiRefusal, void>({
    mutationFn: () => send('POST', '/api/intake/households', { identityNumber, name, unit }),
    onSuccess: ({ householdId }) => {
      showToast(text.done(name))
      onMade(householdId, null)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() && unit) create.mutate()
  }
  return (
    <Section title={text.title}>
      <p>{text.lead}</p>
      <form ref={form} className="stack" onSubmit={submit} noValidate>
        <div className="intake-fields">
          <TextField
            label={text.name}
            value={name}
            onChange={setName}
            error={isTried && !name.trim() ? text.nameMissing : null}
          />
          <Select
            label={text.unit}
            value={unit}
            onChange={setUnit}
            options={[{ value: '', label: text.chooseUnit }, ...units]}
          />
        </div>
        {isTried && !unit && (
          <p role="alert" className="field-error">
            {text.unitMissing}
          </p>
        )}
        <p className="muted">{text.protected}</p>
        {create.error && <Notice kind="bad">{create.error.message}</Notice>}
        <div>
          <Button type="submit" kind="primary" isDisabled={create.isPending}>
            {text.action}
          </Button>
        </div>
      </form>
    </Section>
  )
}

/** The user's own units that answer for households; all of the user's own where none does yet. */
function unitsFor({ units }: Desk) {
  const own = units.filter(({ isOwn }) => isOwn)
  const answering = own.filter(({ hasHouseholds }) => hasHouseholds)
  return (answering.length > 0 ? answering : own).map(({ code, name }) => ({ value: code, label: name }))
}
