import { addMonths, type Month } from '../values/month.ts'
import { monthsOf, type Period } from '../values/period.ts'

/** Joins months in a row with the same label into bands. The months may come in any order. */
export function bandsOf(items: { month: Month; label: string }[]): (Period & { label: string })[] {
  const bands: (Period & { label: string })[] = []
  for (const { month, label } of items.toSorted((a, b) => (a.month < b.month ? -1 : 1))) {
    const last = bands.at(-1)
    if (last?.label === label && last.until === month) last.until = addMonths(month, 1)
    else bands.push({ from: month, until: addMonths(month, 1), label })
  }
  return bands
}

/** Puts periods in as few rows as needed so that none covers another in its row; in the order they begin. */
export function stacked<Item extends Period>(items: Item[]): Item[][] {
  const rows: Item[][] = []
  for (const item of items.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const free = rows.find((row) => row.every(({ until }) => until <= item.from))
    if (free) free.push(item)
    else rows.push([item])
  }
  return rows
}

/** The years a period touches, each with how many of its months. */
export function yearsOf(period: Period): { year: string; months: number }[] {
  const years = new Map<string, number>()
  for (const month of monthsOf(period)) years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + 1)
  return [...years].map(([year, months]) => ({ year, months }))
}
