import './interventions.css'
import { useRef } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { interventionKinds } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { optionsOf, SearchField, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { formatKronor } from '../values/format.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { statusOf, statusTones } from './intervention-status.page.tsx'
import type { InterventionList, InterventionRow } from './interventions-view.ts'
import { interventionsText, priceText } from './interventions.text.ts'
import { FigureNotes, shareOf, shown } from './shown-count.page.tsx'

/** The catalogue of interventions with the figures of a period. Filters and period stand in the address. */
export function InterventionsPage() {
  const [address, change] = useUrlState()
  const asked = { from: address['from'], to: address['to'] }
  const list = useQuery({
    queryKey: ['interventions', asked],
    queryFn: ({ signal }) => get<InterventionList>('/api/interventions', asked, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Page
      title={interventionsText.title}
      lead={interventionsText.lead}
      actions={
        <>
          <Link to="/arbetsgivare" className="button button-secondary button-normal">
            {interventionsText.employers}
          </Link>
          {list.data?.mayEdit && (
            <Link to="/insatser/$key" params={{ key: 'ny' }} className="button button-primary button-normal">
              {interventionsText.add}
            </Link>
          )}
        </>
      }
    >
      <Loaded query={list} what={interventionsText.what}>
        {(found) => <Interventions list={found} address={address} onChange={change} isBusy={list.isPlaceholderData} />}
      </Loaded>
    </Page>
  )
}

type InterventionsProps = {
  list: InterventionList
  address: UrlState
  onChange: (changes: UrlState) => void
  isBusy: boolean
}

function Interventions({ list, address, onChange, isBusy }: InterventionsProps) {
  const rows = inOrder(
    list.rows.filter((row) => fits(row, address, list.today)),
    address['order'] ?? 'priority',
  )
  const isFiltered = filterNames.some((name) => address[name])
  const period = periodInWords({ from: list.from, until: addMonths(list.to, 1) })
  return (
    <>
      <Filters list={list} address={address} onChange={onChange} />
      <Section
        title={rows.length ? interventionsText.found(rows.length) : interventionsText.foundNone}
        aside={
          isFiltered && (
            <Button size="small" onPress={() => onChange(Object.fromEntries(filterNames.map((name) => [name, ''])))}>
              {interventionsText.clear}
            </Button>
          )
        }
      >
        <p role="status" className="interventions-note">
          {interventionsText.updated(period)}. {interventionsText.womenMenNote}
        </p>
        <div aria-busy={isBusy}>
          {list.rows.length === 0 ? (
            <Notice title={interventionsText.empty}>{interventionsText.addFirst}</Notice>
          ) : (
            <Table
              caption={`${interventionsText.caption}, ${period}`}
              hideCaption
              rowHeader={interventionsText.columns.intervention}
              columns={columns}
              rows={[...rows.map((row) => tableRow(row, list)), ...(isFiltered ? [] : [wholeRow(list)])]}
              empty={interventionsText.foundNone}
            />
          )}
        </div>
        <FigureNotes isExact={list.isExact} hiddenProtected={list.hiddenProtected} />
      </Section>
    </>
  )
}

const filterNames = ['search', 'kind', 'unit', 'status']

function Filters({ list, address, onChange }: Omit<InterventionsProps, 'isBusy'>) {
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  const units = new Map(list.rows.flatMap(({ unit, unitName }) => (unit ? [[unit, unitName ?? unit]] : [])))
  return (
    <section className="panel interventions-filters" aria-label={interventionsText.filters}>
      <SearchField
        label={interventionsText.search}
        placeholder={interventionsText.searchPlaceholder}
        value={address['search'] ?? ''}
        onChange={(text) => onChange({ search: text })}
        inputRef={search}
      />
      <Select
        label={interventionsText.kind}
        value={address['kind'] ?? ''}
        options={[{ value: '', label: interventionsText.allKinds }, ...optionsOf(interventionKinds)]}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={interventionsText.unit}
        value={address['unit'] ?? ''}
        options={[
          { value: '', label: interventionsText.allUnits },
          ...[...units].map(([value, label]) => ({ value, label })),
        ]}
        onChange={(unit) => onChange({ unit })}
      />
      <Select
        label={interventionsText.status}
        value={address['status'] ?? ''}
        options={[{ value: '', label: interventionsText.allStatuses }, ...optionsOf(interventionsText.statuses)]}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label={interventionsText.order}
        value={address['order'] ?? 'priority'}
        options={optionsOf(interventionsText.orders)}
        onChange={(order) => onChange({ order: order === 'priority' ? '' : order })}
      />
      <PeriodPicker
        from={list.from}
        to={list.to}
        dataFrom={list.dataFrom}
        dataTo={list.dataTo}
        onChange={({ from, to }) => onChange({ from, to })}
      />
    </section>
  )
}

function fits(row: InterventionRow, { search, kind, unit, status }: UrlState, today: string): boolean {
  const words = (search ?? '').toLowerCase().split(/\s+/)
  const text = `${row.name} ${row.provider ?? ''}`.toLowerCase()
  return (
    words.every((word) => text.includes(word)) &&
    (!kind || row.kind === kind) &&
    (!unit || row.unit === unit) &&
    (!status || (row.key !== null && statusOf(row, today) === status))
  )
}

/** What only files name stands last, whatever the order. */
function inOrder(rows: InterventionRow[], order: string): InterventionRow[] {
  const size = ({ summary }: InterventionRow) =>
    order === 'waiting' ? (summary.waiting.all ?? 0) : order === 'ongoing' ? (summary.ongoing.all ?? 0) : 0
  const priority = ({ priority: number }: InterventionRow) => (order === 'priority' ? (number ?? 99) : 0)
  return rows.toSorted(
    (a, b) =>
      Number(a.key === null) - Number(b.key === null) ||
      size(b) - size(a) ||
      priority(a) - priority(b) ||
      a.name.localeCompare(b.name, 'sv'),
  )
}

const { columns: head } = interventionsText
const columns = [
  { id: 'provider', label: head.provider, numeric: false },
  { id: 'places', label: head.places },
  { id: 'waiting', label: head.waiting },
  { id: 'ongoing', label: head.ongoing },
  { id: 'started', label: head.started },
  { id: 'women', label: head.women },
  { id: 'men', label: head.men },
  { id: 'ended', label: head.ended },
  { id: 'selfSupport', label: head.selfSupport },
  { id: 'price', label: head.price, numeric: false },
]

function tableRow(row: InterventionRow, list: InterventionList): TableRow {
  const status = row.key === null ? null : statusOf(row, list.today)
  return {
    id: row.key ?? `file ${row.name}`,
    label: row.key ? (
      <>
        <Link to="/insatser/$key" params={{ key: row.key }} search={true}>
          {row.name}
        </Link>{' '}
        {status && status !== 'running' && <Tag tone={statusTones[status]}>{interventionsText.statuses[status]}</Tag>}
      </>
    ) : (
      row.name
    ),
    note: noteOf(row),
    cells: [
      row.unitName && (
        <>
          {row.unitName}
          <span className="table-note">{row.provider}</span>
        </>
      ),
      row.key === null ? '' : row.places === null ? '–' : shown(row.places),
      ...(row.households ? projectCells(row.households.now) : figureCells(row.summary)),
      row.price && <Price price={row.price} />,
    ],
  }
}

/** The kind, unless the name is the kind. */
function noteOf({ kind, name }: InterventionRow): string | null {
  if (!kind) return interventionsText.onlyInFiles
  return interventionKinds[kind] === name ? null : interventionKinds[kind]
}

const Price = ({ price: { model, ore } }: { price: NonNullable<InterventionRow['price']> }) =>
  model === 'free' ? (
    priceText.free
  ) : (
    <>
      {formatKronor(ore)}
      <span className="table-note">{priceText[model]}</span>
    </>
  )

const figureCells = ({ waiting, ongoing, started, ended, readings }: InterventionRow['summary']) => [
  shown(waiting.all),
  shown(ongoing.all),
  shown(started.all),
  shown(started.women),
  shown(started.men),
  shown(ended.all),
  ended.all === 0 ? '–' : `${shown(readings.strict.all)} (${shareOf(readings.strict, ended)})`,
]

/** A project is counted in households, in the column of what goes on. */
const projectCells = (now: number | null) => ['–', interventionsText.households(shown(now)), '–', '–', '–', '–', '–']

const wholeRow = ({ whole }: InterventionList): TableRow => ({
  id: 'whole',
  kind: 'sum',
  label: interventionsText.whole,
  note: interventionsText.wholeNote(whole.persons.ended.all),
  cells: ['', '', ...figureCells(whole), ''],
})
