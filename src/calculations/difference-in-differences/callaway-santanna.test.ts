import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Control, StaggeredRows } from './balanced-panel.ts'
import { staggeredEffects, type StaggeredEffects } from './callaway-santanna.ts'

/** Thirty units drawn at random in R; the reference numbers are from a script in R of its own, with matrices. */
const times = [2019, 2020, 2022, 2023, 2024]
const starts =
  '2024 0 2024 2024 2022 2022 0 2022 2020 2022 0 0 2020 2022 2020 2024 0 0 2024 0 2022 2020 0 2020 0 2024 2024 2024 2022 2020'
const clusters = '9 4 1 3 3 3 10 9 7 5 6 2 6 7 2 5 10 1 2 10 8 7 9 6 1 4 5 8 8 4'
const outcomes = `11.4 10.2 10.8 11.5 11.8 ; 10.6 10.5 11.8 11.2 12.5 ; 9.6 8.7 8.7 13.4 12.7 ; 10.2 12 9.9 10.5 14.1 ;
  10.8 10.8 12.3 14.1 14.5 ; 8.5 10 10.4 10.8 11.8 ; 12.7 13.9 12.9 12.4 14.8 ; 11.1 11.1 13.1 14.3 14.6 ;
  9.4 13.1 13.4 13.4 12.5 ; 7.9 9.3 10.7 10.4 13.4 ; 9.1 10.5 10.1 11.4 10.3 ; 10.9 13.3 13.4 13.5 14 ;
  9.4 12.1 13.1 13.8 14 ; 10.1 10.5 11.4 12.6 12.6 ; 10.1 13.1 15 15.2 15.2 ; 7.5 8.2 9.6 8.9 10.3 ;
  8.8 7.4 8.3 10.6 8 ; 13.1 13 12.1 14.8 13.5 ; 9.8 10.1 10.8 9.8 11.7 ; 11.1 11.7 10.7 12.4 13.2 ;
  8.8 8.5 10 11.6 11.9 ; 8.1 10.9 11.7 11.9 14.4 ; 8.3 10.9 9.7 8.9 10.2 ; 7 9.4 9.9 10 12.8 ;
  12.1 14.2 13.1 14.6 14.7 ; 12.3 10.3 12.1 12.5 15.6 ; 10.6 11.3 10.2 12.4 17 ; 13.1 10.2 11.5 12.4 13.1 ;
  11 10.9 11.8 13.5 13.5 ; 11.8 11.7 12.8 13.4 15.2`

const numbers = (text: string) => text.trim().split(/\s+/).map(Number)

type Row = { unit: number; time: number; start: number; outcome: number; cluster: number }

const panel: Row[] = outcomes.split(';').flatMap((series, unit) =>
  numbers(series).map((outcome, period) => ({
    unit,
    time: times[period]!,
    start: numbers(starts)[unit]! || Infinity,
    outcome,
    cluster: numbers(clusters)[unit]!,
  })),
)

const columnsOf = (rows: Row[], options: { clustered?: boolean } = {}): StaggeredRows => ({
  unit: Int32Array.from(rows, ({ unit }) => unit),
  time: Float64Array.from(rows, ({ time }) => time),
  firstTreated: Float64Array.from(rows, ({ start }) => start),
  outcome: Float64Array.from(rows, ({ outcome }) => outcome),
  ...(options.clustered && { cluster: Int32Array.from(rows, ({ cluster }) => cluster) }),
})

const effects = (rows: Row[], control: Control = 'never', options?: { clustered?: boolean }) =>
  staggeredEffects(columnsOf(rows, options), control)

/** The numbers alone, in the order of the reference. */
const flat = ({ groupTime, simple, dynamic, group }: StaggeredEffects) => [
  ...groupTime.map((cell) => [cell.group, cell.time, cell.estimate, cell.standardError]),
  [simple.estimate, simple.standardError],
  ...dynamic.events.map((each) => [each.event, each.estimate, each.standardError]),
  [dynamic.estimate, dynamic.standardError],
  ...group.groups.map((each) => [each.group, each.estimate, each.standardError]),
  [group.estimate, group.standardError],
]

