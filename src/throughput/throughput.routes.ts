import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { type Static, Type } from 'typebox'
import { logEntry } from '../access/audit-log.ts'
import type { User } from '../access/sessions.ts'
import { userOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { closureReasons, codesOf, notReferredReasons, outcomeClasses } from '../parameters/code-lists/casework.ts'
import { outcomeChecks } from '../pathway/outcome-check.ts'
import { findLastKnownMonth } from '../pathway/outcome-check.queries.ts'
import { wholeMunicipality } from '../pathway/pathway.routes.ts'
import { countProtected, unitNames } from '../register/households.queries.ts'
import { type Day, parseDay } from '../values/day.ts'
import { withoutIdentityNumbers } from '../values/identity-number.ts'
import { addMonths, askedMonthPattern, type Month } from '../values/month.ts'
import { closingRows, contactRows, funnelRows, withHouseholds } from './choose-rows.ts'
import { changeOfWork, managementView } from './describe-throughput.ts'
import type { FactsOfFiles } from './facts-of-files.ts'
import { funnelBuckets } from './funnel.ts'
import { leadTimeSteps } from './lead-times.ts'
import { loadThroughput, managementTenant, type Throughput } from './load-throughput.ts'
import { rememberCaseload } from './remembered-caseload.ts'
import { rememberFacts } from './remembered-facts.ts'
import { rememberPaths } from './remembered-paths.ts'
import type { Asked, ClosingRow, ContactRow, FunnelRow, ManagementView, RowsBehind } from './throughput-view.ts'

type Needs = { pool: pg.Pool; today: () => Day }

const month = Type.String({ pattern: askedMonthPattern })
const period = {
  from: Type.Optional(month),
  to: Type.Optional(month),
  change: Type.Optional(Type.String({ maxLength: 10 })),
  unit: Type.Optional(Type.String({ maxLength: 100 })),
}
const gender = Type.Optional(Type.Enum(['woman', 'man']))

const managementQuery = Type.Object({ ...period, interventions: Type.Optional(Type.String({ maxLength: 2000 })) })
const funnelQuery = Type.Object({
  ...period,
  bucket: Type.Optional(Type.Enum([...funnelBuckets])),
  reason: Type.Optional(Type.Enum(codesOf(notReferredReasons))),
  gender,
})
const closingQuery = Type.Object({
  ...period,
  class: Type.Optional(Type.Enum(codesOf(outcomeClasses))),
  reason: Type.Optional(Type.Enum(codesOf(closureReasons))),
  months: Type.Optional(Type.Enum(outcomeChecks.map(String))),
  state: Type.Optional(Type.Enum(['confirmed', 'taken-back', 'waiting'])),
  gender,
})
const contactQuery = Type.Object({
  ...period,
  side: Type.Optional(Type.Enum(['before', 'after'])),
  step: Type.Optional(Type.Enum([...leadTimeSteps])),
  state: Type.Optional(Type.Enum(['reached', 'waiting'])),
})

export type FunnelQuery = Static<typeof funnelQuery>
export type ClosingQuery = Static<typeof closingQuery>
export type ContactQuery = Static<typeof contactQuery>
type PeriodQuery = { from?: string; to?: string; change?: string; unit?: string }

/** The manager's figures and the rows behind each. Exact, of the manager's own units, and nothing is published from here. */
export function throughputRoutes(server: FastifyInstance, { pool, today }: Needs): void {
  const access = { access: 'management' } as const
  const pathsOf = rememberPaths()
  const factsOf = rememberFacts()
  const caseloadOf = rememberCaseload()

  /** Loads what a period is made of, and lets `work` make a view of it in the same transaction. */
  async function read<View>(
    user: User,
    query: PeriodQuery,
    work: (found: Throughput, asked: Asked, tx: Tx, lastKnownMonth: Month | null) => Promise<View>,
  ): Promise<View> {
    const { municipalityId } = user
    const asked = askedBy(query, today())
    const lastKnownMonth = await withTenant(pool, wholeMunicipality(municipalityId), (tx) =>
      factsOf(tx, { municipalityId, units: 'all' }, 'last known month', () => findLastKnownMonth(tx, municipalityId)),
    )
    return withTenant(pool, managementTenant(user), async (tx) => {
      const found = await loadThroughput(tx, asked, { ...{ user, pathsOf, factsOf }, today: today(), lastKnownMonth })
      return work(found, asked, tx, lastKnownMonth)
    })
  }

  server.get<{ Querystring: Static<typeof managementQuery> }>(
    '/api/management',
    { config: access, schema: { querystring: managementQuery } },
    (request): Promise<ManagementView> => {
      const user = userOf(request)
      const { municipalityId } = user
      return read(user, request.query, async (found, asked, tx, lastKnownMonth) => {
        const { unitOf, firstMonth } = found.files
        const facts = {
          ...{ today: today(), lastKnownMonth },
          dataFrom: firstMonth ?? asked.from,
          units: await loadUnits(tx, municipalityId, unitOf),
          caseload: await caseloadOf(tx, found.ways, municipalityId, today(), asked.unit ?? undefined),
          hiddenProtected: await countProtected(tx, municipalityId),
          interventions: (request.query.interventions ?? '').split(',').filter(Boolean),
        }
        await logEntry(tx, entryOf(user, 'management-figures-read', [], request.query))
        return managementView(found, asked, facts)
      })
    },
  )

  /** The rows behind a figure: every household of theirs is in the log. */
  const rows = <Row extends { householdId: number }>(
    user: User,
    action: string,
    query: PeriodQuery,
    rowsOf: (found: Throughput, asked: Asked) => Row[],
  ) =>
    read(user, query, async (found, asked, tx) => {
      const chosen = await withHouseholds(tx, user.municipalityId, rowsOf(found, asked))
      await logEntry(tx, entryOf(user, action, chosen, query))
      return { ...asked, rows: chosen }
    })

  server.get<{ Querystring: FunnelQuery }>(
    '/api/management/funnel',
    { config: access, schema: { querystring: funnelQuery } },
    (request): Promise<RowsBehind<FunnelRow>> =>
      read(userOf(request), request.query, async (found, asked, tx) => {
        const chosen = await funnelRows(tx, userOf(request).municipalityId, found, request.query)
        await logEntry(tx, entryOf(userOf(request), 'funnel-rows-read', chosen, request.query))
        return { ...asked, rows: chosen }
      }),
  )

  server.get<{ Querystring: ClosingQuery }>(
    '/api/management/outcomes',
    { config: access, schema: { querystring: closingQuery } },
    (request): Promise<RowsBehind<ClosingRow>> =>
      rows(userOf(request), 'outcome-rows-read', request.query, (found) => closingRows(found, request.query)),
  )

  server.get<{ Querystring: ContactQuery }>(
    '/api/management/contacts',
    { config: access, schema: { querystring: contactQuery } },
    (request): Promise<RowsBehind<ContactRow>> =>
      rows(userOf(request), 'lead-time-rows-read', request.query, (found, asked) =>
        contactRows(found, asked, request.query),
      ),
  )
}

/** Units that have households now. */
async function loadUnits(
  tx: Tx,
  municipalityId: number,
  unitOf: FactsOfFiles['unitOf'],
): Promise<ManagementView['units']> {
  const codes = new Set(unitOf.values())
  const names = await unitNames(tx, municipalityId)
  return [...names].flatMap(([code, name]) => (codes.has(code) ? [{ code, name }] : []))
}

/** The months asked for; without them the latest twelve with today's. A period that ends before it begins is its last month. */
function askedBy(query: PeriodQuery, today: Day): Asked {
  const to = (query.to ?? today.slice(0, 7)) as Month
  const from = (query.from ?? addMonths(to, -11)) as Month
  return {
    from: from <= to ? from : to,
    to,
    change: parseDay(query.change ?? '') ?? changeOfWork,
    unit: query.unit || null,
  }
}

const entryOf = (user: User, action: string, rows: readonly { householdId: number }[], query: object) => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  action,
  subject: 'throughput',
  householdIds: [...new Set(rows.map(({ householdId }) => householdId))],
  detail: withoutIdentityNumbers(query),
})
