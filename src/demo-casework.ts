import { isRole } from './access/permissions.ts'
import { logEntry } from './access/audit-log.ts'
import { FiguresService } from './analysis/load-figures.ts'
import type { CatalogueBody, CatalogueKind } from './catalogue/catalogue-bodies.ts'
import { saveEntry } from './catalogue/catalogue.queries.ts'
import type { Database } from './database/connect.ts'
import { type Tx, withTenant } from './database/transaction.ts'
import { demoCatalogue } from './demo/casework/catalogue.ts'
import type { HouseholdStory } from './demo/casework/story.ts'
import { recordDemoQuestions } from './demo-board-questions.ts'
import { recordDemoCases } from './demo-payment-cases.ts'
import { demoColleagues, type DemoUser, demoUsers, userIdOf } from './demo/demo-users.ts'
import type { Proposal } from './pathway/event.ts'
import { wholeMunicipality } from './pathway/pathway.routes.ts'
import { recordEvents, type Recording } from './pathway/record-events.ts'
import { type Actor, loadWorld } from './pathway/world.ts'
import type { Day } from './values/day.ts'
import type { Municipality } from './values/municipality.ts'

/** The day on which the demo municipality stands still. */
export const demoToday = '2019-05-14' as Day

type Place = { register: Pick<Database, 'app' | 'reader'>; municipality: Municipality }

/** The demo's users, those who sign in and their colleagues who do not. Known users keep their names. */
export async function addDemoUsers({ register, municipality }: Place): Promise<void> {
  await withTenant(register.app, { municipalityId: municipality.id }, async (tx) => {
    for (const user of demoUsers) await addUser(tx, municipality.id, user, true)
    for (const user of demoColleagues) await addUser(tx, municipality.id, user, false)
  })
}

const addUser = (tx: Tx, municipalityId: number, user: DemoUser, active: boolean): Promise<unknown> =>
  tx.query(
    `insert into app_user (municipality_id, user_id, name, role, unit_codes, purpose, caseworker_code, active)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (municipality_id, user_id) do update set
       caseworker_code = excluded.caseworker_code,
       unit_codes = case when excluded.role = 'coach' then excluded.unit_codes else app_user.unit_codes end`,
    [
      municipalityId,
      userIdOf(user.name),
      user.name,
      user.role,
      user.unitCodes,
      user.purpose,
      user.caseworkerCode ?? null,
      active,
    ],
  )

/** Households a go: enough to make few statements, few enough for the memory at any size of demo. */
const householdsAtATime = 500

/**
 * Fills the catalogue and records the demo's casework, as events that happened when they are said to have happened.
 *
 * The files must have been imported and the users added. All or nothing; where anything is recorded already, nothing is done.
 */
export async function recordDemoCasework(place: Place, stories: readonly HouseholdStory[]): Promise<void> {
  const municipalityId = place.municipality.id
  await withTenant(place.register.app, wholeMunicipality(municipalityId), async (tx) => {
    const recorded = await tx.query('select from path_event where municipality_id = $1 limit 1', [municipalityId])
    if (recorded.length > 0) return
    await fillCatalogue(tx, municipalityId)
    const actors = await loadActors(tx, municipalityId)
    // Colleagues who no longer sign in were coaches when somebody was booked with them.
    const coaches = new Set([...actors.values()].filter(({ role }) => role === 'coach').map(({ id }) => id))
    const world = { ...(await loadWorld(tx, municipalityId)), coaches }
    const applicants = await loadApplicants(tx, municipalityId)
    for (let from = 0; from < stories.length; from += householdsAtATime) {
      const recordings = stories
        .slice(from, from + householdsAtATime)
        .flatMap((story) => recordingsOf(story, applicants, actors))
      const result = await recordEvents(tx, recordings, {
        municipalityId,
        world,
        now: new Date(),
        today: demoToday,
        action: 'demo-recorded',
        userId: null,
        isHistory: true,
      })
      if (!result.ok) throw new Error(`The demo's casework was refused: ${JSON.stringify(result.refusal)}`)
    }
    const figures = new FiguresService(place.register.reader)
    await recordDemoCases({ figures, municipality: place.municipality }, tx, actors, demoToday)
    await recordDemoQuestions(tx, municipalityId, actors)
  })
}

