import type { GateName } from '../calculations/effect/gates.ts'
import type { ExitRatio } from '../calculations/savings/exit-ratio.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { FigureTable } from '../analysis/figures.ts'
import type { Day } from '../values/day.ts'
import type { Ore } from '../values/money.ts'
import type { Month } from '../values/month.ts'
import type { Finding, ReadAssumption } from './assumption.ts'
import type { Counterfactual, JudgedClaim } from './counterfactuals.ts'
import type { ActionSummary } from './summary.ts'

/** A finding with its words. */
export type SaidFinding = { kind: Finding['kind']; text: string }

/** A summary as it may be shown, with its verdict in words. */
export type ShownSummary = Omit<ActionSummary, 'breakEven'> & {
  breakEven: Month | null
  sentence: string
  /** How many have begun, of how many, and how many it takes; empty where what they saved can be told. */
  begun: string
}

export type ActionRow = {
  key: string
  name: string
  owner: string
  start: Month
  until: Month | null
  attribution: 'action' | 'economy'
  nextLook: Day | null
  findings: number
  summary: ShownSummary
}

export type SavingsList = {
  today: Day
  /** The last month that the data hold; null when they hold none. */
  dataTo: Month | null
  /** Years that can be compared with the one before. */
  years: number[]
  year: number | null
  mayEdit: boolean
  /** What the actions saved is being worked out: ask again. */
  isComputing: boolean
  rows: ActionRow[]
  actions: FigureTable
  net: FigureTable
  /** Null without data, and while it is being worked out. */
  change: FigureTable | null
}

/** A month of the chart; null where it is not known, or has not come. */
export type ShownMonth = {
  month: Month
  promisedOre: Ore | null
  realisedOre: Ore | null
  ownCostOre: Ore | null
  /** Gone on with at the same pace; the last known month has both, so that the lines meet. */
  aheadOre: Ore | null
}

export type ActionView = {
  today: Day
  dataTo: Month | null
  mayEdit: boolean
  /** What it saved is being worked out: ask again. */
  isComputing: boolean
  entry: CatalogueEntry<'savings-action'>
  parts: ReadAssumption[]
  findings: SaidFinding[]
  summary: ShownSummary
  gates: { gate: GateName; value: number | null; limit: number; passed: boolean }[]
  months: ShownMonth[]
  /** The target group that it follows. */
  group: { key: string; name: string } | null
  /** Its participants are counted from a decision on another benefit. */
  isPhysician: boolean
  participants: FigureTable
  assumption: FigureTable
  byMonth: FigureTable
  overlap: FigureTable | null
  comparison: {
    year: number
    years: number[]
    from: Month
    to: Month
    paidOre: Ore | null
    counterfactuals: Counterfactual[]
    claims: JudgedClaim[]
    longTerm: FigureTable
  } | null
}

/** How much faster those in each action left, for a scenario to assume; null where it cannot be told. */
export type ExitRatios = {
  /** Some are being worked out: ask again. */
  isComputing: boolean
  actions: { key: string; name: string; exit: ExitRatio | null; sentence: string }[]
}

/** What may be chosen when an action is opened. */
export type ActionChoices = { interventions: string[]; groups: { key: string; name: string }[]; start: Month }

export type AssumptionView = {
  parts: ReadAssumption[]
  promisedOre: Ore | null
  months: number
  findings: SaidFinding[]
}