function expectNumbers(found: (number | null)[][], expected: number[][]) {
  expect(found.length).toBe(expected.length)
  found.flat().forEach((value, at) => expect(value).toBeCloseTo(expected.flat()[at]!, 12))
}

describe('effects by cohort and period', () => {
  test('agree with R against those never treated, clustered', () => {
    expectNumbers(flat(effects(panel, 'never', { clustered: true })), [
      [2020, 2020, 1.45, 0.53078254468225416],
      [2020, 2022, 2.75, 0.5842717319793278],
      [2020, 2023, 2.1944444444444442, 0.38297706153255812],
      [2020, 2024, 3.1055555555555556, 0.37865754294217902],
      [2022, 2020, -0.55238095238095242, 0.48651931417061689],
      [2022, 2022, 1.5952380952380951, 0.32731457358406202],
      [2022, 2023, 1.8253968253968251, 0.50546084533567892],
      [2022, 2024, 2.3841269841269841, 0.37550231949080565],
      [2024, 2020, -1.404166666666667, 0.65160263383696382],
      [2024, 2022, 0.69166666666666687, 0.36719942502452302],
      [2024, 2023, 0.11944444444444469, 0.33374407153681407],
      [2024, 2024, 1.7069444444444442, 0.54583915047166909],
      [2.09979035639413, 0.2168633190209422],
      [-4, -1.404166666666667, 0.6516026338369638],
      [-2, 0.1111111111111112, 0.2789052564071113],
      [-1, 0.1194444444444447, 0.3337440715368141],
      [0, 1.596296296296296, 0.253660418853704],
      [1, 1.825396825396825, 0.5054608453356789],
      [2, 2.552991452991453, 0.3254175510596252],
      [3, 2.194444444444444, 0.3829770615325581],
      [4, 3.105555555555556, 0.3786575429421791],
      [2.254936914936915, 0.2269448622254975],
      [2020, 2.375, 0.4088138601990022],
      [2022, 1.934920634920635, 0.3296182065390754],
      [2024, 1.706944444444444, 0.5458391504716691],
      [1.973809523809524, 0.2149998651452809],
    ])
  })

  test('agree with R against those not yet treated, unit by unit', () => {
    expectNumbers(flat(effects(panel, 'not-yet')), [
      [2020, 2020, 2.0791666666666666, 0.55924922287566681],
      [2020, 2022, 3.085294117647059, 0.56256168417892682],
      [2020, 2023, 2.4735294117647055, 0.5370595194025255],
      [2020, 2024, 3.1055555555555556, 0.60565889932532313],
      [2022, 2020, 0.10840336134453787, 0.4530836775047748],
      [2022, 2022, 1.2697478991596636, 0.32928592804084356],
      [2022, 2023, 1.4436974789915962, 0.53689828327703149],
      [2022, 2024, 2.3841269841269841, 0.39541528244344465],
      [2024, 2020, -1.1625, 0.58791541164524685],
      [2024, 2022, 0.69166666666666687, 0.53007449831644626],
      [2024, 2023, 0.11944444444444469, 0.72631017501896322],
      [2024, 2024, 1.7069444444444442, 0.77067452971584804],
      [2.147166728326551, 0.2963525208192763],
      [-4, -1.1625, 0.5879154116452469],
      [-2, 0.4194771241830066, 0.394372212124099],
      [-1, 0.1194444444444447, 0.7263101750189632],
      [0, 1.667561469032057, 0.3566335193455036],
      [1, 1.443697478991596, 0.5368982832770315],
      [2, 2.707742584213173, 0.3437308240693577],
      [3, 2.473529411764706, 0.5370595194025254],
      [4, 3.105555555555556, 0.6056588993253231],
      [2.279617299911417, 0.2838616797243494],
      [2020, 2.685886437908497, 0.4514100402969229],
      [2022, 1.699190787426081, 0.3328535552524762],
      [2024, 1.706944444444444, 0.770674529715848],
      [1.984057604523291, 0.3645800783996193],
    ])
  })

  test('without anyone never treated, the last cohort is only compared with, and its periods leave', () => {
    const found = effects(
      panel.filter(({ start }) => start < Infinity),
      'not-yet',
    )
    expectNumbers(flat(found), [
      [2020, 2020, 2.4566666666666666, 0.58440124470676391],
      [2020, 2022, 3.4625, 0.62321794553662269],
      [2020, 2023, 2.7875, 0.65594073400557917],
      [2022, 2020, 0.85178571428571459, 0.58239677893048203],
      [2022, 2022, 0.90357142857142825, 0.47928694037070585],
      [2022, 2023, 1.0142857142857136, 0.70895523776506442],
      [2.05203125, 0.4571134630436731],
      [-2, 0.8517857142857146, 0.582396778930482],
      [0, 1.620384615384615, 0.3989263580322921],
      [1, 1.014285714285714, 0.7089552377650644],
      [2, 3.4625, 0.6232179455366227],
      [3, 2.7875, 0.6559407340055792],
      [2.221167582417582, 0.4023970378351154],
      [2020, 2.902222222222222, 0.5383305909038429],
      [2022, 0.9589285714285709, 0.5094524358050196],
      [1.855833333333333, 0.4527158062500496],
    ])
    expect(found.units).toBe(21)
  })

  test('says how many units, controls and clusters are behind', () => {
    const { groupTime, units, clusters: count, leftOut } = effects(panel, 'not-yet', { clustered: true })
    expect(groupTime.map(({ treated, controls }) => [treated, controls]).slice(0, 6)).toEqual([
      [6, 24],
      [6, 17],
      [6, 17],
      [6, 9],
      [7, 17],
      [7, 17],
    ])
    expect([units, count]).toEqual([30, 10])
    expect(leftOut).toEqual({ rowsWithoutOutcome: 0, unitsTreatedFromStart: 0, unitsWithGaps: 0 })
  })
})

