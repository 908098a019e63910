import type { FigureTable } from '../analysis/figures.ts'
import type { JobField } from './job.text.ts'

export type JobView = {
  /** What was counted with, and what would be when nothing is asked. */
  inputs: Record<JobField, number>
  defaults: Record<JobField, number>
  /** Where the defaults come from. */
  source: string
  /** Month by month for all persons, öre; the months are counted from the first of the job. */
  cumulative: number[]
  breakEven: number | null
  /** Per cent; null when no subsidy makes it even. */
  breakEvenSubsidy: number | null
  net: number
  tables: FigureTable[]
}
