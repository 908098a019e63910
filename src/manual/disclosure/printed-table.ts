import { totalName } from '../../calculations/disclosure/dimension.ts'
import { listedTables } from '../../calculations/disclosure/listed-tables.ts'
import type { SpecTable } from '../spec.ts'

/** A table as it is printed, the first column naming the rows, `total` for sums; a hidden count is null. */
export function printedTable({ columns, rows }: SpecTable) {
  const names = columns.slice(1)
  return listedTables(
    rows.flatMap(([row, ...counts]) =>
      counts.map((count, at) => ({
        place: [String(row), names[at]!],
        count: count === null ? Number.NaN : Number(count),
      })),
    ),
  )
}

/** Inner counts with the sums of rows, of columns, and of all. */
export function withSums({ columns, rows }: SpecTable): SpecTable {
  const sum = (counts: (string | number | null)[]) => counts.reduce<number>((total, count) => total + Number(count), 0)
  const wide = rows.map(([name, ...counts]) => [name!, ...counts, sum(counts)])
  const total = wide[0]!.slice(1).map((_, at) => sum(wide.map((row) => row[at + 1]!)))
  return { columns: [...columns, totalName], rows: [...wide, [totalName, ...total]] }
}
