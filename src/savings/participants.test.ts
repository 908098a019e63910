import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Participations } from '../calculations/money-columns.ts'
import type { HouseholdMonths, Panel } from '../calculations/panel.ts'
import type { Day } from '../values/day.ts'
import { indexFromNumber } from '../values/month.ts'
import { type Participant, participantsOf, reachedBy, savedSinceBefore, withParticipants } from './participants.ts'

const at = (number: number) => indexFromNumber(number)
const day = (text: string) => text as Day

/** `[household, month, öre]`, one adult woman and two children in each. */
const panelOf = (rows: [household: number, month: number, ore: number][]): Panel => {
  const column = (value: number) => new Uint8Array(rows.length).fill(value)
  const householdMonths: HouseholdMonths = {
    length: rows.length,
    household: Int32Array.from(rows, ([household]) => household),
    month: Int32Array.from(rows, ([, month]) => at(month)),
    amountOre: Float64Array.from(rows, ([, , ore]) => ore),
    ...{ children: column(2), adults: column(1), womenAdults: column(1), menAdults: column(0) },
    ...{ householdType: column(9), age: new Int16Array(rows.length), unit: new Int16Array(rows.length) },
  }
  const none = { length: 0, household: new Int32Array(), month: new Int32Array() }
  const applicant = {
    ...{ womenAdults: new Uint8Array(), menAdults: new Uint8Array(), children: new Uint8Array() },
    ...{ age: new Int16Array(), householdType: new Uint8Array(), unit: new Int16Array() },
  }
  return {
    ...{ firstMonth: at(201801), untilMonth: at(201905), personCount: 0, units: [], obstacles: [], householdMonths },
    householdIds: Float64Array.from([101, 102, 103]),
    personMonths: {
      ...{ length: 0, person: new Int32Array(), month: new Int32Array(), householdMonth: new Int32Array() },
      ...{ role: new Uint8Array(), gender: new Uint8Array(), age: new Int16Array(), obstacle: new Int16Array() },
    },
    decisions: { ...none, ...applicant, outcome: new Uint8Array() },
    applications: { ...none, ...applicant, kind: new Uint8Array() },
  }
}

const participations: Participations = {
  ...{ length: 2, interventions: ['Jobbtorg', 'Socialläkaren'] },
  household: Int32Array.from([0, 1]),
  intervention: Int16Array.from([0, 1]),
  start: Int32Array.from([at(201809), at(201809)]),
  until: Int32Array.from([-1, -1]),
}
const starts = [
  { intervention: 'jobbtorg', householdId: 102, on: day('2018-11-05'), isDecision: false },
  { intervention: 'sociallakaren', householdId: 102, on: day('2018-10-01'), isDecision: false },
  { intervention: 'sociallakaren', householdId: 102, on: day('2019-02-11'), isDecision: true },
  { intervention: 'sociallakaren', householdId: 999, on: day('2019-02-11'), isDecision: true },
]
const members = [{ group: 'de-hundra', householdId: 103, from: day('2019-01-15') }]
const facts = { panel: panelOf([]), participations }
const followed = (intervention: string | null, group: string | null, isPhysician = false) =>
  participantsOf(
    { intervention, group },
    intervention === null ? null : { key: isPhysician ? 'sociallakaren' : 'jobbtorg', name: intervention, isPhysician },
    facts,
    { starts, members },
  )

describe('whom an action reached', () => {
  test('are those of the file and those who were started here', () =>
    expect(followed('Jobbtorg', null)).toEqual([
      { household: 0, start: at(201809) },
      { household: 1, start: at(201811) },
    ]))

  test('are on the social physician’s track those with a decision, from its month and never before (000-18)', () =>
    expect(followed('Socialläkaren', null, true)).toEqual([{ household: 1, start: at(201902) }]))

  test('are the members of a target group, and nobody in particular when the action concerns all', () => {
    expect(followed(null, 'de-hundra')).toEqual([{ household: 2, start: at(201901) }])
    expect(followed(null, null)).toBeNull()
  })

  test('stand in the participations in place of what the intervention had, in order', () => {
    const found = withParticipants(participations, 'Socialläkaren', followed('Socialläkaren', null, true)!)
    expect([...found.household]).toEqual([0, 1])
    expect([...found.start]).toEqual([at(201809), at(201902)])
    expect([...found.intervention].map((code) => found.interventions[code])).toEqual(['Jobbtorg', 'Socialläkaren'])
  })

  test('count once, with their children, women and men, if they had assistance when they began', () => {
    const panel = panelOf([
      [0, 201809, 500],
      [1, 201811, -100],
    ])
    expect(reachedBy(followed('Jobbtorg', null)!, panel)).toEqual({
      ...{ households: 1, children: 2, women: 1, men: 0, paidOre: 500 },
    })
  })
})

