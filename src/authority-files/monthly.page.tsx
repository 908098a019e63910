import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatMoment, formatNumber } from '../values/format.ts'
import { monthInWords } from '../values/month.ts'
import { monthlyText as text } from './authority-files.text.ts'
import { MonthCheck } from './month-check.page.tsx'
import type { MonthDue, MonthsView } from './monthly-view.ts'

/** Which months are to be delivered, the check of the one chosen, and the files that have been written. */
export function MonthlyPart() {
  const [{ manad }] = useUrlState()
  const query = useQuery({
    queryKey: ['authority-files', 'monthly'],
    queryFn: ({ signal }) => get<MonthsView>('/api/authority-files/monthly', {}, signal),
  })
  return (
    <Loaded query={query} what={text.what}>
      {(view) => {
        const chosen = view.months.find(({ month }) => month === manad) ?? view.months[0]
        if (!chosen) return <Notice title={text.emptyTitle}>{text.empty}</Notice>
        return (
          <div className="stack">
            <MonthCheck key={chosen.month} month={chosen.month} />
            <Months months={view.months} />
            <History view={view} />
          </div>
        )
      }}
    </Loaded>
  )
}

const Months = ({ months }: { months: MonthDue[] }) => (
  <Section title={text.months}>
    <p>{text.monthsLead}</p>
    <Table
      caption={text.months}
      hideCaption
      rowHeader={text.columns.month}
      columns={[
        { id: 'due', label: text.columns.due, numeric: false },
        { id: 'state', label: text.columns.state, numeric: false },
        { id: 'rows', label: text.columns.rows },
        { id: 'kronor', label: text.columns.kronor },
        { id: 'by', label: text.columns.by, numeric: false },
      ]}
      rows={months.map((each) => ({
        id: each.month,
        label: (
          <Link to="/myndigheter" search={{ manad: each.month }}>
            {monthInWords(each.month)}
          </Link>
        ),
        cells: [
          each.due,
          <State key="state" of={each} />,
          each.written ? formatNumber(each.written.rows) : '',
          each.written ? formatNumber(each.written.kronor) : '',
          each.written ? (each.written.by ?? text.nobody) : '',
        ],
      }))}
    />
  </Section>
)

function State({ of: { written, isLate } }: { of: MonthDue }) {
  if (written) return <Tag tone="good">{text.state.written}</Tag>
  return isLate ? <Tag tone="warning">{text.state.late}</Tag> : <Tag>{text.state.notWritten}</Tag>
}

const History = ({ view: { history } }: { view: MonthsView }) => (
  <Section title={text.history}>
    <Table
      caption={text.history}
      hideCaption
      rowHeader={text.columns.at}
      empty={text.noHistory}
      columns={[
        { id: 'month', label: text.columns.month, numeric: false },
        { id: 'by', label: text.columns.by, numeric: false },
        { id: 'rows', label: text.columns.rows },
        { id: 'stopped', label: text.stopped },
        { id: 'kronor', label: text.columns.kronor },
        { id: 'hash', label: text.hash, numeric: false },
      ]}
      rows={history.map((each) => ({
        id: `${each.at} ${each.sha256}`,
        label: formatMoment(new Date(each.at)),
        cells: [
          monthInWords(each.month),
          each.by ?? text.nobody,
          formatNumber(each.rows),
          formatNumber(each.stopped),
          formatNumber(each.kronor),
          <span key="hash" className="authority-hash">
            {each.sha256}
          </span>,
        ],
      }))}
    />
  </Section>
)
