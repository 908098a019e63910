import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { formatNumber } from '../values/format.ts'
import type { ImportStatus, ImportSummary } from './import-answers.ts'
import { formatInstant, importsText, statusText } from './imports.text.ts'
import { useUndoImport } from './undo-import.page.tsx'

/** What was imported, latest first, with its bad rows and the way to take it back. */
export function ImportHistory({ imports }: { imports: ImportSummary[] }) {
  const [toUndo, setToUndo] = useState<ImportSummary | null>(null)
  const undo = useUndoImport()
  return (
    <>
      <Table
        caption={importsText.history}
        hideCaption
        rowHeader={importsText.file}
        columns={columns}
        rows={imports.map((summary) => rowOf(summary, () => setToUndo(summary)))}
        empty={importsText.historyEmpty}
      />
      <Dialog
        title={importsText.undoTitle}
        isOpen={toUndo !== null}
        onClose={() => setToUndo(null)}
        actions={
          <>
            <Button onPress={() => setToUndo(null)}>{importsText.keep}</Button>
            <Button
              kind="danger"
              onPress={() => {
                if (toUndo) undo(toUndo.id, toUndo.fileName)
                setToUndo(null)
              }}
            >
              {importsText.undoConfirm}
            </Button>
          </>
        }
      >
        <p>{toUndo && importsText.undoText(toUndo.fileName)}</p>
      </Dialog>
    </>
  )
}

const columns = [
  { id: 'kind', label: importsText.kind, numeric: false },
  { id: 'importedAt', label: importsText.importedAt, numeric: false },
  { id: 'importedBy', label: importsText.importedBy, numeric: false },
  { id: 'accepted', label: importsText.accepted },
  { id: 'superseded', label: importsText.superseded },
  { id: 'unchanged', label: importsText.unchanged },
  { id: 'rejected', label: importsText.rejected },
  { id: 'status', label: importsText.status, numeric: false },
  { id: 'actions', label: <span className="visually-hidden">{importsText.actions}</span>, numeric: false },
]

const rowOf = (summary: ImportSummary, onUndo: () => void): TableRow => ({
  id: summary.id,
  label: summary.fileName,
  cells: [
    summary.kindLabel,
    <span className="import-instant">{formatInstant(summary.importedAt)}</span>,
    summary.importedBy,
    formatNumber(summary.accepted),
    formatNumber(summary.superseded),
    formatNumber(summary.unchanged),
    <Rejected summary={summary} />,
    <Tag tone={toneOf[summary.status]}>{statusText[summary.status]}</Tag>,
    summary.status === 'done' && (
      <Button size="small" onPress={onUndo} aria-label={importsText.undoOf(summary.fileName)}>
        {importsText.undo}
      </Button>
    ),
  ],
})

const Rejected = ({ summary: { id, fileName, rejectedCount } }: { summary: ImportSummary }) =>
  rejectedCount === 0 ? (
    <>0</>
  ) : (
    <a href={`/api/imports/${id}/rejected.csv`} download aria-label={importsText.badRowsOf(rejectedCount, fileName)}>
      {formatNumber(rejectedCount)}
    </a>
  )

const toneOf = { running: 'info', done: 'good', failed: 'bad', undone: 'neutral' } satisfies Record<ImportStatus, Tone>
