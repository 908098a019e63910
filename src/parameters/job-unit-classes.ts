import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

export type JobUnitClasses = {
  /** Kinds of interventions of the catalogue that are no measure of a job unit: what may come of one, and other committees' work. */
  leftOut: readonly string[]
  /** First whole year of each class of age but the first. */
  ageFrom: readonly number[]
  /** First whole month of each class of duration but the first; the last class begins after its month. */
  monthsFrom: readonly [number, number, number]
}

/** How participants of municipal labour-market measures are counted for Kolada (U40406–U40823). */
export const jobUnitClasses: readonly Dated<JobUnitClasses>[] = [
  {
    from: month('1990-01'),
    value: {
      leftOut: ['project', 'social-physician', 'subsidised-employment', 'unsubsidised-employment'],
      ageFrom: [25, 45],
      monthsFrom: [3, 6, 24],
    },
    source:
      'Kolada U40820–U40823 för tiden. Åldersklasserna och vilka slag av insatser som räknas är Utfalls: Koladas formulär har inte kunnat läsas.',
  },
]
