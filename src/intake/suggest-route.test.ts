import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { codesOf, expectedDurations, workAbilities } from '../parameters/code-lists/casework.ts'
import { defaultRoutingRules } from '../parameters/routing-rules.ts'
import type { Day } from '../values/day.ts'
import { type RoutingFacts, type RoutingRules, rulesOn, suggestRoute } from './suggest-route.ts'

const facts = (known: Partial<RoutingFacts>): RoutingFacts => ({
  expectedDuration: 'long',
  unemployed: false,
  age: 40,
  abilities: [],
  projects: [],
  ...known,
})
const suggested = (known: Partial<RoutingFacts>) => suggestRoute(defaultRoutingRules, facts(known)).destination

test.each<[string, Partial<RoutingFacts>, string]>([
  [
    'a short case stays in reception, also under 25',
    { expectedDuration: 'short', unemployed: true, age: 22 },
    'reception',
  ],
  [
    'unemployed under 25 goes straight to the employment consultant',
    { unemployed: true, age: 24 },
    'employment-consultant',
  ],
  ['unemployed on the 25th birthday does not', { unemployed: true, age: 25 }, 'caseworker'],
  ['under 25 with work does not', { unemployed: false, age: 24 }, 'caseworker'],
  ['full ability goes to the job unit', { abilities: ['full'] }, 'job-unit'],
  ['partly reduced goes to the one with extra resources', { abilities: ['reduced'] }, 'job-unit-extra'],
  ['under 25 % is not referred', { abilities: ['below25'] }, 'no-referral'],
  ['no ability is not referred', { abilities: ['none'] }, 'no-referral'],
  ['two who disagree are left to the caseworker', { abilities: ['full', 'below25'] }, 'caseworker'],
  ['two who agree decide', { abilities: ['full', 'full'] }, 'job-unit'],
  ['an unclear word is no word', { abilities: ['unclear', 'full'] }, 'job-unit'],
  ['only unclear words are none', { abilities: ['unclear'] }, 'caseworker'],
  ['who is in the parallel project stays there', { projects: ['100-projektet'], abilities: ['full'] }, 'project'],
  ['another intervention is not that project', { projects: ['steget'], abilities: ['full'] }, 'job-unit'],
])('%s', (_, known, destination) => expect(suggested(known)).toBe(destination))

test('an unknown age fits no rule on age', () => {
  expect(suggested({ unemployed: true, age: null })).toBe('caseworker')
})

test('where no rule fits a caseworker decides, and no rule is named', () => {
  expect(suggestRoute({ from: '2019-01-01', rules: [] }, facts({}))).toEqual({
    destination: 'caseworker',
    rule: '',
    reason: null,
    rulesFrom: '2019-01-01',
  })
})

const anyFacts = fc.record<RoutingFacts>({
  expectedDuration: fc.constantFrom(...codesOf(expectedDurations)),
  unemployed: fc.boolean(),
  age: fc.option(fc.integer({ min: 0, max: 100 })),
  abilities: fc.array(fc.constantFrom(...codesOf(workAbilities)), { maxLength: 5 }),
  projects: fc.array(fc.constantFrom('100-projektet', 'steget'), { maxLength: 2 }),
})

test('the order in which assessors spoke does not matter', () => {
  fc.assert(
    fc.property(anyFacts, (known) => {
      const reversed = { ...known, abilities: known.abilities.toReversed() }
      expect(suggestRoute(defaultRoutingRules, reversed)).toEqual(suggestRoute(defaultRoutingRules, known))
    }),
    { seed: 4 },
  )
})

test('a rule put last changes only what no rule fitted', () => {
  const last = { key: 'sist', reason: 'Sist', destination: 'reception' as const, when: {} }
  const longer: RoutingRules = { ...defaultRoutingRules, rules: [...defaultRoutingRules.rules, last] }
  fc.assert(
    fc.property(anyFacts, (known) => {
      const before = suggestRoute(defaultRoutingRules, known)
      expect(suggestRoute(longer, known).rule).toBe(before.rule || 'sist')
    }),
    { seed: 4 },
  )
})

const entry = (version: number, from: string): CatalogueEntry<'routing-rules'> => ({
  key: 'routing',
  version,
  savedAt: '',
  savedBy: null,
  body: { from, rules: [] },
})

test('the version in force is the one that began last, and of one day the one saved last', () => {
  const versions = [entry(1, '2019-01-01'), entry(2, '2019-06-01'), entry(3, '2019-03-01'), entry(4, '2019-03-01')]
  expect(rulesOn(versions, '2019-02-28' as Day)).toBe(versions[0]!.body)
  expect(rulesOn(versions, '2019-03-01' as Day)).toBe(versions[3]!.body)
  expect(rulesOn(versions, '2019-06-01' as Day)).toBe(versions[1]!.body)
})

test("before the municipality's first version the program's own rules hold", () => {
  expect(rulesOn([entry(1, '2019-01-01')], '2018-12-31' as Day).rules).toBe(defaultRoutingRules.rules)
})
