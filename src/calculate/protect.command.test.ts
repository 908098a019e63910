import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedJson, sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'

const csv = csvFiles()

type Cell = Record<string, string> & { count: number; shown: boolean; reason: string | null }
type Protected = {
  tables: { cells: Cell[] }[]
  hidden: number
  primary: number
  cells: number
  exposed: number
  safe: boolean
}
type Attacked = {
  cells: (Record<string, string> & { least: number; greatest: number | null; exact: boolean })[]
  changes?: (Record<string, string> & { since: string; change: number })[]
  hidden: number
  exact: number
  narrow: number
  safe: boolean
}

const protect = (text: string, ...more: string[]) => calculate<Protected>('protect', '--file', csv(text), ...more)
const attack = (...texts: string[]) => calculate<Attacked>('attack', ...texts.flatMap((text) => ['--file', csv(text)]))
const refused = (kind: string, detail: object = {}) =>
  expect.objectContaining({ kind, detail: expect.objectContaining(detail) as unknown })

const counted = `ort,typ,antal
norr,ensam,3
norr,par,20
norr,barn,6
syd,ensam,40
syd,par,50
syd,barn,60
öst,ensam,8
öst,par,30
öst,barn,9
`
const withCounts = ['--dimensions', 'ort,typ', '--count', 'antal']

