import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { estimateEffect } from './estimate.ts'
import { type BenefitSpells, type InterventionStarts, riskSetIndexMonths } from './risk-set.ts'

const spellsOf = (rows: [household: number, start: number, last: number][], stratum?: number[]): BenefitSpells => ({
  household: Int32Array.from(rows, ([household]) => household),
  start: Int32Array.from(rows, ([, start]) => start),
  last: Int32Array.from(rows, ([, , last]) => last),
  ...(stratum && { stratum: Int32Array.from(stratum) }),
})
const startsOf = (...rows: [spell: number, month: number][]): InterventionStarts => ({
  spell: Int32Array.from(rows, ([spell]) => spell),
  month: Int32Array.from(rows, ([, month]) => month),
})
const options = { controlsPerTreated: 10, lastIndexMonth: 100, seed: 1 }
const rowsOf = ({ spell, month, treated, set }: ReturnType<typeof riskSetIndexMonths>) =>
  Array.from(spell, (each, row) => [each, month[row], treated[row], set[row]])
const sorted = (rows: (number | undefined)[][]) => rows.sort((left, right) => left[0]! - right[0]!)

describe('controls', () => {
  test('get the month where they had been on benefit as long as the treated when it started', () => {
    const spells = spellsOf([
      [1, 10, 20],
      [2, 30, 34],
      [3, 5, 8],
      [4, 5, 9],
    ])
    const found = riskSetIndexMonths(spells, startsOf([0, 14]), options)
    expect(rowsOf(found)[0]).toEqual([0, 14, 1, 0])
    expect(sorted(rowsOf(found))).toEqual([
      [0, 14, 1, 0],
      [1, 34, 0, 0],
      [3, 9, 0, 0],
    ])
    expect(found.withoutControls).toBe(0)
  })

  test('are other households, not yet started, of the same stratum', () => {
    const spells = spellsOf(
      [
        [1, 10, 20],
        [1, 30, 50],
        [2, 10, 20],
        [3, 10, 20],
        [4, 10, 20],
        [5, 10, 20],
      ],
      [7, 7, 7, 7, 7, 8],
    )
    const found = riskSetIndexMonths(spells, startsOf([0, 12], [2, 12], [3, 13]), options)
    const ofFirst = rowsOf(found).filter(([, , treated, set]) => set === 0 && treated === 0)
    expect(sorted(ofFirst)).toEqual([
      [3, 12, 0, 0],
      [4, 12, 0, 0],
    ])
  })

  test('that started an earlier spell’s intervention have started', () => {
    const spells = spellsOf([
      [1, 30, 40],
      [2, 1, 5],
      [2, 28, 40],
      [3, 28, 40],
    ])
    const found = riskSetIndexMonths(spells, startsOf([0, 31], [1, 1], [2, 33]), options)
    expect(rowsOf(found).filter(([, , , set]) => set === 0)).toEqual([
      [0, 31, 1, 0],
      [3, 29, 0, 0],
    ])
  })

  test('are not the same household in an earlier spell', () => {
    const spells = spellsOf([
      [1, 10, 20],
      [1, 30, 50],
      [2, 10, 20],
    ])
    expect(rowsOf(riskSetIndexMonths(spells, startsOf([1, 32]), options))).toEqual([
      [1, 32, 1, 0],
      [2, 12, 0, 0],
    ])
  })

  test('are as many as asked for, none twice, and each as likely', () => {
    const spells = spellsOf(Array.from({ length: 6 }, (_, at) => [at, 1, 12]))
    const count = new Array<number>(6).fill(0)
    for (let seed = 0; seed < 200; seed++) {
      const { spell, treated } = riskSetIndexMonths(spells, startsOf([0, 4]), {
        ...options,
        controlsPerTreated: 2,
        seed,
      })
      const controls = [...spell].filter((_, row) => treated[row] === 0)
      expect(new Set(controls).size).toBe(2)
      for (const control of controls) count[control]!++
    }
    expect(count[0]).toBe(0)
    for (const each of count.slice(1)) expect(Math.abs(each - 80)).toBeLessThan(25)
  })

  test('are drawn the same for the same seed and whatever the order of the rows', () => {
    const rows = Array.from({ length: 30 }, (_, at): [number, number, number] => [at >> 1, 1 + 7 * (at % 4), 40])
    const found = riskSetIndexMonths(spellsOf(rows), startsOf([4, 5], [6, 20]), { ...options, controlsPerTreated: 3 })
    const turned = riskSetIndexMonths(spellsOf([...rows].reverse()), startsOf([23, 20], [25, 5]), {
      ...options,
      controlsPerTreated: 3,
    })
    expect([...turned.spell].map((spell) => 29 - spell)).toEqual([...found.spell])
    expect([...turned.month]).toEqual([...found.month])
  })
})

