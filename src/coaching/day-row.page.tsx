import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useRecord } from '../pathway/record.page.tsx'
import type { EventKind } from '../pathway/event-bodies.ts'
import type { Proposal, ProposalOf } from '../pathway/event.ts'
import type { Day } from '../values/day.ts'
import type { Who } from './coached.ts'
import { personText } from './coaching.text.ts'

/** The name, and the way to all that is open of the person. */
export const PersonLink = ({ who, tabIndex = 0 }: { who: Who; tabIndex?: 0 | -1 }) => (
  <Link
    to="/deltagare/$household/$person"
    params={{ household: String(who.householdId), person: String(who.personId) }}
    tabIndex={tabIndex}
  >
    {personText(who)}
  </Link>
)

type RowProps = { who: Who; facts: ReactNode; more?: ReactNode; refusal?: Error | null; children?: ReactNode }

/** One person in a section of the day: who, what about it, and the next legal steps. */
export const DayRow = ({ who, facts, more, refusal = null, children }: RowProps) => (
  <li className="coach-row">
    <div className="coach-row-head">
      <span className="coach-row-who">
        <PersonLink who={who} />
      </span>
      <span className="coach-row-facts">{facts}</span>
    </div>
    {more && <div className="coach-row-more">{more}</div>}
    {refusal && (
      <p role="alert" className="field-error">
        {refusal.message}
      </p>
    )}
    {children && <div className="coach-row-actions">{children}</div>}
  </li>
)

export const DayList = ({ children, empty, isEmpty }: { children: ReactNode; empty: string; isEmpty: boolean }) =>
  isEmpty ? <p className="muted">{empty}</p> : <ul className="coach-list">{children}</ul>

/** Records what goes on with what a row is about. */
export function useRowRecord(who: Who, concerns: number, today: Day) {
  const { mutate, isPending, error } = useRecord({ householdId: who.householdId, sequence: who.sequence, today })
  const record = <Kind extends EventKind>(kind: Kind, body: ProposalOf<Kind>['body'], on: Day = today) =>
    mutate({ events: [{ kind, personId: who.personId, concerns, on, body } as Proposal] })
  return { record, isPending, error }
}
