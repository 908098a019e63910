import type { Panel } from './panel.ts'

export type TableName = 'householdMonths' | 'personMonths' | 'decisions' | 'applications'

/** What a figure is made of: rows of one table of the panel, counted, or with a column summed over them. */
export type Selection = {
  table: TableName
  rows: Int32Array
  /** Summed over the rows instead of counting them; its sums are exact up to 2^53. */
  sumOf?: Float64Array
  /** Each row is of a household, or person, of its own: nobody has to be looked for twice. */
  isDistinct?: boolean
}

export const householdRows = (rows: Int32Array): Selection => ({ table: 'householdMonths', rows })
export const personRows = (rows: Int32Array): Selection => ({ table: 'personMonths', rows })

/** How many rows, or the sum of the column. */
export function sizeOf({ rows, sumOf }: Selection): number {
  if (!sumOf) return rows.length
  let sum = 0
  for (let index = 0; index < rows.length; index++) sum += sumOf[rows[index]!]!
  return sum
}

/** Whom the rows of a table are about: the household, or in `personMonths` the person. */
export const subjectsOf = (panel: Panel, table: TableName): { column: Int32Array; count: number } =>
  table === 'personMonths'
    ? { column: panel.personMonths.person, count: panel.personCount }
    : { column: panel[table].household, count: panel.householdIds.length }

/** How many households, or persons, stand behind the rows. Twelve months of one household are one. */
export function subjectCount(panel: Panel, { table, rows, isDistinct }: Selection): number {
  if (isDistinct) return rows.length
  const { column, count } = subjectsOf(panel, table)
  const seen = new Uint8Array(count)
  let distinct = 0
  for (let index = 0; index < rows.length; index++) {
    const subject = column[rows[index]!]!
    if (seen[subject]) continue
    seen[subject] = 1
    distinct++
  }
  return distinct
}

/**
 * How rows fall into categories. `categoriesOf` gives, for each code of a row, the categories that it counts in:
 * a couple of a woman and a man counts in both.
 */
export type Grouping = { codeOf: (row: number) => number; categoriesOf: readonly (readonly number[])[]; size: number }

export type Tally = { sums: Float64Array; subjects: Int32Array }

/** Rows, or the summed column, and distinct subjects in each category. */
export function tally(panel: Panel, { table, rows, sumOf }: Selection, grouping: Grouping): Tally {
  const { column, count } = subjectsOf(panel, table)
  const { size, categoriesOf, codeOf } = grouping
  const result = { sums: new Float64Array(size), subjects: new Int32Array(size) }
  const seen = new Uint8Array(size * count)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    const added = sumOf ? sumOf[row]! : 1
    const categories = categoriesOf[codeOf(row)]!
    for (let each = 0; each < categories.length; each++) {
      const category = categories[each]!
      result.sums[category]! += added
      const cell = category * count + column[row]!
      if (!seen[cell]) result.subjects[category]!++
      seen[cell] = 1
    }
  }
  return result
}

/** Wants every row: `keep` and `rowsWhere` then have nothing to copy. */
export const everyRow = (): boolean => true

export const keep = (selection: Selection, wanted: (row: number) => boolean): Selection => ({
  ...selection,
  rows: rowsWhere(selection.rows, wanted),
})

/** As `filter` of the typed array, which is several times slower. */
export function rowsWhere(rows: Int32Array, wanted: (row: number) => boolean): Int32Array {
  if (wanted === everyRow) return rows
  const kept = new Int32Array(rows.length)
  let length = 0
  for (let index = 0; index < rows.length; index++) if (wanted(rows[index]!)) kept[length++] = rows[index]!
  return kept.subarray(0, length)
}