describe('a start', () => {
  const spells = spellsOf([
    [1, 10, 20],
    [2, 10, 12],
  ])

  test('that no other household reached is counted and has no row, and sets are numbered without it', () => {
    const found = riskSetIndexMonths(spells, startsOf([0, 13]), options)
    expect(found).toMatchObject({ withoutControls: 1, spell: new Int32Array(0) })
    const both = riskSetIndexMonths(
      spellsOf([
        [1, 10, 20],
        [2, 10, 12],
        [3, 10, 12],
      ]),
      startsOf([0, 13], [2, 11]),
      options,
    )
    expect(rowsOf(both)[0]).toEqual([2, 11, 1, 0])
    expect(sorted(rowsOf(both))).toEqual([
      [0, 11, 0, 0],
      [1, 11, 0, 0],
      [2, 11, 1, 0],
    ])
    expect(both.withoutControls).toBe(1)
  })

  test('has a set of its own, numbered in the order of the households', () => {
    const four = spellsOf([1, 2, 3, 4].map((household) => [household, 10, 20]))
    expect([...riskSetIndexMonths(four, startsOf([1, 12], [0, 11]), options).set]).toEqual([0, 0, 0, 0, 1, 1, 1])
  })

  test('after the last month that can be followed takes no part, nor does such a control', () => {
    const late = spellsOf([
      [1, 10, 30],
      [2, 20, 40],
      [3, 5, 40],
    ])
    const at = (lastIndexMonth: number) =>
      rowsOf(riskSetIndexMonths(late, startsOf([0, 15]), { ...options, lastIndexMonth })).map(([spell]) => spell)
    expect(at(14)).toEqual([])
    expect(at(15)).toEqual([0, 2])
    expect(at(25).sort()).toEqual([0, 1, 2])
  })

  test('outside its spell is refused, at either end', () => {
    const wrong = (month: number) => () => riskSetIndexMonths(spells, startsOf([0, month]), options)
    expect(wrong(9)).toThrow('bad-value')
    expect(wrong(21)).toThrow('{"column":"insatsens start","found":21,"expected":"10 till 20"}')
    expect(rowsOf(riskSetIndexMonths(spells, startsOf([0, 10]), options))).toHaveLength(2)
    expect(riskSetIndexMonths(spells, startsOf([0, 20]), options).withoutControls).toBe(1)
  })
})

test('with no effect at all there is none from the risk set, while controls from the start of their spell show one', () => {
  const random = seededRandom(20251122)
  const rows: [number, number, number][] = []
  const starts: [number, number][] = []
  for (let household = 0; household < 600; household++) {
    const start = random.integer(24)
    let elapsed = 0
    let began = -1
    while (random.next() > 0.12) {
      elapsed++
      if (began < 0 && random.next() < 0.06) began = elapsed
    }
    if (began >= 0) starts.push([household, start + began])
    rows.push([household, start, start + elapsed])
  }
  const spells = spellsOf(rows)
  const monthsLeft = (spell: number, month: number) => Math.min(12, spells.last[spell]! - month)
  const found = riskSetIndexMonths(spells, startsOf(...starts), { controlsPerTreated: 1, lastIndexMonth: 999, seed: 5 })
  const fair = estimateEffect(
    {
      treated: found.treated,
      outcome: Float64Array.from(found.spell, (spell, row) => monthsLeft(spell, found.month[row]!)),
      covariates: [],
    },
    'difference',
  )
  expect(Math.abs(fair.estimate)).toBeLessThan(2.5 * fair.standardError)

  const began = new Set(starts.map(([spell]) => spell))
  const naive = estimateEffect(
    {
      treated: Uint8Array.from(rows, (_, spell) => Number(began.has(spell))),
      outcome: Float64Array.from(rows, (_, spell) => monthsLeft(spell, spells.start[spell]!)),
      covariates: [],
    },
    'difference',
  )
  expect(naive.estimate).toBeGreaterThan(4 * naive.standardError)
})
