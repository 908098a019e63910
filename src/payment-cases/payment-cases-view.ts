import type { FigureTable } from '../analysis/figures.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { Ore } from '../values/money.ts'
import type { CaseEventKind } from './case-bodies.ts'
import type { CannotRecordCase } from './record-case.ts'
import type { CaseEvent, CaseLaw, CasePhase } from './payment-case.ts'
import type { SignalKind } from './signals.ts'

/** How a household is named in a list. */
export type ShownHousehold = { id: number; key: string; name: string | null; unit: string | null }

export type SignalRow = {
  kind: SignalKind
  household: ShownHousehold
  month: Month
  stakeOre: Ore
  /** The number of the other household that the same person was assisted in. */
  otherKey: string | null
  /** The case that has been opened for it. */
  caseKey: string | null
}

export type SignalSettingRow = {
  kind: SignalKind
  isOn: boolean
  threshold: number
  /** The version of the municipality's own setting; 0 for the one to begin with. */
  version: number
  /** How many of the period there are; of a kind that is off none. */
  found: number
}

export type SignalsView = {
  from: Month
  /** Last month, included. */
  to: Month
  today: Day
  rows: SignalRow[]
  /** How many there are: no more than `rows` are sent. */
  found: number
  stakeOre: Ore
  settings: SignalSettingRow[]
  mayEdit: boolean
  hiddenProtected: number
  /** How many each rule has given, by whose they are. */
  table: FigureTable
}

export type CaseRow = {
  key: string
  household: ShownHousehold
  signal: SignalKind | null
  month: Month
  stakeOre: Ore
  phase: CasePhase
  openedOn: Day
  closedOn: Day | null
  wrongOre: Ore | null
  claimedOre: Ore
  recoveredOre: Ore
  /** The last day for a suit. */
  limit: Day
}

/** A case as the household's page names it. */
export type HouseholdCase = { key: string; month: Month; openedOn: Day; isOpen: boolean }

export type CasesView = { from: Month; to: Month; today: Day; rows: CaseRow[]; tables: FigureTable[] }

export type ShownEvent = CaseEvent & { byName: string | null; isUndone: boolean; mayUndo: boolean }

export type CaseView = CaseRow & {
  today: Day
  sequence: number
  events: ShownEvent[]
  /** Null for what may be recorded now; else why not. What depends on the answers is judged when it is sent. */
  offers: { kind: CaseEventKind; refusal: CannotRecordCase | null }[]
  outcomes: readonly string[]
  /** What is to be done before the case can be closed. */
  steps: { id: 'heard' | 'decided' | 'notification' | 'police-report'; isDone: boolean }[]
  avoidedOre: Ore
  law: CaseLaw
}
