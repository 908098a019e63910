import type { FigureTable } from '../analysis/figures.ts'
import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { TypedReading } from './goals.ts'
import type { Day } from '../values/day.ts'
import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'

export type TargetGroup = CatalogueBody<'target-group'>
export type Rule = TargetGroup['rule']
export type Project = CatalogueBody<'project'>

/** A household in a ranking or a group. What is about its stay in a group is null in a ranking. */
export type ListedHousehold = {
  id: number
  /** What the case system calls it. */
  key: string
  name: string
  children: number
  unit: string | null
  caseworker: string | null
  obstacle: string | null
  /** Place and cost in the ranking; in a group as it was when the household was put there. */
  rank: number | null
  costOre: Ore | null
  /** Months with assistance in the ranking's period; null in a group. */
  months: number | null
  mappedOn: Day | null
  planApprovedOn: Day | null
  closedOn: Day | null
  from: Day | null
  /** First day no longer in the group. */
  until: Day | null
}

/** Households that are counted and not listed, and why. */
export type Unlisted = { protectedData: number; otherUnits: number; beyondList: number }

export type Choice = { code: string; label: string }

export type RankingView = {
  today: Day
  mayEdit: boolean
  dataFrom: Month | null
  dataTo: Month | null
  rule: Rule
  /** The base of the shares, in words: how many households in the year, and in an average month. */
  base: string
  sentence: string
  persons: FigureTable
  concentration: FigureTable
  /** Shares of the households and of the cost, growing; null where too few would be told of. */
  curve: { share: number; ofCost: number | null }[]
  /** How many were chosen, all counted. */
  chosen: number
  rows: ListedHousehold[]
  unlisted: Unlisted
  choices: { units: Choice[]; obstacles: (Choice & { codes: string[] })[]; housing: Choice[] }
}

export type GroupRow = {
  key: string
  name: string
  purpose: string
  kind: TargetGroup['kind']
  exclusive: boolean
  restricted: boolean
  /** In it today; null for a rule, which is asked when the group is opened. */
  members: number | null
  frozenOn: Day | null
  project: string | null
}

/** A group as the page of a household that is in it today names it. */
export type HouseholdGroup = { key: string; name: string; from: Day }

export type GroupList = {
  mayEdit: boolean
  rows: GroupRow[]
  /** Groups that only managers see. */
  closedToYou: number
  /** Groups that have households in common today. */
  overlaps: { one: string; other: string; households: number }[]
}

/** What freezing would do, before it is done. */
export type FreezePlan = {
  /** How many fit the rule now. */
  found: number
  already: number
  /** In another exclusive group, and therefore left out. */
  elsewhere: { name: string; households: number }[]
  added: number
  /** In the group afterwards. */
  members: number
}

export type BreakEven = {
  households: number
  oreAMonth: Ore
  /** The own monthly chance of leaving, 0–1. */
  chance: number
  costOre: Ore
  rows: { months: number; chance: number | null; extraExits: number | null }[]
}

export type ProjectView = {
  entry: CatalogueEntry<'project'>
  costOre: Ore
  breakEven: BreakEven | null
  caseworkers: string[]
  /** From the baseline, tertial by tertial, to the target. */
  goals: FigureTable
  /** What people have read, the latest first. `version` is sent back with a change. */
  readings: { version: number; rows: TypedReading[] }
  tertials: FigureTable
}

export type GroupView = {
  today: Day
  mayEdit: boolean
  entry: CatalogueEntry<'target-group'>
  sentence: string
  rows: ListedHousehold[]
  unlisted: Unlisted
  members: number
  plan: FreezePlan | null
  overlaps: { name: string; households: number }[]
  /** The times that households came, of which one is followed. */
  steps: { step: number; on: Day; households: number }[]
  followed: number | null
  tables: FigureTable[]
  /** How many of those compared with have come to the group since. */
  joinedSince: number
  /** What the costliest do without any action. */
  warning: string | null
  project: ProjectView | null
  caseworkers: { id: number; name: string }[]
  /** Interventions of the kind `project` that no project follows up: one of them can be followed up by this. */
  interventions: Choice[]
}
