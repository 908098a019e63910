import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Type } from 'typebox'
import { userOf } from '../access/signed-in.ts'
import type { Figures } from '../analysis/figures.ts'
import { figuresQuery, type FiguresQuery, logFigures, questionOf } from '../analysis/figures.routes.ts'
import type { FiguresService } from '../analysis/load-figures.ts'
import { figuresRefusalText } from '../analysis/refusals.text.ts'
import type { Municipality } from '../values/municipality.ts'
import { figuresCsv, figuresXlsx } from './figures-export.ts'
import { isTemplate, makeReport, mediaTypes, type ReportFormat, reportFormats } from './make-report.ts'

type Needs = { pool: pg.Pool; figures: FiguresService; municipality: Municipality; now: () => Date }

const reportQuery = Type.Object({ ...figuresQuery.properties, format: Type.Enum([...reportFormats]) })
const exportQuery = Type.Object({ ...figuresQuery.properties, format: Type.Enum(['csv', 'xlsx']) })

export function reportRoutes(server: FastifyInstance, { pool, figures, municipality, now }: Needs): void {
  server.get<{ Params: { template: string }; Querystring: FiguresQuery & { format: ReportFormat } }>(
    '/api/reports/:template',
    { config: { access: 'reports' }, schema: { querystring: reportQuery } },
    async (request, reply) => {
      const { template } = request.params
      const { format, ...query } = request.query
      if (!isTemplate(template))
        return reply
          .code(404)
          .send({ problem: 'no-such-report', text: 'Rapporten finns inte. Välj en rapport i listan.' })
      const answer = await figures.figures(
        municipality,
        await questionOf(figures, municipality, { split: 'gender', ...query }),
      )
      if (!answer)
        return reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })
      const report = await makeReport(answer, format, now())
      await logFigures(pool, userOf(request), 'report-read', { template, ...request.query })
      if (format !== 'html' && format !== 'json')
        reply.header('content-disposition', `attachment; filename="${fileName(template, answer, format)}"`)
      return reply.type(mediaTypes[format]).send(report)
    },
  )

  server.get<{ Querystring: FiguresQuery & { format: 'csv' | 'xlsx' } }>(
    '/api/figures/export',
    { config: { access: 'figures' }, schema: { querystring: exportQuery } },
    async (request, reply) => {
      const { format, ...query } = request.query
      const answer = await figures.figures(municipality, await questionOf(figures, municipality, query))
      if (!answer)
        return reply.code(400).send({ problem: 'end-before-start', text: figuresRefusalText['end-before-start'] })
      const file = format === 'csv' ? Buffer.from(figuresCsv(answer)) : Buffer.from(await figuresXlsx(answer))
      await logFigures(pool, userOf(request), 'figures-exported', { ...request.query })
      reply.header('content-disposition', `attachment; filename="${fileName('utfall', answer, format)}"`)
      return reply.type(format === 'csv' ? 'text/csv; charset=utf-8' : mediaTypes.xlsx).send(file)
    },
  )
}

const fileName = (name: string, { from, to }: Figures, extension: string): string =>
  `${name}-${from}-${to}.${extension}`
