import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import { monthFromIndex } from '../values/month.ts'

type Bounds = { lower: number[]; upper: number[] }
type Answer = {
  series: {
    id: string
    method: string
    firstMonth?: string
    mean: number[]
    intervals: Record<string, Bounds>
    sums: { mean: number[]; intervals: Record<string, Bounds> }
    year?: {
      year: number
      knownMonths: number
      mean: number
      intervals: Record<string, { lower: number; upper: number }>
      past: { year: number; linear: number | null }[]
    }
    backtest: {
      origins: number
      months: number
      coverage: Record<string, number | null>
      coverageBounds: Record<string, unknown>
      pinball: Record<string, number | null>
    }
    refused?: { kind: string; message: string }
  }[]
}

const file = csvFiles()
const forecast = (path: string, ...args: string[]) =>
  calculate<Answer>('forecast', '--file', path, '--method', 'seasonal-naive', ...args)
const refusal = (path: string, ...args: string[]) =>
  forecast(path, ...args).then(
    () => null,
    (error: { kind: string; detail: Record<string, unknown> }) => ({ kind: error.kind, ...error.detail }),
  )

const year = '5 7 6 8 9 7 6 5 4 6 8 9'
const rows = file(`id;v\nB2;${year} ${year.replaceAll('5', '6')} ${year} 5\nA;1 2 3,5 -- X NA 1e1\n`)

describe('a file with a series on each row', () => {
  test('is answered in its order, with levels 80 and 90 for 18 months', async () => {
    const { series } = await forecast(rows, '--id', 'id', '--values', 'v')
    expect(series.map(({ id, method, mean }) => [id, method, mean.length])).toEqual([
      ['B2', 'seasonal-naive', 18],
      ['A', 'seasonal-naive', 18],
    ])
    for (const { intervals, sums, backtest, firstMonth } of series) {
      expect(firstMonth).toBeUndefined()
      expect(Object.keys(intervals)).toEqual(['80', '90'])
      expect(Object.keys(sums.intervals)).toEqual(['80', '90'])
      expect(Object.keys(backtest.coverage)).toEqual(['80', '90'])
      expect(intervals['90']!.lower).toHaveLength(18)
      expect(intervals['90']!.upper[0]! - intervals['80']!.upper[0]!).toBeGreaterThan(0)
    }
    expect(series[0]!.mean.slice(0, 3)).toEqual([7, 6, 8])
    expect(series[0]!.backtest).toMatchObject({ origins: 1, months: 13 })
    expect(series[0]!.backtest.pinball['0.95']).toBeGreaterThan(0)
    expect(series[1]!.backtest).toMatchObject({
      origins: 0,
      months: 0,
      coverage: { 80: null },
      coverageBounds: { 80: null },
    })
  })
  test('has the numbers of its rows as names when it has none', async () => {
    const { series } = await forecast(rows, '--values', 'v', '--horizon', '2', '--levels', '50,97.5')
    expect(series.map(({ id, mean }) => [id, mean.length])).toEqual([
      ['1', 2],
      ['2', 2],
    ])
    expect(Object.keys(series[0]!.intervals)).toEqual(['50', '97.5'])
  })
  test('answers those it can, and says why of the others', async () => {
    const { series } = await forecast(file('id;v\na;1 2 3\nb;-- X\nc;4\n'), '--id', 'id', '--values', 'v')
    expect(series[0]!.mean[0]).toBe(3)
    expect(series[1]).toEqual({
      id: 'b',
      refused: { kind: 'too-short', message: 'Serien har 0 kända värden. Minst 2 behövs.' },
    })
    expect(series[2]!.refused!.kind).toBe('too-short')
  })
  test('is refused when its only series is', async () =>
    expect(await refusal(file('id;v\nb;--\n'), '--values', 'v')).toEqual({ kind: 'too-short', found: 0, needed: 2 }))
  test('is refused for words, the same name twice, and no rows', async () => {
    expect(await refusal(file('id;v\na;1 2\nb;1 två 3\n'), '--id', 'id', '--values', 'v')).toEqual({
      kind: 'not-a-number',
      column: 'v',
      row: 3,
      found: 'två',
    })
    expect(await refusal(file('id;v\na;1 2\na;1 2\n'), '--id', 'id', '--values', 'v')).toEqual({
      kind: 'duplicate-row',
      row: 3,
      key: 'a',
    })
    expect(await refusal(file('id;v\n'), '--values', 'v')).toMatchObject({ kind: 'no-rows' })
  })
  test('takes a break as the number of the first value after it', async () => {
    const path = file(`v\n${'1 2 3 4 5 6 '.repeat(8)}\n`)
    const months = async (...args: string[]) =>
      (await forecast(path, '--values', 'v', '--horizon', '6', ...args)).series[0]!.backtest.months
    expect(await months()).toBe(42)
    // Origins 24, 27 … 42; with a break before value 46 the last loses three months.
    expect(await months('--breaks', '46')).toBe(39)
    for (const found of ['1', '49', '0', '2024-01', 'x'])
      expect(await refusal(path, '--values', 'v', '--breaks', found)).toMatchObject({
        kind: 'bad-option',
        option: '--breaks',
        found,
      })
  })
})

