import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Static, Type } from 'typebox'
import { roleLabel } from '../access/refusals.text.ts'
import { tenantOf, userOf } from '../access/signed-in.ts'
import { withTenant } from '../database/transaction.ts'
import type { Document } from '../reports/document.ts'
import { countPublished } from '../publication/publication.queries.ts'
import { mediaTypes, renderReport, type ReportFormat, reportFormats } from '../reports/make-report.ts'
import { renderPdf } from '../reports/render/pdf.ts'
import { asKnownNow } from './as-known-now.ts'
import { correctReport, stopCorrecting } from './correct-report.ts'
import { loadLook } from './load-look.ts'
import { describeReport, loadDraft } from './load-draft.ts'
import { aNumber, logReport, refuseReport, reportParams, type WritingNeeds } from './route-parts.ts'
import { writingText } from './report-writing.text.ts'
import { signReport } from './sign-report.ts'
import { showVersion } from './show-version.ts'
import { dataVersion, findPdf, findVersion, lastChangeOfFacts } from './versions.queries.ts'
import { findReport } from './written-reports.queries.ts'
import type { AsKnownNow, VersionView } from './writing-view.ts'

const strict = { additionalProperties: false }
const versionParams = Type.Object({ id: aNumber, version: aNumber })
const fileQuery = Type.Object({ format: Type.Enum([...reportFormats]) })
const signing = Type.Object(
  {
    answers: Type.Array(
      Type.Object(
        { key: Type.String({ pattern: '^[0-9a-f]{16}$' }), reason: Type.String({ maxLength: 2000 }) },
        strict,
      ),
      { maxItems: 500 },
    ),
    reason: Type.String({ maxLength: 2000 }),
  },
  strict,
)

