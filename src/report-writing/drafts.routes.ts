import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { User } from '../access/sessions.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { type Tx, withTenant } from '../database/transaction.ts'
import { addMonths, type Month } from '../values/month.ts'
import { beginReport } from './begin-report.ts'
import { changeText, markText } from './change-text.ts'
import { figureChoices } from './figure-choices.ts'
import { findTemplate } from './find-template.ts'
import { describeReport, loadDraft } from './load-draft.ts'
import type { ReportFigures } from './report-figures.ts'
import { aNumber, logReport, refuseReport, reportParams, textKey, type WritingNeeds } from './route-parts.ts'
import { showDraft, showReports, stateOf } from './show-reports.ts'
import { dataVersion } from './versions.queries.ts'
import { listComments } from './comments.queries.ts'
import { findReport, listTextStates, stepsSince } from './written-reports.queries.ts'
import type { Changes, DraftComment, DraftView, FigureChoices, Preview, ReportList } from './writing-view.ts'

const aMonth = Type.String({ pattern: '^(19|20|21)\\d\\d-(0[1-9]|1[0-2])$' })
const strict = { additionalProperties: false }
const beginning = Type.Object(
  {
    template: textKey,
    templateVersion: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
    from: aMonth,
    to: aMonth,
  },
  strict,
)
const steps = Type.Object(
  {
    version: Type.Integer({ minimum: 0, maximum: 100_000_000 }),
    clientId: Type.String({ pattern: '^\\d{1,10}-[a-z0-9-]{1,60}$' }),
    steps: Type.Array(Type.Object({}, { additionalProperties: true }), { minItems: 1, maxItems: 2000 }),
  },
  strict,
)
/** `oversikt:3,kommentar:0`: the versions of the texts that the page has. */
const sinceQuery = Type.Object({
  seen: Type.String({ maxLength: 10_000, pattern: '^([a-z0-9-]{1,60}:\\d{1,9}(,|$))*$' }),
  /** The text that somebody writes in just now. */
  writing: Type.Optional(textKey),
})

const textParams = Type.Object({ id: aNumber, part: textKey })

