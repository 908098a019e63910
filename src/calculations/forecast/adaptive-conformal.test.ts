import { describe, expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { adaptiveRounds } from './adaptive-conformal.ts'
import { nobody, scoresOf } from './conformal.ts'

const calibration = scoresOf(Array.from({ length: 99 }, (_, at) => ({ size: at + 1, weight: 1, owner: nobody })))

describe('adaptive conformal inference', () => {
  test('moves the level by the rate times the misses above those allowed', () => {
    const rounds = [
      { calibration, outcomes: [100, 1] },
      { calibration, outcomes: [1] },
      { calibration, outcomes: [] },
    ]
    expect(adaptiveRounds(rounds, { level: 0.8, rate: 0.1, delay: 1 })).toEqual([
      { level: 0.8, halfWidth: 80, missed: 0.5 },
      { level: expect.closeTo(0.83, 12) as number, halfWidth: 83, missed: 0 },
      { level: expect.closeTo(0.81, 12) as number, halfWidth: 81, missed: null },
    ])
  })
  test('learns of an outcome when it is known, and not before', () => {
    const rounds = Array.from({ length: 4 }, () => ({ calibration, outcomes: [100] }))
    const levels = adaptiveRounds(rounds, { level: 0.8, rate: 0.05, delay: 2 }).map(({ level }) => level)
    expect(levels).toEqual([0.8, 0.8, expect.closeTo(0.84, 12), expect.closeTo(0.88, 12)])
  })
  test('counts a score at the bound as within', () =>
    expect(adaptiveRounds([{ calibration, outcomes: [80, 80.5] }], { level: 0.8, rate: 0, delay: 1 })[0]!.missed).toBe(
      0.5,
    ))
  test('keeps the level between nothing and all', () => {
    const run = (outcome: number) =>
      adaptiveRounds(
        Array.from({ length: 5 }, () => ({ calibration, outcomes: [outcome] })),
        { level: 0.5, rate: 1, delay: 1 },
      )
    expect(run(1000).at(-1)).toEqual({ level: 1, halfWidth: 99, missed: 1 })
    expect(run(0).at(-1)).toEqual({ level: 0, halfWidth: 0, missed: 0 })
  })
  test('has no width without past errors', () =>
    expect(adaptiveRounds([{ calibration: scoresOf([]), outcomes: [1] }], { level: 0.9, rate: 0, delay: 1 })).toEqual([
      { level: 0.9, halfWidth: 0, missed: 1 },
    ]))

  // Errors grow by half after round 500. Fixed intervals then miss 0.27 of them; adaptive ones come back to a tenth.
  test('holds the coverage over time when the errors grow', () => {
    const random = seededRandom(3)
    const usual = scoresOf(
      Array.from({ length: 400 }, () => ({ size: Math.abs(random.normal()) * 3, weight: 1, owner: 0 })),
    )
    const rounds = Array.from({ length: 4000 }, (_, at) => ({
      calibration: usual,
      outcomes: [Math.abs(random.normal()) * (at < 500 ? 3 : 4.5)],
    }))
    const missed = (rate: number) => {
      const late = adaptiveRounds(rounds, { level: 0.9, rate, delay: 1 }).slice(1000)
      return late.reduce((total, each) => total + each.missed!, 0) / late.length
    }
    expect(missed(0)).toBeGreaterThan(0.22)
    expect(Math.abs(missed(0.05) - 0.1)).toBeLessThan(0.02)
  })
})
