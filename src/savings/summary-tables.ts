import type { FigureTable, TableCell } from '../analysis/figures.ts'
import type { ActionSummary } from './summary.ts'
import { amount, cell, type Row, table } from './table-parts.ts'
import { tableText } from './tables.text.ts'

type Told = {
  key: string
  name: string
  counted: string
  attribution: string
  summary: ActionSummary
  verdict: string
  /** Of those who have begun, where it cannot be told what they saved. */
  begun: string
}

/** Document 000's table of actions: promised = realised + unexplained + rest, on each row and in the sum. */
export function actionsTable(actions: readonly Told[]): FigureTable {
  const words = tableText.actions
  const cellsOf = ({ promisedOre, dueOre, realisedOre, unexplainedOre, restOre }: Sums) =>
    [promisedOre, dueOre, realisedOre, unexplainedOre, restOre].map(amount)
  const own = actions.filter(({ attribution }) => attribution === 'action')
  const separate = sumsOf(actions.filter(isSummed))
  const withUnclear = sumsOf(own.filter(({ counted }) => counted !== 'within-another'))
  const rows: Row[] = actions.map(({ key, name, verdict, begun, summary, counted, attribution }) => ({
    ...{ id: key, label: name, note: begun ? `${verdict}. ${begun}` : verdict, cells: cellsOf(summary) },
    ...(isSummed({ counted, attribution }) ? {} : { kind: 'of-which' as const }),
  }))
  if (rows.length === 0) return table('savings-actions', words, words.columns, [], words.none)
  rows.push({ id: 'sum', label: words.sum, kind: 'sum', cells: cellsOf(separate) })
  if (own.some(({ counted }) => counted === 'unclear'))
    rows.push({ id: 'sum-with-unclear', label: words.sumWith, kind: 'sum', cells: cellsOf(withUnclear) })
  const untold = sumsOf(actions.filter((each) => isSummed(each) && each.summary.realisedOre === null))
  const [orPromisedOre, untoldOre] = [withUnclear.promisedOre, untold.unexplainedOre]
  const sentence = words.sentence({ ...separate, orPromisedOre, untoldOre })
  return table('savings-actions', words, words.columns, rows, sentence)
}

/** What came of each action less its own cost. The sum is of those whose realised saving can be told: a cost alone has no net. */
export function netTable(actions: readonly Told[]): FigureTable {
  const words = tableText.net
  const cellsOf = ({ realisedOre, ownCostOre, netOre }: Nets, bounds: TableCell[]) => [
    amount(realisedOre),
    ...bounds,
    ...[ownCostOre, netOre].map(amount),
  ]
  const rows = actions.map((each): Row => ({
    ...{ id: each.key, label: each.name },
    cells: cellsOf(each.summary, [each.summary.lowerOre, each.summary.upperOre].map(amount)),
    ...(isSummed(each) ? {} : { kind: 'of-which' as const }),
  }))
  if (rows.length === 0) return table('savings-net', words, words.columns, [], '')
  const summed = actions.filter(isSummed).map(({ summary }) => summary)
  const costOf = (those: readonly ActionSummary[]) => those.reduce((sum, { ownCostOre }) => sum + ownCostOre, 0)
  const told = summed.filter(({ realisedOre }) => realisedOre !== null)
  const { realisedOre } = sumsOf(actions.filter(isSummed))
  const ownCostOre = costOf(told)
  const netOre = realisedOre === null ? null : realisedOre - ownCostOre
  // The intervals of several actions do not add up to one of the sum.
  const none = (['lower', 'upper'] as const).map(() => cell(null, 'ore', 'not-applicable'))
  const sum = cellsOf({ realisedOre, ownCostOre, netOre }, none)
  return table(
    'savings-net',
    words,
    words.columns,
    [...rows, { id: 'sum', label: words.sum, kind: 'sum', cells: sum }],
    words.sentence(netOre, costOf(summed) - ownCostOre),
  )
}

type Nets = Pick<ActionSummary, 'realisedOre' | 'ownCostOre' | 'netOre'>

/** An action that is in the sum: the municipality's own, and counted nowhere else. */
const isSummed = ({ counted, attribution }: Pick<Told, 'counted' | 'attribution'>): boolean =>
  counted === 'separately' && attribution === 'action'

type Sums = Pick<ActionSummary, 'promisedOre' | 'dueOre' | 'realisedOre' | 'unexplainedOre' | 'restOre'>

/** What no action promised is nothing in the sum; what no action was seen to realise stays unknown. */
function sumsOf(actions: readonly { summary: Sums }[]) {
  const sum = (name: keyof Sums) => actions.reduce((total, { summary }) => total + (summary[name] ?? 0), 0)
  const isSeen = actions.some(({ summary }) => summary.realisedOre !== null)
  return {
    promisedOre: sum('promisedOre'),
    dueOre: sum('dueOre'),
    realisedOre: isSeen ? sum('realisedOre') : null,
    unexplainedOre: sum('unexplainedOre'),
    restOre: sum('restOre'),
  }
}
