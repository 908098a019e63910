import { expect, test } from 'vitest'
import type { PathEvent } from '../pathway/event.ts'
import type { Day } from '../values/day.ts'
import { workedBy } from './worked-households.ts'

const event = (
  sequence: number,
  on: string,
  kind: string,
  body: object,
  concerns: number | null = null,
  personId = 1,
) => ({ kind, sequence, concerns, on, body, by: 1, personId, recordedAt: `${on}T10:00:00.000Z` }) as PathEvent

const mapping = (level: number, complete: boolean) => ({
  ...{ method: 'simplified', complete },
  answers: { 'children-family': { text: '', level } },
})
const ways = new Map([
  [
    1,
    [
      event(1, '2019-01-10', 'mapping-saved', mapping(2, true)),
      event(2, '2019-02-01', 'plan-saved', { kind: 'work', goals: [], activities: [] }),
      event(3, '2019-02-02', 'plan-approved', { agreedByPerson: true }, 2),
      event(4, '2019-03-01', 'mapping-saved', mapping(0, true), 1),
      event(5, '2019-03-02', 'project-joined', { project: '100-projektet' }),
    ],
  ],
])
const households = [
  { id: 1, hasChildren: true },
  { id: 2, hasChildren: true },
  { id: 3, hasChildren: false },
]
const on = (day: string) => workedBy(ways, households, day as Day, '100-projektet')

test('what was recorded by the end of a day counts, and what came later does not', () => {
  expect(on('2019-01-14')).toMatchObject({ households: 3, withChildren: 2, mapped: 1, withPlan: 0, takingPart: 0 })
  expect(on('2019-03-02')).toMatchObject({ mapped: 1, withPlan: 1, plans: { work: 1, activity: 0 }, takingPart: 1 })
})

test('the children’s childcare and schooling are arranged when the latest mapping says that nothing stands in the way', () => {
  expect(on('2019-01-14')).toMatchObject({ childrenAsked: 1, childrenArranged: 0 })
  expect(on('2019-03-02')).toMatchObject({ childrenAsked: 1, childrenArranged: 1 })
  expect(workedBy(ways, households, '2019-03-02' as Day, null).takingPart).toBe(null)
})
