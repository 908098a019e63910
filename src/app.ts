import { existsSync } from 'node:fs'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import statics from '@fastify/static'
import swagger from '@fastify/swagger'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify'
import { accessRoutes } from './access/access.routes.ts'
import { guardRoutes } from './access/signed-in.ts'
import { figuresRoutes, momentPattern } from './analysis/figures.routes.ts'
import { FiguresService } from './analysis/load-figures.ts'
import { authorityFileRoutes } from './authority-files/authority-files.routes.ts'
import { guardLayout } from './authority-files/guard-layout.ts'
import { boardRoutes } from './board/board.routes.ts'
import { forecastRoutes } from './budget-follow-up/forecast.routes.ts'
import { varianceRoutes } from './budget-follow-up/variance.routes.ts'
import { economyRoutes } from './budget-follow-up/economy.routes.ts'
import { catalogueRoutes } from './catalogue/catalogue.routes.ts'
import { coachingRoutes } from './coaching/coaching.routes.ts'
import { comparisonRoutes } from './comparison/comparison.routes.ts'
import { outlookRoutes } from './analysis/outlook.routes.ts'
import { appText } from './app.text.ts'
import { householdPageRoutes } from './household/household.routes.ts'
import { loadJobUnitStays } from './job-unit-stays.ts'
import { keepReady } from './keep-ready.ts'
import { importRoutes } from './imports/imports.routes.ts'
import { intakeRoutes } from './intake/intake.routes.ts'
import { UnreadableFile } from './imports/read/unreadable-file.ts'
import { interventionRoutes } from './interventions/interventions.routes.ts'
import type { Register } from './open-register.ts'
import { draftRoutes } from './pathway/drafts.routes.ts'
import { pathwayRoutes } from './pathway/pathway.routes.ts'
import { numberCheckRoutes } from './number-check/number-check.routes.ts'
import { paymentCaseRoutes } from './payment-cases/payment-cases.routes.ts'
import { planningRoutes } from './planning/planning.routes.ts'
import { householdRoutes } from './register/households.routes.ts'
import { guardClosing } from './promises/guard-closing.ts'
import { promiseRoutes } from './promises/promises.routes.ts'
import { readReferenceFile } from './read-reference-file.ts'
import { releaseFigures } from './publication/publish-figures.ts'
import { reportWritingRoutes } from './report-writing/report-writing.routes.ts'
import { lookRoutes } from './reports/look.routes.ts'
import { reportRoutes } from './reports/reports.routes.ts'
import { savingsRoutes } from './savings/savings.routes.ts'
import { suppliedTables } from './supplied-tables.ts'
import { type Day, dayInSweden } from './values/day.ts'
import { askedMonthPattern } from './values/month.ts'
import type { Municipality } from './values/municipality.ts'
import { jobRoutes } from './support-into-wages/job.routes.ts'
import { targetGroupRoutes } from './target-groups/target-groups.routes.ts'
import { throughputRoutes } from './throughput/throughput.routes.ts'
import { weeklyTableRoutes } from './throughput/weekly-table.routes.ts'
import { worklistRoutes } from './worklist/worklist.routes.ts'
import type { RunTask } from './worker/threads.ts'
import { withholdInThread } from './worker/withhold-in-thread.ts'

export type AppOptions = {
  register: Pick<Register, 'app' | 'reader' | 'keys'>
  municipality: Municipality
  /** Anybody may be any user. Only for the demo on one's own machine. */
  developmentSignIn: boolean
  /** Where uploads wait to be confirmed. */
  uploadDir: string
  /** The built web app; left out in tests of the API. */
  webDir?: string
  now?: () => Date
  /** The day of the work: today in Sweden, or the day on which a made-up municipality stands still. */
  today?: () => Day
  /** Where calculations run that take longer than a page may wait. */
  run: RunTask
  /** Whether what the pages need is read and worked out when the facts have changed, before anybody asks. */
  keepsReady?: boolean
}

