import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { get } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { ImportRun } from './import-answers.ts'
import { importsText } from './imports.text.ts'
import { useUndoImport } from './undo-import.page.tsx'

/** How far an import has come, followed until it ends; then its result, and the way to take it back. */
export function ImportProgress({ importId, fileName }: { importId: string; fileName: string }) {
  const { data: run, error } = useQuery({
    queryKey: ['import-run', importId],
    // An import gets its number when it is done, and is found by it from then on.
    queryFn: ({ signal, client, queryKey }) =>
      get<ImportRun>(`/api/imports/${client.getQueryData<ImportRun>(queryKey)?.id ?? importId}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'running' ? false : 400),
  })
  useAnnouncedEnd(run, fileName)
  const place = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone; whoever pressed it goes on from here.
  useEffect(() => place.current?.focus(), [])
  return (
    <div ref={place} tabIndex={-1} className="import-run">
      {error && !run && <Notice kind="bad">{error.message}</Notice>}
      {!error && !run && <Progress label={importsText.importing(fileName)} />}
      {run && <Run run={run} fileName={fileName} />}
    </div>
  )
}

function Run({ run, fileName }: { run: ImportRun; fileName: string }) {
  switch (run.status) {
    case 'running':
      return <Progress label={importsText.importing(fileName)} share={run.progress} text={run.text} />
    case 'failed':
      return (
        <Notice kind="bad" title={importsText.notImported}>
          {run.text}
        </Notice>
      )
    case 'undone':
      return <Notice>{importsText.undone(fileName)}</Notice>
    case 'done':
      return (
        <Notice
          kind="good"
          title={importsText.imported(fileName)}
          action={run.rejectedCount > 0 && <BadRows run={run} />}
        >
          {importsText.result(run)}
        </Notice>
      )
  }
}

const BadRows = ({ run }: { run: ImportRun }) => (
  <ButtonLink href={`/api/imports/${run.id}/rejected.csv`} download>
    {importsText.downloadBadRows}
  </ButtonLink>
)

/** Everything shown from the register is old when an import has ended. */
function useAnnouncedEnd(run: ImportRun | undefined, fileName: string): void {
  const client = useQueryClient()
  const undo = useUndoImport()
  const isDone = run?.status === 'done'
  useEffect(() => {
    if (!run || !isDone) return
    void client.invalidateQueries({ predicate: ({ queryKey }) => !staysAfterImport.has(String(queryKey[0])) })
    showToast(importsText.imported(fileName), () => undo(run.id, fileName))
    // Once, when the import ends: a new client or a new undo is no new end.
  }, [isDone])
}

const staysAfterImport = new Set(['session', 'import-preview', 'import-run'])
