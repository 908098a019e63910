import type { FigureTable, FigureUnit, IndicatorFigure, SplitBy } from '../analysis/figures.ts'
import type { ChartUnit } from '../charts/chart-parts.ts'
import { type ChartNote, noteMarks } from '../charts/marks.ts'
import { monthCategory } from '../charts/month-category.ts'
import { type Month, monthShort } from '../values/month.ts'
import { cellText } from './cell-text.ts'
import type { Block, Cell, Chart, Table, TableRow } from './document.ts'
import { changeCell, isDifference, numberCell, toCell, toKnownCell } from './figure-cells.ts'
import { reportsText } from './reports.text.ts'
import { footnotesOf } from './table-footnotes.ts'

/** A table of figures in the report, after its sentence, or its chart with that sentence. Statements are shown in thousands of kronor. */
export function figureTableBlocks(figures: FigureTable): Block[] {
  const charts = drawn.has(figures.id) ? tableChart(figures) : []
  const sentence: Block[] = [{ kind: 'paragraph', content: [tableSentence(figures)] }]
  const lead = charts.length === 0 && figures.sentence ? sentence : charts
  const comment: Block[] = figures.comment ? [{ kind: 'paragraph', content: [figures.comment] }] : []
  return figures.rows.length === 0 ? lead : [...lead, figureTable(figures), ...comment]
}

/** The sentence of a table, with a reference to its definition. */
export const tableSentence = ({ id, sentence }: FigureTable): Cell => ({
  kind: 'text',
  text: sentence,
  definitionId: id,
})

/** The table alone, with what a reader needs below it. */
export function figureTable(figures: FigureTable): Table {
  const hasAmounts = figures.rows.some(({ cells }) => cells.some(({ unit }) => unit === 'ore'))
  const inThousands = hasAmounts && toldInThousands.test(figures.id)
  const rows = figures.rows.map((row): TableRow => {
    const cells = row.cells.map((cell, index) =>
      toCell(cell, cell.unit, {
        definitionId: figures.id,
        signed: isDifference(figures.columns[index]?.id ?? ''),
        inThousands,
      }),
    )
    return { label: row.label, ...(row.kind && { kind: row.kind }), cells }
  })
  const rowNotes = figures.rows.flatMap((row) => (row.note ? [`${row.label}: ${row.note}`] : []))
  return {
    kind: 'table',
    id: figures.id,
    caption: inThousands ? `${figures.name}, tkr` : figures.name,
    definitionId: figures.id,
    rowHeading: inThousands ? 'Post' : '',
    columns: figures.columns.map((column) => column.label),
    rows,
    footnotes: [...footnotesOf(rows), ...rowNotes],
  }
}

/** As their pages tell them; the control of payments is about kronor. */
const toldInThousands = /statement|reconciliation|^savings-|^target-group-/

/** One row per indicator: total, women and men when there are such, the same months a year before, and the change. */
export function indicatorTable(id: string, caption: string, indicators: IndicatorFigure[]): Table {
  const genders = labelsOf(indicators, 'gender')
  const compared = indicators.find((each) => each.comparison)?.comparison
  const rows = indicators.map((figure) => ({
    label: figure.name,
    definitionId: figure.id,
    cells: [
      toKnownCell(figure, figure.unit, { definitionId: figure.id }),
      ...genders.map((label) => splitCell(figure, 'gender', label)),
      ...(compared ? comparisonCells(figure) : []),
    ],
  }))
  const before = compared ? [periodShort(compared), 'Förändring'] : []
  return {
    kind: 'table',
    id,
    caption,
    rowHeading: 'Nyckeltal',
    columns: [genders.length > 0 ? 'Totalt' : 'Perioden', ...genders, ...before],
    rows,
    footnotes: footnotesOf(rows),
  }
}

/** The indicators by another division than gender: one row per category, one column per indicator. */
export function splitTables(id: string, name: string, indicators: IndicatorFigure[]): Table[] {
  return otherSplits.flatMap(({ by, heading }) => {
    const divided = indicators.filter((figure) => figure.splits?.some((split) => split.by === by))
    const labels = labelsOf(divided, by)
    if (labels.length === 0) return []
    const rows = labels.map((label) => ({ label, cells: divided.map((figure) => splitCell(figure, by, label)) }))
    const columns = divided.map((figure) => figure.name)
    const caption = `${name}, efter ${heading.toLocaleLowerCase('sv')}`
    return {
      kind: 'table',
      id: `${id}-${by}`,
      caption,
      rowHeading: heading,
      columns,
      rows,
      footnotes: footnotesOf(rows),
    }
  })
}

