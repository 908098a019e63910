import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Select, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Progress } from '../ui/Progress.tsx'
import type { CheckRequest, ImportRequest, Mapping, Preview } from './import-answers.ts'
import { ColumnMapping, mappingProblem, suggestedMapping } from './import-mapping.page.tsx'
import { ImportProgress } from './import-progress.page.tsx'
import { importsText } from './imports.text.ts'
import { RejectedRows } from './rejected-rows.page.tsx'

/** One chosen file on its way in: read, checked, confirmed, imported. */
export function ImportDraft({ id, file, onRemove }: { id: string; file: File; onRemove: () => void }) {
  const [importId, setImportId] = useState<string | null>(null)
  const preview = useQuery({
    queryKey: ['import-preview', id],
    queryFn: () => upload(file),
    staleTime: Infinity,
    retry: false,
  })
  return (
    <Section
      title={file.name}
      aside={
        <Button size="small" kind="quiet" onPress={onRemove} aria-label={importsText.removeFile(file.name)}>
          {importsText.remove}
        </Button>
      }
    >
      {importId ? (
        <ImportProgress importId={importId} fileName={file.name} />
      ) : (
        <Read preview={preview} fileName={file.name} onImport={setImportId} />
      )}
    </Section>
  )
}

type ReadProps = {
  preview: { data: Preview | undefined; error: Error | null; refetch: () => unknown }
  fileName: string
  onImport: (importId: string) => void
}

function Read({ preview, fileName, onImport }: ReadProps) {
  if (preview.data) return <PreviewForm first={preview.data} onImport={onImport} />
  if (!preview.error) return <Progress label={importsText.reading(fileName)} />
  return (
    <Notice
      kind="bad"
      title={importsText.notReadable}
      action={<Button onPress={() => void preview.refetch()}>{importsText.tryAgain}</Button>}
    >
      {preview.error.message}
    </Notice>
  )
}

function upload(file: File): Promise<Preview> {
  const form = new FormData()
  form.append('file', file)
  return send<Preview>('POST', '/api/imports/preview', form)
}

/** What is chosen and written stays here through every check and every refusal. */
function PreviewForm({ first, onImport }: { first: Preview; onImport: (importId: string) => void }) {
  const [preview, setPreview] = useState(first)
  const [kind, setKind] = useState(first.kind)
  const [mapping, setMapping] = useState(suggestedMapping(first))
  const [profileName, setProfileName] = useState(first.profile ?? (first.columns.length > 0 ? first.kindLabel : ''))
  const [work, setWork] = useState<'checking' | 'importing' | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const latest = useRef(0)

  async function check(request: CheckRequest): Promise<void> {
    const asked = ++latest.current
    setWork('checking')
    setRefusal(null)
    try {
      const checked = await send<Preview>('POST', `/api/imports/preview/${preview.previewId}/check`, request)
      // A slower answer to an earlier choice must not replace the answer to the latest.
      if (asked !== latest.current) return
      setPreview(checked)
      if (request.mapping === null) setMapping(suggestedMapping(checked))
    } catch (error) {
      if (asked === latest.current) setRefusal(messageOf(error))
    }
    if (asked === latest.current) setWork(null)
  }

  async function confirm(): Promise<void> {
    if (work === 'importing') return
    setWork('importing')
    setRefusal(null)
    try {
      const request: ImportRequest = { previewId: preview.previewId, kind, mapping, profileName }
      onImport((await send<{ importId: string }>('POST', '/api/imports', request)).importId)
    } catch (error) {
      setRefusal(messageOf(error))
      setWork(null)
    }
  }

  const targets = preview.kinds.find((each) => each.kind === kind)?.targets ?? []
  const problem = mappingProblem(targets, mapping, preview.columns)
  return (
    <>
      <div className="import-facts">
        <Select
          label={importsText.readAs}
          value={kind}
          options={preview.kinds.map((each) => ({ value: each.kind, label: each.label }))}
          onChange={(chosen) => {
            setKind(chosen)
            void check({ kind: chosen, mapping: null })
          }}
        />
        <p className="muted">{factsOf(preview)}</p>
      </div>
      {preview.profile && <p>{importsText.profileUsed(preview.profile)}</p>}
      {preview.totalRow && (
        <Notice kind={preview.totalRow.agrees ? 'good' : 'warning'} title={importsText.totalRow}>
          {preview.totalRow.text}
        </Notice>
      )}
      {preview.warnings.map((warning) => (
        <Notice key={warning} kind="warning">
          {warning}
        </Notice>
      ))}
      {preview.columns.length > 0 && (
        <ColumnMapping
          columns={preview.columns}
          targets={targets}
          mapping={mapping}
          onChange={(changed: Mapping) => {
            setMapping(changed)
            void check({ kind, mapping: changed })
          }}
        />
      )}
      <p aria-live="polite" className="import-outcome">
        {work === 'checking' ? importsText.checking : importsText.outcome(preview.accepted, preview.rejectedCount)}
      </p>
      {preview.rejectedCount > 0 && <RejectedRows preview={preview} />}
      {problem && <Notice kind="warning">{problem}</Notice>}
      {refusal && (
        <Notice kind="bad" title={importsText.notImported}>
          {refusal} {importsText.kept}
        </Notice>
      )}
      <form
        className="import-confirm"
        onSubmit={(event) => {
          event.preventDefault()
          void confirm()
        }}
      >
        {preview.columns.length > 0 && (
          <TextField
            label={importsText.profileName}
            description={importsText.profileHelp}
            value={profileName}
            onChange={setProfileName}
          />
        )}
        <Button
          kind="primary"
          type="submit"
          isDisabled={problem !== null || preview.accepted === 0 || work === 'checking'}
        >
          {work === 'importing' ? importsText.confirming : importsText.confirm(preview.accepted)}
        </Button>
      </form>
    </>
  )
}

const factsOf = ({ rows, encoding, delimiter, headerRow }: Preview): string =>
  [
    importsText.facts.rows(rows),
    encoding.toUpperCase(),
    delimiter && importsText.facts.delimiter(delimiter),
    headerRow && importsText.facts.headerRow(headerRow),
  ]
    .filter(Boolean)
    .join(' · ')

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
