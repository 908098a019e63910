import { month } from '../values/month.ts'
import type { Dated } from './dated.ts'

export type RecoveryRules = {
  /** A suit for recovery is brought within so many years of the payment. */
  years: number
  /** The act, and where in it the right to claim back stands, and where that is tried and can be waived; as they are cited. */
  act: string
  claim: string
  suit: string
  waiver: string
  /** False where the sections have not been read in the act: then the chapter is cited, and whoever decides is asked to look. */
  isChecked: boolean
}

/** Återkrav of assistance. An older payment is judged by the act that held when it was made. */
export const recoveryRules: readonly Dated<RecoveryRules>[] = [
  {
    from: month('2002-01'),
    value: {
      years: 3,
      act: 'socialtjänstlagen (2001:453)',
      claim: '9 kap. 1 och 2 §§',
      suit: '9 kap. 3 §',
      waiver: '9 kap. 4 §',
      isChecked: true,
    },
    source: '9 kap. 1–4 §§ socialtjänstlagen (2001:453)',
  },
  {
    from: month('2025-07'),
    value: {
      years: 3,
      act: 'socialtjänstlagen (2025:400)',
      claim: '33 kap.',
      suit: '33 kap.',
      waiver: '33 kap.',
      isChecked: false,
    },
    source: '33 kap. socialtjänstlagen (2025:400), paragraferna inte kontrollerade mot lagtexten',
  },
]

/** Whether a municipality is to tell another authority that it may have paid wrongly, and where that stands. */
export const notificationDuty: readonly Dated<{ isDuty: boolean; act: string }>[] = [
  {
    from: month('1990-01'),
    value: { isDuty: false, act: 'lagen (2008:206)' },
    source: 'Lag (2008:206) gällde inte kommuner före den 1 januari 2020 (lag 2019:653)',
  },
  {
    from: month('2020-01'),
    value: { isDuty: true, act: '3 § lagen (2008:206)' },
    source: 'Lag (2008:206) i lydelse enligt lag (2019:653)',
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
