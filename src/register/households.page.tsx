import './households.css'
import { useEffect, useRef, useState } from 'react'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Grid, type GridSort } from '../ui/Grid.tsx'
import { GridShortcuts } from '../ui/GridShortcuts.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { ColumnChooser, shownColumns } from './household-columns.page.tsx'
import { filterNames, HouseholdFilters } from './household-filters.page.tsx'
import type { HouseholdList, HouseholdRow } from './household-view.ts'
import { listText } from './register.text.ts'

const pageSize = 200

/** More rows than a browser can scroll through is no list; the rest is found by filtering. */
const mostRows = 12_000

/** The list of households: filters, sort and columns in the address, rows fetched as they come into view. */
export function HouseholdsPage() {
  const [address, change] = useUrlState()
  const [hiddenSearch, setHiddenSearch] = useState('')
  const filter = { ...filterOf(address), ...(hiddenSearch && { search: hiddenSearch }) }
  const list = useHouseholds(filter)
  const clear = () => {
    setHiddenSearch('')
    change(Object.fromEntries(filterNames.map((name) => [name, ''])))
  }
  return (
    <Page title={listText.title} lead={listText.lead} actions={<GridShortcuts />}>
      <HouseholdFilters
        filter={filter}
        facets={list.answer?.facets}
        onChange={change}
        hiddenSearch={hiddenSearch}
        onHiddenSearch={setHiddenSearch}
      />
      <Loaded query={list.state} what={listText.households}>
        {(answer) => (
          <Households list={list} answer={answer} address={address} onChange={change} filter={filter} onClear={clear} />
        )}
      </Loaded>
    </Page>
  )
}

const defaultSort: GridSort = { column: 'name', direction: 'asc' }

const filterOf = (address: UrlState): UrlState => ({
  ...Object.fromEntries(filterNames.map((name) => [name, address[name]])),
  sort: address['sort'] ?? defaultSort.column,
  direction: address['direction'] ?? defaultSort.direction,
})

const isFiltered = (filter: UrlState) => filterNames.some((name) => filter[name])

type Households = {
  state: { data: HouseholdList | undefined; error: Error | null; refetch: () => unknown }
  answer: HouseholdList | undefined
  loaded: HouseholdRow[]
  rowAt: (index: number) => HouseholdRow | undefined
  show: (first: number, last: number) => void
}

/** The rows in view, page by page. Total and counts come from the latest answer, so that they stand still while rows are fetched. */
function useHouseholds(filter: UrlState): Households {
  const [view, setView] = useState({ first: 0, last: 0 })
  const pages = pagesOf(view.first, view.last)
  const queries = useQueries({ queries: pages.map((page) => pageQuery(filter, page)) })
  const latest = useRef<HouseholdList>(undefined)
  const answer = queries.find(({ data }) => data)?.data ?? latest.current
  useEffect(() => {
    latest.current = answer
  })
  return {
    answer,
    state: {
      data: answer,
      error: queries.find(({ error }) => error)?.error ?? null,
      refetch: () => queries.map((query) => query.refetch()),
    },
    loaded: queries.flatMap(({ data }) => data?.rows ?? []),
    rowAt: (index) => rowIn(queries[pages.indexOf(Math.floor(index / pageSize))], index),
    show: (first, last) => setView({ first, last }),
  }
}

const pagesOf = (first: number, last: number): number[] => {
  const [from, to] = [Math.floor(first / pageSize), Math.floor(last / pageSize)]
  return Array.from({ length: to - from + 1 }, (_, offset) => from + offset)
}

const pageQuery = (filter: UrlState, page: number) => ({
  queryKey: ['households', filter, page],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<HouseholdList>('/api/households', { ...filter, offset: page * pageSize, limit: pageSize }, signal),
  staleTime: 60_000,
})

const rowIn = (query: UseQueryResult<HouseholdList> | undefined, index: number) => query?.data?.rows[index % pageSize]

type HouseholdsProps = {
  list: Households
  answer: HouseholdList
  address: UrlState
  onChange: (changes: UrlState) => void
  filter: UrlState
  onClear: () => void
}

function Households({ list, answer, address, onChange, filter, onClear }: HouseholdsProps) {
  const [selected, setSelected] = useState<ReadonlyMap<string, HouseholdRow>>(new Map())
  const select = (keys: ReadonlySet<string>) =>
    setSelected(new Map([...keys].flatMap((key) => entryOf(key, selected, list))))
  return (
    <section className="stack" aria-label={listText.title}>
      <div className="households-bar">
        <p role="status" className="households-total">
          {answer.total ? listText.found(answer.total) : listText.foundNone}
        </p>
        <Selection selected={selected} onClear={() => setSelected(new Map())} />
        <div className="households-actions">
          {isFiltered(filter) && (
            <Button size="small" onPress={onClear}>
              {listText.clear}
            </Button>
          )}
          <ColumnChooser address={address} onChange={onChange} />
        </div>
      </div>
      {answer.total > mostRows && (
        <Notice kind="warning" title={listText.tooManyTitle}>
          {listText.tooMany(mostRows, answer.total)}
        </Notice>
      )}
      {answer.total === 0 ? (
        <Empty isFiltered={isFiltered(filter)} />
      ) : (
        <Grid
          label={listText.title}
          columns={shownColumns(address)}
          total={Math.min(answer.total, mostRows)}
          rowAt={list.rowAt}
          keyOf={({ id }) => String(id)}
          onVisible={list.show}
          version={JSON.stringify(filter)}
          sort={sortOf(address)}
          onSort={({ column, direction }) => onChange({ sort: column, direction })}
          selected={new Set(selected.keys())}
          onSelect={select}
        />
      )}
      {answer.hiddenProtected > 0 && <p className="muted">{listText.protected(answer.hiddenProtected)}</p>}
    </section>
  )
}

/** A selected household keeps its row when it has scrolled out of what is fetched. */
function entryOf(key: string, selected: ReadonlyMap<string, HouseholdRow>, list: Households): [string, HouseholdRow][] {
  const row = selected.get(key) ?? list.loaded.find(({ id }) => String(id) === key)
  return row ? [[key, row]] : []
}

const sortOf = (address: UrlState): GridSort => ({
  column: address['sort'] ?? defaultSort.column,
  direction: (address['direction'] ?? defaultSort.direction) === 'desc' ? 'desc' : 'asc',
})

const Selection = ({ selected, onClear }: { selected: ReadonlyMap<string, HouseholdRow>; onClear: () => void }) => (
  <div className="households-selection">
    <p role="status">
      {selected.size > 0 &&
        listText.selected(selected.size, sum([...selected.values()].map((row) => row.paidLast12Ore)))}
    </p>
    {selected.size > 0 && (
      <Button kind="quiet" size="small" onPress={onClear}>
        {listText.unselect}
      </Button>
    )}
  </div>
)

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)

const Empty = ({ isFiltered: filtered }: { isFiltered: boolean }) =>
  filtered ? (
    <Notice title={listText.emptyTitle}>{listText.empty}</Notice>
  ) : (
    <Notice title={listText.nothingYetTitle}>{listText.nothingYet}</Notice>
  )
