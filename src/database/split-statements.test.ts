import { expect, test } from 'vitest'
import { splitStatements } from './split-statements.ts'

test('each statement comes by itself, without its semicolon', () =>
  expect(splitStatements('select 1;\nselect 2')).toEqual(['select 1', 'select 2']))

test('text without a statement gives none', () => expect(splitStatements(' -- nothing;\n/* here; */ ;;')).toEqual([]))

test.each([
  ['a string', `select 'a;b'`],
  ['a doubled quote', `select 'it''s;'`],
  ['an escape string', `select E'it\\';'`],
  ['a quoted name', `select 1 as "a;""b"`],
  ['a dollar quote', `do $$ begin perform 1; end $$`],
  ['a dollar quote with a tag', `do $body$ begin execute $$select 1;$$; end $body$`],
  ['a line comment', `select 1 -- one; two\n  + 1`],
  ['a block comment', `select /* one; two */ 1`],
])('a semicolon inside %s ends nothing', (_, statement) =>
  expect(splitStatements(`${statement};\nselect 2;`)).toEqual([statement, 'select 2']),
)

test('a comment before a statement goes with it', () =>
  expect(splitStatements('-- why\nselect 1;')).toEqual(['-- why\nselect 1']))

test('a parameter and a name that ends in e are no quotes', () =>
  expect(splitStatements(`select $1, $2; select date'2019-01-01'; select 2`)).toHaveLength(3))
