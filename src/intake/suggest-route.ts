import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { CodeOf, destinations, expectedDurations, workAbilities } from '../parameters/code-lists/casework.ts'
import { defaultRoutingRules } from '../parameters/routing-rules.ts'
import type { Day } from '../values/day.ts'

export type RoutingRules = CatalogueBody<'routing-rules'>
type Rule = RoutingRules['rules'][number]

/** What is known of somebody when the way on is chosen. What is not known fits no condition. */
export type RoutingFacts = {
  expectedDuration: CodeOf<typeof expectedDurations>
  unemployed: boolean
  /** Whole years; null when no birth date is known. */
  age: number | null
  /** The latest word of each assessor. `unclear` is no word. */
  abilities: readonly CodeOf<typeof workAbilities>[]
  /** Keys of the projects that the household is in. */
  projects: readonly string[]
}

export type Suggestion = {
  destination: CodeOf<typeof destinations>
  /** Key of the rule that said so; empty when none fits. */
  rule: string
  /** The rule's own words; null when none fits. */
  reason: string | null
  /** From when the version of the rules holds. */
  rulesFrom: string
}

/** The first rule that fits decides. No rule: a caseworker does. */
export function suggestRoute(rules: RoutingRules, facts: RoutingFacts): Suggestion {
  const rule = rules.rules.find((each) => fits(each, facts))
  if (!rule) return { destination: 'caseworker', rule: '', reason: null, rulesFrom: rules.from }
  return { destination: rule.destination, rule: rule.key, reason: rule.reason, rulesFrom: rules.from }
}

function fits({ when }: Rule, { expectedDuration, unemployed, age, abilities, projects }: RoutingFacts): boolean {
  const told = abilities.filter((each) => each !== 'unclear')
  const ability = when.workAbility
  return (
    (when.expectedDuration === undefined || when.expectedDuration === expectedDuration) &&
    (when.unemployed === undefined || when.unemployed === unemployed) &&
    (when.ageBelow === undefined || (age !== null && age < when.ageBelow)) &&
    // Where assessors disagree, a rule on ability fits only when it holds whoever is right.
    (ability === undefined || (told.length > 0 && told.every((each) => ability.includes(each)))) &&
    (when.project === undefined || projects.includes(when.project)) &&
    (when.assessorsDisagree === undefined || when.assessorsDisagree === new Set(told).size > 1)
  )
}

/**
 * The rules of a day: of the versions that have begun, the one that began last; of those that began the same day,
 * the one saved last. The program's own where the municipality has none.
 */
export function rulesOn(versions: readonly CatalogueEntry<'routing-rules'>[], day: Day): RoutingRules {
  const begun = versions.filter(({ body }) => body.from <= day)
  const [latest] = begun.toSorted((a, b) => b.body.from.localeCompare(a.body.from) || b.version - a.version)
  return latest?.body ?? { from: defaultRoutingRules.from, rules: defaultRoutingRules.rules }
}
