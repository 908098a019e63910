import { Link } from '@tanstack/react-router'
import { isOffered } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import type { Concern, Exit, Ongoing, Participant } from './coaching-day.ts'
import { coachText, personText } from './coaching.text.ts'
import { DayList, DayRow, useRowRecord } from './day-row.page.tsx'

export const Endings = ({ endings, today }: { endings: Ongoing[]; today: Day }) => (
  <DayList isEmpty={endings.length === 0} empty={coachText.empty.endings}>
    {endings.map((ending) => (
      <DayRow
        key={`${ending.householdId} ${ending.referral}`}
        who={ending}
        facts={
          <>
            <span>{ending.intervention.name}</span>
            {ending.plannedEnd && (
              <Tag tone={ending.plannedEnd <= today ? 'warning' : 'neutral'}>
                {coachText.ends(ending.plannedEnd, today)}
              </Tag>
            )}
          </>
        }
      >
        {isOffered(ending, 'intervention-ended', { concerns: ending.referral }) && (
          <ToThread who={ending} what="avslut" label={coachText.endNow} />
        )}
      </DayRow>
    ))}
  </DayList>
)

/** To the form on the participant's page, which opens by itself. */
const ToThread = ({ who, what, label }: { who: Participant; what: 'avslut' | 'samtal'; label: string }) => (
  <Link
    to="/deltagare/$household/$person"
    params={{ household: String(who.householdId), person: String(who.personId) }}
    search={{ gor: `${what}-${who.referral}` }}
    className="button button-secondary button-small"
    aria-label={`${label} ${personText(who)}`}
  >
    {label}
  </Link>
)

/** So many are in sight; nobody leaves the list unanswered, and the older ones are one key away. */
const inSight = 8

export const Exits = ({ exits, today }: { exits: Exit[]; today: Day }) => (
  <>
    <ExitList exits={exits.slice(0, inSight)} today={today} />
    {exits.length > inSight && (
      <details className="coach-voices">
        <summary>{coachText.exit.older(exits.length - inSight)}</summary>
        <ExitList exits={exits.slice(inSight)} today={today} />
      </details>
    )}
  </>
)

const ExitList = ({ exits, today }: { exits: Exit[]; today: Day }) => (
  <DayList isEmpty={exits.length === 0} empty={coachText.empty.exits}>
    {exits.map((exit) => (
      <ExitRow key={`${exit.householdId} ${exit.referral}`} exit={exit} today={today} />
    ))}
  </DayList>
)

function ExitRow({ exit, today }: { exit: Exit; today: Day }) {
  const { record, isPending, error } = useRowRecord(exit, exit.referral, today)
  const text = coachText.exit
  return (
    <DayRow
      who={exit}
      refusal={error}
      facts={
        <>
          <span>{exit.intervention.name}</span>
          <span className="muted">{text.ended(exit.endedOn)}</span>
          <Tag tone={exit.state === 'to-offer' ? 'warning' : 'info'}>
            {exit.state === 'to-offer' ? text.toOffer : text.offered}
          </Tag>
        </>
      }
    >
      {isOffered(exit, 'exit-interview', { concerns: exit.referral }) && (
        <>
          <ToThread who={exit} what="samtal" label={text.hold} />
          {exit.state === 'to-offer' && (
            <Button
              size="small"
              aria-label={`${text.offer} ${personText(exit)}`}
              isDisabled={isPending}
              onPress={() => record('exit-interview', { state: 'offered' })}
            >
              {text.offer}
            </Button>
          )}
          <Button
            size="small"
            aria-label={`${text.decline} ${personText(exit)}`}
            isDisabled={isPending}
            onPress={() => record('exit-interview', { state: 'declined' })}
          >
            {text.decline}
          </Button>
        </>
      )}
    </DayRow>
  )
}

export const Concerns = ({ concerns, waiting }: { concerns: Concern[]; waiting: number }) => (
  <>
    <DayList isEmpty={concerns.length === 0} empty={coachText.empty.concerns}>
      {concerns.map((concern) => (
        <DayRow
          key={`${concern.householdId} ${concern.referral} ${concern.answer}`}
          who={concern}
          facts={<span>{concern.intervention.name}</span>}
          more={
            <dl className="coach-talk">
              <dt>{coachText.concern.yours(concern.raisedOn)}</dt>
              <dd>{concern.text}</dd>
              <dt>{coachText.concern.answer(concern.answeredOn)}</dt>
              <dd>{concern.answer}</dd>
            </dl>
          }
        />
      ))}
    </DayList>
    {waiting > 0 && <p className="muted">{coachText.concern.waiting(waiting)}</p>}
  </>
)