describe('protect', () => {
  test('gives every cell and sum of the table, with the reason for what is hidden', async () => {
    const { tables, ...rest } = await protect(counted, ...withCounts)
    expect(rest).toEqual({ hidden: 4, primary: 1, cells: 16, exposed: 0, safe: true, threshold: 5, width: 3 })
    expect(tables[0]!.cells.filter(({ shown }) => !shown)).toEqual([
      { ort: 'norr', typ: 'barn', count: 6, shown: false, reason: 'secondary' },
      { ort: 'norr', typ: 'ensam', count: 3, shown: false, reason: 'primary' },
      { ort: 'öst', typ: 'barn', count: 9, shown: false, reason: 'secondary' },
      { ort: 'öst', typ: 'ensam', count: 8, shown: false, reason: 'secondary' },
    ])
    expect(tables[0]!.cells.at(-1)).toEqual({ ort: 'total', typ: 'total', count: 226, shown: true, reason: null })
  })

  test('counts rows where there is no column of counts, and the missing are a category', async () => {
    const { tables } = await protect('nr,ort\n1,norr\n2,norr\n3,\n4,norr\n5,norr\n6,norr\n', '--dimensions', 'ort')
    expect(tables[0]!.cells.map(({ ort, count, shown }) => [ort, count, shown])).toEqual([
      ['(saknas)', 1, false],
      ['norr', 5, false],
      ['total', 6, true],
    ])
  })

  test('the limit is chosen', async () => {
    expect((await protect(counted, ...withCounts, '--threshold', '3')).hidden).toBe(0)
    expect((await protect(counted, ...withCounts, '--threshold', '4')).primary).toBe(1)
    expect((await protect(counted, ...withCounts, '--threshold', '7')).primary).toBe(2)
  })

  test('zeros are shown, unless they are to be hidden', async () => {
    const zero = 'ort,antal\nnorr,0\nsyd,9\nöst,7\n'
    expect((await protect(zero, '--dimensions', 'ort', '--count', 'antal')).primary).toBe(0)
    const hiding = await protect(zero, '--dimensions', 'ort', '--count', 'antal', '--hide-zeros')
    expect(hiding).toMatchObject({ primary: 1, hidden: 2, safe: true })
  })

  test('several tables are protected together, and agree on the sums that they share', async () => {
    const rows = 'a,b,cx\n' + '1,1,1\n'.repeat(9) + '1,2,1\n'.repeat(2) + '2,1,2\n'.repeat(8) + '2,2,1\n'.repeat(7)
    const { tables, cells, safe } = await protect(rows, '--dimensions', 'a,b,cx', '--tables', 'axb;a × cx')
    expect(tables.map((each) => Object.keys(each.cells[0]!))).toEqual([
      ['a', 'b', 'count', 'shown', 'reason'],
      ['a', 'cx', 'count', 'shown', 'reason'],
    ])
    const sums = tables.map((each) => each.cells.filter((cell) => cell['b'] === 'total' || cell['cx'] === 'total'))
    expect(sums[0]!.map(({ shown, count }) => [shown, count])).toEqual(
      sums[1]!.map(({ shown, count }) => [shown, count]),
    )
    expect([cells, safe]).toEqual([15, true])
  })

  test('a column may be gathered into a wider one, which is published too', async () => {
    const nested = 'kommun,lan,antal\nk1,l1,3\nk2,l1,20\nk3,l2,30\nk4,l2,7\n'
    const { tables } = await protect(nested, '--dimensions', 'kommun', '--count', 'antal', '--hierarchy', 'kommun<lan')
    expect(tables[0]!.cells.map(({ kommun, lan, count, shown }) => [kommun, lan, count, shown])).toEqual([
      ['k1', 'l1', 3, false],
      ['k2', 'l1', 20, false],
      ['k3', 'l2', 30, true],
      ['k4', 'l2', 7, true],
      ['total', 'l1', 23, true],
      ['total', 'l2', 37, true],
      ['total', 'total', 60, true],
    ])
  })

  test('a wider column may be gathered in its turn', async () => {
    const nested = 'k,l,d,antal\nk1,l1,d1,9\nk2,l2,d1,20\nk3,l3,d2,30\n'
    const { tables } = await protect(nested, '--dimensions', 'k', '--count', 'antal', '--hierarchy', 'k:l;l:d')
    expect(tables[0]!.cells.map(({ k, l, d, count }) => [k, l, d, count].join(' '))).toEqual([
      'k1 l1 d1 9',
      'k2 l2 d1 20',
      'k3 l3 d2 30',
      'total l1 d1 9',
      'total l2 d1 20',
      'total l3 d2 30',
      'total total d1 29',
      'total total d2 30',
      'total total total 59',
    ])
  })

  test('hidden cells that everyone knows are not nought need more room', async () => {
    const narrow = 'ort,antal\nnorr,4\nsyd,5\nöst,50\n'
    const options = ['--dimensions', 'ort', '--count', 'antal']
    expect((await protect(narrow, ...options)).hidden).toBe(2)
    const tight = 'ort,antal\nnorr,2\nsyd,2\nöst,50\n'
    expect((await protect(tight, ...options)).hidden).toBe(2)
    expect((await protect(tight, ...options, '--hidden-at-least-one')).hidden).toBe(3)
  })

  test.each([
    ['no rows', 'ort,antal\n', ['--dimensions', 'ort'], 'no-rows', {}],
    ['a column that is not there', counted, ['--dimensions', 'by'], 'missing-column', { column: 'by' }],
    ['a category called total', 'ort\nnorr\ntotal\n', ['--dimensions', 'ort'], 'bad-value', { row: 3, found: 'total' }],
    ['a negative count', 'ort,n\nnorr,-1\n', ['--dimensions', 'ort', '--count', 'n'], 'bad-value', { row: 2 }],
    ['half a household', 'ort,n\nnorr,1.5\n', ['--dimensions', 'ort', '--count', 'n'], 'bad-value', { found: 1.5 }],
    ['a count that is missing', 'ort,n\nnorr,\n', ['--dimensions', 'ort', '--count', 'n'], 'not-a-number', {}],
    ['a limit of nought', counted, [...withCounts, '--threshold', '0'], 'bad-option', { option: '--threshold' }],
    ['an unknown table', counted, [...withCounts, '--tables', 'ort×by'], 'bad-option', { option: '--tables' }],
    ['a table twice by the same', counted, [...withCounts, '--tables', 'ort×ort'], 'bad-option', {}],
    ['half a hierarchy', counted, [...withCounts, '--hierarchy', 'ort'], 'bad-option', { option: '--hierarchy' }],
    ['a hierarchy elsewhere', counted, [...withCounts, '--hierarchy', 'antal<typ'], 'bad-option', {}],
    ['no real hierarchy', counted, [...withCounts, '--hierarchy', 'ort<typ'], 'bad-value', { column: 'ort' }],
    ['a column called count', 'count\n1\n', ['--dimensions', 'count'], 'bad-option', { found: 'count' }],
  ])('refuses %s', async (_, text, options, kind, detail) =>
    expect(protect(text, ...options)).rejects.toThrow(refused(kind, detail)),
  )

  test('refuses more cells than anyone reads', async () => {
    const rows = Array.from({ length: 200 }, (_, row) => `${row},${row}`).join('\n')
    await expect(protect(`a,b\n${rows}\n`, '--dimensions', 'a,b')).rejects.toThrow(
      refused('bad-option', { option: '--dimensions' }),
    )
  })
})

