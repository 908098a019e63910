import type { Tx } from '../database/transaction.ts'
import { type Enrolment } from '../interventions/enrolments.ts'
import { loadNames } from '../interventions/interventions.queries.ts'
import { referralDay } from '../interventions/summary.ts'
import { closureReasons } from '../parameters/code-lists/casework.ts'
import { bucketOf } from './funnel.ts'
import { isReached, splitAt, startsStep } from './lead-times.ts'
import type { Throughput } from './load-throughput.ts'
import { stateAfter } from './outcomes.ts'
import type { ClosingQuery, ContactQuery, FunnelQuery } from './throughput.routes.ts'
import { loadHouseholds } from './throughput.queries.ts'
import type { Asked, ClosingRow, ContactRow, FunnelRow } from './throughput-view.ts'

/** The persons behind a count of the funnel. */
export async function funnelRows(
  tx: Tx,
  municipalityId: number,
  found: Throughput,
  { bucket, reason, gender }: FunnelQuery,
): Promise<FunnelRow[]> {
  const chosen = found.people
    .map((person) => ({ ...person, bucket: bucketOf(person) }))
    .filter(
      (person) =>
        (!bucket || person.bucket === bucket) &&
        (!reason || person.notReferred === reason) &&
        (!gender || person.gender === gender),
    )
  const names = await loadNames(
    tx,
    municipalityId,
    chosen.map(({ personId }) => personId),
  )
  const named = await withHouseholds(tx, municipalityId, chosen)
  return named
    .map((person) => ({
      ...{ householdId: person.householdId, key: person.key },
      name: names.get(person.personId) ?? '',
      ...{ personId: person.personId, gender: person.gender, bucket: person.bucket },
      reason: person.notReferred,
      latest: latestOf(found, person.enrolments),
    }))
    .sort(byName)
}

function latestOf({ catalogue }: Throughput, enrolments: readonly Enrolment[]): FunnelRow['latest'] {
  const latest = enrolments.toSorted((a, b) => ((referralDay(a) ?? '') < (referralDay(b) ?? '') ? 1 : -1))[0]
  if (!latest) return null
  const { intervention, referredOn, startedOn, endedOn, endReason, outcome } = latest
  const name = catalogue.find(({ key }) => key === intervention)?.body.name ?? intervention
  return { intervention: name, referredOn, startedOn, endedOn, endReason, outcome }
}

/** The closings behind a count of outcomes, the latest first. */
export const closingRows = (
  found: Throughput,
  { class: code, reason, months, state, gender }: ClosingQuery,
): Unnamed<ClosingRow>[] =>
  found.closings
    .filter(
      (closing) =>
        (!code || closureReasons[closing.reason].class === code) &&
        (!reason || closing.reason === reason) &&
        (!gender || closing.gender === gender) &&
        (!state || !months || stateAfter(closing, Number(months) as 3 | 6 | 12) === state),
    )
    .map((closing) => ({ ...closing, class: closureReasons[closing.reason].class }))
    .sort((a, b) => (a.on < b.on ? 1 : -1))

/** The contacts behind a lead time, the latest first. */
export function contactRows(
  found: Throughput,
  { change }: Asked,
  { side, step, state }: ContactQuery,
): Unnamed<ContactRow>[] {
  const toCoach = found.contacts.filter((contact) => contact.toCoach)
  return (side ? splitAt(toCoach, change)[side] : toCoach)
    .filter((contact) => !step || startsStep(step, contact))
    .filter((contact) => !step || !state || isReached(step, contact) === (state === 'reached'))
    .map(({ toCoach: _, ...contact }) => contact)
    .sort((a, b) => (a.contactOn < b.contactOn ? 1 : -1))
}

/** A row before it is known what its household is called. */
export type Unnamed<Row> = Omit<Row, 'key' | 'name'>

/** The rows with what their households are called. */
export async function withHouseholds<Row extends { householdId: number }>(
  tx: Tx,
  municipalityId: number,
  rows: readonly Row[],
): Promise<(Row & { key: string; name: string })[]> {
  const ids = [...new Set(rows.map(({ householdId }) => householdId))]
  const households = await loadHouseholds(tx, municipalityId, ids)
  return rows.map((row) => {
    const household = households.get(row.householdId)
    return { ...row, key: household?.key ?? '', name: household?.name ?? '' }
  })
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'sv')