/** The composition root: every slice is handed what it needs, and nothing is reached in another way. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { register, municipality, now = () => new Date() } = options
  const today = options.today ?? (() => dayInSweden(now()))
  const server = fastify({
    bodyLimit: 1_000_000,
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { coerceTypes: true, removeAdditional: false } },
  })
  const { app: pool, reader, keys } = register
  const figures = new FiguresService(reader, suppliedTables(pool, options.run, today))
  const withholding = withholdInThread(options.run)
  const release = releaseFigures(pool, municipality, withholding)

  server.addHook('onRequest', async (_, reply) => {
    reply.headers(securityHeaders)
  })
  server.addHook('preValidation', async ({ body }, reply) => {
    if (!isStorable(body)) return reply.code(400).send({ problem: 'bad-request', text: appText.unstorable })
  })
  server.setErrorHandler(answerError)
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Utfall', version: '1', description: appText.apiDescription } },
  })
  await server.register(cookie)
  await server.register(multipart, { limits: { files: 1, fileSize: 500_000_000, fields: 0 } })
  await server.register(compress, {
    threshold: 2048,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  guardRoutes(server, { pool, now, today, municipality })

  accessRoutes(server, {
    pool,
    now,
    today,
    municipality,
    developmentSignIn: options.developmentSignIn,
    standsStill: options.today !== undefined,
  })
  figuresRoutes(server, { pool, figures, municipality, release })
  outlookRoutes(server, { pool, figures, municipality, run: options.run, release })
  economyRoutes(server, { pool, figures, municipality, today })
  jobRoutes(server, { figures, municipality, today })
  varianceRoutes(server, { pool, figures, municipality })
  forecastRoutes(server, { pool, figures, municipality, run: options.run })
  savingsRoutes(server, { pool, figures, municipality, run: options.run, today })
  targetGroupRoutes(server, { pool, figures, municipality, now, today })
  lookRoutes(server, { pool })
  reportRoutes(server, { pool, figures, municipality, now, today, release })
  numberCheckRoutes(server, { today })
  reportWritingRoutes(server, { pool, reader, figures, municipality, now, today, withholding })
  householdRoutes(server, { pool, keys, now })
  pathwayRoutes(server, { pool, now, today })
  draftRoutes(server, { pool, now })
  householdPageRoutes(server, { pool, today })
  const refusesClosing = guardClosing({ figures, municipality })
  const refuses: typeof refusesClosing = async (kind, body) => guardLayout(kind, body) ?? refusesClosing(kind, body)
  catalogueRoutes(server, { pool, now, refuses })
  promiseRoutes(server, { pool, figures, municipality, today, release })
  comparisonRoutes(server, { pool, figures, municipality, now, readFile: readReferenceFile, release })
  boardRoutes(server, { pool, figures, municipality, now, today, release })
  authorityFileRoutes(server, { pool, keys, figures, municipality, today, loadStays: loadJobUnitStays })
  interventionRoutes(server, { pool, today })
  coachingRoutes(server, { pool, today })
  planningRoutes(server, { pool, today })
  intakeRoutes(server, { pool, keys, now, today })
  worklistRoutes(server, { pool, now, today })
  paymentCaseRoutes(server, { pool, figures, municipality, now, today })
  throughputRoutes(server, { pool, today })
  weeklyTableRoutes(server, { pool, today })
  importRoutes(server, { pool, keys, now, municipality, uploadDir: options.uploadDir })
  if (options.keepsReady) {
    const ready = keepReady({ pool, figures, municipality, run: options.run })
    server.addHook('onClose', async () => ready())
  }
  server.get('/api/openapi.json', { config: { access: 'everybody' } }, () => server.swagger())
  server.get('/api/health', { config: { access: 'everybody' } }, async () => {
    await pool.query('select 1')
    return { status: 'ok' }
  })
  if (options.webDir && existsSync(options.webDir)) await serveWeb(server, options.webDir)
  await server.ready()
  return server
}

/** The page and its files are the same for everybody; what they show comes through the API. */
async function serveWeb(server: FastifyInstance, webDir: string): Promise<void> {
  await server.register(statics, { root: webDir, serve: false, preCompressed: true, cacheControl: false })
  server.get<{ Params: { '*': string } }>(
    '/assets/*',
    { config: { access: 'everybody' }, schema: { hide: true } },
    (request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').sendFile(`assets/${request.params['*']}`),
  )
  server.get('/*', { config: { access: 'everybody' }, schema: { hide: true } }, (request, reply) => {
    if (request.url.startsWith('/api/')) return reply.code(404).send({ problem: 'not-found', text: appText.notFound })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cache-control': 'no-store',
}

/** PostgreSQL keeps neither U+0000 nor half a character: both come of a broken program, never of a keyboard. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each))
}

/** What to do about a month, a year or a day that cannot be asked about; null when something else is wrong. */
function wrongTime([first]: NonNullable<FastifyError['validation']>): string | null {
  if (first?.params['pattern'] === askedMonthPattern) return appText.badMonth
  if (first?.params['pattern'] === momentPattern) return appText.badMoment
  return first?.instancePath === '/year' ? appText.badYear : null
}

/** PostgreSQL's answer to a text with U+0000 in it, which only a made-up address has. */
const notText = '22021'

/** What a person can mend is said in Swedish. What is our fault gets a number to look for in the log, and no detail. */
function answerError(this: FastifyInstance, error: FastifyError, _request: unknown, reply: FastifyReply) {
  if (error instanceof UnreadableFile)
    return reply.code(422).send({ problem: error.problem, text: error.text, ...error.whereabouts })
  if (error.validation)
    return reply
      .code(400)
      .send({ problem: 'bad-request', text: wrongTime(error.validation) ?? appText.badRequest(error.message) })
  if (error.code === notText)
    return reply.code(400).send({ problem: 'bad-request', text: appText.badRequest('U+0000') })
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return reply.code(413).send({ problem: 'too-large', text: appText.tooLong })
  if (error.statusCode === 413) return reply.code(413).send({ problem: 'too-large', text: appText.tooLarge })
  if (error.statusCode && error.statusCode < 500)
    return reply.code(error.statusCode).send({ problem: 'bad-request', text: appText.badRequest(error.code) })
  const reference = Math.random().toString(36).slice(2, 8).toUpperCase()
  process.stderr.write(`${new Date().toISOString()} ${reference} ${error.stack ?? String(error)}\n`)
  return reply.code(500).send({ problem: 'broken', text: appText.broken(reference) })
}
