import './planning.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mappingMethods } from '../parameters/code-lists/casework.ts'
import { type ApiRefusal, get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, TextArea, TextField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { showToast } from '../ui/Toast.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { EditableRows } from './editable-rows.page.tsx'
import type { MappingForm } from './mapping-forms.ts'
import { mappingFormsText as text } from './mapping-forms.text.ts'

/** Where an administrator decides what each method of mapping asks about. */
export function MappingFormsPage() {
  const forms = useQuery({
    queryKey: ['mapping-forms'],
    queryFn: ({ signal }) => get<{ forms: MappingForm[] }>('/api/mapping-forms', {}, signal),
  })
  const [{ metod }, change] = useUrlState()
  return (
    <Page title={text.title} lead={text.lead} above={<Link to="/regler">‹ {text.above}</Link>}>
      <Loaded query={forms} what={text.forms}>
        {({ forms: found }) => (
          <Tabs
            label={text.title}
            selected={found.find(({ method }) => method === metod)?.method ?? 'simplified'}
            onSelect={(method) => change({ metod: method === 'simplified' ? '' : method })}
            tabs={found.map((form) => ({
              id: form.method,
              label: mappingMethods[form.method],
              content: <FormEditor key={form.version} form={form} />,
            }))}
          />
        )}
      </Loaded>
    </Page>
  )
}

type Area = MappingForm['areas'][number]

function FormEditor({ form }: { form: MappingForm }) {
  const [areas, setAreas] = useState(form.areas)
  const save = useSaveForm(form)
  const isChanged = JSON.stringify(areas) !== JSON.stringify(form.areas)
  const isComplete = areas.length > 0 && areas.every(({ label }) => label.trim() !== '')
  return (
    <Section
      title={text.heading(form.method)}
      aside={<Tag>{form.version > 0 ? text.ownVersion(form.version) : text.fromProgram}</Tag>}
    >
      {form.source && <p className="planning-small">{text.source(form.source)}</p>}
      <EditableRows
        label={text.areas}
        noun={text.area}
        description={text.areasHint}
        add={text.add}
        rows={areas}
        onChange={setAreas}
        // Named by the version that it came with: an answer to an area that has gone never seems to be one to a new area.
        newRow={(key): Area => ({ key: `v${form.version + 1}-${key}`, label: '', help: '', hasLevel: true })}
        taken={form.areas.map(({ key }) => key)}
        render={(area, change, number) => <AreaFields area={area} change={change} number={number} />}
      />
      {!isComplete && <Notice kind="warning">{text.noLabel}</Notice>}
      {save.error && <Notice kind="bad">{save.error.message}</Notice>}
      <div className="planning-actions">
        <Button
          kind="primary"
          isDisabled={!isChanged || !isComplete || save.isPending}
          onPress={() => save.mutate(areas)}
        >
          {text.save}
        </Button>
        {isChanged && <Button onPress={() => setAreas(form.areas)}>{text.reset}</Button>}
        <span className="muted" aria-live="polite">
          {isChanged && text.unsaved}
        </span>
      </div>
    </Section>
  )
}

type AreaFieldsProps = { area: Area; change: (area: Area) => void; number: number }

const AreaFields = ({ area, change, number }: AreaFieldsProps) => (
  <div className="planning-area">
    <TextField label={text.label(number)} value={area.label} onChange={(label) => change({ ...area, label })} />
    <TextArea label={text.help(number)} value={area.help} onChange={(help) => change({ ...area, help })} />
    <Checkbox isSelected={area.hasLevel} onChange={(hasLevel) => change({ ...area, hasLevel })}>
      {text.hasLevel(number)}
    </Checkbox>
  </div>
)

/** A new version of the form; undo saves the areas that were there before as a version after it. */
function useSaveForm({ method, version, areas: before }: MappingForm) {
  const client = useQueryClient()
  const put = (areas: readonly Area[], seen: number) =>
    send<{ version: number }>('PUT', `/api/catalogue/mapping-form/${method.toLowerCase()}`, {
      seen,
      body: { method, areas: areas.map((area) => ({ ...area, label: area.label.trim() })) },
    })
  const renew = () => client.invalidateQueries({ queryKey: ['mapping-forms'] })
  const undo = (seen: number) => put(before, seen).then(renew, (error: Error) => showToast(error.message))
  return useMutation<{ version: number }, ApiRefusal, readonly Area[]>({
    mutationFn: (areas) => put(areas, version),
    onSuccess: async (saved) => {
      await renew()
      showToast(text.saved(method), () => void undo(saved.version))
    },
  })
}
