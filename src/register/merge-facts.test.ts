import { describe, expect, test } from 'vitest'
import { inTransaction, withTenant } from '../database/transaction.ts'
import { openMunicipality } from '../open-register.ts'
import { testDatabase } from '../../test/support/test-database.ts'
import { factTables } from './fact-tables.ts'
import { type Fact, type MergeCounts, mergeFacts } from './merge-facts.ts'

const database = await testDatabase()
const { id: municipalityId } = await openMunicipality(database, '0483')

const day = (number: number) => new Date(Date.UTC(2019, 0, number))
const volume = (sourceKey: string, value: number | null, label = 'Besök', row = 1): Fact => ({
  sourceKey,
  scope: 0,
  values: [label, 'flow', 201901, 201902, 'actual', value, row],
})

const merge = (number: number, facts: Fact[], wholeWithin?: string): Promise<MergeCounts> =>
  withTenant(database.app, { municipalityId }, (tx) =>
    mergeFacts(
      tx,
      factTables.volume,
      { municipalityId, importId: number, recordedAt: day(number), ...(wholeWithin && { wholeWithin }) },
      [facts],
    ),
  )

type Row = {
  source_key: string
  value: string | null
  label: string
  import_id: number
  known_from: Date
  known_until: Date | number
}
const rows = (condition = 'true') =>
  inTransaction(database.owner, (tx) =>
    tx.query<Row>(
      `select source_key, label, value, import_id, known_from, known_until from volume where ${condition} order by source_key, known_from`,
    ),
  )
const current = async () =>
  (await rows(`known_until = 'infinity'`)).map(({ source_key, value }) => [
    source_key,
    value === null ? null : Number(value),
  ])

describe('facts that arrive', () => {
  test('are added the first time, with what they say and when they became known', async () => {
    expect(await merge(1, [volume('A', 1), volume('B', 2), volume('C', null)])).toEqual({
      ...{ added: 3, superseded: 0, unchanged: 0, withdrawn: 0 },
    })
    expect(await rows(`source_key = 'A'`)).toEqual([
      { source_key: 'A', label: 'Besök', value: '1', import_id: 1, known_from: day(1), known_until: Infinity },
    ])
  })

  test('leave no trace when they are known, also when what they say is that nothing is known', async () => {
    const before = await rows()
    const counts = await merge(2, [volume('A', 1), volume('C', null)])
    expect(counts).toEqual({ added: 0, superseded: 0, unchanged: 2, withdrawn: 0 })
    expect(await rows()).toEqual(before)
  })

  test('supersede what has changed: to and from nothing known as well', async () => {
    const counts = await merge(3, [volume('A', null), volume('B', 3), volume('C', 0), volume('D', 4)])
    expect(counts).toEqual({ added: 1, superseded: 3, unchanged: 0, withdrawn: 0 })
    expect(await current()).toEqual([['A', null], ['B', 3], ['C', 0], ['D', 4]]) // prettier-ignore
    expect((await rows(`source_key = 'B'`)).map((row) => [row.import_id, row.known_from, row.known_until])).toEqual([
      [1, day(1), day(3)],
      [3, day(3), Infinity],
    ])
  })

  test('that say what was said before a correction supersede once more', async () => {
    expect(await merge(4, [volume('B', 2)])).toMatchObject({ superseded: 1 })
    expect((await rows(`source_key = 'B'`)).map(({ value }) => Number(value))).toEqual([2, 3, 2])
  })

  test('close what a whole truth no longer has, within its bounds only', async () => {
    await merge(5, [volume('X', 9, 'Annat')])
    const counts = await merge(6, [volume('A', null), volume('B', 2)], `fact.label = 'Besök'`)
    expect(counts).toEqual({ added: 0, superseded: 0, unchanged: 2, withdrawn: 2 })
    expect((await current()).map(([key]) => key)).toEqual(['A', 'B', 'X'])
  })

  test('come back after they were withdrawn', async () => {
    expect(await merge(7, [volume('D', 4)])).toEqual({ added: 1, superseded: 0, unchanged: 0, withdrawn: 0 })
    expect((await rows(`source_key = 'D'`)).map((row) => [row.known_from, row.known_until])).toEqual([
      [day(3), day(6)],
      [day(7), Infinity],
    ])
  })

  test('may be none', async () => {
    expect(await merge(8, [])).toEqual({ added: 0, superseded: 0, unchanged: 0, withdrawn: 0 })
  })
})

test('every letter arrives as it is, those that steer a COPY too', async () => {
  const texts = [
    'å\\ä\\n',
    'tab\there',
    'line\nbreak',
    'line\r\nbreak',
    '\\N',
    '\\.',
    '"\'',
    '',
    ' ',
    '😀',
    '\u0001',
    'a|b',
  ]
  await merge(9, texts.map((label, at) => volume(`text-${at}`, at, label))) // prettier-ignore
  const stored = await rows(`source_key like 'text-%'`)
  const byKey = new Map(stored.map((row) => [row.source_key, row.label]))
  expect(texts.map((_, at) => byKey.get(`text-${at}`))).toEqual(texts)
  expect(await merge(10, texts.map((label, at) => volume(`text-${at}`, at, label)))).toMatchObject({ unchanged: 12 }) // prettier-ignore
})

test('a row that has only moved in its file is the same fact', async () => {
  await merge(12, [volume('moved', 1, 'Flyttad', 7)])
  expect(await merge(13, [volume('moved', 1, 'Flyttad', 8)])).toMatchObject({ added: 0, superseded: 0, unchanged: 1 })
})

test('the same key twice in what arrives is refused whole', async () => {
  const before = await rows()
  await expect(merge(11, [volume('new', 1), volume('new', 2)])).rejects.toThrow(/duplicate key/)
  expect(await rows()).toEqual(before)
})

describe('what a file does not say of a person', () => {
  const { personDetail } = factTables
  const say = (number: number, values: (string | number | null)[]) =>
    withTenant(database.app, { municipalityId, units: 'all', protectedHouseholds: 'all' }, async (tx) => {
      await tx.query('insert into person (municipality_id, person_id) values ($1, 1) on conflict do nothing', [
        municipalityId,
      ])
      const merging = { municipalityId, importId: number, recordedAt: day(number) }
      return mergeFacts(tx, personDetail, merging, [[{ sourceKey: 'P', scope: 0, values: [1, ...values] }]])
    })
  const detail = () =>
    inTransaction(database.owner, (tx) =>
      tx.query(`select name, gender, protection from person_detail where known_until = 'infinity'`),
    )

  test('stands as it was, and makes no new row', async () => {
    await say(1, ['Anna Ek', '1991-01-01', 'woman', 'confidentialityMarking'])
    expect(await say(2, [null, null, null, null])).toMatchObject({ unchanged: 1 })
    expect(await detail()).toEqual([{ name: 'Anna Ek', gender: 'woman', protection: 'confidentialityMarking' }])
  })

  test('stands beside what it corrects', async () => {
    expect(await say(3, ['Anna Ask', null, null, null])).toMatchObject({ superseded: 1 })
    expect(await detail()).toEqual([{ name: 'Anna Ask', gender: 'woman', protection: 'confidentialityMarking' }])
  })
})
