import { type PrintedFinding, whereIs } from './printed-finding.ts'
import { numberAt, placeOf, type PrintedColumn, type PrintedRow, type PrintedTable } from './read-printed-table.ts'
import { projectedFlow, requiredAverage } from './rest-of-year.ts'
import { stockFlow, stockFlowLabels } from './stock-flow.ts'
import type { VolumeRow } from './volume-table.ts'

type CheckOptions = { months: number | null; comment: string | null; largeDeviation: number }

/**
 * The findings of a table of volumes: a flow far from its forecast when it goes on as it has, a stock that does not follow
 * from what came in and went out, and large deviations without a comment. Averages and stocks are never multiplied.
 */
export function checkVolumes(table: PrintedTable, { months, comment, largeDeviation }: CheckOptions): PrintedFinding[] {
  const value = (row: PrintedRow | undefined, kind: PrintedColumn) => (row ? numberAt(row, placeOf(table, kind)) : null)
  const deviations = table.rows.flatMap(deviationOf)
  return [...deviations, ...table.rows.flatMap(averageOf), ...stocks(), ...missingComment()]

  function deviationOf(row: PrintedRow): PrintedFinding[] {
    const [actual, forecast] = [value(row, 'actual'), value(row, 'forecast')]
    if (kindOf(row) !== 'flow' || months === null || actual === null || !forecast) return []
    const projected = Math.round(projectedFlow(actual, months))
    if (Math.abs(projected / forecast - 1) < largeDeviation) return []
    return [{ ...whereIs(row), kind: 'deviation', severity: 'question', projected, forecast }]
  }

  function averageOf(row: PrintedRow): PrintedFinding[] {
    const [actual, target] = [value(row, 'actual'), value(row, 'forecast')]
    if (kindOf(row) !== 'average' || months === null || actual === null || target === null) return []
    const required = requiredAverage(target, actual, months)
    return required === null ? [] : [{ ...whereIs(row), kind: 'required-average', severity: 'note', target, required }]
  }

  function stocks(): PrintedFinding[] {
    const find = (label: string) => table.rows.find((row) => row.label === label)
    return stockFlowLabels(table.rows.map(({ label }) => label)).flatMap((labels): PrintedFinding[] => {
      const stock = find(labels.stock)!
      const flows = [labels.started, labels.ended].map((label) => value(find(label), 'actual'))
      const fault = stockFlow(value(stock, 'year-before'), flows[0]!, flows[1]!, value(stock, 'actual'))
      return fault ? [{ ...whereIs(stock), kind: 'stock-flow', severity: 'error', ...fault }] : []
    })
  }

  function missingComment(): PrintedFinding[] {
    if (comment === null || comment.trim() !== '' || deviations.length === 0) return []
    return [{ line: 0, label: '', kind: 'no-comment', severity: 'question', rows: deviations.length }]
  }

  function kindOf(row: PrintedRow): VolumeRow['kind'] | null {
    const at = placeOf(table, 'volume-kind')
    const said = at < 0 ? '' : row.texts[at]!
    return [said, row.label].map((text) => kinds.find(([pattern]) => pattern.test(text))?.[1]).find(Boolean) ?? null
  }
}

/** How a kind is told from its name; the first that fits decides. */
const kinds: [RegExp, VolumeRow['kind']][] = [
  [/^[AG]$|genomsnitt|snitt|\/mån/i, 'average'],
  [/^[SB]$|bestånd|pågående|vid (årets|periodens)/i, 'stock'],
  [/^F$|flöde|dygn|startade|avslutade|inkomna|nya|ärenden/i, 'flow'],
]
