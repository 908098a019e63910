import { beforeAll, expect, test } from 'vitest'
import { holdsIdentityNumber } from '../../src/board/questions.ts'
import { inTransaction } from '../../src/database/transaction.ts'
import { addDemoUsers, demoToday, recordDemoCasework } from '../../src/demo-casework.ts'
import { demoColleagues, demoUsers } from '../../src/demo/demo-users.ts'
import { writeDemo } from '../../src/demo/demo.ts'
import { signReport } from '../support/signed-report.ts'
import { testApp } from '../support/test-app.ts'

/**
 * A member of the board never meets a household or a person: every address that may be read with the role is read on a demo,
 * and no answer holds a household's number, a name or an identity number of anybody in the register.
 */
const app = await testApp()

/** What an address with parameters, or with a question that must be asked, is read with. */
const examples: Record<string, string[]> = {
  '/api/promises/entries/{key}': ['okad-overgang', 'farre-langvarigt'].map((key) => `/api/promises/entries/${key}`),
  '/api/board/reports/{id}/{version}': ['/api/board/reports/1/1'],
  '/api/reports/{template}': ['follow-up', 'tertial'].map(
    (template) => `/api/reports/${template}?from=2019-01&to=2019-04&format=json`,
  ),
  '/api/figures': ['', '&split=gender,age', '&unit=EBP1'].map((more) => `/api/figures?from=2019-01&to=2019-04${more}`),
  '/api/figures/export': ['/api/figures/export?from=2019-01&to=2019-04&format=csv'],
}

type Read = { path: string; status: number; text: string }
let answers: Read[] = []
let registered: string[] = []

beforeAll(async () => {
  const { files, casework } = writeDemo({ households: 60, months: 28 })
  for (const { fileName, bytes } of files) await app.importText(fileName, bytes)
  const place = { register: app.database, municipality: app.municipality }
  await addDemoUsers(place)
  await recordDemoCasework(place, casework())
  await fillBoard()
  registered = await everybody()
  answers = await readAll()
}, 240_000)

/** Something to read on each part of the board's page. */
async function fillBoard(): Promise<void> {
  await signReport(app)
  await app.as('controller', { method: 'PUT', url: '/api/board/reports/1/1', payload: { shown: true } })
  await app.as('board', { method: 'POST', url: '/api/board/questions', payload: { text: 'Hur går det?' } })
  const answer = { text: 'Så här.', figure: 'households-per-month' }
  await app.as('controller', { method: 'PUT', url: '/api/board/questions/1/answer', payload: answer })
}

/** Numbers of households and names of persons, but those that somebody who works there happens to share. */
async function everybody(): Promise<string[]> {
  const rows = await inTransaction(app.database.owner, (tx) =>
    tx.query<{ text: string }>(
      'select source_key as text from household union select name from person_detail where name is not null',
    ),
  )
  const colleagues = new Set([...demoUsers, ...demoColleagues].map(({ name }) => name))
  return rows.map(({ text }) => text).filter((text) => !colleagues.has(text))
}

async function readAll(): Promise<Read[]> {
  const paths = Object.entries(app.server.swagger().paths ?? {}).filter(([, methods]) => 'get' in (methods ?? {}))
  const addresses = paths.flatMap(([path]) => examples[path] ?? [path.replace(/\{\w+\}/g, '1')])
  const found: Read[] = []
  for (const path of addresses) {
    const { statusCode, body } = await app.as('board', path)
    found.push({ path, status: statusCode, text: body })
  }
  return found
}

const readable = () => answers.filter(({ status }) => status !== 403)

test('what the board may read is read: a new address needs its example here', () => {
  expect(readable().filter(({ status }) => status !== 200)).toEqual([])
  expect(readable().length).toBeGreaterThan(12)
  expect(registered.length).toBeGreaterThan(100)
})

test('the register is there to be found: the manager meets those whom the board must not', async () => {
  const { body } = await app.as('manager', '/api/households?limit=500')
  expect(registered.some((each) => body.includes(each))).toBe(true)
})

test('no answer to the board holds a number or a name of the register', () => {
  const told = readable().flatMap(({ path, text }) =>
    registered.filter((each) => holds(text, each)).map((each) => `${path}: ${each}`),
  )
  expect(told).toEqual([])
})

test('no answer to the board holds an identity number', () =>
  expect(
    readable()
      .filter(({ text }) => holdsIdentityNumber(text, demoToday))
      .map(({ path }) => path),
  ).toEqual([]))

/** As a word of its own: a number inside a larger one is another number. */
const holds = (text: string, each: string): boolean =>
  text.includes(each) &&
  new RegExp(`(?<![\\p{L}\\d])${each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d])`, 'u').test(text)
