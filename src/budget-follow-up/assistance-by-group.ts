import type { FigureTable, IndicatorFigure, FigureValue, SplitBy, TableCell } from '../analysis/figures.ts'
import { formatShare } from '../values/format.ts'
import { economyText } from './economy.text.ts'

const text = economyText.byGroup

/**
 * What was paid to households with and without children, and by women and men: the first table of the page.
 * The figures have passed disclosure control, so a group too small is withheld here too. Empty without payments.
 */
export function assistanceByGroup(indicators: readonly IndicatorFigure[]): FigureTable[] {
  const paid = indicators.find(({ id }) => id === 'paid')
  const households = indicators.find(({ id }) => id === 'households-per-month')
  if (!paid || !households || paid.value === null) return []
  const groups = (paid.splits ?? [])
    .filter(({ by }) => order.includes(by))
    .sort((a, b) => order.indexOf(a.by) - order.indexOf(b.by))
  const other = (by: SplitBy, category: string) =>
    households.splits?.find((split) => split.by === by && split.category === category)
  const children = groups.find(({ category }) => category === 'with-children')
  return [
    {
      ...{ id: 'assistance-by-group', name: text.name, definition: text.definition, source: text.source },
      definitionVersion: 1,
      columns: [
        { id: 'paid', label: text.paid },
        { id: 'households', label: text.households },
      ],
      rows: [
        ...groups.map((group) => ({
          id: `${group.by}-${group.category}`,
          label: group.by === 'children' ? text.householdsOf(group.label) : group.label,
          cells: [cell(group, 'ore'), cell(other(group.by, group.category), 'households')],
        })),
        {
          id: 'all',
          label: text.all,
          note: text.allNote,
          kind: 'sum',
          cells: [cell(paid, 'ore'), cell(households, 'households')],
        },
      ],
      sentence: children?.value && paid.value ? text.sentence(formatShare(children.value / paid.value, 0)) : '',
    },
  ]
}

const order: SplitBy[] = ['children', 'gender']

const cell = (figure: FigureValue | undefined, unit: 'ore' | 'households'): TableCell =>
  figure
    ? {
        ...{ value: figure.value, numerator: figure.numerator, denominator: figure.denominator, unit },
        ...(figure.withheld && { withheld: figure.withheld }),
      }
    : { value: null, numerator: null, denominator: null, unit, withheld: 'no-data' }
