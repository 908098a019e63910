import {
  type CaseEvent,
  type CaseProposal,
  type CaseProposalOf,
  claimedOre,
  type PaymentCase,
  recoveredOre,
  tellCase,
} from './payment-case.ts'
import type { CaseEventKind } from './case-bodies.ts'

/** Why an event cannot follow in a case. The Swedish words stand in refusals.text.ts. */
export const caseRefusals = [
  'already-open',
  'not-open',
  'case-closed',
  'before-what-it-follows',
  'not-heard',
  'already-decided',
  'amount-does-not-fit',
  'not-decided',
  'not-wrong',
  'ground-does-not-fit',
  'claimed-too-much',
  'not-claimed',
  'recovered-too-much',
  'outcome-does-not-fit',
  'notification-not-considered',
  'police-report-not-considered',
  'nothing-to-undo',
  'rests-on-it',
] as const
export type CaseRefusal = (typeof caseRefusals)[number]

/**
 * Whether an event may follow in a case: null, or why not. Pure, and the only place where it is decided.
 *
 * The household is heard before anything is found (förvaltningslagen (2017:900) 25 §). A case in which a payment was wrong is not
 * closed before somebody has considered whether another authority is to be told (lag (2008:206)) and whether the police are
 * (bidragsbrottslagen (2007:612) 6 §).
 */
export function refusedByCase(known: PaymentCase, proposal: CaseProposal): CaseRefusal | null {
  if (proposal.kind === 'undone') return refusedUndo(known, proposal)
  if (proposal.kind === 'opened') return known.opened ? 'already-open' : null
  if (!known.opened) return 'not-open'
  if (known.closing && !goesOnAfterClosing(known, proposal.kind)) return 'case-closed'
  const judge = judges[proposal.kind] as Judge<CaseEventKind> | undefined
  return judge?.(known, proposal as CaseProposalOf<CaseEventKind>) ?? refusedByDay(known, proposal)
}

/** Instalments come in for years after a case is closed. */
const goesOnAfterClosing = ({ closing }: PaymentCase, kind: CaseEventKind): boolean =>
  kind === 'recovered' && closing?.body.outcome === 'repayment-goes-on'

type Judge<Kind extends CaseEventKind> = (known: PaymentCase, proposal: CaseProposalOf<Kind>) => CaseRefusal | null
type Judges = { [Kind in CaseEventKind]?: Judge<Kind> }

const judges: Judges = {
  decided: ({ heard, decision }, { body: { finding, wrongOre, cause } }) => {
    if (decision) return 'already-decided'
    if (!heard) return 'not-heard'
    const isWhole = finding === 'wrong' ? wrongOre > 0 && cause !== null : wrongOre === 0 && cause === null
    return isWhole ? null : 'amount-does-not-fit'
  },
  'recovery-claimed': (known, { body: { ore, ground } }) => {
    const { decision } = known
    if (!decision) return 'not-decided'
    if (decision.body.finding !== 'wrong') return 'not-wrong'
    // Who was told the truth and paid too much claims back only from one who should have seen it.
    if (ground === 'own-information' && decision.body.cause !== 'household') return 'ground-does-not-fit'
    return claimedOre(known) + ore > decision.body.wrongOre ? 'claimed-too-much' : null
  },
  recovered: (known, { body: { ore } }) => {
    if (known.claims.length === 0) return 'not-claimed'
    return recoveredOre(known) + ore > claimedOre(known) ? 'recovered-too-much' : null
  },
  avoided: ({ decision }) => (!decision ? 'not-decided' : decision.body.finding === 'wrong' ? null : 'not-wrong'),
  closed: (known, { body: { outcome } }) => {
    const { decision, notification, policeReport } = known
    if (!decision) return outcome === 'explained' ? null : 'not-decided'
    if (decision.body.finding !== 'wrong') return outcome === 'no-action' ? null : 'outcome-does-not-fit'
    if (!notification) return 'notification-not-considered'
    if (!policeReport) return 'police-report-not-considered'
    return wrongOutcomes(known).includes(outcome) ? null : 'outcome-does-not-fit'
  },
}

/** How a case can end in which a payment was wrong. */
export function wrongOutcomes(known: PaymentCase): readonly string[] {
  if (claimedOre(known) === 0) return ['corrected', 'waived']
  return recoveredOre(known) === claimedOre(known) ? ['repaid'] : ['repayment-goes-on', 'waived']
}

/** An event does not happen before the one that it rests on. */
function refusedByDay(known: PaymentCase, { kind, on }: CaseProposal): CaseRefusal | null {
  const before: Partial<Record<CaseEventKind, CaseEvent | null | undefined>> = {
    decided: known.heard,
    'recovery-claimed': known.decision,
    recovered: known.claims[0],
    avoided: known.decision,
    closed: latestOf(known.events),
  }
  const first = before[kind] ?? known.opened
  return first && on < first.on ? 'before-what-it-follows' : null
}

const latestOf = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.reduce<CaseEvent | undefined>((latest, each) => (latest && latest.on >= each.on ? latest : each), undefined)

/** What others rest on is taken back after them: the case is told again without it, and every event must still be allowed. */
function refusedUndo(known: PaymentCase, { body }: CaseProposalOf<'undone'>): CaseRefusal | null {
  if (!known.events.some(({ sequence }) => sequence === body.sequence)) return 'nothing-to-undo'
  const rest = known.events.filter(({ sequence }) => sequence !== body.sequence)
  const isBroken = rest.some((event, at) => refusedByCase(tellCase(rest.slice(0, at)), event) !== null)
  return isBroken ? 'rests-on-it' : null
}
