import type { FigureTable, Figures, IndicatorFigure } from './figures.ts'

/**
 * Figures as the command line prints them: every indicator, and every cell of a table as an indicator of its own
 * with the id `table.row.column`. A value withheld is null with its reason.
 */
export function figuresJson(figures: Figures) {
  const { municipality, from, to, knownAt, indicators, tables } = figures
  return {
    municipality: municipality.code,
    from,
    to,
    knownAt,
    indicators: [...indicators.map(indicatorJson), ...tables.flatMap(tableJson)],
    tables,
  }
}

function indicatorJson(figure: IndicatorFigure) {
  const { id, name, unit, value, numerator, denominator, definitionVersion, withheld, comparison, splits } = figure
  return {
    id,
    name,
    unit,
    value,
    numerator,
    denominator,
    definitionVersion,
    ...(withheld && { withheld }),
    ...(comparison && { comparison }),
    ...(splits && { splits }),
  }
}

const tableJson = (table: FigureTable) =>
  table.rows.flatMap((row) =>
    row.cells.map((cell, at) => ({
      id: `${table.id}.${row.id}.${table.columns[at]?.id ?? at}`,
      name: `${table.name}: ${row.label}, ${table.columns[at]?.label ?? ''}`,
      unit: cell.unit,
      value: cell.value,
      numerator: cell.numerator,
      denominator: cell.denominator,
      definitionVersion: table.definitionVersion,
      ...(cell.withheld && { withheld: cell.withheld }),
    })),
  )
