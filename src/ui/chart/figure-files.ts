import { csvText } from '../../values/csv-text.ts'
import { type ChartTableCell, tableOf } from '../../charts/chart-table.ts'
import type { ChartUnit } from '../../charts/chart-parts.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { withoutVariables } from '../../charts/paint.ts'

/**
 * The values of a chart as a Swedish spreadsheet reads them: semicolons, decimal comma, byte order mark.
 *
 * Whole precision: shares as 0–1, money in kronor. A gap is an empty cell.
 */
export function csvOf(chart: ChartDefinition): string {
  const { rowLabel, columns, rows } = tableOf(chart)
  const head = [rowLabel, ...columns.map(({ label }) => label)]
  return csvText([
    head,
    ...rows.map(({ label, cells }) => [label, ...columns.map(({ unit }, at) => cellText(cells[at] ?? null, unit))]),
  ])
}

/** The drawing as a file of its own, in the light colours: it is going onto paper or into another document. */
export const svgFileOf = (drawing: SVGElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${withoutVariables(new XMLSerializer().serializeToString(drawing))}`

/** Hands a file to the browser to save. */
export function saveFile(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}

function cellText(cell: ChartTableCell, unit: ChartUnit): string {
  if (cell === null || typeof cell === 'string') return cell ?? ''
  const divisor = unit === 'kronor' || unit === 'thousands' ? 100 : 1
  return String(cell / divisor).replace('.', ',')
}
