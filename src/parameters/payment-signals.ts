import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/**
 * Which signals of payments are looked for, and from where on, until the municipality says otherwise.
 *
 * What a threshold counts differs: `two-households` months in common, `after-closing` and `after-employment` months that are
 * let be, `same-twice` and `changed-later` the smallest amount in öre, `late-recovery` months from the month concerned to the recovery,
 * `above-median` times the household's own median.
 */
export type PaymentSignalSettings = Record<
  | 'two-households'
  | 'after-closing'
  | 'after-employment'
  | 'same-twice'
  | 'changed-later'
  | 'late-recovery'
  | 'above-median',
  { isOn: boolean; threshold: number }
>

export const paymentSignalSettings: readonly Dated<PaymentSignalSettings>[] = [
  {
    from: month('1990-01'),
    value: {
      'two-households': { isOn: true, threshold: 1 },
      'after-closing': { isOn: true, threshold: 0 },
      // The first wage is paid after the first month: the month after the start may rightly be assisted.
      'after-employment': { isOn: true, threshold: 1 },
      // Two members may each need a ticket of the same price.
      'same-twice': { isOn: true, threshold: 500_00 },
      'changed-later': { isOn: true, threshold: 500_00 },
      'late-recovery': { isOn: true, threshold: 2 },
      'above-median': { isOn: true, threshold: 3 },
    },
    source: 'Husregel: gränser att börja med, som kommunen ändrar efter vad kontrollerna visar',
  },
]

/** What a household's own median rests on. */
export type MedianBasis = { months: number; atLeast: number }

export const medianBasis: readonly Dated<MedianBasis>[] = [
  {
    from: month('1990-01'),
    value: { months: 24, atLeast: 6 },
    source: 'Husregel: median av månader med bistånd under två år; färre än sex säger för lite',
  },
]
