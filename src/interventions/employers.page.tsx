import './interventions.css'
import { useRef, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { employerKinds } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { SearchField, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table } from '../ui/Table.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { formatNumber } from '../values/format.ts'
import { EmployerForm } from './employer-form.page.tsx'
import { EmployerFigures } from './employer-figures.page.tsx'
import { JobWatchSection } from './job-watch.page.tsx'
import { choicesOf } from './event-form.page.tsx'
import type { EmployerRow, EmployersView } from './interventions-view.ts'
import { employersText } from './employers.text.ts'
import { FigureNotes, shown } from './shown-count.page.tsx'

/** Employers: jobs that came of the work, subsidised ones that are about to end, and the register with its contacts. */
export function EmployersPage() {
  const [address, change] = useUrlState()
  const asked = { from: address['from'], to: address['to'] }
  const view = useQuery({
    queryKey: ['employers', asked],
    queryFn: ({ signal }) => get<EmployersView>('/api/employers', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={employersText.title}
      lead={employersText.lead}
      above={
        <Link to="/insatser" search={true}>
          ‹ {employersText.back}
        </Link>
      }
    >
      <Loaded query={view} what={employersText.what}>
        {(found) => (
          <>
            <section className="panel interventions-filters" aria-label={employersText.period}>
              <PeriodPicker
                from={found.from}
                to={found.to}
                dataFrom={found.dataFrom}
                dataTo={found.dataTo}
                onChange={change}
              />
            </section>
            <EmployerFigures view={found} isBusy={view.isPlaceholderData} />
            <JobWatchSection employers={found.employers} />
            <Register view={found} />
            <FigureNotes isExact={found.isExact} hiddenProtected={found.hiddenProtected} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** So many rows are read through; more are asked for. */
const mostRows = 25

/** Places offered and persons taken on; how many were taken on is not told to everybody. */
const weightOf = ({ placesOffered, placed }: EmployerRow): number => placesOffered + (placed ?? 0)

/** Those who have something to offer, or have taken somebody on, before those who were only contacted: the latest first. */
const byWeight = (a: EmployerRow, b: EmployerRow): number =>
  weightOf(b) - weightOf(a) ||
  (b.lastContact ?? '').localeCompare(a.lastContact ?? '') ||
  a.entry.body.name.localeCompare(b.entry.body.name, 'sv')

function Register({ view }: { view: EmployersView }) {
  const [address, change] = useUrlState()
  const [isAdding, setAdding] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  const found = view.employers
    .filter((row) => fits(row, address['search'] ?? '', address['kind'] ?? ''))
    .toSorted(byWeight)
  const rows = address['antal'] === 'alla' ? found : found.slice(0, mostRows)
  const open = view.employers.find(({ entry }) => entry.key === address['visa'])
  return (
    <Section
      title={employersText.register}
      aside={
        view.mayEdit && (
          <Button size="small" onPress={() => setAdding(true)}>
            {employersText.add}
          </Button>
        )
      }
    >
      {isAdding && <EmployerForm entry={null} today={view.today} onClose={() => setAdding(false)} />}
      {open && (
        <EmployerForm
          key={`${open.entry.key} ${open.entry.version}`}
          entry={open.entry}
          today={view.today}
          isReadOnly={!view.mayEdit}
          onClose={() => change({ visa: '' })}
        />
      )}
      <div className="row">
        <SearchField
          label={employersText.search}
          value={address['search'] ?? ''}
          onChange={(text) => change({ search: text })}
          inputRef={search}
        />
        <Select
          label={employersText.kind}
          value={address['kind'] ?? ''}
          options={[{ value: '', label: employersText.allKinds }, ...choicesOf(employerKinds)]}
          onChange={(kind) => change({ kind })}
        />
        <p role="status">{employersText.found(found.length, rows.length)}</p>
      </div>
      <Table
        caption={employersText.register}
        hideCaption
        rowHeader={employersText.employerColumn}
        columns={columns}
        rows={rows.map((row) => ({
          id: row.entry.key,
          label: (
            <Link to="." search={(before: UrlState) => ({ ...before, visa: row.entry.key })} resetScroll={false}>
              {row.entry.body.name}
            </Link>
          ),
          cells: [
            employerKinds[row.entry.body.kind],
            row.entry.body.industry || '–',
            row.lastContact ?? employersText.never,
            formatNumber(row.placesOffered),
            shown(row.placed),
          ],
        }))}
        empty={employersText.empty}
      />
      {rows.length < found.length && (
        <div>
          <Button onPress={() => change({ antal: 'alla' })}>{employersText.showAll(found.length)}</Button>
        </div>
      )}
    </Section>
  )
}

const fits = ({ entry: { body } }: EmployerRow, search: string, kind: string): boolean =>
  `${body.name} ${body.industry}`.toLowerCase().includes(search.trim().toLowerCase()) && (!kind || body.kind === kind)

const columns = [
  { id: 'kind', label: employersText.kind, numeric: false },
  { id: 'industry', label: employersText.industry, numeric: false },
  { id: 'last', label: employersText.lastContact, numeric: false },
  { id: 'places', label: employersText.places },
  { id: 'placed', label: employersText.placed },
]
