import { type Month, monthInWords } from '../values/month.ts'
import type { Category } from './chart-parts.ts'

/** A month along a chart: `jan` on the axis, with the year written once below. */
export const monthCategory = (month: Month): Category => ({
  label: monthInWords(month),
  tick: monthInWords(month).slice(0, 3),
  group: month.slice(0, 4),
})