describe('against what the same households cost before', () => {
  const panel = panelOf([
    [1, 201811, 1000],
    [1, 201812, 1000],
    [1, 201901, 1000],
    [1, 201902, 400],
    [1, 201903, 0],
  ])
  const physician = followed('Socialläkaren', null, true)!
  const saved = (from: number, until: number) =>
    savedSinceBefore(physician, panel, { from: at(from), until: at(until) })

  test('the saving is counted from the decision in February: 3 × 1 000 − 400', () =>
    expect(saved(201901, 201905)).toEqual({ ore: 2600, households: 1 }))
  test('or against any other months of theirs: 3 × 500 of the six before the new year, less the 400 that were paid', () =>
    expect(
      savedSinceBefore(physician, panel, { from: at(201901), until: at(201905) }, () => ({
        from: at(201807),
        until: at(201901),
      })),
    ).toEqual({ ore: 600, households: 1 }))
  test('nothing is saved before it', () => expect(saved(201801, 201901)).toBeNull())
})

describe('for any panel and participants', () => {
  const aMonth = fc.integer({ min: at(201801), max: at(201806) })
  const someRows = fc
    .uniqueArray(fc.tuple(fc.nat(3), fc.nat(5), fc.integer({ min: -500, max: 500 })), {
      selector: ([household, month]) => household * 100 + month,
      maxLength: 20,
    })
    .map((rows) =>
      rows
        .toSorted(([one, first], [other, second]) => one - other || first - second)
        .map(([household, month, ore]): [number, number, number] => [household, 201801 + month, ore]),
    )
  const someParticipants = fc.array(fc.record<Participant>({ household: fc.nat(3), start: aMonth }), { maxLength: 8 })

  test('whom they reached is the same as when every row of the panel is looked at', () =>
    fc.assert(
      fc.property(someRows, someParticipants, (rows, participants) => {
        const reached = new Map<number, number>()
        for (const [household, month, ore] of rows)
          if (ore > 0 && !reached.has(household))
            if (participants.some((each) => each.household === household && each.start === at(month)))
              reached.set(household, ore)
        const { size } = reached
        expect(reachedBy(participants, panelOf(rows))).toEqual({
          ...{ households: size, children: 2 * size, women: size, men: 0 },
          paidOre: [...reached.values()].reduce((sum, ore) => sum + ore, 0),
        })
      }),
      { seed: 1 },
    ))

  test('what they saved since before is the same as when every row of the panel is looked at', () =>
    fc.assert(
      fc.property(someRows, someParticipants, aMonth, (rows, participants, from) => {
        const until = at(201807)
        const begun = new Map<number, number>()
        for (const { household, start } of participants)
          begun.set(household, Math.min(start, begun.get(household) ?? Infinity))
        let ore = 0
        for (const [household, start] of begun) {
          const own = rows.filter(([each]) => each === household).map(([, month, paid]) => ({ month: at(month), paid }))
          const before = own.filter(({ month }) => month >= start - 3 && month < start)
          const since = own.filter(({ month }) => month >= start && month >= from)
          ore += Math.round((sumOf(before) * (until - Math.max(from, start))) / 3) - sumOf(since)
        }
        const saved = savedSinceBefore(participants, panelOf(rows), { from, until })
        expect(saved).toEqual(begun.size === 0 ? null : { ore, households: begun.size })
      }),
      { seed: 1 },
    ))
})

const sumOf = (rows: readonly { paid: number }[]): number => rows.reduce((sum, { paid }) => sum + paid, 0)
