/**
 * The list of work of a unit of 12 000 households and 60 caseworkers, as the page asks for it, with its counts and its entry
 * in the log; and the assignment of 500 households. The peer is the list of households, in the same run.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from '../dist/app.js'
import { writeDemo } from '../dist/demo/demo.js'
import { importFiles } from '../dist/imports/import-files.js'
import { against, heading, line, quantile, randomOf, timed, withRegister, written } from './timing.mjs'
import { recordWays } from './ways.mjs'

const size = { households: 1620, months: 36 }
const caseworkers = 60
const coaches = 30
const requests = 200
const mostMs = 100
const bulk = 500
const mostBulkMs = 2000
const today = '2019-05-14'

await withRegister(async ({ dir, register, municipality, needs }) => {
  await importOneUnit(dir, needs)
  await register.owner.query(
    `insert into app_user (municipality_id, user_id, name, role, unit_codes, caseworker_code)
     select $1::integer, 1, 'Chef', 'manager', null::text[], null union all
     select $1::integer, 1 + n, 'Handläggare ' || n, 'caseworker', array['EN'], 'Handläggare ' || n from generate_series(1, $2::integer) n union all
     select $1::integer, 1 + $2 + n, 'Coach ' || n, 'coach', array['EN'], null from generate_series(1, $3::integer) n`,
    [municipality.id, caseworkers, coaches],
  )
  const userIds = Array.from({ length: caseworkers }, (_, at) => at + 2)
  const ways = await timed(() =>
    recordWays({
      pool: register.app,
      municipalityId: municipality.id,
      today,
      unit: 'EN',
      userIds,
      coaches: Array.from({ length: coaches }, (_, at) => at + 2 + caseworkers),
    }),
  )
  await register.owner.query('analyze')
  const server = await buildApp({
    register,
    municipality,
    developmentSignIn: true,
    uploadDir: join(dir, 'uploads'),
    today: () => today,
  })
  const ask = askerOf(server)
  const cookie = await ask.signIn(2)
  const first = await ask.get('/api/worklist?view=unit&limit=200', cookie)
  const { views, statuses } = first.json()
  heading(
    `Worklist, ${written(views.unit)} open households of one unit, ${caseworkers} caseworkers, ${written(ways.value)} events (recorded in ${written(ways.ms / 1000)} s)`,
  )
  line('in each status', statuses.map(({ code, count }) => `${code} ${count}`).join(', '))
  await report('GET /api/households, the peer', () => '/api/households?limit=200&sort=name', cookie, ask)
  await report('GET /api/worklist, the unit', listUrls(statuses, 'unit'), cookie, ask, mostMs)
  await report('GET /api/worklist, mine', listUrls(statuses, 'mine'), cookie, ask, mostMs)
  await assign(cookie, ask)
  await server.close()
})

/** The demo's files with every household in one unit, shared among the caseworkers. */
async function importOneUnit(dir, needs) {
  const files = writeDemo(size).files.filter(({ fileName }) => /^(enheter|hushall|utbetalningar|fors)/.test(fileName))
  for (const { fileName, bytes } of files) {
    const text = new TextDecoder('windows-1252').decode(bytes)
    await writeFile(
      join(dir, fileName),
      fileName.startsWith('hushall') ? Buffer.from(inOneUnit(text), 'latin1') : bytes,
    )
  }
  const paths = files.map(({ fileName }) => join(dir, fileName))
  await importFiles(needs, paths, {})
}

function inOneUnit(text) {
  const [header, ...rows] = text.split('\r\n')
  const names = header.split(';')
  const [household, unit, caseworker] = ['Hushållsnr', 'Enhet', 'Handläggare'].map((name) => names.indexOf(name))
  const changed = rows.map((row) => {
    const cells = row.split(';')
    if (cells.length < names.length) return row
    cells[unit] = 'EN'
    cells[caseworker] = `Handläggare ${(Number(cells[household]) % caseworkers) + 1}`
    return cells.join(';')
  })
  return [header, ...changed].join('\r\n')
}

/** Every status in turn, now and then in another order, further down or with a search. */
function listUrls(statuses, view) {
  const random = randomOf(7)
  return (round) => {
    const query = new URLSearchParams({ view, status: statuses[round % statuses.length].code, limit: '200' })
    if (random() < 0.3)
      query.set('sort', ['name', 'caseworker', 'monthsLast12', 'followUpOn'][Math.floor(random() * 4)])
    if (random() < 0.2) query.set('search', ['and', 'anna', '12'][Math.floor(random() * 3)])
    if (random() < 0.2) query.set('offset', '200')
    return `/api/worklist?${query}`
  }
}

async function report(label, urlOf, cookie, ask, aimMs) {
  for (let round = 0; round < 20; round++) await ask.get(urlOf(round), cookie)
  const times = []
  for (let round = 0; round < requests; round++) times.push((await timed(() => ask.get(urlOf(round), cookie))).ms)
  line(label, [0.5, 0.95].map((share) => `p${share * 100} ${written(quantile(times, share), 1)} ms`).join(', '))
  if (aimMs) line('', against(quantile(times, 0.95) < aimMs, `p95 under ${aimMs} ms`))
}

async function assign(cookie, ask) {
  const { rows } = (await ask.get(`/api/worklist?view=unit&limit=${bulk}`, cookie)).json()
  const plan = {
    households: rows.map(({ id }) => id),
    caseworkers: ['Handläggare 1', 'Handläggare 2', 'Handläggare 3'],
  }
  const times = { preview: [], assign: [], undo: [] }
  for (let round = 0; round < 5; round++) {
    const preview = await timed(() => ask.post('/api/worklist/assign/preview', plan, cookie))
    const { assignments } = preview.value.json()
    const assigned = await timed(() => ask.post('/api/worklist/assign', { assignments }, cookie))
    const { recorded } = assigned.value.json()
    const undone = await timed(() => ask.post('/api/worklist/assign/undo', { recorded }, cookie))
    times.preview.push(preview.ms)
    times.assign.push(assigned.ms)
    times.undo.push(undone.ms)
  }
  for (const [what, ms] of Object.entries(times))
    line(
      `${what} of ${bulk} households`,
      `median ${written(quantile(ms, 0.5))} ms, slowest ${written(Math.max(...ms))} ms`,
    )
  line('', against(Math.max(...times.assign) < mostBulkMs, `assignment under ${mostBulkMs} ms`))
}

function askerOf(server) {
  const inject = async (request) => {
    const answer = await server.inject(request)
    if (answer.statusCode >= 300) throw new Error(`${request.url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
  return {
    get: (url, cookie) => inject({ url, headers: { cookie } }),
    post: (url, payload, cookie) => inject({ method: 'POST', url, payload, headers: { cookie } }),
    signIn: async (user) => {
      const answer = await inject({ method: 'POST', url: '/api/session', payload: { user } })
      return String(answer.headers['set-cookie']).split(';')[0]
    },
  }
}
