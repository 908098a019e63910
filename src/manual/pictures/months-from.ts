import type { Category } from '../../charts/chart-parts.ts'
import { monthCategory } from '../../charts/month-category.ts'
import { addMonths, month } from '../../values/month.ts'

export const monthsFrom = (first: string, count: number): Category[] =>
  Array.from({ length: count }, (_, at) => monthCategory(addMonths(month(first), at)))
