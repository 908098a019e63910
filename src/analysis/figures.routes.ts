import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import { askedMonthPattern, type Month } from '../values/month.ts'
import type { Municipality } from '../values/municipality.ts'
import type { Figures, Release, SplitBy } from './figures.ts'
import type { FiguresQuestion, FiguresService } from './load-figures.ts'
import { figuresRefusalText } from './refusals.text.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; release: Release }

const month = Type.String({ pattern: askedMonthPattern })

const splits = ['gender', 'age', 'householdType', 'children', 'unit'] as const

const dayPattern = '(199\\d|2[01]\\d\\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'
export const momentPattern = `^${dayPattern}(T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?Z)?$`

export const figuresQuery = Type.Object({
  /** Without a period: the latest whole tertial with data. */
  from: Type.Optional(month),
  to: Type.Optional(month),
  split: Type.Optional(Type.String({ pattern: `^(${splits.join('|')})(,(${splits.join('|')}))*$` })),
  unit: Type.Optional(Type.String({ maxLength: 100 })),
  knownAt: Type.Optional(Type.String({ pattern: momentPattern })),
})

export type FiguresQuery = { from?: Month; to?: Month; split?: string; unit?: string; knownAt?: string }

export function figuresRoutes(server: FastifyInstance, { pool, figures, municipality, release }: Needs): void {
  server.get<{ Querystring: FiguresQuery }>(
    '/api/figures',
    { config: { access: 'figures' }, schema: { querystring: figuresQuery } },
    async (request, reply): Promise<Figures> => {
      const user = userOf(request)
      const computed = await figures.figures(municipality, await questionOf(figures, municipality, request.query))
      if (!computed)
        return reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })
      // To the committee figures leave the unit: they are held to all that is out, and are out from then on.
      const [answer = computed] = user.role === 'board' ? await release([computed], { unit: request.query.unit }) : []
      await logFigures(pool, user, 'figures-read', request.query)
      return answer
    },
  )

  server.get('/api/units', { config: { access: 'figures' } }, async () => {
    const units = await figures.units(municipality)
    return { units: units.map(({ code, name }) => ({ id: code, name })) }
  })
}

export async function questionOf(
  figures: FiguresService,
  municipality: Municipality,
  { from, to, split, unit, knownAt }: FiguresQuery,
): Promise<FiguresQuestion> {
  const period = from && to ? { from, to } : await figures.latestTertial(municipality)
  return {
    ...period,
    ...(split && { splits: split.split(',') as SplitBy[] }),
    ...(unit && { unit }),
    knownAt: knownAt ? momentOf(knownAt) : null,
  }
}

/** A day means the end of that day: what was known when people went home. */
export const momentOf = (knownAt: string): Date =>
  new Date(knownAt.length === 10 ? `${knownAt}T23:59:59.999Z` : knownAt)

export const logFigures = (pool: pg.Pool, user: User, action: string, detail: Record<string, unknown>): Promise<void> =>
  withTenant(pool, tenantOf(user), (tx) =>
    logEntry(tx, {
      municipalityId: user.municipalityId,
      userId: user.id,
      action,
      subject: 'figures',
      householdIds: [],
      detail: { ...detail },
    }),
  )
