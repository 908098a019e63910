import { expect, test } from 'vitest'
import { testDatabase } from '../support/test-database.ts'

const [one, other] = await Promise.all([testDatabase(), testDatabase()])

test('each database is a migrated one of its own', async () => {
  await one.owner.query(`insert into municipality (municipality_id, code, name) values (483, '0483', 'Provköping')`)
  expect((await other.owner.query('select count(*) as rows from municipality')).rows).toEqual([{ rows: 0 }])
})
