import './imports.page.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { get } from '../ui/api.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import type { ImportSummary } from './import-answers.ts'
import { ImportDraft } from './import-draft.page.tsx'
import { ImportHistory } from './import-history.page.tsx'
import { importsText } from './imports.text.ts'

type ChosenFile = { id: string; file: File }

/** Import: files in, checked and confirmed one by one, and what was imported before. */
export function ImportsPage() {
  const [files, setFiles] = useState<ChosenFile[]>([])
  const history = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => get<{ imports: ImportSummary[] }>('/api/imports', {}, signal),
  })
  const add = (chosen: File[]) =>
    setFiles((before) => [...before, ...chosen.map((file) => ({ id: crypto.randomUUID(), file }))])
  return (
    <Page title={importsText.title} lead={importsText.lead}>
      <FileDrop
        label={importsText.dropHere}
        choose={importsText.choose}
        formats={importsText.formats}
        allowsMultiple
        onFiles={add}
      />
      {files.map(({ id, file }) => (
        <ImportDraft
          key={id}
          id={id}
          file={file}
          onRemove={() => setFiles((before) => before.filter((each) => each.id !== id))}
        />
      ))}
      <Section title={importsText.history}>
        <Loaded query={history} what={importsText.historyWhat}>
          {({ imports }) => <ImportHistory imports={imports} />}
        </Loaded>
      </Section>
    </Page>
  )
}
