import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import { defaultNoise, maximumEntropyNoise } from '../calculations/disclosure/cell-key-noise.ts'
import { recordKey } from './record-key.ts'

type Cell = Record<string, string> & { count: number }
type Answer = { noise: object; note: string; cells: (Record<string, string> & { count: number })[] }

const file = csvFiles()
const salt = file('sixteen letters or more')
const households = (rows: string[]) => file(`household,area,type\n${rows.join('\n')}\n`)

const many = Array.from(
  { length: 60 },
  (_, at) => `${at + 1},${at % 3 ? 'north' : 'south'},${at % 7 ? 'single' : 'pair'}`,
)
const noisy = (path: string, ...more: string[]) =>
  calculate<Answer>(
    'cell-key',
    '--file',
    path,
    '--household',
    'household',
    '--dimensions',
    'area,type',
    '--salt-file',
    salt,
    ...more,
  )
const inCell = (cells: Answer['cells'], area: string, type: string) =>
  cells.filter((cell) => cell['area'] === area && cell['type'] === type)

test('the record key is the first 32 bits of HMAC-SHA256', () => {
  // RFC 4231, test case 2: 5bdcc146…
  expect(recordKey('Jefe', 'what do ya want for nothing?')).toBe(0x5bdcc146 / 2 ** 32)
  expect(recordKey('Jefe', '1')).not.toBe(recordKey('Jeff', '1'))
})

describe('utfall calculate cell-key', () => {
  test('gives every cell and sum once, near its count, with the noise told', async () => {
    const { noise, note, cells } = await noisy(households(many))
    expect(noise).toEqual(defaultNoise)
    expect(note).toContain('även summorna')
    expect(cells).toHaveLength(9)
    const counts = { 'north single': 34, 'north pair': 6, 'south single': 17, 'south pair': 3, 'total total': 60 }
    for (const [name, count] of Object.entries(counts)) {
      const [area, type] = name.split(' ') as [string, string]
      const found = inCell(cells, area, type)
      expect(found).toHaveLength(1)
      expect(Math.abs(found[0]!.count - count)).toBeLessThanOrEqual(5)
    }
    expect(inCell(cells, 'north', 'total')).toHaveLength(1)
    expect(inCell(cells, 'total', 'pair')).toHaveLength(1)
  })

  test('gives the same households the same count in another table and in another order', async () => {
    const { cells } = await noisy(households(many))
    expect((await noisy(households(many.toReversed()))).cells).toEqual(cells)
    const northOnly = await noisy(households(many.filter((row) => row.includes('north'))))
    expect(inCell(northOnly.cells, 'total', 'pair')[0]!.count).toBe(inCell(cells, 'north', 'pair')[0]!.count)
    expect(inCell(northOnly.cells, 'total', 'total')[0]!.count).toBe(inCell(cells, 'north', 'total')[0]!.count)
  })

  test('changes counts, and otherwise with another salt', async () => {
    const counts = async (saltFile: string) =>
      (await noisy(households(many), '--salt-file', saltFile)).cells.map(({ count }) => count)
    const first = await counts(salt)
    expect(await counts(file('another secret of the same kind'))).not.toEqual(first)
    expect(first).not.toEqual([6, 34, 3, 17, 9, 51, 40, 20, 60])
  })

  test('leaves a household without a word out of the cells that need it, and in the sums that do not', async () => {
    const { cells } = await noisy(households(['1,north,', '2,north,single']))
    expect(inCell(cells, 'north', 'single')).toHaveLength(1)
    expect(cells.every((cell: Cell) => cell['type'] !== '')).toBe(true)
  })

  test.each([
    [['--largest-change', '0'], 'bad-option'],
    [['--variance', '0'], 'bad-option'],
    [['--variance', '9'], 'bad-option'],
    [['--never-shown', '1.5'], 'bad-option'],
    [['--dimensions', 'area,area'], 'bad-option'],
    [['--dimensions', 'area,place'], 'missing-column'],
  ])('refuses %j', async (options, kind) => {
    await expect(noisy(households(many), ...options)).rejects.toMatchObject({ kind })
  })

  test('refuses a short salt, a household that stands twice and a file without rows', async () => {
    const path = households(many)
    await expect(noisy(path, '--salt-file', file('short'))).rejects.toMatchObject({ kind: 'bad-option' })
    await expect(noisy(households(['1,a,b', '2,a,b', '1,a,b']))).rejects.toMatchObject({
      kind: 'duplicate-row',
      detail: { row: 4, key: '1' },
    })
    await expect(noisy(households([]))).rejects.toMatchObject({ kind: 'no-rows' })
  })
})

testWithSharedData('of the small counts at most 15 per cent can be expected to stand as they are', async () => {
  const noise = maximumEntropyNoise(defaultNoise)
  const unchanged = (count: number) => noise[count]!.probabilities[noise[count]!.changes.indexOf(0)] ?? 0
  const hitRate = async (...tables: string[]) => {
    const counts = (await Promise.all(tables.map(trueCounts))).flat()
    const small = counts.filter((count) => count < 5)
    return small.reduce((sum, count) => sum + unchanged(count), 0) / small.length
  }
  expect(await hitRate('hinder,hushallstyp')).toBeCloseTo(0.1388, 4)
  expect(await hitRate('hinder,bistandstid,fodelse')).toBeCloseTo(0.1353, 4)
  const pairs = ['omrade,alder', 'omrade,hushallstyp', 'alder,hushallstyp']
  expect(await hitRate('hinder,hushallstyp', 'hinder,bistandstid,fodelse', ...pairs)).toBeLessThanOrEqual(0.15)
})

/** What stands in the inner cells: the counts without noise. */
async function trueCounts(dimensions: string): Promise<number[]> {
  const { readColumns } = await import('./read-columns.ts')
  const file = await readColumns(sharedPath('sdc/synthetic_households_month1.csv'))
  const columns = dimensions.split(',').map((column) => file.texts(column))
  const counts = new Map<string, number>()
  for (let row = 0; row < file.length; row++) {
    const key = columns.map((column) => column[row]).join('|')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts.values()]
}
