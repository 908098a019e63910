import './promises.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { type Option, optionsOf, SearchField, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { type Day, daysBetween } from '../values/day.ts'
import { PlaceLinks } from './place-links.page.tsx'
import type { PromiseState } from './promise.ts'
import type { PromiseList, PromiseRow } from './promises-view.ts'
import { promisesText as text } from './promises.text.ts'
import { FigureName, ProgressLine, ReachedTag, ShownFigure } from './shown-figure.page.tsx'

/** Every promise, what asks for attention first. What is searched and chosen stands in the address. */
export function PromisesPage() {
  const [address, change] = useUrlState()
  const list = useQuery({
    queryKey: ['promises', 'list'],
    queryFn: ({ signal }) => get<PromiseList>('/api/promises', {}, signal),
  })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        list.data?.mayEdit && (
          <Link to="/loften/$key" params={{ key: 'ny' }} className="button button-primary button-normal">
            {text.add}
          </Link>
        )
      }
    >
      <PlaceLinks current="promises" />
      <Loaded query={list} what={text.what}>
        {(found) => <Promises list={found} address={address} onChange={change} />}
      </Loaded>
    </Page>
  )
}

type PromisesProps = { list: PromiseList; address: UrlState; onChange: (changes: UrlState) => void }

function Promises({ list, address, onChange }: PromisesProps) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  if (list.rows.length === 0) return <Notice title={text.emptyTitle}>{text.empty}</Notice>
  const rows = list.rows.filter((row) => fits(row, address))
  const isFiltered = filters.some(({ name }) => address[name]) || Boolean(address['sok'])
  return (
    <Section title={text.title}>
      <div className="promises-filters" role="group" aria-label={text.filters}>
        <SearchField
          label={text.search}
          placeholder={text.searchHelp}
          value={address['sok'] ?? ''}
          onChange={(sok) => onChange({ sok })}
          inputRef={search}
        />
        {filters.map(({ name, label, optionsFor }) => {
          const options = optionsFor(list.rows)
          return options.length < 2 ? null : (
            <Select
              key={name}
              label={label}
              value={address[name] ?? ''}
              options={[{ value: '', label: text.all }, ...options]}
              onChange={(value) => onChange({ [name]: value })}
            />
          )
        })}
        {isFiltered && (
          <Button onPress={() => onChange({ sok: '', slag: '', lage: '', ansvarig: '', namnd: '', rubrik: '' })}>
            {text.clear}
          </Button>
        )}
      </div>
      <p role="status" className="promises-note">
        {text.found(rows.length)}
      </p>
      {rows.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul className="promises-list">
          {rows.map((row) => (
            <li key={row.key}>
              <OnePromise row={row} today={list.today} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type Filter = {
  name: 'slag' | 'lage' | 'ansvarig' | 'namnd' | 'rubrik'
  label: string
  valuesOf: (row: PromiseRow) => readonly string[]
  optionsFor: (rows: readonly PromiseRow[]) => Option[]
}

const filters: readonly Filter[] = [
  fixedFilter('slag', text.kind, text.kinds, ({ kind }) => kind),
  fixedFilter('lage', text.state, text.states, ({ state }) => state),
  freeFilter('ansvarig', text.owner, ({ owner }) => [owner]),
  freeFilter('namnd', text.committee, ({ committees }) => committees),
  freeFilter('rubrik', text.heading, ({ heading }) => (heading === null ? [] : [heading])),
]

/** One of a list of codes, with how many there are of each. */
function fixedFilter(
  name: Filter['name'],
  label: string,
  words: Record<string, string>,
  valueOf: (row: PromiseRow) => string,
): Filter {
  return {
    name,
    label,
    valuesOf: (row) => [valueOf(row)],
    optionsFor: (rows) =>
      optionsOf(words)
        .map((option) => ({ ...option, count: rows.filter((row) => valueOf(row) === option.value).length }))
        .filter(({ count }) => count > 0),
  }
}

/** One of what has been written. */
function freeFilter(name: Filter['name'], label: string, valuesOf: Filter['valuesOf']): Filter {
  return {
    name,
    label,
    valuesOf,
    optionsFor: (rows) =>
      [...new Set(rows.flatMap(valuesOf))]
        .toSorted((one, other) => one.localeCompare(other, 'sv'))
        .map((value) => ({ value, label: value, count: rows.filter((row) => valuesOf(row).includes(value)).length })),
  }
}

function fits(row: PromiseRow, address: UrlState): boolean {
  const words = (address['sok'] ?? '').toLowerCase().split(/\s+/)
  const written = [row.title, row.owner, row.heading ?? '', ...row.diaryNumbers, ...row.committees].join(' ')
  return (
    words.every((word) => written.toLowerCase().includes(word)) &&
    filters.every(({ name, valuesOf }) => !address[name] || valuesOf(row).includes(address[name]))
  )
}

/** Beside each other where there is room, and under each other on a phone. */
const OnePromise = ({ row, today }: { row: PromiseRow; today: Day }) => (
  <>
    <div className="promises-what">
      <Link to="/loften/$key" params={{ key: row.key }}>
        {row.title}
      </Link>
      <StateTag state={row.state} />
      <span className="promises-note">{[text.kinds[row.kind], row.owner, ...row.diaryNumbers].join(' · ')}</span>
    </div>
    <Seen row={row} />
    <NextReporting row={row} today={today} />
  </>
)

const tones: Record<PromiseState, Tone> = {
  overdue: 'bad',
  due: 'warning',
  'without-figure': 'warning',
  'on-its-way': 'info',
  'not-kept': 'neutral',
  'partly-kept': 'neutral',
  kept: 'good',
  withdrawn: 'neutral',
}

export const StateTag = ({ state }: { state: PromiseState }) => <Tag tone={tones[state]}>{text.states[state]}</Tag>

/** What became of it; or from where to where, while it goes on. */
function Seen({ row: { closed, progress } }: { row: Pick<PromiseRow, 'closed' | 'progress'> }) {
  if (closed)
    return (
      <div>
        <p>{closed.text}</p>
        {closed.shown && <ShownFigure figure={closed.shown} />}
      </div>
    )
  if (!progress) return <p className="muted">{text.noFigure}</p>
  return (
    <div>
      <FigureName figure={progress.figure} />
      <ProgressLine progress={progress} />
      <ReachedTag isReached={progress.isReached} />
    </div>
  )
}

function NextReporting({ row: { next, state, closed }, today }: { row: PromiseRow; today: Day }) {
  if (closed) return <p className="promises-note">{text.closedOn(closed.on)}</p>
  if (!next) return <p className="promises-note">{text.noReporting}</p>
  const days = daysBetween(today, next.on as Day)
  return (
    <div>
      <p>{text.reporting(next.on, next.to)}</p>
      {(state === 'overdue' || state === 'due') && (
        <p className="promises-note">{days < 0 ? text.daysLate(-days) : text.daysLeft(days)}</p>
      )}
    </div>
  )
}
