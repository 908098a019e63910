import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { longTermLimit } from '../parameters/assistance-limits.ts'
import { valueAt } from '../parameters/dated.ts'
import type { PathwayNeeds } from '../pathway/pathway.routes.ts'
import { countProtected, unitNames } from '../register/households.queries.ts'
import type { Day } from '../values/day.ts'
import { withoutIdentityNumbers } from '../values/identity-number.ts'
import { month } from '../values/month.ts'
import { assignRoutes } from './assign.routes.ts'
import { listSavedViews, saveViews } from './saved-views.queries.ts'
import { findSince, noteVisit } from './visits.queries.ts'
import { isWorkStatus, type WorkStatus, workStatusCodes, workStatuses } from './work-statuses.ts'
import type { SavedView, Worklist, WorkView } from './worklist-view.ts'
import { type Asked, isSortColumn, loadWork, type WorkFilter, type WorkWindow } from './worklist.queries.ts'
import { countedBy, statusCounts, viewCounts } from './work-counts.ts'
import { toWorkRow } from './work-rows.ts'

const listQuery = Type.Object({
  view: Type.Optional(Type.Enum(['mine', 'unit', 'unassigned'])),
  status: Type.Optional(Type.String({ maxLength: 40 })),
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  caseworker: Type.Optional(Type.String({ maxLength: 200 })),
  search: Type.Optional(Type.String({ maxLength: 200 })),
  sort: Type.Optional(Type.String({ maxLength: 40 })),
  direction: Type.Optional(Type.Enum(['asc', 'desc'])),
  offset: Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
})

type ListQuery = {
  view?: WorkView
  status?: string
  unit?: string
  caseworker?: string
  search?: string
  sort?: string
  direction?: 'asc' | 'desc'
  offset: number
  limit: number
}

const savedViews = Type.Array(
  Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 60 }), address: Type.String({ maxLength: 500 }) },
    { additionalProperties: false },
  ),
  { maxItems: 30 },
)

/** The list of work: what each household waits for, counted and listed, and what the user has chosen to keep. */
export function worklistRoutes(server: FastifyInstance, needs: PathwayNeeds): void {
  const { pool, now, today } = needs
  server.get<{ Querystring: ListQuery }>(
    '/api/worklist',
    { config: { access: 'worklist' }, schema: { querystring: listQuery } },
    (request): Promise<Worklist> => {
      const user = userOf(request)
      return withTenant(pool, tenantOf(user), (tx) => loadWorklist(tx, user, request.query, today()))
    },
  )

  server.post('/api/worklist/visits', { config: { access: 'worklist' } }, async (request, reply) => {
    const user = userOf(request)
    await withTenant(pool, tenantOf(user), (tx) => noteVisit(tx, user.municipalityId, user.id, now()))
    return reply.code(204).send()
  })

  viewRoutes(server, pool)
  assignRoutes(server, needs)
}

function viewRoutes(server: FastifyInstance, pool: pg.Pool): void {
  server.get('/api/worklist/views', { config: { access: 'worklist' } }, async (request) => {
    const user = userOf(request)
    return { views: await withTenant(pool, tenantOf(user), (tx) => listSavedViews(tx, user.municipalityId, user.id)) }
  })

  server.put<{ Body: { views: SavedView[] } }>(
    '/api/worklist/views',
    { config: { access: 'worklist' }, schema: { body: Type.Object({ views: savedViews }) } },
    async (request) => {
      const user = userOf(request)
      const { views } = request.body
      await withTenant(pool, tenantOf(user), (tx) => saveViews(tx, user.municipalityId, user.id, views))
      return { views }
    },
  )
}

async function loadWorklist(tx: Tx, user: User, query: ListQuery, today: Day): Promise<Worklist> {
  const { municipalityId } = user
  const asked = await askedBy(tx, user, today)
  const { filter, status, window } = choicesOf(user, query)
  const { groups, rows } = await loadWork(tx, asked, filter, status, window)
  const counts = statusCounts(groups)
  const units = await unitNames(tx, municipalityId)
  const hiddenProtected = await countProtected(tx, municipalityId)
  await logEntry(tx, {
    municipalityId,
    userId: user.id,
    action: 'worklist-read',
    subject: 'households',
    householdIds: rows.map((row) => row.household_id),
    // What was searched for may be a name.
    detail: withoutIdentityNumbers({
      ...{ view: filter.view, status, unit: filter.unit, caseworker: filter.caseworker },
      ...window,
    }),
  })
  const ofUnit = groups.filter(({ unit }) => !filter.unit || unit === filter.unit)
  return {
    today,
    since: asked.since.toISOString(),
    view: filter.view,
    me: user.caseworkerCode,
    views: viewCounts(ofUnit, user.caseworkerCode),
    units: countedBy(groups, 'unit', (code) => units.get(code) ?? code),
    caseworkers: countedBy(ofUnit, 'caseworker'),
    statuses: statusesFor(user).map((code) => {
      const { columns, sort, direction } = workStatuses[code]
      return { code, count: counts[code], columns, sort, direction }
    }),
    total: counts[status],
    rows: rows.map((row) => toWorkRow(row, units, user.role)),
    nearLongTerm: [asked.near[0], asked.near[1]],
    hiddenProtected,
  }
}

async function askedBy(tx: Tx, user: User, today: Day): Promise<Asked> {
  const { municipalityId, id: userId, caseworkerCode: me } = user
  const { assistedMonths } = valueAt(longTermLimit, month(today.slice(0, 7)))
  const since = await findSince(tx, municipalityId, userId, today)
  return { municipalityId, today, since, userId, me, near: [assistedMonths - 2, assistedMonths - 1] }
}

/** A reminder is its writer's own: a manager has no list of them. */
const statusesFor = ({ role }: User): WorkStatus[] =>
  workStatusCodes.filter((code) => code !== 'reminder-due' || role !== 'manager')

function choicesOf(user: User, query: ListQuery): { filter: WorkFilter; status: WorkStatus; window: WorkWindow } {
  const view = query.view ?? (user.caseworkerCode === null ? 'unit' : 'mine')
  const asked = query.status && isWorkStatus(query.status) ? query.status : 'all-open'
  const status = statusesFor(user).includes(asked) ? asked : 'all-open'
  const standard = workStatuses[status]
  const isSorted = query.sort !== undefined && isSortColumn(query.sort) && mayOrderBy(user, query.sort)
  return {
    filter: {
      view,
      ...(query.unit && { unit: query.unit }),
      // Whose, is said by the other views.
      ...(query.caseworker && view === 'unit' && { caseworker: query.caseworker }),
      ...(query.search && { words: query.search }),
    },
    status,
    window: {
      sort: isSorted && isSortColumn(query.sort!) ? query.sort : standard.sort,
      direction: isSorted ? (query.direction ?? 'asc') : standard.direction,
      offset: query.offset,
      limit: query.limit,
    },
  }
}

/** The order would tell of what is not shown. */
const mayOrderBy = ({ role }: User, column: string) => column !== 'reminder' || role !== 'manager'