describe('a file with a month on each row', () => {
  const months = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at))
  const plain = months(40, (at) => `${monthFromIndex(2021 * 12 + at)};${10 + (at % 12)}`)

  test('is read in any order, and a missing month is a gap', async () => {
    const whole = await forecast(file(['m;v', ...plain].join('\n')), '--date', 'm', '--value', 'v', '--horizon', '9')
    expect(whole.series[0]).toMatchObject({ id: 'all', firstMonth: '2024-05' })
    expect(whole.series[0]!.mean).toEqual([14, 15, 16, 17, 18, 19, 20, 21, 10])
    const turned = await forecast(
      file(['m;v', ...[...plain].reverse()].join('\n')),
      '--date',
      'm',
      '--value',
      'v',
      '--horizon',
      '9',
    )
    expect(turned).toEqual(whole)
    const holed = plain.filter((line) => !line.startsWith('2023-07'))
    const found = await forecast(file(['m;v', ...holed].join('\n')), '--date', 'm', '--value', 'v', '--horizon', '9')
    // July 2024 is that of 2022.
    expect(found.series[0]!.mean).toEqual(whole.series[0]!.mean)
  })
  test('has its months as days, or as 2014M01, and several series', async () => {
    const lines = ['2024M01', '2024-02-01', '202403'].flatMap((month, at) => [
      `b;${month};${at}`,
      `a;${month};${at + 10}`,
    ])
    const { series } = await forecast(file(['k;m;v', ...lines].join('\n')), '--id', 'k', '--date', 'm', '--value', 'v')
    expect(series.map(({ id, mean, firstMonth }) => [id, mean[0], firstMonth])).toEqual([
      ['a', 12, '2024-04'],
      ['b', 2, '2024-04'],
    ])
  })
  test('tells the total of the budget year, and of the same months in past years', async () => {
    const { year: total } = (await forecast(file(['m;v', ...plain].join('\n')), '--date', 'm', '--value', 'v'))
      .series[0]!
    expect(total).toMatchObject({ year: 2024, knownMonths: 4, mean: 10 * 12 + 66 })
    expect(total!.intervals['90']!.lower).toBeLessThan(total!.intervals['80']!.lower)
    expect(total!.past).toEqual([{ year: 2023, actual: 186, forecast: 186, linear: 3 * (10 + 11 + 12 + 13) }])
    const short = await forecast(file(['m;v', ...plain].join('\n')), '--date', 'm', '--value', 'v', '--horizon', '7')
    expect(short.series[0]!.year).toBeUndefined()
    const quarters = await forecast(file(['m;v', ...plain].join('\n')), '--date', 'm', '--value', 'v', '--season', '4')
    expect(quarters.series[0]!.year).toBeUndefined()
  })
  test('begins with its first known value', async () => {
    const late = ['2020-11;--', '2020-12;', ...plain]
    const { series } = await forecast(
      file(['m;v', ...late].join('\n')),
      '--date',
      'm',
      '--value',
      'v',
      '--breaks',
      '2023-01',
    )
    const plainly = await forecast(
      file(['m;v', ...plain].join('\n')),
      '--date',
      'm',
      '--value',
      'v',
      '--breaks',
      '2023-01',
    )
    expect(series).toEqual(plainly.series)
  })
  test('takes breaks by month, in the series that have it', async () => {
    const other = months(14, (at) => `b;${monthFromIndex(2023 * 12 + at)};${at}`)
    const path = file(['k;m;v', ...plain.map((line) => `a;${line}`), ...other].join('\n'))
    const args = ['--id', 'k', '--date', 'm', '--value', 'v', '--horizon', '3']
    expect((await forecast(path, ...args, '--breaks', '2023-01,2024-04')).series[0]!.backtest.months).toBe(14)
    expect((await forecast(path, ...args)).series[0]!.backtest.months).toBe(15)
    expect(await refusal(path, ...args, '--breaks', '2021-01')).toMatchObject({ kind: 'bad-option', found: '2021-01' })
  })
  test('is refused when a year typed wrong makes it longer than a hundred years', async () =>
    expect(await refusal(file('m;v\n1924-01;1\n2024-01;2\n'), '--date', 'm', '--value', 'v')).toMatchObject({
      kind: 'bad-value',
      column: 'm',
      expected: 'högst hundra år',
    }))
  test('is refused for the same month twice, what is no month, and a row without a name', async () => {
    const long = (...lines: string[]) => file(['k;m;v', ...lines].join('\n'))
    const args = ['--date', 'm', '--value', 'v']
    expect(await refusal(long('a;2024-01;1', 'b;2024-01;2'), ...args)).toEqual({
      kind: 'duplicate-row',
      row: 3,
      key: '2024-01',
    })
    expect(await refusal(long('a;2024-01;1', 'a;2024M01;2'), '--id', 'k', ...args)).toEqual({
      kind: 'duplicate-row',
      row: 3,
      key: 'a 2024M01',
    })
    expect(await refusal(long('a;2024-01;1', 'a;2024-13;2'), ...args)).toMatchObject({
      kind: 'bad-value',
      row: 3,
      found: '2024-13',
    })
    expect(await refusal(long('a;2024-01;1', ';2024-02;2'), '--id', 'k', ...args)).toMatchObject({
      kind: 'bad-value',
      row: 3,
      column: 'k',
    })
    expect(await refusal(long('a;2024-01;ett', 'a;2024-02;2'), ...args)).toMatchObject({ kind: 'not-a-number', row: 2 })
  })
})

