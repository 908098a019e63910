import type { Definition, Figures, FigureTable, FigureUnit, IndicatorFigure } from '../analysis/figures.ts'
import type { Cell } from '../reports/document.ts'
import { numberCell } from '../reports/figure-cells.ts'
import { type FigureReference, parseReference, resolveReference } from '../reports/figure-reference.ts'
import type { Month } from '../values/month.ts'
import { figureNames } from './figure-names.text.ts'

/** A definition as the button beside a figure shows it. */
export type FigureDefinition = Pick<Definition, 'name' | 'definition' | 'source' | 'version'> & {
  numerator?: string
  denominator?: string
}

/** A figure found by its address: what it is called, what it was in a period, and how it is defined. */
export type KnownFigure = {
  address: string
  name: string
  cell: Cell
  unit: FigureUnit
  scale: FigureReference['scale']
  from: Month
  /** Last month, included. */
  to: Month
  definition: FigureDefinition
}

/** Null where the address is none, or where there is no such figure. One that is withheld is there, and says why. */
export function knownFigure(figures: Figures, address: string): KnownFigure | null {
  const reference = parseReference(address)
  const cell = reference && resolveReference(figures, reference)
  if (!reference || !cell) return null
  const shared = { address, cell, scale: reference.scale, from: figures.from, to: figures.to }
  if (reference.of === 'cell') {
    const table = figures.tables.find(({ id }) => id === reference.table)
    return table ? { ...shared, ...ofTable(table, reference) } : null
  }
  const indicator = figures.indicators.find(({ id }) => id === reference.id)
  return indicator ? { ...shared, ...ofIndicator(indicator, reference) } : null
}

function ofTable(table: FigureTable, { row, column }: FigureReference & { of: 'cell' }) {
  const at = table.columns.findIndex(({ id }) => id === column)
  const found = table.rows.find(({ id }) => id === row)
  const { name, definition, source, definitionVersion: version } = table
  return {
    name: figureNames.cell(name, found?.label ?? row, table.columns[at]?.label ?? column),
    unit: found?.cells[at]?.unit ?? ('count' as const),
    definition: { name, definition, source, version },
  }
}

function ofIndicator(figure: IndicatorFigure, { part, group }: FigureReference & { of: 'indicator' }) {
  const { name, definition, source, definitionVersion: version, numeratorText, denominatorText } = figure
  const split = group && figure.splits?.find(({ by, category }) => by === group.by && category === group.category)
  return {
    name: figureNames.part[part](split ? figureNames.group(name, split.label) : name),
    unit: unitOf(figure.unit, part),
    definition: { name, definition, numerator: numeratorText, denominator: denominatorText, source, version },
  }
}

/** A change is a share of what was; what a share is made of is counted in whole things. */
function unitOf(unit: FigureUnit, part: (FigureReference & { of: 'indicator' })['part']): FigureUnit {
  if (part === 'change') return 'share'
  return (part === 'numerator' || part === 'denominator') && unit === 'share' ? 'count' : unit
}

/** What a cell counts to, as targets are kept: amounts in öre, shares 0–1. Null where it shows no number. */
export function numberOf(cell: Cell, scale: FigureReference['scale'] = null): number | null {
  switch (cell.kind) {
    case 'kronor':
    case 'thousands':
      return cell.ore
    case 'count':
      return cell.count
    case 'decimal':
      return scale === 'mnkr' ? Math.round(cell.number * orePerMillion) : cell.number
    case 'share':
    case 'points':
      return cell.share
    case 'text':
    case 'withheld':
    case 'open':
      return null
  }
}

/** A number, such as a target, as a cell of the same kind as a figure. */
export function cellLike(
  { unit, scale, address }: Pick<KnownFigure, 'unit' | 'scale' | 'address'>,
  value: number,
): Cell {
  if (unit === 'ore' && scale === 'mnkr')
    return { kind: 'decimal', number: value / orePerMillion, decimals: 1, definitionId: address }
  return numberCell(value, unit, { definitionId: address, inThousands: scale === 'tkr' })
}

const orePerMillion = 100_000_000