describe('the two-by-two of a single start', () => {
  const one = panel.filter(({ start }) => start === 2022 || start === Infinity)

  test('agrees with the regression of R, clustered by unit and by cluster', () => {
    expect(effects(one).twoByTwo!.estimate).toBeCloseTo(1.658730158730163, 12)
    expect(effects(one).twoByTwo!.standardError).toBeCloseTo(0.2527970706670719, 12)
    expect(effects(one, 'never', { clustered: true }).twoByTwo!.standardError).toBeCloseTo(0.2458868213138606, 12)
  })

  test('is not given when the starts are several or nobody is never treated', () => {
    expect(effects(panel).twoByTwo).toBeNull()
    const later = panel.filter(({ start }) => start === 2022 || start === 2024)
    expect(effects(later, 'not-yet').twoByTwo).toBeNull()
  })
})

describe('units that cannot be used', () => {
  const base = () => effects(panel)

  test('a unit treated in the first period has no time before and leaves', () => {
    const early = times.map((time) => ({ unit: 30, time, start: 2019, outcome: time, cluster: 1 }))
    const found = effects([...panel, ...early])
    expect(flat(found)).toEqual(flat(base()))
    expect(found.leftOut).toEqual({ rowsWithoutOutcome: 0, unitsTreatedFromStart: 1, unitsWithGaps: 0 })
  })

  test('a unit that lacks a period leaves, and so does one without any outcome', () => {
    const gap = times.slice(1).map((time) => ({ unit: 30, time, start: 2022, outcome: time, cluster: 1 }))
    const silent = times.map((time) => ({ unit: 31, time, start: 2022, outcome: NaN, cluster: 1 }))
    const found = effects([...panel, ...gap, ...silent])
    expect(flat(found)).toEqual(flat(base()))
    expect(found.leftOut).toEqual({ rowsWithoutOutcome: 5, unitsTreatedFromStart: 0, unitsWithGaps: 2 })
  })

  test('a row without outcome may say anything of the start', () => {
    const silent = { unit: 0, time: 2019, start: 2020, outcome: NaN, cluster: 1 }
    expect(flat(effects([...panel, silent]))).toEqual(flat(base()))
  })

  test('when units with gaps were the only ones to compare with, a period has no effect', () => {
    // Of cohorts 2, 3 and 4 the last has a gap: cohort 3 is then the last, and nobody is left to compare with in 3.
    const gap = [2, 3, 4].flatMap((start, unit) =>
      [1, 2, 3, 4].map((time) => ({
        unit,
        time,
        start,
        outcome: unit + time + 5 * Number(time >= start),
        cluster: unit,
      })),
    )
    const { groupTime } = effects(
      gap.filter(({ start, time }) => start !== 4 || time !== 2),
      'not-yet',
    )
    expect(groupTime).toMatchObject([{ group: 2, time: 2, estimate: 5, controls: 1 }])
  })

  test('a unit treated after the last period counts as never treated', () => {
    const later = panel.map((row) => (row.start === Infinity && row.unit % 2 ? { ...row, start: 2025 } : row))
    expect(flat(effects(later))).toEqual(flat(base()))
  })

  test('a start between two periods counts from the next one', () => {
    const between = panel.map((row) => (row.start === 2022 ? { ...row, start: 2021 } : row))
    const { groupTime, dynamic } = effects(between)
    expect(groupTime.find(({ group, time }) => group === 2021 && time === 2022)!.estimate).toBeCloseTo(
      1.5952380952380951,
    )
    expect(dynamic.events.map(({ event }) => event)).toEqual([-4, -2, -1, 0, 1, 2, 3, 4])
  })

  test('a period that only those treated from the first one have is no period', () => {
    const before = { unit: 30, time: 2018, start: 2018, outcome: 1, cluster: 1 }
    expect(flat(effects([...panel, before]))).toEqual(flat(base()))
  })
})

