import { keepPreviousData, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import {
  assessors,
  contactChannels,
  contactSubjects,
  destinations,
  expectedDurations,
  workAbilities,
} from '../parameters/code-lists/casework.ts'
import type { PathView } from '../pathway/path-view.ts'
import { isOffered, pathKey, useRecord } from '../pathway/record.page.tsx'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkboxes, Choice, optionsOf, Select, sendOnCtrlEnter, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { ConsentFields } from './consent-fields.page.tsx'
import { type ContactDraft, emptyDraft, eventsOf, missingIn, routingFacts, timeOf } from './contact-draft.page.tsx'
import type { Desk, Hit } from './intake-view.ts'
import { intakeText } from './intake.text.ts'
import { RouteFields } from './route-fields.page.tsx'
import type { Suggestion } from './suggest-route.ts'
import { TimeFields } from './time-fields.page.tsx'

export type PartProps = {
  draft: ContactDraft
  change: (changes: Partial<ContactDraft>) => void
  hit: Hit
  view: PathView
  desk: Desk
}

type ContactFormProps = Pick<PartProps, 'hit' | 'view' | 'desk'> & {
  personId: number | null
  onDone: (message: string) => void
}

/** One form for the whole meeting at the counter, sent as one list of events: all of it is recorded, or nothing is. */
export function ContactForm({ hit, view, desk, personId, onDone }: ContactFormProps) {
  const adults = view.members.filter((member) => member.role !== 'child' || member.id === personId || isOfAge(member))
  const first = adults.find(({ id }) => id === personId) ?? adults.find(({ role }) => role === 'mainApplicant')
  const [draft, setDraft] = useState(() => emptyDraft(first?.id ?? view.members[0]?.id ?? 0, view.today))
  const [isTried, setTried] = useState(false)
  const suggestion = useSuggestion(draft, view)
  const record = useRecord(view)
  const client = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  const change = (changes: Partial<ContactDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const missing = missingIn(draft, suggestion.data, desk)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (missing || !suggestion.data || record.isPending) return
    const time = timeOf(draft, desk)
    const events = eventsOf(draft, view, suggestion.data, time)
    const done = time ? intakeText.doneWithTime(time.at, time.name) : `${intakeText.done}.`
    record.mutate(
      { events, done: intakeText.done },
      // What somebody else did meanwhile is shown, and what was filled in stays.
      { onSuccess: () => onDone(done), onError: () => void refresh(client, view.householdId) },
    )
  }
  if (!isOffered(view, 'contact-registered')) return <Notice kind="warning">{intakeText.who.notOffered}</Notice>
  const part = { draft, change, hit, view, desk }
  return (
    <form ref={form} className="intake-form" onSubmit={submit} onKeyDownCapture={sendOnCtrlEnter} noValidate>
      <div className="stack">
        <ContactFields {...part} adults={adults} />
        <AbilityFields {...part} />
      </div>
      <div className="stack">
        <RouteFields {...part} suggestion={suggestion} />
        <TimeFields {...part} suggestion={suggestion.data} />
        <ConsentFields {...part} />
      </div>
      <div className="intake-send">
        {isTried && missing && (
          <p role="alert" className="field-error">
            {missing}
          </p>
        )}
        {record.error && (
          <Notice kind="bad" title={intakeText.refused}>
            {record.error.message}
          </Notice>
        )}
        <div className="intake-send-row">
          <Button type="submit" kind="primary" isDisabled={record.isPending}>
            {intakeText.send}
          </Button>
          <span className="muted">{intakeText.sendHint}</span>
        </div>
      </div>
    </form>
  )
}

const refresh = (client: QueryClient, householdId: number) =>
  Promise.all([
    client.invalidateQueries({ queryKey: pathKey(householdId) }),
    client.invalidateQueries({ queryKey: ['intake-desk'] }),
  ])

/** A child of the household who is grown up seeks work in his or her own name. */
const isOfAge = ({ age }: PathView['members'][number]): boolean => age !== null && age >= 18

/** Asked for anew whenever what the rules look at changes; the last answer stays while the next is fetched. */
function useSuggestion(draft: ContactDraft, view: PathView) {
  const facts = routingFacts(draft, view)
  return useQuery({
    queryKey: ['route-suggestion', facts],
    queryFn: () => send<Suggestion>('POST', '/api/intake/suggestion', facts),
    placeholderData: keepPreviousData,
  })
}

const ContactFields = ({ draft, change, view, adults }: PartProps & { adults: PathView['members'] }) => (
  <Section title={intakeText.contact.title}>
    {adults.length > 1 && (
      <Choice
        label={intakeText.who.person}
        value={String(draft.personId)}
        onChange={(id) => change({ personId: Number(id) })}
        options={adults.map(({ id, name, age }) => ({
          value: String(id),
          label: `${name ?? ''} (${intakeText.who.age(age)})`,
        }))}
      />
    )}
    <LatestContact draft={draft} view={view} />
    <Choice
      label={intakeText.contact.channel}
      value={draft.channel}
      onChange={(channel) => change({ channel: channel as ContactDraft['channel'] })}
      options={optionsOf(contactChannels)}
    />
    <Checkboxes
      label={intakeText.contact.subjects}
      value={draft.subjects}
      onChange={(subjects) => change({ subjects: subjects as ContactDraft['subjects'] })}
      options={optionsOf(contactSubjects)}
    />
    <Choice
      label={intakeText.contact.unemployed}
      value={draft.unemployed}
      onChange={(unemployed) => change({ unemployed: unemployed as ContactDraft['unemployed'] })}
      options={[
        { value: 'yes', label: intakeText.contact.yes },
        { value: 'no', label: intakeText.contact.no },
      ]}
    />
    <Choice
      label={intakeText.contact.expectedDuration}
      value={draft.expectedDuration}
      onChange={(duration) => change({ expectedDuration: duration as ContactDraft['expectedDuration'] })}
      options={optionsOf(expectedDurations)}
    />
    <TextArea label={intakeText.contact.note} value={draft.note} onChange={(note) => change({ note })} />
  </Section>
)

/** So that one and the same contact is not registered twice. */
function LatestContact({ draft, view }: Pick<PartProps, 'draft' | 'view'>) {
  const latest = view.path.contacts.findLast(({ personId }) => personId === draft.personId)
  if (!latest) return null
  const way = latest.routed ? destinations[latest.routed.body.destination] : null
  return <p className="muted">{intakeText.contact.latest(latest.on, view.today, way)}</p>
}

const text = intakeText.ability

/** Assessors may disagree: each word is kept as an event of its own. */
function AbilityFields({ draft, change, view }: PartProps) {
  const before = view.path.assessments.filter(({ personId }) => personId === draft.personId)
  const set = (assessments: ContactDraft['assessments']) => change({ assessments })
  const put = (at: number, changes: Partial<ContactDraft['assessments'][number]>) =>
    set(draft.assessments.map((each, position) => (position === at ? { ...each, ...changes } : each)))
  return (
    <Section title={text.title}>
      <p className="muted">{text.lead}</p>
      {before.length > 0 && (
        <dl className="intake-facts">
          {before.map(({ sequence, on, body }) => (
            <div key={sequence}>
              <dt>
                {assessors[body.assessor]} {on}
              </dt>
              <dd>{workAbilities[body.ability]}</dd>
            </div>
          ))}
        </dl>
      )}
      {draft.assessments.map((each, at) => (
        <fieldset key={at} className="intake-assessment">
          <legend className="visually-hidden">{text.row(at + 1)}</legend>
          <Select
            label={text.assessor}
            value={each.assessor}
            onChange={(assessor) => put(at, { assessor: assessor as keyof typeof assessors })}
            options={optionsOf(assessors)}
          />
          <Select
            label={text.ability}
            value={each.ability}
            onChange={(ability) => put(at, { ability: ability as keyof typeof workAbilities })}
            options={optionsOf(workAbilities)}
          />
          <Button
            kind="quiet"
            size="small"
            aria-label={text.removeWhich(at + 1)}
            onPress={() => set(draft.assessments.filter((_, position) => position !== at))}
          >
            {text.remove}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          onPress={() => set([...draft.assessments, { assessor: nextAssessor(draft), ability: 'unclear' }])}
        >
          {text.add}
        </Button>
      </div>
    </Section>
  )
}

/** Somebody who has not been asked yet; the person's own view first. */
function nextAssessor({ assessments }: ContactDraft): keyof typeof assessors {
  const order = ['own', 'physician', 'social-insurance', 'trust-physician', 'caseworker'] as const
  return order.find((each) => !assessments.some(({ assessor }) => assessor === each)) ?? 'own'
}
