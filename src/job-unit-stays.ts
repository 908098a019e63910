import type { JobUnitStay } from './authority-files/job-unit.ts'
import type { LoadStays } from './authority-files/load-job-unit.ts'
import type { Tx } from './database/transaction.ts'
import type { Enrolment } from './interventions/enrolments.ts'
import { loadInterventions } from './interventions/load-interventions.ts'
import { outcomes } from './parameters/code-lists/casework.ts'
import type { Day } from './values/day.ts'

/** Time in measures, for the statistics of the job unit: what was recorded on the households' ways, and what came in files. */
export const loadJobUnitStays: LoadStays = async (tx, user, today, { leftOut }) => {
  const { catalogue, enrolments, hiddenProtected } = await loadInterventions(tx, user, today)
  const notCounted = new Set([
    ...leftOut,
    ...catalogue.filter(({ body }) => leftOut.includes(body.kind)).map(({ key }) => key),
  ])
  const counted = enrolments.filter(({ intervention }) => !notCounted.has(intervention))
  const births = await loadBirthDates(tx, user.municipalityId, counted)
  return { stays: counted.map((each) => stayOf(each, births)), protectedHouseholds: hiddenProtected }
}

const stayOf = (enrolment: Enrolment, births: ReadonlyMap<number, Day>): JobUnitStay => ({
  ...{ personId: enrolment.personId, gender: enrolment.gender, birthDate: births.get(enrolment.personId) ?? null },
  ...{ referredOn: enrolment.referredOn, startedOn: enrolment.startedOn, endedOn: enrolment.endedOn },
  result: enrolment.outcome && outcomes[enrolment.outcome].class,
  employerKind: enrolment.employerKind,
})

async function loadBirthDates(tx: Tx, municipalityId: number, those: readonly Enrolment[]): Promise<Map<number, Day>> {
  const rows = await tx.query<{ person_id: number; birth_date: Day }>(
    `select person_id, birth_date from person_detail
     where municipality_id = $1 and person_id = any ($2) and known_until = 'infinity' and birth_date is not null`,
    [municipalityId, [...new Set(those.map(({ personId }) => personId))]],
  )
  return new Map(rows.map(({ person_id, birth_date }) => [person_id, birth_date]))
}
