import { attack } from '../../calculations/disclosure/attack.ts'
import { primaryCounts } from '../../calculations/disclosure/primary-rules.ts'
import type { Solver } from '../../calculations/disclosure/solver.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { suppressionChart } from '../../charts/suppression-chart.ts'
import { printedTable, withSums } from '../disclosure/printed-table.ts'

const table = withSums({
  columns: ['område', 'ensamstående', 'par', 'med barn'],
  rows: [
    ['norr', 3, 20, 16],
    ['syd', 40, 2, 60],
    ['öst', 18, 30, 4],
  ],
})

/** Only what is small in itself is hidden, and an attacker who needs nothing but subtraction. */
export function suppressionPicture(solver: Solver): ChartDefinition {
  const system = printedTable(table)
  const hidden = primaryCounts(system, { threshold: 5, hideZeros: false })
  const { least, greatest } = attack(solver, system, hidden)
  const found = [...hidden.keys()].filter((cell) => hidden[cell] && least[cell] === greatest[cell])
  const width = table.columns.length - 1
  const rows = table.rows.map(([label, ...counts], row) => ({
    label: String(label),
    cells: counts.map((count, at) => (hidden[row * width + at] ? ('primary' as const) : Number(count))),
  }))
  const chart = suppressionChart(
    { rowLabel: 'Område', columns: table.columns.slice(1), rows },
    { title: 'Bara de små antalen är dolda' },
  )
  const small = hidden.filter((each) => each === 1).length
  return {
    ...chart,
    description: `${small} antal är dolda, och angreppet räknar fram ${found.length} av dem exakt: ${found.map((cell) => least[cell]).join(', ')}.`,
  }
}
