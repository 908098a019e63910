import type pg from 'pg'
import type { User } from '../access/sessions.ts'
import { tenantOf } from '../access/signed-in.ts'
import type { Figures, Release } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { findEntry, listEntries, listVersions } from '../catalogue/catalogue.queries.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { type AskedFigure, figureOn, type FiguresOn, loadFiguresOn } from './figures-at.ts'
import { byUrgency, nextReporting, progressOf, type PromiseBody, stateOf } from './promise.ts'
import type { DuePromise, PromiseList, PromiseRow, PromiseView } from './promises-view.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; today: () => Day; release: Release }
type Entry = CatalogueEntry<'promise'>

/** All promises with what has become of them, those that ask for attention first. */
export async function listPromises(needs: Needs, user: User): Promise<PromiseList> {
  const today = needs.today()
  const entries = await entriesOf(needs, user)
  // Figures of what was said are for the page of each.
  const figuresOn = await figuresFor(
    needs,
    user,
    entries.map(({ body }) => ({ ...body, statuses: [] })),
  )
  const rows = entries.map((entry) => rowOf(entry, figuresOn, today)).toSorted(byUrgency)
  return { today, mayEdit: mayEdit(user), rows }
}

/** What should have been reported, and what is to be within a month. */
export async function listDue(needs: Needs, user: User): Promise<DuePromise[]> {
  const entries = await entriesOf(needs, user)
  return entries
    .flatMap(({ key, body }): DuePromise[] => {
      const state = stateOf(body, null, needs.today())
      const next = nextReporting(body)
      const { kind, title, owner } = body
      return next && (state === 'overdue' || state === 'due') ? [{ key, kind, title, owner, state, next }] : []
    })
    .toSorted(byUrgency)
}

/** One promise with its statuses and versions; null where there is none. */
export async function showPromise(needs: Needs, user: User, key: string): Promise<PromiseView | null> {
  const { entry, versions } = await withTenant(needs.pool, tenantOf(user), async (tx) => ({
    entry: await findEntry(tx, user.municipalityId, 'promise', key),
    versions: user.role === 'board' ? [] : await listVersions(tx, user.municipalityId, 'promise', key),
  }))
  if (!entry) return null
  const figuresOn = await figuresFor(needs, user, [entry.body])
  return {
    today: needs.today(),
    mayEdit: mayEdit(user),
    entry: user.role === 'board' ? { ...entry, savedBy: null } : entry,
    row: rowOf(entry, figuresOn, needs.today()),
    statuses: entry.body.statuses
      .map((each) => ({ ...each, shown: figureOn(figuresOn, each.on as Day, each.figure) }))
      .toReversed(),
    versions,
  }
}

/** As the catalogue has it. */
export const mayEdit = ({ role }: Pick<User, 'role'>): boolean => role === 'controller' || role === 'manager'

const entriesOf = ({ pool }: Needs, user: User): Promise<Entry[]> =>
  withTenant(pool, tenantOf(user), (tx) => listEntries(tx, user.municipalityId, 'promise'))

/** The figures of today, and those of the days that something was said or closed with a figure. To the board they leave the unit. */
function figuresFor(
  { figures, municipality, today, release }: Needs,
  { role }: Pick<User, 'role'>,
  bodies: readonly PromiseBody[],
): Promise<FiguresOn> {
  const asked = bodies.flatMap(({ success, statuses, closed }): AskedFigure[] => [
    { on: today(), address: success?.figure ?? null },
    ...statuses.flatMap(({ on, figure }) => (figure === null ? [] : { on: on as Day, address: figure })),
    ...(closed ? [{ on: closed.on as Day, address: closed.figure }] : []),
  ])
  return loadFiguresOn(figures, municipality, asked, role === 'board' ? release : undefined)
}

function rowOf({ key, body }: Entry, figuresOn: FiguresOn, today: Day): PromiseRow {
  const { kind, title, heading, owner, committees, diaryNumbers, closed } = body
  const now: Figures | null = figuresOn(today)
  const last = body.statuses.at(-1)
  return {
    ...{ key, kind, title, heading, owner, committees, diaryNumbers },
    state: stateOf(body, now, today),
    next: closed ? null : nextReporting(body),
    progress: progressOf(body.success, now),
    latest: last ? { on: last.on as Day, text: last.text } : null,
    closed: closed && { ...closed, shown: figureOn(figuresOn, closed.on as Day, closed.figure) },
  }
}