test.each([
  ['--horizon', '0'],
  ['--horizon', '121'],
  ['--horizon', '1.5'],
  ['--season', '0'],
  ['--season', '367'],
  ['--season', 'tolv'],
  ['--levels', '80,100'],
  ['--levels', '0'],
  ['--levels', '80,'],
  ['--levels', '-5'],
  ['--method', 'arima'],
])('refuses %s %s', async (option, found) =>
  expect(await refusal(rows, '--values', 'v', option, found)).toMatchObject({ kind: 'bad-option', option, found }),
)

test('takes the greatest and the least that it allows', async () => {
  const { series } = await forecast(rows, '--values', 'v', '--horizon', '120', '--season', '1', '--levels', '99.9')
  expect(series[0]!.mean).toHaveLength(120)
})

test('wants one of two forms', async () => {
  for (const args of [
    [],
    ['--date', 'id'],
    ['--value', 'v'],
    ['--values', 'v', '--date', 'id'],
    ['--values', 'v', '--value', 'v'],
  ])
    expect(await refusal(rows, ...args)).toMatchObject({ kind: 'bad-option', option: '--values' })
  expect(await refusal(rows, '--values', 'w')).toMatchObject({ kind: 'missing-column', column: 'w' })
})

test('uses the median of four methods when none is named', async () => {
  const [found] = (await calculate<Answer>('forecast', '--file', rows, '--values', 'v', '--horizon', '1')).series
  expect(found!.method).toBe('median')
})

testWithSharedData(
  'on the Danish municipalities the last year falls within the intervals as often as they say',
  async () => {
    const lines = readFileSync(sharedPath('series/dk_cash_assistance_open.csv'), 'utf8').trim().split('\n')
    const split = '2024-07'
    const path = file(lines.filter((line, at) => at === 0 || line.split(',')[2]! < split).join('\n'))
    const { series } = await calculate<Answer>(
      ...['forecast', '--file', path, '--id', 'municipality', '--date', 'month', '--value', 'ca_persons'],
      ...['--horizon', '12', '--method', 'theta'],
    )
    let [within, all] = [0, 0]
    for (const { id, intervals } of series.filter(({ id }) => id !== 'national')) {
      const actual = lines.filter((line) => line.startsWith(`${id},`) && line.split(',')[2]! >= split)
      for (const [step, line] of actual.entries()) {
        const value = Number(line.split(',')[3])
        all++
        if (value >= intervals['90']!.lower[step]! && value <= intervals['90']!.upper[step]!) within++
      }
    }
    expect(all).toBe(49 * 12)
    expect(within / all).toBeGreaterThan(0.86)
    expect(within / all).toBeLessThan(0.95)
  },
)
