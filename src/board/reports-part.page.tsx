import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { get, send } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import type { BoardReport, BoardReports } from './board-view.ts'
import { boardText as text } from './board.text.ts'

/** Signed reports that the board may read. Those who may show them see the others too. */
export function ReportsPart() {
  const list = useQuery({
    queryKey: ['board', 'reports'],
    queryFn: ({ signal }) => get<BoardReports>('/api/board/reports', {}, signal),
  })
  return (
    <Section title={text.reports}>
      <Loaded query={list} what={text.reportsWhat}>
        {({ reports, mayShow }) =>
          reports.length === 0 ? (
            <p>{mayShow ? text.noSigned : text.noReports}</p>
          ) : (
            <ul className="board-list">
              {reports.map((report) => (
                <li key={`${report.reportId}-${report.version}`}>
                  <OneReport report={report} mayShow={mayShow} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}

function OneReport({ report, mayShow }: { report: BoardReport; mayShow: boolean }) {
  const { reportId, version, title, from, to, boardFrom, correctedBy, corrects, reason } = report
  return (
    <>
      <div className="board-head">
        {boardFrom ? (
          <Link to="/namnden/rapport/$id/$version" params={{ id: String(reportId), version: String(version) }}>
            {title}
          </Link>
        ) : (
          <strong>{title}</strong>
        )}
        <span>{text.period(from, to)}</span>
        {(version > 1 || correctedBy !== null) && <span className="board-note">{text.version(version)}</span>}
      </div>
      <p className="board-note">
        {text.signed(report.signedName, report.signedRole, report.signedOn)}{' '}
        {boardFrom ? text.shownSince(boardFrom) : text.notShown}
      </p>
      {corrects !== null && <p className="board-note">{text.corrects(corrects, reason)}</p>}
      {correctedBy !== null && <p className="board-note">{text.correctedBy(correctedBy)}</p>}
      {mayShow && <ShowReport report={report} />}
    </>
  )
}

function ShowReport({ report: { reportId, version, title, boardFrom } }: { report: BoardReport }) {
  const client = useQueryClient()
  const put = async (shown: boolean) => {
    await send('PUT', `/api/board/reports/${reportId}/${version}`, { shown })
    await client.invalidateQueries({ queryKey: ['board', 'reports'] })
  }
  const change = useMutation({
    mutationFn: put,
    onSuccess: (_, shown) => showToast(shown ? text.nowShown : text.nowHidden, () => void put(!shown)),
    onError: (error) => showToast(error.message),
  })
  return (
    <div className="row">
      <Button
        size="small"
        isDisabled={change.isPending}
        onPress={() => change.mutate(boardFrom === null)}
        aria-label={boardFrom === null ? text.showOf(title, version) : text.hideOf(title, version)}
      >
        {boardFrom === null ? text.show : text.hide}
      </Button>
    </div>
  )
}