describe('protect, period by period', () => {
  const months = (...rows: string[]) => ['manad,ort,antal', ...rows].join('\n')
  const january = ['2024-12,norr,20', '2024-12,syd,30', '2024-12,öst,40']
  const february = ['2025-01,norr,22', '2025-01,syd,30', '2025-01,öst,50']
  const both = months(...february, ...january)
  const options = ['--dimensions', 'ort', '--count', 'antal', '--period', 'manad']
  const printed = ({ tables }: Protected) =>
    tables.map(({ cells }) => cells.map(({ count, shown }) => (shown ? count : null)))

  test('hides a small change in the later period, with one table for each', async () => {
    const found = await protect(both, ...options)
    expect(found).toMatchObject({ hidden: 2, primary: 1, cells: 8, exposed: 0, safe: true })
    expect(found.tables.map(({ cells }) => cells[0])).toEqual([
      { manad: '2024-12', ort: 'norr', count: 20, shown: true, reason: null },
      { manad: '2025-01', ort: 'norr', count: 22, shown: false, reason: 'primary' },
    ])
    expect(printed(found)).toEqual([
      [20, 30, 40, 90],
      [null, null, 50, 102],
    ])
  })

  test('numbered periods stand in the order of the numbers', async () => {
    const numbered = months('10,norr,22', '9,norr,20', '11,norr,22')
    expect(printed(await protect(numbered, ...options))).toEqual([
      [20, 20],
      [null, null],
      [null, null],
    ])
  })

  test('a category that a period lacks has nobody there', async () =>
    expect(printed(await protect(months('1,norr,20', '2,syd,30'), ...options))).toEqual([
      [20, 0, 20],
      [0, 30, 30],
    ]))

  test('a period that is out counts for those after it, with or without its rows', async () => {
    const first = csv(JSON.stringify(await protect(months(...january), ...options)))
    for (const text of [months(...february), both]) {
      const found = await protect(text, ...options, '--published', first)
      expect(printed(found).at(-1)).toEqual([null, null, 50, 102])
      expect(found).toMatchObject({ exposed: 0, safe: true })
    }
  })

  test('the attack on the two sees nothing, and on two protected by themselves the change', async () => {
    const attackBoth = (...answers: Protected[]) =>
      calculate<Attacked>(
        'attack',
        '--period',
        'manad',
        ...answers.flatMap((each) => ['--file', csv(JSON.stringify(each))]),
      )
    expect(await attackBoth(await protect(both, ...options))).toMatchObject({ changes: [], exact: 0, safe: true })
    const alone = await attackBoth(
      await protect(months(...january), ...options),
      await protect(months(...february), ...options),
    )
    expect(alone).toMatchObject({ hidden: 0, safe: false })
    expect(alone.changes).toEqual([{ manad: '2025-01', ort: 'norr', since: '2024-12', change: 2 }])
  })

  test('a count that can be worked out tells of its change too', async () => {
    const file = csv('manad,ort,count\n1,norr,20\n1,syd,30\n1,,50\n2,norr,\n2,syd,30\n2,,54\n')
    const { changes } = await calculate<Attacked>('attack', '--file', file, '--period', 'manad')
    expect(changes?.map(({ ort, change }) => [ort, change])).toEqual([
      ['norr', 4],
      ['', 4],
    ])
    const lower = await calculate<Attacked>('attack', '--file', file, '--period', 'manad', '--threshold', '4')
    expect(lower.changes).toEqual([])
  })

  test.each([
    ['a period that is no month', months('vår,norr,20'), options, 'bad-value', { column: 'manad' }],
    ['periods also as a dimension', both, [...options, '--dimensions', 'ort,manad'], 'bad-option', { found: 'manad' }],
    ['periods in a column called count', both, [...options, '--period', 'count'], 'bad-option', { option: '--period' }],
  ])('refuses %s', async (_, text, more, kind, detail) =>
    expect(protect(text, ...more)).rejects.toThrow(refused(kind, detail)),
  )

  test('refuses what is out without a period', async () =>
    expect(protect(both, ...options, '--published', csv('ort,count\nnorr,20\n'))).rejects.toThrow(
      refused('bad-option', { option: '--published', found: '' }),
    ))
})

