import './worklist.css'
import { useEffect, useRef, useState } from 'react'
import { send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Grid, type GridSort } from '../ui/Grid.tsx'
import { GridShortcuts } from '../ui/GridShortcuts.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { showToast } from '../ui/Toast.tsx'
import { type UrlState, useUrlState } from '../ui/url-state.ts'
import { dayInSweden } from '../values/day.ts'
import { AssignDialog, FailedList } from './assign.page.tsx'
import { HouseholdPanel } from './household-panel.page.tsx'
import { SavedViews } from './saved-views.page.tsx'
import { chosenStatus, StatusChoices, WorkTop } from './work-choices.page.tsx'
import { ColumnChooser, shownColumns } from './worklist-columns.page.tsx'
import { choiceNames, getWorklist, useWorkRows, type WorkChoice, type WorkRows } from './worklist-rows.page.tsx'
import type { Failed, Worklist } from './worklist-view.ts'
import { assignText, worklistText, workStatusText } from './worklist.text.ts'

/** The page that a caseworker opens in the morning: what each household waits for. The choice is in the address. */
export function WorklistPage() {
  const [address, change] = useUrlState()
  const [search, setSearch] = useState('')
  useNotedVisit()
  const choice = { ...Object.fromEntries(choiceNames.map((name) => [name, address[name]])), search }
  const rows = useWorkRows(choice)
  return (
    <Page title={worklistText.title} lead={worklistText.lead} actions={<GridShortcuts />}>
      <Loaded query={rows.state} what={worklistText.worklist}>
        {(answer) => (
          <>
            <WorkTop answer={answer} address={address} onChange={change} search={search} onSearch={setSearch} />
            <div className="worklist">
              <div className="worklist-side">
                <StatusChoices answer={answer} address={address} onChange={change} />
                <SavedViews address={address} />
              </div>
              <Households answer={answer} rows={rows} address={address} onChange={change} choice={choice} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** Tells when the user looked, so that what is new next time can be told. Nothing on the page depends on the answer. */
function useNotedVisit() {
  useEffect(() => {
    void send('POST', '/api/worklist/visits').catch(() => undefined)
  }, [])
}

type HouseholdsProps = {
  answer: Worklist
  rows: WorkRows
  address: UrlState
  onChange: (changes: UrlState) => void
  choice: WorkChoice
}

function Households({ answer, rows, address, onChange, choice }: HouseholdsProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [isAssigning, setAssigning] = useState(false)
  const [failed, setFailed] = useState<Failed[]>([])
  const status = chosenStatus(answer, address)
  // Known from the counts before the rows have come.
  const total = status.count
  const current = useCurrent(rows, total, address, onChange)
  // What was selected in another list is out of sight, and must not be assigned with what is seen.
  useEffect(() => setSelected(new Set()), [whoseOf(choice)])
  const done = (notAssigned: Failed[]) => {
    setAssigning(false)
    setFailed(notAssigned)
    setSelected(new Set(notAssigned.map(({ householdId }) => String(householdId))))
  }
  return (
    <div className={current.id === null ? 'worklist-main' : 'worklist-main worklist-beside'}>
      <section className="stack" aria-label={workStatusText[status.code].label}>
        <Meaning answer={answer} code={status.code} />
        <div className="worklist-actions">
          <p role="status" className="worklist-total">
            {total ? worklistText.found(total) : worklistText.foundNone}
          </p>
          <Selection
            total={total}
            selected={selected}
            choice={choice}
            onSelect={setSelected}
            onAssign={() => setAssigning(true)}
          />
          <ColumnChooser address={address} view={answer.view} ofStatus={status.columns} onChange={onChange} />
        </div>
        {failed.length > 0 && (
          <Notice
            kind="warning"
            title={assignText.notAssignedTitle(failed.length)}
            action={<Button onPress={() => setFailed([])}>{assignText.close}</Button>}
          >
            <FailedList failed={failed} />
          </Notice>
        )}
        {total === 0 ? (
          <Empty answer={answer} isSearched={Boolean(choice['search'])} />
        ) : (
          <Grid
            label={workStatusText[status.code].label}
            columns={shownColumns(address, status.columns, {
              view: answer.view,
              today: answer.today,
              current: current.id,
              onShow: ({ id }) => current.write(id),
            })}
            total={total}
            rowAt={rows.rowAt}
            keyOf={({ id }) => String(id)}
            onVisible={rows.show}
            version={JSON.stringify(choice)}
            sort={sortOf(address, status)}
            onSort={({ column, direction }) => onChange({ sort: column, direction })}
            selected={selected}
            onSelect={setSelected}
          />
        )}
        {answer.hiddenProtected > 0 && <p className="muted">{worklistText.protected(answer.hiddenProtected)}</p>}
      </section>
      {current.id !== null && <HouseholdPanel id={current.id} writing={current.writing} onClose={current.close} />}
      {isAssigning && (
        <AssignDialog
          households={[...selected].map(Number)}
          me={answer.me}
          onClose={() => setAssigning(false)}
          onDone={done}
        />
      )}
    </div>
  )
}

/** What the status means, with the limits that it is measured by. */
function Meaning({ answer, code }: { answer: Worklist; code: Worklist['statuses'][number]['code'] }) {
  const [first, last] = answer.nearLongTerm
  const more =
    code === 'near-long-term'
      ? worklistText.nearLongTerm(first, last)
      : code === 'new-since'
        ? worklistText.since(dayInSweden(new Date(answer.since)))
        : ''
  return (
    <p className="worklist-meaning">
      {workStatusText[code].meaning} {more}
    </p>
  )
}

type Current = {
  id: number | null
  /** Grows each time that somebody asks to write of it; 0 while it is only looked at. */
  writing: number
  write: (id: number) => void
  close: () => void
}

/** The household beside the list: `j` and `k` move it through the list, whether or not it still is in it. */
function useCurrent(rows: WorkRows, total: number, address: UrlState, onChange: (changes: UrlState) => void): Current {
  const id = /^\d+$/.test(address['household'] ?? '') ? Number(address['household']) : null
  const [place, setPlace] = useState(-1)
  const [writing, setWriting] = useState(0)
  // The focus follows the keys, so that Enter opens the household.
  const hasMoved = useRef(false)
  const found = id === null ? -1 : rows.indexOf(id)
  useEffect(() => {
    if (found >= 0) setPlace(found)
    const link = document.querySelector<HTMLElement>('.worklist-current')
    if (hasMoved.current) link?.focus()
    else link?.scrollIntoView({ block: 'nearest' })
    hasMoved.current = false
  }, [found])
  const show = (next: number) => onChange({ household: String(next) })
  const move = (by: 1 | -1) => {
    // A household that has left the list has given its place to the next one.
    const from = found >= 0 ? found : by === 1 ? place - 1 : place
    const row = rows.rowAt(Math.max(0, Math.min(total - 1, id === null ? 0 : from + by)))
    if (!row) return
    hasMoved.current = true
    setWriting(0)
    show(row.id)
  }
  useShortcut('j', () => move(1))
  useShortcut('k', () => move(-1))
  return {
    id,
    writing,
    write: (next) => {
      setWriting(writing + 1)
      show(next)
    },
    close: () => {
      document.querySelector<HTMLElement>('.worklist-current')?.focus()
      onChange({ household: '' })
    },
  }
}

const whoseOf = ({ sort: _sort, direction: _direction, ...whose }: WorkChoice) => JSON.stringify(whose)

const sortOf = (address: UrlState, status: { sort: string; direction: 'asc' | 'desc' }): GridSort =>
  address['sort']
    ? { column: address['sort'], direction: address['direction'] === 'desc' ? 'desc' : 'asc' }
    : { column: status.sort, direction: status.direction }

/** More than can be assigned in one go. */
const mostSelected = 1000

type SelectionProps = {
  total: number
  selected: ReadonlySet<string>
  choice: WorkChoice
  onSelect: (selected: ReadonlySet<string>) => void
  onAssign: () => void
}

function Selection({ total, selected, choice, onSelect, onAssign }: SelectionProps) {
  const all = Math.min(total, mostSelected)
  const selectAll = () =>
    getWorklist(choice, 0, mostSelected).then(
      ({ rows }) => onSelect(new Set(rows.map(({ id }) => String(id)))),
      (error: Error) => showToast(error.message),
    )
  return (
    <div className="worklist-selection">
      <p role="status">{selected.size > 0 && worklistText.selected(selected.size)}</p>
      {total > 0 && selected.size < all && (
        <Button size="small" onPress={() => void selectAll()}>
          {total > mostSelected ? worklistText.selectFirst(all) : worklistText.selectAll(all)}
        </Button>
      )}
      {selected.size > 0 && (
        <>
          <Button size="small" kind="quiet" onPress={() => onSelect(new Set())}>
            {worklistText.unselect}
          </Button>
          <Button size="small" kind="primary" onPress={onAssign} isDisabled={selected.size > mostSelected}>
            {assignText.assign}
          </Button>
        </>
      )}
    </div>
  )
}

function Empty({ answer, isSearched }: { answer: Worklist; isSearched: boolean }) {
  if (answer.view === 'mine' && answer.me === null)
    return <Notice title={worklistText.noCodeTitle}>{worklistText.noCode}</Notice>
  if (isSearched) return <Notice title={worklistText.noMatchTitle}>{worklistText.noMatch}</Notice>
  return answer.statuses.every(({ count }) => count === 0) &&
    Object.values(answer.views).every((count) => count === 0) ? (
    <Notice title={worklistText.nothingYetTitle}>{worklistText.nothingYet}</Notice>
  ) : (
    <Notice title={worklistText.noneTitle}>{worklistText.none}</Notice>
  )
}
