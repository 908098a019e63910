// A server of made-up answers, for looking at the pages without a database: node test/support/mock-api.mjs [port] [folder]
// It serves the built web app too. Nothing in it is a person.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve } from 'node:path'

const port = Number(process.argv[2] ?? 4083)
const web = resolve(process.argv[3] ?? join(import.meta.dirname, '../../dist/web'))

let seed = 20190430
const random = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
const pick = (list) => list[Math.floor(random() * list.length)]
const monthOf = (index) => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
const lastIndex = 2019 * 12 + 3

const units = ['Enhet mottagning', 'Enhet vuxen norr', 'Enhet vuxen söder', 'Enhet unga', 'Enhet etablering']
const caseworkers = 'Anna Berg,Bo Ek,Cecilia Holm,David Lind,Eva Norén,Farah Saleh,Gun Åström'.split(',')
const first =
  'Alma,Bilal,Carina,Dan,Elsa,Fatima,Gösta,Hanna,Ivar,Jasmin,Karl,Leila,Maria,Nils,Olga,Per,Rut,Samir,Tove,Yusuf'.split(
    ',',
  )
const last =
  'Andersson,Bergström,Dahl,Ekström,Forsberg,Gustafsson,Hassan,Isaksson,Jönsson,Karlsson,Lundin,Mohamed,Nyström,Öberg,Persson'.split(
    ',',
  )
const obstacles = [
  'Arbetslös, ingen ersättning/stöd',
  'Arbetslös, otillräcklig ersättning/stöd',
  'Sjukskriven m läkarintyg, ingen sjukpenning',
  'Arbetshinder, sociala skäl',
  'Etableringsersättning otillräcklig',
  'Föräldraledig, otillräcklig föräldrapenning',
]
const housing = ['Hyresrätt, första hand', 'Andra hand', 'Inneboende', 'Tillfälligt boende', null]

const households = Array.from({ length: 12_000 }, (_, index) => {
  const months = 1 + Math.floor(random() ** 2 * 12)
  const status = random() < 0.5 ? 'ongoing' : random() < 0.3 ? 'paused' : 'closed'
  const lastMonth = lastIndex - (status === 'ongoing' ? 0 : status === 'paused' ? 3 : 9)
  const firstMonth = lastMonth - months - Math.floor(random() * 30)
  const paid = months * (600_000 + Math.floor(random() * 900_000))
  return {
    id: index + 1,
    key: String(10_000 + index),
    name: `${pick(first)} ${pick(last)}`,
    maskedNumber: `19${60 + Math.floor(random() * 39)}${String(1 + Math.floor(random() * 12)).padStart(2, '0')}17-****`,
    unit: pick(units),
    caseworker: random() < 0.05 ? null : pick(caseworkers),
    adults: random() < 0.35 ? 2 : 1,
    children: random() < 0.55 ? 0 : 1 + Math.floor(random() * 4),
    housing: pick(housing),
    obstacle: random() < 0.04 ? null : pick(obstacles),
    status,
    firstMonth: monthOf(firstMonth),
    lastMonth: monthOf(lastMonth),
    monthsLast12: months,
    paidLast12Ore: paid,
    paidTotalOre: paid + Math.floor(random() * 40_000_000),
  }
})

const allPermissions = ['figures', 'households', 'reports', 'imports']
const users = [
  [
    'reception',
    'Rosa Lund',
    'Mottagning',
    'Se om hushållet finns och vilken enhet det hör till.',
    ['figures', 'households'],
  ],
  ['caseworker', 'Anna Berg', 'Handläggare', 'Följa sina hushåll månad för månad.', ['figures', 'households']],
  ['coach', 'Cim Falk', 'Jobbcoach', 'Följa insatser och hur det går efteråt.', ['figures']],
  ['manager', 'Maj Sandberg', 'Enhetschef', 'Följa enhetens hushåll, flöden och kostnader.', allPermissions],
  [
    'controller',
    'Omar Wik',
    'Controller',
    'Ställa utfall mot budget och läsa in filer.',
    ['figures', 'reports', 'imports'],
  ],
  ['board', 'Siv Tegnér', 'Nämndledamot', 'Läsa uppföljningen och rapporterna.', ['figures', 'reports']],
  [
    'administrator',
    'Liv Aronsson',
    'Systemförvaltare',
    'Sköta behörigheter och inläsningar.',
    ['figures', 'reports', 'imports'],
  ],
].map(([role, name, roleLabel, purpose, canSee], index) => ({ id: index + 1, role, name, roleLabel, purpose, canSee }))

