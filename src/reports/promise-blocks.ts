import { slugOf } from '../values/key.ts'
import { cellText } from './cell-text.ts'
import type { Block, Cell, Inline, TableRow } from './document.ts'
import { numberCell } from './figure-cells.ts'
import { parseReference, resolveReference, unitOfReference } from './figure-reference.ts'
import type { ReportInput, ReportNote, ReportPromise, TemplatePart } from './template.ts'
import { templateText } from './template.text.ts'

/**
 * The promises of a kind, as a table: what was promised and who decided it, what was last said of it with its date, and the
 * figure it is seen by beside its target. Withdrawn ones are told once, in the report whose period they were closed in.
 */
export function promiseBlocks(part: Extract<TemplatePart, { kind: 'promises' }>, input: ReportInput): Block[] {
  const promises = input.promises.filter(
    ({ body }) =>
      body.kind === part.of &&
      (part.heading === null || isSameHeading(body.heading, part.heading)) &&
      isDue(body, input),
  )
  if (promises.length === 0) return []
  const hasFigures = promises.some(({ body }) => body.success !== null)
  const { promiseColumns: columns, promises: words } = templateText
  return [
    {
      kind: 'table',
      id: part.heading === null ? `promises-${part.of}` : `promises-${part.of}-${slugOf(part.heading)}`,
      caption: part.heading === null ? words[part.of].caption : `${words[part.of].caption}: ${part.heading}`,
      rowHeading: words[part.of].heading,
      columns: [columns.status, ...(hasFigures ? [columns.actual, columns.target] : [])],
      rows: promises.map((promise) => promiseRow(promise, hasFigures, input)),
      footnotes: [],
    },
  ]
}

/** Headings may be numbered or not: `2.1 Tillväxt` is `Tillväxt`. */
function isSameHeading(heading: string | null, wanted: string): boolean {
  const bare = (text: string) => text.replace(/^[\d.]+\s*/, '').toLocaleLowerCase('sv')
  return heading !== null && bare(heading) === bare(wanted)
}

/** Decided by now, and not closed before the period. */
const isDue = ({ decided, closed }: ReportPromise['body'], { figures, today }: ReportInput): boolean =>
  decided.on <= today && (closed === null || closed.on >= `${figures.from}-01`)

function promiseRow({ body }: ReportPromise, hasFigures: boolean, input: ReportInput): TableRow {
  const { title, decided, diaryNumbers } = body
  const by = templateText.decided(decided.by, decided.on, decided.paragraph)
  const status: Cell = { kind: 'text', text: statusOf(body, input) }
  return {
    label: `${title} (${[by, ...diaryNumbers].join(', ')})`,
    cells: [status, ...(hasFigures ? figureCells(body, input) : [])],
  }
}

/** What was last said by now; for one that is closed, what became of it. */
function statusOf({ statuses, closed }: ReportPromise['body'], { today }: ReportInput): string {
  if (closed && closed.on <= today) return `${closed.on}. ${templateText.closed[closed.outcome]}. ${closed.text}`
  const latest = statuses.findLast(({ on }) => on <= today)
  return latest ? [`${latest.on}.`, latest.text, latest.longer].filter(Boolean).join(' ') : templateText.noStatus
}

function figureCells({ success }: ReportPromise['body'], { figures }: ReportInput): Cell[] {
  const reference = success && parseReference(success.figure)
  const actual = reference && resolveReference(figures, reference)
  const unit = reference && unitOfReference(figures, reference)
  if (!success || !actual || !unit || !('definitionId' in actual) || !actual.definitionId)
    return [{ kind: 'open' }, { kind: 'open' }]
  const { definitionId } = actual
  const target = cellText(numberCell(success.target, unit, { definitionId }))
  // Beside other units an amount says its own.
  return [
    actual.kind === 'thousands' ? { ...actual, kind: 'kronor' } : actual,
    { kind: 'text', text: `${templateText.direction[success.direction]} ${target}`, definitionId },
  ]
}

/** What had been noted by the day of work. */
export const shownNotes = ({ notes, today }: Pick<ReportInput, 'notes' | 'today'>): ReportNote['body'][] =>
  notes.map(({ body }) => body).filter(({ on }) => on <= today)

/** Dated notes of a kind that touch the period or have been made since, the oldest first. */
export function noteBlocks(of: ReportNote['body']['kind'], input: ReportInput): Block[] {
  const shown = shownNotes(input)
    .filter(({ kind, until }) => kind === of && (until === null || until > `${input.figures.from}-01`))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
  if (shown.length === 0) return [{ kind: 'paragraph', content: [{ kind: 'emphasis', text: templateText.notes[of] }] }]
  return [{ kind: 'list', items: shown.map(noteItem) }]
}

const noteItem = ({ title, text, on, source }: ReportNote['body']): Inline => [
  { kind: 'strong', text: `${title}.` },
  ` ${text} (${templateText.from(on)}). ${templateText.source}: ${source}.`,
]
