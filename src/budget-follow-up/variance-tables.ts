import type { FigureTable, FigureValue, IndicatorFigure, TableCell } from '../analysis/figures.ts'
import { type ExplainedVariance, varianceCauses } from '../calculations/variance/explain-variance.ts'
import { splitAgainstBudget } from '../calculations/variance/split-by-cause.ts'
import { formatNumber, formatSigned } from '../values/format.ts'
import { type Ore, toThousands } from '../values/money.ts'
import { type Period, periodInWords } from '../values/period.ts'
import { causeText, tableText } from './variance.text.ts'

export type PeriodFigures = { period: Period; indicators: readonly IndicatorFigure[] }

/** The two periods beside one another: children, women and men first, then households and cost. */
export function comparedTable(before: PeriodFigures, after: PeriodFigures, explained: ExplainedVariance): FigureTable {
  const text = tableText.compared
  const row = (id: string, label: string, [was, is]: [FigureValue, FigureValue], unit: TableCell['unit']) => ({
    id,
    label,
    cells: [{ ...was, unit }, { ...is, unit }, changeCell(was, is, unit)],
  })
  const pair = (find: (figures: PeriodFigures) => FigureValue): [FigureValue, FigureValue] => [
    find(before),
    find(after),
  ]
  return {
    id: 'variance-compared',
    name: text.name,
    definition: text.definition,
    source: text.source,
    definitionVersion: 1,
    columns: [
      { id: 'before', label: words(before) },
      { id: 'after', label: words(after) },
      { id: 'change', label: text.change },
    ],
    rows: [
      row('children', text.children, pair(figure('children')), 'persons'),
      row('women', text.women, pair(ofGender('woman')), 'persons'),
      row('men', text.men, pair(ofGender('man')), 'persons'),
      row('households', text.households, pair(figure('households-per-month')), 'households'),
      row('cost', text.cost, [amount(explained.before), amount(explained.after)], 'ore'),
    ],
    sentence: '',
  }
}

/** The causes, and the whole that they sum to. */
export function explainedTable({ parts, change }: ExplainedVariance): FigureTable {
  const text = tableText.explained
  const [largest] = varianceCauses.toSorted((one, other) => Math.abs(parts[other]) - Math.abs(parts[one]))
  return {
    id: 'variance-explained',
    name: text.name,
    definition: text.definition,
    source: text.source,
    definitionVersion: 1,
    columns: [{ id: 'change', label: text.column }],
    rows: [
      ...varianceCauses.map((cause) => ({
        id: cause,
        label: causeText[cause].label,
        note: causeText[cause].note,
        cells: [{ ...amount(parts[cause]), unit: 'ore' as const }],
      })),
      { id: 'total', label: text.total, kind: 'sum', cells: [{ ...amount(change), unit: 'ore' }] },
    ],
    sentence:
      parts[largest!] === 0
        ? text.unchanged
        : text.sentence(signed(change), causeText[largest!].label.toLowerCase(), signed(parts[largest!])),
  }
}

export type BudgetComparison = {
  actualOre: Ore
  budgetOre: Ore
  /** Households a month: the outcome, and what the budget was made for. */
  households: number
  budgeted: number
  months: number
}

/** Outcome against budget as volume and price. Costs are positive. */
export function budgetTable({ actualOre, budgetOre, households, budgeted, months }: BudgetComparison): FigureTable {
  const text = tableText.budget
  const parts = splitAgainstBudget({
    actualOre,
    budgetOre,
    actualMonths: households * months,
    budgetMonths: budgeted * months,
  })
  const row = (id: string, label: string, ore: Ore) => ({
    id,
    label,
    cells: [{ ...amount(ore), unit: 'ore' as const }],
  })
  return {
    id: 'variance-budget',
    name: text.name,
    definition: text.definition,
    source: text.source,
    definitionVersion: 1,
    columns: [{ id: 'change', label: tableText.explained.column }],
    rows: [
      row('volume', text.volume, parts.volume),
      row('price', text.price, parts.price),
      { ...row('total', text.total, actualOre - budgetOre), kind: 'sum' },
    ],
    sentence: text.sentence(formatNumber(Math.round(households)), formatNumber(budgeted), signed(parts.volume)),
  }
}

const words = ({ period }: PeriodFigures): string => periodInWords(period)

const signed = (ore: Ore): string => formatSigned(toThousands(ore))

const amount = (value: Ore): FigureValue => ({ value, numerator: value, denominator: 1 })

const noData: FigureValue = { value: null, numerator: null, denominator: null, withheld: 'no-data' }

const figure =
  (id: string) =>
  ({ indicators }: PeriodFigures): FigureValue =>
    indicators.find((each) => each.id === id) ?? noData

const ofGender =
  (category: 'woman' | 'man') =>
  ({ indicators }: PeriodFigures): FigureValue =>
    indicators
      .find((each) => each.id === 'adults')
      ?.splits?.find((split) => split.by === 'gender' && split.category === category) ?? noData

/** Withheld when either end is: the other and the change would give it away. */
function changeCell(was: FigureValue, is: FigureValue, unit: TableCell['unit']): TableCell {
  const hidden = was.value === null ? was : is.value === null ? is : null
  if (hidden) return { ...noData, withheld: hidden.withheld ?? 'no-data', unit }
  const change = is.value! - was.value!
  return { value: change, numerator: change, denominator: 1, unit }
}
