import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { emptyDatabase } from '../support/test-database.ts'

const database = await emptyDatabase()
let folder: string
let owner: pg.PoolClient

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'utfall-migrations-'))
  owner = await database.owner.connect()
  await owner.query('drop schema public cascade')
  await owner.query('create schema public')
  await file('0001_note.sql', 'create table note (number integer); insert into note values (1);')
})

afterEach(async () => {
  owner.release()
  await rm(folder, { recursive: true })
})

const file = (name: string, sql: string) => writeFile(join(folder, name), sql)

const numbers = async () =>
  (await owner.query('select number from note order by number')).rows.map(({ number }) => number)

test('files run in the order of their numbers, each once', async () => {
  await file('0002_more.sql', 'insert into note select max(number) + 1 from note')
  expect(await migrate(owner, folder)).toEqual(['0001_note.sql', '0002_more.sql'])
  expect(await migrate(owner, folder)).toEqual([])
  expect(await numbers()).toEqual([1, 2])
})

test('a file that fails leaves nothing behind, and what ran before it stays', async () => {
  await file('0002_bad.sql', 'insert into note values (2); select 1 / 0;')
  await expect(migrate(owner, folder)).rejects.toThrow(/0002_bad.sql failed: division by zero/)
  expect(await numbers()).toEqual([1])

  await file('0002_bad.sql', 'insert into note values (2);')
  expect(await migrate(owner, folder)).toEqual(['0002_bad.sql'])
})

test('a file that has run may not be changed', async () => {
  await migrate(owner, folder)
  await file('0001_note.sql', 'create table note (number bigint);')
  await expect(migrate(owner, folder)).rejects.toThrow(/0001_note.sql har ändrats/)
})

test('other line endings are no change', async () => {
  await file('0001_note.sql', 'create table note (number integer);\n-- end\n')
  await migrate(owner, folder)
  await file('0001_note.sql', 'create table note (number integer);\r\n-- end\r\n')
  expect(await migrate(owner, folder)).toEqual([])
})

test('a database with files that the program does not know is newer than the program', async () => {
  await migrate(owner, folder)
  await rm(join(folder, '0001_note.sql'))
  await expect(migrate(owner, folder)).rejects.toThrow(/nyare än programmet/)
})

test('two files with one number are a mistake', async () => {
  await file('0001_other.sql', 'select 1')
  await expect(migrate(owner, folder)).rejects.toThrow(/number 0001/)
})

test('a repeatable file runs when it changed, and after every new numbered file', async () => {
  await file('R_view.sql', 'create or replace view seen as select number from note')
  expect(await migrate(owner, folder)).toEqual(['0001_note.sql', 'R_view.sql'])
  expect(await migrate(owner, folder)).toEqual([])

  await file('R_view.sql', 'create or replace view seen as select number from note where number > 0')
  expect(await migrate(owner, folder)).toEqual(['R_view.sql'])

  await file('0002_more.sql', 'insert into note values (2)')
  expect(await migrate(owner, folder)).toEqual(['0002_more.sql', 'R_view.sql'])
})

test('two processes that migrate at once run each file once', async () => {
  const other = await database.owner.connect()
  const ran = await Promise.all([migrate(owner, folder), migrate(other, folder)]).finally(() => other.release())
  expect(ran.flat()).toEqual(['0001_note.sql'])
})
