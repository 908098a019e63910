import { Conflict } from '../pathway/conflict.page.tsx'
import { type Draft, DraftStatus, useDraft } from '../pathway/draft.page.tsx'
import type { FieldNames } from '../pathway/event-fields.text.ts'
import type { PathEvent, Proposal } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import { useRecord } from '../pathway/record.page.tsx'
import type { ApiRefusal } from '../ui/api.ts'
import { uiText } from '../ui/ui.text.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { showToast } from '../ui/Toast.tsx'
import { planningText } from './planning.text.ts'

export type Writing<Value extends object> = {
  value: Value
  change: (changes: Partial<Value>) => void
  /** Records it; nobody else's newer text is written over. */
  send: (event: Proposal, done?: string) => void
  /** Records it on top of what somebody else has recorded since, after it has been compared. */
  sendAnyway: (event: Proposal, done?: string) => void
  discard: () => void
  refusal: ApiRefusal | null
  isPending: boolean
  status: Draft<Value>['status']
  loaded: boolean
}

/**
 * A form whose text is kept as a draft until it is recorded.
 *
 * The draft knows the last event that it was begun from: a text of yesterday is not recorded over what somebody else
 * recorded this morning, though the page has been opened anew.
 */
export function useWriting<Value extends object>(
  view: PathView,
  key: string,
  initial: Value,
  onSent: () => void,
): Writing<Value> {
  const draft = useDraft<Value & { seen: number }>(key, view.householdId, { ...initial, seen: view.sequence })
  const first = useRecord({ ...view, sequence: draft.value.seen })
  const again = useRecord(view)
  const isPending = first.isPending || again.isPending
  const record = ({ mutate }: typeof first, event: Proposal, done?: string) => {
    if (isPending || !draft.loaded) return
    const onSuccess = () => {
      void draft.clear()
      onSent()
    }
    mutate({ events: [event], ...(done && { done }) }, { onSuccess })
  }
  return {
    value: draft.value,
    change: (changes) => draft.change({ ...draft.value, ...changes }),
    send: (event, done) => {
      again.reset()
      record(first, event, done)
    },
    sendAnyway: (event, done) => record(again, event, done),
    discard: () => {
      const thrown = draft.value
      first.reset()
      again.reset()
      void draft.clear()
      showToast(planningText.discarded, () => draft.change(thrown))
    },
    refusal: again.error ?? first.error,
    isPending,
    status: draft.status,
    loaded: draft.loaded,
  }
}

type WritingFootProps = {
  writing: Omit<Writing<object>, 'value' | 'change'>
  view: PathView
  /** What would be recorded now; null while something is missing or wrong. */
  event: Proposal | null
  /** What is missing or wrong, when it is not said beside a field. */
  missing?: string
  done?: string
  /** What the button says. */
  save?: string
  names?: FieldNames
  onClose: () => void
}

/** The end of such a form: why it was refused, where the text is, and what can be done. */
export function WritingFoot({ writing, view, event, missing, done, save, names, onClose }: WritingFootProps) {
  const { refusal } = writing
  const take = (theirs: PathEvent | null) => {
    writing.discard()
    if (!theirs) onClose()
  }
  return (
    <>
      {refusal && refusal.problem !== 'changed-since' && <Notice kind="bad">{refusal.message}</Notice>}
      {event && (
        <Conflict
          refusal={refusal}
          view={view}
          mine={event}
          {...(names && { names })}
          onKeep={() => writing.sendAnyway(event, done)}
          onTake={take}
        />
      )}
      <div className="planning-actions">
        <Button
          kind="primary"
          isDisabled={!event || writing.isPending || !writing.loaded}
          onPress={() => event && writing.send(event, done)}
        >
          {save ?? planningText.save}
        </Button>
        <Button onPress={onClose}>{planningText.close}</Button>
        {writing.status.kind !== 'untouched' && (
          <Button kind="quiet" onPress={writing.discard}>
            {planningText.discard}
          </Button>
        )}
        <DraftStatus status={writing.status} />
      </div>
      <p className="planning-small" aria-live="polite">
        {event ? planningText.sendHint : (missing ?? uiText.notADay)}
      </p>
    </>
  )
}
