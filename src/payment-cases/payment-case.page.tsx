import './payment-cases.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { Tag } from '../ui/Tag.tsx'
import { formatKronor } from '../values/format.ts'
import { CaseForm } from './case-form.page.tsx'
import { Limit, phaseTones } from './case-list.page.tsx'
import { eventName, eventSentence } from './case-event.text.ts'
import type { CaseView, ShownEvent } from './payment-cases-view.ts'
import { paymentCasesText, phaseText, seenWithoutSignal, signalText, stepText } from './payment-cases.text.ts'
import { useRecordInCase } from './save-case.page.tsx'
import { HouseholdLink } from './signal-list.page.tsx'

const text = paymentCasesText.case

/** One case: what it is about, what is left to do, what has happened. */
export function PaymentCasePage() {
  const { key } = useParams({ strict: false })
  const query = useQuery({
    queryKey: ['payment-case', key],
    queryFn: ({ signal }) => get<CaseView>(`/api/payment-cases/${key}`, {}, signal),
  })
  const { data } = query
  return (
    <Page
      title={data ? text.title(data.household.key, data.month) : paymentCasesText.title}
      above={<Link to="/utbetalningskontroll">‹ {text.back}</Link>}
      {...(data && { lead: data.signal ? signalText[data.signal].sentence : seenWithoutSignal })}
      {...(data && { actions: <Tag tone={phaseTones[data.phase]}>{phaseText[data.phase]}</Tag> })}
    >
      <Loaded query={query} what={paymentCasesText.caseWhat}>
        {(view) => (
          <>
            {view.phase === 'withdrawn' && <Notice>{text.withdrawn}</Notice>}
            <Facts view={view} />
            <div className="payment-columns">
              {view.phase !== 'withdrawn' && <CaseForm view={view} />}
              {view.phase !== 'withdrawn' && view.phase !== 'closed' && <Steps view={view} />}
            </div>
            <History view={view} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Facts = ({ view }: { view: CaseView }) => (
  <Section title={text.facts}>
    <dl className="payment-facts">
      <Fact name={text.household}>
        <HouseholdLink household={view.household} />
      </Fact>
      <Fact name={text.stake}>
        <span className="payment-amount">{formatKronor(view.stakeOre)}</span>
      </Fact>
      {view.wrongOre !== null && <Fact name={text.wrong}>{formatKronor(view.wrongOre)}</Fact>}
      {view.claimedOre > 0 && <Fact name={text.claimed}>{formatKronor(view.claimedOre)}</Fact>}
      {view.claimedOre > 0 && <Fact name={text.recovered}>{formatKronor(view.recoveredOre)}</Fact>}
      {view.avoidedOre > 0 && <Fact name={text.avoided}>{formatKronor(view.avoidedOre)}</Fact>}
      <Fact name={text.limit}>
        <Limit limit={view.limit} today={view.today} />
      </Fact>
    </dl>
    <p className="payment-note">
      {view.limit < view.today && text.limitPassed} {text.limitHelp(view.law)}
    </p>
  </Section>
)

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const Steps = ({ view }: { view: CaseView }) => (
  <Section title={text.steps}>
    <ul className="payment-list">
      {view.steps.map(({ id, isDone }) => (
        <li key={id}>
          <div className="payment-list-text">
            <strong>{stepText[id].name}</strong>
            <p className="payment-note">{stepText[id].why(view.law)}</p>
          </div>
          <Tag tone={isDone ? 'good' : 'neutral'}>{isDone ? text.done : text.left}</Tag>
        </li>
      ))}
    </ul>
    {view.outcomes.includes('explained') && <p className="payment-note">{text.stepsExplained}</p>}
  </Section>
)

const History = ({ view }: { view: CaseView }) => {
  const { mutate, isPending, error } = useRecordInCase(view.key)
  const undo = ({ sequence }: ShownEvent) =>
    mutate({ seen: view.sequence, kind: 'undone', on: view.today, body: { sequence } })
  return (
    <Section title={text.history}>
      {error && (
        <p role="alert" className="field-error">
          {error.message}
        </p>
      )}
      <ol className="payment-list" reversed>
        {view.events.toReversed().map((event) => (
          <li key={event.sequence} className={event.isUndone ? 'payment-undone' : undefined}>
            <div className="payment-list-text">
              <h3>
                {eventName[event.kind]} {event.isUndone && <Tag>{text.isUndone}</Tag>}
              </h3>
              <p>{eventSentence(event)}</p>
              <p className="payment-note">{text.by(event.byName, event.on)}</p>
            </div>
            {event.mayUndo && (
              <Button
                size="small"
                onPress={() => undo(event)}
                isDisabled={isPending}
                aria-label={text.undoLabel(eventName[event.kind])}
              >
                {text.undo}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
