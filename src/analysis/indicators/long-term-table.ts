import { adultsWithAssistance, householdsWithAssistance, isCovered } from '../../calculations/assistance.ts'
import type { Whom } from '../../calculations/long-term.ts'
import { keep, type Selection } from '../../calculations/selection.ts'
import { monthFromIndex } from '../../values/month.ts'
import { periodInWords } from '../../values/period.ts'
import type { FigureUnit, TableCell } from '../figures.ts'
import type { View } from './figure.ts'
import { type Context, register } from './indicator.ts'
import { type LongTermMethod, longTermMethods } from './long-term-indicators.ts'
import { inWords, loneCount, missingCell, shareCell, type TableOf, wantedRow } from './table-cells.ts'

/** The three methods side by side, in households and in adults, each with its base and its months. */
export const longTermTable: TableOf = (context, _, view) => {
  const rows = longTermMethods.map((method) => {
    const { from, until } = method.windowAt(context.months.until)
    const window = { from: monthFromIndex(from), until: monthFromIndex(until) }
    return {
      id: method.id,
      label: `${method.name}, ${periodInWords(window)}`,
      note: `${method.definition} ${method.source}`,
      cells: [...cellsFor(method, 'households', context, view), ...cellsFor(method, 'adults', context, view)],
    }
  })
  const rolling = rows.at(-1)!.cells
  return {
    id: 'long-term',
    name: 'Långvarigt bistånd, tre mått',
    definition:
      'Tre mått på långvarigt ekonomiskt bistånd, som ger olika tal och inte kan blandas. Nationell statistik räknar vuxna personer, kommuner räknar ofta hushåll. Andelen är av alla hushåll, eller vuxna, med bistånd under kalenderåret; för de tolv senaste månaderna av dem med bistånd i den sista månaden.',
    source: register,
    definitionVersion: 1,
    columns: [
      { id: 'households', label: 'Hushåll' },
      { id: 'households-share', label: 'Andel av hushållen' },
      { id: 'adults', label: 'Vuxna personer' },
      { id: 'adults-share', label: 'Andel av de vuxna' },
    ],
    rows,
    sentence: `${inWords(rolling[0]!)} hushåll, ${inWords(rolling[1]!)} av hushållen med bistånd i periodens sista månad, hade haft bistånd minst tio av de tolv senaste månaderna.`,
  }
}

function cellsFor(method: LongTermMethod, whom: Whom, context: Context, view: View): TableCell[] {
  const { prepared, months } = context
  const unit: FigureUnit = whom === 'households' ? 'households' : 'persons'
  const window = method.windowAt(months.until)
  if (!isCovered(prepared, window)) return [missingCell(unit), missingCell('share')]
  const select = whom === 'households' ? householdsWithAssistance : adultsWithAssistance
  const cell = (selection: Selection) =>
    loneCount(context, keep(selection, wantedRow(context, view, selection.table)), unit, view)
  const part = cell(method.select(prepared, whom, window))
  const base = cell(select(prepared, method.baseAt(months.until)))
  const rest = part.value !== null && base.value !== null && view.limits ? base.value - part.value : null
  const revealsRest = rest !== null && rest > 0 && rest < view.limits!.smallestCount
  return [
    part,
    revealsRest
      ? { unit: 'share', value: null, numerator: null, denominator: null, withheld: 'too-few' }
      : shareCell(part, base, view.limits),
  ]
}
