import type { ChartHead } from './chart-parts.ts'

/** A count that is shown, or why it is hidden: too small itself, or since it would give such a one away. */
export type SuppressionCell = number | 'primary' | 'secondary'

/**
 * A map of what is hidden in a table of counts.
 *
 * For the one who protects a table and for the manual. A published table must mark all hidden cells alike:
 * which of them are small is itself something that tells.
 */
export type SuppressionChartDefinition = ChartHead & {
  kind: 'suppression'
  /** What the rows are: `Hinder`. */
  rowLabel: string
  columns: string[]
  /** One cell per column. */
  rows: { label: string; cells: SuppressionCell[] }[]
}

/** A chart of a protected table, margins included where they are given; its sentence counts the hidden cells. */
export function suppressionChart(
  table: { rowLabel: string; columns: string[]; rows: { label: string; cells: SuppressionCell[] }[] },
  { title }: { title: string },
): SuppressionChartDefinition {
  const cells = table.rows.flatMap((row) => row.cells)
  const count = (reason: SuppressionCell) => cells.filter((cell) => cell === reason).length
  const [small, guards] = [count('primary'), count('secondary')]
  const description =
    small + guards === 0
      ? `Alla ${cells.length} celler visas.`
      : `${small + guards} av ${cells.length} celler döljs: ${small} är för små och ${guards} skyddar dem från att räknas ut.`
  return { kind: 'suppression', title, description, ...table }
}
