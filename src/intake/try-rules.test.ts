import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codesOf, destinations } from '../parameters/code-lists/casework.ts'
import type { RoutingRules } from './suggest-route.ts'
import { type PastContact, tryRules } from './try-rules.ts'

const facts = { expectedDuration: 'long', unemployed: true, age: 40, abilities: [], projects: [] } as const
/** Contacts that the rules in force suggest something for, and that it was chosen for. */
const past = (count: number, chosen: PastContact['chosen'], age = 40): PastContact[] =>
  Array.from({ length: count }, () => ({ facts: { ...facts, age, projects: [chosen] }, chosen }))

/** In the tests each contact carries, as a project, what the rules in force suggest for it. */
const inForce: RoutingRules = {
  from: '2019-01-01',
  rules: codesOf(destinations).map((destination) => ({
    key: destination,
    reason: destination,
    destination,
    when: { project: destination },
  })),
}

/** Everybody under 30 to the consultant, the others to the job unit. */
const rules: RoutingRules = {
  from: '2019-05-14',
  rules: [
    { key: 'a', reason: 'Ung', destination: 'employment-consultant', when: { ageBelow: 30 } },
    { key: 'b', reason: 'Andra', destination: 'job-unit', when: {} },
  ],
}

test('contacts that keep their suggestion are not moved', () => {
  const trial = tryRules([...past(12, 'job-unit'), ...past(8, 'caseworker')], rules, inForce, 5)
  expect(trial).toEqual({
    contacts: 20,
    moved: 8,
    moves: [{ from: 'caseworker', to: 'job-unit', rule: 'b', count: 8 }],
    unused: ['a'],
    agreement: { before: 1, after: 0.6 },
  })
})

test('rules that are not changed move nobody, whatever was suggested at the time', () => {
  const { moved, moves } = tryRules([...past(12, 'job-unit'), ...past(8, 'caseworker')], inForce, inForce, 5)
  expect([moved, moves]).toEqual([0, []])
})

test('small moves are told together', () => {
  const small = [...past(3, 'reception'), ...past(3, 'no-referral', 22), ...past(9, 'caseworker')]
  expect(tryRules(small, rules, inForce, 5).moves).toEqual([
    { from: 'caseworker', to: 'job-unit', rule: 'b', count: 9 },
    { from: null, to: null, rule: null, count: 6 },
  ])
})

test('a single small move takes another with it, so that it is not the sum less the rest', () => {
  const trial = tryRules(
    [...past(9, 'caseworker'), ...past(7, 'reception'), ...past(1, 'no-referral')],
    rules,
    inForce,
    5,
  )
  expect(trial.moves).toEqual([
    { from: 'caseworker', to: 'job-unit', rule: 'b', count: 9 },
    { from: null, to: null, rule: null, count: 8 },
  ])
})

test('where all are too few nothing but that is told', () => {
  expect(tryRules(past(3, 'caseworker'), rules, inForce, 5)).toEqual({
    contacts: null,
    moved: null,
    moves: [{ from: null, to: null, rule: null, count: null }],
    unused: ['a'],
    agreement: null,
  })
})

test('no contacts are none, not few', () => {
  expect(tryRules([], rules, inForce, 5)).toEqual({ contacts: 0, moved: 0, moves: [], unused: [], agreement: null })
})

test('no count from one to four is ever told, and what is told adds up to all that moved', () => {
  const contact = fc.record({
    suggested: fc.constantFrom(...codesOf(destinations)),
    age: fc.integer({ min: 18, max: 60 }),
  })
  fc.assert(
    fc.property(fc.array(contact, { maxLength: 60 }), (contacts) => {
      const trial = tryRules(
        contacts.flatMap(({ suggested, age }) => past(1, suggested, age)),
        rules,
        inForce,
        5,
      )
      const told = [trial.contacts, trial.moved, ...trial.moves.map(({ count }) => count)]
      expect(told.filter((count) => count !== null && count > 0 && count < 5)).toEqual([])
      if (trial.moved !== null)
        expect(trial.moves.reduce((sum, { count }) => sum + (count ?? Number.NaN), 0)).toBe(trial.moved)
    }),
    { seed: 4 },
  )
})
