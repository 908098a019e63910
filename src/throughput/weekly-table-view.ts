import type { CodeOf, meetingParties } from '../parameters/code-lists/casework.ts'
import type { ReferralState } from '../pathway/path.ts'
import type { Day } from '../values/day.ts'
import type { AgendaGroup, AgendaReason, TableDecision } from './agenda.ts'

export type Party = CodeOf<typeof meetingParties>

/** Somebody at the table's agenda. The name is null where no ground opens it to the party that looks. */
export type TablePerson = { personId: number; name: string | null }

export type AgendaRow = {
  householdId: number
  /** What the case system calls the household; null for another committee. */
  key: string | null
  /** The main applicant's; null for another committee. */
  name: string | null
  sequence: number
  group: AgendaGroup
  persons: TablePerson[]
  reasons: AgendaReason[]
  referrals: { personId: number; intervention: string; state: ReferralState['kind']; on: Day }[]
  /** The latest decision before today, where the party may see it. */
  latest: (TableDecision & { on: Day }) | null
  decidedToday: TableDecision[]
  mayDecide: boolean
}

/** A decision as the minutes have it. */
export type MinutesRow = TableDecision & {
  householdId: number
  /** The household's number; null for another committee. */
  key: string | null
  /** Null where no ground opens a name to the party. */
  name: string | null
}

export type Minutes = {
  party: Party
  day: Day
  rows: MinutesRow[]
  /** Decisions that are the party's, of households that no ground opens to it. */
  withheld: number
}

export type WeeklyTable = {
  today: Day
  /** The day of the last meeting; null when there was none, and a week is looked back. */
  lastMeeting: Day | null
  party: Party
  /** The parties that the user may look as. */
  parties: Party[]
  rows: AgendaRow[]
  /** Null for whoever has no minutes to hand out. */
  minutes: Minutes | null
  hiddenProtected: number
}
