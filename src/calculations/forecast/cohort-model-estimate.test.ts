import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sharedJson, sharedPath, testWithSharedData } from '../../../test/support/shared-data.ts'
import { cohortDefaults, estimateCohort, type CohortSpells } from './cohort-model-estimate.ts'
import { projectCohort } from './cohort-model.ts'

type Spell = { start: number; last: number; paid: number }

const spellsOf = (spells: Spell[], { firstMonth, untilMonth, allowedGap }: typeof small): CohortSpells => ({
  length: spells.length,
  start: Int32Array.from(spells, ({ start }) => start),
  last: Int32Array.from(spells, ({ last }) => last),
  paidMonths: Int32Array.from(spells, ({ paid }) => paid),
  resolved: Uint8Array.from(spells, ({ last }) => (untilMonth - 1 - last > allowedGap ? 1 : 0)),
  leftUnknown: Uint8Array.from(spells, ({ start }) => (start - firstMonth <= allowedGap ? 1 : 0)),
})

/** Months 0–9, of which 8 and 9 are within the gap of the end. */
const small = { firstMonth: 0, untilMonth: 10, allowedGap: 2, bands: [1, 2], bandWeight: 4, inflowMonths: 4 }

const spells: Spell[] = [
  { start: 0, last: 5, paid: 6 },
  { start: 3, last: 3, paid: 1 },
  { start: 4, last: 6, paid: 2 },
  { start: 5, last: 7, paid: 3 },
  { start: 6, last: 9, paid: 3 },
  { start: 7, last: 8, paid: 2 },
]

const estimate = (change: Partial<typeof small> = {}, rows = spells) => {
  const options = { ...small, ...change }
  return estimateCohort(spellsOf(rows, options), options)
}

describe('what the cohort model needs', () => {
  test('hazards are drawn towards the hazard of their band', () => {
    const { hazard, hazardWeight } = estimate()
    // Known starts: 3–3 and 4–6 have ended; 5–7, 6–9 and 7–8 are at risk up to the month before their last.
    // Duration 1: risk 5, events 1. From 2: risk 2 + 1 + 2 + 0 = 5, events 1.
    expect(hazard[0]).toBeCloseTo((1 + 4 * (1.5 / 6)) / 9, 12)
    expect(hazard[1]).toBeCloseTo((1 + 4 * (1.5 / 6)) / 9, 12)
    expect([...hazardWeight]).toEqual([9, 9])
  })

  test('durations of one band share its hazard but have events of their own', () => {
    const { hazard, hazardWeight } = estimate({ bands: [1, 4] })
    const band = 2.5 / 11
    // Risk by duration 5, 3, 2 and 0; events 1, 0 and 1.
    const expected = [(1 + 4 * band) / 9, (4 * band) / 7, (1 + 4 * band) / 6, 0.5]
    expected.forEach((value, duration) => expect(hazard[duration]).toBeCloseTo(value, 12))
    expect([...hazardWeight]).toEqual([9, 7, 6, 4])
    expect([...estimate({ bands: [1, 2, 4] }).hazardWeight]).toEqual([9, 7, 6, 4])
  })

  test('the active share is of spells whose end is known', () => expect(estimate().activeShare).toBe(9 / 10))

  test('the inflow is of the latest months whose starts are known', () => {
    const { inflow, inflowSize, seasonal } = estimate()
    expect(inflow).toBe(1)
    expect(inflowSize).toBe(Infinity)
    expect([...seasonal]).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    const uneven = estimate({}, [...spells, ...Array.from({ length: 4 }, () => ({ start: 5, last: 5, paid: 1 }))])
    expect(uneven.inflow).toBe(2)
    // Starts 1, 5, 1, 1: variance 4, size 4/(4 − 2).
    expect(uneven.inflowSize).toBe(2)
    expect([...uneven.seasonal]).toEqual([1, 1, 1, 1, 0.5, 2.5, 0.5, 0.5, 1, 1, 1, 1])
  })

  test('the season is of the calendar, when month 0 is a January', () => {
    const later = { firstMonth: 24_000, untilMonth: 24_010 }
    const moved = spells.map((spell) => ({ ...spell, start: spell.start + 24_000, last: spell.last + 24_000 }))
    expect(estimate(later, moved)).toEqual(estimate())
    const none = estimate(
      {},
      spells.filter(({ start }) => start < 4),
    )
    expect(none.inflow).toBe(0)
    expect([...none.seasonal]).toEqual(new Array(12).fill(1))
  })

  test('a spell without payment in the last months counts as far as it may go on', () => {
    const { start, hazard, activeShare } = estimate({ bands: [1, 4] })
    const chance = (duration: number, empty: number) => {
      const leaving = hazard[duration - 1]!
      const stays = (1 - leaving) * (1 - activeShare)
      const gone = empty === 1 ? leaving : leaving + stays * leaving
      return stays ** empty / (stays ** empty + gone)
    }
    // 5–7 has two empty months, 7–8 one; 6–9 has none.
    expect(start[2]).toBeCloseTo(chance(2, 1), 12)
    expect(start[3]).toBeCloseTo(1 + chance(3, 2), 12)
    expect([start[0], start[1]]).toEqual([0, 0])
  })
})

