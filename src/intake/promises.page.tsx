import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Choice } from '../ui/Field.tsx'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatNumber } from '../values/format.ts'
import { BookTime } from './book-time.page.tsx'
import type { PromiseRow, Promises } from './intake-view.ts'
import { ExplainBreach } from './explain-breach.page.tsx'
import { promiseText } from './promises.text.ts'

const states = ['broken', 'will-break', 'waiting', 'booked'] as const

const tones: Record<PromiseRow['state'], Tone> = {
  broken: 'bad',
  'will-break': 'warning',
  waiting: 'neutral',
  booked: 'good',
}

/** Every promise that is neither kept nor explained, the most urgent first, and whether the coaches' times suffice. */
export const PromiseClock = ({ query }: { query: UseQueryResult<Promises> }) => (
  <div className="stack">
    <p>{promiseText.lead}</p>
    <Loaded query={query} what={promiseText.what}>
      {(promises) => (
        <>
          <Shortage promises={promises} />
          <PromiseList promises={promises} />
          {promises.hiddenProtected > 0 && (
            <p className="muted">{promiseText.protectedCount(promises.hiddenProtected)}</p>
          )}
          <Capacity promises={promises} />
        </>
      )}
    </Loaded>
  </div>
)

function PromiseList({ promises: { rows, today } }: { promises: Promises }) {
  const [{ lage }, change] = useUrlState()
  const [opened, setOpened] = useState<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpened(null)
    list.current?.focus()
  }
  const state = states.find((each) => each === lage)
  const shown = state ? rows.filter((row) => row.state === state) : rows
  const current = rows.find((row) => keyOf(row) === opened)
  return (
    <Section title={promiseText.table}>
      <Choice
        label={promiseText.filter}
        value={state ?? 'all'}
        onChange={(value) => change({ lage: value === 'all' ? '' : value })}
        options={[
          { value: 'all', label: `${promiseText.all} (${formatNumber(rows.length)})` },
          ...states.map((value) => ({
            value,
            label: `${promiseText.counts[value]} (${formatNumber(countOf(rows, value))})`,
          })),
        ]}
      />
      {current?.state === 'broken' && <ExplainBreach key={opened} row={current} today={today} onClose={close} />}
      {current && canBook(current) && <BookTime key={opened} row={current} today={today} onClose={close} />}
      <div ref={list} tabIndex={-1}>
        <Table
          caption={promiseText.table}
          hideCaption
          rowHeader={promiseText.person}
          columns={[
            { id: 'state', label: promiseText.stateHeading, numeric: false },
            { id: 'promised', label: promiseText.promised, numeric: false },
            { id: 'booking', label: promiseText.booking, numeric: false },
            { id: 'contact', label: promiseText.contact, numeric: false },
          ]}
          rows={shown.map((row) => ({
            id: keyOf(row),
            label: (
              <span className="intake-lines">
                <Link to={`/hushall/${row.householdId}`}>{row.name || promiseText.nameless}</Link>
                <small className="muted">{promiseText.household(row.key)}</small>
              </span>
            ),
            cells: [
              // What is to be done stands beside who, so that it is in sight also on a narrow screen.
              <span className="intake-lines">
                <Tag tone={tones[row.state]}>{promiseText.state[row.state]}</Tag>
                <NextStep row={row} onOpen={() => setOpened(keyOf(row))} />
              </span>,
              <span className="intake-lines">
                {promiseText.day(row.promisedBy, today)}
                <small className="muted">
                  {promiseText.daysLeft(row.daysLeft, row.workingDaysLeft, row.squeezeDaysLeft)}
                </small>
              </span>,
              bookingOf(row),
              promiseText.day(row.contactOn, today),
            ],
          }))}
          empty={rows.length === 0 ? promiseText.empty : promiseText.emptyFiltered}
        />
      </div>
    </Section>
  )
}

const keyOf = ({ householdId, contactId }: PromiseRow): string => `${householdId} ${contactId}`
const countOf = (rows: PromiseRow[], state: PromiseRow['state']): number =>
  rows.filter((row) => row.state === state).length

function bookingOf({ meeting, coachName }: PromiseRow): string {
  if (!meeting) return promiseText.noMeeting
  return meeting.isHeld ? promiseText.metLate(meeting.at) : promiseText.meeting(meeting.at, coachName)
}

/** Nothing is booked, or what is booked comes too late. */
const canBook = ({ state }: PromiseRow): boolean => state === 'waiting' || state === 'will-break'

/** A broken promise asks for its cause; one that can still be kept, for a time. */
function NextStep({ row, onOpen }: { row: PromiseRow; onOpen: () => void }) {
  const step = nextStepOf(row)
  if (!step) return null
  return (
    <Button size="small" aria-label={step.longLabel(row.name || row.key)} onPress={onOpen}>
      {step.label}
    </Button>
  )
}

function nextStepOf(row: PromiseRow): { label: string; longLabel: (name: string) => string } | null {
  if (row.state === 'broken') return { label: promiseText.explain, longLabel: promiseText.explainFor }
  if (!canBook(row)) return null
  return row.meeting
    ? { label: promiseText.rebook, longLabel: promiseText.rebookFor }
    : { label: promiseText.book, longLabel: promiseText.bookFor }
}

/** Said first, since a time that is not there cannot be booked. */
function Shortage({ promises: { weeks, hasCoaches } }: { promises: Promises }) {
  const short = weeks.flatMap(({ missing, week }, at) => (missing > 0 ? promiseText.short(missing, at, week) : []))
  if (!hasCoaches) return <Notice>{promiseText.noCoaches}</Notice>
  return short.length > 0 ? <Notice kind="warning">{short.join(' ')}</Notice> : null
}

function Capacity({ promises: { weeks, hasCoaches } }: { promises: Promises }) {
  const isEnough = hasCoaches && weeks.every(({ missing }) => missing === 0)
  return (
    <Section title={promiseText.capacity}>
      {isEnough && <p>{promiseText.enough}</p>}
      <Table
        caption={promiseText.capacity}
        hideCaption
        rowHeader={promiseText.week}
        columns={[
          { id: 'free', label: promiseText.free },
          { id: 'waiting', label: promiseText.waiting },
          { id: 'missing', label: promiseText.missing },
        ]}
        rows={weeks.map(({ week, monday, free, waiting, missing }) => ({
          id: monday,
          label: promiseText.weekLabel(week, monday),
          cells: [formatNumber(free), formatNumber(waiting), formatNumber(missing)],
        }))}
      />
    </Section>
  )
}
