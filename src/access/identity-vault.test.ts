import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeDemo } from '../demo/demo.ts'
import { type ImportResult } from '../imports/import-extract.ts'
import { importFiles, type RefusedFile } from '../imports/import-files.ts'
import { IdentityNumber } from '../values/identity-number.ts'
import { rowsOf } from '../../test/support/register-facts.ts'
import { women } from '../../test/support/small-extracts.ts'
import { testApp } from '../../test/support/test-app.ts'
import { upload } from '../../test/support/upload.ts'
import { identityHash, openIdentity, storeIdentity } from './identity-vault.ts'
import { type Keys, loadKeys } from './keys.ts'
import { roles } from './permissions.ts'

const keysOf = (): Keys => ({ encryption: randomBytes(32), lookup: randomBytes(32), databasePassword: '' })
const keys = keysOf()
const number = IdentityNumber.parse(women[0]!)!

describe('a stored identity number', () => {
  test('opens with the key, for the municipality it was stored for', () => {
    const { cipher } = storeIdentity(keys, 483, number)
    expect(openIdentity(keys, 483, cipher).reveal()).toBe(women[0])
  })

  test('does not open with another key, for another municipality or when a byte has changed', () => {
    const { cipher } = storeIdentity(keys, 483, number)
    expect(() => openIdentity(keysOf(), 483, cipher)).toThrow()
    expect(() => openIdentity(keys, 486, cipher)).toThrow()
    for (const at of [0, 12, 28, cipher.length - 1]) {
      const changed = Buffer.from(cipher)
      changed[at]! ^= 1
      expect(() => openIdentity(keys, 483, changed)).toThrow()
    }
  })

  test('looks different each time, and is found by the same hash', () => {
    const [one, two] = [storeIdentity(keys, 483, number), storeIdentity(keys, 483, number)]
    expect(one.cipher.equals(two.cipher)).toBe(false)
    expect(one.hash.equals(two.hash)).toBe(true)
    expect(one.hash.equals(identityHash(keys, 486, number))).toBe(false)
    expect(one.hash.equals(identityHash(keysOf(), 483, number))).toBe(false)
  })
})

describe('the key file', () => {
  const dir = mkdtemp(join(tmpdir(), 'utfall-keys-'))
  afterAll(async () => rm(await dir, { recursive: true, force: true }))

  test('is made once, for its owner alone, and read the same by all who start at once', async () => {
    const path = join(await dir, 'new', 'keys.json')
    const read = await Promise.all([loadKeys(path), loadKeys(path), loadKeys(path)])
    expect(read[1]).toEqual(read[0])
    expect(read[2]).toEqual(read[0])
    expect(await loadKeys(path)).toEqual(read[0])
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  test('that lacks a key or has a short one is refused, and left as it is', async () => {
    const path = join(await dir, 'keys.json')
    const short = JSON.stringify({ encryption: 'QUJD', lookup: 'QUJD', databasePassword: '' })
    for (const text of ['{}', short]) {
      await writeFile(path, text)
      await expect(loadKeys(path)).rejects.toThrow(/key/i)
      expect(await readFile(path, 'utf8')).toBe(text)
    }
  })
})

describe('a register where a whole demo has been imported', async () => {
  const app = await testApp()
  const demo = writeDemo({ households: 40, months: 6 })
  const paths = await Promise.all(
    demo.files.map(async ({ fileName, bytes }) => {
      const path = join(app.dir, fileName)
      await writeFile(path, bytes)
      return path
    }),
  )
  const results: (ImportResult | RefusedFile)[] = await importFiles(app.needs, paths, {})
  const members = new TextDecoder('windows-1252').decode(
    demo.files.find((file) => file.fileName === 'hushall.csv')!.bytes,
  )
  const numbers = [...new Set(members.match(/(?<=;)\d{12}(?=;)/g))]
  const forms = numbers.flatMap((each) => [
    each,
    each.slice(2),
    `${each.slice(0, 8)}-${each.slice(8)}`,
    `${each.slice(2, 8)}-${each.slice(8)}`,
  ])

  const leaks = (text: string) => forms.filter((form) => text.includes(form))

  test('has the numbers that are looked for', () => {
    expect(results.every((each) => !('refused' in each))).toBe(true)
    expect(numbers.length).toBeGreaterThan(100)
    expect(leaks(members)).not.toEqual([])
  })

  test('has an identity number in clear in no column of any table', async () => {
    const columns = await rowsOf<{ table_name: string; column_name: string; data_type: string }>(
      app,
      `select table_name, column_name, data_type from information_schema.columns join information_schema.tables using (table_schema, table_name)
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    const found: string[] = []
    for (const { table_name, column_name, data_type } of columns) {
      // Bytes as hexadecimal, read as text: a number that was stored as its characters shows as such.
      const value = data_type === 'bytea' ? `encode(${column_name}, 'escape')` : `${column_name}::text`
      const [row] = await rowsOf<{ text: string | null }>(
        app,
        `select string_agg(${value}, ' ') as text from ${table_name}`,
      )
      if (leaks(row?.text ?? '').length > 0) found.push(`${table_name}.${column_name}`)
    }
    expect(found).toEqual([])
  })

  test('gives an identity number in no answer', async () => {
    const first = (
      await rowsOf<{ household_id: number }>(
        app,
        'select min(household_id) as household_id from household_summary where access_scope >= 0',
      )
    )[0]!
    const urls = [
      '/api/session',
      '/api/units',
      '/api/households?limit=500',
      `/api/households?search=${numbers[0]}`,
      `/api/households/${first.household_id}`,
      '/api/figures?from=2019-01&to=2019-04&split=gender,age,unit',
      '/api/figures/export?from=2019-01&to=2019-04&format=csv',
      '/api/reports/follow-up?from=2019-01&to=2019-04&format=html',
      '/api/imports',
      '/api/imports/2',
    ]
    let read = 0
    for (const url of urls) {
      for (const role of roles) {
        const { body, statusCode } = await app.as(role, url)
        if (statusCode === 200) read += 1
        expect([url, role, leaks(body)]).toEqual([url, role, []])
      }
    }
    expect(read).toBeGreaterThan(20)
  })

  test('gives none in the preview of the file that they come in', async () => {
    const file = demo.files.find(({ fileName }) => fileName === 'hushall.csv')!
    const { body, statusCode } = await upload(app, 'controller', file.fileName, file.bytes)
    expect(statusCode).toBe(200)
    expect(leaks(body)).toEqual([])
  })
})
