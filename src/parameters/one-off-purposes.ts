import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

/**
 * Purposes of assistance that are paid once and not every month, as case systems name them, in small letters.
 * What a case system calls something else counts as regular assistance.
 */
export const oneOffPurposes: readonly Dated<readonly string[]>[] = [
  {
    from: month('1990-01'),
    value: [
      'begravning',
      'flytt',
      'flyttkostnad',
      'glasögon',
      'hemutrustning',
      'livsföring i övrigt',
      'möbler',
      'rekreation',
      'spädbarnsutrustning',
      'tandvård',
    ],
    source: 'Husregel: det som brukar beviljas som livsföring i övrigt (SoL 12 kap. 1 §)',
  },
]