/** Before the first that was recorded: the interventions were there when somebody was referred to them. */
const catalogueSaved = new Date('2016-05-02T06:00:00Z')

async function fillCatalogue(tx: Tx, municipalityId: number): Promise<void> {
  const versions = new Map<string, number>()
  for (const { kind, key, body, savedOn, by } of demoCatalogue) {
    const now = savedOn ? new Date(`${savedOn}T08:00:00Z`) : catalogueSaved
    const seen = versions.get(`${kind} ${key}`) ?? 0
    const entry = { municipalityId, kind: kind as CatalogueKind, key, seen, savedBy: by ? userIdOf(by) : null, now }
    // What the bodies hold is tested against their schemas.
    await saveEntry(tx, { ...entry, body: body as CatalogueBody<CatalogueKind> })
    versions.set(`${kind} ${key}`, seen + 1)
  }
  const detail = { entries: demoCatalogue.length }
  await logEntry(tx, {
    municipalityId,
    userId: null,
    action: 'catalogue-saved',
    subject: 'demo',
    householdIds: [],
    detail,
  })
}

/** Who recorded, by name in the demo. */
async function loadActors(tx: Tx, municipalityId: number): Promise<Map<string, Actor>> {
  const rows = await tx.query<{
    user_id: number
    role: string
    unit_codes: string[] | null
    unit_ids: number[] | null
  }>(
    `select user_id, role, unit_codes,
            (select array_agg(unit_id) from unit where municipality_id = u.municipality_id and code = any (u.unit_codes)) as unit_ids
     from app_user u where municipality_id = $1`,
    [municipalityId],
  )
  const byId = new Map(rows.map((row) => [row.user_id, row]))
  return new Map(
    [...demoUsers, ...demoColleagues].flatMap(({ name }) => {
      const row = byId.get(userIdOf(name))
      if (!row || !isRole(row.role)) return []
      const units = row.unit_codes ? (row.unit_ids ?? []) : ('all' as const)
      return [[name, { id: row.user_id, role: row.role, units }]]
    }),
  )
}

type Applicant = { householdId: number; personId: number }

/** The applicant of each household, by what the case system calls the household. */
async function loadApplicants(tx: Tx, municipalityId: number): Promise<Map<string, Applicant>> {
  const rows = await tx.query<{ source_key: string; household_id: number; person_id: number }>(
    `select distinct h.source_key, h.household_id, m.person_id from household h
     join household_member m on m.municipality_id = h.municipality_id and m.household_id = h.household_id
     where h.municipality_id = $1 and m.known_until = 'infinity' and m.role = 'mainApplicant'`,
    [municipalityId],
  )
  return new Map(rows.map((row) => [row.source_key, { householdId: row.household_id, personId: row.person_id }]))
}

function recordingsOf(
  { household, steps }: HouseholdStory,
  applicants: ReadonlyMap<string, Applicant>,
  actors: ReadonlyMap<string, Actor>,
): Recording[] {
  const applicant = applicants.get(household)
  if (!applicant) throw new Error(`The household ${household} of the demo is not in the register`)
  return steps.map(({ kind, on, by, about, concerns, body }) => {
    const actor = actors.get(by)
    if (!actor) throw new Error(`${by} of the demo is not in the register`)
    const personId = about === 'person' ? applicant.personId : null
    // What a step says is checked where it is recorded, as anybody's.
    const proposal = { kind, personId, concerns, on, body } as Proposal
    return { householdId: applicant.householdId, proposal, actor }
  })
}
