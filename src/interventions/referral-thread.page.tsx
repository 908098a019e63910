import { useRef, useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import {
  employerKinds,
  introductionPayers,
  physicianStepsAfter,
  referralKinds,
  returnReasons,
  withdrawalReasons,
} from '../parameters/code-lists/casework.ts'
import type { Employment, Referral } from '../pathway/path.ts'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { addDays, type Day, daysBetween, parseDay } from '../values/day.ts'
import { type EventAction, EventForm } from './event-form.page.tsx'
import {
  acceptReferral,
  answerConcern,
  endEmployment,
  endIntervention,
  exitInterview,
  physicianStep,
  returnReferral,
  startEmployment,
  startIntervention,
  withdrawReferral,
} from './referral-actions.page.tsx'
import { Part, Told } from './referral-story.page.tsx'
import { actionText, referralsText } from './referrals.text.ts'

/** The words and entries that a thread needs of the catalogue. */
export type ThreadWorld = {
  interventions: readonly CatalogueEntry<'intervention'>[]
  groups: readonly CatalogueEntry<'group'>[]
  employers: readonly CatalogueEntry<'employer'>[]
  unitNames: ReadonlyMap<string, string>
}

type ThreadProps = { view: PathView; referral: Referral; world: ThreadWorld; name: string }

/** A referral from beginning to end: steps with their days, what was told on the way, and what may be done next. */
export function ReferralThread({ view, referral, world, name }: ThreadProps) {
  const { said, state } = referral
  const entry = world.interventions.find(({ key }) => key === said.intervention)
  const jobs = view.path.employments.filter(({ referralId }) => referralId === referral.id)
  return (
    <li className={state.kind === 'returned' ? 'referral referral-returned' : 'referral'}>
      <div className="referral-head">
        <h3>
          {entry ? (
            <Link to="/insatser/$key" params={{ key: entry.key }}>
              {entry.body.name}
            </Link>
          ) : (
            said.intervention
          )}
        </h3>
        <Tag tone={tones[state.kind]}>{referralsText.state[state.kind]}</Tag>
        <span className="muted">
          {[name, referralKinds[said.kind], referralsText.to(world.unitNames.get(said.unit) ?? said.unit)].join(' · ')}
        </span>
      </div>
      {state.kind === 'returned' && (
        <Notice kind="warning" title={referralsText.state.returned}>
          {referralsText.returnedBecause(returnReasons[state.reason], state.on)}
        </Notice>
      )}
      {state.kind === 'withdrawn' && <p>{referralsText.withdrawnBecause(withdrawalReasons[state.reason])}</p>}
      <Steps referral={referral} today={view.today} />
      <Told referral={referral} />
      {jobs.map((job) => (
        <EmploymentLine key={job.id} view={view} job={job} world={world} />
      ))}
      <Actions view={view} offered={offeredFor(view, referral, world)} />
      <ParticipantLink view={view} referral={referral} />
    </li>
  )
}

const tones: Record<Referral['state']['kind'], Tone> = {
  sent: 'info',
  returned: 'warning',
  withdrawn: 'neutral',
  accepted: 'info',
  started: 'good',
  ended: 'neutral',
}

function Steps({ referral: { on, acceptedOn, started, state }, today }: { referral: Referral; today: Day }) {
  const { steps } = referralsText
  const waits = state.kind === 'sent' || state.kind === 'accepted'
  const last = state.kind === 'returned' || state.kind === 'withdrawn' || state.kind === 'ended' ? state : null
  const taken: [string, string | null | undefined][] = [
    [steps.referred, waits ? `${on}, ${referralsText.waited(daysBetween(on, today))}` : on],
    [steps.accepted, acceptedOn],
    [steps.started, started?.on],
    [steps.plannedEnd, state.kind === 'started' && started?.body.plannedEnd ? lastDay(started.body.plannedEnd) : null],
    ...(last ? [[steps[last.kind], last.on] as [string, Day]] : []),
  ]
  return (
    <ol className="referral-steps">
      {taken.map(
        ([label, day]) =>
          day && (
            <li key={label}>
              <span>{label}</span>
              {day}
            </li>
          ),
      )}
    </ol>
  )
}

/** An employment, with the step to a regular job when it may be taken. */
export function EmploymentLine({ view, job, world }: { view: PathView; job: Employment; world: ThreadWorld }) {
  const { said, ended, on } = job
  const until = said.until ? parseDay(said.until) : null
  const employer = world.employers.find(({ key }) => key === said.employer)?.body.name
  const kind = said.subsidised ? referralsText.subsidised : referralsText.unsubsidised
  const where = [employer, employerKinds[said.employerKind].toLowerCase()].filter(Boolean).join(', ')
  const offered = isOffered(view, 'employment-ended', { concerns: job.id }) ? [endEmployment(job)] : []
  return (
    <Part title={referralsText.employments}>
      <p>
        {referralsText.employmentLine(kind, where, on, until && addDays(until, -1))}
        {said.introductionPaidBy &&
          `; ${referralsText.introduction(introductionPayers[said.introductionPaidBy].toLowerCase())}`}
        {ended && `. ${referralsText.employmentEnded(ended.body.becameRegular)} ${ended.on}`}
      </p>
      <Actions view={view} offered={offered} />
    </Part>
  )
}

function offeredFor(
  view: PathView,
  referral: Referral,
  { interventions, groups, employers }: ThreadWorld,
): EventAction[] {
  const { id, personId, said, concerns } = referral
  const may = (event: Parameters<typeof isOffered>[1], concerned = id) =>
    isOffered(view, event, { concerns: concerned })
  const kind = interventions.find(({ key }) => key === said.intervention)?.body.kind
  const lastStep = referral.physicianSteps.at(-1)?.body.step ?? 'none'
  const isOnTrack = kind === 'social-physician' && physicianStepsAfter[lastStep].length > 0
  const ofIntervention = groups.filter(({ body }) => body.intervention === said.intervention)
  const unanswered = concerns.find(({ answered, raised }) => !answered && may('concern-answered', raised.sequence))
  return [
    ...(may('referral-accepted') ? [acceptReferral(referral)] : []),
    ...(may('referral-returned') ? [returnReferral(referral)] : []),
    ...(may('intervention-started') ? [startIntervention(referral, ofIntervention)] : []),
    ...(unanswered ? [answerConcern({ personId, id: unanswered.raised.sequence })] : []),
    ...(may('physician-step') && isOnTrack ? [physicianStep(referral)] : []),
    ...(may('intervention-ended') ? [endIntervention(referral)] : []),
    ...(may('exit-interview') ? [exitInterview(referral)] : []),
    ...(may('employment-started') && hasBegun(referral) ? [startEmployment({ personId, id }, employers)] : []),
    ...(may('referral-withdrawn') ? [withdrawReferral(referral)] : []),
  ]
}

const hasBegun = ({ state }: Referral) => state.kind === 'started' || state.kind === 'ended'

/** Buttons of what may be done; the form of the chosen one opens below them, and gives focus back when it closes. */
export function Actions({ view, offered }: { view: PathView; offered: EventAction[] }) {
  const [open, setOpen] = useState<string | null>(null)
  const place = useRef<HTMLDivElement>(null)
  const action = offered.find(({ label }) => label === open)
  const close = () => {
    setOpen(null)
    place.current?.focus()
  }
  return (
    <>
      <div className="referral-actions" ref={place} tabIndex={-1}>
        {offered.map(({ label }) => (
          <Button key={label} size="small" onPress={() => setOpen(label === open ? null : label)}>
            {label}
          </Button>
        ))}
      </div>
      {action && <EventForm key={action.label} view={view} action={action} onClose={close} />}
    </>
  )
}

/** Attendance and rating have a page of their own, for those who run the intervention. */
const ParticipantLink = ({ view, referral }: { view: PathView; referral: Referral }) =>
  isOffered(view, 'attendance-recorded', { concerns: referral.id }) && view.open !== null ? (
    <Link
      to="/deltagare/$household/$person"
      params={{ household: String(view.householdId), person: String(referral.personId) }}
    >
      {referralsText.participant}
    </Link>
  ) : null

export const notReferredLabel = actionText['not-referred']

const lastDay = (until: string): Day => addDays(until as Day, -1)
