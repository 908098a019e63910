import './savings.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { FigureTableSection } from '../analysis/figure-tables.page.tsx'
import { get } from '../ui/api.ts'
import { SearchField, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { formatThousands } from '../values/format.ts'
import { addMonths } from '../values/month.ts'
import { askAgain, Computing } from './computing.page.tsx'
import type { ActionRow, SavingsList, ShownSummary } from './savings-view.ts'
import { savingsText as text } from './savings.text.ts'

/** All actions with what was promised and what came, and why the cost has changed. Search and year stand in the address. */
export function SavingsPage() {
  const [address, change] = useUrlState()
  const asked = { year: address['ar'] }
  const list = useQuery({
    queryKey: ['savings', 'list', asked],
    queryFn: ({ signal }) => get<SavingsList>('/api/savings', asked, signal),
    placeholderData: keepPreviousData,
    refetchInterval: askAgain,
  })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        list.data?.mayEdit && (
          <Link to="/atgarder/$key" params={{ key: 'ny' }} className="button button-primary button-normal">
            {text.add}
          </Link>
        )
      }
    >
      <Loaded query={list} what={text.what}>
        {(found) => <Actions list={found} address={address} onChange={change} isBusy={list.isPlaceholderData} />}
      </Loaded>
    </Page>
  )
}

type ActionsProps = {
  list: SavingsList
  address: UrlState
  onChange: (changes: UrlState) => void
  isBusy: boolean
}

function Actions({ list, address, onChange, isBusy }: ActionsProps) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  if (list.rows.length === 0)
    return (
      <Notice title={text.emptyTitle}>
        {text.empty} {list.mayEdit && text.emptyAdd}
      </Notice>
    )
  const words = (address['sok'] ?? '').toLowerCase().split(/\s+/)
  const rows = list.rows.filter(({ name, owner }) =>
    words.every((word) => `${name} ${owner}`.toLowerCase().includes(word)),
  )
  return (
    <>
      <Computing isComputing={list.isComputing} />
      {list.dataTo === null && <Notice title={text.noDataTitle}>{text.noData}</Notice>}
      <Section title={text.found(rows.length)}>
        <div className="savings-filters">
          <SearchField
            label={text.search}
            placeholder={text.searchHelp}
            value={address['sok'] ?? ''}
            onChange={(sok) => onChange({ sok })}
            inputRef={search}
          />
        </div>
        <p role="status" className="savings-note">
          {list.dataTo && text.known(list.dataTo)}
        </p>
        <Table
          caption={text.title}
          hideCaption
          rowHeader={text.columns.action}
          columns={columns}
          rows={rows.map((row) => tableRow(row, list.today))}
          empty={text.none}
        />
      </Section>
      <div aria-busy={isBusy} className="page">
        <FigureTableSection table={list.actions} />
        <FigureTableSection table={list.net} />
        {list.year !== null && list.years.length > 0 && (
          <div className="savings-filters">
            <Select
              label={text.year}
              value={String(list.year)}
              options={list.years.map((year) => ({ value: String(year), label: String(year) }))}
              onChange={(ar) => onChange({ ar })}
            />
          </div>
        )}
        {list.change && <FigureTableSection table={list.change} />}
      </div>
    </>
  )
}

const { columns: head } = text
const columns = [
  { id: 'promised', label: head.promised },
  { id: 'realised', label: head.realised },
  { id: 'verdict', label: head.verdict, numeric: false },
  { id: 'next', label: head.nextLook, numeric: false },
]

const tableRow = (row: ActionRow, today: string): TableRow => ({
  id: row.key,
  label: (
    <Link to="/atgarder/$key" params={{ key: row.key }}>
      {row.name}
    </Link>
  ),
  note: noteOf(row),
  cells: [
    amount(row.summary.promisedOre),
    amount(row.summary.realisedOre),
    <Verdict key="verdict" summary={row.summary} />,
    row.nextLook && row.nextLook <= today ? (
      <>
        {row.nextLook} <Tag tone="warning">{text.dueForLook}</Tag>
      </>
    ) : (
      (row.nextLook ?? text.notKnown)
    ),
  ],
})

const amount = (ore: number | null) => (ore === null ? text.notKnown : formatThousands(ore))

function noteOf({ owner, start, until, findings, attribution }: ActionRow): string {
  return [
    owner,
    until ? text.sinceUntil(start, addMonths(until, -1)) : text.since(start),
    ...(attribution === 'economy' ? [text.economy] : []),
    ...(findings > 0 ? [text.findings(findings)] : []),
  ].join(' · ')
}

export const verdictTones: Record<ShownSummary['verdict'], Tone> = {
  shown: 'good',
  excluded: 'neutral',
  'cannot-tell': 'warning',
  computing: 'neutral',
}

/** One of the three verdicts, and its reason. */
const Verdict = ({ summary: { verdict, sentence, begun } }: { summary: ShownSummary }) => (
  <span className="savings-verdict">
    <Tag tone={verdictTones[verdict]}>{text.verdictTag[verdict]}</Tag>
    <span className="table-note">{begun || sentence}</span>
  </span>
)
