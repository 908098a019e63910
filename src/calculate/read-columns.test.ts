import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'

const file = csvFiles()
const columns = ['--household', 'h', '--month', 'm', '--amount', 'a']
const spells = (rows: string) => calculate('spells', '--file', file(`h,m,a\n${rows}`), ...columns)

describe('numbers as programs for statistics write them', () => {
  test.each([
    ['.5', 0.5],
    ['+2', 2],
    ['1e+05', 100_000],
    ['2.5E-1', 0.25],
  ])('%s is read', async (written, netAmount) => {
    expect(await spells(`1,1,${written}\n`)).toMatchObject({ spells: [{ netAmount }] })
  })

  test.each(['1e999', '9'.repeat(400), 'Inf', '.', '1e', '.5.'])('%s is refused', async (written) => {
    await expect(spells(`1,1,${written}\n`)).rejects.toThrow(expect.objectContaining({ kind: 'not-a-number' }))
  })
})

test('a sum beyond every number is refused, and not printed', async () => {
  await expect(spells('1,1,1e308\n1,2,1e308\n')).rejects.toThrow(
    expect.objectContaining({ kind: 'not-finite', detail: { path: 'result.spells[0].netAmount' } }),
  )
})
