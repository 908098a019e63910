import { useEffect, useRef, useState } from 'react'
import { type Option, SearchField, Select } from '../ui/Field.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import type { UrlState } from '../ui/url-state.ts'
import type { Facet, HouseholdList } from './household-view.ts'
import { listText, statusText } from './register.text.ts'

/** What narrows the list; the names are the API's and the address's. */
export const filterNames = ['search', 'unit', 'caseworker', 'status', 'obstacle', 'minMonths'] as const

type FiltersProps = {
  filter: UrlState
  facets: HouseholdList['facets'] | undefined
  onChange: (changes: UrlState) => void
  /** A search that must not be kept in the address. */
  hiddenSearch: string
  onHiddenSearch: (text: string) => void
}

export function HouseholdFilters({ filter, facets, onChange, hiddenSearch, onHiddenSearch }: FiltersProps) {
  const search = (text: string) => {
    onHiddenSearch(isIdentityNumber(text) ? text : '')
    onChange({ search: isIdentityNumber(text) ? '' : text })
  }
  const choice = (name: (typeof filterNames)[number]) => ({
    value: filter[name] ?? '',
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <search className="panel household-filters" aria-label={listText.filters}>
      <Search value={hiddenSearch || (filter['search'] ?? '')} onSearch={search} />
      <Select label={listText.unit} {...choice('unit')} options={options(listText.allUnits, facets?.units)} />
      <Select
        label={listText.status}
        {...choice('status')}
        options={options(listText.allStatuses, facets?.statuses.map(inSwedish))}
      />
      <Select
        label={listText.obstacle}
        {...choice('obstacle')}
        options={options(listText.allObstacles, facets?.obstacles)}
      />
      {facets?.caseworkers && (
        <Select
          label={listText.caseworker}
          {...choice('caseworker')}
          options={options(listText.allCaseworkers, facets.caseworkers)}
        />
      )}
      <Select label={listText.minMonths} {...choice('minMonths')} options={monthOptions} />
    </search>
  )
}

/** Ten digits or more in the form of an identity number: neither the address nor the browser's history may hold one. */
export const isIdentityNumber = (text: string): boolean => /^\s*(\d{2})?\d{6}\s*[-+]?\s*[\dA-Z]{4}\s*$/i.test(text)

const options = (all: string, facets: Facet[] = []): Option[] => [{ value: '', label: all }, ...facets]

const statusLabels: Record<string, string> = statusText

const inSwedish = (status: Facet): Facet => ({ ...status, label: statusLabels[status.value] ?? status.label })

const monthOptions: Option[] = [
  { value: '', label: listText.anyMonths },
  ...[1, 4, 7, 10].map((months) => ({ value: String(months), label: listText.atLeast(months) })),
]

/** Searches when the typing has paused. */
function Search({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', () => input.current?.focus())
  useEffect(() => setText(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(timer)
    // Only what is typed starts the clock: the callback is new at every drawing.
  }, [text])
  return (
    <SearchField
      label={listText.search}
      description={listText.searchHint}
      value={text}
      onChange={setText}
      inputRef={input}
    />
  )
}
