import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { SearchField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { BudgetProfiles } from './budget-profiles.page.tsx'
import { EconomyNav } from './economy-nav.page.tsx'
import type { RowsView } from './economy-view.ts'
import { economyText } from './economy.text.ts'
import { writtenAccounts } from './edited-row.page.tsx'
import { MonthsFilter } from './months-filter.page.tsx'
import { RowsEditor } from './rows-editor.page.tsx'
import { kronor } from './rows-trial.page.tsx'

const text = economyText.rows

/** Konton och rader: which accounts each row takes, with amounts, and the rows' own editor. */
export function AccountsPage() {
  const [{ from, to }, change] = useUrlState()
  const [isEditing, setEditing] = useState(false)
  const query = useQuery({
    queryKey: ['economy', 'rows', from, to],
    queryFn: ({ signal }) => get<RowsView>('/api/economy/rows', { from, to }, signal),
  })
  return (
    <Page title={text.title} lead={text.lead} above={<EconomyNav />}>
      <Loaded query={query} what={text.what}>
        {(view) => (
          <>
            {view.dataTo && (
              <section className="panel figure-filters" aria-label={economyText.filters}>
                <MonthsFilter view={view} onChange={change} />
              </section>
            )}
            <InForce view={view} />
            {view.mayEdit &&
              (isEditing ? (
                <RowsEditor view={view} onClose={() => setEditing(false)} />
              ) : (
                <div>
                  <Button onPress={() => setEditing(true)}>{text.edit}</Button>
                </div>
              ))}
            <Accounts view={view} />
            <BudgetProfiles view={view} />
            <Versions view={view} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const InForce = ({ view: { inForce, isDefault, accounts } }: { view: RowsView }) => {
  const amount = (row: string | null) =>
    accounts.filter((each) => each.row === row).reduce((sum, { amountOre }) => sum + amountOre, 0)
  return (
    <Section title={text.inForce} aside={!isDefault && <span className="muted">{text.since(inForce.from)}</span>}>
      {isDefault && <p>{text.isDefault(inForce.source)}</p>}
      <Table
        caption={text.inForce}
        hideCaption
        rowHeader={text.row}
        columns={[
          { id: 'side', label: text.side, numeric: false },
          { id: 'accounts', label: text.accounts, numeric: false },
          { id: 'objects', label: text.objects, numeric: false },
          { id: 'amount', label: text.amount },
        ]}
        rows={[
          ...inForce.rows.map(({ id, label, side, accounts: ranges, objects }) => ({
            id,
            label,
            cells: [
              text.sides[side],
              writtenAccounts(ranges),
              objects.join(', ') || text.everyObject,
              kronor(amount(id)),
            ],
          })),
          ...(accounts.some(({ row }) => row === null)
            ? [{ id: '', label: text.unmapped, cells: ['', '', '', kronor(amount(null))] }]
            : []),
        ]}
      />
    </Section>
  )
}

/** Those that no row takes first. `/` leads to the search. */
function Accounts({ view: { accounts, inForce, from, to } }: { view: RowsView }) {
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', () => field.current?.focus())
  const labelOf = (id: string | null) => inForce.rows.find((row) => row.id === id)?.label ?? text.unmapped
  const wanted = search.trim().toLocaleLowerCase('sv')
  const shown = accounts.filter(({ account, name, row }) =>
    `${account} ${name ?? ''} ${labelOf(row)}`.toLocaleLowerCase('sv').includes(wanted),
  )
  return (
    <Section title={text.accountsTitle}>
      <p>{accounts.length === 0 ? text.noLedger : text.accountsLead(from, to)}</p>
      {accounts.length > 0 && (
        <>
          <SearchField
            label={text.search}
            value={search}
            onChange={setSearch}
            description={text.searchHelp}
            inputRef={field}
          />
          <p aria-live="polite" className="muted">
            {text.found(shown.length)}
          </p>
          <Table
            caption={text.accountsTitle}
            hideCaption
            rowHeader={text.account}
            columns={[
              { id: 'row', label: text.row, numeric: false },
              { id: 'amount', label: text.amount },
            ]}
            rows={shown.map(({ account, name, row, amountOre }) => ({
              id: `${account} ${row}`,
              label: [account, name].filter(Boolean).join(' '),
              cells: [row === null ? <Tag tone="warning">{text.unmapped}</Tag> : labelOf(row), kronor(amountOre)],
            }))}
            empty={text.noAccounts}
          />
        </>
      )}
    </Section>
  )
}

const Versions = ({ view: { versions } }: { view: RowsView }) => (
  <Section title={text.versions}>
    <Table
      caption={text.versions}
      hideCaption
      rowHeader={text.version}
      columns={[
        { id: 'source', label: text.source, numeric: false },
        { id: 'count', label: text.count },
        { id: 'savedBy', label: text.savedBy, numeric: false },
        { id: 'savedAt', label: text.savedAt, numeric: false },
      ]}
      rows={versions.map(({ key, from, source, rows, savedBy, savedAt }) => ({
        id: key,
        label: from,
        cells: [source, rows, savedBy ?? '', savedAt.slice(0, 10)],
      }))}
      empty={text.noVersions}
    />
  </Section>
)
