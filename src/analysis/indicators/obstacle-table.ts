import { adultsWithAssistance } from '../../calculations/assistance.ts'
import type { Panel } from '../../calculations/panel.ts'
import { keep } from '../../calculations/selection.ts'
import type { DisclosureLimits } from '../../parameters/disclosure-limits.ts'
import { type MonthIndex, monthFromIndex, monthInWords } from '../../values/month.ts'
import type { TableCell } from '../figures.ts'
import type { View } from './figure.ts'
import { type Context, register } from './indicator.ts'
import {
  changeCells,
  countCell,
  inWords,
  lineOfCounts,
  missingCell,
  signedInWords,
  type TableOf,
  wantedRow,
} from './table-cells.ts'

/** Adults by obstacle in the period's first month and in the same month a year before. */
export const obstacleTable: TableOf = (context, before, view) => {
  const at = context.months.from
  const groups = groupsOf(context.prepared.panel)
  const now = countsIn(context, at, view)
  const then = before ? countsIn(context, at - 12, view) : null
  const codes = now.map((count, index) => count + (then?.[index] ?? 0))
  const [earlier, later] = [then && cellsOf(groups, then, view.limits), cellsOf(groups, now, view.limits)]
  const rows = rowsOf(groups, context.prepared.panel, codes).map(({ position, ...row }) => {
    const cell = later[position]!
    const old = earlier?.[position] ?? missingCell('persons')
    return { ...row, cells: [old, cell, ...changeCells(old, cell, view.limits)] }
  })
  const inMonth = (index: MonthIndex) => monthInWords(monthFromIndex(index))
  const unknown = rows.find(({ id }) => id === 'unknown')!
  const total = rows.at(-1)!.cells
  return {
    id: 'obstacles',
    name: 'Försörjningshinder, förändring på ett år',
    definition:
      'Vuxna i hushåll med ekonomiskt bistånd i månaden, efter det försörjningshinder som är huvudsaklig orsak. Varje vuxen räknas en gång. Vuxna utan registrerat försörjningshinder visas för sig.',
    source: `${register} Försörjningshinder enligt Socialstyrelsens lista.`,
    definitionVersion: 1,
    columns: [
      { id: 'before', label: inMonth(at - 12) },
      { id: 'period', label: inMonth(at) },
      { id: 'change', label: 'Förändring' },
      { id: 'change-share', label: 'Förändring, procent' },
    ],
    rows,
    sentence: `${inWords(total[1]!)} vuxna hade ekonomiskt bistånd i ${inMonth(at)}, ${signedInWords(total[2]!)} mot ${inMonth(at - 12)}.${missingInWords(unknown.cells[1]!)}`,
  }
}

/** A small number is not told, and then neither is that it is small. */
const missingInWords = (cell: TableCell): string =>
  cell.value ? ` För ${inWords(cell)} av dem saknas uppgift om försörjningshinder.` : ''

type Group = { label: string; codes: number[] }

function groupsOf({ obstacles }: Panel): Group[] {
  const labels = [...new Set(obstacles.map(({ group }) => group))]
  return labels.map((label) => ({
    label,
    codes: obstacles.flatMap(({ group }, code) => (group === label ? [code] : [])),
  }))
}

/** Per obstacle code, and last those without a known one. */
function countsIn(context: Context, month: MonthIndex, view: View): number[] {
  const { prepared } = context
  const { obstacles, personMonths } = prepared.panel
  const adults = keep(
    adultsWithAssistance(prepared, { from: month, until: month + 1 }),
    wantedRow(context, view, 'personMonths'),
  )
  const counts = [...obstacles, null].map(() => 0)
  for (const row of adults.rows) {
    const code = personMonths.obstacle[row]!
    counts[code < 0 ? obstacles.length : code]!++
  }
  return counts
}

/** Codes, then groups, then unknown and total. The groups and unknown sum to the total, the codes to their group. */
function cellsOf(groups: Group[], counts: number[], limits: DisclosureLimits | null): TableCell[] {
  const sums = groups.map(({ codes }) => codes.reduce((sum, code) => sum + counts[code]!, 0))
  const codeLines = groups.map(({ codes }) =>
    lineOfCounts(
      codes.map((code) => counts[code]!),
      'persons',
      limits,
    ),
  )
  const already = codeLines.map((line) => line.at(-1)!.value === null)
  const groupLine = lineOfCounts([...sums, counts.at(-1)!], 'persons', limits, already)
  const codeCells: TableCell[] = []
  groups.forEach(({ codes }, group) => {
    const isGroupHidden = groupLine[group]!.value === null
    codes.forEach((code, index) => {
      const count = counts[code]!
      codeCells[code] = isGroupHidden ? countCell(count, 'persons', count > 0) : codeLines[group]![index]!
    })
  })
  return [...codeCells, ...groupLine]
}

type Row = { id: string; label: string; position: number; kind?: 'sum' | 'of-which' }

/** A group with one code in use is one row; codes that nobody has in either month are left out. */
function rowsOf(groups: Group[], { obstacles }: Panel, used: number[]): Row[] {
  const rows = groups.flatMap(({ label, codes }, group): Row[] => {
    const present = codes.filter((code) => used[code]! > 0)
    if (present.length === 0) return []
    const whole: Row = { id: `group-${group + 1}`, label, position: obstacles.length + group }
    if (present.length === 1 && obstacles[present[0]!]!.label === label) return [whole]
    return [
      whole,
      ...present.map((code): Row => ({
        id: obstacles[code]!.code,
        label: obstacles[code]!.label,
        position: code,
        kind: 'of-which',
      })),
    ]
  })
  const end = obstacles.length + groups.length
  return [
    ...rows,
    { id: 'unknown', label: 'Uppgift saknas', position: end },
    { id: 'total', label: 'Alla vuxna', position: end + 1, kind: 'sum' },
  ]
}
