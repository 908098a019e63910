import type { FastifyReply } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import type { Tx } from '../database/transaction.ts'
import type { Day } from '../values/day.ts'
import { type CannotWriteReport, reportRefusalText } from './refusals.text.ts'
import type { ReportFigures } from './report-figures.ts'
import type { WritersNow } from './writers-now.ts'

/** What the routes of this folder share. */
export type WritingNeeds = {
  pool: pg.Pool
  reader: pg.Pool
  figures: ReportFigures
  writers: WritersNow
  now: () => Date
  today: () => Day
}

export const textKey = Type.String({ pattern: '^[a-z0-9-]{1,60}$' })
export const aNumber = Type.Integer({ minimum: 1, maximum: 1_000_000 })

export const reportParams = Type.Object({ id: aNumber })

const statuses: Partial<Record<CannotWriteReport, number>> = {
  ...{ 'no-such-report': 404, 'no-such-text': 404, 'no-such-comment': 404, 'no-such-version': 404 },
  ...{ 'no-such-template': 404, 'not-a-signer': 403 },
  ...{ 'end-before-start': 400, 'does-not-apply': 400, 'too-long': 400, 'no-reason': 400 },
}

/** What does not fit what has happened meanwhile is a conflict. */
export const refuseReport = (reply: FastifyReply, problem: CannotWriteReport, help: object = {}): never =>
  reply.code(statuses[problem] ?? 409).send({ problem, text: reportRefusalText[problem], ...help }) as never

export const logReport = (
  tx: Tx,
  user: User,
  action: string,
  id: number,
  detail: Record<string, unknown> = {},
  householdIds: number[] = [],
): Promise<void> =>
  logEntry(tx, {
    ...{ municipalityId: user.municipalityId, userId: user.id, action, subject: `report ${id}`, householdIds, detail },
  })