/** Month by month, with a mark for each note that begins within them. Null when there are fewer than three months to show, or nothing but zero. */
export function seriesChart(figure: IndicatorFigure, notes: readonly ChartNote[] = []): Chart | null {
  const points = figure.series ?? []
  const marks = noteMarks(
    figure.id,
    points.map(({ month }) => month),
    notes,
  )
  const known = points.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]))
  const [first] = known
  if (!first || known.length < 3 || known.every(({ value }) => value === 0)) return null
  const highest = known.reduce((top, each) => (each.value > top.value ? each : top), first)
  const lowest = known.reduce((bottom, each) => (each.value < bottom.value ? each : bottom), first)
  const written = (point: typeof first) =>
    `${cellText(numberCell(point.value, figure.unit, { definitionId: figure.id }))} (${monthShort(point.month)})`
  return {
    kind: 'chart',
    id: `${figure.id}-series`,
    definitionId: figure.id,
    drawing: {
      kind: 'bars',
      title: `${figure.name}, månad för månad`,
      description: `Som högst ${written(highest)} och som lägst ${written(lowest)}.`,
      ...unitOf(figure.unit),
      categoryLabel: 'Månad',
      categories: points.map((point) => monthCategory(point.month)),
      series: [{ id: figure.id, name: figure.name, values: points.map((point) => point.value) }],
      ...(marks.length > 0 && { marks }),
    },
  }
}

const otherSplits: { by: SplitBy; heading: string }[] = [
  { by: 'age', heading: 'Ålder' },
  { by: 'householdType', heading: 'Hushållstyp' },
  { by: 'children', heading: 'Barn i hushållet' },
  { by: 'unit', heading: 'Enhet' },
]

const labelsOf = (indicators: IndicatorFigure[], by: SplitBy): string[] => [
  ...new Set(
    indicators.flatMap((each) => each.splits ?? []).flatMap((split) => (split.by === by ? [split.label] : [])),
  ),
]

/** Open where the indicator is not divided that way, such as children by the applicant's gender. */
function splitCell(figure: IndicatorFigure, by: SplitBy, label: string): Cell {
  const split = figure.splits?.find((each) => each.by === by && each.label === label)
  return split ? toKnownCell(split, figure.unit, { definitionId: figure.id }) : { kind: 'open' }
}

function comparisonCells({ id, unit, comparison, ...figure }: IndicatorFigure): Cell[] {
  if (!comparison) return [{ kind: 'open' }, { kind: 'open' }]
  return [toKnownCell(comparison, unit, { definitionId: id }), changeCell(figure, comparison, unit, id)]
}

/** `jan–apr 2018`, for the head of a column. */
function periodShort({ from, to }: { from: Month; to: Month }): string {
  if (from === to) return monthShort(from)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${sameYear ? monthShort(from).slice(0, -5) : monthShort(from)}–${monthShort(to)}`
}

/**
 * A table as bars: of its first column, and the second where it counts the same. Rows that are parts or sums of others are not drawn.
 * None where there is nothing to compare.
 */
export function tableChart(table: FigureTable): Chart[] {
  if (acrossColumns.has(table.id)) return columnChart(table)
  const { columns, rows } = table
  const shown = rows.filter((row) => row.kind === undefined).slice(0, 12)
  const unit = shown[0]?.cells[0]?.unit
  const isCounted = (index: number) =>
    !isDifference(columns[index]?.id ?? '') && shown.every((row) => row.cells[index]?.unit === unit)
  const counted = columns.slice(0, isCounted(1) ? 2 : 1).map((column, index) => ({ ...column, index }))
  if (!unit || shown.length < 2 || counted.length === 0) return []
  return [
    barsOf(
      table,
      unit,
      shown.map(({ label }) => label),
      counted.map(({ id, label, index }) => ({
        id,
        name: label,
        values: shown.map((row) => row.cells[index]?.value ?? null),
      })),
    ),
  ]
}

/** A table whose columns are the classes: its sum row, without the column of all. */
function columnChart(table: FigureTable): Chart[] {
  const sum = table.rows.find((row) => row.kind === 'sum')
  const unit = sum?.cells[0]?.unit
  if (!sum || !unit) return []
  const values = sum.cells.slice(0, -1).map(({ value }) => value)
  if (values.every((value) => value === null)) return []
  const labels = table.columns.slice(0, -1).map(({ label }) => label)
  return [barsOf(table, unit, labels, [{ id: sum.id, name: sum.label, values }])]
}

const barsOf = (
  { id, name, sentence }: FigureTable,
  unit: FigureUnit,
  labels: string[],
  series: Chart['drawing']['series'],
): Chart => ({
  kind: 'chart',
  id: `${id}-chart`,
  definitionId: id,
  drawing: {
    kind: 'horizontal-bars',
    title: name,
    description: sentence,
    ...unitOf(unit),
    categoryLabel: reportsText.category,
    categories: labels.map((label) => ({ label })),
    series,
  },
})

const unitOf = (unit: FigureUnit): { unit: ChartUnit; unitLabel: string } => ({
  unit: unit === 'share' ? 'share' : unit === 'ore' ? 'thousands' : 'count',
  unitLabel: reportsText.unit[unit],
})

/** Tables whose classes are columns. */
const acrossColumns = new Set(['throughput'])

/** Tables that a reader looks at as a shape. */
const drawn = new Set(['households-by-year', 'obstacles', 'snapshot', 'duration-classes'])
