import { Link } from '@tanstack/react-router'
import { Value } from '../analysis/figure-value.page.tsx'
import type { FigureTable } from '../analysis/figures.ts'
import { Table } from '../ui/Table.tsx'
import { comparisonText as text } from './comparison.text.ts'
import type { ComparisonView } from './comparison-view.ts'
import { themeOrder, themeText } from './key-figures.text.ts'

type OverviewProps = {
  overview: FigureTable
  choices: ComparisonView['choices']
  onChoose: (id: string) => void
}

/** The latest year of every key figure, a table for each theme that has any. */
export const OverviewTables = ({ overview, choices, onChoose }: OverviewProps) => (
  <>
    {themeOrder.map((theme) => {
      const ids = choices.filter((each) => each.theme === theme).map(({ id }) => id)
      const rows = overview.rows.filter(({ id }) => ids.includes(id))
      return rows.length === 0 ? null : (
        <div key={theme} className="stack comparison-theme">
          <h3>{themeText[theme]}</h3>
          <Table
            caption={text.inTheme(overview.name, themeText[theme])}
            hideCaption
            rowHeader={text.column.keyFigure}
            columns={overview.columns}
            rows={rows.map(({ id, label, cells }) => ({
              id,
              label: (
                <Link
                  to="/jamforelse"
                  search={(before: Record<string, unknown>) => ({ ...before, nyckeltal: id })}
                  resetScroll={false}
                  onClick={() => onChoose(id)}
                >
                  {label}
                </Link>
              ),
              cells: cells.map((cell, at) => <Value key={at} figure={cell} unit={cell.unit} />),
            }))}
          />
        </div>
      )
    })}
    <p className="figure-note">{text.marks}</p>
  </>
)

/** A table of the comparison with its own header of the rows. */
export const ComparedTable = ({ table, rowHeader }: { table: FigureTable; rowHeader: string }) => (
  <Table
    caption={table.name}
    hideCaption
    rowHeader={rowHeader}
    columns={table.columns}
    rows={table.rows.map(({ id, label, cells }) => ({
      ...{ id, label },
      cells: cells.map((cell, at) => <Value key={at} figure={cell} unit={cell.unit} />),
    }))}
  />
)
