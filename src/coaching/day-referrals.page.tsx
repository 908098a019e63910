import { isOffered } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import type { Group, Unanswered as Referral, Waiting } from './coaching-day.ts'
import { coachText, dayText, lastDayText, personText } from './coaching.text.ts'
import { DayList, DayRow, useRowRecord } from './day-row.page.tsx'
import { ReturnReferral, StartIntervention } from './referral-answer.page.tsx'

const text = coachText.referral

/** The longest wait first. */
export const Unanswered = ({ referrals, today }: { referrals: Referral[]; today: Day }) => (
  <DayList isEmpty={referrals.length === 0} empty={coachText.empty.unanswered}>
    {referrals.map((referral) => (
      <UnansweredRow key={`${referral.householdId} ${referral.referral}`} referral={referral} today={today} />
    ))}
  </DayList>
)

/** After a week a referral has waited longer than the promise of a coach allows. */
const longWait = 7

function UnansweredRow({ referral, today }: { referral: Referral; today: Day }) {
  const { record, isPending, error } = useRowRecord(referral, referral.referral, today)
  const may = { concerns: referral.referral }
  return (
    <DayRow
      who={referral}
      refusal={error}
      facts={
        <>
          <span>{referral.intervention.name}</span>
          <Tag tone={referral.daysWaiting > longWait ? 'warning' : 'neutral'}>{text.waited(referral.daysWaiting)}</Tag>
          {referral.from && <span className="muted">{text.from(referral.from)}</span>}
        </>
      }
      more={referral.reason && <p>{referral.reason}</p>}
    >
      {isOffered(referral, 'referral-accepted', may) && (
        <Button
          size="small"
          kind="primary"
          aria-label={`${text.accept} ${personText(referral)}`}
          isDisabled={isPending}
          onPress={() => record('referral-accepted', {})}
        >
          {text.accept}
        </Button>
      )}
      {isOffered(referral, 'referral-returned', may) && (
        <ReturnReferral
          about={personText(referral)}
          from={referral.from}
          isPending={isPending}
          refusal={error}
          onSend={(body) => record('referral-returned', body)}
        />
      )}
    </DayRow>
  )
}

export const WaitingList = ({ waiting, groups, today }: { waiting: Waiting[]; groups: Group[]; today: Day }) => (
  <>
    <DayList isEmpty={waiting.length === 0} empty={coachText.empty.waiting}>
      {waiting.map((each) => (
        <WaitingRow key={`${each.householdId} ${each.referral}`} waiting={each} groups={groups} today={today} />
      ))}
    </DayList>
    {groups.length > 0 && <Groups groups={groups} waiting={waiting} />}
  </>
)

function WaitingRow({ waiting, groups, today }: { waiting: Waiting; groups: Group[]; today: Day }) {
  const { record, isPending, error } = useRowRecord(waiting, waiting.referral, today)
  return (
    <DayRow
      who={waiting}
      facts={
        <>
          <span>{waiting.intervention.name}</span>
          <span className="muted">{text.waited(waiting.daysWaiting)}</span>
        </>
      }
    >
      {isOffered(waiting, 'intervention-started', { concerns: waiting.referral }) && (
        <StartIntervention
          about={personText(waiting)}
          groups={groups.filter(({ intervention }) => intervention === waiting.intervention.key)}
          today={today}
          isPending={isPending}
          refusal={error}
          onSend={(body, on) => record('intervention-started', body, on)}
        />
      )}
    </DayRow>
  )
}

const Groups = ({ groups, waiting }: { groups: Group[]; waiting: Waiting[] }) => (
  <Table
    caption={coachText.groups.caption}
    rowHeader={coachText.groups.group}
    columns={[
      { id: 'start', label: coachText.groups.starts, numeric: false },
      { id: 'end', label: coachText.groups.ends, numeric: false },
      { id: 'left', label: coachText.groups.left },
      { id: 'queue', label: coachText.groups.queue },
    ]}
    rows={groups.map(({ key, name, intervention, interventionName, start, end, placesLeft }) => ({
      id: key,
      label: name,
      note: interventionName,
      cells: [
        dayText(start),
        lastDayText(end),
        placesLeft ?? coachText.ongoing.none,
        waiting.filter((each) => each.intervention.key === intervention).length,
      ],
    }))}
  />
)
