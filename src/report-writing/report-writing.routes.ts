import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { FiguresService } from '../analysis/load-figures.ts'
import type { Withholding } from '../calculations/disclosure/withholding.ts'
import type { Day } from '../values/day.ts'
import { previewFigures } from '../publication/publish-figures.ts'
import type { Municipality } from '../values/municipality.ts'
import { commentRoutes } from './comments.routes.ts'
import { draftReportRoutes } from './drafts.routes.ts'
import { ReportFigures } from './report-figures.ts'
import { versionRoutes } from './versions.routes.ts'
import { WritersNow } from './writers-now.ts'

type Needs = {
  pool: pg.Pool
  /** For what a signed report is compared with: the whole municipality's facts, without names. */
  reader: pg.Pool
  figures: FiguresService
  municipality: Municipality
  now: () => Date
  today: () => Day
  withholding: Withholding
}

/** Reports: written, commented on, signed and compared with what is known later. */
export function reportWritingRoutes(server: FastifyInstance, { figures, municipality, ...needs }: Needs): void {
  const shared = {
    ...needs,
    figures: new ReportFigures(figures, municipality, previewFigures(needs.pool, municipality, needs.withholding)),
    writers: new WritersNow(),
  }
  draftReportRoutes(server, shared)
  commentRoutes(server, shared)
  versionRoutes(server, shared)
}
