import { type Static, Type } from 'typebox'
import { workDayPattern } from '../values/day.ts'
import { signalKinds } from './signals.ts'

const strict = { additionalProperties: false }
const mostOre = 1_000_000_000_00
const line = Type.String({ minLength: 1, maxLength: 2000 })
const text = Type.String({ maxLength: 20_000 })
const aDay = Type.String({ format: 'date', pattern: workDayPattern })
const aMonth = Type.String({ pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])$' })
const someOre = Type.Integer({ minimum: 1, maximum: mostOre })
const noOre = Type.Integer({ minimum: 0, maximum: mostOre })

export const informationSources = ['household', 'employer', 'landlord', 'authority', 'bank'] as const
export const hearings = ['letter', 'meeting', 'telephone'] as const
export const findings = ['correct', 'wrong', 'cannot-tell'] as const
export const causes = ['household', 'municipality', 'other-authority'] as const
export const grounds = ['own-information', 'should-have-known', 'repayment-condition'] as const
export const authorities = [
  'social-insurance',
  'pensions',
  'employment-service',
  'student-aid',
  'migration',
  'tax',
  'unemployment-fund',
  'other-municipality',
] as const
export const outcomes = ['explained', 'no-action', 'corrected', 'repaid', 'repayment-goes-on', 'waived'] as const

/** What is said of each kind of event in a case. Amounts are whole öre. */
export const caseBodies = {
  opened: Type.Object(
    {
      /** Null for what somebody saw without a signal. */
      signal: Type.Union([Type.Enum([...signalKinds]), Type.Null()]),
      month: aMonth,
      stakeOre: noOre,
      /** The first day that any of it was paid; null where the case system does not say. */
      paidOn: Type.Union([aDay, Type.Null()]),
      note: text,
    },
    strict,
  ),
  'information-requested': Type.Object({ from: Type.Enum([...informationSources]), answerBy: aDay }, strict),
  /** The household has been told what there is and could answer (förvaltningslagen (2017:900) 25 §). */
  'household-heard': Type.Object({ how: Type.Enum([...hearings]), said: text }, strict),
  decided: Type.Object(
    {
      finding: Type.Enum([...findings]),
      wrongOre: noOre,
      cause: Type.Union([Type.Enum([...causes]), Type.Null()]),
      reason: line,
    },
    strict,
  ),
  'recovery-claimed': Type.Object({ ore: someOre, ground: Type.Enum([...grounds]) }, strict),
  recovered: Type.Object({ ore: someOre }, strict),
  /** What would have been paid each month from then on, had nobody looked. */
  avoided: Type.Object({ oreAMonth: someOre, from: aMonth }, strict),
  /** Whether another authority is to be told (lag (2008:206)); null when there is none to tell. */
  'notification-considered': Type.Object(
    { authority: Type.Union([Type.Enum([...authorities]), Type.Null()]), reason: line },
    strict,
  ),
  /** Bidragsbrottslagen (2007:612) 6 §. */
  'police-report-considered': Type.Object({ made: Type.Boolean(), reason: line }, strict),
  closed: Type.Object({ outcome: Type.Enum([...outcomes]), reason: line }, strict),
  /** Takes back an event that was recorded by mistake; it stays in the history. */
  undone: Type.Object({ sequence: Type.Integer({ minimum: 1 }) }, strict),
} as const

export type CaseEventKind = keyof typeof caseBodies
export type CaseEventBody<Kind extends CaseEventKind> = Static<(typeof caseBodies)[Kind]>

export const caseEventKinds = Object.keys(caseBodies) as CaseEventKind[]
export const isCaseEventKind = (text: string): text is CaseEventKind => Object.hasOwn(caseBodies, text)
