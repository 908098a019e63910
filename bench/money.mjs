/**
 * The pages about money for a municipality of 12 000 households a month over ten years: the first answer, which reads the
 * facts, those while savings are worked out in the background, and those after it. The peer is the page of figures, in the same run.
 * The processor time is the server's own, without the database's: on a machine that others use it is what can be compared.
 */
import { loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { buildApp } from '../dist/app.js'
import { startThreads } from '../dist/worker/threads.js'
import { fillLargeMunicipality } from './large-municipality.mjs'
import { fillMoney } from './money-facts.mjs'
import { against, heading, line, quantile, timed, timesOf, withRegister, written } from './timing.mjs'

const rounds = 60
const mostMs = 200
const today = '2019-01-15'
const roles = ['controller', 'manager']

const peer = ['GET /api/figures, the peer', 'controller', (round) => `/api/figures?${period(round)}`]
const pages = [
  peer,
  ['GET /api/economy/statement', 'controller', (round) => `/api/economy/statement?${period(round)}`],
  ['GET /api/economy/variance', 'controller', (round) => `/api/economy/variance?${period(round)}`],
  ['GET /api/economy/reconciliation', 'controller', (round) => `/api/economy/reconciliation?${period(round)}`],
  ['GET /api/economy/forecast', 'controller', () => '/api/economy/forecast'],
  ['GET /api/savings', 'controller', () => '/api/savings'],
  ['GET /api/savings/actions, for all', 'controller', () => '/api/savings/actions/atgard'],
  ['GET /api/savings/actions, with participants', 'controller', () => '/api/savings/actions/jobbtorg'],
  ['GET /api/support-into-wages', 'controller', (round) => `/api/support-into-wages?persons=${1 + round}`],
  ['GET /api/target-groups/ranking', 'manager', (round) => `/api/target-groups/ranking?${period(round)}`],
  ['GET /api/target-groups', 'manager', () => '/api/target-groups'],
  ['GET /api/target-groups, a frozen hundred', 'manager', () => '/api/target-groups/hundra'],
  ['GET /api/payment-signals', 'manager', (round) => `/api/payment-signals?${period(round)}`],
  ['GET /api/payment-cases', 'manager', () => '/api/payment-cases'],
  ['GET /api/management', 'manager', (round) => `/api/management?${period(round)}`],
]

const stated = (value) => ({ value, source: 'Verksamhetens egen uppföljning' })
const nothing = { persons: null, share: null, affected: null, oreAMonth: null, months: null, promisedOre: null }

const action = (name, intervention) => ({
  ...{ name, background: '', targetGroup: 'Nya sökande', goal: '', owner: 'Enhetschefen' },
  ...{ attribution: 'action', intervention, group: null, start: '2014-01', until: null },
  baseline: { from: '2013-01', until: '2014-01' },
  ...{ counted: 'separately', nextLook: null },
  assumptions: [{ label: 'Deltagare', ...nothing, promisedOre: stated(100_000_000_00), months: stated(60) }],
  ...{ ownCosts: [], counterfactuals: [], claims: [] },
})

const hundred = {
  ...{ name: 'De hundra dyraste', purpose: '', kind: 'frozen', exclusive: true, restricted: false, frozen: [] },
  rule: {
    ...{ costliest: 100, period: { from: '2018-01', until: '2019-01' }, monthsAtLeast: null, ageBelow: null },
    ...{ obstacles: [], housing: [], withChildren: null, unit: null },
  },
}

await withRegister(async ({ dir, register, municipality }) => {
  await fillLargeMunicipality(register.owner, municipality.id)
  await fillMoney(register.owner, municipality.id)
  for (const [at, role] of roles.entries())
    await register.owner.query(
      `insert into app_user (municipality_id, user_id, name, role, unit_codes) values ($1, $2, $3, $3, null)`,
      [municipality.id, at + 1, role],
    )
  const threads = startThreads()
  const server = await buildApp({
    register,
    municipality,
    developmentSignIn: true,
    uploadDir: `${dir}/uploads`,
    today: () => today,
    run: threads.run,
  })
  const ask = await askerOf(server)
  heading(
    `Pages about money, 12 000 households a month for 120 months, ${rounds} requests after the first; load of the machine ${loadavg()[0].toFixed(1)}`,
  )
  const [, role, urlOf] = peer
  line('the facts are read, with the first figures', `${written((await timed(() => ask(role, urlOf(0)))).ms)} ms`)
  await put(ask, 'controller', 'savings-action/atgard', action('Intagsfunktion', null))
  await put(ask, 'controller', 'savings-action/jobbtorg', action('Jobbtorg', 'Jobbtorg'))
  await put(ask, 'controller', 'savings-action/yrkesvux', action('Yrkesvux', 'Yrkesvux'))
  await put(ask, 'manager', 'target-group/hundra', hundred)
  await ask('manager', '/api/target-groups/hundra/freeze', { method: 'POST', payload: { seen: 1, costliest: 100 } })
  await workedOut(ask)
  let ofPeer = null
  for (const page of pages) ofPeer = await measured(ask, page, ofPeer)
  line('the machine when it ended', `load ${loadavg()[0].toFixed(1)}`)
  await server.close()
  await threads.close()
})

/** How long two actions with participants take in the background, and what the page answers meanwhile. */
async function workedOut(ask) {
  const start = performance.now()
  const times = []
  for (let isComputing = true; isComputing;) {
    const { ms, value } = await timed(() => ask('controller', '/api/savings'))
    times.push(ms)
    isComputing = value.isComputing
    if (isComputing) await delay(250)
  }
  line(
    'two actions with participants, worked out',
    `${written(performance.now() - start)} ms in a thread`,
    `the list meanwhile p50 ${written(quantile(times, 0.5), 1)} ms, at most ${written(Math.max(...times), 1)} ms`,
    against(quantile(times, 0.95) < mostMs, `p95 under ${mostMs} ms`),
  )
}

/** Gives the peer's median: its own when it is the first. */
async function measured(ask, [label, role, urlOf], ofPeer) {
  const first = await timed(() => ask(role, urlOf(0)))
  const busy = []
  const times = await timesOf(rounds, async (round) => {
    const before = process.cpuUsage()
    await ask(role, urlOf(round + 1))
    const { user, system } = process.cpuUsage(before)
    busy.push((user + system) / 1000)
  })
  const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)]
  line(
    label,
    `first ${written(first.ms)} ms`,
    `p50 ${written(p50, 1)} ms`,
    `p95 ${written(p95, 1)} ms`,
    `processor p50 ${written(quantile(busy, 0.5), 1)}, p95 ${written(quantile(busy, 0.95), 1)} ms`,
    ofPeer === null ? '' : `${written(p50 / ofPeer, 2)} of the peer`,
    against(p95 < mostMs, `p95 under ${mostMs} ms`),
  )
  return ofPeer ?? p50
}

/**
 * A period, never the same for two rounds, so that no answer has been given before: four months, and every third time twelve.
 * Not before 2010, so that each is compared with the year before.
 */
function period(round) {
  const first = 12 + ((round * 7) % 96)
  return `from=${monthAt(first)}&to=${monthAt(first + (round % 3 === 2 ? 11 : 3))}`
}

/** Counted from January 2009. */
function monthAt(index) {
  return `${2009 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function put(ask, role, entry, body) {
  return ask(role, `/api/catalogue/${entry}`, { method: 'PUT', payload: { seen: 0, body } })
}

async function askerOf(server) {
  const cookies = await Promise.all(roles.map((_, at) => signIn(server, at + 1)))
  return async (role, url, options = {}) => {
    const answer = await server.inject({ url, ...options, headers: { cookie: cookies[roles.indexOf(role)] } })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
    return answer.json()
  }
}

async function signIn(server, user) {
  const answer = await server.inject({ method: 'POST', url: '/api/session', payload: { user } })
  return String(answer.headers['set-cookie']).split(';')[0]
}
