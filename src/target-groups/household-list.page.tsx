import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef } from 'react'
import { SearchField } from '../ui/Field.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableColumn } from '../ui/Table.tsx'
import { formatNumber } from '../values/format.ts'
import type { ListedHousehold, Unlisted } from './target-groups-view.ts'
import { rankingText as text } from './target-groups.text.ts'

type ListProps = {
  caption: string
  rows: readonly ListedHousehold[]
  unlisted: Unlisted
  words: string
  onWords: (words: string) => void
  /** Of its stay in a group, instead of its months. */
  stayOf?: (row: ListedHousehold) => ReactNode
  stayLabel?: string
  costLabel?: string
  mark?: (row: ListedHousehold) => ReactNode
  markLabel?: string
}

const { columns: head } = text

/** Households with a link first, then children, cost, and what is planned with them; who is not listed is said in words. */
export function HouseholdList({ caption, rows, unlisted, words, onWords, ...rest }: ListProps) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  const wanted = words.toLowerCase().split(/\s+/)
  const found = rows.filter((row) => wanted.every((word) => `${row.key} ${row.name}`.toLowerCase().includes(word)))
  const columns: TableColumn[] = [
    { id: 'children', label: head.children },
    { id: 'cost', label: rest.costLabel ?? head.cost },
    rest.stayLabel ? { id: 'stay', label: rest.stayLabel, numeric: false } : { id: 'months', label: head.months },
    { id: 'obstacle', label: head.obstacle, numeric: false },
    { id: 'plan', label: head.plan, numeric: false },
    { id: 'caseworker', label: head.caseworker, numeric: false },
    ...(rest.markLabel ? [{ id: 'mark', label: rest.markLabel, numeric: false }] : []),
  ]
  return (
    <>
      <div className="groups-filters">
        <SearchField
          label={text.search}
          placeholder={text.searchHelp}
          value={words}
          onChange={onWords}
          inputRef={search}
        />
      </div>
      <p role="status" className="groups-note">
        {text.updated(found.length, rows.length)} {unlistedInWords(unlisted)}
      </p>
      <Table
        caption={caption}
        hideCaption
        rowHeader={head.household}
        columns={columns}
        rows={found.map((row) => ({
          id: `${row.id} ${row.from ?? ''}`,
          label: (
            <Link to="/hushall/$id" params={{ id: String(row.id) }}>
              {row.name || row.key}
            </Link>
          ),
          note: [row.key, ...(row.rank === null ? [] : [text.rank(row.rank)])].join(' · '),
          cells: [
            row.children,
            row.costOre === null ? text.notKnown : formatNumber(row.costOre / 100),
            rest.stayOf ? rest.stayOf(row) : (row.months ?? text.notKnown),
            <span key="obstacle" className="groups-text">
              {row.obstacle ?? text.notKnown}
            </span>,
            <span key="plan" className="groups-day">
              {planOf(row)}
            </span>,
            row.caseworker ?? text.noCaseworker,
            ...(rest.mark ? [rest.mark(row)] : []),
          ],
        }))}
        empty={text.noneFound}
      />
    </>
  )
}

function planOf({ closedOn, planApprovedOn, mappedOn }: ListedHousehold): string {
  if (closedOn) return text.caseClosed(closedOn)
  if (planApprovedOn) return text.planApproved(planApprovedOn)
  return mappedOn ? text.mapped(mappedOn) : text.noPlan
}

const unlistedInWords = ({ protectedData, otherUnits, beyondList }: Unlisted): string =>
  [
    ...(protectedData > 0 ? [text.protectedData(protectedData)] : []),
    ...(otherUnits > 0 ? [text.otherUnits(otherUnits)] : []),
    ...(beyondList > 0 ? [text.beyondList(beyondList)] : []),
  ].join(' ')
