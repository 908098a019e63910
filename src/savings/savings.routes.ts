import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { moneyBodies } from '../catalogue/money-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { openGroups } from '../catalogue/opened-entries.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { RunTask } from '../worker/threads.ts'
import { type Action, readAction } from './assumption.ts'
import { listExitRatios } from './list-exit-ratios.ts'
import { listSavings } from './list-savings.ts'
import { savingsRefusalText } from './refusals.text.ts'
import type { ActionChoices, ActionView, AssumptionView, ExitRatios, SavingsList } from './savings-view.ts'
import { saidFinding, showAction } from './show-action.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; run: RunTask; today: () => Day }

const yearQuery = Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1991, maximum: 2199 })) })
const { assumptions, start, until, goal, counted } = moneyBodies['savings-action'].properties

/** The savings ledger: amounts, and counts that have passed disclosure control. No household is named, so none stands in the log. */
export function savingsRoutes(server: FastifyInstance, { today, ...needs }: Needs): void {
  const { pool, figures, municipality } = needs
  const access = { access: 'economy' } as const

  server.get<{ Querystring: { year?: number } }>(
    '/api/savings',
    { config: access, schema: { querystring: yearQuery } },
    async (request): Promise<SavingsList> => {
      const user = userOf(request)
      const list = await listSavings(needs, { year: request.query.year, today: today(), mayEdit: mayEdit(user) })
      await logRead(pool, user, 'savings-read', { ...request.query })
      return list
    },
  )

  server.get<{ Params: { key: string }; Querystring: { year?: number } }>(
    '/api/savings/actions/:key',
    {
      config: access,
      schema: { params: Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) }), querystring: yearQuery },
    },
    async (request, reply): Promise<ActionView> => {
      const user = userOf(request)
      const { key } = request.params
      const view = await showAction(needs, key, { year: request.query.year, today: today(), mayEdit: mayEdit(user) })
      if (!view) return reply.code(404).send({ problem: 'no-such-action', text: savingsRefusalText['no-such-action'] })
      await logRead(pool, user, 'savings-action-read', { key, ...request.query })
      return view
    },
  )

  server.get('/api/savings/choices', { config: access }, async (request): Promise<ActionChoices> => {
    const user = userOf(request)
    const { participations } = await figures.money(municipality, null)
    return withTenant(pool, tenantOf(user), async (tx) => {
      const known = await listEntries(tx, user.municipalityId, 'intervention')
      const groups = await openGroups(tx, user.municipalityId)
      const names = new Set([...known.map(({ body }) => body.name), ...participations.interventions])
      return {
        interventions: [...names].toSorted((one, other) => one.localeCompare(other, 'sv')),
        groups: groups.map(({ key, body }) => ({ key, name: body.name })),
        start: today().slice(0, 7) as Month,
      }
    })
  })

  server.get('/api/savings/exit-ratios', { config: access }, async (request): Promise<ExitRatios> => {
    const found = await listExitRatios(needs)
    await logRead(pool, userOf(request), 'savings-read', {})
    return found
  })

  /** Reads an assumption while it is being written: the factor that the others imply, and what does not hold. */
  server.post<{ Body: Pick<Action, 'assumptions' | 'start' | 'until' | 'goal' | 'counted'> }>(
    '/api/savings/assumption',
    { config: access, schema: { body: Type.Object({ assumptions, start, until, goal, counted }) } },
    async (request): Promise<AssumptionView> => {
      const { findings, ...read } = readAction(request.body)
      return { ...read, findings: findings.map(saidFinding) }
    },
  )
}

/** As the catalogue has it. */
const mayEdit = ({ role }: User): boolean => role === 'controller' || role === 'manager'

const logRead = (pool: pg.Pool, user: User, action: string, detail: Record<string, unknown>): Promise<void> =>
  withTenant(pool, tenantOf(user), (tx) =>
    logEntry(tx, {
      ...{ municipalityId: user.municipalityId, userId: user.id },
      ...{ action, subject: 'savings', householdIds: [], detail },
    }),
  )