const filters = {
  unit: (row, value) => row.unit === value,
  caseworker: (row, value) => row.caseworker === value,
  status: (row, value) => row.status === value,
  obstacle: (row, value) => row.obstacle === value,
  minMonths: (row, value) => row.monthsLast12 >= Number(value),
  search: (row, value) => row.key.startsWith(value) || row.name.toLowerCase().includes(value.toLowerCase()),
}

const matching = (query, except) =>
  households.filter((row) =>
    Object.entries(filters).every(([name, fits]) => name === except || !query.get(name) || fits(row, query.get(name))),
  )

const statusLabels = { ongoing: 'Pågående', paused: 'Uppehåll', closed: 'Avslutat' }

function facet(query, name, labels) {
  const counts = new Map()
  for (const row of matching(query, name)) if (row[name]) counts.set(row[name], (counts.get(row[name]) ?? 0) + 1)
  return [...counts].sort().map(([value, count]) => ({ value, label: labels?.[value] ?? value, count }))
}

function listOf(query) {
  const [sort, way] = [query.get('sort') ?? 'name', query.get('direction') === 'desc' ? -1 : 1]
  const compare = (a, b) => (typeof a === 'number' ? a - b : String(a ?? '').localeCompare(String(b ?? ''), 'sv'))
  const rows = matching(query).sort((a, b) => way * compare(a[sort], b[sort]))
  const offset = Number(query.get('offset') ?? 0)
  return {
    total: rows.length,
    rows: rows.slice(offset, offset + Number(query.get('limit') ?? 200)),
    facets: {
      units: facet(query, 'unit'),
      statuses: facet(query, 'status', statusLabels),
      obstacles: facet(query, 'obstacle'),
      caseworkers: facet(query, 'caseworker'),
    },
    hiddenProtected: 7,
  }
}

