import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StateTag } from '../promises/promises.page.tsx'
import { promisesText } from '../promises/promises.text.ts'
import type { PromiseList, PromiseRow } from '../promises/promises-view.ts'
import { FigureName, ProgressLine, ReachedTag, ShownFigure } from '../promises/shown-figure.page.tsx'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { boardText as text } from './board.text.ts'

/** What was promised and what became of it: what has been closed first, then what goes on. */
export function PromisesPart() {
  const list = useQuery({
    queryKey: ['promises', 'list'],
    queryFn: ({ signal }) => get<PromiseList>('/api/promises', {}, signal),
  })
  return (
    <Section title={text.promises} aside={<Link to="/loften">{text.allPromises}</Link>}>
      <Loaded query={list} what={text.promisesWhat}>
        {({ rows }) => (rows.length === 0 ? <p>{text.noPromises}</p> : <Promises rows={rows} />)}
      </Loaded>
    </Section>
  )
}

function Promises({ rows }: { rows: readonly PromiseRow[] }) {
  const closed = rows.filter((row) => row.closed)
  const open = rows.filter((row) => !row.closed)
  return (
    <>
      <p className="board-note">{text.promisesLead}</p>
      {closed.length > 0 && <h3>{text.closedPromises(closed.length)}</h3>}
      <List rows={closed} />
      {open.length > 0 && <h3>{text.openPromises(open.length)}</h3>}
      <List rows={open} />
    </>
  )
}

const List = ({ rows }: { rows: readonly PromiseRow[] }) =>
  rows.length === 0 ? null : (
    <ul className="board-list">
      {rows.map((row) => (
        <li key={row.key}>
          <OnePromise row={row} />
        </li>
      ))}
    </ul>
  )

const OnePromise = ({ row }: { row: PromiseRow }) => (
  <>
    <div className="board-head">
      <Link to="/loften/$key" params={{ key: row.key }}>
        {row.title}
      </Link>
      <StateTag state={row.state} />
    </div>
    <p className="board-note">{[promisesText.kinds[row.kind], row.owner, ...row.diaryNumbers].join(' · ')}</p>
    {row.closed ? (
      <>
        <p>{text.said(row.closed.on, row.closed.text)}</p>
        {row.closed.shown && <ShownFigure figure={row.closed.shown} />}
      </>
    ) : (
      <Going row={row} />
    )}
  </>
)

const Going = ({ row: { latest, progress, next, state } }: { row: PromiseRow }) => (
  <>
    {latest && <p>{text.said(latest.on, latest.text)}</p>}
    {progress && (
      <>
        <FigureName figure={progress.figure} />
        <ProgressLine progress={progress} />
        <div className="row">
          <ReachedTag isReached={progress.isReached} />
        </div>
      </>
    )}
    {next && (
      <p className="board-note">
        {state === 'overdue' ? text.lateReport(next.on, next.to) : text.nextReport(next.on, next.to)}
      </p>
    )}
  </>
)