describe('periods that cannot be used', () => {
  test('a unit that lacks only a period that leaves is kept', () => {
    const treated = panel.filter(({ start }) => start < Infinity)
    const found = effects(
      treated.filter(({ unit, time }) => unit !== 4 || time !== 2024),
      'not-yet',
    )
    expect(flat(found)).toEqual(flat(effects(treated, 'not-yet')))
    expect(found.units).toBe(21)
  })

  test('a cohort that starts in the first period that is left has no effect of its own', () => {
    const before = { unit: 30, time: 2018, start: 2018, outcome: 1, cluster: 1 }
    const first = times.map((time) => ({ unit: 31, time, start: 2019, outcome: time, cluster: 1 }))
    expectNumbers(flat(effects([...panel, before, ...first])), flat(effects(panel)) as number[][])
  })
})

describe('a standard error', () => {
  const additive = (effect: number, noise: number) =>
    [0, 1, 2, 3].flatMap((unit) =>
      [1, 2, 3].map((time) => ({
        unit,
        time,
        start: unit < 2 ? 3 : Infinity,
        outcome: unit + 2 * time + (unit < 2 && time === 3 ? effect : 0) + (unit === 0 && time === 3 ? noise : 0),
        cluster: unit,
      })),
    )

  test('is null when nothing varies, as in R', () => {
    const { simple, groupTime, twoByTwo } = effects(additive(4, 0))
    expect(simple).toEqual({ estimate: 4, standardError: null })
    expect(groupTime.map(({ standardError }) => standardError)).toEqual([null, null])
    expect(twoByTwo).toEqual({ estimate: 4, standardError: null })
  })

  test('is null below 1.49e-7 and a number above', () => {
    // The unit with noise x makes √(2·(2x/2)²)/4 = x/√8.
    expect(effects(additive(4, 4.2e-7)).simple.standardError).toBeNull()
    expect(effects(additive(4, 4.3e-7)).simple.standardError).toBeCloseTo(4.3e-7 / Math.sqrt(8), 12)
  })
})

