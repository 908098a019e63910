import { beforeEach, describe, expect, test, vi } from 'vitest'
import { inTransaction, withTenant } from '../database/transaction.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import {
  adult,
  households,
  men,
  sixAdults,
  sixHouseholds,
  sixPayments,
  women,
} from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { importThroughBrowser } from '../../test/support/upload.ts'
import type { Role } from './permissions.ts'
import { roles } from './permissions.ts'
import { findBrokenEntry } from './audit-log.ts'

const app = await testApp()
const { id: municipalityId } = app.municipality
const { run } = await importThroughBrowser(app, 'controller', 'hushall.csv', sixAdults() + ';fel;;;;;;;;')
await app.importText('utbetalningar.csv', sixPayments())
await app.importText('mer.csv', households(adult('N1', men[0]!, { unit: 'SYD' })), { kind: 'households' })
await Promise.all(roles.map((role) => app.as(role, '/api/session')))

type Entry = {
  entry_no: number
  user_id: number | null
  action: string
  subject: string
  household_ids: number[]
  detail: Record<string, unknown>
}

const entries = () => rowsOf<Entry>(app, 'select * from audit_entry order by entry_no')
const broken = () => withTenant(app.database.app, { municipalityId }, (tx) => findBrokenEntry(tx, municipalityId))
const asOwner = (text: string, params: unknown[] = []) =>
  inTransaction(app.database.owner, (tx) => tx.query(text, params))

const period = 'from=2019-01&to=2019-01'
const reads: [action: string, role: Role, url: string][] = [
  ['households-listed', 'manager', '/api/households?limit=3&sort=name'],
  ['households-listed', 'manager', '/api/households?search=H1'],
  ['household-read', 'manager', '/api/households/1'],
  ['figures-read', 'board', `/api/figures?${period}&split=gender`],
  ['figures-exported', 'board', `/api/figures/export?${period}&format=csv`],
  ['report-read', 'board', `/api/reports/follow-up?${period}&format=json`],
  ['rejected-rows-exported', 'controller', `/api/imports/${run.id}/rejected.csv`],
]

describe('every read', () => {
  test.each(reads)('%s: leaves an entry with who, what and the households shown', async (action, role, url) => {
    const before = (await entries()).length
    const answer = await app.as(role, url)
    expect(answer.statusCode).toBe(200)
    const added = (await entries()).slice(before)
    expect(added).toEqual([expect.objectContaining({ action, user_id: roles.indexOf(role) + 1 })])
    const shown = url.startsWith('/api/households?')
      ? answer.json<{ rows: { id: number }[] }>().rows.map(({ id }) => id)
      : url.startsWith('/api/households/')
        ? [answer.json<{ id: number }>().id]
        : []
    expect(added[0]!.household_ids).toEqual(shown)
  })

  test('in a list names every household of the answer, for each window and search', async () => {
    for (const query of [
      'limit=2',
      'limit=2&offset=2',
      'search=Namn',
      'unit=SYD',
      `search=${women[2]}`,
      'search=ingen',
    ]) {
      const answer = await app.as('manager', `/api/households?${query}`)
      const shown = answer.json<{ rows: { id: number }[] }>().rows.map(({ id }) => id)
      expect((await entries()).at(-1)!.household_ids).toEqual(shown)
    }
  })

  test.each(reads)('%s as %s fails when the log cannot be written, and gives no data', async (_, role, url) => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await asOwner('revoke insert on audit_entry from utfall_app')
    try {
      const answer = await app.as(role, url)
      expect(told).toHaveBeenCalledOnce()
      expect(answer.statusCode).toBe(500)
      expect(Object.keys(answer.json())).toEqual(['problem', 'text'])
      expect(answer.body).not.toMatch(/audit|permission/)
    } finally {
      told.mockRestore()
      await asOwner('grant insert on audit_entry to utfall_app')
    }
  })

  test('of what is not found shows nothing and says so', async () => {
    expect((await app.as('manager', '/api/households/999')).statusCode).toBe(404)
  })
})

