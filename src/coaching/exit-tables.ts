import { exitChanges } from '../parameters/code-lists/casework.ts'
import { exitTableText as text } from './exit-tables.text.ts'
import { type ExitInterview, exitSummary, type ToldCount, withoutSmall } from './quotes.ts'

type Cell = {
  value: number | null
  numerator: number | null
  denominator: number | null
  unit: 'persons'
  withheld?: 'too-few'
}

/** Has the shape of a `FigureTable`. */
export type ExitTable = {
  id: string
  name: string
  definition: string
  source: string
  definitionVersion: number
  columns: { id: string; label: string }[]
  rows: { id: string; label: string; kind?: 'sum'; cells: Cell[] }[]
  sentence: string
}

/**
 * How many were offered an exit conversation and what came of it, and what got better and worse (003-14, 003-16): negative beside
 * positive, never one without the other. Small counts are withheld; what was said in own words is not here.
 */
export function exitTables(interviews: readonly ExitInterview[]): ExitTable[] {
  const { ended, held, declined, waiting, notOffered, changes } = exitSummary(interviews)
  if (ended === 0) return []
  const [shownHeld, shownDeclined, shownWaiting, shownNot] = withoutSmall([held, declined, waiting, notOffered])
  const isHeldTold = shownHeld !== null
  return [
    {
      ...{ id: 'exit-conversations', ...text.conversations.head, source: text.source, definitionVersion: 1 },
      columns: [{ id: 'persons', label: text.persons }],
      rows: [
        row('held', text.conversations.held, [shownHeld]),
        row('declined', text.conversations.declined, [shownDeclined]),
        row('waiting', text.conversations.waiting, [shownWaiting]),
        row('not-offered', text.conversations.notOffered, [shownNot]),
        { ...row('ended', text.conversations.ended, [isSmallSum(ended) ? null : ended]), kind: 'sum' },
      ],
      sentence: text.conversations.sentence,
    },
    {
      ...{ id: 'exit-changes', ...text.changes.head, source: text.source, definitionVersion: 1 },
      columns: [
        { id: 'better', label: text.changes.better },
        { id: 'worse', label: text.changes.worse },
      ],
      rows: changes.map(({ change, better, worse }) =>
        row(change, exitChanges[change], isHeldTold ? [better, worse] : [null, null]),
      ),
      sentence: text.changes.sentence,
    },
  ]
}

/** With so few, all the parts are hidden too, and the sum would say how few. */
const isSmallSum = (ended: number): boolean => withoutSmall([ended, 0])[0] === null

const row = (id: string, label: string, counts: (ToldCount | undefined)[]): ExitTable['rows'][number] => ({
  ...{ id, label },
  cells: counts.map((count) => countCell(count ?? null)),
})

const countCell = (count: ToldCount): Cell =>
  count === null
    ? { value: null, numerator: null, denominator: null, unit: 'persons', withheld: 'too-few' }
    : { value: count, numerator: count, denominator: 1, unit: 'persons' }
