import { panelOf } from '../../calculations/panel-of.ts'
import { preparePanel, type PreparedPanel } from '../../calculations/prepared-panel.ts'
import { month, type MonthIndex, monthIndex } from '../../values/month.ts'
import { type SpecTable, textsOf } from '../spec.ts'

/**
 * The households of a situation: the columns hushåll and månader, the latter as `2018-01 2018-03..2018-05`.
 * The data run from `first` to December 2019; in between, silence means no assistance.
 */
export function panelIn(given: SpecTable, allowedGap: number, first = '2018-01'): PreparedPanel {
  const months = textsOf(given, 'månader')
  const households = textsOf(given, 'hushåll').map((name, at) => [name, { months: months[at]! }] as const)
  return preparePanel(panelOf({ first, last: '2019-12', households: Object.fromEntries(households) }), allowedGap)
}

export const at = (text: string): MonthIndex => monthIndex(month(text))
