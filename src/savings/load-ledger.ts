import type pg from 'pg'
import type { FiguresService, Money } from '../analysis/load-figures.ts'
import type { Panel } from '../calculations/panel.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import { valueAt } from '../parameters/dated.ts'
import { disclosureLimits } from '../parameters/disclosure-limits.ts'
import { type Month, type MonthIndex, monthFromIndex, monthIndex } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { RunTask } from '../worker/threads.ts'
import { type Action, type ReadAction, readAction } from './assumption.ts'
import { estimateAll, type Estimated, toldOf } from './estimate.ts'
import { type LedgerMonth, ledgerMonths } from './ledger-months.ts'
import {
  type NamedIntervention,
  type Participant,
  participantsOf,
  type Reached,
  type Recorded,
  reachedBy,
  withParticipants,
} from './participants.ts'
import { loadGroupMembers, loadRecordedStarts } from './savings.queries.ts'
import { type ActionSummary, promiseOf, summaryOf } from './summary.ts'

export type LedgerNeeds = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; run: RunTask }

export type LedgerAction = {
  entry: CatalogueEntry<'savings-action'>
  read: ReadAction
  start: MonthIndex
  isPhysician: boolean
  /** Who began in the months that are counted. Null for an action that concerns all. */
  begun: Participant[] | null
  reached: Reached | null
  estimated: Estimated
  months: LedgerMonth[]
  summary: ActionSummary
}

export type Ledger = { money: Money; actions: LedgerAction[]; isComputing: boolean }

/** A page shows what is known and asks again; an export waits until all of it is. */
export type Patience = 'soon' | 'until-known'

/**
 * Every action with what the payments say of it.
 *
 * Of the whole municipality, households with protected data too: what leaves the server is sums that have passed disclosure.
 * What the payments say takes some seconds the first time after an import: with `soon` the actions are then `computing`.
 */
export async function loadLedger(
  { pool, figures, municipality, run }: LedgerNeeds,
  patience: Patience = 'until-known',
): Promise<Ledger> {
  const money = await figures.money(municipality, null)
  const everybody = { municipalityId: municipality.id, units: 'all', protectedHouseholds: 'all' } as const
  const found = await withTenant(pool, everybody, async (tx) => {
    const entries = await listEntries(tx, municipality.id, 'savings-action')
    const groups = entries.flatMap(({ body }) => body.group ?? [])
    return {
      entries,
      interventions: await listEntries(tx, municipality.id, 'intervention'),
      starts: await loadRecordedStarts(tx, municipality.id),
      members: await loadGroupMembers(tx, municipality.id, groups),
    }
  })
  const known = found.interventions.map(({ key, body }): NamedIntervention => ({
    ...{ key, name: body.name, isPhysician: body.kind === 'social-physician' },
  }))
  const opened = withRivals(found.entries.map((entry) => openedAction(entry, known, money, found)))
  const made = remembered(money.panel, fingerprint(opened), () => estimateOpened(run, money, opened))
  const estimates = await (patience === 'soon' ? Promise.race([made, soon()]) : made)
  const foundOf = (key: string): Estimated | undefined => (estimates ? estimates.get(key) : { kind: 'computing' })
  return {
    money,
    actions: opened.map((each) => actionOf(money.panel, each, foundOf(each.entry.key))),
    isComputing: estimates === null,
  }
}

/** What is known already, or nearly, is waited for. */
const soonMs = 50
const soon = () => new Promise<null>((resolve) => setTimeout(resolve, soonMs, null))

/** An action with whom it reached: null for one that concerns all. */
type Opened = {
  entry: CatalogueEntry<'savings-action'>
  read: ReadAction
  start: MonthIndex
  /** Months of start that are counted, as far as the data go. */
  window: { from: MonthIndex; until: MonthIndex }
  isPhysician: boolean
  participants: Participant[] | null
}

function openedAction(
  entry: Opened['entry'],
  interventions: readonly NamedIntervention[],
  money: Money,
  recorded: Recorded,
): Opened {
  const { body } = entry
  const named = interventions.find(({ name }) => name === body.intervention) ?? null
  const start = monthIndex(body.start as Month)
  return {
    ...{ entry, start, read: readAction(body), isPhysician: named?.isPhysician ?? false },
    window: { from: start, until: Math.min(untilOf(body), money.panel.untilMonth) },
    participants: participantsOf(body, named, money, recorded),
  }
}

