import type { Figures, FigureUnit, FigureValue, IndicatorFigure, SplitBy } from '../analysis/figures.ts'
import type { Cell } from './document.ts'
import { changeCell, isDifference, toKnownCell } from './figure-cells.ts'

/**
 * A figure by its address, so that a text holds a reference and never a typed number:
 *
 * - `households-per-month` the indicator in the report's period; `:before` the same months a year before, `:change` the
 *   change between them, `:numerator` and `:denominator` what it is made of
 * - `households-per-month[gender=women]` one of its groups
 * - `operating-statement/staff/variance` a table's row and column
 * - `|tkr` and `|mnkr` write an amount in thousands or millions of kronor
 *
 * A name that holds a sign of the address has it as `%` and two digits, as a web address does: `volumes/Barn %2F unga/actual`.
 */
export type FigureReference = (
  | { of: 'indicator'; id: string; part: IndicatorPart; group: { by: SplitBy; category: string } | null }
  | { of: 'cell'; table: string; row: string; column: string }
) & { scale: 'tkr' | 'mnkr' | null }

const indicatorParts = ['value', 'before', 'change', 'numerator', 'denominator'] as const
type IndicatorPart = (typeof indicatorParts)[number]
const splits: readonly SplitBy[] = ['gender', 'age', 'householdType', 'children', 'unit']

const address =
  /^(?<id>[a-z0-9-]+)(?:\[(?<by>\w+)=(?<category>[^\]]{1,200})\])?(?::(?<part>[a-z]+))?(?:\/(?<row>[^/|]{1,300})\/(?<column>[^/|]{1,300}))?(?:\|(?<scale>tkr|mnkr))?$/

/** Null where the text is no address. */
export function parseReference(text: string): FigureReference | null {
  const found = address.exec(text.trim())?.groups
  if (!found) return null
  const scale = (found.scale ?? null) as FigureReference['scale']
  if (found.row !== undefined && found.column !== undefined) {
    if (found.by || found.part) return null
    return { of: 'cell', table: found.id!, row: unescaped(found.row), column: unescaped(found.column), scale }
  }
  const part = indicatorParts.find((each) => each === (found.part ?? 'value'))
  const by = splits.find((each) => each === found.by)
  if (!part || (found.by !== undefined && !by)) return null
  return {
    of: 'indicator',
    id: found.id!,
    part,
    group: by ? { by, category: unescaped(found.category!) } : null,
    scale,
  }
}

export function writeReference(reference: FigureReference): string {
  const scale = reference.scale ? `|${reference.scale}` : ''
  if (reference.of === 'cell')
    return `${reference.table}/${escaped(reference.row)}/${escaped(reference.column)}${scale}`
  const group = reference.group ? `[${reference.group.by}=${escaped(reference.group.category)}]` : ''
  return `${reference.id}${group}${reference.part === 'value' ? '' : `:${reference.part}`}${scale}`
}

/** Signs that an address, or the braces around it in a text, would be read by. */
const escaped = (name: string): string =>
  name.replace(/[%/|[\]{}]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A per cent sign that begins no sign is itself: people write addresses too. */
const unescaped = (name: string): string =>
  name.replace(/%(25|2F|7C|5B|5D|7B|7D)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** The figure as a cell of a document; null where there is no such figure, so that the writer can be told. */
export function resolveReference(figures: Figures, reference: FigureReference): Cell | null {
  const cell = reference.of === 'cell' ? tableCell(figures, reference) : indicatorCell(figures, reference)
  return cell && inScale(cell, reference.scale)
}

/** What a figure counts in, so that a target can be written as it is; null where there is no such figure. */
export function unitOfReference({ tables, indicators }: Figures, reference: FigureReference): FigureUnit | null {
  if (reference.of === 'indicator') return indicators.find(({ id }) => id === reference.id)?.unit ?? null
  const table = tables.find(({ id }) => id === reference.table)
  const at = table?.columns.findIndex(({ id }) => id === reference.column) ?? -1
  return table?.rows.find(({ id }) => id === reference.row)?.cells[at]?.unit ?? null
}

function tableCell({ tables }: Figures, { table: id, row, column }: FigureReference & { of: 'cell' }): Cell | null {
  const table = tables.find((each) => each.id === id)
  const at = table?.columns.findIndex((each) => each.id === column) ?? -1
  const found = table?.rows.find((each) => each.id === row)?.cells[at]
  return found ? toKnownCell(found, found.unit, { definitionId: id, signed: isDifference(column) }) : null
}

function indicatorCell(
  { indicators }: Figures,
  { id, part, group }: FigureReference & { of: 'indicator' },
): Cell | null {
  const figure = indicators.find((each) => each.id === id)
  if (!figure) return null
  const value: FigureValue | undefined = group
    ? figure.splits?.find((each) => each.by === group.by && each.category === group.category)
    : figure
  return value ? partOf(figure, value, part, group !== null) : null
}

function partOf(figure: IndicatorFigure, value: FigureValue, part: IndicatorPart, isGroup: boolean): Cell | null {
  const { id: definitionId, unit } = figure
  if (part === 'value') return toKnownCell(value, unit, { definitionId })
  if (part === 'numerator' || part === 'denominator') {
    if (value[part] === null) return toKnownCell(value, unit, { definitionId })
    return toKnownCell({ ...value, value: value[part] }, partUnit(unit), { definitionId })
  }
  // A group has no comparison of its own.
  if (isGroup || !figure.comparison) return null
  return part === 'before'
    ? toKnownCell(figure.comparison, unit, { definitionId })
    : changeCell(figure, figure.comparison, unit, definitionId)
}

/** What a share is made of is counted in whole things. */
const partUnit = (unit: FigureUnit): FigureUnit => (unit === 'share' ? 'count' : unit)

function inScale(cell: Cell, scale: FigureReference['scale']): Cell {
  if (scale === null || cell.kind !== 'kronor') return cell
  return scale === 'tkr'
    ? { ...cell, kind: 'thousands' }
    : { ...signOf(cell), kind: 'decimal', number: cell.ore / 100_000_000, decimals: 1, definitionId: cell.definitionId }
}

const signOf = ({ signed }: { signed?: true }) => (signed ? { signed } : {})
