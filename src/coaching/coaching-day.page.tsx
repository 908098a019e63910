import './coaching.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Session } from '../access/sign-in.page.tsx'
import { get } from '../ui/api.ts'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatNumber } from '../values/format.ts'
import type { CoachingDay } from './coaching-day.ts'
import { coachText } from './coaching.text.ts'
import { Concerns, Endings, Exits } from './day-endings.page.tsx'
import { Meetings } from './day-meetings.page.tsx'
import { Participants } from './day-ongoing.page.tsx'
import { Unanswered, WaitingList } from './day-referrals.page.tsx'
import { ExitVoices } from './exit-voices.page.tsx'

/** The coach's day: how much there is first, then section by section what is to be done. */
export function CoachingDayPage() {
  const [{ vem }, change] = useUrlState()
  const day = useQuery({
    queryKey: ['coaching-day'],
    queryFn: ({ signal }) => get<CoachingDay>('/api/coaching/day', {}, signal),
  })
  const session = useQuery({ queryKey: ['session'], queryFn: () => get<Session>('/api/session'), staleTime: Infinity })
  const lead = session.data?.user.role === 'manager' ? coachText.managerLead : coachText.lead
  return (
    <Page
      title={coachText.title}
      {...(day.data && { lead: lead(day.data.today) })}
      actions={
        <>
          <Link to="/idag/narvaro" className="button button-primary button-normal">
            {coachText.attendance}
          </Link>
          <Select
            label={coachText.whose}
            hideLabel
            value={vem ?? ''}
            onChange={(value) => change({ vem: value })}
            options={[
              { value: '', label: coachText.everybody },
              { value: 'jag', label: coachText.mine },
            ]}
          />
        </>
      }
    >
      <Loaded query={day} what={coachText.day}>
        {(found) => <Day day={vem === 'jag' ? mineOf(found) : found} />}
      </Loaded>
    </Page>
  )
}

const isMine = ({ isMine: mine }: { isMine: boolean }) => mine

/** What is not yet anybody's stays: a referral to answer, and whoever waits to begin. */
const mineOf = (day: CoachingDay): CoachingDay => ({
  ...day,
  meetings: day.meetings.filter(isMine),
  ongoing: day.ongoing.filter(isMine),
  endings: day.endings.filter(isMine),
  exits: day.exits.filter(isMine),
  concerns: day.concerns.filter(isMine),
})

type CountId = keyof typeof coachText.counts

function Day({ day }: { day: CoachingDay }) {
  const { today } = day
  const left = day.ongoing.filter(({ week }) => week && week.missing > 0)
  const meetings = day.meetings.filter(({ when, state }) => when !== 'tomorrow' && state === 'booked')
  const counts: [CountId, number][] = [
    ['meetings', meetings.length],
    ['unanswered', day.unanswered.length],
    ['waiting', day.waiting.length],
    ['attendance', left.length],
    ['endings', day.endings.length],
    ['exits', day.exits.length],
    ['concerns', day.concerns.length],
    ['ongoing', day.ongoing.length],
  ]
  return (
    <>
      <nav aria-label={coachText.overview}>
        <ul className="coach-counts">
          {counts.map(([id, count]) => (
            <li key={id}>
              <Count id={id} count={count} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="coach-columns">
        <div className="stack">
          <Part id="meetings">
            <Meetings meetings={day.meetings} today={today} />
          </Part>
          <Part id="unanswered">
            <Unanswered referrals={day.unanswered} today={today} />
          </Part>
        </div>
        <div className="stack">
          <Part id="waiting">
            <WaitingList waiting={day.waiting} groups={day.groups} today={today} />
          </Part>
          <Part id="endings">
            <Endings endings={day.endings} today={today} />
          </Part>
          <Part id="exits">
            <Exits exits={day.exits} today={today} />
          </Part>
          <Part id="concerns">
            <Concerns concerns={day.concerns} waiting={day.concernsWaiting} />
          </Part>
        </div>
      </div>
      <Part id="ongoing">
        <Participants ongoing={day.ongoing} />
      </Part>
      <Part id="voices">
        <ExitVoices />
      </Part>
    </>
  )
}

/** Leads to the section on the page; attendance has a page of its own. */
function Count({ id, count }: { id: CountId; count: number }) {
  const className = count === 0 ? 'coach-count coach-count-none' : 'coach-count'
  const content = (
    <>
      <strong>{formatNumber(count)}</strong> {coachText.counts[id]}
    </>
  )
  if (id !== 'attendance')
    return (
      <a href={`#${id}`} className={className}>
        {content}
      </a>
    )
  return (
    <Link to="/idag/narvaro" className={className}>
      {content}
    </Link>
  )
}

const Part = ({ id, children }: { id: keyof typeof coachText.sections; children: ReactNode }) => (
  <section id={id} className="panel stack coach-part" aria-labelledby={`${id}-heading`}>
    <h2 id={`${id}-heading`}>{coachText.sections[id]}</h2>
    {children}
  </section>
)
