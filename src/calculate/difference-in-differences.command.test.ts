import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedJson, sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import type { StaggeredEffects } from '../calculations/difference-in-differences/callaway-santanna.ts'

const file = csvFiles()

const run = (path: string, ...rest: string[]) =>
  calculate<StaggeredEffects>(
    ...['difference-in-differences', '--file', path, '--unit', 'unit', '--time', 'time', '--outcome', 'outcome'],
    ...['--first-treated', 'first', ...rest],
  )

const small = `unit,time,first,outcome,area
a,1,0,1,x
a,2,0,2,x
a,3,0,4,x
b,1,,2,x
b,2,,2,x
b,3,,4,x
c,1,Inf,3,y
c,2,Inf,5,y
c,3,Inf,5,y
d,1,3,5,y
d,2,3,6,y
d,3,3,10,y
e,1,3,4,z
e,2,3,6,z
e,3,3,9,z
`

describe('utfall calculate difference-in-differences', () => {
  test('compares with those whose start is 0, empty or Inf', async () => {
    const { groupTime, simple, dynamic, group, twoByTwo, units } = await run(file(small))
    expect(groupTime.map(({ group: start, time, treated, controls }) => [start, time, treated, controls])).toEqual([
      [3, 2, 2, 3],
      [3, 3, 2, 3],
    ])
    expect(groupTime[0]!.estimate).toBeCloseTo(0.5, 12)
    expect(simple.estimate).toBeCloseTo(3.5 - 4 / 3, 12)
    expect(dynamic.events.map(({ event }) => event)).toEqual([-1, 0])
    expect(group.groups).toEqual([{ group: 3, ...simple }])
    expect(twoByTwo!.estimate).toBeCloseTo(9.5 - 21 / 4 - (13 / 3 - 15 / 6), 12)
    expect(units).toBe(5)
  })

  test('reads months, decimal comma and semicolon, and writes months', async () => {
    const months = small
      .replace(/^(\w),(\d),3,/gm, '$1,$2,2024-01,')
      .replace(
        /^(\w),(\d),/gm,
        (_, unit: string, time: string) => `${unit},${['2023-11', '2023-12', '2024-01'][+time - 1]},`,
      )
      .replaceAll(',', ';')
      .replace(/;(\d);/g, ';$1,0;')
    const { groupTime, group, simple } = await run(file(months))
    expect(groupTime.map(({ group: start, time }) => [start, time])).toEqual([
      ['2024-01', '2023-12'],
      ['2024-01', '2024-01'],
    ])
    expect(group.groups[0]!.group).toBe('2024-01')
    expect(simple).toEqual((await run(file(small))).simple)
  })

  test('reads whole numbers with a decimal, and NaN, as programs write a column with holes', async () => {
    const decimals = small.replace(/^(\w,\d),3,/gm, '$1,3.0,').replace(/^(\w,\d),(0|Inf|),/gm, '$1,NaN,')
    expect(await run(file(decimals))).toEqual(await run(file(small)))
    const joined = small
      .replace(/^(\w,\d),3,/gm, '$1,202401.0,')
      .replace(
        /^(\w),(\d),/gm,
        (_, unit: string, time: string) => `${unit},${['202311', '202312', '202401'][+time - 1]},`,
      )
    const { groupTime, dynamic } = await run(file(joined))
    expect(groupTime.map(({ time }) => time)).toEqual([202312, 202401])
    expect(dynamic.events.map(({ event }) => event)).toEqual([-1, 0])
  })

  test('clusters by the named column', async () => {
    const { clusters, simple } = await run(file(small), '--cluster', 'area')
    expect(clusters).toBe(3)
    expect(simple.standardError).not.toBeCloseTo((await run(file(small))).simple.standardError!, 3)
  })

  test('compares with those not yet treated when asked to', async () => {
    const staggered = small.replace(/^d,(\d),3/gm, 'd,$1,2')
    const counts = async (...rest: string[]) =>
      (await run(file(staggered), ...rest)).groupTime.map((cell) => cell.controls)
    expect(await counts('--control', 'not-yet')).toEqual([4, 3, 3, 3])
    expect(await counts('--control', 'never')).toEqual([3, 3, 3, 3])
  })

  test('refuses what it cannot read', async () => {
    await expect(run(file(small), '--control', 'some')).rejects.toThrow('bad-option')
    await expect(run(file(small.replace('a,1,0', ',1,0')))).rejects.toThrow('bad-value {"column":"unit","row":2')
    await expect(run(file(small.replace('a,1,0', 'a,x,0')))).rejects.toThrow('bad-value {"column":"time","row":2')
    await expect(run(file(small.replace('a,1,0', 'a,1,soon')))).rejects.toThrow('bad-value {"column":"first","row":2')
    await expect(run(file(small.replace('a,1,0', 'a,1,-2')))).rejects.toThrow('bad-value {"column":"first","row":2')
    await expect(run(file(small.replace('a,1,0,1', 'a,1,0,one')))).rejects.toThrow('not-a-number')
    await expect(run(file(`${small}a,1,0,1,x\n`))).rejects.toThrow('duplicate-row {"row":17')
    await expect(run(file(small.split('\n')[0]!))).rejects.toThrow('no-rows')
    await expect(run(file(small), '--cluster', 'town')).rejects.toThrow('missing-column')
  })
})

