import type { CatalogueBody, CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import type { Day } from '../values/day.ts'
import type { Month } from '../values/month.ts'
import type { CostReceipt } from './cost.ts'
import type { ShownCount, ShownSummary } from './disclosed-summary.ts'
import type { Gender, Outcome } from './enrolments.ts'
import type { Job } from './jobs.ts'
import type { TrackGroup, TrackStep } from './physician-track.ts'
import type { Bucket } from './summary.ts'

/** What the routes of interventions send to the pages. */
export type Asked = { from: Month; to: Month; dataFrom: Month; dataTo: Month; today: Day }

/** Households of a project: those in it today, and all that have been. Null where it is too few to show. */
export type ProjectHouseholds = { now: number | null; ever: number | null }

export type InterventionRow = {
  /** Null for a name that only a file has. */
  key: string | null
  name: string
  kind: CatalogueBody<'intervention'>['kind'] | null
  provider: string | null
  unit: string | null
  unitName: string | null
  places: number | null
  price: CatalogueBody<'intervention'>['price'] | null
  priority: number | null
  from: string | null
  until: string | null
  summary: ShownSummary
  /** Null for what is no project. */
  households: ProjectHouseholds | null
}

export type InterventionList = Asked & {
  rows: InterventionRow[]
  /** All of them together: persons are counted once. */
  whole: ShownSummary
  /** Whether counts are exact; otherwise small ones are hidden. */
  isExact: boolean
  /** Households with protected data, which no figure here includes. */
  hiddenProtected: number
  mayEdit: boolean
}

export type GroupRow = {
  key: string
  version: number
  body: CatalogueBody<'group'>
  /** Null where it is too few to show. */
  started: number | null
  left: number | null
}

export type InterventionView = Asked & {
  entry: CatalogueEntry<'intervention'>
  unitName: string
  summary: ShownSummary
  /** Null for what is no project: to a project nobody is referred. */
  households: ProjectHouseholds | null
  receipt: CostReceipt | null
  groups: GroupRow[]
  track: { step: TrackStep; byGroup: Record<TrackGroup, ShownCount>; medianDays: number | null }[] | null
  isExact: boolean
  hiddenProtected: number
  mayEdit: boolean
  mayEditGroups: boolean
  maySeePersons: boolean
}

export type Participant = {
  householdId: number
  personId: number
  /** Null where no ground opens the name. */
  name: string | null
  gender: Gender | null
  bucket: Bucket
  referredOn: Day | null
  startedOn: Day | null
  endedOn: Day | null
  plannedEnd: Day | null
  outcome: Outcome | null
  group: string | null
  source: 'recorded' | 'imported'
  hasOpenConcern: boolean
}

export type ParticipantList = { participants: Participant[]; today: Day }

export type PersonJob = Job & { name: string | null }

export type EmployerRow = {
  entry: CatalogueEntry<'employer'>
  placesOffered: number
  placed: number | null
  lastContact: string | null
}

export type EmployersView = Asked & {
  employers: EmployerRow[]
  contacted: number
  placesOffered: number
  jobs: { subsidised: boolean; employerKind: Job['employerKind']; count: ShownCount }[]
  introductions: { payer: NonNullable<Job['introductionPaidBy']>; count: number | null }[]
  becameRegular: number | null
  isExact: boolean
  hiddenProtected: number
  mayEdit: boolean
}

export type JobWatch = { today: Day; ending: PersonJob[] }

/** An intervention that somebody may be referred to, and why it stands where it does. */
export type ReferralChoice = {
  key: string
  name: string
  kind: CatalogueBody<'intervention'>['kind']
  purpose: string
  targetGroup: string
  unit: string
  unitName: string
  priority: number
  goals: { key: string; text: string }[]
  /** Places not taken; null when there is no limit. */
  free: number | null
  waiting: number
  /** The unit belongs to another committee: a ground is needed, and these have one. */
  needsGround: boolean
  personsWithGround: number[]
}
