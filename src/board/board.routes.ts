import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import type { Release } from '../analysis/figures.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { boardFigures } from './board-figures.ts'
import { findBoardReport, listBoardReports, showReport } from './board.queries.ts'
import { mayAnswer } from './questions.ts'
import type { BoardFigures, BoardReports, ReadReport } from './board-view.ts'
import { questionRoutes } from './questions.routes.ts'
import { boardRefusalText } from './refusals.text.ts'

export type BoardNeeds = {
  pool: pg.Pool
  figures: FiguresService
  municipality: Municipality
  now: () => Date
  today: () => Day
  release: Release
}

const aReport = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
  version: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
})
type Version = { id: number; version: number }

/** What the committee reads: signed reports and published figures. No household is reachable from here. */
export function boardRoutes(server: FastifyInstance, needs: BoardNeeds): void {
  const { pool, figures, municipality, now } = needs
  const config = { access: 'board' } as const
  questionRoutes(server, needs)

  server.get('/api/board/reports', { config }, async (request): Promise<BoardReports> => {
    const user = userOf(request)
    const mayShow = mayAnswer(user)
    return asUser(pool, user, async (tx) => {
      const reports = await listBoardReports(tx, user.municipalityId, mayShow)
      await logBoard(tx, user, 'board-reports-listed')
      return { mayShow, reports }
    })
  })

  server.get<{ Params: Version }>(
    '/api/board/reports/:id/:version',
    { config, schema: { params: aReport } },
    async (request, reply): Promise<ReadReport> => {
      const user = userOf(request)
      const { id, version } = request.params
      const found = await asUser(pool, user, async (tx) => {
        const report = await findBoardReport(tx, user.municipalityId, id, version)
        if (report) await logBoard(tx, user, 'board-report-read', { id, version })
        return report
      })
      return found ?? refuse(reply, 404, 'no-such-report')
    },
  )

  server.put<{ Params: Version; Body: { shown: boolean } }>(
    '/api/board/reports/:id/:version',
    { config, schema: { params: aReport, body: Type.Object({ shown: Type.Boolean() }) } },
    async (request, reply) => {
      const user = userOf(request)
      if (!mayAnswer(user)) return refuse(reply, 403, 'not-permitted')
      const { id, version } = request.params
      const { shown } = request.body
      const isShown = await asUser(pool, user, async (tx) => {
        const from = shown ? now() : null
        if (!(await showReport(tx, user.municipalityId, { reportId: id, version, from }))) return false
        await logBoard(tx, user, shown ? 'report-shown-to-board' : 'report-hidden-from-board', { id, version })
        return true
      })
      return isShown ? { shown } : refuse(reply, 404, 'no-such-report')
    },
  )

  server.get('/api/board/figures', { config }, async (request): Promise<BoardFigures> => {
    const user = userOf(request)
    const found = await boardFigures(figures, municipality, needs.release)
    await asUser(pool, user, (tx) => logBoard(tx, user, 'board-figures-read'))
    return found
  })
}

export const asUser = <Value>(pool: pg.Pool, user: User, work: (tx: Tx) => Promise<Value>): Promise<Value> =>
  withTenant(pool, tenantOf(user), work)

/** No household is behind it, and nothing that anybody has written. */
export const logBoard = (tx: Tx, user: User, action: string, detail: Record<string, unknown> = {}): Promise<void> =>
  logEntry(tx, {
    ...{ municipalityId: user.municipalityId, userId: user.id },
    ...{ action, subject: 'board', householdIds: [], detail },
  })

export const refuse = (reply: FastifyReply, status: number, problem: keyof typeof boardRefusalText): FastifyReply =>
  reply.code(status).send({ problem, text: boardRefusalText[problem] })
