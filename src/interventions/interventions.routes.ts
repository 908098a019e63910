import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import { may } from '../access/permissions.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import { maySave } from '../catalogue/may-save.ts'
import { withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { type PeriodQuery, periodQuery } from './asked-period.ts'
import type {
  EmployersView,
  InterventionList,
  InterventionView,
  JobWatch,
  ParticipantList,
  ReferralChoice,
} from './interventions-view.ts'
import { employersView, listEndingJobs } from './list-employers.ts'
import { interventionList, interventionView } from './list-interventions.ts'
import { listParticipants } from './list-participants.ts'
import { figuresTenant, loadInterventions } from './load-interventions.ts'
import { findReferralChoices } from './find-referral-choices.ts'
import { interventionsRefusalText } from './refusals.text.ts'

type Needs = { pool: pg.Pool; today: () => Day }

const keyParams = Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$' }) })

/** The catalogue's pages: figures for everybody who works with it, persons only under row level security and logged. */
export function interventionRoutes(server: FastifyInstance, { pool, today }: Needs): void {
  server.get<{ Querystring: PeriodQuery }>(
    '/api/interventions',
    { config: { access: 'catalogue' }, schema: { querystring: periodQuery } },
    async (request): Promise<InterventionList> => {
      const user = userOf(request)
      return withTenant(pool, figuresTenant(user), async (tx) => {
        const found = await loadInterventions(tx, user, today())
        await logEntry(tx, figuresRead(user, 'interventions', request.query))
        return interventionList(found, user, request.query, maySave('intervention', user))
      })
    },
  )

  server.get<{ Params: { key: string }; Querystring: PeriodQuery }>(
    '/api/interventions/:key',
    { config: { access: 'catalogue' }, schema: { params: keyParams, querystring: periodQuery } },
    async (request, reply): Promise<InterventionView> => {
      const user = userOf(request)
      const { key } = request.params
      const view = await withTenant(pool, figuresTenant(user), async (tx) => {
        const found = await loadInterventions(tx, user, today())
        await logEntry(tx, figuresRead(user, `intervention ${key}`, request.query))
        return interventionView(found, user, key, request.query, {
          mayEdit: maySave('intervention', user),
          maySeePersons: may(user.role, 'pathway'),
        })
      })
      if (view) return view
      const problem = 'no-such-intervention'
      return reply.code(404).send({ problem, text: interventionsRefusalText[problem] }) as never
    },
  )

  server.get<{ Params: { key: string } }>(
    '/api/interventions/:key/participants',
    { config: { access: 'pathway' }, schema: { params: keyParams } },
    async (request): Promise<ParticipantList> => {
      const user = userOf(request)
      const { key } = request.params
      return withTenant(pool, tenantOf(user), async (tx) => {
        const participants = await listParticipants(tx, user, key, today())
        await logEntry(tx, personsRead(user, 'participants-listed', `intervention ${key}`, participants))
        return { participants, today: today() }
      })
    },
  )

  server.get<{ Querystring: PeriodQuery }>(
    '/api/employers',
    { config: { access: 'catalogue' }, schema: { querystring: periodQuery } },
    async (request): Promise<EmployersView> => {
      const user = userOf(request)
      return withTenant(pool, figuresTenant(user), async (tx) => {
        const found = await loadInterventions(tx, user, today())
        const employers = await listEntries(tx, user.municipalityId, 'employer')
        await logEntry(tx, figuresRead(user, 'employers', request.query))
        return employersView(found, employers, user, request.query, maySave('employer', user))
      })
    },
  )

  server.get('/api/employers/ending-jobs', { config: { access: 'pathway' } }, async (request): Promise<JobWatch> => {
    const user = userOf(request)
    return withTenant(pool, tenantOf(user), async (tx) => {
      const ending = await listEndingJobs(tx, user, today())
      await logEntry(tx, personsRead(user, 'ending-jobs-listed', 'employers', ending))
      return { today: today(), ending }
    })
  })

  server.get<{ Params: { id: number } }>(
    '/api/households/:id/referral-choices',
    {
      config: { access: 'pathway' },
      schema: { params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }) },
    },
    async (request, reply): Promise<{ choices: ReferralChoice[] }> => {
      const user = userOf(request)
      const { id } = request.params
      const choices = await findReferralChoices(pool, user, id, today())
      if (choices) return { choices }
      const problem = 'no-such-household'
      return reply.code(404).send({ problem, text: interventionsRefusalText[problem] }) as never
    },
  )
}

const figuresRead = (user: User, subject: string, query: PeriodQuery) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action: 'intervention-figures-read',
  subject,
  householdIds: [],
  detail: { ...query },
})

const personsRead = (user: User, action: string, subject: string, rows: readonly { householdId: number }[]) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action,
  subject,
  householdIds: [...new Set(rows.map(({ householdId }) => householdId))],
  detail: {},
})
