import { useState } from 'react'
import { consentScopes, type CodeOf, codesOf, sharingGrounds } from '../parameters/code-lists/casework.ts'
import type { PathView } from '../pathway/path-view.ts'
import type { Ground } from '../pathway/path.ts'
import { isOffered, useRecord } from '../pathway/record.page.tsx'
import { DayField } from '../ui/DayField.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkboxes, Select, sendOnCtrlEnter } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { addDays, type Day, parseDay } from '../values/day.ts'
import { useViewers } from './field-names.page.tsx'
import { partText, sharingText as text } from './household.text.ts'

/** Consents and other legal grounds to let another committee see something: list, register, withdraw. */
export function SharingSection({ view }: { view: PathView }) {
  const [isAdding, setAdding] = useState(false)
  return (
    <Section title={partText.sharing}>
      <p>{text.lead}</p>
      <Grounds view={view} />
      {isAdding && <GroundForm view={view} onDone={() => setAdding(false)} />}
      {!isAdding && isOffered(view, 'consent-given') && (
        <div>
          <Button onPress={() => setAdding(true)}>{text.add}</Button>
        </div>
      )}
    </Section>
  )
}

function Grounds({ view }: { view: PathView }) {
  const record = useRecord(view)
  const viewers = useViewers(view.householdId).data?.viewers ?? []
  const nameOf = (code: string) => viewers.find((each) => each.code === code)?.label ?? code
  const withdraw = ({ id, personId }: Ground) =>
    record.mutate({ events: [{ kind: 'consent-withdrawn', personId, concerns: id, on: view.today, body: {} }] })
  return (
    <>
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <Table
        caption={text.caption}
        hideCaption
        rowHeader={text.person}
        columns={[text.recipient, text.ground, text.scopes, text.from, text.lastDay, text.state].map((label) => ({
          id: label,
          label,
          numeric: false,
        }))}
        rows={view.path.grounds.toReversed().map((ground) => {
          const person = personName(view, ground.personId)
          return {
            id: String(ground.id),
            label: person,
            cells: [
              nameOf(ground.recipient),
              sharingGrounds[ground.ground],
              ground.scopes.map((scope) => consentScopes[scope]).join(', '),
              ground.on,
              addDays(ground.until as Day, -1),
              <span key="state" className="household-ground-state">
                <GroundState ground={ground} today={view.today} />
                {isOffered(view, 'consent-withdrawn', { concerns: ground.id }) && (
                  <Button
                    size="small"
                    aria-label={text.withdrawOf(person, nameOf(ground.recipient))}
                    onPress={() => withdraw(ground)}
                  >
                    {text.withdraw}
                  </Button>
                )}
              </span>,
            ],
          }
        })}
        empty={text.none}
      />
    </>
  )
}

function GroundState({ ground, today }: { ground: Ground; today: Day }) {
  if (ground.withdrawnOn) return <Tag>{text.withdrawn(ground.withdrawnOn)}</Tag>
  if (today < ground.on) return <Tag>{text.notYet}</Tag>
  return today < ground.until ? <Tag tone="good">{text.holds}</Tag> : <Tag>{text.ended}</Tag>
}

export const personName = ({ members }: Pick<PathView, 'members'>, id: number): string =>
  members.find((member) => member.id === id)?.name ?? String(id)

type Scopes = CodeOf<typeof consentScopes>[]

function GroundForm({ view, onDone }: { view: PathView; onDone: () => void }) {
  const record = useRecord(view)
  const viewers = (useViewers(view.householdId).data?.viewers ?? []).filter(({ isOwn }) => !isOwn)
  const offered = view.members.filter(({ id }) => isOffered(view, 'consent-given', { personId: id }))
  const adult = offered.find(({ role }) => role === 'mainApplicant') ?? offered[0]
  const [person, setPerson] = useState(String(adult?.id ?? ''))
  const [recipient, setRecipient] = useState('')
  const [ground, setGround] = useState<CodeOf<typeof sharingGrounds>>('consent')
  const [scopes, setScopes] = useState<Scopes>(['identity', 'participation'])
  const [lastDay, setLastDay] = useState<string>(addDays(view.today, 365))
  const [isIncomplete, setIncomplete] = useState(false)
  const send = () => {
    const day = parseDay(lastDay)
    const isFilled = person !== '' && recipient !== '' && scopes.length > 0 && day !== null
    setIncomplete(!isFilled)
    if (!isFilled || record.isPending) return
    const body = { recipient, ground, scopes, until: addDays(day, 1) }
    record.mutate(
      { events: [{ kind: 'consent-given', personId: Number(person), concerns: null, on: view.today, body }] },
      { onSuccess: onDone },
    )
  }
  return (
    <form
      className="household-ground stack"
      aria-label={text.add}
      onKeyDownCapture={sendOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className="household-fields">
        <Select
          label={text.whoseGround}
          value={person}
          onChange={setPerson}
          options={offered.map(({ id, name }) => ({ value: String(id), label: name ?? String(id) }))}
        />
        <Select
          label={text.to}
          value={recipient}
          onChange={setRecipient}
          options={[{ value: '', label: text.choose }, ...viewers.map(({ code, label }) => ({ value: code, label }))]}
        />
        <Select
          label={text.ground}
          value={ground}
          onChange={(code) => setGround(codesOf(sharingGrounds).find((each) => each === code) ?? 'consent')}
          options={codesOf(sharingGrounds).map((code) => ({ value: code, label: sharingGrounds[code] }))}
        />
        <DayField label={text.until} value={lastDay} onChange={setLastDay} description={text.untilHint} />
      </div>
      <Checkboxes
        label={text.chooseScopes}
        options={codesOf(consentScopes).map((code) => ({ value: code, label: consentScopes[code] }))}
        value={scopes}
        onChange={(codes) => setScopes(codesOf(consentScopes).filter((code) => codes.includes(code)))}
      />
      {isIncomplete && <Notice kind="bad">{text.incomplete}</Notice>}
      {record.error && <Notice kind="bad">{record.error.message}</Notice>}
      <div className="row">
        <Button kind="primary" type="submit">
          {text.save}
        </Button>
        <Button onPress={onDone}>{text.cancel}</Button>
      </div>
    </form>
  )
}
