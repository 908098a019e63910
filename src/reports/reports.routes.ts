import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { may } from '../access/permissions.ts'
import { userOf } from '../access/signed-in.ts'
import type { Figures, Release } from '../analysis/figures.ts'
import { figuresQuery, type FiguresQuery, logFigures, questionOf } from '../analysis/figures.routes.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { figuresRefusalText } from '../analysis/refusals.text.ts'
import type { Day } from '../values/day.ts'
import type { Municipality } from '../values/municipality.ts'
import { figuresCsv, figuresXlsx } from './figures-export.ts'
import { listReports, loadReport } from './load-report.ts'
import { mediaTypes, renderReport, type ReportFormat, reportFormats } from './make-report.ts'
import { reportsText } from './reports.text.ts'
import type { TemplateChoice } from './reports-view.ts'

type Needs = {
  pool: pg.Pool
  figures: FiguresService
  municipality: Municipality
  now: () => Date
  today: () => Day
  release: Release
}

const reportQuery = Type.Object({ ...figuresQuery.properties, format: Type.Enum([...reportFormats]) })
const exportQuery = Type.Object({ ...figuresQuery.properties, format: Type.Enum(['csv', 'xlsx']) })

export function reportRoutes(server: FastifyInstance, needs: Needs): void {
  const { pool, figures, municipality, now, today, release } = needs
  server.get('/api/reports', { config: { access: 'reports' } }, async (): Promise<{ reports: TemplateChoice[] }> => ({
    reports: await listReports(pool, municipality),
  }))

  server.get<{ Params: { template: string }; Querystring: FiguresQuery & { format: ReportFormat } }>(
    '/api/reports/:template',
    { config: { access: 'reports' }, schema: { querystring: reportQuery } },
    async (request, reply) => {
      const { template } = request.params
      const { format, ...query } = request.query
      const question = await questionOf(figures, municipality, { split: 'gender', ...query })
      const asked = { template, question, today: today(), now: now() }
      const report = await loadReport(needs, asked)
      if (report === undefined)
        return reply.code(404).send({ problem: 'no-such-report', text: reportsText.noSuchReport })
      if (report === null)
        return reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })
      const file = await renderReport(report.document, format, report.look)
      await logFigures(pool, userOf(request), 'report-read', { template, ...request.query })
      if (format !== 'html' && format !== 'json')
        reply.header('content-disposition', `attachment; filename="${fileName(template, report.figures, format)}"`)
      return reply.type(mediaTypes[format]).send(file)
    },
  )

  server.get<{ Querystring: FiguresQuery & { format: 'csv' | 'xlsx' } }>(
    '/api/figures/export',
    { config: { access: 'figures' }, schema: { querystring: exportQuery } },
    async (request, reply) => {
      const { format, ...query } = request.query
      const computed = await figures.figures(municipality, {
        ...(await questionOf(figures, municipality, query)),
        // Everybody has the figures; the tables of the slices are for those who may have them in a report.
        withSupplied: may(userOf(request).role, 'reports'),
      })
      if (!computed)
        return reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })
      const [answer = computed] = await release([computed], { unit: query.unit })
      const file = format === 'csv' ? Buffer.from(figuresCsv(answer)) : Buffer.from(await figuresXlsx(answer))
      await logFigures(pool, userOf(request), 'figures-exported', { ...request.query })
      reply.header('content-disposition', `attachment; filename="${fileName('utfall', answer, format)}"`)
      return reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : mediaTypes.xlsx).send(file)
    },
  )
}

const fileName = (name: string, { from, to }: Figures, extension: string): string =>
  `${name}-${from}-${to}.${extension}`