/** Drafts as files, signed versions, and what they would say on what is known now. */
export function versionRoutes(server: FastifyInstance, needs: WritingNeeds): void {
  const { pool, reader, figures, now, today } = needs
  const config = { access: 'report-writing' } as const

  server.get<{ Params: { id: number }; Querystring: { format: ReportFormat } }>(
    '/api/written-reports/:id/file',
    { config, schema: { params: reportParams, querystring: fileQuery } },
    async (request, reply) => {
      const user = userOf(request)
      const { id } = request.params
      const { format } = request.query
      const found = await withTenant(pool, tenantOf(user), (tx) => describeReport(tx, user, id))
      if (!found) return refuseReport(reply, 'no-such-report')
      const known = await figures.now({ ...found.report, template: found.template })
      const made = await withTenant(pool, tenantOf(user), async (tx) => {
        const making = { createdAt: now().toISOString(), today: today() }
        const { document } = await loadDraft(tx, user, found, known, making)
        await logReport(tx, user, 'report-draft-read', id, { format })
        return { document: asDraft(document), look: await loadLook(tx, user.municipalityId) }
      })
      return sendFile(reply, format, `utkast-${id}`, await renderReport(made.document, format, made.look))
    },
  )

  server.post<{ Params: { id: number }; Body: Static<typeof signing> }>(
    '/api/written-reports/:id/versions',
    { config, schema: { params: reportParams, body: signing } },
    async (request, reply) => {
      const user = userOf(request)
      const { id } = request.params
      const { data, published, changedAt, look, found } = await withTenant(pool, tenantOf(user), async (tx) => ({
        data: await dataVersion(tx, user.municipalityId),
        published: await countPublished(tx, user.municipalityId),
        changedAt: await lastChangeOfFacts(tx, user.municipalityId),
        look: await loadLook(tx, user.municipalityId),
        found: await describeReport(tx, user, id),
      }))
      if (!found) return refuseReport(reply, 'no-such-report')
      const { template } = found
      const knownAt = latest(now(), changedAt)
      const known = await figures.now({ ...found.report, template })
      const result = await withTenant(pool, tenantOf(user), async (tx) => {
        const signed = await signReport(tx, id, request.body, {
          ...{
            user,
            roleLabel: roleLabel[user.role],
            figures: known,
            template,
            data,
            knownAt,
            today: today(),
            published,
          },
          toPdf: (document) => renderPdf(document, { look, standard: 'a-2a' }),
        })
        if (signed.ok) await logReport(tx, user, 'report-signed', id, signed.value)
        return signed
      })
      return result.ok ? result.value : refuseReport(reply, result.refusal.kind, { left: result.refusal.left })
    },
  )

  server.put<{ Params: { id: number }; Body: { corrects: number | null } }>(
    '/api/written-reports/:id/correction',
    {
      config,
      schema: {
        params: reportParams,
        body: Type.Object({ corrects: Type.Union([aNumber, Type.Null()]) }, strict),
      },
    },
    async (request, reply) => {
      const user = userOf(request)
      const { id } = request.params
      const { corrects } = request.body
      const result = await withTenant(pool, tenantOf(user), async (tx) => {
        const done = await (corrects === null
          ? stopCorrecting(tx, user.municipalityId, id)
          : correctReport(tx, user.municipalityId, id, corrects))
        if (done.ok) await logReport(tx, user, 'report-correction', id, { corrects })
        return done
      })
      return result.ok ? reply.code(204).send() : refuseReport(reply, result.refusal)
    },
  )

  server.get<{ Params: { id: number; version: number } }>(
    '/api/written-reports/:id/versions/:version',
    { config, schema: { params: versionParams } },
    async (request, reply): Promise<VersionView> => {
      const user = userOf(request)
      const { id, version } = request.params
      const view = await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await showVersion(tx, user.municipalityId, id, version)
        if (found) await logReport(tx, user, 'report-version-read', id, { version })
        return found
      })
      return view ?? refuseReport(reply, 'no-such-version')
    },
  )

  /** JSON and PDF are the bytes that were signed; the others are drawn from the same document. */
  server.get<{ Params: { id: number; version: number }; Querystring: { format: ReportFormat } }>(
    '/api/written-reports/:id/versions/:version/file',
    { config, schema: { params: versionParams, querystring: fileQuery } },
    async (request, reply) => {
      const user = userOf(request)
      const { id, version } = request.params
      const { format } = request.query
      const kept = await withTenant(pool, tenantOf(user), async (tx) => {
        const found = await findVersion(tx, user.municipalityId, id, version)
        if (!found) return null
        await logReport(tx, user, 'report-version-read', id, { version, format })
        const pdf = format === 'pdf' ? await findPdf(tx, user.municipalityId, id, version) : null
        return { document: found.document, pdf, look: await loadLook(tx, user.municipalityId) }
      })
      if (!kept) return refuseReport(reply, 'no-such-version')
      const name = `rapport-${id}-version-${version}`
      if (kept.pdf) return sendFile(reply, format, name, kept.pdf)
      if (format === 'json') return sendFile(reply, format, name, Buffer.from(kept.document))
      return sendFile(reply, format, name, await renderReport(JSON.parse(kept.document) as Document, format, kept.look))
    },
  )

  server.get<{ Params: { id: number; version: number } }>(
    '/api/written-reports/:id/versions/:version/as-known-now',
    { config, schema: { params: versionParams } },
    async (request, reply): Promise<AsKnownNow> => {
      const user = userOf(request)
      const { id, version } = request.params
      const find = () =>
        withTenant(pool, tenantOf(user), async (tx) => ({
          report: await findReport(tx, user.municipalityId, id),
          kept: await findVersion(tx, user.municipalityId, id, version),
          changedAt: await lastChangeOfFacts(tx, user.municipalityId),
        }))
      const { report, kept, changedAt } = await find()
      if (!report || !kept) return refuseReport(reply, 'no-such-version')
      const moment = latest(now(), changedAt)
      const known = await figures.now({ ...report, template: kept.madeOf.template })
      return withTenant(pool, tenantOf(user), async (tx) => {
        const view = await withTenant(reader, { municipalityId: user.municipalityId }, (readerTx) =>
          asKnownNow(kept, { figures: known, tx, reader: readerTx, user, now: moment }),
        )
        const households = [...new Set((view.households ?? []).map((each) => each.id))]
        await logReport(tx, user, 'report-as-known-now-read', id, { version }, households)
        return view
      })
    },
  )
}

const latest = (one: Date, other: Date | null): Date => (other && other > one ? other : one)

/** A draft says so wherever it is opened. */
const asDraft = (document: Document): Document => ({ ...document, title: writingText.draftTitle(document.title) })

function sendFile(reply: FastifyReply, format: ReportFormat, name: string, bytes: Buffer): FastifyReply {
  if (format !== 'html') reply.header('content-disposition', `attachment; filename="${name}.${format}"`)
  return reply.type(mediaTypes[format]).send(bytes)
}
