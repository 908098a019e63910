import './coaching.css'
import './participant.css'
import { Link, useParams } from '@tanstack/react-router'
import { consentScopes } from '../parameters/code-lists/casework.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { isOffered, usePath } from '../pathway/record.page.tsx'
import { MappingSection } from '../planning/mapping.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import type { Day } from '../values/day.ts'
import { coachText, clockText, personText, weekdayText } from './coaching.text.ts'
import { Cancel } from './day-meetings.page.tsx'
import { useRowRecord } from './day-row.page.tsx'
import { participantText } from './participant.text.ts'
import { ThreadSection } from './thread.page.tsx'

/** One participant, as the coach may see him or her: what is open and until when stands first. */
export function ParticipantPage() {
  const { household, person } = useParams({ strict: false })
  const path = usePath(Number(household))
  const member = path.data?.members.find(({ id }) => id === Number(person))
  return (
    <Page
      title={member ? personText({ name: member.name, personId: member.id }) : participantText.page}
      above={
        <Link to="/idag" search={true}>
          ‹ {coachText.back}
        </Link>
      }
      {...(member?.age && { lead: participantText.age(member.age) })}
    >
      <Loaded query={path} what={participantText.participant}>
        {(view) =>
          member ? (
            <Participant view={view} member={member} />
          ) : (
            <Notice kind="warning" title={participantText.notOpenTitle}>
              {participantText.notOpen}
            </Notice>
          )
        }
      </Loaded>
    </Page>
  )
}

function Participant({ view, member }: { view: PathView; member: PathMember }) {
  const referrals = view.path.referrals.filter(({ personId }) => personId === member.id)
  // The rest of the household is not what the coach has come for.
  const own = { ...view, members: [member] }
  return (
    <>
      <div className="coach-columns">
        <OpenNow view={view} personId={member.id} />
        <Meetings view={view} personId={member.id} />
      </div>
      {referrals.length === 0 && <Notice>{participantText.noReferral}</Notice>}
      {referrals.toReversed().map((referral) => (
        <ThreadSection key={referral.id} view={view} referral={referral} />
      ))}
      <MappingSection view={own} />
    </>
  )
}

type PersonProps = { view: PathView; personId: number }

/** What a ground opens, and until when; and what it does not, so that nobody takes silence for an answer. */
function OpenNow({ view, personId }: PersonProps) {
  if (!view.open) return <p className="muted">{participantText.openOwn}</p>
  const open = view.open.filter((each) => each.personId === personId)
  const closed = Object.entries(consentScopes).filter(([scope]) => !open.some((each) => each.scope === scope))
  return (
    <Section title={participantText.open}>
      <ul className="participant-open">
        {open.map(({ scope, until }) => (
          <li key={scope}>
            {consentScopes[scope]} <span className="muted">{participantText.until(until)}</span>
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <p className="muted">{participantText.closed(closed.map(([, label]) => label.toLowerCase()).join(', '))}</p>
      )}
    </Section>
  )
}

function Meetings({ view, personId }: PersonProps) {
  const meetings = view.path.meetings.filter((meeting) => meeting.personId === personId)
  const booked = meetings.filter(({ state }) => state.kind === 'booked')
  const held = meetings.flatMap(({ state }) => (state.kind === 'held' ? [state.on] : []))
  return (
    <Section title={participantText.meeting}>
      {booked.length === 0 && <p>{participantText.noMeeting}</p>}
      {booked.map((meeting) => (
        <BookedMeeting key={meeting.id} view={view} meeting={meeting} />
      ))}
      <p className="muted">{participantText.heldMeetings(held.length, held.at(-1) ?? null)}</p>
    </Section>
  )
}

function BookedMeeting({ view, meeting }: { view: PathView; meeting: PathView['path']['meetings'][number] }) {
  const who = { ...view, personId: meeting.personId, name: null }
  const { record, isPending, error } = useRowRecord(who, meeting.id, view.today)
  const { at, minutes } = meeting.booked
  const day = at.slice(0, 10) as Day
  const on = day < view.today ? day : view.today
  const text = coachText.meeting
  return (
    <div className="stack coach-part">
      <p>
        <strong>{participantText.meetingAt(weekdayText(day), clockText(at), minutes)}</strong>
      </p>
      <div className="coach-row-actions">
        {day <= view.today && isOffered(view, 'meeting-held', { concerns: meeting.id }) && (
          <Button size="small" kind="primary" isDisabled={isPending} onPress={() => record('meeting-held', {}, on)}>
            {text.held}
          </Button>
        )}
        {day <= view.today && isOffered(view, 'meeting-missed', { concerns: meeting.id }) && (
          <Button size="small" isDisabled={isPending} onPress={() => record('meeting-missed', {}, on)}>
            {text.missed}
          </Button>
        )}
        {isOffered(view, 'meeting-cancelled', { concerns: meeting.id }) && (
          <Cancel
            about=""
            isPending={isPending}
            refusal={error}
            onSend={(reason) => record('meeting-cancelled', { reason })}
          />
        )}
      </div>
      {error && (
        <p role="alert" className="field-error">
          {error.message}
        </p>
      )}
    </div>
  )
}
