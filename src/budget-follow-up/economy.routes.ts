import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Static, Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import { logFigures } from '../analysis/figures.routes.ts'
import { figuresRefusalText } from '../analysis/refusals.text.ts'
import { moneyBodies } from '../catalogue/money-bodies.ts'
import { checkPrintedTable, type CheckedTable } from '../economy/check-printed-table.ts'
import type { Day } from '../values/day.ts'
import { askedMonthPattern, type Month } from '../values/month.ts'
import { economyText } from './economy.text.ts'
import type { EconomyView, ReconciliationView, RowsTrial, RowsView } from './economy-view.ts'
import { type EconomyNeeds, loadReconciliation, loadRows, loadStatement, tryRows } from './load-economy.ts'

/** Not before the first limits and rows that the program knows. */
const month = Type.Unsafe<Month>(Type.String({ pattern: askedMonthPattern }))
const months = { from: Type.Optional(month), to: Type.Optional(month) }
const period = Type.Object(months)
const reconciliationQuery = Type.Object({
  ...months,
  booked: Type.Optional(Type.Enum(['pay-month', 'concerned-month'] as const)),
  recoveries: Type.Optional(Type.Enum(['on-row', 'elsewhere'] as const)),
})
const trialBody = Type.Object({ ...months, rows: moneyBodies['statement-rows'].properties.rows })
const checkBody = Type.Object({
  text: Type.String({ maxLength: 200_000 }),
  months: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 12 }), Type.Null()])),
  comment: Type.Optional(Type.Union([Type.String({ maxLength: 20_000 }), Type.Null()])),
})

/** Amounts that have passed disclosure control, and the municipality's own rows: no person is in any answer. */
export function economyRoutes(server: FastifyInstance, needs: EconomyNeeds & { today: () => Day }): void {
  const { pool, today } = needs
  const backwards = (reply: FastifyReply) =>
    reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })

  server.get<{ Querystring: Static<typeof period> }>(
    '/api/economy/statement',
    { config: { access: 'economy' }, schema: { querystring: period } },
    async (request, reply): Promise<EconomyView> => {
      const view = await loadStatement(needs, userOf(request), request.query)
      if (!view) return backwards(reply)
      await logFigures(pool, userOf(request), 'statement-read', request.query)
      return view
    },
  )

  server.get<{ Querystring: Static<typeof period> }>(
    '/api/economy/rows',
    { config: { access: 'economy' }, schema: { querystring: period } },
    async (request, reply): Promise<RowsView> =>
      (await loadRows(needs, userOf(request), request.query)) ?? backwards(reply),
  )

  server.post<{ Body: Static<typeof trialBody> }>(
    '/api/economy/rows/trial',
    { config: { access: 'economy' }, schema: { body: trialBody } },
    async (request, reply): Promise<RowsTrial> =>
      (await tryRows(needs, request.body, request.body.rows)) ?? backwards(reply),
  )

  server.get<{ Querystring: Static<typeof reconciliationQuery> }>(
    '/api/economy/reconciliation',
    { config: { access: 'economy' }, schema: { querystring: reconciliationQuery } },
    async (request, reply): Promise<ReconciliationView> => {
      const { booked, recoveries } = request.query
      const booking = { ...(booked && { month: booked }), ...(recoveries && { recoveries }) }
      const view = await loadReconciliation(needs, request.query, booking)
      if (!view) return backwards(reply)
      await logFigures(pool, userOf(request), 'reconciliation-read', request.query)
      return view
    },
  )

  // What is pasted is compared with itself alone, and neither kept nor logged.
  server.post<{ Body: Static<typeof checkBody> }>(
    '/api/economy/check',
    { config: { access: 'economy' }, schema: { body: checkBody } },
    async (request, reply): Promise<CheckedTable> => {
      const checked = checkPrintedTable({ ...request.body, at: today().slice(0, 7) as Month })
      if (!checked) return reply.code(422).send({ problem: 'no-table', text: economyText.check.noTable })
      return checked
    },
  )
}
