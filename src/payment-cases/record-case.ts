import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tx } from '../database/transaction.ts'
import { lockHouseholds } from '../pathway/event-store.queries.ts'
import { lockWays } from '../register/lock-register.ts'
import { type Day, dayInSweden } from '../values/day.ts'
import { addMonths, type Month } from '../values/month.ts'
import { ok, refuse, type Result } from '../values/result.ts'
import { type CaseRefusal, refusedByCase } from './case-rules.ts'
import { appendCaseEvent, findHouseholdByKey, findPaid, isCaseBody, loadCases } from './cases.queries.ts'
import { findSignals, type SignalNeeds } from './find-signals.ts'
import { type CaseEvent, type CaseProposal, replayCase } from './payment-case.ts'
import { settingsOf, type SignalKind } from './signals.ts'

export type CannotRecordCase =
  | CaseRefusal
  | 'no-such-case'
  | 'no-such-household'
  | 'no-such-signal'
  | 'nothing-paid'
  | 'in-the-future'
  | 'not-yours-to-undo'
  | 'malformed'
  | 'changed-since'

type Options = { user: Pick<User, 'id' | 'role' | 'municipalityId'>; now: Date; today: Day }
type Recorded = Result<{ key: string }, CannotRecordCase>

/** What a case is about: a household's month, seen by a signal or by somebody. */
export type Opening = { householdKey: string; signal: SignalKind | null; month: Month; note: string }

/** A case's own name: one for each household, month and signal, so that two who open it open the same. */
const keyOf = (householdId: number, { signal, month }: Opening): string => `${householdId}-${month}-${signal ?? 'seen'}`

/**
 * Opens a case. The amount is looked up here and not taken from the sender.
 *
 * Runs in a transaction of the user's own: row level security decides which households there are.
 */
export async function openCase(needs: SignalNeeds, tx: Tx, opening: Opening, options: Options): Promise<Recorded> {
  const { municipalityId } = options.user
  const householdId = await findHouseholdByKey(tx, municipalityId, opening.householdKey)
  if (householdId === null) return refuse('no-such-household')
  const stake = await findStake(needs, tx, householdId, opening, options.today)
  if (typeof stake === 'string') return refuse(stake)
  const { signal, month, note } = opening
  const proposal = { kind: 'opened', on: options.today, body: { signal, month, note, ...stake } } as const
  const known = await loadCases(tx, municipalityId)
  const same = known.find(
    (each) => each.householdId === householdId && isAbout(replayCase(each.events).opened?.body, signal, month),
  )
  if (same) return refuse('already-open')
  return append(tx, { key: keyOf(householdId, opening), householdId, proposal, seen: null }, options)
}

const isAbout = (body: { signal: SignalKind | null; month: string } | undefined, signal: string | null, month: Month) =>
  body?.signal === signal && body?.month === month

async function findStake(
  needs: SignalNeeds,
  tx: Tx,
  householdId: number,
  { signal, month }: Opening,
  today: Day,
): Promise<{ stakeOre: number; paidOn: Day | null } | CannotRecordCase> {
  const municipalityId = needs.municipality.id
  const { ore, paidOn } = await findPaid(tx, municipalityId, householdId, month)
  if (signal === null) return ore > 0 ? { stakeOre: ore, paidOn } : 'nothing-paid'
  const settings = settingsOf(await listEntries(tx, municipalityId, 'payment-signal'), today.slice(0, 7) as Month)
  const looked = { from: month, until: addMonths(month, 1), householdId }
  const found = (await findSignals(needs, tx, settings, looked)).find(({ kind }) => kind === signal)
  return found ? { stakeOre: found.stakeOre, paidOn } : 'no-such-signal'
}

/** Records what happened in a case that is open: locks, loads, decides, appends, logs. */
export async function recordCaseEvent(
  tx: Tx,
  { key, seen, proposal }: { key: string; seen: number; proposal: CaseProposal },
  options: Options,
): Promise<Recorded> {
  const [known] = await loadCases(tx, options.user.municipalityId, key)
  if (!known) return refuse('no-such-case')
  return append(tx, { key, householdId: known.householdId, proposal, seen }, options)
}

type Appending = { key: string; householdId: number; proposal: CaseProposal; seen: number | null }

async function append(tx: Tx, appending: Appending, { user, now, today }: Options): Promise<Recorded> {
  const { key, householdId, proposal, seen } = appending
  const { municipalityId } = user
  await lockWays(tx, municipalityId, 'to-record')
  const scope = (await lockHouseholds(tx, municipalityId, [householdId])).get(householdId)
  if (scope === undefined) return refuse('no-such-household')
  // Read again under the lock: somebody may have been first.
  const events = (await loadCases(tx, municipalityId, key)).flatMap((each) => each.events)
  const known = replayCase(events)
  if (seen !== null && seen !== known.sequence) return refuse('changed-since')
  if (!isCaseBody(proposal.kind, proposal.body)) return refuse('malformed')
  if (proposal.on > today) return refuse('in-the-future')
  const refusal = refusedByCase(known, proposal) ?? refusedByAuthor(events, proposal, user, dayInSweden(now))
  if (refusal) return refuse(refusal)
  const event = { ...proposal, sequence: known.sequence + 1, by: user.id, recordedAt: now.toISOString() } as CaseEvent
  await appendCaseEvent(tx, { municipalityId, key, householdId, scope, event })
  await logEntry(tx, {
    ...{ municipalityId, userId: user.id, action: 'payment-case-recorded' },
    ...{ subject: `household ${householdId}`, householdIds: [householdId], detail: { kind: proposal.kind } },
  })
  return ok({ key })
}

/** What somebody recorded today may be taken back by the same, and anything by a manager: as on the way to self-support. */
export function refusedByAuthor(
  events: readonly CaseEvent[],
  proposal: CaseProposal,
  user: Pick<User, 'id' | 'role'>,
  recordedOn: Day,
): CannotRecordCase | null {
  if (proposal.kind !== 'undone' || user.role === 'manager') return null
  const event = events.find(({ sequence }) => sequence === proposal.body.sequence)
  const isOwn = event?.by === user.id && dayInSweden(new Date(event.recordedAt)) === recordedOn
  return isOwn ? null : 'not-yours-to-undo'
}
