import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import { parseMonth } from '../values/month.ts'
import { type EditedRow, editedRow, emptyRow, faultIn, rowFrom } from './edited-row.page.tsx'
import type { RowsTrial as Trial, RowsView } from './economy-view.ts'
import { economyText } from './economy.text.ts'
import { RowFields } from './row-fields.page.tsx'
import { RowsTrial } from './rows-trial.page.tsx'

const text = economyText.rows.editor

/** A new version of the rows: edited, tried against the ledger, and only then saved. */
export function RowsEditor({ view, onClose }: { view: RowsView; onClose: () => void }) {
  const [edited, setEdited] = useState(() => view.inForce.rows.map(editedRow))
  const [from, setFrom] = useState(view.isDefault ? `${view.from.slice(0, 4)}-01` : view.inForce.from)
  const [source, setSource] = useState(view.isDefault ? '' : view.inForce.source)
  const [problem, setProblem] = useState<string | null>(null)
  const heading = useRef<HTMLDivElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const rows = () => edited.map(rowFrom)
  const trial = useMutation<Trial, ApiRefusal, void>({
    mutationFn: () => send('POST', '/api/economy/rows/trial', { from: view.from, to: view.to, rows: rows() }),
  })
  const save = useSave(view, onClose)
  const set = (next: EditedRow[]) => {
    setEdited(next)
    // What was tried is no longer what would be saved.
    trial.reset()
  }
  const unlessFault = (fault: string | null, run: () => void) => {
    setProblem(fault)
    if (!fault) run()
  }
  const saveFault = () =>
    faultIn(edited) ??
    (!parseMonth(from) ? text.fromWrong : !source.trim() ? text.sourceMissing : trial.data ? null : text.tryFirst)
  return (
    <Section title={text.title}>
      <div ref={heading} tabIndex={-1}>
        <p>{text.lead}</p>
        <p>{text.help}</p>
      </div>
      {edited.map((row, at) => (
        <RowFields
          key={row.id}
          row={row}
          number={at + 1}
          isUsed={row.id === 'assistance'}
          onChange={(changes) => set(edited.map((each) => (each.id === row.id ? { ...each, ...changes } : each)))}
          onUp={at > 0 ? () => set(swapped(edited, at - 1)) : null}
          onDown={at < edited.length - 1 ? () => set(swapped(edited, at)) : null}
          onRemove={() => set(edited.filter(({ id }) => id !== row.id))}
        />
      ))}
      <div>
        <Button size="small" onPress={() => set([...edited, emptyRow(edited)])}>
          {text.add}
        </Button>
      </div>
      <div className="economy-fields">
        <TextField label={text.from} value={from} onChange={setFrom} description={text.fromHelp} />
        <TextField label={text.source} value={source} onChange={setSource} />
      </div>
      {trial.data && <RowsTrial trial={trial.data} />}
      {problem && (
        <p role="alert" className="field-error">
          {problem}
        </p>
      )}
      {(trial.error ?? save.error) && (
        <Notice kind="bad" title={text.refused}>
          {(trial.error ?? save.error)?.message}
        </Notice>
      )}
      <div className="row">
        <Button
          kind={trial.data ? 'secondary' : 'primary'}
          isDisabled={trial.isPending}
          onPress={() => unlessFault(faultIn(edited), () => trial.mutate())}
        >
          {text.try}
        </Button>
        <Button
          kind={trial.data ? 'primary' : 'secondary'}
          isDisabled={save.isPending}
          onPress={() => unlessFault(saveFault(), () => save.mutate({ from, source: source.trim(), rows: rows() }))}
        >
          {text.save}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {text.cancel}
        </Button>
      </div>
    </Section>
  )
}

/** Each month has its own entry; saving for the same month again gives it a new version. */
function useSave(view: RowsView, onSaved: () => void) {
  const client = useQueryClient()
  return useMutation<{ version: number }, ApiRefusal, { from: string; source: string; rows: unknown[] }>({
    mutationFn: (body) =>
      send('PUT', address(body.from), {
        seen: view.versions.find(({ key }) => key === body.from)?.version ?? 0,
        body,
      }),
    onSuccess: ({ version }, { from }) => {
      void client.invalidateQueries({ queryKey: ['economy'] })
      const { source, rows } = view.inForce
      const before = { from, source, rows }
      showToast(text.saved, () =>
        send('PUT', address(from), { seen: version, body: before }).then(
          () => {
            void client.invalidateQueries({ queryKey: ['economy'] })
            showToast(text.undone)
          },
          (error: ApiRefusal) => showToast(error.message),
        ),
      )
      onSaved()
    },
  })
}

const address = (from: string) => `/api/catalogue/statement-rows/${from}`

/** The row at a place changes places with the next. */
const swapped = (rows: EditedRow[], at: number): EditedRow[] =>
  rows.map((row, position) => (position === at ? rows[at + 1]! : position === at + 1 ? rows[at]! : row))
