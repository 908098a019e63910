import './reports.page.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Figures } from '../analysis/figures.ts'
import { get, withParams } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { useUrlState } from '../ui/url-state.ts'
import type { Document } from './document.ts'
import { ReportDocument } from './report-document.page.tsx'
import { reportsText } from './reports.text.ts'

const address = '/api/reports/follow-up'

/** Rapporter: the follow-up of a period as a document to read here or to save. */
export function ReportsPage() {
  const [{ from, to }, setState] = useUrlState()
  const query = useQuery({
    queryKey: ['report', { from, to }],
    queryFn: ({ signal }) => get<Document>(address, { from, to, format: 'json' }, signal),
    placeholderData: keepPreviousData,
  })
  const figures = useQuery({ queryKey: ['figures', {}], queryFn: () => get<Figures>('/api/figures') })
  if (figures.data?.dataFrom === null) return <NothingYet />
  return (
    <Page title={reportsText.title} lead={reportsText.lead}>
      <Loaded query={query} what={reportsText.what}>
        {(report) => (
          <>
            <section className="panel report-choices" aria-label={reportsText.filters}>
              <Period report={report} figures={figures.data} onChange={setState} />
              <Downloads report={report} />
            </section>
            {query.isError && <Notice kind="bad">{query.error.message}</Notice>}
            <p className="visually-hidden" aria-live="polite">
              {query.isPlaceholderData ? reportsText.updating : report.subtitle}
            </p>
            <div aria-busy={query.isPlaceholderData}>
              <ReportDocument report={report} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const NothingYet = () => (
  <Page title={reportsText.title}>
    <Notice title={reportsText.emptyTitle}>{reportsText.empty}</Notice>
  </Page>
)

type PeriodProps = {
  report: Document
  /** The report does not say for which months there are data; the figures do, and are often here already. */
  figures: Figures | undefined
  onChange: (period: { from: string; to: string }) => void
}

function Period({ report, figures, onChange }: PeriodProps) {
  const { from, to } = report.period
  return (
    <PeriodPicker
      from={from}
      to={to}
      dataFrom={figures?.dataFrom ?? from}
      dataTo={figures?.dataTo ?? to}
      onChange={onChange}
    />
  )
}

const Downloads = ({ report }: { report: Document }) => (
  <div className="report-downloads" role="group" aria-label={reportsText.download}>
    <span aria-hidden="true" className="field-legend">
      {reportsText.download}
    </span>
    <div className="report-formats">
      {Object.entries(reportsText.formats).map(([format, name]) => (
        <ButtonLink key={format} href={withParams(address, { ...report.period, format })} download>
          {name}
        </ButtonLink>
      ))}
    </div>
  </div>
)
