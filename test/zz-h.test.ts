import { expect, test } from 'vitest'
import { describedColumns } from './support/data-dictionary.ts'
import { testDatabase } from './support/test-database.ts'
const db = await testDatabase()
test('x', async () => {
  await db.owner.query('alter table payment add column extra integer; create table stray (a integer)')
  const missing = (await describedColumns(db.owner)).filter(({ table, text }) => !table.text || !text)
  console.log(missing.map((e) => `${e.table.name}.${e.name}`))
  expect(missing.length).toBe(2)
})
