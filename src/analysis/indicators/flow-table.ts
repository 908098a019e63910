import {
  flowKnownFrom,
  inflow,
  outflow,
  paidInMonth,
  pausedAtEndOf,
  stockAfter,
  stockAtEndOf,
} from '../../calculations/flow.ts'
import { isTooFew } from '../../calculations/disclosure.ts'
import { keep, type Selection } from '../../calculations/selection.ts'
import type { TableCell } from '../figures.ts'
import type { View } from './figure.ts'
import { type Context, register } from './indicator.ts'
import {
  contextInWords,
  countCell,
  inWords,
  lineOfCounts,
  missingCell,
  type TableOf,
  wantedRow,
} from './table-cells.ts'

/** Stock, inflow, outflow, stock: for the period and for the same months a year before. */
export const flowTable: TableOf = (context, before, view) => {
  const now = flowOf(context, view)
  const then = before ? flowOf(before, view) : rowsOf(view).map(() => missingCell('households'))
  const [start, entered, left] = now
  const end = now[rowsOf(view).findIndex(({ id }) => id === 'stock-at-end')]!
  return {
    id: 'flow',
    name: 'Pågående, inflöde och utflöde',
    definition:
      'Pågående är hushåll med ekonomiskt bistånd minst en av de tre senaste månaderna. Inflöde är hushåll som börjar få bistånd, nya eller efter mer än två månader i rad utan. Utflöde är hushåll som kommer till sin tredje månad i rad utan bistånd. Pågående före perioden plus inflöde minus utflöde är alltid lika med pågående vid periodens slut; för en enhet tillkommer hushåll som har bytt enhet.',
    source: register,
    definitionVersion: 1,
    columns: [
      { id: 'period', label: contextInWords(context) },
      { id: 'before', label: before ? contextInWords(before) : 'Samma månader året före' },
    ],
    rows: rowsOf(view).map((row, index) => ({ ...row, cells: [now[index]!, then[index]!] })),
    sentence: `Före perioden pågick bistånd för ${inWords(start!)} hushåll, ${inWords(entered!)} kom in och ${inWords(left!)} lämnade, så att ${inWords(end)} pågick vid periodens slut.`,
  }
}

type Row = { id: string; label: string; kind?: 'sum' | 'of-which' }

const rowsOf = ({ unit }: View): Row[] => [
  { id: 'stock-before', label: 'Pågående före perioden' },
  { id: 'inflow', label: 'Inflöde' },
  { id: 'outflow', label: 'Utflöde' },
  ...(unit === undefined ? [] : [{ id: 'moved', label: 'Kommit från andra enheter minus gått till andra enheter' }]),
  { id: 'stock-at-end', label: 'Pågående vid periodens slut', kind: 'sum' },
  { id: 'with-assistance', label: 'varav med bistånd den sista månaden', kind: 'of-which' },
  { id: 'paused', label: 'varav utan bistånd den sista månaden', kind: 'of-which' },
]

function flowOf(context: Context, view: View): TableCell[] {
  const { prepared, months } = context
  if (months.from < flowKnownFrom(prepared)) return rowsOf(view).map(() => missingCell('households'))
  const last = months.until - 1
  const count = (selection: Selection) => keep(selection, wantedRow(context, view, 'householdMonths')).rows.length
  const start = count(stockAtEndOf(prepared, months.from - 1))
  const entered = count(inflow(prepared, months))
  const left = count(outflow(prepared, months))
  const [paid, paused] = lineOfCounts(
    [count(paidInMonth(prepared, last)), count(pausedAtEndOf(prepared, last))],
    'households',
    view.limits,
  )
  const total = count(stockAtEndOf(prepared, last))
  // Any one of the four follows from the other three, so one that is too small takes the flows with it.
  const hidden = view.limits !== null && [start, entered, left, total].some((each) => isTooFew(each, view.limits!))
  const lone = (number: number) =>
    countCell(number, 'households', view.limits !== null && isTooFew(number, view.limits))
  const moved = countCell(total - stockAfter(start, entered, left), 'households', hidden)
  return [
    lone(start),
    countCell(entered, 'households', hidden),
    countCell(left, 'households', hidden),
    ...(view.unit === undefined ? [] : [moved]),
    lone(total),
    paid!,
    paused!,
  ]
}