type Reference = {
  attgt: { group: number; time: number; att: number; se: number; n_t: number; n_c: number }[]
  simple: [number, number]
  dynamic: [number, number, number][]
  dynamic_overall: [number, number]
  group: [number, number, number][]
  group_overall: number
}

describe('on the panel of counties of Callaway and Sant’Anna', () => {
  const mpdta = (...rest: string[]) =>
    calculate<StaggeredEffects>(
      ...['difference-in-differences', '--file', sharedPath('did/mpdta.csv'), '--unit', 'countyreal', '--time', 'year'],
      ...['--first-treated', 'first.treat', '--outcome', 'lemp', ...rest],
    )

  for (const [control, key] of [
    ['never', 'never'],
    ['not-yet', 'notyet'],
  ] as const)
    testWithSharedData(`agrees with the reference, ${control} treated`, async () => {
      const found = await mpdta('--control', control)
      const expected = sharedJson<Record<string, Reference>>('expected/did_open.json')[key]!
      expectClose(
        found.groupTime.map((cell) => [
          cell.group,
          cell.time,
          cell.estimate,
          cell.standardError!,
          cell.treated,
          cell.controls,
        ]),
        expected.attgt.map(({ group, time, att, se, n_t, n_c }) => [group, time, att, se, n_t, n_c]),
      )
      expectClose(
        found.dynamic.events.map((each) => [each.event, each.estimate, each.standardError!]),
        expected.dynamic,
      )
      expectClose(
        found.group.groups.map((each) => [each.group, each.estimate, each.standardError!]),
        expected.group,
      )
      expectClose(
        [found.simple, found.dynamic].map(({ estimate, standardError }) => [estimate, standardError!]),
        [expected.simple, expected.dynamic_overall],
      )
      expect(found.group.estimate).toBeCloseTo(expected.group_overall, 10)
    })

  testWithSharedData('two-by-two of the counties of 2007 agrees with the clustered regression', async () => {
    const lines = readFileSync(sharedPath('did/mpdta.csv'), 'utf8').trim().split('\n')
    const [head, ...rows] = lines
    const chosen = rows.filter((line) => /^200[67],/.test(line) && /,(0|2007),\d$/.test(line.trim()))
    const path = file([head, ...chosen].join('\n'))
    const { twoByTwo } = await calculate<StaggeredEffects>(
      ...['difference-in-differences', '--file', path, '--unit', 'countyreal', '--time', 'year'],
      ...['--first-treated', 'first.treat', '--outcome', 'lemp'],
    )
    const [estimate, standardError] = sharedJson<{ did2x2: [number, number] }>('expected/did_open.json').did2x2
    expect(twoByTwo!.estimate).toBeCloseTo(estimate, 10)
    expect(twoByTwo!.standardError).toBeCloseTo(standardError, 10)
  })
})

function expectClose(found: number[][], expected: number[][]) {
  expect(found.length).toBe(expected.length)
  found.flat().forEach((value, at) => expect(value).toBeCloseTo(expected.flat()[at]!, 10))
}
