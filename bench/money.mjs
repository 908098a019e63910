/**
 * The pages about money for a municipality of 12 000 households a month over ten years: the first answer, which reads the
 * facts, and those after it. The peer is the page of figures, in the same run.
 */
import { buildApp } from '../dist/app.js'
import { withTenant } from '../dist/database/transaction.js'
import { saveEntry } from '../dist/catalogue/catalogue.queries.js'
import { startThreads } from '../dist/worker/threads.js'
import { fillLargeMunicipality } from './large-municipality.mjs'
import { against, heading, line, quantile, timed, timesOf, withRegister, written } from './timing.mjs'

const rounds = 60
const mostMs = 200
const today = '2019-01-15'
const roles = ['controller', 'manager']

const pages = [
  ['GET /api/figures, the peer', 'controller', (round) => `/api/figures?${tertial(round)}`],
  ['GET /api/economy/statement', 'controller', (round) => `/api/economy/statement?${tertial(round)}`],
  ['GET /api/economy/variance', 'controller', (round) => `/api/economy/variance?${tertial(round)}`],
  ['GET /api/economy/reconciliation', 'controller', (round) => `/api/economy/reconciliation?${tertial(round)}`],
  ['GET /api/economy/forecast', 'controller', () => '/api/economy/forecast'],
  ['GET /api/savings', 'controller', () => '/api/savings'],
  ['GET /api/savings/actions/:key', 'controller', () => '/api/savings/actions/atgard'],
  ['GET /api/support-into-wages', 'controller', (round) => `/api/support-into-wages?persons=${1 + round}`],
  ['GET /api/target-groups/ranking', 'manager', (round) => `/api/target-groups/ranking?${tertial(round)}`],
  ['GET /api/payment-cases', 'manager', () => '/api/payment-cases'],
]

/** An action that concerns all, so that the ledger has something to account for. */
const action = (municipalityId) => ({
  municipalityId,
  kind: 'savings-action',
  key: 'atgard',
  seen: 0,
  savedBy: 1,
  now: new Date(),
  body: {
    name: 'Intagsfunktion',
    background: '',
    targetGroup: 'Nya sökande',
    goal: '',
    owner: 'Enhetschefen',
    attribution: 'action',
    intervention: null,
    group: null,
    start: '2017-06',
    until: null,
    baseline: { from: '2016-06', until: '2017-06' },
    counted: 'separately',
    nextLook: null,
    assumptions: [],
    ownCosts: [],
    counterfactuals: [],
    claims: [],
  },
})

await withRegister(async ({ dir, register, municipality }) => {
  await fillLargeMunicipality(register.owner, municipality.id)
  await register.owner.query(
    `insert into ledger_amount (municipality_id, source_key, known_from, import_id, account, month, amount_ore)
     select municipality_id, 'L' || concerned_month, now(), 1, '4511', concerned_month, sum(amount_ore)
     from payment group by municipality_id, concerned_month`,
  )
  await register.owner.query(
    `insert into budget_amount (municipality_id, source_key, known_from, import_id, statement, account, label, month, amount_ore)
     select municipality_id, 'B' || month, now(), 1, 'operating', '4511', 'Försörjningsstöd', month, amount_ore from ledger_amount`,
  )
  for (const [at, role] of roles.entries())
    await register.owner.query(
      `insert into app_user (municipality_id, user_id, name, role, unit_codes) values ($1, $2, $3, $3, null)`,
      [municipality.id, at + 1, role],
    )
  await withTenant(register.app, { municipalityId: municipality.id }, (tx) => saveEntry(tx, action(municipality.id)))
  await register.owner.query('analyze')
  const threads = startThreads()
  const server = await buildApp({
    register,
    municipality,
    developmentSignIn: true,
    uploadDir: `${dir}/uploads`,
    today: () => today,
    run: threads.run,
  })
  const cookies = await Promise.all(roles.map((_, at) => signIn(server, at + 1)))
  heading(`Pages about money, 12 000 households a month for 120 months, ${rounds} requests after the first`)
  for (const [label, role, urlOf] of pages) {
    const ask = () => get(server, urlOf(0), cookies[roles.indexOf(role)])
    const first = await timed(ask)
    const times = await timesOf(rounds, (round) => get(server, urlOf(round), cookies[roles.indexOf(role)]))
    const p95 = quantile(times, 0.95)
    line(
      label,
      `first ${written(first.ms)} ms`,
      `p50 ${written(quantile(times, 0.5), 1)} ms`,
      `p95 ${written(p95, 1)} ms`,
      against(p95 < mostMs, `p95 under ${mostMs} ms`),
    )
  }
  await server.close()
  await threads.close()
})

/** Some periods in turn, as when somebody looks around. */
function tertial(round) {
  const year = 2014 + (round % 5)
  return [`from=${year}-01&to=${year}-04`, `from=${year}-05&to=${year}-08`, `from=${year}-01&to=${year}-12`][round % 3]
}

async function get(server, url, cookie) {
  const answer = await server.inject({ url, headers: { cookie } })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.statusCode} ${answer.body}`)
}

async function signIn(server, user) {
  const answer = await server.inject({ method: 'POST', url: '/api/session', payload: { user } })
  return String(answer.headers['set-cookie']).split(';')[0]
}
