import { valueAt } from '../parameters/dated.ts'
import { avoidedMonths, notificationDuty, recoveryRules, type RecoveryRules } from '../parameters/recovery-rules.ts'
import { type Day, parseDay } from '../values/day.ts'
import { addMonths, type Month, monthsBetween } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import type { CaseEventBody, CaseEventKind } from './case-bodies.ts'

/** Something that happened in a case: dated, said once, never changed. */
export type CaseEventOf<Kind extends CaseEventKind> = {
  kind: Kind
  /** Place in the case, from 1 without gaps. */
  sequence: number
  on: Day
  by: number
  /** ISO 8601. */
  recordedAt: string
  body: CaseEventBody<Kind>
}
export type CaseEvent = { [Kind in CaseEventKind]: CaseEventOf<Kind> }[CaseEventKind]
export type CaseProposalOf<Kind extends CaseEventKind> = Pick<CaseEventOf<Kind>, 'kind' | 'on' | 'body'>
export type CaseProposal = { [Kind in CaseEventKind]: CaseProposalOf<Kind> }[CaseEventKind]

/** A case as its events tell it. */
export type PaymentCase = {
  /** The events that stand, in order. */
  events: CaseEvent[]
  /** Of the last event, undone ones included; 0 before the first. */
  sequence: number
  /** Null before the first event, and when the opening was taken back. */
  opened: CaseEventOf<'opened'> | null
  requests: CaseEventOf<'information-requested'>[]
  /** The first time. */
  heard: CaseEventOf<'household-heard'> | null
  decision: CaseEventOf<'decided'> | null
  claims: CaseEventOf<'recovery-claimed'>[]
  repayments: CaseEventOf<'recovered'>[]
  avoided: CaseEventOf<'avoided'>[]
  notification: CaseEventOf<'notification-considered'> | null
  policeReport: CaseEventOf<'police-report-considered'> | null
  closing: CaseEventOf<'closed'> | null
}

/** Tells a case from the beginning, without what was taken back. */
export function replayCase(events: readonly CaseEvent[]): PaymentCase {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.body.sequence] : [])))
  const standing = events.filter((event) => event.kind !== 'undone' && !undone.has(event.sequence))
  return { ...tellCase(standing), sequence: events.at(-1)?.sequence ?? 0 }
}

/** A case of events that all stand. */
export function tellCase(standing: readonly CaseEvent[]): PaymentCase {
  const all = <Kind extends CaseEventKind>(kind: Kind) =>
    standing.filter((event): event is Extract<CaseEvent, { kind: Kind }> => event.kind === kind)
  return {
    events: [...standing],
    sequence: standing.at(-1)?.sequence ?? 0,
    opened: all('opened').at(-1) ?? null,
    requests: all('information-requested'),
    heard: all('household-heard')[0] ?? null,
    decision: all('decided').at(-1) ?? null,
    claims: all('recovery-claimed'),
    repayments: all('recovered'),
    avoided: all('avoided'),
    notification: all('notification-considered').at(-1) ?? null,
    policeReport: all('police-report-considered').at(-1) ?? null,
    closing: all('closed').at(-1) ?? null,
  }
}

export type CasePhase = 'withdrawn' | 'opened' | 'asked' | 'heard' | 'decided' | 'closed'

export function phaseOf({ opened, requests, heard, decision, closing }: PaymentCase): CasePhase {
  if (!opened) return 'withdrawn'
  if (closing) return 'closed'
  if (decision) return 'decided'
  if (heard) return 'heard'
  return requests.length > 0 ? 'asked' : 'opened'
}

const sumOf = (events: readonly { body: { ore: Ore } }[]): Ore => events.reduce((sum, { body }) => sum + body.ore, 0)
export const claimedOre = ({ claims }: PaymentCase): Ore => sumOf(claims)
export const recoveredOre = ({ repayments }: PaymentCase): Ore => sumOf(repayments)

/** What has not been paid because of the case, to and with the month of today; each for at most a year. */
export function avoidedOre({ avoided }: PaymentCase, today: Day): Ore {
  const month = today.slice(0, 7) as Month
  const most = valueAt(avoidedMonths, month)
  return avoided.reduce((sum, { body }) => {
    const months = monthsBetween(body.from as Month, addMonths(month, 1))
    return sum + body.oreAMonth * Math.min(Math.max(months, 0), most)
  }, 0)
}

/**
 * The last day on which a suit for recovery can be brought: three years from the payment (SoL (2001:453) 9 kap. 3 §).
 * Where the day of payment is not known it is counted from the first of the month, which may be too early and never too late
 * but for what was paid in advance.
 */
export function recoveryLimit({ body }: CaseEventOf<'opened'>): Day {
  const paid = (body.paidOn ?? `${body.month}-01`) as Day
  const { years } = valueAt(recoveryRules, paid.slice(0, 7) as Month)
  const later = `${Number(paid.slice(0, 4)) + years}${paid.slice(4)}`
  // 29 February has no namesake in other years.
  return parseDay(later) ?? (`${later.slice(0, 7)}-28` as Day)
}

/** The law that a case rests on: recovery by the day of the payment, the duty to tell others by the day the case was opened. */
export type CaseLaw = Omit<RecoveryRules, 'years'> & { notification: { isDuty: boolean; act: string } }

export function lawOf({ body, on }: CaseEventOf<'opened'>): CaseLaw {
  const { years: _, ...law } = valueAt(recoveryRules, (body.paidOn?.slice(0, 7) ?? body.month) as Month)
  return { ...law, notification: valueAt(notificationDuty, on.slice(0, 7) as Month) }
}
