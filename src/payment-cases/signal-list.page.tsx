import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { Button } from '../ui/Button.tsx'
import { SearchField, Select } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import { formatKronor } from '../values/format.ts'
import { monthShort } from '../values/month.ts'
import { OwnCaseForm } from './own-case.page.tsx'
import type { Address } from './payment-cases.page.tsx'
import type { ShownHousehold, SignalRow, SignalsView } from './payment-cases-view.ts'
import { paymentCasesText as text, signalText } from './payment-cases.text.ts'
import { useOpenCase } from './save-case.page.tsx'

const columns = [
  { id: 'month', label: text.month, numeric: false },
  { id: 'seen', label: text.seen, numeric: false },
  { id: 'stake', label: text.stake },
  { id: 'case', label: text.work, numeric: false },
]

/** What the rules have found, with one button to each. */
export function SignalList({ view, address, onChange }: Address & { view: SignalsView }) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  const open = useOpenCase()
  const rows = view.rows.filter(({ household }) => isMatch(household, address['sok'] ?? ''))
  return (
    <>
      <Section title={text.found(view.found, view.stakeOre)}>
        <div className="payment-filters">
          <Select
            label={text.kind}
            value={address['typ'] ?? ''}
            options={[
              { value: '', label: text.allKinds },
              ...view.settings.map(({ kind, found }) => ({ value: kind, label: signalText[kind].name, count: found })),
            ]}
            onChange={(typ) => onChange({ typ })}
          />
          <SearchField
            label={text.search}
            placeholder={text.searchHelp}
            value={address['sok'] ?? ''}
            onChange={(sok) => onChange({ sok })}
            inputRef={search}
          />
        </div>
        <p role="status" className="payment-note">
          {text.ownUnits} {view.found > view.rows.length && text.limited(view.rows.length)}{' '}
          {view.hiddenProtected > 0 && text.hidden(view.hiddenProtected)}
        </p>
        {view.rows.length === 0 ? (
          <Notice title={text.nothingTitle}>{text.nothing}</Notice>
        ) : (
          <Table
            caption={text.tabs.signals}
            hideCaption
            rowHeader={text.household}
            columns={columns}
            rows={rows.map((row) => tableRow(row, () => open.mutate(openingOf(row)), open.isPending))}
            empty={text.noMatch}
          />
        )}
      </Section>
      <OwnCaseForm />
    </>
  )
}

export function isMatch({ key, name }: ShownHousehold, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/)
  return words.every((word) => `${name ?? ''} ${key}`.toLowerCase().includes(word))
}

const openingOf = ({ household, kind, month }: SignalRow) => ({
  ...{ householdKey: household.key, signal: kind, month, note: '' },
})

export const HouseholdLink = ({ household }: { household: ShownHousehold }) => (
  <Link to="/hushall/$id" params={{ id: String(household.id) }}>
    {household.name ?? household.key}
  </Link>
)

const tableRow = (row: SignalRow, onOpen: () => void, isPending: boolean): TableRow => {
  const { household, kind, month, stakeOre, otherKey, caseKey } = row
  return {
    id: `${household.id} ${kind} ${month}`,
    label: <HouseholdLink household={household} />,
    note: [household.key, household.unit].filter(Boolean).join(' · '),
    cells: [
      monthShort(month),
      <>
        {signalText[kind].name}
        <span className="table-note">
          {signalText[kind].sentence} {otherKey && text.otherHousehold(otherKey)}
        </span>
      </>,
      formatKronor(stakeOre),
      caseKey ? (
        <Link to="/utbetalningskontroll/$key" params={{ key: caseKey }}>
          {text.toCase}
        </Link>
      ) : (
        <Button
          size="small"
          onPress={onOpen}
          isDisabled={isPending}
          aria-label={text.openFor(household.name ?? household.key, month)}
        >
          {text.open}
        </Button>
      ),
    ],
  }
}
