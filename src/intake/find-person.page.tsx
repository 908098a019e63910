import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { type ApiRefusal, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { SearchField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Tag } from '../ui/Tag.tsx'
import type { Desk, Hit, LookUp } from './intake-view.ts'
import { intakeText } from './intake.text.ts'
import { NewHousehold } from './new-household.page.tsx'

const text = intakeText.find

type Choose = (householdId: number, personId: number | null) => void

/** One box for a number, a name or a household. What is typed never reaches the address: it may be an identity number. */
export function FindPerson({ desk, onChoose }: { desk: Desk; onChoose: Choose }) {
  const [search, setSearch] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const focus = () => box.current?.focus()
  useShortcut('/', focus)
  useEffect(focus, [])
  const lookUp = useMutation<LookUp, ApiRefusal, string>({
    mutationFn: (asked) => send<LookUp>('POST', '/api/intake/lookup', { search: asked }),
    onSuccess: (answer) => {
      // A number that is one household's leaves nothing to choose.
      const [only, ...others] = answer.kind === 'found' ? answer.hits : []
      if (only && only.personId !== null && others.length === 0) onChoose(only.householdId, only.personId)
    },
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (search.trim()) lookUp.mutate(search.trim())
  }
  return (
    <>
      <Section title={text.title}>
        <form role="search" onSubmit={submit} className="intake-search">
          <SearchField
            label={text.label}
            value={search}
            onChange={(value) => {
              setSearch(value)
              lookUp.reset()
            }}
            inputRef={box}
            description={text.hint}
          />
          <Button type="submit" kind="primary" isDisabled={lookUp.isPending}>
            {text.action}
          </Button>
        </form>
        <div role="status" className="stack">
          {lookUp.data && <Answer answer={lookUp.data} desk={desk} onChoose={onChoose} />}
        </div>
        {lookUp.error && <Notice kind="bad">{lookUp.error.message}</Notice>}
      </Section>
      {lookUp.data?.kind === 'unknown-person' && <NewHousehold identityNumber={search} desk={desk} onMade={onChoose} />}
    </>
  )
}

function Answer({ answer, desk, onChoose }: { answer: LookUp; desk: Desk; onChoose: Choose }) {
  switch (answer.kind) {
    case 'found':
      return <Hits hits={answer.hits} hasMore={answer.hasMore} desk={desk} onChoose={onChoose} />
    case 'hidden':
      return (
        <Notice kind="warning" title={text.hiddenTitle}>
          {text.hidden}
        </Notice>
      )
    case 'nothing':
      return <Notice title={text.nothingTitle}>{answer.isNumber ? text.notNumber : text.nothing}</Notice>
    case 'unknown-person':
      return <p className="visually-hidden">{intakeText.create.lead}</p>
  }
}

type HitsProps = { hits: Hit[]; hasMore: boolean; desk: Desk; onChoose: Choose }

const Hits = ({ hits, hasMore, desk, onChoose }: HitsProps) => (
  <>
    <p>{hasMore ? text.more : text.found(hits.length)}</p>
    <ul className="intake-hits" aria-label={text.hits}>
      {hits.map((hit) => (
        <li key={hit.householdId} className="intake-hit">
          <div>
            <strong>{hit.name || hit.key}</strong> <span className="muted">{hit.maskedNumber}</span>
            <div className="muted">
              {hit.key} · {hit.unit ?? text.noUnit} · {text.size(hit.adults, hit.children)}
            </div>
          </div>
          <HitTags hit={hit} desk={desk} />
          <Button
            size="small"
            aria-label={text.chooseWhom(hit.name || hit.key)}
            onPress={() => onChoose(hit.householdId, hit.personId)}
          >
            {text.choose}
          </Button>
        </li>
      ))}
    </ul>
  </>
)

const HitTags = ({ hit, desk }: { hit: Hit; desk: Desk }) => (
  <div className="intake-tags">
    {hit.isCaseOpen && <Tag tone="info">{text.openCase}</Tag>}
    {hit.contactOn && <Tag>{text.contactOn(hit.contactOn, desk.today)}</Tag>}
    {hit.coachBookedOn && <Tag tone="good">{text.coachBooked(hit.coachBookedOn, desk.today)}</Tag>}
    <Tag tone={hit.status === 'ongoing' ? 'info' : 'neutral'}>{text.status[hit.status]}</Tag>
  </div>
)
