import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'

const file = csvFiles()
const attack = (text: string) => calculate('attack', '--file', file(text))
const cells = (...written: string[]) => `{"tables":[{"cells":[${written.join()}]}]}`

describe('utfall calculate attack', () => {
  test.each(['total', 'Total', 'TOTAL'])('subtracts from a sum that is called %s', async (total) => {
    expect(await attack(`ort,count\nn,X\ns,5\n${total},9\n`)).toMatchObject({
      cells: [{ ort: 'n', least: 4, greatest: 4, exact: true }],
      safe: false,
    })
  })

  test.each([
    ['a cell that is nothing', cells('null')],
    ['cells that are a word', '{"tables":[{"cells":"abc"}]}'],
    ['a name that is no word', cells('{"ort":{"n":1},"count":3}')],
  ])('refuses JSON with %s', async (_, text) => {
    await expect(attack(text)).rejects.toThrow(expect.objectContaining({ kind: 'bad-option' }))
  })

  test.each(['1e999', '9007199254740993'])('refuses the count %s, of which no sum is exact', async (count) => {
    await expect(attack(cells(`{"ort":"n","count":${count}}`))).rejects.toThrow(
      expect.objectContaining({ kind: 'bad-value' }),
    )
  })
})

test('protect refuses a category that a reader would take for the sum', async () => {
  const rows = file('ort\nn\nTotal\n')
  await expect(calculate('protect', '--file', rows, '--dimensions', 'ort')).rejects.toThrow(
    expect.objectContaining({ kind: 'bad-value', detail: expect.objectContaining({ found: 'Total' }) }),
  )
})