describe('protect, with what is out', () => {
  const rows =
    'ort,typ,bo\n' +
    'norr,ensam,a\n'.repeat(3) +
    'norr,par,a\n'.repeat(7) +
    'syd,ensam,b\n'.repeat(9) +
    'syd,par,b\n'.repeat(8)
  const byPlace = (...more: string[]) => protect(rows, '--dimensions', 'ort', ...more)
  const cellsOf = ({ tables }: Protected) =>
    tables.flatMap(({ cells }) => cells.map(({ count, shown }) => (shown ? count : null)))

  test('what is shown stays shown, and something else is hidden', async () => {
    const all = ['--dimensions', 'ort,typ']
    expect(cellsOf(await protect(rows, ...all))).toEqual([null, null, 10, null, null, 17, 12, 15, 27])
    const found = await protect(rows, ...all, '--published', csv('ort,typ,count\nsyd,ensam,9\nsyd,,17\n'))
    expect(cellsOf(found).slice(3, 6)).toEqual([9, 8, 17])
    expect(found).toMatchObject({ safe: true, exposed: 0 })
  })

  test('what is hidden in a table that is out is not told by a new one', async () => {
    expect(cellsOf(await byPlace())).toEqual([10, 17, 27])
    const outside = csv('typ,count\nensam,12\npar,\ntotal,\n')
    const found = await byPlace('--published', outside)
    expect(found).toMatchObject({ cells: 3, hidden: 2, safe: true })
    expect(found.tables.flatMap(({ cells }) => cells.map(({ reason }) => reason)).at(-1)).toBe('secondary')
  })

  test('a table that is out may be wider than the new one, and stands with it', async () => {
    const wide = csv(JSON.stringify(await protect(rows, '--dimensions', 'ort,typ')))
    expect(cellsOf(await byPlace('--published', wide))).toEqual([10, 17, 27])
  })

  test('a small count that is out cannot be taken back, and is told', async () =>
    expect(
      await protect(rows, '--dimensions', 'ort,typ', '--published', csv('ort,typ,count\nnorr,ensam,3\n')),
    ).toMatchObject({
      exposed: 1,
      primary: 0,
      safe: false,
    }))

  test.each([
    ['another count', 'ort,count\nnorr,11\n'],
    ['a category that nobody has', 'ort,count\nväst,5\n'],
    ['a hidden one that nobody has', 'ort,count\nväst,\n'],
  ])('refuses what is out with %s', async (_, text) =>
    expect(byPlace('--published', csv(text))).rejects.toThrow(refused('bad-option', { option: '--published' })),
  )

  test('a category that nobody has may be out as nought', async () =>
    expect((await byPlace('--published', csv('ort,count\nväst,0\n'))).safe).toBe(true))

  test('refuses what is out by a column that the rows do not have', async () =>
    expect(byPlace('--published', csv('kön,count\nk,11\n'))).rejects.toThrow(
      refused('missing-column', { column: 'kön' }),
    ))
})