describe('refusals', () => {
  test('data shorter than the window of the inflow', () => {
    expect(() => estimate({ inflowMonths: 9 })).toThrow('too-short {"found":10,"needed":11}')
    expect(estimate({ inflowMonths: 8 }).inflow).toBe(6 / 8)
    expect(() => estimate({ firstMonth: 3, inflowMonths: 9 })).toThrow('too-short {"found":7,"needed":11}')
  })

  test('no spell that has ended', () =>
    expect(() => estimate({}, [spells[4]!])).toThrow(
      'too-few {"what":"avslutade biståndsperioder","found":0,"needed":1}',
    ))
})

describe('on the register of the reference, up to month 48', () => {
  type Reference = { lambda: number; q: number; h: number[]; expected: number[] }
  const reference = () => sharedJson<{ open: Reference }>('expected/cohort.json').open

  testWithSharedData('inflow, active share and hazards are those of the reference', () => {
    const { lambda, q, h } = reference()
    const found = estimateCohort(...register(48))
    expect(found.inflow).toBe(lambda)
    expect(found.activeShare).toBeCloseTo(q, 15)
    h.forEach((value, duration) => expect(found.hazard[duration]).toBeCloseTo(value, 14))
  })

  testWithSharedData('the expected stock is within half a per cent of the reference', () => {
    const { lambda, expected } = reference()
    const found = estimateCohort(...register(48))
    const { active } = projectCohort({ ...found, inflow: new Float64Array(12).fill(lambda) })
    active.forEach((value, month) => expect(Math.abs(value / expected[month]! - 1)).toBeLessThan(0.005))
  })
})

/** Spells of the payments up to a month, with gaps of two months. */
function register(untilMonth: number): Parameters<typeof estimateCohort> {
  const options = { firstMonth: 1, untilMonth: untilMonth + 1, allowedGap: 2, ...cohortDefaults }
  const sums = new Map<number, Map<number, number>>()
  const lines = readFileSync(sharedPath('spells/payments.csv'), 'utf8').trim().split('\n').slice(1)
  for (const line of lines) {
    const [household, month, amount] = line.split(',').map(Number) as [number, number, number]
    if (month > untilMonth) continue
    const own = sums.get(household) ?? new Map<number, number>()
    sums.set(household, own.set(month, (own.get(month) ?? 0) + amount))
  }
  const found: Spell[] = []
  for (const own of sums.values()) {
    const paid = [...own].filter(([, amount]) => amount > 0).map(([month]) => month)
    let current: Spell | undefined
    for (const month of paid.sort((left, right) => left - right)) {
      if (current && month - current.last - 1 <= 2) Object.assign(current, { last: month, paid: current.paid + 1 })
      else found.push((current = { start: month, last: month, paid: 1 }))
    }
  }
  return [spellsOf(found, { ...small, ...options, bands: [...options.bands] }), options]
}
