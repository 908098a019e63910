import { useState } from 'react'
import { DraftStatus, useDraft } from '../pathway/draft.page.tsx'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered, useRecord } from '../pathway/record.page.tsx'
import { sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { noteText as text, partText } from './household.text.ts'

/** What those who work with the household have noted, the latest first. Nothing of it leaves the committee. */
export const NotesSection = ({ view }: { view: PathView }) => (
  <Section title={partText.notes}>
    {isOffered(view, 'note-written') ? <NewNote view={view} /> : <p className="muted">{text.notOffered}</p>}
    <Notes view={view} />
  </Section>
)

function NewNote({ view }: { view: PathView }) {
  const draft = useDraft(`note-h${view.householdId}`, view.householdId, { text: '' })
  const record = useRecord(view)
  const [isEmpty, setEmpty] = useState(false)
  const send = () => {
    const written = draft.value.text.trim()
    setEmpty(written === '')
    if (written === '' || record.isPending) return
    record.mutate(
      { events: [{ kind: 'note-written', personId: null, concerns: null, on: view.today, body: { text: written } }] },
      { onSuccess: () => void draft.clear() },
    )
  }
  return (
    <form
      className="stack"
      onKeyDownCapture={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextArea
        label={text.write}
        value={draft.value.text}
        onChange={(value) => draft.change({ text: value })}
        description={text.hint}
        rows={3}
      />
      {isEmpty && <Notice kind="bad">{text.empty}</Notice>}
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <div className="row household-note-actions">
        <Button type="submit" kind="primary">
          {text.add}
        </Button>
        {draft.value.text !== '' && (
          <Button kind="quiet" onPress={() => void draft.clear()}>
            {text.throwAway}
          </Button>
        )}
        <DraftStatus status={draft.status} />
      </div>
    </form>
  )
}

function Notes({ view: { path, people } }: { view: PathView }) {
  if (path.notes.length === 0) return <p className="muted">{text.none}</p>
  return (
    <ul className="household-notes">
      {path.notes.toReversed().map(({ sequence, on, by, body }) => (
        <li key={sequence}>
          <p className="muted">{text.by(on, (by !== null && people[by]) || text.somebody)}</p>
          <p className="household-note">{body.text}</p>
        </li>
      ))}
    </ul>
  )
}
