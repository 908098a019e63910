import './board.css'
import '../reports/reports.page.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ReportDocument } from '../reports/report-document.page.tsx'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import type { ReadReport } from './board-view.ts'
import { boardText as text } from './board.text.ts'

/** A signed report as it was signed, with its definitions at the end. */
export function ReadReportPage() {
  const { id = '', version = '' } = useParams({ strict: false })
  const report = useQuery({
    queryKey: ['board', 'report', id, version],
    queryFn: ({ signal }) =>
      get<ReadReport>(`/api/board/reports/${encodeURIComponent(id)}/${encodeURIComponent(version)}`, {}, signal),
    staleTime: Infinity,
  })
  const found = report.data
  return (
    <Page
      title={found?.title ?? text.reports}
      above={<Link to="/namnden">‹ {text.back}</Link>}
      lead={found && text.signed(found.signedName, found.signedRole, found.signedOn)}
    >
      <Loaded query={report} what={text.report}>
        {(read) => (
          <>
            {read.correctedBy !== null && (
              <Notice
                kind="warning"
                title={text.corrected}
                action={
                  <Link
                    to="/namnden/rapport/$id/$version"
                    params={{ id: String(read.reportId), version: String(read.correctedBy) }}
                  >
                    {text.toCorrected(read.correctedBy)}
                  </Link>
                }
              >
                {text.correctedBy(read.correctedBy)}
              </Notice>
            )}
            {read.corrects !== null && <Notice>{text.corrects(read.corrects, read.reason)}</Notice>}
            <ReportDocument report={read.document} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
