import type { Figures, FigureTable, IndicatorFigure } from '../analysis/figures.ts'
import { inlineText } from '../reports/cell-text.ts'
import type { Cell } from '../reports/document.ts'
import { type FigureReference, resolveReference, writeReference } from '../reports/figure-reference.ts'
import { figureNameText } from './report-writing.text.ts'
import type { FigureChoice, FigureChoices } from './writing-view.ts'

/** Every figure of a report that a text can hold, with the words to find it by and its value as the report writes it. */
export function figureChoices(figures: Figures): FigureChoices {
  const { indicators, tables } = figures
  return {
    figures: [...indicators.flatMap(ofIndicator), ...tables.flatMap(ofTable)].flatMap(({ name, reference }) => {
      const address = writeReference(reference)
      const cell = resolveReference(figures, reference)
      return cell && cell.kind !== 'open' ? [choiceOf(name, address, cell, definitionIdOf(reference))] : []
    }),
    definitions: Object.fromEntries([...indicators, ...tables].map(({ id, definition }) => [id, definition])),
  }
}

const definitionIdOf = (reference: FigureReference) => (reference.of === 'cell' ? reference.table : reference.id)

const choiceOf = (name: string, address: string, cell: Cell, definitionId: string): FigureChoice => ({
  address,
  name,
  text: inlineText([cell]),
  state: stateOf(cell),
  definitionId,
})

function stateOf(cell: Cell): FigureChoice['state'] {
  if (cell.kind !== 'withheld') return 'known'
  return cell.reason === 'too-few' || cell.reason === 'reveals-another' ? 'withheld' : 'unknown'
}

type Named = { name: string; reference: FigureReference }

function ofIndicator({ id, name, unit, comparison, splits }: IndicatorFigure): Named[] {
  const shared = { of: 'indicator' as const, id, group: null, scale: null }
  const parts = [
    'value' as const,
    ...(comparison ? (['before', 'change'] as const) : []),
    ...(unit === 'share' ? (['numerator', 'denominator'] as const) : []),
  ]
  const whole = parts.map((part) => ({ name: figureNameText[part](name), reference: { ...shared, part } }))
  const groups = (splits ?? []).map(({ by, category, label }) => ({
    name: figureNameText.group(name, label),
    reference: { ...shared, part: 'value' as const, group: { by, category } },
  }))
  return [...whole, ...groups].flatMap((each) => inScales(each, unit === 'ore'))
}

const ofTable = ({ id: table, name, columns, rows }: FigureTable): Named[] =>
  rows.flatMap((row) =>
    columns.flatMap((column, at) => {
      const reference = { of: 'cell' as const, table, row: row.id, column: column.id, scale: null }
      return inScales(
        { name: figureNameText.cell(name, row.label, column.label), reference },
        row.cells[at]?.unit === 'ore',
      )
    }),
  )

/** An amount can be written in kronor, in thousands and in millions. */
const inScales = ({ name, reference }: Named, isAmount: boolean): Named[] =>
  isAmount
    ? (['tkr', null, 'mnkr'] as const).map((scale) => ({
        name: scale ? figureNameText.scaled(name, scale) : name,
        reference: { ...reference, scale },
      }))
    : [{ name, reference }]