describe('refusals', () => {
  const refusal = (work: () => unknown) => {
    try {
      work()
    } catch (error) {
      return error as { kind: string; detail: Record<string, unknown> }
    }
    throw new Error('not refused')
  }

  test('no rows, or none with an outcome', () => {
    expect(refusal(() => effects([])).kind).toBe('no-rows')
    expect(refusal(() => effects(panel.map((row) => ({ ...row, outcome: NaN })))).kind).toBe('no-rows')
  })

  test('nobody is treated', () =>
    expect(refusal(() => effects(panel.map((row) => ({ ...row, start: Infinity })))).kind).toBe('no-treated'))

  test('nobody is never treated', () => {
    const treated = panel.filter(({ start }) => start < Infinity)
    expect(refusal(() => effects(treated))).toMatchObject({ kind: 'no-controls', detail: { control: 'never' } })
  })

  test('all start at the same time', () => {
    const same = panel.filter(({ start }) => start === 2022)
    expect(refusal(() => effects(same, 'not-yet')).kind).toBe('no-controls')
  })

  test('no unit has all periods', () => {
    const holes = panel.filter(({ unit, time }) => (unit % 2 ? time !== 2020 : time !== 2023))
    expect(refusal(() => effects(holes))).toMatchObject({
      kind: 'too-few',
      detail: { what: 'enheter med alla perioder och tid före insatsen', found: 0, needed: 2 },
    })
  })

  test('all have the intervention from the first period', () => {
    const early = panel.map((row) => ({ ...row, start: 2019 }))
    expect(refusal(() => effects(early, 'not-yet'))).toMatchObject({ kind: 'too-few', detail: { found: 0, needed: 2 } })
  })

  test('nobody is left but one', () => {
    const one = panel.filter(({ unit }) => unit === 1)
    expect(refusal(() => effects(one)).kind).toBe('no-treated')
  })

  test('a unit starts twice', () => {
    const twice = panel.map((row, at) => (at === 2 ? { ...row, start: 2022 } : row))
    expect(refusal(() => effects(twice))).toMatchObject({
      kind: 'bad-value',
      detail: {
        column: 'first-treated',
        row: 4,
        found: 'som skiljer sig från enhetens tidigare rader',
        expected: 'samma värde i alla',
      },
    })
  })

  test('a unit is in two clusters', () => {
    const twice = panel.map((row, at) => (at === 2 ? { ...row, cluster: 7 } : row))
    expect(refusal(() => effects(twice, 'never', { clustered: true }))).toMatchObject({
      kind: 'bad-value',
      detail: { column: 'cluster', row: 4 },
    })
  })

  test('a unit has two rows for one period', () => {
    expect(refusal(() => effects([...panel, panel[7]!]))).toMatchObject({
      kind: 'duplicate-row',
      detail: { row: 152, key: 'samma enhet och period' },
    })
    expect(refusal(() => effects([panel[0]!, ...panel]))).toMatchObject({ detail: { row: 3 } })
  })

  test('all units are in one cluster', () => {
    const one = panel.map((row) => ({ ...row, cluster: 0 }))
    expect(refusal(() => effects(one, 'never', { clustered: true }))).toMatchObject({
      kind: 'too-few',
      detail: { what: 'kluster', found: 1, needed: 2 },
    })
    const two = panel.map((row) => ({ ...row, cluster: row.unit % 2 }))
    expect(effects(two, 'never', { clustered: true }).clusters).toBe(2)
  })
})

describe('properties', () => {
  const shuffled = fc.shuffledSubarray(panel, { minLength: panel.length })
  const settings = { seed: 3, numRuns: 20 }
  const close = (left: StaggeredEffects, right: StaggeredEffects) =>
    expectNumbers(flat(left), flat(right) as number[][])

  test('the order of the rows means nothing', () =>
    fc.assert(
      fc.property(shuffled, (rows) => close(effects(rows, 'not-yet'), effects(panel, 'not-yet'))),
      settings,
    ))

  test('a constant on every outcome, or on all of a unit, changes nothing', () =>
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (constant) => {
        const moved = panel.map((row) => ({ ...row, outcome: row.outcome + constant * (1 + row.unit) }))
        close(effects(moved), effects(panel))
      }),
      settings,
    ))

  test('an additive panel gives back the effect built into it', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), (byEvent) => {
        const built = panel.map((row) => ({
          ...row,
          outcome: row.unit + (row.time % 7) + (row.time >= row.start ? byEvent[row.time - row.start]! : 0),
        }))
        const { groupTime } = effects(built, 'not-yet')
        for (const { group, time, estimate } of groupTime)
          expect(estimate).toBeCloseTo(time < group ? 0 : byEvent[time - group]!, 9)
      }),
      settings,
    ))
})
