import { describe, expect, test } from 'vitest'
import { balanceChart } from './balance-chart.ts'
import { fanChart } from './fan-chart.ts'
import { estimateText, holdsZero, intervalsChart } from './intervals-chart.ts'
import { suppressionChart } from './suppression-chart.ts'
import { type SurvivalColumns, survivalChart } from './survival-chart.ts'

const nbsp = '\u00a0'

describe('a survival chart', () => {
  const texts = { title: 'Tid', valueLabel: 'kvar', timeLabel: 'månader sedan start', timeUnit: 'månader' }
  const group: SurvivalColumns = {
    name: 'Alla',
    time: Float64Array.of(1, 3, 8),
    atRisk: Float64Array.of(10, 8, 2),
    censored: Float64Array.of(1, 0, 1),
    survival: Float64Array.of(0.9, 0.62, 0.62),
    lower: Float64Array.of(Number.NaN, 0.4, 0.3),
    upper: [null, 0.8, 0.9],
    median: null,
  }

  test('takes columns and keeps bounds that are not defined as gaps', () => {
    const chart = survivalChart([group], texts)
    expect(chart).toMatchObject({ kind: 'survival', title: 'Tid', valueLabel: 'kvar', horizon: 8 })
    expect(chart.curves[0]).toEqual({
      name: 'Alla',
      time: [1, 3, 8],
      atRisk: [10, 8, 2],
      censored: [1, 0, 1],
      survival: [0.9, 0.62, 0.62],
      lower: [null, 0.4, 0.3],
      upper: [null, 0.8, 0.9],
    })
  })

  test('tells the median, or how many remain where it is not reached', () => {
    expect(survivalChart([group], texts).description).toBe(`Efter 8 månader är 62,0${nbsp}% kvar.`)
    const two = survivalChart(
      [
        { ...group, median: 4.5 },
        { ...group, name: 'Män', median: 4 },
      ],
      texts,
    )
    expect(two.description).toBe('Alla: Hälften har slutat inom 4,5 månader. Män: Hälften har slutat inom 4 månader.')
  })

  test('says that nobody has been followed when there is nobody', () => {
    const none = { ...group, time: [], atRisk: [], censored: [], survival: [], lower: [], upper: [] }
    expect(survivalChart([none], texts)).toMatchObject({ description: 'Ingen har följts.', horizon: 1 })
    expect(survivalChart([], texts)).toMatchObject({ description: '', horizon: 1 })
  })
})

describe('a balance chart', () => {
  const balance = [
    { covariate: 'Ålder', before: -0.2, after: 0.1 },
    { covariate: 'Barn', before: 0.6, after: -0.12 },
  ]
  test('has the most unlike first, without signs', () =>
    expect(balanceChart(balance, { title: 'Balans' })).toEqual({
      kind: 'balance',
      title: 'Balans',
      limit: 0.1,
      description: '2 av 2 variabler skilde sig mer än 0,1 före och 1 efter. Störst skillnad efter: Barn, 0,12.',
      rows: [
        { covariate: 'Barn', before: 0.6, after: 0.12 },
        { covariate: 'Ålder', before: 0.2, after: 0.1 },
      ],
    }))
  test('follows another limit, and stands without rows', () => {
    expect(balanceChart(balance, { title: 'Balans', limit: 0.5 }).description).toContain(
      '1 av 2 variabler skilde sig mer än 0,5',
    )
    expect(balanceChart([], { title: 'Balans' }).description).toBe(
      '0 av 0 variabler skilde sig mer än 0,1 före och 0 efter.',
    )
  })
})

describe('a fan chart', () => {
  const texts = { title: 'Prognos', unit: 'count', unitLabel: 'hushåll', categoryLabel: 'Månad' } as const
  const columns = {
    categories: [{ label: 'mars' }, { label: 'april' }],
    history: Float64Array.of(Number.NaN),
    forecast: Float64Array.of(600),
    bands: [
      { level: 0.8, lower: [580], upper: [620] },
      { level: 0.9, lower: Float64Array.of(570), upper: Float64Array.of(630) },
    ],
  }
  test('has the widest band first and a missing month as a gap', () => {
    const chart = fanChart({ ...columns, reference: { name: 'Budget', values: [590, Number.NaN] } }, texts)
    expect(chart).toMatchObject({
      history: [null],
      forecast: [600],
      reference: { name: 'Budget', values: [590, null] },
    })
    expect(chart.bands).toEqual([
      { level: 0.9, lower: [570], upper: [630] },
      { level: 0.8, lower: [580], upper: [620] },
    ])
  })
  test('tells the last month with its widest interval', () => {
    expect(fanChart(columns, texts).description).toBe(
      `Prognosen för april är 600 hushåll, med 90${nbsp}% sannolikhet mellan 570 och 630.`,
    )
    expect(fanChart({ ...columns, bands: [] }, texts).description).toBe('Prognosen för april är 600 hushåll.')
    expect(fanChart({ ...columns, forecast: [] }, texts).description).toBe('Ingen prognos.')
    const share = { ...texts, unit: 'share', unitLabel: 'andel' } as const
    expect(fanChart({ ...columns, bands: [], forecast: [0.5] }, share).description).toBe(
      `Prognosen för april är 50,0${nbsp}%.`,
    )
  })
})

describe('a suppression chart', () => {
  const table = { rowLabel: 'Hinder', columns: ['Ensam', 'Par'] }
  test('counts the small and those that guard them', () =>
    expect(
      suppressionChart(
        {
          ...table,
          rows: [
            { label: 'A', cells: ['primary', 'secondary'] },
            { label: 'B', cells: [9, 'primary'] },
          ],
        },
        { title: 'T' },
      ).description,
    ).toBe('3 av 4 celler döljs: 2 är för små och 1 skyddar dem från att räknas ut.'))
  test('says when all are shown', () =>
    expect(suppressionChart({ ...table, rows: [{ label: 'A', cells: [7, 0] }] }, { title: 'T' })).toMatchObject({
      kind: 'suppression',
      title: 'T',
      rowLabel: 'Hinder',
      description: 'Alla 2 celler visas.',
    }))
})

describe('an interval chart', () => {
  const row = (estimate: number, lower: number | null, upper: number | null) => ({
    label: 'AIPW',
    estimate,
    lower,
    upper,
  })
  test('knows which intervals hold zero: ends count, and no interval excludes nothing', () => {
    const bounds = [
      [-1, 1],
      [0, 1],
      [-1, 0],
      [0.1, 1],
      [-1, -0.1],
      [null, 1],
      [-1, null],
    ] as const
    expect(bounds.map(([lower, upper]) => holdsZero(row(0.5, lower, upper)))).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
      true,
    ])
  })
  test('writes an estimate with its interval when there is one', () => {
    expect(estimateText(row(1494.9, 166, 2823.5), 'count')).toBe(`1${nbsp}494,9 (166 till 2${nbsp}823,5)`)
    expect(estimateText(row(-0.4, null, 2), 'decimal')).toBe('\u22120,40')
    expect(estimateText(row(-0.4, -2, null), 'decimal')).toBe('\u22120,40')
  })
  test('tells every estimate', () => {
    const texts = { title: 'Effekt', unit: 'decimal', unitLabel: 'månader', rowLabel: 'Metod', margin: 0.5 } as const
    expect(intervalsChart([row(1, 0.5, 1.5), { ...row(0, -1, 1), label: 'IPW' }], texts)).toMatchObject({
      margin: 0.5,
      description: '1 av 2 intervall rymmer noll. AIPW 1,00 (0,50 till 1,50); IPW 0,00 (\u22121,00 till 1,00).',
    })
  })
})
