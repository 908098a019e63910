import { smallChanges } from '../../calculations/disclosure/changes.ts'
import { primaryCounts } from '../../calculations/disclosure/primary-rules.ts'
import type { ChartDefinition } from '../../charts/chart.ts'
import { printedTable, withSums } from '../disclosure/printed-table.ts'
import { seriesChart } from './series-chart.ts'

const columns = ['område', 'ensamstående', 'par']

/** In February one household has come, and nobody else has moved. */
const [january, february] = [14, 15].map((couples) =>
  printedTable(
    withSums({
      columns,
      rows: [
        ['norr', 31, couples],
        ['syd', 45, 22],
      ],
    }),
  ),
)

/** The cells as they are printed: two columns and a sum in each row. */
const inner = ['norr', 'syd'].flatMap((area, row) =>
  columns.slice(1).map((type, column) => ({ name: `${area}, ${type}`, cell: 3 * row + column })),
)

/** Two tables in which nothing is small, and which tell of one household together. */
export function attackPicture(): ChartDefinition {
  const months = [january!, february!]
  const small = months.flatMap((system) => [...primaryCounts(system, { threshold: 5, hideZeros: false })])
  const toHide = small.filter((mark) => mark === 1).length
  const told = smallChanges(
    months.map(({ values }) => values),
    5,
  )
  const changeOf = (cell: number) => told.find((each) => each.cell === cell)?.change ?? 0
  const changed = inner.filter(({ cell }) => changeOf(cell) !== 0).map(({ name }) => name)
  return seriesChart(
    'horizontal-bars',
    {
      title: 'Två månaders tabeller, där allt får visas för sig',
      description: `${toHide === 0 ? 'Inget' : toHide} antal behöver döljas i någon av månaderna. Skillnaden visar ändå att hushållet som kom finns i ${changed.join(' och ')}.`,
      unit: 'count',
      unitLabel: 'hushåll fler i februari',
      categoryLabel: 'Cell',
    },
    inner.map(({ name }) => name),
    { Skillnad: inner.map(({ cell }) => changeOf(cell)) },
  )
}
