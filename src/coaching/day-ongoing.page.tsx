import { useRef, useState } from 'react'
import { SearchField } from '../ui/Field.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table } from '../ui/Table.tsx'
import type { Ongoing } from './coaching-day.ts'
import { coachText, dayText, lastDayText, personText } from './coaching.text.ts'
import { PersonLink } from './day-row.page.tsx'

const text = coachText.ongoing

/** What is searched for stays on the page: a name has no place in an address. */
export function Participants({ ongoing }: { ongoing: Ongoing[] }) {
  const [search, setSearch] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useShortcut('/', () => field.current?.focus())
  const found = ongoing.filter((each) => isFound(each, search))
  if (ongoing.length === 0) return <p className="muted">{coachText.empty.ongoing}</p>
  return (
    <>
      <div className="coach-search">
        <SearchField
          label={text.search}
          description={text.searchHint}
          value={search}
          onChange={setSearch}
          inputRef={field}
        />
      </div>
      <p role="status" className={found.length > 0 ? 'visually-hidden' : 'muted'}>
        {search && text.found(found.length)}
      </p>
      {found.length > 0 && <OngoingTable ongoing={found} />}
    </>
  )
}

const isFound = (each: Ongoing, search: string): boolean =>
  [personText(each), each.intervention.name, each.group ?? ''].some((said) =>
    said.toLocaleLowerCase('sv').includes(search.trim().toLocaleLowerCase('sv')),
  )

const OngoingTable = ({ ongoing }: { ongoing: Ongoing[] }) => (
  <Table
    caption={text.caption}
    hideCaption
    rowHeader={text.person}
    columns={[
      { id: 'intervention', label: text.intervention, numeric: false },
      { id: 'group', label: text.group, numeric: false },
      { id: 'since', label: text.since, numeric: false },
      { id: 'until', label: text.until, numeric: false },
      { id: 'week', label: text.week },
    ]}
    rows={ongoing.map((each) => ({
      id: `${each.householdId} ${each.referral}`,
      label: <PersonLink who={each} />,
      cells: [
        each.intervention.name,
        each.group ?? text.none,
        dayText(each.startedOn),
        each.plannedEnd ? lastDayText(each.plannedEnd) : text.none,
        each.week ? text.weekOf(each.week.noted, each.week.missing) : text.none,
      ],
    }))}
  />
)
