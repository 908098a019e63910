import { expect, test } from 'vitest'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Enrolment, Outcome } from '../interventions/enrolments.ts'
import type { Day } from '../values/day.ts'
import { interventionResults, resultChoices } from './intervention-results.ts'

const day = (text: string) => text as Day
const catalogue = [
  ['jobbtorg-resurs', 'Jobbtorg Resurs', 'job-unit'],
  ['arbetstraning', 'Arbetsträning', 'work-training'],
  ['steget', 'Steget', 'group'],
].map(([key, name, kind]) => ({ key, body: { name, kind } }) as CatalogueEntry<'intervention'>)

let person = 0
const ended = (count: number, intervention: string, outcome: Outcome): Enrolment[] =>
  Array.from({ length: count }, () => ({
    ...{ householdId: 1, personId: ++person, gender: 'woman', intervention, source: 'recorded', outcome },
    ...{ referredOn: day('2018-02-01'), acceptedOn: null, startedOn: day('2018-02-10'), endedOn: day('2018-09-01') },
    ...{ endReason: 'completed', employerKind: null, subsidised: null },
  }))
const seeds = [
  ...ended(21, 'jobbtorg-resurs', 'work'),
  ...ended(4, 'jobbtorg-resurs', 'studies'),
  ...ended(4, 'jobbtorg-resurs', 'self-support-programme'),
  ...ended(50, 'jobbtorg-resurs', 'unknown'),
  ...ended(17, 'arbetstraning', 'next-intervention'),
  ...ended(2, 'arbetstraning', 'work'),
  ...ended(2, 'arbetstraning', 'internship-employment-service'),
  ...ended(22, 'arbetstraning', 'unknown'),
  ...ended(9, 'steget', 'work'),
]
const year = { from: day('2018-01-01'), until: day('2019-01-01') }

test('the units of the statement are compared without being asked for, and "half" is 41.0, 27.0 or 25.4 per cent (003-6…9)', () => {
  const { rows, sum } = interventionResults(seeds, resultChoices(catalogue, []), year)
  expect(rows.map(({ key, ended: all, unknown, outcomes }) => [key, all, unknown, ...Object.values(outcomes)])).toEqual(
    [
      ['arbetstraning', 43, 22, 2, 0, 0, 2, 17],
      ['jobbtorg-resurs', 79, 50, 21, 4, 4, 0, 0],
    ],
  )
  const share = (part: number) => ((100 * part) / sum.ended).toFixed(1)
  expect([share(sum.readings.broad), share(sum.readings.claimed), share(sum.readings.strict)]).toEqual([
    '41.0',
    '27.0',
    '25.4',
  ])
})

test('others are compared when they are asked for', () =>
  expect(interventionResults(seeds, resultChoices(catalogue, ['steget']), year)).toMatchObject({
    rows: [{ key: 'steget', ended: 9, other: 0 }],
    sum: { ended: 9 },
  }))
