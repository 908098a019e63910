import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

export type RecoveryRules = {
  /** A suit for recovery is brought within so many years of the payment. */
  years: number
  /** The act, as it is cited. */
  act: string
}

/** Återkrav of assistance. An older payment is judged by the act that held when it was made. */
export const recoveryRules: readonly Dated<RecoveryRules>[] = [
  {
    from: month('2002-01'),
    value: { years: 3, act: '9 kap. 1–4 §§ socialtjänstlagen (2001:453)' },
    source: '9 kap. 3 § socialtjänstlagen (2001:453)',
  },
  {
    from: month('2025-07'),
    value: { years: 3, act: '33 kap. socialtjänstlagen (2025:400)' },
    source: '33 kap. socialtjänstlagen (2025:400)',
  },
]

/** Assistance that is no longer paid is counted as avoided for at most so many months. */
export const avoidedMonths: readonly Dated<number>[] = [
  {
    from: month('1990-01'),
    value: 12,
    source: 'Husregel: ett år, eftersom ingen vet hur länge biståndet annars hade betalats',
  },
]