/** Reports as they are written. They hold no persons: the log tells who opened, began and changed what, never what it says. */
export function draftReportRoutes(server: FastifyInstance, needs: WritingNeeds): void {
  const { pool, figures, writers, now, today } = needs
  const config = { access: 'report-writing' } as const
  const inTenant = <Value>(user: User, work: (tx: Tx) => Promise<Value>) => withTenant(pool, tenantOf(user), work)

  server.get('/api/written-reports', { config }, async (request): Promise<ReportList> => {
    const user = userOf(request)
    const list = await inTenant(user, (tx) => showReports(tx, user))
    return { ...list, data: await figures.reach() }
  })

  server.post<{ Body: Static<typeof beginning> }>(
    '/api/written-reports',
    { config, schema: { body: beginning } },
    async (request, reply): Promise<{ id: number }> => {
      const user = userOf(request)
      const { template, templateVersion, title } = request.body
      const period = { from: request.body.from as Month, until: addMonths(request.body.to as Month, 1) }
      if (period.until <= period.from) return refuseReport(reply, 'end-before-start')
      const found = await inTenant(user, (tx) => findTemplate(tx, user.municipalityId, template, templateVersion))
      if (!found) return refuseReport(reply, 'no-such-template')
      const known = await recentFigures(user, { ...period, template: found })
      const begun = await inTenant(user, async (tx) => {
        const number = await beginReport(
          tx,
          { ...period, templateKey: template, templateVersion, title: title.trim() },
          { user, figures: known.figures, template: found, now: now() },
        )
        await logReport(tx, user, 'report-begun', number, { template, ...period })
        return number
      })
      return { id: begun }
    },
  )

  server.get<{ Params: { id: number } }>(
    '/api/written-reports/:id',
    { config, schema: { params: reportParams } },
    async (request, reply): Promise<DraftView> => {
      const user = userOf(request)
      const view = await inTenant(user, async (tx) => {
        const found = await showDraft(tx, user, request.params.id)
        if (found) await logReport(tx, user, 'report-opened', found.id)
        return found
      })
      return view ?? refuseReport(reply, 'no-such-report')
    },
  )

  /** Asked every second while the page is open: what others have written meanwhile, and who writes where. */
  server.get<{ Params: { id: number }; Querystring: Static<typeof sinceQuery> }>(
    '/api/written-reports/:id/changes',
    { config, schema: { params: reportParams, querystring: sinceQuery } },
    async (request, reply): Promise<Changes> => {
      const user = userOf(request)
      const { seen, writing } = request.query
      const { id: report } = request.params
      if (writing) writers.tell(report, writing, user, now())
      const changes = await inTenant(user, (tx) => changesSince(tx, user, report, versionsIn(seen)))
      return changes
        ? { ...changes, writers: writers.othersIn(report, user.id, now()) }
        : refuseReport(reply, 'no-such-report')
    },
  )

  server.post<{ Params: { id: number; part: string }; Body: Static<typeof steps> }>(
    '/api/written-reports/:id/texts/:part/steps',
    { config, schema: { params: textParams, body: steps } },
    async (request, reply) => {
      const user = userOf(request)
      const { id: report, part } = request.params
      const result = await inTenant(user, (tx) => changeText(tx, { report, part }, request.body, { user, now: now() }))
      if (!result.ok) {
        const { kind, missing } = result.refusal
        return refuseReport(reply, kind, { steps: missing.map(({ step, clientId }) => ({ step, clientId })) })
      }
      writers.tell(report, part, user, now())
      return { ...result.value, savedAt: now().toISOString() }
    },
  )

  server.put<{ Params: { id: number; part: string }; Body: { status: 'ready' | 'writing' } }>(
    '/api/written-reports/:id/texts/:part/status',
    {
      config,
      schema: { params: textParams, body: Type.Object({ status: Type.Enum(['ready', 'writing'] as const) }, strict) },
    },
    async (request, reply) => {
      const user = userOf(request)
      const { id: report, part } = request.params
      const { status } = request.body
      const result = await inTenant(user, async (tx) => {
        const marked = await markText(tx, { report, part }, status, { user, now: now() })
        if (marked.ok) await logReport(tx, user, 'report-text-marked', report, { part, status })
        return marked
      })
      return result.ok ? reply.code(204).send() : refuseReport(reply, result.refusal)
    },
  )

  server.get<{ Params: { id: number } }>(
    '/api/written-reports/:id/figures',
    { config, schema: { params: reportParams } },
    async (request, reply): Promise<FigureChoices> => {
      const user = userOf(request)
      const found = await inTenant(user, (tx) => describeReport(tx, user, request.params.id))
      if (!found) return refuseReport(reply, 'no-such-report')
      const { figures: known } = await recentFigures(user, { ...found.report, template: found.template })
      return figureChoices(known)
    },
  )

  server.get<{ Params: { id: number } }>(
    '/api/written-reports/:id/preview',
    { config, schema: { params: reportParams } },
    async (request, reply): Promise<Preview> => {
      const user = userOf(request)
      const found = await inTenant(user, (tx) => describeReport(tx, user, request.params.id))
      if (!found) return refuseReport(reply, 'no-such-report')
      const known = await recentFigures(user, { ...found.report, template: found.template })
      const { document, findings } = await inTenant(user, (tx) =>
        loadDraft(tx, user, found, known, { createdAt: now().toISOString(), today: today() }),
      )
      return { document, findings }
    },
  )

  async function recentFigures(user: User, asked: Parameters<ReportFigures['recent']>[0]) {
    return figures.recent(asked, await inTenant(user, (tx) => dataVersion(tx, user.municipalityId)))
  }
}

/** `a:3,b:0` as versions. */
const versionsIn = (seen: string): Record<string, number> =>
  Object.fromEntries(
    seen
      .split(',')
      .filter(Boolean)
      .map((each) => each.split(':'))
      .map(([part, version]) => [part!, Number(version)]),
  )

async function changesSince(
  tx: Tx,
  { municipalityId }: User,
  id: number,
  seen: Record<string, number>,
): Promise<Omit<Changes, 'writers'> | null> {
  const report = await findReport(tx, municipalityId, id)
  if (!report) return null
  const steps = await stepsSince(tx, municipalityId, id, seen)
  const texts = (await listTextStates(tx, municipalityId, id)).map(({ part, status, changedAt }) => [
    part,
    {
      status,
      changedAt: changedAt.toISOString(),
      steps: steps.filter((each) => each.part === part).map(({ step, clientId }) => ({ step, clientId })),
    },
  ])
  return {
    texts: Object.fromEntries(texts) as Changes['texts'],
    comments: (await listComments(tx, municipalityId, id)).map(({ writtenAt, ...rest }): DraftComment => ({
      ...rest,
      writtenAt: writtenAt.toISOString(),
    })),
    state: stateOf(report),
  }
}
