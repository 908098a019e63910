import './weekly-table.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { meetingParties } from '../parameters/code-lists/casework.ts'
import { Choice } from '../ui/Field.tsx'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { useUrlState } from '../ui/url-state.ts'
import { AgendaItem } from './agenda-item.page.tsx'
import type { AgendaGroup } from './agenda.ts'
import { MinutesSection } from './minutes.page.tsx'
import type { WeeklyTable } from './weekly-table-view.ts'
import { weeklyTableText as text } from './weekly-table.text.ts'

/** The meeting of the three parties: an agenda that the rules make, a decision a row, and the minutes. The party is in the address. */
export function WeeklyTablePage() {
  const [{ party }, change] = useUrlState()
  const query = useQuery({
    queryKey: ['weekly-table', party ?? ''],
    queryFn: ({ signal }) => get<WeeklyTable>('/api/weekly-table', { party }, signal),
    // The choice of party keeps the focus while the other party's agenda is fetched.
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={text.title} lead={text.lead}>
      <Loaded query={query} what={text.what}>
        {(table) => (
          <>
            <section className="panel weekly-top weekly-no-print" aria-label={text.party}>
              {table.parties.length > 1 && (
                <Choice
                  label={text.party}
                  value={table.party}
                  onChange={(chosen) => change({ party: chosen === 'assistance' ? '' : chosen })}
                  options={table.parties.map((value) => ({ value, label: meetingParties[value] }))}
                />
              )}
              <p className="muted">{table.parties.length > 1 ? text.partyNote[table.party] : text.coachNote}</p>
            </section>
            <Agenda key={table.party} table={table} />
            {table.minutes && <MinutesSection minutes={table.minutes} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

/** `j` and `k` go from row to row; a decision that is saved leads to the next. */
function Agenda({ table }: { table: WeeklyTable }) {
  const { rows, today, lastMeeting, hiddenProtected } = table
  const [open, setOpen] = useState<number | null>(null)
  const [saved, setSaved] = useState<ReadonlySet<number>>(new Set())
  const places = useRef(new Map<number, HTMLElement>())
  const focus = (at: number) => places.current.get(rows[at]?.householdId ?? 0)?.focus()
  const current = () => {
    const row = document.activeElement?.closest('[data-household]')
    return rows.findIndex(({ householdId }) => String(householdId) === row?.getAttribute('data-household'))
  }
  useShortcut('j', () => focus(Math.min(current() + 1, rows.length - 1)))
  useShortcut('k', () => focus(Math.max(current() - 1, 0)))
  const decided = rows.filter(({ householdId, decidedToday }) => decidedToday.length > 0 || saved.has(householdId))
  const close = (householdId: number, isSaved: boolean) => {
    setOpen(null)
    if (isSaved) setSaved((before) => new Set([...before, householdId]))
    const at = rows.findIndex((row) => row.householdId === householdId)
    // After the form has given way to the button that takes the focus.
    setTimeout(() => focus(isSaved ? Math.min(at + 1, rows.length - 1) : at))
  }
  return (
    <div className="stack weekly-no-print">
      <div className="weekly-top">
        <p role="status">
          {text.counts(rows.length, decided.length)} {text.since(lastMeeting)}
        </p>
        {rows.some(({ mayDecide }) => mayDecide) && <p className="muted">{text.keys}</p>}
        {hiddenProtected > 0 && <p className="muted">{text.hidden(hiddenProtected)}</p>}
      </div>
      {rows.length === 0 && <Notice>{text.empty}</Notice>}
      {(Object.keys(text.groups) as AgendaGroup[])
        .map((group) => ({ group, members: rows.filter((row) => row.group === group) }))
        .filter(({ members }) => members.length > 0)
        .map(({ group, members }) => (
          <Section key={group} title={`${text.groups[group]} (${members.length})`}>
            <ul className="agenda">
              {members.map((row) => (
                <AgendaItem
                  key={row.householdId}
                  row={row}
                  today={today}
                  isOwn={table.party === 'assistance'}
                  isCoach={table.parties.length === 1}
                  isOpen={open === row.householdId}
                  isSaved={saved.has(row.householdId)}
                  place={(element) => {
                    if (element) places.current.set(row.householdId, element)
                    else places.current.delete(row.householdId)
                  }}
                  onOpen={() => setOpen(row.householdId)}
                  onClose={(isSaved) => close(row.householdId, isSaved)}
                />
              ))}
            </ul>
          </Section>
        ))}
    </div>
  )
}
