import './reports.page.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Figures } from '../analysis/figures.ts'
import { get, withParams } from '../ui/api.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { useUrlState } from '../ui/url-state.ts'
import type { Document } from './document.ts'
import { LookSection } from './look.page.tsx'
import { ReportDocument } from './report-document.page.tsx'
import { followUpChoice, reportsText } from './reports.text.ts'
import type { TemplateChoice } from './reports-view.ts'

/** Rapporter: a report of a period as a document to read here or to save. */
export function ReportsPage() {
  const [{ from, to, report: template = followUpChoice.key }, setState] = useUrlState()
  const address = `/api/reports/${encodeURIComponent(template)}`
  const query = useQuery({
    queryKey: ['report', template, { from, to }],
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
              <TemplateSelect template={template} onChange={(chosen) => setState({ report: chosen })} />
              <Period report={report} figures={figures.data} onChange={setState} />
              <Downloads report={report} address={address} />
            </section>
            {query.isError && <Notice kind="bad">{query.error.message}</Notice>}
            <LookSection />
            <p className="visually-hidden" aria-live="polite">
              {query.isPlaceholderData ? reportsText.updating : `${report.title}, ${report.subtitle}`}
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

/** Which report; what it is for stands below. The address has nothing for the follow-up. */
function TemplateSelect({ template, onChange }: { template: string; onChange: (template: string) => void }) {
  const query = useQuery({ queryKey: ['reports'], queryFn: () => get<{ reports: TemplateChoice[] }>('/api/reports') })
  const reports = query.data?.reports ?? []
  const chosen = reports.find(({ key }) => key === template)
  const options = reports.map(({ key, name, isOwn }) => ({ value: key, label: isOwn ? reportsText.own(name) : name }))
  return (
    <div className="report-template">
      <Select
        label={reportsText.template}
        value={template}
        options={chosen ? options : [{ value: template, label: '' }, ...options]}
        onChange={(key) => onChange(key === followUpChoice.key ? '' : key)}
        {...(chosen && { description: chosen.purpose })}
      />
    </div>
  )
}

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

const Downloads = ({ report, address }: { report: Document; address: string }) => (
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
