import './report-writing.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Session } from '../access/sign-in.page.tsx'
import { ReportsPage } from '../reports/reports.page.tsx'
import { get } from '../ui/api.ts'
import { SearchField } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useShortcut } from '../ui/shortcut.ts'
import { Table, type TableRow } from '../ui/Table.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useUrlState } from '../ui/url-state.ts'
import { formatMoment } from '../values/format.ts'
import { addMonths } from '../values/month.ts'
import { periodInWords } from '../values/period.ts'
import { BeginReport } from './begin-report.page.tsx'
import { listText as text, stateText } from './report-writing.text.ts'
import type { ReportList, ReportRow } from './writing-view.ts'

/** Rapporter: those that are written here. Whoever writes none meets the ready-made report of a period. */
export function WrittenReportsPage() {
  const session = useQueryClient().getQueryData<Session>(['session'])
  return session?.user.canSee.includes('report-writing') ? <WrittenReports /> : <ReportsPage />
}

function WrittenReports() {
  const list = useQuery({
    queryKey: ['written-reports'],
    queryFn: ({ signal }) => get<ReportList>('/api/written-reports', {}, signal),
  })
  return (
    <Page
      title={text.title}
      lead={text.lead}
      actions={
        <Link to="/rapporter/fardig" className="button button-secondary button-normal">
          {text.ready}
        </Link>
      }
    >
      <Loaded query={list} what={text.what}>
        {(found) => (
          <>
            {found.reports.length > 0 && <Reports reports={found.reports} />}
            {found.data === null && <Notice title={text.noDataTitle}>{text.noData}</Notice>}
            {found.data !== null && found.reports.length === 0 && <Notice title={text.emptyTitle}>{text.empty}</Notice>}
            {found.data !== null && <BeginReport templates={found.templates} data={found.data} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Reports({ reports }: { reports: readonly ReportRow[] }) {
  const [address, change] = useUrlState()
  const search = useRef<HTMLInputElement>(null)
  useShortcut('/', () => search.current?.focus())
  const words = (address['sok'] ?? '').toLocaleLowerCase('sv').split(/\s+/)
  const found = reports.filter(({ title, template }) =>
    words.every((word) => `${title} ${template}`.toLocaleLowerCase('sv').includes(word)),
  )
  return (
    <Section title={text.found(found.length)}>
      <SearchField
        label={text.search}
        placeholder={text.searchHelp}
        value={address['sok'] ?? ''}
        onChange={(sok) => change({ sok })}
        inputRef={search}
      />
      <Table
        caption={text.title}
        hideCaption
        rowHeader={text.columns.title}
        columns={columns}
        rows={found.map(tableRow)}
        empty={text.none}
      />
    </Section>
  )
}

const columns = (['period', 'state', 'texts', 'changed', 'signed'] as const).map((id) => ({
  ...{ id, label: text.columns[id], numeric: false },
}))

const tableRow = (report: ReportRow): TableRow => ({
  id: String(report.id),
  label: (
    <Link to="/rapporter/$id" params={{ id: String(report.id) }}>
      {report.title}
    </Link>
  ),
  note: report.template,
  cells: [
    periodInWords({ from: report.from, until: addMonths(report.to, 1) }),
    <Tag key="state" tone={report.state === 'signed' ? 'good' : 'info'}>
      {stateText[report.state]}
    </Tag>,
    text.texts(report.ready, report.texts),
    report.changed ? text.changed(formatMoment(new Date(report.changed.at)), report.changed.by) : text.nothing,
    report.latest ? (
      <Link
        key="signed"
        to="/rapporter/$id/version/$version"
        params={{ id: String(report.id), version: String(report.latest.version) }}
      >
        {text.version(report.latest.version, formatMoment(new Date(report.latest.signedAt)))}
      </Link>
    ) : (
      text.nothing
    ),
  ],
})
