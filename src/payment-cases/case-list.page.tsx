import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { SearchField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag, type Tone } from '../ui/Tag.tsx'
import type { Day } from '../values/day.ts'
import { formatKronor } from '../values/format.ts'
import { monthShort } from '../values/month.ts'
import type { CasePhase } from './payment-case.ts'
import type { Address } from './payment-cases.page.tsx'
import type { CaseRow, CasesView } from './payment-cases-view.ts'
import { paymentCasesText, phaseText, seenWithoutSignal, signalText } from './payment-cases.text.ts'
import { isMatch } from './signal-list.page.tsx'

const text = paymentCasesText.cases

const columns = [
  { id: 'phase', label: text.phase, numeric: false },
  { id: 'opened', label: text.openedOn, numeric: false },
  { id: 'stake', label: paymentCasesText.stake },
  { id: 'wrong', label: text.wrong },
  { id: 'claimed', label: text.claimed },
  { id: 'recovered', label: text.recovered },
  { id: 'limit', label: text.limit, numeric: false },
]

/** Open cases first, then those that were closed in the period. */
export function CaseList({ view, address, onChange }: Address & { view: CasesView }) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  if (view.rows.length === 0) return <Notice title={text.emptyTitle}>{text.empty}</Notice>
  const rows = view.rows.filter(({ household }) => isMatch(household, address['sok'] ?? ''))
  return (
    <Section title={text.count(rows.length)}>
      <div className="payment-filters">
        <SearchField
          label={paymentCasesText.search}
          placeholder={paymentCasesText.searchHelp}
          value={address['sok'] ?? ''}
          onChange={(sok) => onChange({ sok })}
          inputRef={search}
        />
      </div>
      <Table
        caption={paymentCasesText.tabs.cases}
        hideCaption
        rowHeader={paymentCasesText.household}
        columns={columns}
        rows={rows.map((row) => tableRow(row, view.today))}
        empty={paymentCasesText.noMatch}
      />
    </Section>
  )
}

export const phaseTones: Record<CasePhase, Tone> = {
  opened: 'info',
  asked: 'info',
  heard: 'info',
  decided: 'warning',
  closed: 'neutral',
  withdrawn: 'neutral',
}

const tableRow = (row: CaseRow, today: Day): TableRow => ({
  id: row.key,
  label: (
    <Link to="/utbetalningskontroll/$key" params={{ key: row.key }}>
      {row.household.name ?? row.household.key}, {monthShort(row.month)}
    </Link>
  ),
  note: [row.household.key, row.signal ? signalText[row.signal].name : seenWithoutSignal].join(' · '),
  cells: [
    <Tag key="phase" tone={phaseTones[row.phase]}>
      {phaseText[row.phase]}
    </Tag>,
    row.openedOn,
    formatKronor(row.stakeOre),
    amount(row.wrongOre ?? 0),
    amount(row.claimedOre),
    amount(row.recoveredOre),
    row.closedOn ? text.none : <Limit key="limit" limit={row.limit} today={today} />,
  ],
})

const amount = (ore: number) => (ore === 0 ? text.none : formatKronor(ore))

/** The last day for a suit; told when it has passed. */
export const Limit = ({ limit, today }: { limit: Day; today: Day }) => (
  <>
    {limit} {limit < today && <Tag tone="warning">{text.passed}</Tag>}
  </>
)
