/** The list of households as the page asks for it, with its facets and its entry in the log, at 12 000 households. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp } from '../dist/app.js'
import { writeDemo } from '../dist/demo/demo.js'
import { importFiles } from '../dist/imports/import-files.js'
import { against, heading, line, quantile, randomOf, timed, withRegister, written } from './timing.mjs'

const size = { households: 1620, months: 36 }
const requests = 400
const mostMs = 50

await withRegister(async ({ dir, register, municipality, needs }) => {
  const files = writeDemo(size).files.filter(({ fileName }) => /^(enheter|hushall|utbetalningar|fors)/.test(fileName))
  for (const { fileName, bytes } of files) await writeFile(join(dir, fileName), bytes)
  await importFiles(
    needs,
    files.map(({ fileName }) => join(dir, fileName)),
    {},
  )
  await register.owner.query(
    `insert into app_user (municipality_id, user_id, name, role, unit_codes)
     select $1::integer, 1, 'Alla enheter', 'caseworker', null::text[] union all
     select $1::integer, 2, 'En enhet', 'caseworker', array[(select unit_code from household_summary group by 1 order by count(*) desc limit 1)]`,
    [municipality.id],
  )
  // A server that has been up for a while has statistics; autovacuum gathers them within a minute.
  await register.owner.query('analyze')
  const server = await buildApp({ register, municipality, developmentSignIn: true, uploadDir: join(dir, 'uploads') })
  const ask = askerOf(server)

  const everybody = await ask.signIn(1)
  const { total, facets } = (await ask.get('/api/households?limit=1', everybody)).json()
  heading(`List page, ${written(total)} households, ${requests} requests through the server, without the network`)
  const urls = urlsOf(facets, total)
  const health = await durations(requests, () => ask.get('/api/health', everybody))
  line('GET /api/health (one query, no session)', quantiles(health))
  await report('all units', everybody, urls, ask)
  await report('one unit', await ask.signIn(2), urls, ask)
  await server.close()
})

async function report(label, cookie, urls, ask) {
  for (const url of urls.slice(0, 30)) await ask.get(url, cookie)
  const times = await durations(requests, (round) => ask.get(urls[round % urls.length], cookie))
  line(`GET /api/households, ${label}`, quantiles(times))
  line('', against(quantile(times, 0.95) < mostMs, `p95 under ${mostMs} ms`))
}

async function durations(count, work) {
  const times = []
  for (let round = 0; round < count; round++) times.push((await timed(() => work(round))).ms)
  return times
}

function quantiles(times) {
  return [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${written(quantile(times, share), 1)} ms`).join(', ')
}

/** What a person does with the list: filters, sorts, searches and pages, in turn and together. */
function urlsOf({ units, statuses, obstacles, caseworkers }, total) {
  const random = randomOf(7)
  const oneOf = (values) => values[Math.floor(random() * values.length)]
  const sorts = ['key', 'name', 'unit', 'monthsLast12', 'paidTotalOre', 'lastMonth']
  const searches = ['and', 'anna', 'karl', '12', 'son', 'xyz']
  return Array.from({ length: requests }, () => {
    const query = new URLSearchParams({ sort: oneOf(sorts), direction: oneOf(['asc', 'desc']), limit: '100' })
    if (random() < 0.3) query.set('unit', oneOf(units).value)
    if (random() < 0.3) query.set('status', oneOf(statuses).value)
    if (random() < 0.2) query.set('obstacle', oneOf(obstacles).value)
    if (random() < 0.2 && caseworkers.length) query.set('caseworker', oneOf(caseworkers).value)
    if (random() < 0.3) query.set('search', oneOf(searches))
    if (random() < 0.4) query.set('offset', String(Math.floor(random() * total)))
    if (random() < 0.2) query.set('minMonths', '10')
    return `/api/households?${query}`
  })
}

function askerOf(server) {
  const get = async (url, cookie) => {
    const answer = await server.inject({ url, headers: { cookie } })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer
  }
  const signIn = async (user) => {
    const answer = await server.inject({ method: 'POST', url: '/api/session', payload: { user } })
    if (answer.statusCode >= 300) throw new Error(answer.body)
    return String(answer.headers['set-cookie']).split(';')[0]
  }
  return { get, signIn }
}
