import { describe, expect, test } from 'vitest'
import { defaultStatementRows } from '../economy/statement-rows.ts'
import { editedRow, emptyRow, faultIn, rowFrom } from './edited-row.page.tsx'

const rows = defaultStatementRows[0]!.rows

test('the rows in force are written, read back and the same', () =>
  expect(rows.map(editedRow).map(rowFrom)).toEqual(rows))

describe('accounts are written', () => {
  const read = (accounts: string, objects = '') => rowFrom({ ...editedRow(rows[1]!), accounts, objects })
  test.each(['4511-4519, 4530', '4511 – 4519; 4530'])('as ranges and single ones: %s', (accounts) =>
    expect(read(accounts)?.accounts).toEqual([
      { from: '4511', to: '4519' },
      { from: '4530', to: '4530' },
    ]),
  )
  test('and objects with their dimension', () =>
    expect(read('45', '1:7110, 2:575')?.objects).toEqual(['1:7110', '2:575']))
  test.each([
    ['konto 4511', ''],
    ['4511-', ''],
    ['4511', '7110'],
  ])('what cannot be read is told: %s %s', (accounts, objects) => expect(read(accounts, objects)).toBeNull())
})

test('the fault names the row', () => {
  const edited = rows.map(editedRow)
  expect(faultIn(edited)).toBeNull()
  expect(faultIn([...edited, emptyRow(edited)])).toContain(`Rad ${rows.length + 1}`)
  expect(faultIn([{ ...edited[0]!, accounts: 'x' }])).toContain('konton')
  expect(faultIn([{ ...edited[0]!, objects: 'x' }])).toContain('objekt')
})