describe('every write', () => {
  test('an import, its undoing and a sign-in leave an entry each', async () => {
    const before = (await entries()).length
    const { run: again } = await importThroughBrowser(app, 'controller', 'hushall.csv', sixAdults())
    await app.as('controller', { method: 'POST', url: `/api/imports/${again.id}/undo` })
    await app.server.inject({ method: 'POST', url: '/api/session', payload: { user: 4 } })
    const added = (await entries()).slice(before)
    expect(added.map(({ action, subject, user_id }) => [action, subject, user_id])).toEqual([
      ['extract-imported', `import ${again.id}`, 5],
      ['import-undone', `import ${again.id}`, 5],
      ['signed-in', 'user 4', 4],
    ])
  })

  test('an import is not made when the log cannot be written', async () => {
    const payments = () => rowsOf(app, `select * from payment where known_until = 'infinity' order by source_key`)
    const before = await payments()
    await asOwner('revoke insert on audit_entry from utfall_app')
    try {
      await expect(app.importText('utbetalningar.csv', sixPayments({ H1: '5,00' }))).rejects.toThrow(
        /permission denied/,
      )
    } finally {
      await asOwner('grant insert on audit_entry to utfall_app')
    }
    expect(await payments()).toEqual(before)
  })
})

test('an identity number that is searched for is not in the log, nor is one with a slip in it', async () => {
  const number = women[0]!
  const short = `${number.slice(2, 8)}-${number.slice(8)}`
  const slip = number.slice(0, 11) + ((Number(number[11]) + 1) % 10)
  for (const search of [number, short, slip, `Anna ${short}`, `${number.slice(0, 8)} ${number.slice(8)}`]) {
    expect((await app.as('manager', `/api/households?search=${encodeURIComponent(search)}`)).statusCode).toBe(200)
  }
  const log = JSON.stringify((await entries()).map(({ detail, subject }) => [detail, subject]))
  for (const part of [number, slip, short, `${number.slice(0, 8)} ${number.slice(8)}`]) expect(log).not.toContain(part)
  expect(log).toContain('(identity number)')
})

test('many who read at once give one unbroken chain', async () => {
  const before = (await entries()).length
  const calls = Array.from({ length: 40 }, (_, at) =>
    app.as(at % 2 ? 'manager' : 'caseworker', `/api/households?offset=${at % sixHouseholds.length}`),
  )
  const answers = await Promise.all(calls)
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  const after = await entries()
  expect(after).toHaveLength(before + 40)
  expect(after.map(({ entry_no }) => entry_no)).toEqual(after.map((_, at) => at + 1))
  expect(await broken()).toBeNull()
})

describe('the chain tells when an entry', () => {
  /** Whoever owns the tables can change anything; the log is put back after each test. */
  beforeEach(async () => {
    await asOwner('create table if not exists log_before as select * from audit_entry')
    await asOwner('create table if not exists head_before as select * from audit_head')
    return async () => {
      await asOwner('delete from audit_entry')
      await asOwner('insert into audit_entry select * from log_before')
      await asOwner('delete from audit_head')
      await asOwner('insert into audit_head select * from head_before')
      expect(await broken()).toBeNull()
    }
  })

  test.each([
    ['its user', 'user_id = 77'],
    ['its time', `at = at - interval '1 day'`],
    ['its action', `action = 'nothing'`],
    ['its subject', `subject = 'nothing'`],
    ['its households', 'household_ids = array[77]'],
    ['its details', `detail = '{"x": 1}'`],
    ['its hash', `hash = sha256('x')`],
    ['the hash before', `previous_hash = sha256('x')`],
  ])('has been changed: %s', async (_, change) => {
    await asOwner(`update audit_entry set ${change} where entry_no = 5`)
    expect(await broken()).toEqual({ entryNo: 5 })
  })

  test('has been removed', async () => {
    await asOwner('delete from audit_entry where entry_no = 5')
    expect(await broken()).toEqual({ entryNo: 5 })
  })

  test('has been removed from the end', async () => {
    const last = (await entries()).length
    await asOwner('delete from audit_entry where entry_no = $1', [last])
    expect(await broken()).toEqual({ entryNo: last })
  })

  test('has been slipped in', async () => {
    await asOwner('update audit_entry set entry_no = entry_no + 1000 where entry_no > 5')
    await asOwner('update audit_entry set entry_no = entry_no - 999 where entry_no > 1000')
    await asOwner(
      'insert into audit_entry select municipality_id, 6, at, user_id, action, subject, household_ids, detail, previous_hash, hash from audit_entry where entry_no = 5',
    )
    expect(await broken()).toEqual({ entryNo: 6 })
  })

  test('has changed place with another', async () => {
    await asOwner('update audit_entry set entry_no = -5 where entry_no = 5')
    await asOwner('update audit_entry set entry_no = 5 where entry_no = 6')
    await asOwner('update audit_entry set entry_no = 6 where entry_no = -5')
    expect(await broken()).toEqual({ entryNo: 5 })
  })

  test('and all the others are gone', async () => {
    await asOwner('delete from audit_entry')
    expect(await broken()).toEqual({ entryNo: 1 })
  })
})