function detailsOf(id) {
  const row = households[id - 1]
  if (!row) return null
  seed = id * 7919
  const start = 2016 * 12 + 5
  const children = Array.from({ length: row.children }, (_, index) => index)
  const members = [
    { id: 1, name: row.name, role: 'mainApplicant', gender: 'woman', age: 38 },
    ...(row.adults > 1
      ? [{ id: 2, name: `${pick(first)} ${row.name.split(' ')[1]}`, role: 'coApplicant', gender: 'man', age: 41 }]
      : []),
    ...children.map((index) => ({
      id: 3 + index,
      name: `${pick(first)} ${row.name.split(' ')[1]}`,
      role: 'child',
      gender: 'woman',
      age: 3 + index * 4,
    })),
  ].map((member) => ({ ...member, maskedNumber: '******-****', from: monthOf(start), until: null }))
  const indexes = Array.from({ length: lastIndex - start + 1 }, (_, offset) => start + offset)
  const months = indexes.map((index, position) => {
    const month = monthOf(index)
    const without = position % 17 > 12
    const amountOre = without ? 0 : position === 20 ? -120_000 : 600_000 + Math.floor(random() * 700_000)
    const refused = position % 11 === 5
    return {
      month,
      amountOre,
      payments: amountOre ? [{ paidOn: `${month}-27`, amountOre, purpose: 'Försörjningsstöd' }] : [],
      decisions: without
        ? []
        : [
            {
              decidedOn: `${month}-20`,
              outcome: refused ? 'partiallyGranted' : position % 19 === 7 ? 'rejected' : 'granted',
              reason: refused ? 'För höga inkomster' : null,
              amountOre,
            },
          ],
      applications: without
        ? []
        : [{ appliedOn: `${month}-05`, kind: position % 17 === 0 ? 'returning' : 'continued' }],
    }
  })
  const obstacleRows = members
    .filter(({ role }) => role !== 'child')
    .flatMap(({ id: personId }) =>
      indexes
        .filter((_, position) => position % 17 <= 12)
        .map((index) => {
          const label = obstacles[(Math.floor((index - start) / 9) + personId) % obstacles.length]
          return {
            personId,
            month: monthOf(index),
            code: 'x',
            label,
            localLabel: personId === 2 ? 'SFI' : null,
            workAbility: 'reduced',
          }
        }),
    )
  return {
    id: row.id,
    key: row.key,
    unit: row.unit,
    caseworker: row.caseworker,
    housing: row.housing,
    status: row.status,
    protected: id % 10 === 3,
    members,
    months,
    obstacles: obstacleRows,
    interventions: [
      { personId: 1, name: 'Arbetsmarknadsanställning', from: '2017-09-01', until: '2018-03-01', outcome: 'Avbruten' },
      { personId: 1, name: 'Jobbcoach', from: '2018-10-15', until: null, outcome: null },
      { personId: 1, name: 'Språkpraktik', from: '2018-01-08', until: '2018-06-16', outcome: 'Genomförd' },
    ],
    spells: [
      { start: '2016-06', end: '2017-07', months: 13 },
      { start: '2017-11', end: '2018-12', months: 13 },
      { start: '2019-04', end: null, months: 1 },
    ],
  }
}

let signedIn = process.env['MOCK_USER'] ? users[Number(process.env['MOCK_USER']) - 1] : null

const sessionOf = (user) => ({
  user: {
    id: user.id,
    name: user.name,
    role: user.role,
    roleLabel: user.roleLabel,
    canSee: user.canSee,
    municipality: { code: '0483', name: 'Demokommunen' },
  },
})

async function answer(request, url) {
  const path = url.pathname
  if (path === '/api/session/choices') return [200, { users }]
  if (path === '/api/session' && request.method === 'POST') {
    const { user } = JSON.parse(await bodyOf(request))
    signedIn = users.find(({ id }) => id === user)
    return [200, sessionOf(signedIn)]
  }
  if (path === '/api/session' && request.method === 'DELETE') {
    signedIn = null
    return [204, null]
  }
  if (!signedIn) return [401, { problem: 'signed-out', text: 'Logga in först.' }]
  if (path === '/api/session') return [200, sessionOf(signedIn)]
  if (path === '/api/households')
    return url.searchParams.get('search') === 'fel' ? refusal : [200, listOf(url.searchParams)]
  const details = path.startsWith('/api/households/') && detailsOf(Number(path.split('/')[3]))
  return details
    ? [200, details]
    : [
        404,
        {
          problem: 'no-such-household',
          text: 'Hushållet finns inte, eller så hör det till en enhet som du inte arbetar med.',
        },
      ]
}

const refusal = [503, { problem: 'busy', text: 'Registret läser in en fil. Försök igen om en stund.' }]

async function bodyOf(request) {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"

async function file(path) {
  const name = extname(path) ? path : '/index.html'
  return { type: types[extname(name)] ?? 'application/octet-stream', bytes: await readFile(join(web, name)) }
}

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname.startsWith('/api/')) {
    const [status, body] = await answer(request, url)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body === null ? '' : JSON.stringify(body))
    return
  }
  const found = await file(url.pathname).catch(() => null)
  response.writeHead(found ? 200 : 404, {
    'content-type': found?.type ?? 'text/plain',
    'content-security-policy': policy,
  })
  response.end(found?.bytes ?? '')
}).listen(port, '127.0.0.1', function () {
  console.log(`http://127.0.0.1:${this.address().port}`)
})
