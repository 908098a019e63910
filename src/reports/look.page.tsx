import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button as FileButton, FileTrigger } from 'react-aria-components'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { type ApiRefusal, get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { sendOnCtrlEnter, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { lookText } from './look.text.ts'
import type { LookEntry, LookView } from './reports-view.ts'

/** How the municipality's reports look. Shown to those who may change it, and folded until they want to. */
export function LookSection() {
  const query = useQuery({ queryKey: ['report-look'], queryFn: () => get<LookView>('/api/report-look') })
  if (!query.data?.mayEdit) return null
  return (
    <details className="panel report-look">
      <summary>{lookText.title}</summary>
      <LookForm key={query.data.seen} view={query.data} />
    </details>
  )
}

const unsaid: LookEntry = { committee: null, accent: '#1f5673', logo: null, wordStyles: null }

function LookForm({ view: { seen, look: before } }: { view: LookView }) {
  const [look, setLook] = useState(before ?? unsaid)
  const [fault, setFault] = useState<string | null>(null)
  const change = (changes: Partial<LookEntry>) => {
    setFault(null)
    setLook((now) => ({ ...now, ...changes }))
  }
  const save = useSaveEntry('report-look', ['report', 'report-look', 'reports'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (look.logo?.alt.trim() === '') return setFault(lookText.altMissing)
    save.mutate({ key: 'standard', seen, body: look, before, said: lookText.saved })
  }
  return (
    <form className="stack" onSubmit={submit} onKeyDown={sendOnCtrlEnter}>
      <p className="muted">{lookText.lead}</p>
      <TextField
        label={lookText.committee}
        description={lookText.committeeHelp}
        value={look.committee ?? ''}
        onChange={(committee) => change({ committee: committee || null })}
      />
      <label className="field">
        <span className="field-legend">{lookText.accent}</span>
        <input
          type="color"
          className="report-look-colour"
          value={look.accent}
          aria-describedby="farghjalp"
          onChange={(event) => change({ accent: event.target.value })}
        />
        <span id="farghjalp" className="field-description">
          {lookText.accentHelp}
        </span>
      </label>
      <LogoFields look={look} onChange={change} onFault={setFault} />
      <TemplateFields look={look} onChange={change} onFault={setFault} />
      <div aria-live="polite">
        {(fault ?? save.error?.message) && <Notice kind="bad">{fault ?? save.error?.message}</Notice>}
      </div>
      <div>
        <Button type="submit" kind="primary" isDisabled={save.isPending}>
          {lookText.save}
        </Button>
      </div>
    </form>
  )
}

type PartProps = {
  look: LookEntry
  onChange: (changes: Partial<LookEntry>) => void
  onFault: (fault: string) => void
}

const mostLogoBytes = 300_000

function LogoFields({ look: { logo }, onChange, onFault }: PartProps) {
  const choose = async (file: File | undefined) => {
    if (!file) return
    if (file.type !== 'image/png') return onFault(lookText.notPng)
    if (file.size > mostLogoBytes) return onFault(lookText.largeLogo)
    onChange({ logo: { png: await base64Of(file), alt: logo?.alt ?? '' } })
  }
  return (
    <fieldset className="stack report-look-part">
      <legend className="field-legend">{lookText.logo}</legend>
      <p aria-live="polite">{logo ? lookText.hasLogo(logo.alt || '–') : lookText.noLogo}</p>
      <div className="report-look-buttons">
        <FileTrigger acceptedFileTypes={['image/png']} onSelect={(files) => void choose(files?.[0])}>
          <FileButton className="button button-secondary button-normal">{lookText.chooseLogo}</FileButton>
        </FileTrigger>
        {logo && <Button onPress={() => onChange({ logo: null })}>{lookText.removeLogo}</Button>}
        <span className="field-description">{lookText.logoHelp}</span>
      </div>
      {logo && (
        <TextField
          label={lookText.logoAlt}
          description={lookText.logoAltHelp}
          value={logo.alt}
          onChange={(alt) => onChange({ logo: { ...logo, alt } })}
        />
      )}
    </fieldset>
  )
}

function TemplateFields({ look: { wordStyles }, onChange, onFault }: PartProps) {
  const read = useMutation<{ wordStyles: string }, ApiRefusal, File>({
    mutationFn: (file) => {
      const form = new FormData()
      form.append('file', file)
      return send('POST', '/api/report-look/word-template', form)
    },
    onSuccess: (found) => onChange(found),
    onError: ({ message }) => onFault(message),
  })
  return (
    <fieldset className="stack report-look-part">
      <legend className="field-legend">{lookText.template}</legend>
      <p aria-live="polite">{wordStyles ? lookText.hasTemplate : lookText.noTemplate}</p>
      <div className="report-look-buttons">
        <FileTrigger acceptedFileTypes={['.docx', '.dotx']} onSelect={(files) => files?.[0] && read.mutate(files[0])}>
          <FileButton className="button button-secondary button-normal">{lookText.chooseTemplate}</FileButton>
        </FileTrigger>
        {wordStyles && <Button onPress={() => onChange({ wordStyles: null })}>{lookText.removeTemplate}</Button>}
        <span className="field-description">{lookText.templateHelp}</span>
      </div>
    </fieldset>
  )
}

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.readAsDataURL(file)
  })
