import { useQuery } from '@tanstack/react-query'
import { exitChanges } from '../parameters/code-lists/casework.ts'
import { get } from '../ui/api.ts'
import { Loaded } from '../ui/Loaded.tsx'
import { Table } from '../ui/Table.tsx'
import { formatNumber } from '../values/format.ts'
import { voicesText } from './coaching.text.ts'
import type { ExitSummaries, ExitSummary, ToldCount } from './quotes.ts'

/** What those who ended say, all of it: counts, better beside worse, and quotes when they are many enough. */
export function ExitVoices() {
  const voices = useQuery({
    queryKey: ['exit-interviews'],
    queryFn: ({ signal }) => get<ExitSummaries>('/api/coaching/exit-interviews', {}, signal),
  })
  return (
    <Loaded query={voices} what={voicesText.what}>
      {({ summaries }) =>
        summaries.length === 0 ? (
          <p className="muted">{voicesText.empty}</p>
        ) : (
          <>
            <p className="muted">{voicesText.lead}</p>
            <Counts summaries={summaries} />
            {summaries.map(({ intervention, name, summary }) => (
              <details key={intervention} className="coach-voices">
                <summary>{name}</summary>
                <Voices name={name} summary={summary} />
              </details>
            ))}
          </>
        )
      }
    </Loaded>
  )
}

const Counts = ({ summaries }: ExitSummaries) => (
  <Table
    caption={voicesText.counts}
    rowHeader={voicesText.intervention}
    columns={(['ended', 'notOffered', 'waiting', 'declined', 'held'] as const).map((id) => ({
      id,
      label: voicesText[id],
    }))}
    rows={summaries.map(({ intervention, name, summary }) => ({
      id: intervention,
      label: name,
      cells: [summary.ended, summary.notOffered, summary.waiting, summary.declined, summary.held].map((count) =>
        formatNumber(count),
      ),
    }))}
  />
)

const told = (count: ToldCount) => (count === null ? voicesText.hidden : formatNumber(count))

/** Until there are many enough the tables would only say so cell by cell. */
function Voices({ name, summary }: { name: string; summary: ExitSummary }) {
  if (summary.overall.every((count) => count === null || count === 0))
    return <p className="muted">{voicesText.fewHeld}</p>
  return (
    <div className="stack">
      <Table
        caption={voicesText.overallCaption(name)}
        rowHeader={voicesText.answer}
        columns={[{ id: 'count', label: voicesText.interviews }]}
        rows={summary.overall.map((count, at) => ({
          id: String(at),
          label: voicesText.overall[at],
          cells: [told(count)],
        }))}
      />
      <Table
        caption={voicesText.changesCaption(name)}
        rowHeader={voicesText.change}
        columns={[
          { id: 'better', label: voicesText.better },
          { id: 'worse', label: voicesText.worse },
        ]}
        rows={summary.changes.map(({ change, better, worse }) => ({
          id: change,
          label: exitChanges[change],
          cells: [told(better), told(worse)],
        }))}
      />
      <h3>{voicesText.quotes}</h3>
      {summary.quotes.kind === 'told' ? (
        summary.quotes.texts.map((quote) => <blockquote key={quote}>{quote}</blockquote>)
      ) : (
        <p className="muted">{voicesText[summary.quotes.kind]}</p>
      )}
    </div>
  )
}
