import type { EventBody } from '../pathway/event-bodies.ts'
import type { Proposal } from '../pathway/event.ts'
import type { PathMember, PathView } from '../pathway/path-view.ts'
import { isOffered } from '../pathway/record.page.tsx'
import { DayField, isDayOrEmpty } from '../ui/DayField.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox, Choice } from '../ui/Field.tsx'
import { Tag } from '../ui/Tag.tsx'
import { LongForm } from './long-form.page.tsx'
import { employmentServiceText as text } from './mapping.text.ts'
import { useOpenForm } from './open-form.page.tsx'
import { nameOf } from './planning.text.ts'
import { useWriting, WritingFoot } from './writing.page.tsx'

type Body = EventBody<'employment-service-status'>
type OfMember = { view: PathView; member: PathMember }

/** The standing at the employment service, which the coach asks about at the first meeting (002-P16). */
export function EmploymentService({ view, member }: OfMember) {
  const { isOpen, show, close } = useOpenForm()
  const known = view.path.employmentService.filter(({ personId }) => personId === member.id)
  const latest = known.at(-1)
  const mayWrite = isOffered(view, 'employment-service-status', { personId: member.id })
  const form = `af-${member.id}`
  if (mayWrite && isOpen(form))
    return <Writing view={view} member={member} latest={latest?.body} onClose={() => close(`mapping-${member.id}`)} />
  return (
    <div className="planning-item">
      <div className="planning-head">
        <h4>{text.term}</h4>
        {latest ? <Standing body={latest.body} /> : <span className="muted">{text.unknown}</span>}
        {latest && <span className="planning-small">{text.noted(latest.on)}</span>}
        {mayWrite && (
          <Button size="small" onPress={() => show(form)}>
            {text.note}
          </Button>
        )}
      </div>
      {known.length > 1 && (
        <details className="planning-details">
          <summary>{text.earlier}</summary>
          <ul className="planning-list">
            {known.slice(0, -1).map((event) => (
              <li key={event.sequence}>
                {text.noted(event.on)} <Standing body={event.body} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

const Standing = ({ body: { registered, helpedToRegister, registeredOn, hasPlan } }: { body: Body }) => (
  <span className="planning-tags">
    {registered ? (
      <Tag tone="good">{text.tags.registered(registeredOn)}</Tag>
    ) : (
      <Tag tone="warning">{text.tags.notRegistered}</Tag>
    )}
    {helpedToRegister && <Tag>{text.tags.helped}</Tag>}
    {registered && <Tag tone={hasPlan ? 'good' : 'neutral'}>{hasPlan ? text.tags.hasPlan : text.tags.noPlan}</Tag>}
  </span>
)

type Choices = keyof typeof text.choices
type Written = { choice: Choices | ''; registeredOn: string; hasPlan: boolean }

function Writing({ view, member, latest, onClose }: OfMember & { latest: Body | undefined; onClose: () => void }) {
  const initial: Written = {
    choice: latest ? (latest.registered ? 'already' : 'no') : '',
    registeredOn: latest?.registeredOn ?? '',
    hasPlan: latest?.hasPlan ?? false,
  }
  const writing = useWriting(view, `af-${member.id}`, initial, onClose)
  const { choice, registeredOn, hasPlan } = writing.value
  const event: Proposal | null =
    choice !== '' && isDayOrEmpty(registeredOn)
      ? {
          kind: 'employment-service-status',
          personId: member.id,
          concerns: null,
          on: view.today,
          body: bodyOf(writing.value, latest),
        }
      : null
  const isRegistered = choice === 'already' || choice === 'helped'
  return (
    <LongForm title={text.form(nameOf(member))} onSend={() => event && writing.send(event)} isReady={writing.loaded}>
      <Choice
        label={text.registered}
        value={choice}
        onChange={(chosen) =>
          writing.change({
            choice: chosen as Choices,
            ...(chosen === 'helped' && registeredOn === '' && { registeredOn: view.today }),
          })
        }
        options={Object.entries(text.choices).map(([value, label]) => ({ value, label }))}
      />
      {isRegistered && (
        <>
          <DayField
            label={text.registeredOn}
            value={registeredOn}
            onChange={(day) => writing.change({ registeredOn: day })}
          />
          <Checkbox isSelected={hasPlan} onChange={(has) => writing.change({ hasPlan: has })}>
            {text.hasPlan}
          </Checkbox>
          <p className="planning-small">{text.hasPlanHint}</p>
        </>
      )}
      <WritingFoot
        writing={writing}
        view={view}
        event={event}
        {...(choice === '' && { missing: text.missing })}
        onClose={onClose}
      />
    </LongForm>
  )
}

/** Help that was given once is not forgotten when the standing is noted again. */
function bodyOf({ choice, registeredOn, hasPlan }: Written, latest: Body | undefined): Body {
  const registered = choice !== 'no'
  return {
    registered,
    helpedToRegister: choice === 'helped' || (registered && (latest?.helpedToRegister ?? false)),
    hasPlan: registered && hasPlan,
    ...(registered && registeredOn && { registeredOn }),
  }
}
