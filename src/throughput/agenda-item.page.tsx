import { Link } from '@tanstack/react-router'
import { meetingParties } from '../parameters/code-lists/casework.ts'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import { DecisionForm } from './decision-form.page.tsx'
import type { AgendaRow } from './weekly-table-view.ts'
import { reasonText, weeklyTableText as text } from './weekly-table.text.ts'

type AgendaItemProps = {
  row: AgendaRow
  today: Day
  /** The reader works with the households themselves. */
  isOwn: boolean
  isCoach: boolean
  isOpen: boolean
  isSaved: boolean
  /** Where the focus goes when the row's turn comes. */
  place: (element: HTMLElement | null) => void
  onOpen: () => void
  onClose: (isSaved: boolean) => void
}

/** One household: who, why it is talked of, where it stands, and the decision. */
export function AgendaItem(props: AgendaItemProps) {
  const { row, today, isOpen, isSaved, place, onOpen, onClose } = props
  const nameOf = (personId: number | null) =>
    row.persons.length > 1 ? row.persons.find((person) => person.personId === personId)?.name : null
  // The reason says what was decided and by whom.
  const isPromised = row.reasons.some(({ kind }) => kind === 'decision-due')
  const decided = row.decidedToday.length > 0 || isSaved
  return (
    <li className="agenda-row" data-household={row.householdId} {...(!row.mayDecide && { tabIndex: -1, ref: place })}>
      <h3>
        <Who {...props} />
      </h3>
      <ul className="agenda-lines">
        {row.reasons.map((reason, at) => (
          <li key={at}>
            {reasonText(reason, today)}
            {nameOf(reason.personId) && <span className="muted"> · {nameOf(reason.personId)}</span>}
          </li>
        ))}
      </ul>
      <ul className="agenda-lines">
        {row.referrals.map(({ personId, intervention, state }, at) => (
          <li key={at}>
            {text.referral(intervention, state)}
            {nameOf(personId) && <span className="muted"> · {nameOf(personId)}</span>}
          </li>
        ))}
        {row.latest && !isPromised && (
          <li className="muted">
            {text.latest(row.latest.on, row.latest.decision, meetingParties[row.latest.responsible])}
          </li>
        )}
        {row.decidedToday.map(({ decision, responsible }, at) => (
          <li key={`today ${at}`}>
            <Tag tone="good">{text.decidedToday}</Tag> {decision} ({meetingParties[responsible]})
          </li>
        ))}
        {isSaved && row.decidedToday.length === 0 && (
          <li>
            <Tag tone="good">{text.form.done}</Tag>
          </li>
        )}
      </ul>
      {row.mayDecide && !isOpen && (
        <span ref={(element) => place(element?.querySelector('button') ?? null)}>
          <Button
            size="small"
            onPress={onOpen}
            aria-label={`${decided ? text.decideAnother : text.decide}: ${whoText(row)}`}
          >
            {decided ? text.decideAnother : text.decide}
          </Button>
        </span>
      )}
      {isOpen && (
        <div className="agenda-form">
          <DecisionForm row={row} who={whoText(row)} today={today} onClose={onClose} />
        </div>
      )}
    </li>
  )
}

/** The household to its own committee; to a coach the persons whose referrals are the coach's own. */
function Who({ row, isOwn, isCoach }: AgendaItemProps) {
  if (isOwn)
    return (
      <Link to="/hushall/$id" params={{ id: String(row.householdId) }}>
        {whoText(row)}
      </Link>
    )
  const [first] = row.persons
  if (isCoach && first)
    return (
      <Link
        to="/deltagare/$household/$person"
        params={{ household: String(row.householdId), person: String(first.personId) }}
      >
        {whoText(row)}
      </Link>
    )
  return whoText(row)
}

function whoText({ persons, key, name }: AgendaRow): string {
  const known = persons.flatMap((person) => person.name ?? [])
  const names = known.length > 0 ? known.join(', ') : name
  if (names === null) return key ? text.household(key) : text.nameClosed
  return key ? `${names} (${key})` : names
}
