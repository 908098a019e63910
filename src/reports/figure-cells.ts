import type { FigureUnit, FigureValue } from '../analysis/figures.ts'
import { roundTo } from '../values/format.ts'
import type { Cell, NumberCell } from './document.ts'

export type CellStyle = { definitionId: string; signed?: boolean; inThousands?: boolean }

/** Columns that hold a difference: a plus says something there. */
export const isDifference = (column: string): boolean => /variance|change|difference|deviation/i.test(column)

/** A figure as a cell. A value that is null without a reason is left open. */
export function toCell({ value, withheld }: FigureValue, unit: FigureUnit, style: CellStyle): Cell {
  if (withheld) return { kind: 'withheld', reason: withheld, definitionId: style.definitionId }
  return value === null ? { kind: 'open' } : numberCell(value, unit, style)
}

/** A figure that stands for itself, where nothing is left open: null without a reason is missing data. */
export const toKnownCell = (figure: FigureValue, unit: FigureUnit, style: CellStyle): Cell =>
  toCell(figure.value === null ? { ...figure, withheld: figure.withheld ?? 'no-data' } : figure, unit, style)

/**
 * The change against a comparison: in per cent of it, or in percentage points between shares.
 * Withheld when either value is protected; open when one is unknown or there is nothing to compare with.
 */
export function changeCell(now: FigureValue, before: FigureValue, unit: FigureUnit, definitionId: string): Cell {
  const reason = [now.withheld, before.withheld].find((each) => each === 'too-few' || each === 'reveals-another')
  if (reason) return { kind: 'withheld', reason, definitionId }
  if (now.value === null || before.value === null) return { kind: 'open' }
  if (unit === 'share') return { kind: 'points', share: now.value - before.value, definitionId, signed: true }
  if (before.value === 0) return { kind: 'open' }
  return { kind: 'share', share: now.value / before.value - 1, definitionId, signed: true }
}

export function numberCell(
  value: number,
  unit: FigureUnit,
  { definitionId, signed, inThousands }: CellStyle,
): NumberCell {
  const shared = { definitionId, ...(signed && { signed: true as const }) }
  switch (unit) {
    case 'ore':
      return { ...shared, kind: inThousands ? 'thousands' : 'kronor', ore: roundTo(value) }
    case 'share':
      return { ...shared, kind: 'share', share: value }
    case 'months':
    case 'count':
      if (Number.isInteger(value)) return { ...shared, kind: 'count', count: value }
      return { ...shared, kind: 'decimal', number: value, decimals: unit === 'months' ? 2 : 1 }
    case 'households':
    case 'persons':
    case 'decisions':
    case 'applications':
      return { ...shared, kind: 'count', count: roundTo(value) }
  }
}
