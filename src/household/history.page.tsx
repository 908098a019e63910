import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { eventLine, type FieldNames } from '../pathway/event-fields.text.ts'
import type { PathEvent } from '../pathway/event.ts'
import type { PathView } from '../pathway/path-view.ts'
import { eventText } from '../pathway/pathway.text.ts'
import { isOffered, useRecord } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { dayInSweden } from '../values/day.ts'
import { formatMoment } from '../values/format.ts'
import type { HouseholdHistory } from './household-history.ts'
import { historyText as text, partText } from './household.text.ts'

type HistoryProps = { view: PathView; names: FieldNames }

/** Who recorded what and when, the latest first. What was undone stays, struck through. */
export function HistorySection({ view, names }: HistoryProps) {
  const history = useQuery({
    queryKey: ['path-history', view.householdId, view.sequence],
    queryFn: ({ signal }) => get<HouseholdHistory>(`/api/households/${view.householdId}/path/history`, {}, signal),
  })
  return (
    <Section title={partText.history}>
      <Loaded query={history} what={text.what}>
        {(found) => <Events view={view} names={names} history={found} />}
      </Loaded>
    </Section>
  )
}

const firstShown = 15

function Events({ view, names, history: { events, people } }: HistoryProps & { history: HouseholdHistory }) {
  const [showsAll, setShowsAll] = useState(false)
  const record = useRecord(view)
  const undoings = new Map(
    events.flatMap((event) => (event.kind === 'undone' ? [[event.concerns, event] as const] : [])),
  )
  const told = events.filter(({ kind }) => kind !== 'undone').toReversed()
  const shown = showsAll ? told : told.slice(0, firstShown)
  const nameOf = ({ by }: PathEvent) => (by !== null && people[by]) || text.file
  const undo = ({ sequence, personId }: PathEvent) =>
    record.mutate({ events: [{ kind: 'undone', personId, concerns: sequence, on: view.today, body: {} }] })
  if (told.length === 0) return <p className="muted">{text.none}</p>
  return (
    <>
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <ol className="household-history">
        {shown.map((event) => {
          const undone = undoings.get(event.sequence)
          return (
            <li key={event.sequence}>
              <p className="muted household-history-who">{text.by(momentOf(event), nameOf(event))}</p>
              <div>
                <What event={event} view={view} names={names} isUndone={undone !== undefined} />
                {undone && <p className="muted">{text.undone(nameOf(undone), momentOf(undone))}</p>}
              </div>
              {!undone && isOffered(view, 'undone', { concerns: event.sequence }) && (
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={text.undoOf(eventText[event.kind], event.on)}
                  onPress={() => undo(event)}
                >
                  {text.undo}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
      {told.length > firstShown && (
        <div>
          <Button size="small" onPress={() => setShowsAll(!showsAll)}>
            {showsAll ? text.showFewer : text.showAll(told.length)}
          </Button>
        </div>
      )}
    </>
  )
}

type WhatProps = { event: PathEvent; view: PathView; names: FieldNames; isUndone: boolean }

function What({ event, view, names, isUndone }: WhatProps) {
  const person = view.members.find(({ id }) => id === event.personId)?.name
  const line = shortened(eventLine(event, names))
  const Text = isUndone ? 'del' : 'span'
  return (
    <p>
      <Text>
        <strong>{eventText[event.kind]}</strong>
        {person && `, ${person}`}
        {event.on !== dayInSweden(new Date(event.recordedAt)) && `, ${text.concerning(event.on)}`}
        {line && <span className="household-history-line">{line}</span>}
      </Text>
    </p>
  )
}

const shortened = (line: string): string => (line.length > 240 ? `${line.slice(0, 240).trimEnd()} …` : line)

const momentOf = ({ recordedAt }: PathEvent): string => formatMoment(new Date(recordedAt))
