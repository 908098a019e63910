import type { FastifyInstance, FastifyReply } from 'fastify'
import type pg from 'pg'
import { type Static, Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { type Day, dayInSweden, workDayPattern } from '../values/day.ts'
import { withoutIdentityNumbers } from '../values/identity-number.ts'
import { addMonths, askedMonthPattern, type Month } from '../values/month.ts'
import { caseEventKinds } from './case-bodies.ts'
import { loadCaseHouseholds, loadCases, loadUserNames } from './cases.queries.ts'
import type { SignalNeeds } from './find-signals.ts'
import { listCases } from './list-cases.ts'
import { listSignals } from './list-signals.ts'
import type { CaseProposal } from './payment-case.ts'
import type { CasesView, CaseView, HouseholdCase, SignalsView } from './payment-cases-view.ts'
import { type CannotRecordCase, openCase, type Opening, recordCaseEvent } from './record-case.ts'
import { caseRefusalText } from './refusals.text.ts'
import { caseView, householdCases } from './show-case.ts'
import { signalKinds } from './signals.ts'

type Needs = SignalNeeds & { pool: pg.Pool; now: () => Date; today: () => Day }

const month = Type.String({ pattern: askedMonthPattern })
const kind = Type.Enum([...signalKinds])
const period = { from: Type.Optional(month), to: Type.Optional(month) }
const signalsQuery = Type.Object({ ...period, kind: Type.Optional(kind) })
const casesQuery = Type.Object(period)
const keyParams = Type.Object({ key: Type.String({ pattern: '^\\d{1,19}-\\d{4}-\\d{2}-[a-z-]{1,30}$' }) })
const idParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) })
const opening = Type.Object(
  {
    householdKey: Type.String({ minLength: 1, maxLength: 100 }),
    signal: Type.Union([kind, Type.Null()]),
    month,
    note: Type.String({ maxLength: 20_000 }),
  },
  { additionalProperties: false },
)
const sentEvent = Type.Object(
  {
    seen: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    kind: Type.Enum(caseEventKinds),
    on: Type.String({ format: 'date', pattern: workDayPattern }),
    body: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: false },
)

/** Control of payments: what is to be looked at, and the cases. Every household that is sent stands in the log. */
export function paymentCaseRoutes(server: FastifyInstance, { pool, now, today, ...needs }: Needs): void {
  const access = { access: 'payment-cases' } as const
  const options = (user: User) => ({ user, now: now(), today: today() })

  server.get<{ Querystring: Static<typeof signalsQuery> }>(
    '/api/payment-signals',
    { config: access, schema: { querystring: signalsQuery } },
    (request): Promise<SignalsView> => {
      const user = userOf(request)
      return withTenant(pool, tenantOf(user), async (tx) => {
        const { kind } = request.query
        const view = await listSignals(needs, tx, user, periodOf(request.query, today()), today(), kind)
        await logRead(tx, user, 'payment-signals-read', view.rows, request.query)
        return view
      })
    },
  )

  server.get<{ Querystring: Static<typeof casesQuery> }>(
    '/api/payment-cases',
    { config: access, schema: { querystring: casesQuery } },
    (request): Promise<CasesView> => {
      const user = userOf(request)
      return withTenant(pool, tenantOf(user), async (tx) => {
        const view = await listCases(tx, user, periodOf(request.query, today()), today())
        await logRead(tx, user, 'payment-cases-read', view.rows, request.query)
        return view
      })
    },
  )

  const show = (user: User, key: string): Promise<CaseView | null> =>
    withTenant(pool, tenantOf(user), async (tx) => {
      const [known] = await loadCases(tx, user.municipalityId, key)
      const households = await loadCaseHouseholds(tx, user.municipalityId, known ? [known.householdId] : [])
      const household = known && households.get(known.householdId)
      if (!known || !household) return null
      const names = await loadUserNames(tx, user.municipalityId)
      const view = caseView(known, household, { user, today: today(), recordedToday: dayInSweden(now()), names })
      await logRead(tx, user, 'payment-case-read', [view], {})
      return view
    })

  server.get<{ Params: { key: string } }>(
    '/api/payment-cases/:key',
    { config: access, schema: { params: keyParams } },
    async (request, reply): Promise<CaseView> =>
      (await show(userOf(request), request.params.key)) ?? refuseCase(reply, 'no-such-case'),
  )

  server.get<{ Params: { id: number } }>(
    '/api/payment-cases/households/:id',
    { config: access, schema: { params: idParams } },
    (request): Promise<{ cases: HouseholdCase[] }> => {
      const user = userOf(request)
      const { id } = request.params
      return withTenant(pool, tenantOf(user), async (tx) => {
        const found = await loadCases(tx, user.municipalityId, undefined, id)
        await logRead(tx, user, 'payment-cases-of-household-read', found.length > 0 ? [{ household: { id } }] : [], {})
        return { cases: householdCases(found) }
      })
    },
  )

  server.post<{ Body: Opening }>(
    '/api/payment-cases',
    { config: access, schema: { body: opening } },
    async (request, reply): Promise<{ key: string }> => {
      const user = userOf(request)
      const result = await withTenant(pool, tenantOf(user), (tx) => openCase(needs, tx, request.body, options(user)))
      return result.ok ? result.value : refuseCase(reply, result.refusal)
    },
  )

  server.post<{ Params: { key: string }; Body: Static<typeof sentEvent> }>(
    '/api/payment-cases/:key/events',
    { config: access, schema: { params: keyParams, body: sentEvent } },
    async (request, reply): Promise<CaseView> => {
      const user = userOf(request)
      const { seen, ...proposal } = request.body
      const { key } = request.params
      const result = await withTenant(pool, tenantOf(user), (tx) =>
        recordCaseEvent(tx, { key, seen, proposal: proposal as CaseProposal }, options(user)),
      )
      if (!result.ok) return refuseCase(reply, result.refusal)
      return (await show(user, key)) ?? refuseCase(reply, 'no-such-case')
    },
  )
}

/** The months asked for; without them the latest twelve with today's. Half-open. */
function periodOf({ from, to }: { from?: string; to?: string }, today: Day): { from: Month; until: Month } {
  const last = (to ?? today.slice(0, 7)) as Month
  const first = (from ?? addMonths(last, -11)) as Month
  return { from: first <= last ? first : last, until: addMonths(last, 1) }
}

const logRead = (
  tx: Tx,
  { municipalityId, id }: User,
  action: string,
  rows: readonly { household: { id: number } }[],
  query: object,
): Promise<void> =>
  logEntry(tx, {
    ...{ municipalityId, userId: id, action, subject: 'payment-cases' },
    householdIds: [...new Set(rows.map(({ household }) => household.id))],
    detail: withoutIdentityNumbers(query),
  })

const statuses: Partial<Record<CannotRecordCase, number>> = {
  ...{ 'no-such-case': 404, 'no-such-household': 404, 'no-such-signal': 404 },
  ...{ malformed: 400, 'in-the-future': 400, 'not-yours-to-undo': 403 },
}

/** What the rules do not allow now is a conflict with what has happened. */
const refuseCase = (reply: FastifyReply, refusal: CannotRecordCase): never =>
  reply.code(statuses[refusal] ?? 409).send({ problem: refusal, text: caseRefusalText[refusal] }) as never
