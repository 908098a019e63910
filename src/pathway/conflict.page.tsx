import './conflict.css'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ApiRefusal } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Table } from '../ui/Table.tsx'
import { formatMoment } from '../values/format.ts'
import { type EventField, eventFields, type FieldNames } from './event-fields.text.ts'
import type { PathEvent } from './event.ts'
import { conflictText } from './conflict.text.ts'
import type { PathView } from './path-view.ts'
import { pathKey } from './record.page.tsx'

type ConflictProps = {
  /** The answer to what was sent. Anything but `changed-since` shows nothing. */
  refusal: ApiRefusal | null
  /** The household's way as the form has it; it is fetched anew at once, so that the next sending follows on it. */
  view: Pick<PathView, 'householdId' | 'people'>
  /** What the user wrote and tried to send: the kind of event and its body. */
  mine: Pick<PathEvent, 'kind' | 'body'>
  /** Labels of areas and other things that the municipality names itself. */
  names?: FieldNames
  /** Sends the user's own text again. */
  onKeep: () => void
  /** Puts theirs in the form; null when it may not be shown to the user. */
  onTake: (theirs: PathEvent | null) => void
}

/** Two wrote on the same thing: theirs beside one's own, and the choice which stands. Neither text is lost. */
export function Conflict({ refusal, ...rest }: ConflictProps) {
  return refusal?.problem === 'changed-since' ? <Choice refusal={refusal} {...rest} /> : null
}

function Choice({ refusal, view, mine, names = {}, onKeep, onTake }: ConflictProps & { refusal: ApiRefusal }) {
  const client = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
    void client.invalidateQueries({ queryKey: pathKey(view.householdId) })
  }, [client, view.householdId])
  const since = sinceIn(refusal)
  const theirs = since.findLast(({ kind }) => kind === mine.kind) ?? null
  const rows = theirs ? differences(eventFields(theirs, names), eventFields(mine, names)) : []
  return (
    <div ref={box} tabIndex={-1} role="alert" className="conflict stack">
      <h3>{conflictText.title}</h3>
      <ul className="conflict-since">
        {since.map((event) => (
          <li key={event.sequence}>{whoAndWhen(event, view.people)}</li>
        ))}
        {since.length === 0 && <li>{conflictText.hidden}</li>}
      </ul>
      <p>{conflictText.lead}</p>
      {theirs && (
        <Table
          caption={conflictText.caption}
          rowHeader={conflictText.field}
          columns={[
            { id: 'theirs', label: conflictText.theirs, numeric: false },
            { id: 'mine', label: conflictText.mine, numeric: false },
          ]}
          rows={rows.map(({ name, label, theirs: one, mine: other }) => ({
            id: name,
            label: label || conflictText.text,
            cells: [one || conflictText.empty, other || conflictText.empty],
          }))}
          empty={conflictText.same}
        />
      )}
      <div className="row">
        <Button kind="primary" onPress={onKeep}>
          {conflictText.keep}
        </Button>
        <Button onPress={() => onTake(theirs)}>{conflictText.take}</Button>
      </div>
    </div>
  )
}

const whoAndWhen = ({ kind, by, recordedAt }: PathEvent, people: Record<number, string>): string =>
  conflictText.who(kind, (by !== null && people[by]) || conflictText.somebody, formatMoment(new Date(recordedAt)))

type Difference = { name: string; label: string; theirs: string; mine: string }

/** The fields in which two texts differ, in the order of the first that has them. */
export function differences(theirs: readonly EventField[], mine: readonly EventField[]): Difference[] {
  const textIn = (fields: readonly EventField[], name: string) => fields.find((each) => each.name === name)?.text ?? ''
  const fields = new Map([...theirs, ...mine].map(({ name, label }) => [name, label]))
  return [...fields]
    .map(([name, label]) => ({ name, label, theirs: textIn(theirs, name), mine: textIn(mine, name) }))
    .filter((field) => field.theirs !== field.mine)
}

/** What was recorded since, as the server sent it with its refusal. */
function sinceIn({ answer }: ApiRefusal): PathEvent[] {
  const since: unknown = answer && typeof answer === 'object' && 'since' in answer ? answer.since : []
  return Array.isArray(since) ? (since as PathEvent[]) : []
}
