import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { addMonths, month, monthFromIndex } from '../values/month.ts'
import { checkOutcome } from './outcome-check.ts'

const closedOn = '2018-11-20' as Day
const states = (assisted: string[], lastKnown: string | null) =>
  checkOutcome(closedOn, assisted.map(month), lastKnown === null ? null : month(lastKnown)).map(({ months, state }) =>
    [months, ...Object.values(state)].join(' '),
  )

describe('checking a closing against the payments', () => {
  test('confirms each check on the month that completes it, and not the month before', () => {
    expect(states([], '2019-01')).toEqual(['3 waiting 2019-03', '6 waiting 2019-06', '12 waiting 2019-12'])
    expect(states([], '2019-02')).toEqual(['3 confirmed', '6 waiting 2019-06', '12 waiting 2019-12'])
    expect(states([], '2019-11')).toEqual(['3 confirmed', '6 confirmed', '12 confirmed'])
  })

  test('does not count the month of the closing, nor the months before it', () => {
    expect(states(['2018-09', '2018-10', '2018-11'], '2019-02')[0]).toBe('3 confirmed')
  })

  test('takes back at the first month after, before all the months are known', () => {
    expect(states(['2018-12'], '2018-12')).toEqual([
      '3 taken-back 2018-12',
      '6 taken-back 2018-12',
      '12 taken-back 2018-12',
    ])
  })

  test('lets a return in the fourth month stand against six months and not against three', () => {
    expect(states(['2019-05', '2019-03'], '2019-11')).toEqual([
      '3 confirmed',
      '6 taken-back 2019-03',
      '12 taken-back 2019-03',
    ])
  })

  test('counts the last month of a check and not the one after', () => {
    expect(states(['2019-02'], '2019-11')[0]).toBe('3 taken-back 2019-02')
    expect(states(['2019-12'], '2019-12')).toEqual(['3 confirmed', '6 confirmed', '12 confirmed'])
  })

  test('waits for everything when no payments are known', () => {
    expect(states([], null)).toEqual(['3 waiting 2019-03', '6 waiting 2019-06', '12 waiting 2019-12'])
  })

  test('never confirms a longer time than one it does not confirm, and more data never opens what was taken back', () => {
    const aMonth = fc.integer({ min: 2017 * 12, max: 2021 * 12 }).map(monthFromIndex)
    fc.assert(
      fc.property(fc.array(aMonth, { maxLength: 30 }), aMonth, (assisted, last) => {
        const known = assisted.filter((each) => each <= last)
        const now = checkOutcome(closedOn, known, last)
        const confirmed = now.map(({ state }) => state.kind === 'confirmed')
        expect(confirmed).toEqual([...confirmed].sort((a, b) => Number(b) - Number(a)))
        const later = checkOutcome(closedOn, known, addMonths(last, 1))
        for (const [at, { state }] of now.entries()) {
          if (state.kind !== 'waiting') expect(later[at]!.state).toEqual(state)
        }
      }),
      { seed: 4 },
    )
  })
})
