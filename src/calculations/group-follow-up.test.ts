import { expect, test } from 'vitest'
import { month, monthIndex } from '../values/month.ts'
import { adultsByObstacle, assistedOf, closedBetween, marksOf, paidEach, paidTo } from './group-follow-up.ts'
import { type HouseholdSituation, panelOf } from './panel-of.ts'
import { preparePanel } from './prepared-panel.ts'

const at = (text: string) => monthIndex(month(text))
const sick = { gender: 'woman', age: 45, obstacle: 'sickCertified' } as const

/** Sixty households of a project, 45 sick-listed: 7 of them leave, and one more has nothing in the last month. Ten others. */
const project = Object.fromEntries(
  Array.from({ length: 60 }, (_, each): [string, HouseholdSituation] => [
    `p${each}`,
    {
      months: `2012-01..${each < 7 ? '2012-10' : each === 7 ? '2013-07' : '2013-08'}`,
      kronor: 10_000,
      adults: [each < 45 ? sick : { gender: 'man', age: 40, obstacle: 'unemployed' }],
      children: each % 2 === 0 ? [4] : [],
    },
  ]),
)
const others = Object.fromEntries(
  Array.from({ length: 10 }, (_, each): [string, HouseholdSituation] => [
    `o${each}`,
    { months: each === 0 ? '2012-01..2012-03' : '2012-01..2013-08', kronor: 5_000, adults: [sick] },
  ]),
)
const prepared = preparePanel(panelOf({ first: '2012-01', last: '2013-08', households: { ...project, ...others } }), 2)
const group = marksOf(
  prepared,
  Array.from({ length: 60 }, (_, each) => each),
)
const rest = marksOf(
  prepared,
  Array.from({ length: 10 }, (_, each) => 60 + each),
)
const time = { from: at('2012-09'), until: at('2013-09') }

test('seven of sixty have left: 11.7 % (001-9)', () => {
  const { open, closed } = closedBetween(prepared, group, time)
  expect(open).toEqual({ households: 60, children: 30, women: 45, men: 15 })
  expect(closed).toEqual({ households: 7, children: 4, women: 7, men: 0 })
  expect((closed.households / open.households) * 100).toBeCloseTo(11.7, 1)
})

test('who had left before the first month is neither open nor closed', () =>
  expect(closedBetween(prepared, rest, time)).toMatchObject({ open: { households: 9 }, closed: { households: 0 } }))

test('a gap that a spell may have is no leaving', () => {
  const until = { from: at('2012-09'), until: at('2013-01') }
  expect(closedBetween(prepared, group, until).closed.households).toBe(0)
  expect(closedBetween(prepared, group, { ...until, until: at('2013-02') }).closed.households).toBe(7)
})

test('45 sick-listed persons have become 37: −17.8 % (001-9)', () => {
  const [before, after] = [at('2012-09'), at('2013-08')].map((each) =>
    adultsByObstacle(prepared, group, each).get('sickCertified')!,
  )
  expect([before, after]).toEqual([45, 37])
  expect((after! / before! - 1) * 100).toBeCloseTo(-17.8, 1)
  expect(adultsByObstacle(prepared, group, at('2013-08')).get('unemployed')).toBe(15)
})

test('what was paid is that of the group alone', () => {
  expect(paidTo(prepared, group, { from: at('2012-09'), until: at('2012-12') })).toBe((60 * 2 + 53) * 10_000_00)
  expect(paidEach(prepared, { from: at('2012-01'), until: at('2012-05') })[60]).toBe(3 * 5_000_00)
  expect(assistedOf(prepared, group, { from: at('2013-08'), until: at('2013-09') })).toMatchObject({
    households: 52,
    women: 37,
  })
})
