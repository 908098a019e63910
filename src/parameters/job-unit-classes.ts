import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/** A class of duration by Kolada's number: it ends before so many months, or with them; the last one has no end. */
type DurationClass = { kolada: string; below?: number; upTo?: number }

export type JobUnitClasses = {
  /** Kinds of interventions of the catalogue that are no measure of a job unit: what may come of one, and other committees' work. */
  leftOut: readonly string[]
  /** First whole year of each class of age but the first. */
  ageFrom: readonly number[]
  /** From the shortest on; each begins where the one before it ends. */
  durations: readonly DurationClass[]
}

const leftOut = ['project', 'social-physician', 'subsidised-employment', 'unsubsidised-employment']
// Kolada U40811 and U40812: 24 years or younger, 25 or older.
const ageFrom = [25]

/** How participants of municipal labour-market measures are counted for Kolada (U40406–U40835). */
export const jobUnitClasses: readonly Dated<JobUnitClasses>[] = [
  {
    from: month('1990-01'),
    value: {
      ...{ leftOut, ageFrom },
      durations: [
        { kolada: 'U40820', below: 3 },
        { kolada: 'U40821', below: 6 },
        { kolada: 'U40822', upTo: 24 },
        { kolada: 'U40823' },
      ],
    },
    source:
      'Koladas definitioner av U40811–U40812 och U40820–U40823. Vilka slag av insatser som räknas är Utfalls: Koladas formulär har inte kunnat läsas.',
  },
  {
    from: month('2024-01'),
    value: {
      ...{ leftOut, ageFrom },
      durations: [
        { kolada: 'N40828', upTo: 6 },
        { kolada: 'N40829', upTo: 12 },
        { kolada: 'N40830', upTo: 24 },
        { kolada: 'U40823' },
      ],
    },
    source:
      'Koladas definitioner av N40828–N40830 och U40823; U40820 och U40821 har 2023 som sista år. Vilka slag av insatser som räknas är Utfalls.',
  },
]