/** Tells of actions that follow the same participants in the same months: each can have but its part of them. */
const withRivals = (opened: readonly Opened[]): Opened[] =>
  opened.map((each) => {
    const others = opened.filter(
      (other) =>
        other !== each &&
        nameOf(other) !== '' &&
        nameOf(other) === nameOf(each) &&
        other.window.from < each.window.until &&
        each.window.from < other.window.until,
    )
    if (others.length === 0) return each
    const names = others.map(({ entry }) => entry.body.name)
    return { ...each, read: { ...each.read, findings: [...each.read.findings, { kind: 'same-participants', names }] } }
  })

/** Whom it is known as in the participations: a target group beside the interventions. */
const nameOf = ({ entry: { body } }: Opened): string => body.intervention ?? body.group ?? ''

const unasked = ({ entry, window, participants }: Opened): Estimated | null => {
  if (entry.body.attribution === 'economy') return { kind: 'economy' }
  if (participants === null) return { kind: 'concerns-all' }
  return window.until <= window.from ? { kind: 'not-begun' } : null
}

function estimateOpened(run: RunTask, money: Money, opened: readonly Opened[]): Promise<Map<string, Estimated>> {
  const asked = opened.filter((each) => unasked(each) === null)
  const participations = asked.reduce(
    (all, each) => withParticipants(all, nameOf(each), each.participants ?? []),
    money.participations,
  )
  return estimateAll(
    run,
    { panel: money.panel, participations },
    asked.map((each) => ({
      ...{ key: each.entry.key, name: each.entry.body.name, intervention: nameOf(each), window: each.window },
      promisedOre: each.read.promisedOre ?? 0,
    })),
  )
}

function actionOf(panel: Panel, opened: Opened, found: Estimated | undefined): LedgerAction {
  const { entry, read, start, window, isPhysician, participants } = opened
  const estimated = unasked(opened) ?? found ?? { kind: 'concerns-all' }
  const begun = participants?.filter((each) => each.start >= window.from && each.start < window.until) ?? null
  const promise = promiseOf(read, start)
  const months = ledgerMonths({
    ...{ start, until: panel.untilMonth, promise, ownCosts: entry.body.ownCosts },
    realised: toldOf(estimated)?.credited.byMonth ?? null,
    reachedBy: (month) => begun?.filter((each) => each.start <= month).length ?? 0,
    smallestCount: limitsNow(panel).smallestCount,
  })
  return {
    ...{ entry, read, start, isPhysician, begun, estimated, months },
    reached: begun && reachedBy(begun, panel),
    summary: summaryOf(entry.body, promise, estimated, months, panel.untilMonth - 1),
  }
}

const untilOf = ({ until }: Action): MonthIndex => (until === null ? Infinity : monthIndex(until as Month))

export const limitsNow = ({ untilMonth }: Panel) =>
  valueAt(disclosureLimits, monthFromIndex(untilMonth === 0 ? monthIndex('2019-01' as Month) : untilMonth - 1))

/** All that the estimates depend on, in a few characters: new words in an action make no new estimate. */
const fingerprint = (opened: readonly Opened[]): string =>
  JSON.stringify(
    opened.map((each) => {
      const { entry, window, read, participants } = each
      const hash = (participants ?? []).reduce(
        (all, { household, start }) => (all * 31 + household * 4099 + start) % 2_147_483_647,
        7,
      )
      const asked = [unasked(each), nameOf(each), window.from, window.until, read.promisedOre, hash]
      return [entry.key, entry.body.name, ...asked]
    }),
  )

/** A panel is never changed, only replaced: what was estimated from one holds as long as it does. Only the latest is kept. */
const estimates = new WeakMap<Panel, { key: string; made: Promise<Map<string, Estimated>> }>()

function remembered(
  panel: Panel,
  key: string,
  make: () => Promise<Map<string, Estimated>>,
): Promise<Map<string, Estimated>> {
  const known = estimates.get(panel)
  if (known?.key === key) return known.made
  const made = make()
  estimates.set(panel, { key, made })
  made.catch(() => estimates.delete(panel))
  return made
}
