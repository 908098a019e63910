import { describe, expect, test } from 'vitest'
import { calculate, csvFiles } from '../../test/support/calculate.ts'
import { sharedPath, testWithSharedData } from '../../test/support/shared-data.ts'
import { codesOf } from '../calculations/columns.ts'
import { quantile } from '../calculations/sample-statistics.ts'
import { seriesByUnit } from '../calculations/synthetic-control/series-by-unit.ts'
import { evenControl } from '../calculations/synthetic-control/synthetic-control.ts'
import { readColumns } from './read-columns.ts'

type Result = {
  effect: number
  relativeEffect: number
  weights: { unit: string; weight: number }[]
  placebo: { p: number; ratioP: number; limit90: number; limit95: number; effects: { unit: string; effect: number }[] }
  gap: { time: string | number; gap: number }[]
  differenceInDifferences: { effect: number; placebo: Result['placebo'] }
  leftOut: string[]
}

const file = csvFiles()
const levels = {
  Alfta: [100, 100, 100, 80, 80],
  Borg: [90, 110, 100, 100, 100],
  Ceder: [100, 100, 100, 100, 110],
  Dal: [95, 105, 100, 95, 90],
}
const months = ['2024-10', '2024-11', '2024-12', '2025-01', '2025-02']
const csv = ['town,month,households']
  .concat(
    Object.entries(levels).flatMap(([town, values]) => values.map((value, at) => `${town},${months[at]},${value}`)),
  )
  .join('\n')

const run = (text: string, ...rest: string[]) =>
  calculate<Result>(
    ...['synthetic-control', '--file', file(text), '--unit', 'town', '--time', 'month', '--outcome', 'households'],
    ...['--treated-unit', 'Alfta', '--start', '2025-01', '--base-periods', '1', ...rest],
  )

describe('utfall calculate synthetic-control', () => {
  test('names the donors and the months', async () => {
    const { effect, relativeEffect, weights, gap, placebo, leftOut, differenceInDifferences } = await run(csv)
    expect(weights).toEqual([{ unit: 'Ceder', weight: 1 }])
    expect(gap.map(({ time }) => time)).toEqual(months)
    expect(effect).toBeCloseTo(Math.log(0.8) - Math.log(1.1) / 2, 12)
    expect(relativeEffect).toBeCloseTo(Math.exp(effect) - 1, 12)
    expect(placebo.effects.map(({ unit }) => unit)).toEqual(['Borg', 'Ceder', 'Dal'])
    expect(placebo.p).toBe(0.25)
    expect(differenceInDifferences.effect).toBeCloseTo(
      Math.log(0.8) - (Math.log(1.1) + Math.log(0.95) + Math.log(0.9)) / 6,
      12,
    )
    expect(leftOut).toEqual([])
  })

  test('the largest weight comes first', async () => {
    const { weights } = await run(
      csv.replace('Alfta,2024-10,100', 'Alfta,2024-10,92').replace('Alfta,2024-11,100', 'Alfta,2024-11,108'),
    )
    expect(weights.length).toBeGreaterThan(1)
    expect(weights.map(({ weight }) => weight)).toEqual(weights.map(({ weight }) => weight).sort((a, b) => b - a))
  })

  test('compares with the named donors only', async () => {
    const { placebo } = await run(csv, '--donors', 'Dal, Borg,Dal')
    expect(placebo.effects.map(({ unit }) => unit)).toEqual(['Dal', 'Borg'])
  })

  test('leaves out a donor with a month missing or a zero, and says so', async () => {
    const zero = months.map((month, at) => `Fors,${month},${at}`).join('\n')
    const { leftOut, placebo } = await run(`${csv}\nEk,2024-10,5\n${zero}`)
    expect(leftOut).toEqual(['Ek', 'Fors'])
    expect(placebo.effects.map(({ unit }) => unit)).toEqual(['Borg', 'Ceder', 'Dal'])
  })

  test('refuses what is not in the file', async () => {
    await expect(run(csv, '--treated-unit', 'Ek')).rejects.toThrow('bad-option {"option":"--treated-unit","found":"Ek"')
    await expect(run(csv, '--donors', 'Borg,Ek')).rejects.toThrow('bad-option {"option":"--donors","found":"Ek"')
    await expect(run(csv, '--start', '2025-03')).rejects.toThrow('bad-option {"option":"--start","found":"2025-03"')
    await expect(run(csv, '--start', 'later')).rejects.toThrow('bad-option {"option":"--start"')
    await expect(run(csv, '--base-periods', '0')).rejects.toThrow('bad-option {"option":"--base-periods"')
    await expect(run(csv.replace('Alfta,2024-10,100', 'Alfta,2024-10,0'))).rejects.toThrow('bad-value')
    await expect(run(`${csv}\nDal,2024-10,5`)).rejects.toThrow('duplicate-row {"row":22')
  })

  testWithSharedData('what a municipality can see: placebo effects of Danish municipalities', async () => {
    const { placebo, differenceInDifferences } = await calculate<Result>(
      ...['synthetic-control', '--file', sharedPath('series/dk_cash_assistance_open.csv'), '--unit', 'name'],
      ...['--time', 'month', '--outcome', 'ca_persons', '--treated-unit', 'Aalborg', '--start', '2024-07'],
    )
    expect(placebo.limit90).toBeLessThan(0.066)
    expect(differenceInDifferences.placebo.limit90).toBeLessThan(0.066)
    expect(placebo.effects.length).toBe(49)
  })

  testWithSharedData('a nominal ten per cent false alarms is between seven and thirteen', async () => {
    const data = await readColumns(sharedPath('series/dk_cash_assistance_open.csv'))
    const names = codesOf(data.texts('name'))
    const time = Float64Array.from(codesOf(data.texts('month')).codes)
    const { series } = seriesByUnit(names.codes, time, data.knownNumbers('ca_persons'))
    const towns = series.filter((_, code) => names.labels[code] !== 'Hele landet')
    const found = [24, 28, 32, 35].flatMap((start) =>
      towns.map((town, at) => {
        const year = (each: Float64Array) => each.slice(0, start + 12)
        return evenControl({ treated: year(town), donors: towns.toSpliced(at, 1).map(year), start, basePeriods: 3 })
      }),
    )
    const alarms = found.filter(({ placebo }) => placebo.p <= 0.1).length / found.length
    expect(alarms).toBeGreaterThanOrEqual(0.07)
    expect(alarms).toBeLessThanOrEqual(0.13)
    expect(
      quantile(
        found.map(({ effect }) => Math.abs(effect)),
        0.9,
      ),
    ).toBeLessThan(0.066)
  })
})
