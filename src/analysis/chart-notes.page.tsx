import { useQuery } from '@tanstack/react-query'
import type { SeriesChart } from '../charts/chart.ts'
import { chartsText } from '../charts/charts.text.ts'
import { noteMarks } from '../charts/marks.ts'
import type { NoteList } from '../promises/promises-view.ts'
import { get } from '../ui/api.ts'
import { addMonths } from '../values/month.ts'
import { monthsOf } from '../values/period.ts'
import { analysisText } from './analysis.text.ts'
import type { Figures } from './figures.ts'

type Note = NoteList['notes'][number]['body']
type Shown = Pick<Figures, 'from' | 'to'>

/** What has been noted beside the figures. A page without them is whole, so nobody waits for them. */
export function useNotes(): Note[] {
  const notes = useQuery({
    queryKey: ['dated-notes'],
    queryFn: ({ signal }) => get<NoteList>('/api/dated-notes', {}, signal),
  })
  return notes.data?.notes.map(({ body }) => body) ?? []
}

/** A chart of months with a numbered line for each note that begins within them. A note without figures stands in all. */
export function withMarks(chart: SeriesChart, id: string, notes: readonly Note[], { from, to }: Shown): SeriesChart {
  const marks = noteMarks(id, monthsOf({ from, until: addMonths(to, 1) }), notes)
  return marks.length > 0 ? { ...chart, marks } : chart
}

/** Notes in words: those that name a chart without months, or that went on before the first month of one. */
export function notesBeside(id: string, notes: readonly Note[], { from, to }: Shown, hasMonths: boolean): string[] {
  return notes
    .filter(({ figures, on, until }) => {
      if (!figures.includes(id) || on.slice(0, 7) > to || (until !== null && until <= `${from}-01`)) return false
      return !hasMonths || on.slice(0, 7) < from
    })
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
    .map(({ on, until, title }) => (until === null ? analysisText.noteSince : chartsText.noted)(on, title))
}
