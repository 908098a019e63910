import { describe, expect, test } from 'vitest'
import type { Referral } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'
import { costReceipt } from './cost.ts'
import type { Participation } from './enrolments.ts'
import { employersContacted, endingSoon, type Job, jobsOfImport, jobTable } from './jobs.ts'
import { trackOf, trackTable } from './physician-track.ts'

const day = (text: string) => text as Day
const tertial = { from: day('2019-01-01'), until: day('2019-05-01') }
const today = day('2019-05-14')

const participation = (gender: 'woman' | 'man', subsidised: boolean): Participation => ({
  householdId: 1,
  personId: 1,
  gender,
  intervention: subsidised ? 'Subventionerad anställning' : 'Anställning utan subvention',
  from: day('2019-02-01'),
  until: subsidised ? day('2020-02-01') : null,
  outcome: 'Arbete',
  employerKind: subsidised ? 'municipal' : 'external',
  subsidised,
})
const times = (count: number, gender: 'woman' | 'man', subsidised: boolean) =>
  Array.from({ length: count }, () => participation(gender, subsidised))

test('eleven subsidised jobs are municipal, 4 women and 7 men, and five unsubsidised external, 2 and 3 (002-P6)', () => {
  const rows = [
    ...times(4, 'woman', true),
    ...times(7, 'man', true),
    ...times(2, 'woman', false),
    ...times(3, 'man', false),
  ]
  const table = jobTable(jobsOfImport(rows, today), tertial)
  const cell = (subsidised: boolean, employerKind: Job['employerKind']) =>
    table.find((each) => each.subsidised === subsidised && each.employerKind === employerKind)?.count
  expect(cell(true, 'municipal')).toEqual({ all: 11, women: 4, men: 7 })
  expect(cell(false, 'external')).toEqual({ all: 5, women: 2, men: 3 })
  expect([cell(true, 'external')?.all, cell(false, 'municipal')?.all]).toEqual([0, 0])
})

describe('a subsidised job is watched', () => {
  const [job] = jobsOfImport(times(1, 'man', true), today) as [Job]
  const watched = (changes: Partial<Job>) => endingSoon([{ ...job, ...changes }], today).length
  test('from 60 days before its end, and after it until somebody says what became of it', () => {
    expect(watched({ until: day('2019-07-13') })).toBe(1)
    expect(watched({ until: day('2019-07-14') })).toBe(0)
    expect(watched({ until: day('2019-04-01') })).toBe(1)
    expect(watched({ until: day('2019-04-01'), endedOn: day('2019-04-01') })).toBe(0)
  })
  test('unless something is planned after it', () =>
    expect(watched({ until: day('2019-06-01'), hasNextStep: true })).toBe(0))
})

test('three calls to one company are one company contacted', () => {
  const contact = (on: string) => ({ on, by: 'Petra', text: '' })
  const employer = (...days: string[]) => ({
    body: { name: 'A', kind: 'external' as const, industry: '', contacts: days.map(contact), offers: [] },
  })
  const all = [employer('2019-01-02', '2019-02-02', '2019-03-02'), employer('2019-04-30'), employer('2019-05-01')]
  expect(employersContacted(all, tertial)).toBe(2)
})

const price = { model: 'per-place-month', ore: 520_000 } as const

test('cost is places × rate × months, and by outcome only where there are any', () => {
  const receipt = costReceipt({ price, places: 30, months: 12, groups: null }, 2)
  expect(receipt).toMatchObject({ totalOre: 187_200_000, perPlaceOre: 6_240_000, perOutcomeOre: 93_600_000 })
  expect(costReceipt({ price, places: 30, months: 12, groups: null }, 0).perOutcomeOre).toBeNull()
})

test('a fixed price is for each group that begins, or else for a year; hours are not recorded', () => {
  const fixed = { price: { model: 'fixed', ore: 42_000_000 }, places: 20, months: 4 } as const
  expect(costReceipt({ ...fixed, groups: 1 }, null).totalOre).toBe(42_000_000)
  expect(costReceipt({ ...fixed, groups: null }, null).totalOre).toBe(14_000_000)
  expect(costReceipt({ ...fixed, price: { model: 'per-hour', ore: 1 }, groups: null }, null).totalOre).toBeNull()
})

test("the social physician's track counts each dated step by group, with the median days from the step before", () => {
  const step = (on: string, name: string, group?: string) => ({ on, body: { step: name, ...(group && { group }) } })
  const referral = (on: string, ...physicianSteps: object[]) => ({ on, physicianSteps, said: {} }) as Referral
  const tracks = [
    trackOf(referral('2019-01-10', step('2019-01-20', 'seen', 'A'), step('2019-02-19', 'application')), 'woman'),
    trackOf(referral('2019-01-10', step('2019-01-30', 'seen', 'A')), 'man'),
    trackOf(referral('2019-03-01'), 'man'),
    trackOf(referral('2018-12-31', step('2019-01-02', 'seen', 'C')), 'man'),
  ]
  const rows = new Map(trackTable(tracks, tertial).map((row) => [row.step, row]))
  expect(rows.get('referred')?.byGroup).toMatchObject({
    A: { all: 2, women: 1, men: 1 },
    none: { all: 1 },
    C: { all: 0 },
  })
  expect([rows.get('seen')?.byGroup.A.all, rows.get('seen')?.medianDays]).toEqual([2, 15])
  expect([rows.get('application')?.byGroup.A.all, rows.get('application')?.medianDays]).toEqual([1, 30])
  expect(rows.get('exit')).toMatchObject({ byGroup: { A: { all: 0 } }, medianDays: null })
})