describe('attack', () => {
  const hole = 'ort,typ,count\nn,a,\nn,b,X\nn,total,10\ns,a,--\ns,b,8\ns,total,14\ntotal,a,9\ntotal,b,15\ntotal,total,'

  test('tells what can be worked out of each hidden cell', async () =>
    expect(await attack(hole)).toEqual({
      cells: [
        { ort: 'n', typ: 'a', least: 3, greatest: 3, exact: true },
        { ort: 'n', typ: 'b', least: 7, greatest: 7, exact: true },
        { ort: 's', typ: 'a', least: 6, greatest: 6, exact: true },
        { ort: 'total', typ: 'total', least: 24, greatest: 24, exact: true },
      ],
      hidden: 4,
      exact: 4,
      narrow: 4,
      safe: false,
    }))

  test('a sum that is not printed hides, and no sum at all leaves everything open', async () => {
    const { cells } = await attack('ort,count\nn,\ns,4\n')
    expect(cells).toEqual([{ ort: 'n', least: 0, greatest: null, exact: false }])
  })

  test('a cell that is not printed is nought', async () =>
    expect((await attack('a,b,count\n1,1,\n2,2,7\n1,total,5\ntotal,total,12\n')).cells[0]).toMatchObject({ least: 5 }))

  test('what one table hides another may show', async () => {
    const [one, other] = ['ort,count\nn,\ns,9\ntotal,12\n', 'ort,typ,count\nn,total,3\n']
    expect(await attack(one!, other!)).toMatchObject({ exact: 1, cells: [{ ort: 'n', least: 3, greatest: 3 }] })
  })

  test('a column tells what is shown, also where the count stands', async () =>
    expect((await attack('ort,count,shown\nn,3,false\ns,9,true\ntotal,12,true\n')).cells).toHaveLength(1))

  test('hidden cells that are not nought leave less room', async () => {
    const file = csv('ort,count\nn,\ns,\nö,7\ntotal,11\n')
    const { narrow } = await calculate<Attacked>('attack', '--file', file, '--hidden-at-least-one')
    expect(narrow).toBe(2)
    expect((await calculate<Attacked>('attack', '--file', file)).narrow).toBe(0)
  })

  test('tables tied by cells that neither shows tell more than each by itself', async () => {
    // a1 has nobody in c1, so all of b1 in c1 are in a2, which has only 2 in b1.
    const tables =
      'a,b,c,count\n1,1,,7\n1,2,,5\n2,1,,2\n2,2,,9\n1,,1,0\n1,,2,12\n2,,1,8\n2,,2,3\n,1,1,\n,1,2,\n,2,1,\n,2,2,\n'
    expect((await attack(tables)).cells).toEqual(
      [
        { a: '', b: '1', c: '1', least: 0, greatest: 2, exact: false },
        { a: '', b: '1', c: '2', least: 7, greatest: 9, exact: false },
        { a: '', b: '2', c: '1', least: 6, greatest: 8, exact: false },
        { a: '', b: '2', c: '2', least: 6, greatest: 8, exact: false },
      ].map((each) => each),
    )
  })

  test('reads the answer of protect', async () => {
    const answer = await protect(counted, ...withCounts)
    expect(await attack(JSON.stringify(answer))).toMatchObject({ hidden: 4, exact: 0, narrow: 0, safe: true })
  })

  test.each([
    ['no rows', 'ort,count\n', 'no-rows'],
    ['no counts', 'ort,antal\nn,1\n', 'missing-column'],
    ['half a household', 'ort,count\nn,1.5\n', 'bad-value'],
    ['less than nobody', 'ort,count\nn,-1\n', 'bad-value'],
    ['sums that do not add up', 'ort,count\nn,1\ns,2\ntotal,4\n', 'inconsistent-table'],
    ['one cell with two counts', 'ort,count\nn,1\nn,2\n', 'inconsistent-table'],
    ['some other JSON', '{"tables":1}', 'bad-option'],
    ['words for counts in JSON', '{"tables":[{"cells":[{"count":"3"}]}]}', 'bad-option'],
  ])('refuses %s', async (_, text, kind) => expect(attack(text)).rejects.toThrow(refused(kind)))
})

