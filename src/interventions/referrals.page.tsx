import './interventions.css'
import { useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CatalogueEntry, CatalogueKind } from '../catalogue/catalogue-bodies.ts'
import { notReferredReasons } from '../parameters/code-lists/casework.ts'
import type { EventBody } from '../pathway/event-bodies.ts'
import type { PathView } from '../pathway/path-view.ts'
import { ProjectPart } from '../pathway/project.page.tsx'
import { isOffered } from '../pathway/record.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Page.tsx'
import { chosenOf, type EventAction, EventForm } from './event-form.page.tsx'
import { personName, ReferForm } from './refer.page.tsx'
import { startEmployment } from './referral-actions.page.tsx'
import { Actions, EmploymentLine, notReferredLabel, ReferralThread, type ThreadWorld } from './referral-thread.page.tsx'
import { fieldText, referralsText } from './referrals.text.ts'

/** A household's referrals, each as a thread, the latest and the returned first; and what may be begun. */
export function ReferralsSection({ view }: { view: PathView }) {
  const [open, setOpen] = useState<'refer' | 'not-referred' | null>(null)
  const world = useThreadWorld()
  const adults = view.members.filter(({ role }) => role !== 'child')
  const mayRefer = adults.some(({ id }) => isOffered(view, 'referred', { personId: id }))
  const mayNot = adults.filter(({ id }) => isOffered(view, 'not-referred', { personId: id }))
  const place = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(null)
    place.current?.focus()
  }
  return (
    <Section title={referralsText.title}>
      {(mayRefer || mayNot.length > 0) && (
        <div className="referral-actions" ref={place} tabIndex={-1}>
          {mayRefer && (
            <Button kind="primary" onPress={() => setOpen(open === 'refer' ? null : 'refer')}>
              {referralsText.refer}
            </Button>
          )}
          {mayNot.length > 0 && (
            <Button onPress={() => setOpen(open === 'not-referred' ? null : 'not-referred')}>
              {referralsText.doNotRefer}
            </Button>
          )}
        </div>
      )}
      {open === 'refer' && <ReferForm view={view} onClose={close} />}
      {open === 'not-referred' && <EventForm view={view} action={notReferred(mayNot)} heading="h3" onClose={close} />}
      <Threads view={view} world={world} />
      <NotReferred view={view} />
      <ProjectPart view={view} />
      <OtherEmployments view={view} world={world} />
    </Section>
  )
}

/** What is open stands before what is over; a returned one stands first, since somebody has to choose anew. */
function Threads({ view, world }: { view: PathView; world: ThreadWorld }) {
  const { referrals } = view.path
  const turn = { returned: 0, sent: 1, accepted: 1, started: 1, ended: 2, withdrawn: 2 } as const
  const inOrder = referrals.toSorted((a, b) => turn[stateOf(a, referrals)] - turn[stateOf(b, referrals)] || b.id - a.id)
  if (referrals.length === 0) return <p className="muted">{referralsText.none}</p>
  return (
    <ul className="referrals-list">
      {inOrder.map((referral) => (
        <ReferralThread
          key={referral.id}
          view={view}
          referral={referral}
          world={world}
          name={nameOf(view, referral.personId)}
        />
      ))}
    </ul>
  )
}

/** A returned referral that has been followed by another for the same person is history. */
const stateOf = ({ id, personId, state }: PathView['path']['referrals'][number], all: PathView['path']['referrals']) =>
  state.kind === 'returned' && all.some((other) => other.personId === personId && other.id > id) ? 'ended' : state.kind

const nameOf = ({ members }: PathView, personId: number): string =>
  personName(members.find(({ id }) => id === personId) ?? { name: null })

const NotReferred = ({ view }: { view: PathView }) =>
  view.path.notReferred.length > 0 && (
    <div className="referral-part">
      <h3>{referralsText.notReferred}</h3>
      <ul>
        {view.path.notReferred.map(({ sequence, personId, on, body }) => (
          <li key={sequence}>
            {referralsText.notReferredLine(nameOf(view, personId ?? 0), on, notReferredReasons[body.reason])}
            {body.comment && <span className="muted"> {body.comment}</span>}
          </li>
        ))}
      </ul>
    </div>
  )

function OtherEmployments({ view, world }: { view: PathView; world: ThreadWorld }) {
  const others = view.path.employments.filter(({ referralId }) => referralId === null)
  const offered = view.members
    .filter(
      ({ id, role }) => role !== 'child' && isOffered(view, 'employment-started', { personId: id, concerns: null }),
    )
    .map((person): EventAction => ({
      ...startEmployment({ personId: person.id, id: null }, world.employers),
      label: `${referralsText.startEmployment}: ${personName(person)}`,
    }))
  if (others.length === 0 && offered.length === 0) return null
  return (
    <div className="referral-part">
      <h3>{referralsText.otherEmployments}</h3>
      {others.map((job) => (
        <div key={job.id}>
          <p>{nameOf(view, job.personId)}</p>
          <EmploymentLine view={view} job={job} world={world} />
        </div>
      ))}
      <Actions view={view} offered={offered} />
    </div>
  )
}

const notReferred = (persons: PathView['members']): EventAction => ({
  label: notReferredLabel,
  fields: [
    {
      name: 'person',
      label: fieldText.person,
      kind: 'select',
      initial: String(persons[0]?.id ?? ''),
      options: persons.map((each) => ({ value: String(each.id), label: personName(each) })),
    },
    chosenOf('reason', fieldText.reason, notReferredReasons),
    { name: 'comment', label: fieldText.comment, kind: 'text' },
  ],
  toEvents: ({ person, reason, comment }, on) => [
    {
      kind: 'not-referred',
      personId: Number(person),
      concerns: null,
      on,
      body: {
        reason: reason as EventBody<'not-referred'>['reason'],
        ...(comment?.trim() && { comment: comment.trim() }),
      },
    },
  ],
})

/** The catalogue, for names and choices; a thread is readable before it has come. */
function useThreadWorld(): ThreadWorld {
  const interventions = useEntries('intervention')
  const groups = useEntries('group')
  const employers = useEntries('employer')
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => get<{ units: { id: string; name: string }[] }>('/api/units', {}, signal),
    staleTime: 600_000,
  })
  return {
    interventions,
    groups,
    employers,
    unitNames: new Map((units.data?.units ?? []).map(({ id, name }) => [id, name])),
  }
}

function useEntries<Kind extends CatalogueKind>(kind: Kind): CatalogueEntry<Kind>[] {
  const { data } = useQuery({
    queryKey: ['catalogue', kind],
    queryFn: ({ signal }) => get<{ entries: CatalogueEntry<Kind>[] }>(`/api/catalogue/${kind}`, {}, signal),
  })
  return data?.entries ?? []
}
