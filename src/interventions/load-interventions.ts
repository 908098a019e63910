import { may } from '../access/permissions.ts'
import type { User } from '../access/sessions.ts'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { listEntries } from '../catalogue/catalogue.queries.ts'
import type { Tenant, Tx } from '../database/transaction.ts'
import type { EventKind } from '../pathway/event-bodies.ts'
import { loadEvents } from '../pathway/event-store.queries.ts'
import type { Path, ProjectStay } from '../pathway/path.ts'
import { replay } from '../pathway/replay.ts'
import { loadWorld } from '../pathway/world.ts'
import { countProtected, unitNames } from '../register/households.queries.ts'
import type { Day } from '../values/day.ts'
import { type Enrolment, enrolmentsOf, enrolmentsOfImport, type Genders } from './enrolments.ts'
import { loadGenders, loadParticipations } from './interventions.queries.ts'
import { type Job, jobsOf, jobsOfImport } from './jobs.ts'

/** What was recorded and imported of interventions in the whole municipality, protected households left out. */
export type Interventions = {
  today: Day
  catalogue: CatalogueEntry<'intervention'>[]
  groups: CatalogueEntry<'group'>[]
  unitNames: ReadonlyMap<string, string>
  /** Codes of the user's own units. */
  ownUnits: readonly string[] | 'all'
  paths: { householdId: number; path: Path }[]
  genders: Genders
  enrolments: Enrolment[]
  jobs: Job[]
  /** What the households' ways tell of projects. */
  projectStays: (ProjectStay & { householdId: number })[]
  hiddenProtected: number
}

/** What tells of a referral from beginning to end, but for each day's attendance. */
export const referralKinds = [
  'referred',
  'referral-accepted',
  'referral-returned',
  'referral-withdrawn',
  'intervention-started',
  'intervention-ended',
  'concern-raised',
  'concern-answered',
  'physician-step',
  'employment-started',
  'employment-ended',
  'next-step-set',
  'undone',
] as const satisfies readonly EventKind[]

/**
 * Figures are of everybody, whatever unit the reader works with: what leaves the server are counts, and whoever may not
 * see the persons gets them through disclosure control. Protected households are never among them.
 */
export const figuresTenant = (user: User): Tenant => ({
  municipalityId: user.municipalityId,
  userId: user.id,
  units: 'all',
  protectedHouseholds: [],
})

/** Runs under `figuresTenant`. */
export async function loadInterventions(tx: Tx, user: User, today: Day): Promise<Interventions> {
  const { municipalityId } = user
  const catalogue = await listEntries(tx, municipalityId, 'intervention')
  const events = await loadEvents(tx, municipalityId, 'all', referralKinds)
  const paths = [...events].map(([householdId, each]) => ({ householdId, path: replay(each) }))
  const personIds = paths.flatMap(({ path }) =>
    [...path.referrals, ...path.employments].map(({ personId }) => personId),
  )
  const genders = await loadGenders(tx, municipalityId, [...new Set(personIds)])
  const imported = await loadParticipations(tx, municipalityId)
  const world = await loadWorld(tx, municipalityId)
  return {
    today,
    catalogue,
    groups: await listEntries(tx, municipalityId, 'group'),
    unitNames: await unitNames(tx, municipalityId),
    ownUnits: user.units === 'all' ? 'all' : user.units.flatMap((id) => world.unitCodes.get(id) ?? []),
    paths,
    genders,
    enrolments: [
      ...paths.flatMap(({ householdId, path }) => enrolmentsOf(householdId, path, genders)),
      ...enrolmentsOfImport(imported, catalogue, today),
    ],
    jobs: [
      ...paths.flatMap(({ householdId, path }) => jobsOf(householdId, path, genders)),
      ...jobsOfImport(imported, today),
    ],
    projectStays: catalogue.some(({ body }) => body.kind === 'project') ? await loadStays(tx, municipalityId) : [],
    hiddenProtected: await countProtected(tx, municipalityId),
  }
}

/** Closing a case ends the household's time in a project. */
const stayKinds = ['project-joined', 'project-left', 'case-closed', 'undone'] as const satisfies readonly EventKind[]

async function loadStays(tx: Tx, municipalityId: number): Promise<Interventions['projectStays']> {
  const events = await loadEvents(tx, municipalityId, 'all', stayKinds)
  return [...events].flatMap(([householdId, each]) => replay(each).projects.map((stay) => ({ ...stay, householdId })))
}

/** Exact counts are for those who may see every person behind them, and for the unit that runs the intervention. */
export const seesExactly = (user: User, { ownUnits }: Pick<Interventions, 'ownUnits'>, unit?: string): boolean =>
  may(user.role, 'pathway') && (ownUnits === 'all' || (unit !== undefined && ownUnits.includes(unit)))
