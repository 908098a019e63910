import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type Option, SearchField, Select } from '../ui/Field.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import type { UrlState } from '../ui/url-state.ts'
import { formatNumber } from '../values/format.ts'
import type { StatusCount, Worklist } from './worklist-view.ts'
import { viewText, worklistText, workStatusText } from './worklist.text.ts'

type Props = { answer: Worklist; address: UrlState; onChange: (changes: UrlState) => void }

/** A change of what is listed: the order and the household beside the list belong to what was listed before. */
const anew = (changes: UrlState): UrlState => ({ ...changes, sort: '', direction: '', household: '' })

const views = ['mine', 'unit', 'unassigned'] as const

type TopProps = Props & { search: string; onSearch: (text: string) => void }

/** Whose households, where, and a search in them. */
export function WorkTop({ answer, onChange, address, search, onSearch }: TopProps) {
  return (
    <search className="panel worklist-top" aria-label={worklistText.views}>
      <fieldset className="worklist-views">
        <legend className="field-legend">{worklistText.views}</legend>
        {views.map((view) => (
          <Choice
            key={view}
            name="view"
            isChosen={view === answer.view}
            onChoose={() => onChange(anew({ view, caseworker: '' }))}
          >
            {viewText[view]} <span className="worklist-count">{formatNumber(answer.views[view])}</span>
          </Choice>
        ))}
      </fieldset>
      {answer.units.length > 1 && (
        <Select
          label={worklistText.unit}
          value={address['unit'] ?? ''}
          onChange={(unit) => onChange(anew({ unit }))}
          options={[{ value: '', label: worklistText.allUnits }, ...answer.units]}
        />
      )}
      {answer.view === 'unit' && (
        <Select
          label={worklistText.caseworker}
          value={address['caseworker'] ?? ''}
          onChange={(caseworker) => onChange(anew({ caseworker }))}
          options={[{ value: '', label: worklistText.allCaseworkers }, ...answer.caseworkers]}
        />
      )}
      <Search value={search} onSearch={onSearch} />
    </search>
  )
}

/** What the households wait for, with live counts. On a narrow screen a list to choose from. */
export function StatusChoices({ answer, address, onChange }: Props) {
  const chosen = chosenStatus(answer, address)
  const most = Math.max(1, ...answer.statuses.map(({ count }) => count))
  const choose = (code: string) => onChange(anew({ status: code === 'all-open' ? '' : code }))
  return (
    <>
      <fieldset className="worklist-statuses">
        <legend className="field-legend">{worklistText.statuses}</legend>
        {answer.statuses.map(({ code, count }) => (
          <Choice key={code} name="status" isChosen={code === chosen.code} onChoose={() => choose(code)}>
            <span className="worklist-status">{workStatusText[code].label}</span>{' '}
            <span className="worklist-count">{formatNumber(count)}</span>
            <span aria-hidden="true" className="worklist-bar">
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
          </Choice>
        ))}
      </fieldset>
      <div className="worklist-status-select">
        <Select label={worklistText.status} value={chosen.code} onChange={choose} options={statusOptions(answer)} />
      </div>
    </>
  )
}

const statusOptions = ({ statuses }: Worklist): Option[] =>
  statuses.map(({ code, count }) => ({
    value: code,
    label: worklistText.withCount(workStatusText[code].label, count),
  }))

/** The first status, all that is open, when the address names none that there is. */
export const chosenStatus = ({ statuses }: Worklist, address: UrlState): StatusCount =>
  statuses.find(({ code }) => code === address['status']) ?? statuses[0]!

type ChoiceProps = { name: string; isChosen: boolean; onChoose: () => void; children: ReactNode }

/** One of a group: the group is one stop for Tab, and the arrows choose. */
function Choice({ name, isChosen, onChoose, children }: ChoiceProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="worklist-choice">
      <input
        id={id}
        type="radio"
        name={`worklist-${name}`}
        className="visually-hidden"
        checked={isChosen}
        onChange={onChoose}
      />
      {children}
    </label>
  )
}

/** Searches when the typing has paused. The text is a person's name as often as not, and stays out of the address. */
function Search({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value)
  const input = useRef<HTMLInputElement>(null)
  useShortcut('/', () => input.current?.focus())
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onSearch(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <SearchField
      label={worklistText.search}
      description={worklistText.searchHint}
      value={text}
      onChange={setText}
      inputRef={input}
    />
  )
}
