import './attendance-week.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox, Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { addDays } from '../values/day.ts'
import { AttendanceGrid } from './attendance-grid.page.tsx'
import type { AttendanceRow, AttendanceWeek } from './attendance-week.ts'
import { coachText, weekText } from './coaching.text.ts'

export const weekKey = (day: string | undefined) => ['attendance', day ?? ''] as const

/** A week's attendance for a group, for one's own participants or for all: the choice and the week stand in the address. */
export function AttendanceWeekPage() {
  const [{ dag }] = useUrlState()
  const week = useQuery({
    queryKey: weekKey(dag),
    queryFn: ({ signal }) => get<AttendanceWeek>('/api/coaching/attendance', { day: dag }, signal),
    placeholderData: (before) => before,
  })
  return (
    <Page
      title={weekText.title}
      lead={weekText.lead}
      above={
        <Link to="/idag" search={true}>
          ‹ {coachText.back}
        </Link>
      }
    >
      <Loaded query={week} what={weekText.week}>
        {(found) => <Week week={found} />}
      </Loaded>
    </Page>
  )
}

function Week({ week }: { week: AttendanceWeek }) {
  const [{ visa = '', helg, dag }, change] = useUrlState()
  const rows = week.rows.filter((row) => isShown(row, visa))
  const days = helg ? week.days : week.days.slice(0, 5)
  const monday = week.days[0]!
  return (
    <>
      <div className="panel week-bar">
        <h2 aria-live="polite">{weekText.heading(monday, week.days.at(-1)!)}</h2>
        <div className="row">
          <Button size="small" onPress={() => change({ dag: addDays(monday, -7) })}>
            {weekText.previous}
          </Button>
          <Button size="small" onPress={() => change({ dag: '' })} isDisabled={week.days.includes(week.today)}>
            {weekText.thisWeek}
          </Button>
          <Button size="small" onPress={() => change({ dag: addDays(monday, 7) })}>
            {weekText.next}
          </Button>
        </div>
        <div className="row">
          <Select
            label={weekText.whose}
            value={visa}
            onChange={(value) => change({ visa: value })}
            options={[
              { value: '', label: weekText.everybody, count: week.rows.length },
              { value: 'mina', label: weekText.mine, count: week.rows.filter(({ isMine }) => isMine).length },
              ...week.groups.map(({ key, name }) => ({
                value: key,
                label: weekText.group(name),
                count: week.rows.filter(({ group }) => group === key).length,
              })),
            ]}
          />
          <Checkbox isSelected={Boolean(helg)} onChange={(shown) => change({ helg: shown ? 'ja' : '' })}>
            {weekText.weekend}
          </Checkbox>
        </div>
      </div>
      {rows.length === 0 ? (
        <Notice>{weekText.empty}</Notice>
      ) : (
        <AttendanceGrid key={`${monday} ${visa}`} rows={rows} days={days} today={week.today} asked={dag} />
      )}
    </>
  )
}

const isShown = (row: AttendanceRow, choice: string): boolean =>
  choice === '' || (choice === 'mina' ? row.isMine : row.group === choice)