describe('on the reference data', () => {
  const households = ['--file', sharedPath('sdc/synthetic_households_month1.csv')]
  const run = (...options: string[]) => calculate<Protected>('protect', ...options)
  /** The trusted tool is GaussSuppression 1.2.3. */
  const within = (reference: number) => 1.15 * reference

  testWithSharedData('a table of obstacles by households hides no more than the trusted tool', async () => {
    const found = await run(...households, '--dimensions', 'hinder,hushallstyp')
    expect(found).toMatchObject({ cells: 77, primary: 20, safe: true })
    expect(found.hidden).toBeLessThanOrEqual(within(24))
  })

  testWithSharedData('nor one of three dimensions', async () => {
    const found = await run(...households, '--dimensions', 'hinder,bistandstid,fodelse')
    expect(found).toMatchObject({ cells: 165, primary: 54, safe: true })
    expect(found.hidden).toBeLessThanOrEqual(within(67))
  })

  testWithSharedData('nor three tables that are linked', async () => {
    const tables = ['--tables', 'omrade×alder;omrade×hushallstyp;alder×hushallstyp']
    const found = await run(...households, '--dimensions', 'omrade,alder,hushallstyp', ...tables)
    expect(found).toMatchObject({ cells: 90, primary: 10, safe: true })
    expect(found.hidden).toBeLessThanOrEqual(within(18))
  })

  testWithSharedData(
    'the Danish cells that were blanked can be worked out where there is one to a municipality',
    async () => {
      const rows = readFileSync(sharedPath('sdc/dk_cash_visitation_all98.csv'), 'utf8').trim().split(/\r?\n/).slice(1)
      const cells = rows.map((row) => row.split(',')).filter(([municipality]) => municipality !== 'national')
      const known = new Map(
        sharedJson<{ dk_real: { recovered: [string, string, number][] } }>(
          'expected/sdc_attack.json',
        ).dk_real.recovered.map(([municipality, , count]) => [municipality, Math.max(0, count)]),
      )
      const total = (municipality: string) =>
        cells.reduce(
          (sum, cell) => sum + (cell[0] === municipality ? Number(cell[4]) : 0),
          known.get(municipality) ?? 5,
        )
      const names = [...new Set(cells.map((cell) => cell[0]!))]
      const table = [
        'kommun,grupp,count',
        ...cells.map((cell) => `${cell[0]},${cell[3]},${cell[4]}`),
        ...names.map((name) => `${name},total,${cells.some((c) => c[0] === name && c[4] === '') ? total(name) : ''}`),
      ]
      const found = await attack(table.join('\n'))
      const blanks = found.cells.filter((cell) => cell['grupp'] !== 'total')
      expect(blanks).toHaveLength(56)
      const exact = blanks.filter((cell) => cell.exact)
      expect(exact).toHaveLength(32)
      for (const cell of exact) expect(cell.least).toBe(known.get(cell['kommun']!))
    },
  )

  testWithSharedData('two months are safe together, where each by itself tells of 28 small changes', async () => {
    const rows = [1, 2].flatMap((month) =>
      readFileSync(sharedPath(`sdc/synthetic_households_month${month}.csv`), 'utf8')
        .trim()
        .split(/\r?\n/)
        .map((line, at) => `${at === 0 ? 'manad' : month},${line}`)
        .slice(month - 1),
    )
    const file = csv(rows.join('\n'))
    const found = await run('--file', file, '--dimensions', 'hinder,hushallstyp', '--period', 'manad')
    expect(found).toMatchObject({ cells: 154, exposed: 0, safe: true })
    const attacked = await calculate<Attacked>('attack', '--file', csv(JSON.stringify(found)), '--period', 'manad')
    expect(attacked).toMatchObject({ changes: [], exact: 0, narrow: 0, safe: true })
    const alone = [1, 2].map((month) =>
      csv(rows.filter((row, at) => at === 0 || row.startsWith(`${month},`)).join('\n')),
    )
    const each = await Promise.all(
      alone.map((month) => run('--file', month, '--dimensions', 'hinder,hushallstyp', '--period', 'manad')),
    )
    const files = each.flatMap((answer) => ['--file', csv(JSON.stringify(answer))])
    expect((await calculate<Attacked>('attack', ...files, '--period', 'manad')).changes).toHaveLength(28)
  })
})
